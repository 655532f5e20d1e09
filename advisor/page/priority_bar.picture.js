// The live picture: the page's own chart drawn again, best first, with one scale for all strips.

const LESSON_DOWN = 11; // pixels from the end of the tick to the middle of the words under it
const AXIS_UP = 19; // pixels from the first line up to the foot of the axis's words

/** Round hours for an axis of about eight lines. */
export function axisHours(longest) {
  const rough = longest / 8;
  const power = 10 ** Math.floor(Math.log10(rough));
  const error = rough / power;
  const step = power * (error >= 7.07 ? 10 : error >= 3.16 ? 5 : error >= 1.41 ? 2 : 1);
  const lines = Math.floor(longest / step + 1e-9);
  return Array.from({ length: lines + 1 }, (_, line) => Number((line * step).toFixed(6)));
}

/** The live picture: at most `most` strips and the opened one, best first, on one scale. */
class Picture {
  constructor(parent) {
    this.svg = drawn(parent, "svg", { class: "picture", "aria-hidden": "true" });
    this.axis = drawn(this.svg, "g", { class: "axis" });
    this.strips = new Map();
    this.lesson = ["takes", "worth"].map(() => drawn(this.svg, "text", { class: "lesson" }));
  }

  /** Takes another sheet, size or paper; draws nothing yet. */
  prepare(sheet, paper, width, font) {
    this.sheet = sheet;
    this.paper = paper;
    this.width = width;
    for (const strip of this.strips.values()) strip.group.remove();
    this.strips.clear();
    this.font = font;
    this.hours = null;
  }

  /** Hours the picture must reach so that every bar, tick and toss-up band is inside. */
  needed(judged) {
    const ends = judged.map((one) => Math.max(one.worth, one.row.cost + this.sheet.toss_up));
    return this.sheet.lengths.margin * Math.max(0, ...ends);
  }

  shown(judged) {
    return judged.filter((one, place) => place < this.sheet.most || one.row.opened);
  }

  draw(judged, before, longest) {
    const scale = this.width / longest;
    const shown = this.shown(judged);
    const tops = this.tops(shown);
    const here = new Set(shown.map((one) => one.row.row));
    for (const [row, strip] of this.strips) {
      if (here.has(row)) continue;
      strip.group.remove();
      this.strips.delete(row);
    }
    shown.forEach((one, place) => {
      const strip = this.strip(one.row);
      strip.show(one, before.get(one.row.row), this.sheet, this.paper, scale);
      strip.stand(tops[place]);
    });
    const height = (tops.at(-1) ?? 0) + this.sheet.lengths.strip;
    set(this.svg, { width: this.width, height });
    this.rule(longest, scale, height);
    this.teach(shown[0], longest, scale);
  }

  /** Under the first strip, once: which mark is the cost and which the worth. */
  teach(first, longest, scale) {
    const at = this.sheet.lengths;
    const [cost, worth] = [first.row.cost, first.worth];
    const left = cost < at.near_edge * longest || worth < cost;
    const both = worth - cost > (left ? at.room_for_both : at.near_edge) * longest;
    const y = at.first + at.bar_bottom + at.tick_out + LESSON_DOWN + FOOT;
    const [takes, is] = this.lesson;
    for (const text of this.lesson) set(text, { y, fill: this.paper.quiet });
    set(takes, { x: cost * scale + (left ? -5 : 5), "text-anchor": left ? "start" : "end" });
    set(is, { x: worth * scale + 5, "text-anchor": "end" });
    write(takes, left ? `▲ takes ${plainHours(cost)}` : `takes ${plainHours(cost)} ▲`);
    write(is, both ? `worth ${plainHours(worth)} ▲` : "");
  }

  strip(row) {
    if (!this.strips.has(row.row)) {
      const strip = new Strip(this.svg, row, this.sheet);
      strip.fix(this.sheet, this.paper, this.width, this.font);
      this.strips.set(row.row, strip);
    }
    return this.strips.get(row.row);
  }

  /** Pixels from the top: room under the first for its labels, room between verdicts. */
  tops(shown) {
    const at = this.sheet.lengths;
    let [top, last] = [at.first, null];
    return shown.map((one, place) => {
      if (place === 1) top += at.taught;
      if (last !== null && one.decision !== last) top += at.group_gap;
      last = one.decision;
      const here = top;
      top += at.strip;
      return here;
    });
  }

  rule(longest, scale, height) {
    if (this.hours === `${longest} ${height}`) return;
    this.hours = `${longest} ${height}`;
    const lines = axisHours(longest);
    const every = this.width / lines.length < 44 ? 2 : 1;
    while (this.axis.children.length > lines.length) this.axis.lastChild.remove();
    lines.forEach((hours, place) => {
      const line = this.axis.children[place] ?? this.line();
      const x = (hours * scale).toFixed(2);
      set(line.firstChild, { x1: x, x2: x, y1: 0, y2: height, stroke: this.paper.grid });
      const end = hours * scale > this.width - 12 ? "end" : hours === 0 ? "start" : "middle";
      set(line.lastChild, { x, y: -AXIS_UP, fill: this.paper.quiet, "text-anchor": end });
      write(line.lastChild, place % every ? "" : `${hours} h`);
    });
  }

  line() {
    const group = drawn(this.axis, "g");
    drawn(group, "line");
    drawn(group, "text");
    return group;
  }
}
