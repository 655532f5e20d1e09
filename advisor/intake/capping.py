"""Many findings of one kind: the first thousand one by one, the rest as a count."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from advisor.intake.problems import Problem, counted

MOST_OF_A_KIND = 1000
"""Problems kept of one kind in one column; the rest are counted."""

Found = TypeVar("Found")


def capped(
    found: Iterable[Found], kind: Callable[[Found], str], say: Callable[[Found], Problem]
) -> Iterator[Problem]:
    """The first thousand findings of each kind as problems, then one that counts the others.

    kind  the code of a finding
    say   the problem it makes; called only for those that are kept
    """
    counts: Counter[str] = Counter()
    last: dict[str, Found] = {}
    for finding in found:
        code = kind(finding)
        counts[code] += 1
        last[code] = finding
        if counts[code] <= MOST_OF_A_KIND:
            yield say(finding)
    for code, count in counts.items():
        if count > MOST_OF_A_KIND:
            yield _more(say(last[code]), count - MOST_OF_A_KIND)


def _more(problem: Problem, count: int) -> Problem:
    return replace(
        problem,
        row=None,
        value=None,
        line=None,
        count=count,
        reason=f"{counted(count, 'more row', 'says', 'say')} the same",
    )
