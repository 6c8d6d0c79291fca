/** What was done: redirects, pages and their receipts, and what is over. */
import { byId, element, severity, time } from "./dom.js";
import { clock, duration, moment, number } from "./format.js";
import { nameOf } from "./incidents.js";

/** As many as a person scrolls through. */
const MOST_LINES = 50;
const OUTCOMES = {
  DELIVERED: "✓ delivered",
  REFUSED: "✕ refused",
  EXHAUSTED: "✕ gave up",
  GATHERED: "✓ told with others",
};

function fill(name, items, line) {
  byId(`${name}-empty`).hidden = items.length > 0;
  byId(`${name}-list`).hidden = items.length === 0;
  byId(`${name}-list`).replaceChildren(...items.slice(0, MOST_LINES).map(line));
}

const held = { redirects: [], closedRedirects: [], pages: [], resolved: [] };

/** Draws those of the three that are new. */
export function drawLedger(news) {
  if (!news) {
    return;
  }
  Object.keys(held).forEach((name) => (held[name] = news[name] ?? held[name]));
  if (news.redirects || news.closedRedirects) {
    fill("redirects", [...held.redirects, ...held.closedRedirects.slice(0, 5)], redirectLine);
  }
  if (news.pages) {
    fill("pages", held.pages, pageLine);
  }
  if (news.resolved) {
    fill("resolved", held.resolved, resolvedLine);
  }
}

function line(...children) {
  return element("div", "line", ...children);
}

function redirectLine(redirect) {
  const closed = redirect.state === "CLOSED";
  const item = element(
    "li",
    "",
    line(
      element("span", "flow", `${redirect.fromQueue} → ${redirect.toQueue}`),
      element("span", "", closed ? "closed" : "open"),
      time(redirect.at, clock(redirect.at)),
    ),
    load(redirect),
    element("p", "why", `${redirect.brand}: ${redirect.decision}`),
  );
  item.dataset.closed = closed;
  return item;
}

/** How full the queue is, and what was moved out of it. */
function load({ backlog, capacity, moved, outstanding, waitingSince }) {
  const waiting = capacity == null ? `${number(backlog)} waiting` : `${number(backlog)} waiting, room for ${number(capacity)}`;
  const since = waitingSince ? `, the oldest since ${moment(waitingSince)}` : "";
  const gone = moved > 0 ? `; ${number(moved)} moved, ${number(outstanding)} of them not finished` : "";
  return element("p", "", waiting + since + gone);
}

function pageLine(page) {
  return element(
    "li",
    "",
    line(severity(page.severity), element("span", "what", page.target), outcome(page.delivery), time(page.at, clock(page.at))),
    element("p", "", page.title),
    element("p", "why", page.decision),
    element("p", "why", `page ${page.dedupKey}`),
  );
}

function outcome(delivery) {
  if (!delivery) {
    const pending = element("span", "outcome", "… under way");
    pending.dataset.good = "pending";
    return pending;
  }
  const tries = delivery.attempts > 1 ? ` after ${delivery.attempts} attempts` : "";
  const made = element("span", "outcome", (OUTCOMES[delivery.outcome] ?? delivery.outcome) + tries);
  made.dataset.good = delivery.outcome === "DELIVERED" || delivery.outcome === "GATHERED";
  made.title = delivery.detail;
  return made;
}

function resolvedLine({ incident }) {
  const seconds = (Date.parse(incident.at) - Date.parse(incident.since)) / 1000;
  return element(
    "li",
    "",
    line(severity(incident.severity), element("span", "what", nameOf(incident)), time(incident.at, moment(incident.at))),
    element("p", "why", `lasted ${duration(seconds)}. ${incident.reason}`),
  );
}
