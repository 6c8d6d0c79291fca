/** The charts: mentions a second, negative ones, net sentiment, on one axis of time. */
import { HISTORY_SECONDS } from "./trends.js";
import uPlot from "./uplot.js";

const COLOURS = ["ink", "muted", "line", "accent", "accent-wash", "below", "below-wash", "critical", "warning", "notice",
  "critical-wash", "warning-wash", "notice-wash"];

const drawn = new Set();
let colours = readColours();

document.addEventListener("look", renew);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew);

function renew() {
  colours = readColours();
  drawn.forEach((plot) => plot.renew());
}

/** What the stylesheet's colours are in the mode that is on; a canvas knows no variables. */
function readColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = COLOURS.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(read);
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

/** Marks where spikes began: a line and a head that points to it. */
function markSpikes(plot, spikes) {
  const { ctx, bbox } = plot;
  const size = 0.42 * rem() * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = colours.ink;
  for (const { since } of spikes) {
    const x = plot.valToPos(Date.parse(since) / 1000, "x", true);
    if (x >= bbox.left && x <= bbox.left + bbox.width) {
      ctx.fillRect(x - 0.5, bbox.top, 1, bbox.height);
      ctx.beginPath();
      ctx.moveTo(x - size, bbox.top);
      ctx.lineTo(x + size, bbox.top);
      ctx.lineTo(x, bbox.top + 1.4 * size);
      ctx.fill();
    }
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
      size: 2.9 * rem(),
      gap: 4,
      splits: valueSplits,
      values: (plot, splits) => splits.map(valueText),
      grid: { stroke: () => colours.line, width: 1 },
    },
  ];
}

/** Round top of the scale at or above the highest rate: 1, 2 or 5 times a power of ten. */
function roundTop(highest) {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 0.1)));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= highest) ?? highest;
}

/** One chart; what it is made of depends on the size of letters, so that it is made anew for another. */
class Plot {
  constructor(box, options) {
    this.box = box;
    this.options = options;
    this.data = [[], ...options.series.map(() => [])];
    this.incident = null;
    this.spikes = [];
    this.make();
    this.watcher = new ResizeObserver(() => this.plot.setSize(this.size()));
    this.watcher.observe(box);
    drawn.add(this);
  }

  make() {
    const { range, splits, text, series, bands, timeAxis, onHover } = this.options;
    this.letters = rem();
    this.plot = new uPlot(
      {
        ...this.size(),
        padding: [8, 4, timeAxis ? 0 : 8, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 }, ...(bands ? {} : { sync: { key: "desk", setSeries: false } }) },
        scales: { x: { time: true, range: (plot, min, max) => [max - HISTORY_SECONDS, max] }, y: { range } },
        axes: axes(splits, text, timeAxis),
        series: [{}, ...series.map((one) => ({ width: 2, spanGaps: false, points: { show: false }, ...one }))],
        bands: bands ?? [],
        hooks: {
          drawClear: [(plot) => shadeIncident(plot, this.incident)],
          draw: [(plot) => markSpikes(plot, this.spikes)],
          setCursor: [(plot) => onHover(plot.cursor.idx)],
        },
      },
      this.data,
      this.box,
    );
  }

  size() {
    return { width: Math.max(120, this.box.clientWidth), height: Math.max(40, this.box.clientHeight) };
  }

  /** Takes points, the incident whose time is shaded, and spikes whose onsets are marked. */
  show(data, incident, spikes) {
    this.data = data;
    this.incident = incident;
    this.spikes = spikes;
    this.plot.setData(data);
  }

  /** Draws it in the colours, and with the letters, that now hold. */
  renew() {
    if (this.letters === rem()) {
      this.plot.redraw(false, true);
    } else {
      this.plot.destroy();
      this.make();
    }
  }

  remove() {
    drawn.delete(this);
    this.watcher.disconnect();
    this.plot.destroy();
  }
}

const all = { stroke: () => colours.accent, fill: () => colours["accent-wash"] };
const bad = { stroke: () => colours.below, fill: () => colours["below-wash"], width: 1.5 };
const usual = { stroke: () => colours.muted, width: 1.5, dash: [6, 5] };
const edge = { stroke: () => colours.line, width: 1 };
const seen = (tone) => ({ stroke: () => colours[tone] });

const rates = (series, timeAxis, onHover) => ({
  range: (plot, min, max) => [0, roundTop(max ?? 1)],
  splits: (plot, axis, min, max) => [0, max / 2, max],
  text: (value) => String(Math.round(value * 100) / 100),
  series,
  timeAxis,
  onHover,
});

/** Mentions a second and the negative ones of them. */
export function volumePlot(box, onHover) {
  return new Plot(box, rates([all, bad], true, onHover));
}

/** What the detector saw, over the band from what is usual up to what chance explains. */
export function bandPlot(box, isBad) {
  return new Plot(box, {
    ...rates([edge, usual, seen(isBad ? "below" : "accent")], true, () => {}),
    bands: [{ series: [1, 2], fill: () => colours["notice-wash"] }],
  });
}

export function sentimentPlot(box, onHover) {
  return new Plot(box, {
    range: () => [-1, 1],
    splits: () => [-1, 0, 1],
    text: (value) => (value > 0 ? "+1" : value < 0 ? "−1" : "0"),
    series: [
      {
        stroke: (plot) => byZero(plot, colours.accent, colours.below),
        fill: (plot) => byZero(plot, colours["accent-wash"], colours["below-wash"]),
        fillTo: 0,
      },
    ],
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
