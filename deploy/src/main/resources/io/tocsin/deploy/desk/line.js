/** The line to the desk: hears what is new, and connects again by itself. */

/** The desk's own address, whatever prefix a proxy serves it under. */
export const root = new URL("../", import.meta.url);

/** The desk speaks every second; silent for so long, the line is taken for hanging. */
const HUNG_SECONDS = 10;
const RETRY_MILLIS = 2000;

let source = null;
let heardAt = performance.now();
let nextTry = 0;
let ask = {};
let hear = () => {};
let refused = () => {};

/** For how long nothing was heard. */
export const silentSeconds = () => (performance.now() - heardAt) / 1000;

/**
 * Begins to listen.
 *
 * @param view the part that is shown: {brand} or {find}
 * @param onNews told all that is new; after a cut, everything anew
 * @param onRefused told when the desk did not let us in, and is tried again
 */
export function listen(view, onNews, onRefused) {
  ask = view;
  hear = onNews;
  refused = onRefused;
  connect();
  setInterval(watch, 1000);
}

/** Listens to another part. */
export function lookAt(view) {
  ask = view;
  connect();
}

function connect() {
  source?.close();
  nextTry = performance.now() + RETRY_MILLIS;
  const address = new URL("api/events", root);
  Object.entries(ask).forEach(([name, value]) => address.searchParams.set(name, value));
  const opened = new EventSource(address);
  source = opened;
  opened.addEventListener("state", (event) => {
    if (opened === source) {
      heardAt = performance.now();
      hear(JSON.parse(event.data));
    }
  });
}

/** A refused or hanging line is not tried again by the browser, and nobody reloads a wall screen. */
function watch() {
  const closed = source.readyState === EventSource.CLOSED;
  if ((closed || silentSeconds() > HUNG_SECONDS) && performance.now() > nextTry) {
    if (closed) {
      refused();
    }
    connect();
  }
}
