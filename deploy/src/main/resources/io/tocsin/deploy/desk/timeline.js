/** The course of an incident and the spikes of a brand, step by step. */
import { byId, element, severity, SEVERITY_WORDS, time } from "./dom.js";
import { clock, duration, number } from "./format.js";

const level = ({ severity: now }) => (SEVERITY_WORDS[now] ?? now ?? "").toLowerCase();
const who = ({ who: name }) => name ?? "nobody";
const by = ({ who: name }) => (name ? ` by ${name}` : "");

const WORDS = {
  INCIDENT: {
    OPENED: (m) => `Opened as ${level(m)}`,
    ESCALATED: (m) => `Escalated to ${level(m)}`,
    EASED: (m) => `Eased to ${level(m)}`,
    ACKNOWLEDGED: (m) => `Acknowledged${by(m)}`,
    ACKNOWLEDGEMENT_LAPSED: () => "Acknowledgement lapsed",
    RELEASED: (m) => `Given back${by(m)}`,
    MITIGATING: (m) => `Being worked on${by(m)}`,
    SNOOZED: (m) => `Snoozed${by(m)}`,
    SNOOZE_ENDED: () => "Snooze ended",
    SILENCED: (m) => `Silenced${by(m)}`,
    SILENCE_ENDED: () => "Silence ended",
    MERGED: (m) => `Merged into another${by(m)}`,
    SPLIT: (m) => `On its own again${by(m)}`,
    LINKED: () => "Linked to another brand's incident",
    STANDING_DOWN: () => "Standing down",
    REOPENED: (m) => `Reopened as ${level(m)}`,
    RESOLVED: (m) => `Resolved${by(m)}`,
  },
  PAGE: {
    TRIGGER: (m) => `Paged ${who(m)}`,
    INFORM: (m) => `Told ${who(m)}`,
    RESOLVE: (m) => `All-clear for ${who(m)}`,
  },
  DELIVERY: {
    DELIVERED: (m) => `Delivered to ${who(m)}`,
    REFUSED: (m) => `Refused by ${who(m)}`,
    EXHAUSTED: (m) => `Gave up reaching ${who(m)}`,
    GATHERED: (m) => `Told ${who(m)} with others`,
  },
  REDIRECT: {
    SEVERITY: (m) => `Overflow opened: ${who(m)}`,
    BACKLOG: (m) => `Overflow opened: ${who(m)}`,
    TIER_FULL: (m) => `Overflow to the next tier: ${who(m)}`,
    WIDENED: (m) => `Overflow widened: ${who(m)}`,
    CALM: (m) => `Overflow closed: ${who(m)}`,
    PLAN_CHANGED: (m) => `Overflow closed by a new plan: ${who(m)}`,
    RESOLVED: (m) => `Overflow closed: ${who(m)}`,
    RETURNED: (m) => `All that was moved is finished or back: ${who(m)}`,
  },
};
const SIGNALS = { VOLUME: "volume", NEGATIVITY: "negativity", REACH: "reach", SILENCE: "silence" };
const FAULTS = new Set(["REFUSED", "EXHAUSTED"]);

/** Draws the course of the incident that is on, or of the one that was on last. */
export function drawTimeline(timelines, cards) {
  const ids = Object.keys(timelines);
  const newest = ids.sort((a, b) => timelines[b][0].at.localeCompare(timelines[a][0].at))[0];
  const steps = timelines[cards[0]?.incident.id ?? newest] ?? [];
  byId("timeline-empty").hidden = steps.length > 0;
  byId("timeline-list").hidden = steps.length === 0;
  byId("timeline-list").replaceChildren(...steps.map(step));
}

function step(moment) {
  const words = WORDS[moment.kind][moment.what]?.(moment) ?? moment.what;
  const item = element("li", "", time(moment.at, clock(moment.at)), element("p", "what", words));
  if (moment.why) {
    item.append(element("p", "why", moment.why));
  }
  item.dataset.kind = moment.kind;
  item.dataset.what = moment.what;
  item.dataset.fault = moment.kind === "DELIVERY" && FAULTS.has(moment.what);
  if (moment.kind === "INCIDENT") {
    item.dataset.severity = moment.severity;
  }
  return item;
}

/** Draws the spikes, the latest first. */
export function drawSpikes(spikes, brand) {
  byId("spikes-empty").hidden = spikes.length > 0;
  byId("spikes-list").hidden = spikes.length === 0;
  byId("spikes-list").replaceChildren(...spikes.map((spike) => spikeLine(spike, brand)));
}

function spikeLine(spike, brand) {
  const place = spike.watch === brand ? "the whole brand" : spike.watch.slice(brand.length + 1).replace("/", " ");
  const over = spike.phase === "ENDED";
  const seconds = (Date.parse(spike.at) - Date.parse(spike.since)) / 1000;
  const item = element(
    "li",
    "",
    element(
      "div",
      "line",
      element("span", "what", `${spike.drill ? "DRILL: " : ""}${SIGNALS[spike.signal] ?? spike.signal}, ${place}`),
      element("span", "", over ? `ended after ${duration(seconds)}` : "going on"),
      element("span", "", `${number(spike.observed)} in ${duration(spike.windowMillis / 1000)}, usual ${number(spike.expected)}`),
      time(spike.since, `since ${clock(spike.since)}`),
    ),
    element("p", "why", spike.why),
  );
  item.dataset.closed = over;
  return item;
}
