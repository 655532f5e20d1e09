"""The problems of a sheet as a person reads them: many of one kind in one line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.intake.problems import Level, Problem, printable
from advisor.rules.columns import COLUMNS

MOST_APART = 3
"""More problems than these of one kind in one column become one line."""

ROWS_NAMED = 5
"""Rows that such a line names."""

_ANY_COLUMNS = "{n} columns ({names}), such as the first: {said}"
_OF_COLUMNS = {
    "field_missing": "No column is any of these {n}: {names}. They are left blank in every row.",
    "column_unmapped": "{n} columns are not used: {names}. Their cells are kept as text and "
    "not scored. Say what they are, if one of them should be used.",
    "sheet_left_out": "{n} sheets were not read: {names}. Choose one if the invites stand there.",
    "hidden_sheet_left_out": "{n} hidden sheets were not read: {names}. Choose one if the "
    "invites stand there.",
}
"""Code → what many columns or sheets with that finding are told together."""

_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One line of the report: a problem, or many alike.

    count     how many findings it stands for
    problems  those that were kept of them
    """

    code: str
    level: Level
    text: str
    count: int
    problems: tuple[Problem, ...]


def report(problems: Iterable[Problem]) -> list[ReportLine]:
    """The lines of the report, the gravest first, else in the order of the sheet."""
    groups: dict[tuple[str, str | None], list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_group(problem), []).append(problem)
    lines = [line for group in groups.values() for line in _lines(group)]
    return sorted(lines, key=lambda line: _ORDER[line.level])


def _group(problem: Problem) -> tuple[str, str | None]:
    """Alike are findings of one code in one column, or about columns or rows as such."""
    in_cells = problem.row is not None or problem.count > 1
    return problem.code, problem.column if in_cells else None


def _lines(group: Sequence[Problem]) -> list[ReportLine]:
    if len(group) > 1 and sum(problem.count for problem in group) > MOST_APART:
        return [_line(group, _together(group))]
    return [_line([problem], problem.text) for problem in group]


def _line(group: Sequence[Problem], text: str) -> ReportLine:
    return ReportLine(
        code=group[0].code,
        level=group[0].level,
        text=text,
        count=sum(problem.count for problem in group),
        problems=tuple(group),
    )


def _together(group: Sequence[Problem]) -> str:
    """Many findings as one sentence: where, how many, what the first of them says."""
    first = group[0]
    count = sum(problem.count for problem in group)
    rows = [problem.row for problem in group if problem.row is not None]
    said = " ".join(_sentence(part) for part in (first.reason, first.assumed, first.fix) if part)
    if not rows:
        names = _listed(_names(group), count)
        return _OF_COLUMNS.get(first.code, _ANY_COLUMNS).format(names=names, n=count, said=said)
    place = f"Column {first.letter} ({printable(first.column)}), " if first.column else ""
    place = place if first.letter else place.replace("Column None", "Column")
    return f"{place}{count} rows ({_listed(map(str, rows), count)}), such as the first: {said}"


def _names(group: Sequence[Problem]) -> list[str]:
    """Headings, or the labels of fields without one, or the sheets."""
    return [
        printable(problem.column)
        if problem.column
        else COLUMNS[problem.field].label
        if problem.field
        else problem.letter or printable(problem.sheet or "?")
        for problem in group
    ]


def _listed(names: Iterable[str], count: int) -> str:
    """The first five, and how many more.

    >>> _listed(["2", "3", "4", "5", "6", "7"], 40)
    '2, 3, 4, 5, 6 and 35 more'
    """
    named = list(names)[:ROWS_NAMED]
    rest = count - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _sentence(words: str) -> str:
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!", "…")) else words + "."
