/** How the page looks: light or dark, on a desk or on a wall. An address may say so: ?theme=dark&wall */
import { byId } from "./dom.js";

const THEMES = ["auto", "light", "dark"];
const KEY = "tocsin-desk-look";

const page = document.documentElement;
const asked = new URLSearchParams(location.search);
const look = { theme: "auto", wall: false, ...kept() };

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch (fault) {
    return {};
  }
}

/** Puts the controls into use. */
export function beginModes() {
  if (THEMES.includes(asked.get("theme"))) {
    look.theme = asked.get("theme");
  }
  if (asked.has("wall")) {
    look.wall = asked.get("wall") !== "off";
  }
  byId("theme").addEventListener("change", () => change({ theme: byId("theme").value }));
  byId("wall").addEventListener("click", () => change({ wall: !look.wall }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
}

function change(wish) {
  Object.assign(look, wish);
  localStorage.setItem(KEY, JSON.stringify(look));
  draw();
}

function draw() {
  page.dataset.theme = look.theme;
  page.dataset.wall = look.wall;
  byId("theme").value = look.theme;
  byId("wall").ariaPressed = String(look.wall);
  document.dispatchEvent(new CustomEvent("look"));
}
