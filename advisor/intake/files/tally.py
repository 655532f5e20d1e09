"""Findings, kept one by one up to a thousand of a code and counted beyond."""

from collections import Counter
from collections.abc import Callable

from advisor.intake.files.limits import FINDINGS
from advisor.intake.problems import Level, Problem


class Tally:
    """Collects findings; 400,000 bad cells must not make 400,000 records."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, finding: Callable[[], Problem]) -> None:
        """Keep a finding of this code, or only count it where there are enough."""
        self._counts[code] += 1
        if self._counts[code] <= FINDINGS:
            self._kept.append(finding())

    @property
    def problems(self) -> list[Problem]:
        """The findings kept, and one more for each code that has others."""
        more = [
            Problem(
                code=code,
                level=Level.WARNING,
                reason=f"{count:,} places have the same trouble; the first {FINDINGS:,} are listed",
            )
            for code, count in self._counts.items()
            if count > FINDINGS
        ]
        return [*self._kept, *more]
