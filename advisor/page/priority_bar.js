// The priority bar in the hand: boundaries are dragged or moved by keys, the live picture follows,
// and Python hears of it once, on release.

const REACH = { mouse: 14, pen: 18, touch: 24 }; // pixels from a boundary that still grab it
const STARTS = 0.5; // points the hand moves before it counts as a drag
const KEYS_REST = 450; // milliseconds after the last key at which the points are handed over
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 };
const TOLD = 3; // verdict changes told one by one

class PriorityBar {
  constructor(parent) {
    this.face = new Face(parent);
    this.live = new Live(this.face.root);
    this.held = null;
    this.listen();
  }

  /** New figures or priorities from Python. While a boundary is held the hand is right. */
  update(data, send) {
    this.send = send;
    if (!this.sheet) this.begin(data);
    this.sheet = data.preview;
    this.live.picked = data.picture;
    this.missed = this.held && data;
    const late = data.answered < this.turn && performance.now() - this.sentAt < LOST;
    if (this.held || late) return;
    this.turn = data.answered;
    this.weights = data.weights;
    this.points = wholePoints(data.weights);
    this.show();
    this.live.answer(this.sheet, this.paper(), this.weights);
  }

  /** The first figures: there is something to hold from now on. */
  begin(data) {
    this.turn = data.answered;
    this.face.build(data.preview.motives);
    this.face.handles.forEach((handle, boundary) => {
      handle.addEventListener("keydown", (event) => this.onKey(event, boundary));
      handle.addEventListener("blur", () => {
        handle.classList.remove("by-hand");
        if (this.held?.by === "keys") this.commit();
      });
    });
  }

  paper() {
    return this.face.dark ? this.sheet.paper.dark : this.sheet.paper.light;
  }

  show() {
    this.face.show(this.points, this.held?.boundary ?? null);
  }

  listen() {
    const { track } = this.face;
    const dragged = () => this.held?.by === "pointer";
    track.addEventListener("pointerdown", (event) => this.onGrab(event));
    track.addEventListener("pointermove", (event) => this.onMove(event));
    track.addEventListener("pointerup", () => dragged() && this.commit());
    track.addEventListener("pointercancel", () => dragged() && this.revert());
  }

  hold(by, boundary) {
    const start = this.held?.start ?? { points: this.points, weights: this.weights };
    this.held = { by, boundary, start, moved: this.held?.moved };
  }

  onGrab(event) {
    if (event.button !== 0 || !this.points) return;
    if (this.held) this.commit();
    const box = this.face.track.getBoundingClientRect();
    const at = boundariesOf(this.points).map((end) => box.left + (end / POINTS) * box.width);
    const far = at.map((x) => Math.abs(event.clientX - x));
    const near = Math.min(...far);
    if (near > (REACH[event.pointerType] ?? REACH.mouse)) return;
    event.preventDefault();
    this.hold("pointer", null);
    const nearest = far.indexOf(near);
    Object.assign(this.held, { box, from: event.clientX, nearest });
    this.face.focusByHand(nearest);
    this.face.track.setPointerCapture(event.pointerId);
  }

  onMove(event) {
    if (this.held?.by !== "pointer") return;
    this.held.x = event.clientX;
    this.frame ??= requestAnimationFrame(() => this.drag());
  }

  /** Follows the hand, once a frame. */
  drag() {
    this.frame = null;
    const { held } = this;
    if (held?.by !== "pointer" || held.x === undefined) return;
    const by = ((held.x - held.from) / held.box.width) * POINTS;
    if (held.boundary === null) {
      if (Math.abs(by) < STARTS) return;
      held.boundary = this.movable(held.nearest, by);
      this.face.focusByHand(held.boundary);
    }
    this.give(held.boundary, held.start.points[held.boundary] + by, held.start.points);
  }

  /** Of boundaries in one place, the one that can go where the hand goes. */
  movable(nearest, by) {
    const ends = boundariesOf(this.points);
    return by < 0 ? ends.indexOf(ends[nearest]) : ends.lastIndexOf(ends[nearest]);
  }

  /** Leaves `left` of `points` to the motivation on the left of the boundary. */
  give(boundary, left, points) {
    const given = shifted(points, boundary, left);
    if (given.join() === this.points.join()) return;
    const { start } = this.held;
    if (!this.held.moved) this.live.start(this.sheet, this.paper(), start.weights);
    this.held.moved = true;
    this.points = given;
    this.weights = given.join() === start.points.join() ? start.weights : given;
    this.show();
    this.live.follow(this.weights);
  }

  onKey(event, boundary) {
    if (event.key === "Escape" && this.held) return this.revert();
    const [left, right] = this.points.slice(boundary, boundary + 2);
    const step = (STEPS[event.key] ?? 0) * (event.shiftKey ? 5 : 1);
    const goal = { Home: 0, End: left + right }[event.key] ?? (step ? left + step : null);
    if (goal === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (this.held?.by === "pointer") return;
    this.face.handles[boundary].classList.remove("by-hand");
    this.hold("keys", boundary);
    this.give(boundary, goal, this.points);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.held?.by === "keys" && this.commit(), KEYS_REST);
  }

  /** Let go: hands the points to Python, once, if they are others than before. */
  commit() {
    if (this.frame) cancelAnimationFrame(this.frame);
    if (this.held.by === "pointer") this.drag();
    const { start } = this.held;
    if (this.points.join() === start.points.join()) return this.revert();
    clearTimeout(this.resting);
    this.held = null;
    this.missed = null;
    this.turn += 1;
    this.sentAt = performance.now();
    this.show();
    this.live.release();
    this.tell();
    this.send("released", { points: this.points, turn: this.turn });
  }

  /** Back to where it was taken; what Python said meanwhile counts now. */
  revert() {
    clearTimeout(this.resting);
    Object.assign(this, this.held.start, { held: null });
    this.show();
    this.live.leave();
    if (this.missed) this.update(this.missed, this.send);
  }

  tell() {
    const turned = this.live.turned(this.weights);
    const more = turned.length > TOLD ? ` And ${turned.length - TOLD} more.` : "";
    const told = turned.slice(0, TOLD).join(" ") + more;
    this.face.said.textContent = told || "No verdict changes.";
  }

  leave() {
    clearTimeout(this.resting);
    this.live.leave();
    this.face.leave();
  }
}

const bars = new WeakMap();

/** Called with every answer of Python, and once for each that another overtakes while this loads. */
export default function ({ data, parentElement, setTriggerValue }) {
  if (!bars.has(parentElement)) bars.set(parentElement, new PriorityBar(parentElement));
  const bar = bars.get(parentElement);
  bar.update(data, setTriggerValue);
  return () => {
    if (parentElement.isConnected) return; // an overtaken call says goodbye to the bar of the next
    bar.leave();
    bars.delete(parentElement);
  };
}
