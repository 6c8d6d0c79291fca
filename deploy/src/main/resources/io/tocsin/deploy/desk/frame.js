/** What every page of the desk has: totals, banners, and how fresh all of it is. */
import { begin, look } from "./access.js";
import { byId, setText } from "./dom.js";
import { clock, duration, number } from "./format.js";
import { listen, silentSeconds } from "./line.js";
import { beginModes } from "./modes.js";

/** Nothing new for so long and the page says that it is stale. */
const STALE_SECONDS = 15;

/** The desk speaks every second; silent for so long, the line is taken for cut. */
const SILENT_SECONDS = 5;

const FEED_FAULTS = {
  CATCHING_UP: "The desk is reading the topics to their end",
  BROKER_AWAY: "The desk cannot reach Kafka; it goes on trying",
  DEAD: "The desk stopped reading and must be started anew",
};

/** What an empty list of incidents means. Silence is good news only while the data is live. */
const CALM = {
  live: "All quiet. No incident is open.",
  waiting: "No incident is open. Nothing was counted yet.",
  unknown: "Not known: what you see is not live.",
};

let state = null;
let standstills = [];
let plan = null;

/** Begins to listen to this part of everything, and draws it as it comes. */
export function beginPage(view, draw) {
  beginModes();
  begin();
  const hear = (news) => {
    state = news;
    standstills = news.happenings?.standstills ?? standstills;
    plan = news.happenings?.plan ?? plan;
    drawTotals(news.totals);
    drawDrills(news.totals.drills);
    draw(news);
    drawFreshness();
  };
  listen(view, hear, look);
  setInterval(drawFreshness, 1000);
}

function drawTotals({ mentionsPerSecond, brands, open, unattended, undelivered }) {
  setText(byId("total-rate"), brands ? number(mentionsPerSecond) : "–");
  setText(byId("total-open"), String(open));
  alarming("total-unattended", unattended);
  alarming("total-undelivered", undelivered);
  const title = document.title.replace(/^\(\d+\) /, "");
  document.title = unattended ? `(${unattended}) ${title}` : title;
}

function alarming(id, count) {
  setText(byId(id), String(count));
  byId(id).dataset.alarm = count > 0;
}

function drawDrills(brands) {
  byId("drill-banner").hidden = brands.length === 0;
  setText(byId("drill-banner"), brands.length ? `Drill: ${brands.join(", ")}. What is marked so is an exercise; nothing of it is real.` : "");
}

/** Nothing comes in at all, by the wall clock; null while the feed runs. */
function feedStandstill() {
  const { lastAt, standsStill } = state.feed.firehose;
  if (!standsStill) {
    return null;
  }
  const counted = state.eventTime ? ` Everything is counted up to ${clock(state.eventTime)}.` : "";
  const since = duration((new Date(state.now) - new Date(lastAt)) / 1000);
  return `The feed stands still since ${clock(lastAt)}: no mention for ${since}.${counted}`;
}

/** A channel brings nothing while others run, in event time. */
const channelStandstill = () =>
  standstills.length === 0
    ? null
    : standstills.map((report) => `Since ${clock(report.since)}: ${report.why}.`).join(" ");

/** Somebody's new plan does not count: that must not be found out in a crisis. */
function planRefusal() {
  const refusal = plan?.refusal;
  return refusal == null
    ? null
    : `A crisis plan, published by ${refusal.by} at ${clock(refusal.at)}, was refused. Version ${plan.version ?? "before it"} stays in force. ${refusal.problems[0] ?? ""}`;
}

/** What the page may claim about its data: [state, word, detail, banner]. */
function freshness() {
  const silence = silentSeconds();
  if (silence > SILENT_SECONDS) {
    return ["broken", "Disconnected", "connecting again", `The line to the desk has been cut for ${duration(silence)}. What you see is from before.`];
  }
  if (!state) {
    return ["waiting", "Connecting", "no data yet", null];
  }
  if (state.feed.state !== "LIVE") {
    return ["broken", "Not live", state.feed.detail, `${FEED_FAULTS[state.feed.state]}: ${state.feed.detail}, since ${clock(state.feed.since)}.`];
  }
  if (state.ageSeconds == null) {
    return ["waiting", "Waiting", "the topics are empty", null];
  }
  const standstill = feedStandstill();
  if (standstill) {
    return ["stale", "Feed silent", standstill, standstill];
  }
  const age = state.ageSeconds + silence;
  const counted = state.eventTime ? `counted up to ${clock(state.eventTime)}` : "nothing counted yet";
  if (age > STALE_SECONDS) {
    return ["stale", "Stale", counted, `Stale: nothing new for ${duration(age)}. The jobs may have stopped.`];
  }
  return ["live", "Live", `${duration(age)} old, ${counted}`, channelStandstill() ?? planRefusal()];
}

function drawFreshness() {
  const [kind, word, detail, warning] = freshness();
  byId("freshness").dataset.state = kind;
  document.body.dataset.fresh = kind === "live" || kind === "waiting";
  setText(byId("freshness-word"), word);
  setText(byId("freshness-detail"), detail);
  setText(byId("calm"), CALM[kind] ?? CALM.unknown);
  byId("banner").hidden = warning == null;
  setText(byId("banner"), warning ?? "");
}
