/** The overview: what burns, all brands, and what was done. */
import { drawBrands } from "./brands.js";
import { byId, setText } from "./dom.js";
import { clock } from "./format.js";
import { beginPage } from "./frame.js";
import { drawIncidents, takeIncidents } from "./incidents.js";
import { drawLedger } from "./ledger.js";
import { lookAt } from "./line.js";
import { takeTrends } from "./trends.js";

/** A person who types is not asked about each letter. */
const TYPING_MILLIS = 250;

const find = byId("find");
let rows = [];
let typing = null;

function draw(news) {
  rows = news.rows ?? rows;
  takeTrends(news.trends, new Set(rows.map(({ brand }) => brand)), news.whole);
  const cards = takeIncidents(news.happenings, news.whole);
  drawIncidents(cards, news.eventTime, news.totals);
  drawBrands(rows, news.totals, cards, find.value.trim());
  drawLedger(news.happenings);
  drawPlan(news.happenings?.plan);
}

function drawPlan(plan) {
  if (plan) {
    const { version, since, by } = plan;
    setText(byId("plan"), version == null ? "Not known." : `Version ${version}, since ${clock(since)}, by ${by}.`);
  }
}

const view = () => (find.value.trim() ? { find: find.value.trim() } : {});

/** What is looked for stands in the address, so that it can be sent to somebody. */
function search() {
  const address = new URL(location.href);
  if (find.value.trim()) {
    address.searchParams.set("find", find.value.trim());
  } else {
    address.searchParams.delete("find");
  }
  history.replaceState(null, "", address);
  lookAt(view());
}

find.value = new URLSearchParams(location.search).get("find") ?? "";
find.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, TYPING_MILLIS);
});
beginPage(view(), draw);
