// One invite of the live picture: a line of words over a bar of hours, a tick at its cost.

const SVG = "http://www.w3.org/2000/svg";

/** An element of the drawing, with its attributes, at the end of `parent`. */
function drawn(parent, tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  set(element, attributes);
  parent.append(element);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const FOOT = 4; // pixels from the middle of words to their foot, as the chart sets them

const measuring = document.createElement("canvas").getContext("2d");

/** The text, cut with an ellipsis where it is wider than `room` pixels in this font. */
function fitting(text, font, room) {
  measuring.font = font;
  if (measuring.measureText(text).width <= room) return text;
  const letters = Array.from(text);
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const half = (fits + over) >> 1;
    const cut = letters.slice(0, half).join("") + "…";
    if (measuring.measureText(cut).width <= room) fits = half;
    else over = half;
  }
  return letters.slice(0, fits).join("") + "…";
}

/** One invite: a line of words over a bar of hours, a tick at its cost. */
class Strip {
  constructor(parent, row, sheet) {
    this.row = row;
    this.group = drawn(parent, "g", { class: "strip", "data-row": row.row });
    this.ground = drawn(this.group, "rect", { rx: 6, class: "ground" });
    this.band = drawn(this.group, "rect", { rx: 4 });
    this.pieces = sheet.motives.map(({ key, colour }) =>
      drawn(this.group, "rect", { fill: colour, "data-motive": key, "stroke-width": 0.75 })
    );
    this.halo = drawn(this.group, "line", { "stroke-width": 7, "stroke-linecap": "round" });
    this.tick = drawn(this.group, "line", { "stroke-width": 3, "stroke-linecap": "round" });
    this.pill = drawn(this.group, "rect", { rx: 9, "stroke-width": 1.5 });
    this.verdict = drawn(this.group, "text", { class: "verdict", "text-anchor": "middle" });
    this.name = drawn(this.group, "text", { class: "name" });
    this.beside = drawn(this.group, "text", { class: "beside", "text-anchor": "end" });
  }

  /** What changes with the size of the picture or its colours only. */
  fix(sheet, paper, width, font) {
    const at = sheet.lengths;
    const [high, low] = [at.bar_top - at.tick_out, at.bar_bottom + at.tick_out];
    this.font = font;
    this.room = width;
    const picked = this.row.opened ? paper.picked : "none";
    set(this.ground, { x: -8, width: width + 8, height: at.strip - 4, fill: picked });
    set(this.band, { y: high, height: low - high, fill: paper.band });
    for (const piece of this.pieces) {
      set(piece, { y: at.bar_top, height: at.bar_bottom - at.bar_top, stroke: paper.halo });
      set(piece, { opacity: this.row.blocked ? 0.25 : 1 });
    }
    const faint = this.row.blocked ? 0.45 : 1;
    set(this.halo, { y1: high, y2: low, stroke: paper.halo, opacity: faint });
    set(this.tick, { y1: high, y2: low, stroke: paper.ink, opacity: faint });
    set(this.pill, { y: at.words_at - 9, width: at.pill, height: 18 });
    set(this.verdict, { x: at.pill / 2, y: at.words_at + FOOT });
    set(this.name, { x: at.pill + 10, y: at.words_at + FOOT, fill: paper.ink });
    set(this.beside, { x: width, y: at.words_at + FOOT, fill: paper.quiet });
    this.said = null;
  }

  /** What changes with the priorities: the bar, the tick on its scale, the words. */
  show(judged, before, sheet, paper, scale) {
    let from = 0;
    judged.hours.forEach((hours, place) => {
      const width = Math.max(0, hours * scale);
      set(this.pieces[place], { x: from.toFixed(2), width: width.toFixed(2) });
      from += width;
    });
    const [cost, around] = [this.row.cost * scale, sheet.toss_up * scale];
    const left = Math.max(0, cost - around);
    set(this.band, { x: left.toFixed(2), width: (cost + around - left).toFixed(2) });
    const at = cost.toFixed(2);
    for (const line of [this.halo, this.tick]) set(line, { x1: at, x2: at });
    this.say(judged, before, sheet, paper);
  }

  say(judged, before, sheet, paper) {
    const look = lookOf(judged);
    const turned = before !== undefined && before !== look;
    const beside = this.aside(judged, turned ? `was ${sheet.words[before]}` : "", sheet);
    if (this.said === look + beside) return;
    this.said = look + beside;
    set(this.pill, { fill: paper.pills[look], stroke: turned ? paper.words[look] : "none" });
    set(this.verdict, { fill: paper.words[look] });
    set(this.group, { "data-decision": look });
    write(this.verdict, sheet.looks[look]);
    const room = this.room - sheet.lengths.pill - 24;
    const told = fitting(beside, `13px ${this.font}`, room - 66);
    const taken = measuring.measureText(told).width;
    write(this.beside, told);
    write(this.name, fitting(this.row.name, `600 14px ${this.font}`, Math.max(70, room - taken)));
  }

  /** What stands at the right: what the verdict was, what holds it, the surplus. */
  aside(judged, was, sheet) {
    if (this.row.blocked) return this.row.aside;
    const asked = this.row.gate_unknown && judged.verdict === "ask";
    const parts = [was, this.row.own ? "you decided" : "", asked ? sheet.will_you_prepare : ""];
    return [...parts, signedHours(judged.surplus)].filter(Boolean).join("  ·  ");
  }

  /** Moves to `top` pixels; with a short transition only where the strip already stood. */
  stand(top) {
    const place = `translate(0px, ${top}px)`;
    if (this.place === place) return;
    if (this.place === undefined) this.group.style.transition = "none";
    else this.group.style.transition = "";
    this.group.style.transform = place;
    this.place = place;
  }
}
