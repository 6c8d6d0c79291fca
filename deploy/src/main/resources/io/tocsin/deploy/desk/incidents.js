/** The incidents that are going on, and the button that takes one. */
import { knownName, post } from "./access.js";
import { brandAddress } from "./brands.js";
import { byId, element, keepInStep, setText, severity, SEVERITY_WORDS, time } from "./dom.js";
import { duration, moment, number, people, percent } from "./format.js";

const MOST_NAMES = 10;
/** A longer fact takes more than its column. */
const WIDE_CHARS = 40;
const NAME_KEY = "tocsin-desk-name";
const STAGES = {
  OPEN: "open",
  ACKNOWLEDGED: "acknowledged",
  MITIGATING: "being worked on",
  STANDING_DOWN: "standing down",
};
const KINDS = {
  COMPLAINT: "complaint",
  QUESTION: "question",
  PRAISE: "praise",
  PURCHASE_BEFORE: "about to buy",
  PURCHASE_DURING: "buying",
  PURCHASE_AFTER: "has bought",
};

/** More than these are shown without their details: a brand's own page has them. */
const MOST_DETAILED = 3;

let known = null;
let cards = new Map();
let order = [];

/** Takes what is new of the open incidents; gives those that are shown, worst first. */
export function takeIncidents(news, whole) {
  if (whole) {
    cards.clear();
  }
  news?.incidents.forEach((card) => cards.set(card.incident.id, card));
  order = news?.order ?? order;
  cards = new Map(order.filter((id) => cards.has(id)).map((id) => [id, cards.get(id)]));
  return [...cards.values()];
}

/** Who takes the incident; null where nobody did. */
export const takenBy = ({ incident, ack }) => incident.acknowledgedBy ?? ack?.by ?? null;

/** What burns; that it is a drill stands before everything else. */
export const nameOf = ({ brand, drill }) => (drill ? `DRILL: ${brand}` : brand);

/** Draws the incidents; tells a screen reader what changed. */
export function drawIncidents(shown, eventTime, { open }) {
  byId("calm").hidden = shown.length > 0;
  byId("incident-list").dataset.many = shown.length > MOST_DETAILED;
  byId("incidents-more").hidden = document.querySelector("[data-view=brand]") != null || open <= shown.length;
  setText(byId("incidents-more"), `and ${open - shown.length} more open incidents: find their brands below`);
  keepInStep(byId("incident-list"), shown, ({ incident }) => incident.id, createCard, (node, card) =>
    node.draw(card, eventTime));
  announce(shown);
}

function announce(shown) {
  const now = new Map(shown.map((card) => [card.incident.id, card]));
  const news = known ? changes(known, now) : summary(shown);
  if (news.length) {
    setText(byId("announcer"), news.join(" "));
  }
  known = now;
}

function summary(shown) {
  return shown.length ? [`${shown.length} open ${shown.length === 1 ? "incident" : "incidents"}.`] : [];
}

function changes(before, now) {
  const news = [];
  now.forEach((card, id) => {
    const { incident } = card;
    const old = before.get(id);
    const level = SEVERITY_WORDS[incident.severity];
    if (!old) {
      news.push(`New incident, ${level}: ${nameOf(incident)}. ${incident.reason}`);
    } else if (old.incident.severity !== incident.severity) {
      news.push(`${nameOf(incident)} is now ${level}.`);
    } else if (takenBy(card) && !takenBy(old)) {
      news.push(`${nameOf(incident)} was acknowledged by ${takenBy(card)}.`);
    }
  });
  before.forEach(({ incident }, id) => {
    if (!now.has(id)) {
      news.push(`${nameOf(incident)} is resolved.`);
    }
  });
  return news;
}

