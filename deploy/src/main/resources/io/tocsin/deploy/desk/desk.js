/** The live page: listens to the desk, draws what it says, and says how fresh that is. */
import { byId, setText } from "/assets/dom.js";
import { clock, duration, number } from "/assets/format.js";
import { drawBrands, forgetTrends, takeTrends, totalRate } from "/assets/brands.js";
import { drawIncidents, takenBy } from "/assets/incidents.js";
import { drawLedger } from "/assets/ledger.js";

/** Nothing new for so long and the page says that it is stale. */
const STALE_SECONDS = 15;

/** The desk speaks every second; silent for so long, the line is taken for cut. */
const SILENT_SECONDS = 5;
const HUNG_SECONDS = 10;
const RETRY_MILLIS = 2000;

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
let happenings = null;
let heardAt = performance.now();
let source = null;
let nextTry = 0;

function connect() {
  source?.close();
  nextTry = performance.now() + RETRY_MILLIS;
  source = new EventSource("/api/events");
  // Whenever a line is open, also after one was cut, the desk first tells everything.
  source.addEventListener("open", forgetTrends);
  source.addEventListener("state", (event) => hear(JSON.parse(event.data)));
}

function hear(news) {
  heardAt = performance.now();
  state = news;
  takeTrends(news.trends);
  if (news.happenings) {
    happenings = news.happenings;
    drawLedger(happenings);
  }
  if (happenings) {
    drawIncidents(happenings.incidents, news.eventTime);
    drawBrands(happenings.incidents);
    drawTotals();
    drawPlan();
  }
  drawFreshness();
}

function drawTotals() {
  const { incidents, pages } = happenings;
  const unattended = incidents.filter((card) => takenBy(card) == null).length;
  const undelivered = pages.filter((page) => page.delivery && page.delivery.outcome !== "DELIVERED").length;
  setText(byId("total-rate"), number(totalRate()));
  setText(byId("total-open"), String(incidents.length));
  alarming("total-unattended", unattended);
  alarming("total-undelivered", undelivered);
  document.title = unattended ? `(${unattended}) Tocsin desk` : "Tocsin desk";
}

function alarming(id, count) {
  setText(byId(id), String(count));
  byId(id).dataset.alarm = count > 0;
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
function channelStandstill() {
  const still = happenings?.standstills ?? [];
  return still.length === 0
    ? null
    : still.map((report) => `Since ${clock(report.since)}: ${report.why}.`).join(" ");
}

/** Somebody's new plan does not count: that must not be found out in a crisis. */
function planRefusal() {
  const refusal = happenings?.plan.refusal;
  return refusal == null
    ? null
    : `A crisis plan, published by ${refusal.by} at ${clock(refusal.at)}, was refused. Version ${happenings.plan.version ?? "before it"} stays in force. ${refusal.problems[0] ?? ""}`;
}

function drawPlan() {
  const { version, since, by } = happenings.plan;
  setText(byId("plan"), version == null ? "Not known." : `Version ${version}, since ${clock(since)}, by ${by}.`);
}

/** What the page may claim about its data: [state, word, detail, banner]. */
function freshness() {
  const silence = (performance.now() - heardAt) / 1000;
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

function watch() {
  drawFreshness();
  const hangs = performance.now() - heardAt > HUNG_SECONDS * 1000;
  // A refused or hanging line is not tried again by the browser, and nobody reloads a wall screen.
  if ((source.readyState === EventSource.CLOSED || hangs) && performance.now() > nextTry) {
    connect();
  }
}

connect();
setInterval(watch, 1000);
