"""A row of headings that is one cell shorter than its table: a delimiter was lost in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.intake.evidence import Evidence
from advisor.intake.header_row import HeaderRow
from advisor.intake.headings import named_field
from advisor.intake.problems import Level, Problem
from advisor.intake.vocabulary import NAMED, OTHER, Sure, fold
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC, Kind

CLEARLY_BETTER = 2
"""Columns that must fit more before headings without a telling break are moved."""

_TELLING = NUMERIC | {Kind.DATE, Kind.DATETIME}
"""Kinds whose cells can tell a wrong column."""


def realigned(header: HeaderRow, evidence: Evidence, row: int | None) -> HeaderRow:
    """The headings over the columns they belong to.

    row  the number of their row, for the problem
    """
    found = header.found
    if not _is_short(found, evidence):
        return header
    best = max(_breaks(found), key=lambda moved: _fitting(moved, evidence), default=None)
    if best is not None and _fitting(best, evidence) >= _fitting(found, evidence):
        return _moved(header, best, row)
    shifts = [[*found[:at], "", *found[at:-1]] for at in range(1, len(found) - 1)]
    best = max(shifts, key=lambda moved: _fitting(moved, evidence), default=None)
    if best is not None and _fitting(best, evidence) >= _fitting(found, evidence) + CLEARLY_BETTER:
        return _moved(header, best, row)
    return replace(header, problems=(*header.problems, _said(row, None)))


def _is_short(found: Sequence[str], evidence: Evidence) -> bool:
    """Whether only the last column has no heading although its cells are filled."""
    if len(found) < 3 or found[-1] or not found[-2]:
        return False
    return not evidence.is_empty(len(found) - 1)


def _breaks(found: Sequence[str]) -> Iterator[list[str]]:
    """The headings with one of them broken into two that are known, the rest moved along."""
    for at, heading in enumerate(found):
        for place in range(2, len(heading) - 1):
            first, second = heading[:place].strip(), heading[place:].strip()
            if _is_name(first) and _is_name(second) and fold(heading) not in NAMED:
                yield [*found[:at], first, second, *found[at + 1 : -1]]


def _is_name(heading: str) -> bool:
    return fold(heading) in NAMED or fold(heading) in OTHER


def _fitting(found: Sequence[str], evidence: Evidence) -> int:
    """How many headings stand over cells that read as what they name."""
    return sum(
        1
        for position, heading in enumerate(found)
        if heading and _fits(position, heading, evidence)
    )


def _fits(position: int, heading: str, evidence: Evidence) -> bool:
    named = named_field(heading)
    if named is None or named[1] is not Sure.EXACT:
        return False
    return _tells(named[0]) and evidence.fits(position, named[0])


def _tells(field: Field) -> bool:
    return COLUMNS[field].kind in _TELLING


def _moved(header: HeaderRow, found: Sequence[str], row: int | None) -> HeaderRow:
    at = next(
        at for at, (old, new) in enumerate(zip(header.found, found, strict=True)) if old != new
    )
    said = _said(row, header.found[at])
    return replace(header, found=tuple(found), problems=(*header.problems, said))


def _said(row: int | None, broken: str | None) -> Problem:
    return Problem(
        code="header_shorter_than_rows",
        level=Level.WARNING,
        row=row,
        reason="The row of headings has one cell less than the rows below it",
        assumed="The last column has no heading"
        if broken is None
        else f"A heading is missing at `{broken}`; the headings behind it were moved one column on",
        fix="Check that every heading stands over its column",
    )
