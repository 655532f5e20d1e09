"""What candidates ask of the weeks: windows by their end, the rest by week."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """What a candidate asks of the weeks, and what a plan costs more with it (below 0: less)."""

    week: int
    window: tuple[int, int] | None
    minutes: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The bids that compete with each other.

    weeks    every week they ask for, rising
    untimed  week → its bids without a window, which clash with nothing
    timed    the bids with a window, by its end
    before   for each timed bid, how many of the timed end before it begins
    budget   minutes each week holds
    """

    weeks: Sequence[int]
    untimed: Mapping[int, Sequence[Bid]]
    timed: Sequence[Bid]
    before: Sequence[int]
    budget: int

    def alone(self, week: int) -> "Layout":
        """The bids of one week, as if there were no other."""
        bids = [*self.untimed.get(week, ()), *(bid for bid in self.timed if bid.week == week)]
        return self if len(self.weeks) == 1 else lay_out(bids, self.budget)


def lay_out(bids: Iterable[Bid], budget: int) -> Layout:
    """The bids by week and by the end of their windows."""
    untimed: dict[int, list[Bid]] = defaultdict(list)
    windows = []
    weeks = set()
    for bid in bids:
        weeks.add(bid.week)
        if bid.window is None:
            untimed[bid.week].append(bid)
        else:
            windows.append((bid.window[1], bid.window[0], bid))
    windows.sort(key=lambda closes_opens_bid: closes_opens_bid[:2])
    ends = [closes for closes, _, _ in windows]
    return Layout(
        weeks=sorted(weeks),
        untimed=untimed,
        timed=[bid for _, _, bid in windows],
        before=[
            min(bisect_right(ends, opens), place) for place, (_, opens, _) in enumerate(windows)
        ],
        budget=budget,
    )