function createCard({ incident }) {
  const headingId = `incident-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const link = element("a", "", nameOf(incident));
  link.href = brandAddress(incident.brand);
  const heading = element("h3", "", link);
  heading.id = headingId;
  const mark = element("span", "");
  const stage = element("span", "stage");
  const owner = element("span", "owner");
  const since = element("span", "since");
  const reason = element("p", "reason");
  const bars = element("div", "bars");
  const facts = element("dl", "facts");
  const examples = element("ul", "examples");
  const insight = element("dl", "insight");
  const ack = ackForm(incident.id);
  const card = element(
    "article",
    "incident",
    element("div", "incident-head", heading, mark, stage, owner, since),
    reason,
    ack.node,
    element("div", "incident-body", bars, examples),
    facts,
    insight,
  );
  card.setAttribute("aria-labelledby", headingId);
  card.dataset.new = "true";
  let drawn = "";
  let drawnInsight = "";

  card.draw = (next, eventTime) => {
    const { incident: now } = next;
    drawSince(since, now, eventTime);
    ack.draw(takenBy(next), next.ack != null);
    setText(owner, takenBy(next) ? `on it: ${takenBy(next)}` : "nobody is on it");
    owner.dataset.nobody = takenBy(next) == null;
    const names = JSON.stringify(next.insight ?? null);
    if (names !== drawnInsight) {
      drawnInsight = names;
      drawInsight(insight, next.insight);
    }
    const figures = JSON.stringify([now, next.opinions]);
    if (figures === drawn) {
      return;
    }
    drawn = figures;
    card.dataset.severity = now.severity;
    mark.replaceChildren(severity(now.severity));
    setText(stage, [STAGES[now.state] ?? now.state, ...held(now.handling)].join(", "));
    setText(reason, now.reason);
    drawBars(bars, now);
    drawFacts(facts, now);
    drawExamples(examples, now.examples, next.opinions);
  };
  return card;
}

/** What holds pages back, and what belongs to it; nothing of incidents from before there was any. */
function held(handling) {
  if (!handling) {
    return [];
  }
  const { snoozedUntil, silencedUntil, mergedInto, linked } = handling;
  return [
    snoozedUntil && `pages nobody until ${moment(snoozedUntil)}`,
    silencedUntil && `silenced until ${moment(silencedUntil)}`,
    mergedInto && `merged into ${mergedInto}`,
    linked.length > 0 && `burning too: ${linked.map(({ name }) => name).join(", ")}`,
  ].filter(Boolean);
}

function drawSince(node, incident, eventTime) {
  const seconds = (Date.parse(eventTime ?? incident.at) - Date.parse(incident.since)) / 1000;
  const text = `since ${moment(incident.since)}, for ${duration(seconds)}`;
  if (node.textContent !== text) {
    node.replaceChildren(time(incident.since, text));
  }
}

function drawBars(node, { observed, expected }) {
  const times = expected > 0 ? observed / expected : null;
  const factor = times && times >= 1.05 ? ` (${number(times)}×)` : "";
  node.replaceChildren(
    ...bar("Observed", observed, Math.max(observed, expected), "seen", factor),
    ...bar("Expected", expected, Math.max(observed, expected), "usual", ""),
  );
}

function bar(name, value, most, kind, factor) {
  const fill = element("div", kind);
  fill.style.width = `${most > 0 ? (100 * value) / most : 0}%`;
  return [element("span", "", name), element("div", "track", fill), element("strong", "", number(value) + factor)];
}

function drawFacts(node, incident) {
  const facts = [
    ["Negative", `${percent(incident.negativeShare)} (usual ${percent(incident.usualNegativeShare)})`],
    ["Mentions", number(incident.mentions)],
    ["Reach", `${people(incident.reach)} people`],
    ["Rarity", `1 in 10${superscript(incident.score)} windows`],
    ["Channels", incident.channels.join(", ") || "–"],
    ...partFacts(incident.parts),
    ...evidenceFacts(incident.evidence),
  ];
  node.replaceChildren(...facts.map(([name, value]) =>
    element("div", value.length > WIDE_CHARS ? "wide" : "", element("dt", "", name), element("dd", "", value))));
}

/** Which regions, locations and topics burn; nothing where the brand burns as a whole. */
function partFacts(parts) {
  if (!parts) {
    return [];
  }
  const { regions, locations, topics } = parts;
  const counted = regions.map(({ name, burning, locations: all }) => `${burning} of ${all} in ${name}`);
  const named = locations.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = locations.length > MOST_NAMES ? [`${locations.length - MOST_NAMES} more`] : [];
  return [
    ["Regions", counted.join(", ")],
    ["Locations", [...named, ...more].join(", ")],
    ["Topics", topics.join(", ")],
  ].filter(([, value]) => value);
}

/** Who speaks and of what is new; nothing of incidents from before there was evidence. */
function evidenceFacts(evidence) {
  if (!evidence) {
    return [];
  }
  const { phrases, languages, busiestAuthorShare, busiestThreeShare, completeness, late } = evidence;
  const spoken = languages.map(({ language, share }) => `${language} ${percent(share)}`);
  const lost = late > 0 ? `, ${number(late)} came too late` : "";
  return [
    ["New words", phrases.map(({ text, share }) => `${text} ${percent(share)}`).join(", ") || "–"],
    ["Busiest author", `${percent(busiestAuthorShare)} (three: ${percent(busiestThreeShare)})`],
    ["Languages", spoken.join(", ") || "–"],
    ["Judged", `${percent(completeness)}${lost}`],
  ];
}

function superscript(decades) {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return String(Math.max(0, Math.round(decades))).replace(/\d/g, (digit) => digits[digit]);
}

function drawExamples(node, examples, opinions) {
  const byPost = new Map(opinions.map(({ postId, sentiment }) => [postId, sentiment]));
  node.replaceChildren(...examples.slice(0, 3).map((post) =>
    element("li", "", element("blockquote", "", post.text), source(post), ...opinion(byPost.get(post.id)))));
}

/** What the slow model says of a post; nothing until it did. */
function opinion(sentiment) {
  if (!sentiment) {
    return [];
  }
  const word = sentiment.label.toLowerCase();
  const line = element("p", "opinion", `second opinion: ${word}, ${percent(sentiment[word])}`);
  line.title = `by ${sentiment.model}`;
  line.dataset.label = sentiment.label;
  return [line];
}

/** What the example posts name, and how many of them do; nothing where that is not known. */
function drawInsight(node, insight) {
  const named = [
    ["People", insight?.people],
    ["Organisations", insight?.organisations],
    ["Places", insight?.places],
    ["Products", insight?.products],
    ["Key phrases", insight?.phrases],
  ].filter(([, names]) => names?.length);
  node.hidden = named.length === 0;
  node.title = insight ? `named in ${number(insight.posts)} example posts of distinct text` : "";
  node.replaceChildren(...named.map(([kind, names]) =>
    element("div", "", element("dt", "", kind), element("dd", "", names.map(nameCount).join(", ")))));
}

const nameCount = ({ name, posts }) => (posts > 1 ? `${name} (${number(posts)})` : name);

function source(post) {
  const wants = (post.kinds ?? []).flatMap((kind) => KINDS[kind] ?? []);
  const said = [`influence ${percent(post.influence)}`, ...wants].join(", ");
  const line = element("p", "", `${post.author} on ${post.channel}, ${said} `);
  if (/^https?:\/\//i.test(post.url ?? "")) {
    const link = element("a", "", "open the post");
    link.href = post.url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    line.append(link);
  }
  return line;
}

function ackForm(incidentId) {
  const name = element("input", "");
  name.id = `name-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  name.autocomplete = "name";
  name.maxLength = 80;
  name.required = true;
  name.value = localStorage.getItem(NAME_KEY) ?? "";
  const label = element("label", "", "Your name");
  label.htmlFor = name.id;
  const button = element("button", "primary", "Acknowledge");
  const note = element("span", "ack-note");
  note.setAttribute("role", "status");
  const controls = [label, name, button];
  const node = element("form", "ack", ...controls, note);
  let isTaken = false;

  const tell = (text, fault) => {
    setText(note, text);
    note.dataset.fault = fault;
  };
  /** A proxy that knows the person leaves no name to type. */
  const showControls = () => {
    const known = knownName();
    button.hidden = isTaken;
    label.hidden = name.hidden = isTaken || known != null;
    name.required = known == null;
    setText(button, known == null ? "Acknowledge" : `Acknowledge as ${known}`);
  };
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    localStorage.setItem(NAME_KEY, name.value);
    const fault = await sendAck(incidentId, name.value);
    button.disabled = false;
    if (fault) {
      tell(`Not acknowledged: ${fault}`, true);
    }
  });
  const draw = (by, underWay) => {
    isTaken = by != null;
    showControls();
    if (isTaken) {
      tell(underWay ? `Acknowledged by ${by}, on its way to the jobs` : `Acknowledged by ${by}`, false);
    }
  };
  return { node, draw };
}

/** Sends the acknowledgement; says what went wrong, or null. */
async function sendAck(incidentId, by) {
  try {
    const answer = await post(`api/incidents/${encodeURIComponent(incidentId)}/ack`, { by });
    return answer.ok ? null : ((await answer.json()).detail ?? `status ${answer.status}`);
  } catch (fault) {
    return "the desk does not answer";
  }
}
