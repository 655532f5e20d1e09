// What is seen of the bar: six segments, five boundaries, a bubble of numbers, a key of names.

const NARROW = 34; // pixels below which a segment has no room for its number
const HINT = "Drag a boundary: 100 points in all";

function made(tag, className, parent, attributes = {}) {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

/** How light a colour is, 0 … 1 (WCAG relative luminance); takes #rrggbb or rgb(r, g, b). */
function lightness(colour) {
  const hex = /^#(..)(..)(..)/.exec(colour.trim());
  const white = [255, 255, 255];
  const parts = hex
    ? hex.slice(1).map((two) => parseInt(two, 16))
    : colour.match(/[\d.]+/g) ?? white;
  const linear = (part) => (part <= 10.31 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = parts.slice(0, 3).map((part) => linear(Number(part)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

class Face {
  constructor(parent) {
    this.root = made("div", "priorities", parent, {
      role: "group",
      "aria-label": "What matters to you: 100 points among six reasons",
    });
    this.bubble = made("div", "bubble", this.root, { "aria-hidden": "true" });
    this.track = made("div", "track", this.root);
    this.key = made("ul", "key", this.root);
    this.said = made("div", "said", this.root, { role: "status" });
    this.width = this.track.clientWidth;
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this.track);
  }

  build(motives) {
    this.motives = motives;
    this.segments = motives.map(({ key, colour }) => {
      const segment = made("div", "segment", this.track, {
        "data-motive": key,
        "aria-hidden": "true",
      });
      const ink = lightness(colour) > 0.179 ? "#000" : "#fff";
      Object.assign(segment.style, { background: colour, color: ink });
      return segment;
    });
    this.handles = motives.slice(1).map((right, boundary) =>
      made("div", "boundary", this.track, {
        role: "slider",
        tabindex: "0",
        "aria-orientation": "horizontal",
        "aria-label": `${motives[boundary].label} against ${right.label}`,
      })
    );
    this.counts = motives.map(({ label, colour }) => {
      const item = made("li", "", this.key);
      made("span", "swatch", item).style.background = colour;
      made("span", "label", item).textContent = label;
      return made("b", "", item);
    });
  }

  get dark() {
    const page = getComputedStyle(this.root).getPropertyValue("--st-background-color");
    return lightness(page) <= 0.4;
  }

  fit() {
    this.width = this.track.clientWidth;
    if (this.points) this.show(this.points, this.held);
  }

  /** The bar at these points; `held` is the boundary in the hand, or null. */
  show(points, held) {
    Object.assign(this, { points, held });
    const ends = boundariesOf(points);
    this.segments.forEach((segment, place) => {
      segment.style.left = `${ends[place - 1] ?? 0}%`;
      segment.style.width = `${points[place]}%`;
      segment.textContent = points[place];
      segment.classList.toggle("slim", (points[place] / POINTS) * this.width < NARROW);
      this.counts[place].textContent = points[place];
    });
    ends.forEach((end, boundary) => this.showHandle(boundary, end));
    this.showBubble(ends);
    this.showKey();
  }

  /** The two motivations a boundary parts, and their points. */
  beside(boundary) {
    const both = (list) => list.slice(boundary, boundary + 2);
    return [...both(this.motives.map(({ label }) => label)), ...both(this.points)];
  }

  showHandle(boundary, end) {
    const handle = this.handles[boundary];
    const [one, other, left, right] = this.beside(boundary);
    handle.style.left = `${end}%`;
    const values = { min: 0, max: left + right, now: left };
    for (const [name, value] of Object.entries(values)) {
      handle.setAttribute(`aria-value${name}`, value);
    }
    handle.setAttribute("aria-valuetext", `${one} ${left}, ${other} ${right} points`);
    handle.classList.toggle("held", this.held === boundary);
  }

  showBubble(ends) {
    const held = this.held !== null;
    this.bubble.classList.toggle("held", held);
    const [one, other, left, right] = held ? this.beside(this.held) : [];
    this.bubble.style.setProperty("--at", held ? `${ends[this.held]}%` : "0");
    this.bubble.textContent = held ? `${one} ${left} · ${right} ${other}` : HINT;
  }

  showKey() {
    [...this.key.children].forEach((item, place) => {
      const concerned = this.held === null || place === this.held || place === this.held + 1;
      item.classList.toggle("aside", !concerned);
    });
  }

  /** Focus without a ring: the hand shows where it is. */
  focusByHand(boundary) {
    this.handles[boundary].focus({ preventScroll: true });
    this.handles[boundary].classList.add("by-hand");
  }

  leave() {
    this.sizes.disconnect();
    this.root.remove();
  }
}
