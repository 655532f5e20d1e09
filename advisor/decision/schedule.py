"""Which of the candidates fit the weeks best.

The weeks are planned apart where nothing reaches across; what some better candidate could always
replace is set aside first. Both are exact.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from operator import attrgetter

from advisor.decision.bids import Bid, lay_out
from advisor.decision.candidates import Candidate
from advisor.decision.labels import least_cost
from advisor.decision.objective import read_members, weigh_candidates

_preference = attrgetter("preference")


def best_set(candidates: Iterable[Candidate], budget: int) -> list[Candidate]:
    """The unique best plan.

    budget  minutes of preparation each week holds, and as many for invites without a date
    """
    useful = [one for one in candidates if one.minutes <= budget and (one.must or one.surplus > 0)]
    return [one for part in _parts(useful) for one in _best_of(part, budget)]


def _parts(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Groups that neither share a week nor overlap, so each can be planned alone."""
    weeks: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        weeks[one.week].append(one)
    in_order = [weeks[week] for week in sorted(weeks)]
    part: list[Candidate] = []
    for members, separate in zip(in_order, _separate(in_order), strict=True):
        if separate and part:
            yield part
            part = []
        part += members
    if part:
        yield part


def _separate(weeks: Sequence[Sequence[Candidate]]) -> list[bool]:
    """For each week, whether no window reaches across its beginning."""
    opens = [[one.window[0] for one in week if one.window] for week in weeks]
    closes = [[one.window[1] for one in week if one.window] for week in weeks]
    first_opens: list[float] = [float("inf")]
    for week in reversed(opens):
        first_opens.append(min([*week, first_opens[-1]]))
    separate, last_closes = [], float("-inf")
    for week, opening in zip(closes, reversed(first_opens), strict=False):
        separate.append(last_closes <= opening)
        last_closes = max([*week, last_closes])
    return separate


def _best_of(part: Sequence[Candidate], budget: int) -> list[Candidate]:
    """The best plan of candidates that only compete with each other."""
    free = [one for one in part if one.minutes == 0 and one.window is None]
    rest = list(_contenders((one for one in part if one.minutes or one.window), budget))
    if not rest:
        return free
    bids = [
        Bid(week=one.week, window=one.window, minutes=one.minutes, cost=-number)
        for one, number in zip(rest, weigh_candidates(rest), strict=True)
    ]
    return free + read_members(-least_cost(lay_out(bids, budget)), rest)


def _contenders(candidates: Iterable[Candidate], budget: int) -> Iterator[Candidate]:
    """Without those that a better one, no harder to fit in, could always replace."""
    alike: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for one in candidates:
        alike[one.week, one.window, one.window or one.minutes].append(one)
    for members in alike.values():
        window = members[0].window
        if window is None:
            yield from nsmallest(budget // members[0].minutes, members, key=_preference)
        elif window[0] == window[1]:  # no time at all: any number of them goes together
            yield from members
        else:
            yield from _ever_shorter(sorted(members, key=_preference))


def _ever_shorter(best_first: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that need less than every better one, where only one can be taken."""
    least = best_first[0].minutes + 1
    for one in best_first:
        if one.minutes < least:
            yield one
            least = one.minutes
