/** The points of the charts, as the desk tells them. */

/** How far back the charts reach. */
export const HISTORY_SECONDS = 600;

const LINES = { rate: "mentionsPerSecond", negative: "negativePerSecond", net: "netSentiment" };
const NOTHING = Object.freeze({ rate: [], negative: [], net: [] });

let times = [];
const curves = new Map();

/** The times of all points, epoch seconds. */
export const pointTimes = () => times;

/** One brand's points, as many as there are times. */
export const curvesOf = (brand) => curves.get(brand) ?? NOTHING;

/** Takes points; they replace those of the same time. Brands that are no longer shown are forgotten. */
export function takeTrends({ epochSeconds, brands }, shown, whole) {
  if (whole) {
    times = [];
    curves.clear();
  }
  const at = epochSeconds.length ? times.findIndex((held) => held >= epochSeconds[0]) : -1;
  times.splice(at < 0 ? times.length : at, Infinity, ...epochSeconds);
  brands.forEach(takeBrand);
  curves.forEach((held, brand) => (shown.has(brand) ? pad(held) : curves.delete(brand)));
  forgetOld();
}

/** What is told of a brand are the points of the latest times. */
function takeBrand(trend) {
  const held = curves.get(trend.brand) ?? {};
  for (const [line, told] of Object.entries(LINES)) {
    const kept = times.length - trend[told].length;
    held[line] = [...padded(held[line] ?? [], kept), ...trend[told]];
  }
  curves.set(trend.brand, held);
}

const padded = (values, length) => Array.from({ length }, (unused, i) => values[i] ?? null);

function pad(held) {
  for (const line of Object.keys(LINES)) {
    held[line] = padded(held[line], times.length);
  }
}

function forgetOld() {
  const oldest = times.at(-1) - HISTORY_SECONDS;
  const gone = times.findIndex((at) => at >= oldest);
  if (gone > 0) {
    times.splice(0, gone);
    curves.forEach((held) => Object.values(held).forEach((values) => values.splice(0, gone)));
  }
}
