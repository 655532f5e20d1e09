"""How good any plan can still become: bounds by which most labels need not be looked at.

A rate for a minute of each week's budget takes the place of the budget (Lagrangian relaxation,
Fisher 1981). What is left is easy, and never costs more than the best plan; a label that even so
costs more than a plan already known leads nowhere. Any rates are exact; good ones are fast.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.decision.bids import Bid, Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What bounds the plans of one layout.

    rates    week → what a minute of its budget is charged
    known    the cost of a plan that fits; the best costs no more
    untimed  week → the least its untimed bids can cost, its whole budget credited
    ahead    for each number of timed bids looked at, the least the others can still cost
    """

    rates: Mapping[int, int]
    known: int
    untimed: Mapping[int, int]
    ahead: Sequence[int]


def find_bounds(layout: Layout) -> Bounds:
    """The bounds at the rates at which each week alone would just fit."""
    rates = {week: _rate(layout.alone(week)) for week in layout.weeks}
    ahead, steps = _look_ahead(layout, rates)
    untimed = {
        week: sum(min(0, charged(bid, rates)) for bid in layout.untimed.get(week, ()))
        - rates[week] * layout.budget
        for week in layout.weeks
    }
    known = _fitting_cost(layout, rates, steps)
    return Bounds(rates=rates, known=known, untimed=untimed, ahead=ahead)


def charged(bid: Bid, rates: Mapping[int, int]) -> int:
    """What a bid costs with its minutes charged."""
    return bid.cost + rates[bid.week] * bid.minutes


def _rate(week: Layout) -> int:
    """The smallest rate, of those at which some bid stops paying, that makes one week fit."""
    bids = [*week.timed, *(bid for bids in week.untimed.values() for bid in bids)]
    rates = sorted({-(bid.cost // bid.minutes) for bid in bids if bid.minutes} | {0})
    key = week.weeks[0]
    at = bisect_left(rates, True, key=lambda rate: _minutes(week, {key: rate}) <= week.budget)
    return rates[at]


def _minutes(layout: Layout, rates: Mapping[int, int]) -> int:
    """The minutes a plan takes that only pays for them."""
    return sum(bid.minutes for bid in _paying(layout, rates, _look_ahead(layout, rates)[1]))


def _look_ahead(layout: Layout, rates: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """The least the timed bids can cost from each stage on, and the bid to take there (−1: none).

    A stage is the number of timed bids looked at; taking one leads behind it.
    """
    starting: dict[int, list[int]] = defaultdict(list)
    for place, stage in enumerate(layout.before):
        starting[stage].append(place)
    ahead, steps = [0] * (len(layout.timed) + 1), [-1] * (len(layout.timed) + 1)
    for stage in range(len(layout.timed) - 1, -1, -1):
        ahead[stage] = ahead[stage + 1]
        for place in starting[stage]:
            cost = charged(layout.timed[place], rates) + ahead[place + 1]
            if cost < ahead[stage]:
                ahead[stage], steps[stage] = cost, place
    return ahead, steps


def _paying(layout: Layout, rates: Mapping[int, int], steps: Sequence[int]) -> list[Bid]:
    """The bids of the plan that costs least at these rates; budgets aside, it fits."""
    paying = [bid for bids in layout.untimed.values() for bid in bids if charged(bid, rates) < 0]
    stage = 0
    while stage < len(layout.timed):
        place = steps[stage]
        stage = stage + 1 if place < 0 else place + 1
        paying += [layout.timed[place]] if place >= 0 else []
    return paying


def _fitting_cost(layout: Layout, rates: Mapping[int, int], steps: Sequence[int]) -> int:
    """The cost of a plan that fits: what pays at these rates first, then the least charged."""
    untimed = [bid for bids in layout.untimed.values() for bid in bids]
    in_turn = sorted([*layout.timed, *untimed], key=lambda bid: charged(bid, rates))
    room = dict.fromkeys(layout.weeks, layout.budget)
    windows: list[tuple[int, int]] = []
    cost = 0
    for bid in dict.fromkeys([*_paying(layout, rates, steps), *in_turn]):
        if bid.minutes <= room[bid.week] and _finds_its_time(bid, windows):
            room[bid.week] -= bid.minutes
            cost += bid.cost
    return cost


def _finds_its_time(bid: Bid, windows: list[tuple[int, int]]) -> bool:
    """Whether the bid's window, if it has one, is free; if so it is taken.

    windows  (closes, opens) of what is taken, rising
    """
    if bid.window is None:
        return True
    opens, closes = bid.window
    following = bisect_right(windows, opens, key=lambda taken: taken[0])
    if following < len(windows) and windows[following][1] < closes:
        return False
    insort(windows, (closes, opens))
    return True
