/** Small helpers to build the page. Text only ever becomes text. */

/** A new element with a class and children; strings become text nodes. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Sets the text only where it differs, so that a selection or a screen reader is not disturbed. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** A time for people, with the exact one for machines. */
export function time(iso, text) {
  const made = element("time", "", text);
  made.dateTime = iso;
  made.title = iso;
  return made;
}

/** Severity as shape and word; of a drill it says so. */
export function severity(level, drill = false) {
  const made = element("span", "severity", (drill ? "Drill: " : "") + (SEVERITY_WORDS[level] ?? level));
  made.dataset.severity = level;
  return made;
}

export const SEVERITY_WORDS = { NOTICE: "Notice", WARNING: "Warning", CRITICAL: "Critical" };

/**
 * Keeps one child a key in the order given: creates what is new, updates what stays, removes what
 * is gone. What has the keyboard's focus is not moved.
 */
export function keepInStep(parent, items, keyOf, create, update) {
  const held = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = held.get(key);
    if (child) {
      held.delete(key);
    } else {
      child = create(item);
      child.dataset.key = key;
    }
    update(child, item);
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(child, place);
    }
  }
  held.forEach((child) => {
    child.forget?.();
    child.remove();
  });
}
