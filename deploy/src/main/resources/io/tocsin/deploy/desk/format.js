/** Numbers and times for people. */

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const SHORT_TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_DIGIT = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const COMPACT = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

/** Hours, minutes and seconds in the viewer's zone. */
export const clock = (instant) => TIME.format(new Date(instant));

/** Hours and minutes in the viewer's zone, with the day where it is not today. */
export function moment(instant) {
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return today ? SHORT_TIME.format(at) : `${DAY.format(at)}, ${SHORT_TIME.format(at)}`;
}

/** '8 s', '4 min', '2 h 05 min', '3 d'. */
export function duration(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 100) {
    return `${s} s`;
  }
  const minutes = Math.floor(s / 60);
  if (minutes < 100) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h ${String(minutes % 60).padStart(2, "0")} min`
    : `${Math.floor(hours / 24)} d`;
}

/** A count or rate: one digit after the point below 100, none above. */
export function number(value) {
  if (value == null) {
    return "–";
  }
  return Math.abs(value) < 100 && !Number.isInteger(value) ? ONE_DIGIT.format(value) : WHOLE.format(value);
}

export const people = (value) => COMPACT.format(value);

export const percent = (share) => `${Math.round(share * 100)}%`;

/** From −1 to +1 with its sign. */
export function signed(value) {
  if (value == null) {
    return "–";
  }
  const digits = Math.abs(value).toFixed(2);
  return value < 0 ? `−${digits}` : `+${digits}`;
}
