/** The brands' cards: the rate and sentiment now, and how they came there. */
import { byId, element, keepInStep, setText, severity } from "/assets/dom.js";
import { clock, number, signed } from "/assets/format.js";
import { HISTORY_SECONDS, mentionsPlot, sentimentPlot } from "/assets/charts.js";

/** More cards than this nobody reads; those that burn come first. */
const MOST_CARDS = 24;
const RANK = { CRITICAL: 3, WARNING: 2, NOTICE: 1 };

const history = { times: [], brands: new Map() };

/** Takes points; they replace those of the same time. */
export function takeTrends({ epochSeconds, brands }) {
  if (!epochSeconds.length) {
    return;
  }
  const at = history.times.findIndex((held) => held >= epochSeconds[0]);
  const kept = at < 0 ? history.times.length : at;
  const names = new Set([...history.brands.keys(), ...brands.map((trend) => trend.brand)]);
  const news = new Map(brands.map((trend) => [trend.brand, trend]));
  history.times.splice(kept, Infinity, ...epochSeconds);
  for (const name of names) {
    const held = history.brands.get(name) ?? { rate: [], net: [] };
    const trend = news.get(name);
    const nothing = new Array(epochSeconds.length).fill(null);
    held.rate = [...padded(held.rate, kept), ...(trend?.mentionsPerSecond ?? nothing)];
    held.net = [...padded(held.net, kept), ...(trend?.netSentiment ?? nothing)];
    history.brands.set(name, held);
  }
  forgetOld();
}

const padded = (values, length) => Array.from({ length }, (unused, i) => values[i] ?? null);

function forgetOld() {
  const oldest = history.times.at(-1) - HISTORY_SECONDS;
  const gone = history.times.findIndex((at) => at >= oldest);
  if (gone > 0) {
    history.times.splice(0, gone);
    history.brands.forEach((held) => {
      held.rate.splice(0, gone);
      held.net.splice(0, gone);
    });
  }
}

/** Forgets everything, as a new connection tells it anew. */
export function forgetTrends() {
  history.times = [];
  history.brands.clear();
}

/** Mentions a second of all brands; null before the first. */
export function totalRate() {
  const rates = [...history.brands.values()].map((held) => held.rate.at(-1)).filter((rate) => rate != null);
  return rates.length ? rates.reduce((a, b) => a + b, 0) : null;
}

/** Draws every brand; those with an incident first. */
export function drawBrands(incidents) {
  const burning = new Map(incidents.map(({ incident }) => [incident.brand, incident]));
  const rank = (name) => RANK[burning.get(name)?.severity] ?? 0;
  const names = [...history.brands.keys()].sort((a, b) => rank(b) - rank(a) || a.localeCompare(b));
  const shown = names.slice(0, MOST_CARDS);
  byId("brands-empty").hidden = names.length > 0;
  byId("brands-more").hidden = names.length <= MOST_CARDS;
  setText(byId("brands-more"), `and ${names.length - MOST_CARDS} calmer brands`);
  keepInStep(byId("brand-list"), shown, (name) => name, createCard, (card, name) =>
    card.draw(history.brands.get(name), burning.get(name)));
}

function plotHead(unit) {
  const value = element("strong", "", "–");
  const note = element("span", "", unit);
  return { node: element("p", "plot-head", value, note), value, note, unit };
}

function createCard(name) {
  const mark = element("span", "");
  const rateHead = plotHead("mentions a second");
  const netHead = plotHead("net sentiment");
  const rateBox = element("div", "plot");
  const netBox = element("div", "plot sentiment");
  const heading = element("div", "brand-head", element("h3", "", name), mark);
  const card = element("article", "brand", heading, rateHead.node, rateBox, netHead.node, netBox);
  card.ariaLabel = name;
  rateBox.role = netBox.role = "img";
  let plots = null;
  let held = { rate: [], net: [] };
  let hovered = null;

  const figures = () => {
    const at = hovered ?? held.rate.length - 1;
    const when = hovered == null ? "" : `, ${clock(history.times[at] * 1000)}`;
    setText(rateHead.value, number(held.rate[at]));
    setText(rateHead.note, rateHead.unit + when);
    setText(netHead.value, signed(held.net[at]));
    setText(netHead.note, netHead.unit + when);
  };
  const hover = (index) => {
    hovered = index != null && index < history.times.length ? index : null;
    figures();
  };
  card.draw = (values, incident) => {
    held = values;
    // A chart needs the width that it gets on the page.
    queueMicrotask(() => {
      plots ??= [mentionsPlot(rateBox, hover), sentimentPlot(netBox, hover)];
      plots[0].show(history.times, held.rate, incident);
      plots[1].show(history.times, held.net, incident);
    });
    figures();
    describe(rateBox, netBox, held);
    markSeverity(card, mark, incident);
  };
  return card;
}

function describe(rateBox, netBox, { rate, net }) {
  const highest = Math.max(0, ...rate.map((value) => value ?? 0));
  const lowest = Math.min(1, ...net.map((value) => value ?? 1));
  rateBox.ariaLabel = `Mentions a second over ten minutes: now ${number(rate.at(-1))}, highest ${number(highest)}`;
  netBox.ariaLabel = `Net sentiment over ten minutes: now ${signed(net.at(-1))}, lowest ${signed(lowest)}`;
}

function markSeverity(card, mark, incident) {
  if (card.dataset.severity === incident?.severity) {
    return;
  }
  mark.replaceChildren(...(incident ? [severity(incident.severity)] : []));
  if (incident) {
    card.dataset.severity = incident.severity;
  } else {
    delete card.dataset.severity;
  }
}
