// Where the live picture stands and how it hands over: in place of the page's own chart or, where
// that cannot be seen, as a sheet at the bar; it stays until the chart shows the new priorities.

const DRAWING = "svg.marks, canvas.marks"; // what the chart is drawn on
const SEEN = 180; // pixels of the chart that must be in the window to draw in its place
const QUIET = 120; // milliseconds without a change after which the chart counts as drawn
const PATIENCE = 1500; // milliseconds after the answer at which the live picture leaves anyhow
const LOST = 8000; // milliseconds without any answer
const SETTLE = 180; // milliseconds the scale takes to become the chart's
const LEAVE = 140; // milliseconds the picture takes to fade

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

class Live {
  constructor(root) {
    this.root = root;
    this.box = document.createElement("div");
    this.box.className = "live";
    this.box.hidden = true;
    root.append(this.box);
    this.picture = new Picture(this.box);
    this.watcher = new MutationObserver((changes) => this.watch(changes));
  }

  get on() {
    return !this.box.hidden;
  }

  /** Shows the picture as it stands before the first movement. */
  start(sheet, paper, weights) {
    clearTimeout(this.waiting);
    this.watcher.disconnect();
    const standing = this.on && !this.box.classList.contains("leaving");
    this.sheet = sheet;
    this.box.classList.remove("leaving");
    this.box.hidden = sheet.rows.length === 0;
    if (this.box.hidden) return;
    const judged = ranked(sheet, weights);
    this.before = new Map(judged.map((one) => [one.row.row, lookOf(one)]));
    if (!standing) {
      this.longest = sheet.longest;
      this.seat(paper);
      this.cover(true);
    }
    this.picture.draw(judged, this.before, this.longest);
  }

  /** The bars under these weights; the scale only ever grows, so that bars can be compared. */
  follow(weights) {
    if (!this.on) return;
    const judged = ranked(this.sheet, weights);
    this.longest = Math.max(this.longest, this.picture.needed(this.picture.shown(judged)));
    this.picture.draw(judged, this.before, this.longest);
  }

  /** Verdicts that are not what they were, as sentences. */
  turned(weights) {
    if (!this.before) return [];
    return ranked(this.sheet, weights)
      .filter((one) => this.before.get(one.row.row) !== lookOf(one))
      .map((one) => {
        const [now, was] = [lookOf(one), this.before.get(one.row.row)];
        return `${one.row.name}: ${this.sheet.words[now]}, was ${this.sheet.words[was]}.`;
      });
  }

  release() {
    if (!this.on) return;
    const chart = this.chart();
    this.lastChange = 0;
    if (chart) this.watcher.observe(chart, { subtree: true, childList: true, attributes: true });
    this.waiting = setTimeout(() => this.leave(), LOST);
  }

  /** Python answered: settle on its figures and scale, and wait for the chart to be drawn. */
  answer(sheet, paper, weights) {
    if (!this.on) return;
    clearTimeout(this.waiting);
    this.sheet = sheet;
    const from = this.longest;
    this.seat(paper);
    const judged = ranked(sheet, weights);
    const started = performance.now();
    const settle = () => {
      const share = calm() ? 1 : Math.min(1, (performance.now() - started) / SETTLE);
      this.longest = from + (sheet.longest - from) * share;
      this.picture.draw(judged, this.before, this.longest);
      if (share < 1 && this.on) requestAnimationFrame(settle);
    };
    settle();
    this.handOver(started);
  }

  handOver(answered) {
    const now = performance.now();
    const drawn = this.lastChange > 0 && now - this.lastChange > QUIET;
    const done = now - answered > SETTLE && (drawn || !this.inPlace);
    if (done || now - answered > PATIENCE) this.leave();
    else this.waiting = setTimeout(() => this.handOver(answered), 40);
  }

  /** Whether the chart is being drawn: its marks change, or it is put up anew. */
  watch(changes) {
    const isDrawn = ({ target, addedNodes }) =>
      target.closest?.(DRAWING) || [...addedNodes].some((node) => node.matches?.(DRAWING));
    if (changes.some(isDrawn)) this.lastChange = performance.now();
  }

  leave() {
    clearTimeout(this.waiting);
    this.watcher.disconnect();
    if (!this.on) return;
    this.cover(false);
    this.box.classList.add("leaving");
    this.waiting = setTimeout(() => (this.box.hidden = true), calm() ? 0 : LEAVE);
  }

  /** Lies over the chart also while both are fading because the page is being worked out anew. */
  cover(over) {
    const own = this.root.getRootNode().host?.closest('[data-testid="stElementContainer"]');
    if (own) own.style.zIndex = over ? "5" : "";
    if (over) this.oldDrawing = this.chart()?.querySelector(DRAWING);
    if (this.oldDrawing) this.oldDrawing.style.visibility = over && this.inPlace ? "hidden" : "";
  }

  chart() {
    return this.picked && document.querySelector(`.st-key-${CSS.escape(this.picked)}`);
  }

  /** Puts the box over the chart, its bars over the chart's bars; else at the bar. */
  seat(paper) {
    const chart = this.chart();
    const outer = chart?.getBoundingClientRect();
    const seen = outer ? Math.min(outer.bottom, innerHeight) - Math.max(outer.top, 0) : 0;
    this.inPlace = Boolean(outer) && outer.width > 0 && seen >= Math.min(SEEN, outer.height);
    const seat = this.inPlace ? this.overChart(chart, outer) : this.atBar();
    Object.assign(this.box.style, seat.box);
    this.box.classList.toggle("sheet", !this.inPlace);
    Object.assign(this.picture.svg.style, seat.drawing);
    const font = getComputedStyle(this.box).fontFamily;
    this.picture.prepare(this.sheet, paper, seat.width, font);
  }

  overChart(chart, outer) {
    const root = this.root.getBoundingClientRect();
    const frame = chart.querySelector(".role-frame.root path.background");
    const plot = frame?.getBoundingClientRect() ?? outer;
    const px = (length) => `${length}px`;
    return {
      width: plot.width,
      box: {
        left: px(outer.left - root.left - 2),
        top: px(outer.top - root.top - 2),
        width: px(outer.width + 4),
        height: "auto",
        minHeight: px(outer.height + 4),
        maxHeight: "none",
      },
      drawing: { left: px(plot.left - outer.left + 2), top: px(plot.top - outer.top + 2) },
    };
  }

  /** A sheet under the bar, or over it where there is more room. */
  atBar() {
    const root = this.root.getBoundingClientRect();
    const [under, over] = [innerHeight - root.bottom - 16, root.top - 70];
    const below = under >= Math.min(SEEN, over);
    const edge = `${root.height + 6}px`;
    return {
      width: root.width - 32,
      box: {
        left: "0",
        width: "100%",
        top: below ? edge : "auto",
        bottom: below ? "auto" : edge,
        minHeight: "0",
        height: `${Math.max(SEEN, below ? under : over)}px`,
      },
      drawing: { left: "16px", top: "36px" },
    };
  }
}
