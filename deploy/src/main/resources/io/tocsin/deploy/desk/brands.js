/** The brands' cards: the rate and sentiment now, and how they came there. */
import { volumePlot } from "./charts.js";
import { byId, element, keepInStep, setText, severity } from "./dom.js";
import { clock, number, signed } from "./format.js";
import { root } from "./line.js";
import { curvesOf, pointTimes } from "./trends.js";

/** The address of a brand's page. */
export const brandAddress = (brand) => new URL(`brands/${encodeURIComponent(brand)}`, root).href;

/** Draws the brands in the desk's order. */
export function drawBrands(rows, { brands, matching }, cards, find) {
  const burning = new Map(cards.map(({ incident }) => [incident.brand, incident]));
  byId("brands-empty").hidden = rows.length > 0;
  setText(byId("brands-empty"), find && brands ? `No brand has '${find}' in its key.` : "No mention was counted yet.");
  byId("brands-more").hidden = matching <= rows.length;
  setText(byId("brands-more"), `and ${number(matching - rows.length)} calmer brands: find one by its key`);
  keepInStep(byId("brand-list"), rows, ({ brand }) => brand, createCard, (card, row) =>
    card.draw(curvesOf(row.brand), row, burning.get(row.brand)));
}

function createCard({ brand }) {
  const mark = element("span", "");
  const rate = element("strong", "", "–");
  const note = element("span", "", "mentions a second");
  const net = element("strong", "net", "–");
  const netNote = element("span", "", "net sentiment");
  const box = element("div", "plot");
  const link = element("a", "", brand);
  link.href = brandAddress(brand);
  const card = element(
    "article",
    "brand",
    element("div", "brand-head", element("h3", "", link), mark),
    element("div", "figures", element("p", "plot-head", rate, note), element("p", "plot-head", net, netNote)),
    box,
  );
  card.ariaLabel = brand;
  box.role = "img";
  let plot = null;
  let held = curvesOf(brand);
  let hovered = null;

  const figures = () => {
    const at = hovered ?? held.rate.length - 1;
    setText(rate, number(held.rate[at]));
    setText(net, signed(held.net[at]));
    net.dataset.below = held.net[at] < 0;
    setText(note, hovered == null ? "mentions a second" : `a second, ${clock(pointTimes()[at] * 1000)}`);
  };
  const hover = (index) => {
    hovered = index != null && index < pointTimes().length ? index : null;
    figures();
  };
  card.draw = (values, row, incident) => {
    held = values;
    // A chart needs the width that it gets on the page.
    queueMicrotask(() => {
      plot ??= volumePlot(box, hover);
      plot.show([pointTimes(), held.rate, held.negative], incident, []);
    });
    figures();
    describe(box, held);
    markSeverity(card, mark, row);
  };
  card.forget = () => plot?.remove();
  return card;
}

function describe(box, { rate, negative }) {
  const highest = Math.max(0, ...rate.map((value) => value ?? 0));
  const text = `Mentions a second over ten minutes: now ${number(rate.at(-1))}, of these negative ${number(negative.at(-1))}, highest ${number(highest)}`;
  if (box.ariaLabel !== text) {
    box.ariaLabel = text;
  }
}

function markSeverity(card, mark, { severity: level, drill }) {
  const drawn = `${level} ${drill}`;
  if (card.dataset.drawn === drawn) {
    return;
  }
  card.dataset.drawn = drawn;
  mark.replaceChildren(...(level ? [severity(level, drill)] : []));
  if (level) {
    card.dataset.severity = level;
  } else {
    delete card.dataset.severity;
  }
}
