/** One brand's page: how it goes, its incident from the first spike to the end, who is on it. */
import { negativePlot, sentimentPlot, volumePlot } from "./charts.js";
import { byId, element, setText, severity } from "./dom.js";
import { clock, number, signed } from "./format.js";
import { beginPage } from "./frame.js";
import { drawIncidents, takeIncidents } from "./incidents.js";
import { drawLedger } from "./ledger.js";
import { drawSpikes, drawTimeline } from "./timeline.js";
import { curvesOf, pointTimes, takeTrends } from "./trends.js";

const brand = decodeURIComponent(location.pathname.split("/").at(-1)).toLowerCase();
const LINES = [
  { name: "volume", line: "rate", unit: "mentions a second", words: number },
  { name: "negative", line: "negative", unit: "negative mentions a second", words: number },
  { name: "sentiment", line: "net", unit: "net sentiment", words: signed },
];

let rows = [];
let detail = { spikes: [], timelines: {} };
let hovered = null;

const hover = (index) => {
  hovered = index;
  drawFigures();
};
const plots = {
  volume: volumePlot(byId("volume-plot"), hover, true),
  negative: negativePlot(byId("negative-plot"), hover),
  sentiment: sentimentPlot(byId("sentiment-plot"), hover),
};

function draw(news) {
  rows = news.rows ?? rows;
  detail = news.detail ?? detail;
  takeTrends(news.trends, new Set([brand]), news.whole);
  const cards = takeIncidents(news.happenings, news.whole);
  drawTitle(news.totals);
  drawCurves(cards);
  drawIncidents(cards, news.eventTime, news.totals);
  drawLedger(news.happenings);
  if (news.detail || news.happenings) {
    drawSpikes(detail.spikes, brand);
    drawTimeline(detail.timelines, cards);
  }
}

function drawTitle({ matching }) {
  const row = rows[0];
  const mark = row?.severity ? [severity(row.severity)] : [];
  setText(byId("brand-note"), matching ? "last 10 minutes" : "No mention of this brand was counted yet.");
  if (byId("brand-mark").dataset.drawn !== String(row?.severity)) {
    byId("brand-mark").dataset.drawn = String(row?.severity);
    byId("brand-mark").replaceChildren(...mark);
  }
}

function drawCurves(cards) {
  const { rate, negative, net } = curvesOf(brand);
  const incident = cards[0]?.incident;
  const own = detail.spikes.filter(({ watch, drill }) => watch === brand && !drill);
  const usual = (signal) => expected(own.filter((spike) => spike.signal === signal));
  plots.volume.show([pointTimes(), rate, negative, usual("VOLUME")], incident, own.filter(({ signal }) => signal !== "NEGATIVITY"));
  plots.negative.show([pointTimes(), negative, usual("NEGATIVITY")], incident, own.filter(({ signal }) => signal === "NEGATIVITY"));
  plots.sentiment.show([pointTimes(), net], incident, []);
  drawFigures();
  describe("volume", rate, "Mentions a second", number);
  describe("negative", negative, "Negative mentions a second", number);
  describe("sentiment", net, "Net sentiment", signed);
  drawKey(own.length > 0);
}

/** What the detector takes for usual a second, where a spike says so; nothing elsewhere. */
function expected(spikes) {
  return pointTimes().map((at) => {
    const spike = spikes.find(({ since, at: until, phase }) =>
      at >= Date.parse(since) / 1000 && (phase !== "ENDED" || at <= Date.parse(until) / 1000));
    return spike ? spike.expected / (spike.windowMillis / 1000) : null;
  });
}

function drawFigures() {
  const at = hovered != null && hovered < pointTimes().length ? hovered : null;
  for (const { name, line, unit, words } of LINES) {
    const values = curvesOf(brand)[line];
    setText(byId(`${name}-now`), words(at == null ? values.at(-1) : values[at]));
    setText(byId(`${name}-note`), at == null ? unit : `${unit}, ${clock(pointTimes()[at] * 1000)}`);
  }
}

function describe(name, values, what, words) {
  const seen = values.filter((value) => value != null);
  const range = seen.length ? `: now ${words(values.at(-1))}, lowest ${words(Math.min(...seen))}, highest ${words(Math.max(...seen))}` : ": nothing yet";
  byId(`${name}-plot`).ariaLabel = `${what} over ten minutes${range}`;
}

function drawKey(spiked) {
  const parts = [["all", "all mentions"], ["bad", "negative ones"], ...(spiked ? [["usual", "what is usual"], ["spike", "spike"]] : [])];
  if (byId("volume-key").childElementCount !== parts.length) {
    byId("volume-key").replaceChildren(...parts.map(([kind, words]) => element("span", `key-${kind}`, words)));
  }
}

byId("brand-name").textContent = brand;
document.title = `${brand} · Tocsin desk`;
beginPage({ brand }, draw);
