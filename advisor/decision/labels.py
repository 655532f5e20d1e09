"""The least cost of a plan: weighted interval scheduling with a knapsack of minutes in each week.

Exact. Bids are taken by the end of their windows. A label is a plan so far, told by the minutes
used in its last week and by its cost; one that another matches in both is dropped, and so is one
that can no longer become better than a plan already known. The cost is the objective below zero,
so that less is better in both and labels sort as they are.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.decision.bids import Bid, Layout
from advisor.decision.bounds import Bounds, charged, find_bounds

Labels = Sequence[tuple[int, int]]
"""(minutes used in the last week, cost), minutes rising, cost falling."""

NOTHING: Labels = ((0, 0),)
"""The one label of a plan without invites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The plans so far that may become the best, and their last week."""

    week: int
    labels: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Up to which cost, its minutes charged, a plan so far may still become the best.

    rates   week → what a minute of its budget is charged
    totals  week → the limit of a plan in that week, what is still ahead included
    ahead   for each number of timed bids looked at, the least the others can still cost
    """

    rates: Mapping[int, int]
    totals: Mapping[int, int]
    ahead: Sequence[int]

    def keep(self, stage: Stage, seen: int) -> Stage:
        """The plans that may still become the best after `seen` timed bids."""
        limit = self.totals[stage.week] - self.ahead[seen]
        labels = _promising(stage.labels, self.rates[stage.week], limit)
        return Stage(week=stage.week, labels=labels)


Beginnings = Mapping[int, Labels]
"""The plans of each week's bids without a window, which go with everything else; their costs are
told above the least of that week."""


def least_cost(layout: Layout) -> int:
    """The cost of the best plan."""
    bounds = find_bounds(layout)
    untimed = {week: _fill_week(layout, week, bounds) for week in layout.weeks}
    least = {week: _least(labels) for week, labels in untimed.items()}
    beginnings = {
        week: [(used, cost - least[week]) for used, cost in labels]
        for week, labels in untimed.items()
    }
    limits = _limits(layout, least, bounds)
    return sum(least.values()) + _least(_fill_windows(layout, beginnings, limits))


def _fill_week(layout: Layout, week: int, bounds: Bounds) -> Labels:
    """The plans of a week's bids without a window that may be part of the best.

    The bids that most clearly pay, or do not, come first: so the fewest labels stay.
    """
    limit = bounds.known - bounds.ahead[0] - sum(bounds.untimed.values())
    labels = NOTHING
    priced = [(charged(bid, bounds.rates), bid) for bid in layout.untimed.get(week, ())]
    for price, bid in sorted(priced, key=lambda price_bid: -abs(price_bid[0])):
        limit += min(0, price)
        both = _undominated(labels, _with(bid, labels, layout.budget))
        labels = _promising(both, bounds.rates[week], limit)
    return labels


def _limits(layout: Layout, least: Mapping[int, int], bounds: Bounds) -> Limits:
    """The limits for plans told above `least`, the least cost of each week's untimed bids."""
    totals = {}
    later = bounds.known - sum(least.values())
    for week in reversed(layout.weeks):
        totals[week] = later + bounds.rates[week] * layout.budget
        later += least[week] - bounds.untimed[week]
    return Limits(rates=bounds.rates, totals=totals, ahead=bounds.ahead)


def _fill_windows(layout: Layout, beginnings: Beginnings, limits: Limits) -> Labels:
    """The plans after the last window that may be the best, above the least of the untimed."""
    first = layout.weeks[0]
    stages = [Stage(week=first, labels=beginnings[first])]
    for bid, before in zip(layout.timed, layout.before, strict=True):
        entered = _enter(stages[before], bid.week, beginnings)
        taken = Stage(week=bid.week, labels=_with(bid, entered.labels, layout.budget))
        stages.append(limits.keep(_either(stages[-1], taken, beginnings), len(stages)))
    return _enter(stages[-1], layout.weeks[-1], beginnings).labels


def _enter(stage: Stage, week: int, beginnings: Beginnings) -> Stage:
    """The same plans at the beginning of a later week: only the least cost still counts."""
    if stage.week >= week or not stage.labels:
        return stage
    least = _least(stage.labels)
    return Stage(week=week, labels=[(used, least + cost) for used, cost in beginnings[week]])


def _either(one: Stage, other: Stage, beginnings: Beginnings) -> Stage:
    """The undominated plans of both, in the later week of the two."""
    if not other.labels:
        return one
    week = max(one.week, other.week)
    one, other = _enter(one, week, beginnings), _enter(other, week, beginnings)
    return Stage(week=week, labels=_undominated(one.labels, other.labels))


def _least(labels: Labels) -> int:
    return labels[-1][1]


def _with(bid: Bid, labels: Labels, budget: int) -> Labels:
    """Those of the plans that have room for the bid, with it."""
    minutes, cost = bid.minutes, bid.cost
    room = budget - minutes
    return [(used + minutes, before + cost) for used, before in labels if used <= room]


def _promising(labels: Labels, rate: int, limit: int) -> Labels:
    """Those that cost no more than the limit, their minutes charged."""
    return [(used, cost) for used, cost in labels if cost + rate * used <= limit]


def _undominated(some: Labels, more: Labels) -> Labels:
    """Of both, the labels that no other matches in minutes and in cost."""
    kept: list[tuple[int, int]] = []
    least: float = math.inf
    for label in sorted([*some, *more]):
        if label[1] < least:
            kept.append(label)
            least = label[1]
    return kept
