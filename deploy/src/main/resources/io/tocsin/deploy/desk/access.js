/** Who uses this page, and the way to show it: a token is traded for a cookie no script can read. */
import { byId, setText } from "./dom.js";
import { root } from "./line.js";

/** Long before a session ends. */
const RENEW_MILLIS = 3_600_000;
const TOKEN_MARK = "#token=";

let me = { way: "STRANGER", name: null, mayRead: true, mayWrite: false };
const waiting = [];

/** The name under which a trusted proxy knows this person; null where nobody does. */
export const knownName = () => me.name;

/** Sends what changes something; asks for the token first where the desk wants one. */
export async function post(path, body) {
  const answer = await send(path, body);
  if (answer.status !== 401 || !(await signIn((await answer.json()).detail))) {
    return answer;
  }
  return send(path, body);
}

const send = (path, body) =>
  fetch(new URL(path, root), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** Finds out who uses this page; a token in the address is used up and taken out of it. */
export async function begin() {
  byId("sign-in").addEventListener("click", () => signIn(""));
  byId("door-form").addEventListener("submit", (event) => {
    event.preventDefault();
    offer(byId("door-token").value);
  });
  byId("door-close").addEventListener("click", () => byId("door").close());
  byId("door").addEventListener("close", () => settle(me.mayWrite));
  if (location.hash.startsWith(TOKEN_MARK)) {
    const token = decodeURIComponent(location.hash.slice(TOKEN_MARK.length));
    history.replaceState(null, "", location.pathname + location.search);
    await trade(token);
  } else {
    await look();
  }
  setInterval(look, RENEW_MILLIS);
}

/** Asks the desk who we are; asks for the token where we may not even read. */
export async function look() {
  try {
    become(await (await fetch(new URL("api/session", root))).json());
    if (!me.mayRead) {
      await signIn("Whoever reads here shows the desk's token first.");
    }
  } catch (fault) {
    // The desk is away; the line says so.
  }
}

function become(standing) {
  me = standing;
  byId("sign-in").hidden = me.mayWrite;
}

/** Opens the door; true once it let us through, false if the person went away. */
function signIn(why) {
  if (!byId("door").open) {
    setText(byId("door-why"), why || "Whoever acts here shows the desk's token first.");
    setText(byId("door-fault"), "");
    byId("door").showModal();
  }
  return new Promise((resolve) => waiting.push(resolve));
}

async function offer(token) {
  const fault = await trade(token);
  setText(byId("door-fault"), fault ?? "");
  if (!fault) {
    byId("door-token").value = "";
    byId("door").close();
  }
}

/** Trades the token; says what is wrong with it, or null. */
async function trade(token) {
  try {
    const answer = await send("api/session", { token });
    const told = await answer.json();
    if (!answer.ok) {
      return `Not signed in: ${told.detail}.`;
    }
    become(told);
    return null;
  } catch (fault) {
    return "The desk does not answer.";
  }
}

function settle(outcome) {
  waiting.splice(0).forEach((resolve) => resolve(outcome));
}
