/** One brand's page: how it goes, its incident from the first spike to the end, who is on it. */
import { bandPlot, sentimentPlot, volumePlot } from "./charts.js";
import { byId, element, setText, severity } from "./dom.js";
import { clock, number, signed } from "./format.js";
import { beginPage } from "./frame.js";
import { drawIncidents, takeIncidents } from "./incidents.js";
import { drawLedger } from "./ledger.js";
import { drawSpikes, drawTimeline } from "./timeline.js";
import { curvesOf, HISTORY_SECONDS, pointTimes, takeTrends } from "./trends.js";

const brand = decodeURIComponent(location.pathname.split("/").at(-1)).toLowerCase();
const LINES = [
  { name: "volume", line: "rate", unit: "mentions a second", words: number },
  { name: "sentiment", line: "net", unit: "net sentiment", words: signed },
];
const BANDS = [
  { name: "usual", band: "volume", signal: "VOLUME", unit: "voices in the detector's window" },
  { name: "negative", band: "negativity", signal: "NEGATIVITY", unit: "negativity in the detector's window" },
];

let rows = [];
let detail = { spikes: [], volume: [], negativity: [], timelines: {} };
let hovered = null;

const hover = (index) => {
  hovered = index;
  drawFigures();
};
const plots = {
  volume: volumePlot(byId("volume-plot"), hover),
  usual: bandPlot(byId("usual-plot"), false),
  negative: bandPlot(byId("negative-plot"), true),
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
  plots.volume.show([pointTimes(), rate, negative], incident, own);
  plots.sentiment.show([pointTimes(), net], incident, []);
  BANDS.forEach((one) => drawBand(one, incident, own.filter(({ signal }) => signal === one.signal)));
  drawFigures();
  describe("volume", rate, "Mentions a second", number);
  describe("sentiment", net, "Net sentiment", signed);
  drawKey(own.length > 0);
}

/** What the detector saw at its latest looks, and what it held that against. */
function drawBand({ name, band, unit }, incident, spikes) {
  const oldest = (pointTimes().at(-1) ?? 0) - HISTORY_SECONDS;
  const looks = detail[band].filter(({ at }) => Date.parse(at) / 1000 > oldest);
  const line = (figure) => looks.map((look) => look[figure]);
  const now = looks.at(-1);
  plots[name].show([looks.map(({ at }) => Date.parse(at) / 1000), line("upperBound"), line("expected"), line("observed")], incident, spikes);
  setText(byId(`${name}-now`), number(now?.observed));
  setText(byId(`${name}-note`), now?.expected == null ? unit : `${unit}, usual ${number(now.expected)}, chance up to ${number(now.upperBound)}`);
  byId(`${name}-plot`).ariaLabel = now ? `${unit}: now ${number(now.observed)}, usual ${number(now.expected)}, chance up to ${number(now.upperBound)}` : `${unit}: nothing yet`;
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
  const parts = [["all", "all mentions"], ["bad", "negative ones"], ...(spiked ? [["spike", "spike"]] : [])];
  if (byId("volume-key").childElementCount !== parts.length) {
    byId("volume-key").replaceChildren(...parts.map(([kind, words]) => element("span", `key-${kind}`, words)));
  }
}

byId("brand-name").textContent = brand;
document.title = `${brand} · Tocsin desk`;
beginPage({ brand }, draw);
