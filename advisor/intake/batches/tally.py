"""What is wrong with a long sheet: counted by code and column, the first few rows named."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from advisor.intake.problems import Problem, counted

NAMED = 5
"""Findings of one kind in one column that keep their row; the rest is counted."""


@dataclass(slots=True)
class _Kind:
    count: int = 0
    named: list[Problem] = field(default_factory=list)


class Tally:
    """Findings as they come; it holds a few for each code and column, however many there are."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str | None], _Kind] = {}

    def add(self, problems: Iterable[Problem]) -> None:
        """Take findings in, in the order of the rows."""
        for problem in problems:
            kind = self._kinds.setdefault((problem.code, problem.column), _Kind())
            kind.count += problem.count
            if problem.row is not None and len(kind.named) < NAMED:
                kind.named.append(problem)

    @property
    def problems(self) -> list[Problem]:
        """The first of each kind with their rows, then one that counts the others."""
        return [problem for kind in self._kinds.values() for problem in _told(kind)]


def _told(kind: _Kind) -> list[Problem]:
    rest = kind.count - len(kind.named)
    if not rest:
        return kind.named
    more = replace(
        kind.named[0],
        row=None,
        value=None,
        line=None,
        count=rest,
        reason=f"{counted(rest, 'more row', 'says', 'say')} the same",
    )
    return [*kind.named, more]
