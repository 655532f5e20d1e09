// The invites weighed anew under other priorities: the same sums in the same order as
// advisor/decision, so that a preview and the assessment agree to the last bit.

/** The numbers added one after the other. */
function addUp(numbers) {
  return numbers.reduce((sum, number) => sum + number);
}

/** The six weights as shares of one. */
export function sharesOf(weights) {
  const most = Math.max(...weights);
  const scaled = weights.map((weight) => weight / most);
  const sum = addUp(scaled);
  return scaled.map((weight) => weight / sum);
}

/** Hours, worth and surplus of one invite; `ifMet` is what each reason is worth when fully met. */
export function weigh(row, ifMet) {
  const hours = row.values.map((value, place) => value * ifMet[place]);
  const worth = addUp(hours);
  return { row, hours, worth, surplus: worth - row.cost };
}

/** The verdict table; the first line whose condition holds decides. */
const LINES = [
  [(row) => row.blocked, "decline"],
  [(row) => row.first_choice && row.gate_unknown, "ask"],
  [(row) => row.first_choice, "accept"],
  [(row, surplus, tossUp) => surplus <= -tossUp, "decline"],
  [(row) => row.gate_unknown, "ask"],
  [(row, surplus, tossUp) => surplus >= tossUp, "accept"],
  [() => true, "ask"],
];

export function verdictOf(row, surplus, tossUp) {
  return LINES.find(([holds]) => holds(row, surplus, tossUp))[1];
}

const BEST_FIRST = ["accept", "ask", "decline"];

/** Accepts, asks, declines; the first choice first; the larger surplus; the sheet's order. */
function compare(one, other) {
  return (
    BEST_FIRST.indexOf(one.decision) - BEST_FIRST.indexOf(other.decision) ||
    Number(other.row.first_choice ?? 0) - Number(one.row.first_choice ?? 0) ||
    other.surplus - one.surplus ||
    one.row.row - other.row.row
  );
}

/** Every invite under these weights, best first: hours, worth, surplus, verdict, decision. */
export function ranked(preview, weights) {
  const ifMet = sharesOf(weights).map((share) => preview.full_worth * share);
  const judged = preview.rows.map((row) => {
    const weighed = weigh(row, ifMet);
    const verdict = verdictOf(row, weighed.surplus, preview.toss_up);
    return { ...weighed, verdict, decision: row.own ?? verdict };
  });
  return judged.sort(compare);
}

/** The decision as it is shown: a planned move stays one as long as it is an accept. */
export function lookOf(judged) {
  return judged.row.moved && judged.decision === "accept" ? "move" : judged.decision;
}

export const POINTS = 100;

/** The weights as whole points of 100: largest remainders, ties to the earlier motivation. */
export function wholePoints(weights) {
  const exact = sharesOf(weights).map((share) => share * POINTS);
  const points = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, place) => ({ place, left: share - points[place] }))
    .sort((one, other) => other.left - one.left || one.place - other.place);
  const missing = POINTS - addUp(points);
  byRemainder.slice(0, missing).forEach(({ place }) => (points[place] += 1));
  return points;
}

/** The points after a boundary leaves `left` whole points to the motivation on its left. */
export function shifted(points, boundary, left) {
  const both = points[boundary] + points[boundary + 1];
  const kept = Math.min(both, Math.max(0, Math.round(left)));
  return points.map((point, place) =>
    place === boundary ? kept : place === boundary + 1 ? both - kept : point
  );
}

/** Where each boundary stands, in points from the left. */
export function boundariesOf(points) {
  let sum = 0;
  return points.slice(0, -1).map((point) => (sum += point));
}

/** Hours as the page says them: at most one decimal. */
export function plainHours(hours) {
  return `${Math.abs(hours).toFixed(1).replace(/\.0$/, "")} h`;
}

/** Hours gained or lost, the sign always shown. */
export function signedHours(hours) {
  const told = plainHours(hours);
  return told === "0 h" ? told : `${hours > 0 ? "+" : "−"}${told}`;
}
