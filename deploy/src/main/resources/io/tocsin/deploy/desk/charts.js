/** The charts of one brand: mentions a second above, net sentiment below, on one time axis. */
import uPlot from "/assets/uplot.js";

/** How far back the charts reach. */
export const HISTORY_SECONDS = 600;

const scheme = matchMedia("(prefers-color-scheme: dark)");
const drawn = new Set();
let colours = readColours();

scheme.addEventListener("change", () => {
  colours = readColours();
  drawn.forEach((plot) => plot.redraw(false, true));
});

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "muted", "line", "surface", "accent", "accent-wash", "below"];
  const tones = ["critical", "warning", "notice"].flatMap((tone) => [tone, `${tone}-wash`]);
  return Object.fromEntries([...names, ...tones].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const font = () => `${0.72 * rem()}px ${getComputedStyle(document.body).fontFamily}`;
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Shades the time of an incident behind the curve. */
function shadeIncident(plot, incident) {
  if (!incident) {
    return;
  }
  const { ctx, bbox } = plot;
  const tone = incident.severity.toLowerCase();
  const start = plot.valToPos(Date.parse(incident.since) / 1000, "x", true);
  const left = Math.max(bbox.left, Math.min(start, bbox.left + bbox.width));
  ctx.save();
  ctx.fillStyle = colours[`${tone}-wash`];
  ctx.fillRect(left, bbox.top, bbox.left + bbox.width - left, bbox.height);
  if (start >= bbox.left) {
    ctx.fillStyle = colours[tone];
    ctx.fillRect(left - 1, bbox.top, 2, bbox.height);
  }
  ctx.restore();
}

function axes(valueSplits, valueText, timeAxis) {
  const shared = { stroke: () => colours.muted, font: font(), ticks: { show: false } };
  return [
    {
      ...shared,
      size: timeAxis ? 1.8 * rem() : 0,
      gap: 8,
      space: 5 * rem(),
      values: (plot, splits) =>
        timeAxis
          ? splits.map((at) => new Date(at * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }))
          : splits.map(() => ""),
      grid: { show: false },
    },
    {
      ...shared,
      size: 2.6 * rem(),
      gap: 4,
      splits: valueSplits,
      values: (plot, splits) => splits.map(valueText),
      grid: { stroke: () => colours.line, width: 1 },
    },
  ];
}

/** Round top of the scale at or above the highest rate: 1, 2 or 5 times a power of ten. */
function roundTop(highest) {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 0.5)));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= highest);
}

/** One half of a brand's card. */
class Plot {
  constructor(box, { range, splits, text, series, timeAxis, onHover }) {
    this.incident = null;
    const shade = (plot) => shadeIncident(plot, this.incident);
    this.box = box;
    this.plot = new uPlot(
      {
        ...this.size(),
        padding: [8, 4, timeAxis ? 0 : 8, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 }, sync: { key: "desk", setSeries: false } },
        scales: { x: { time: true, range: (plot, min, max) => [max - HISTORY_SECONDS, max] }, y: { range } },
        axes: axes(splits, text, timeAxis),
        series: [{}, { width: 2, spanGaps: false, points: { show: false }, ...series }],
        hooks: { drawClear: [shade], setCursor: [(plot) => onHover(plot.cursor.idx)] },
      },
      [[], []],
      box,
    );
    drawn.add(this.plot);
    new ResizeObserver(() => this.plot.setSize(this.size())).observe(box);
  }

  size() {
    return { width: Math.max(120, this.box.clientWidth), height: Math.max(60, this.box.clientHeight) };
  }

  show(times, values, incident) {
    this.incident = incident;
    this.plot.setData([times, values]);
  }

  remove() {
    drawn.delete(this.plot);
    this.plot.destroy();
  }
}

export function mentionsPlot(box, onHover) {
  return new Plot(box, {
    range: (plot, min, max) => [0, roundTop(max ?? 1)],
    splits: (plot, axis, min, max) => [0, max / 2, max],
    text: (value) => String(Math.round(value * 100) / 100),
    series: { stroke: () => colours.accent, fill: () => colours["accent-wash"] },
    onHover,
  });
}

export function sentimentPlot(box, onHover) {
  return new Plot(box, {
    range: () => [-1, 1],
    splits: () => [-1, 0, 1],
    text: (value) => (value > 0 ? "+1" : value < 0 ? "−1" : "0"),
    series: {
      stroke: (plot) => byZero(plot, colours.accent, colours.below),
      fill: (plot) => byZero(plot, `${colours.accent}22`, `${colours.below}33`),
      fillTo: 0,
    },
    timeAxis: true,
    onHover,
  });
}

/** One colour above zero, another below. */
function byZero(plot, above, below) {
  const { ctx, bbox } = plot;
  const zero = (plot.valToPos(0, "y", true) - bbox.top) / bbox.height;
  if (!Number.isFinite(zero)) {
    return above;
  }
  const gradient = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height);
  const edge = Math.min(1, Math.max(0, zero));
  gradient.addColorStop(0, above);
  gradient.addColorStop(edge, above);
  gradient.addColorStop(edge, below);
  gradient.addColorStop(1, below);
  return gradient;
}
