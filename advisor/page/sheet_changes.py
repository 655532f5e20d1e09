"""Every step a person can take with a sheet, as what was decided before → what is decided now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advisor import Choices, Level, Problem
from advisor.rules.columns import Field

CONFIRMED = "confirmed"
"""The setting that lists what a person agreed with in a column; the reader has no use for it."""

OF_THE_FILE = ""
"""Stands for the heading where what was agreed with concerns the whole file."""


def with_order(choices: Choices, *, order: str) -> Choices:
    """Day first or month first, for the whole file."""
    return replace(choices, date_order=order)


def with_column(choices: Choices, *, heading: str, key: Field | None) -> Choices:
    """What a column holds; another that was said to hold it gives way."""
    others = {
        other: None if said is key else said
        for other, said in choices.columns.items()
        if other != heading
    }
    return replace(choices, columns={**others, heading: key})


def with_setting(choices: Choices, *, heading: str, setting: str, value: str) -> Choices:
    """How the cells of one column are read."""
    column = {**choices.settings.get(heading, {}), setting: value}
    return replace(choices, settings={**choices.settings, heading: column})


def with_edits(choices: Choices, *, edits: Mapping[tuple[int, str], str]) -> Choices:
    """Cells rewritten."""
    return replace(choices, edits={**choices.edits, **edits})


def with_rows(choices: Choices, *, rows: Iterable[int], keep: bool) -> Choices:
    """Rows that are invites although they do not look it, or no longer."""
    rows = frozenset(rows)
    return replace(choices, keep=choices.keep | rows if keep else choices.keep - rows)


def with_sheet(choices: Choices, *, sheet: str, now: str | None) -> Choices:
    """A sheet of the workbook; where it is another, whatever was said concerned the one before."""
    return replace(choices, sheet=sheet) if sheet == now else Choices(sheet=sheet)


def with_encoding(choices: Choices, *, encoding: str, now: str | None) -> Choices:
    """An alphabet; where it is another, headings whose letters may change are asked again."""
    if encoding == now:
        return replace(choices, encoding=encoding)
    columns = {heading: key for heading, key in choices.columns.items() if heading.isascii()}
    return replace(choices, encoding=encoding, columns=columns)


def with_delimiter(choices: Choices, *, delimiter: str, now: str | None) -> Choices:
    """The mark between cells; where it is another, so are the columns, and nothing said fits."""
    if delimiter == now:
        return replace(choices, delimiter=delimiter)
    kept = Choices(sheet=choices.sheet, encoding=choices.encoding)
    return replace(kept, date_order=choices.date_order, delimiter=delimiter)


def with_rows_as_invites(choices: Choices) -> Choices:
    """Rows are invites after all, although the headings seemed to run down a column."""
    return Choices(sheet=choices.sheet, encoding=choices.encoding, flip=False)


def confirmed(choices: Choices, *, problems: Iterable[Problem]) -> Choices:
    """The assumptions behind these problems are right."""
    for problem in problems:
        heading = problem.column or OF_THE_FILE
        agreed = {*_agreed(choices, heading), problem.code}
        value = " ".join(sorted(agreed))
        choices = with_setting(choices, heading=heading, setting=CONFIRMED, value=value)
    return choices


def _agreed(choices: Choices, heading: str) -> list[str]:
    return choices.settings.get(heading, {}).get(CONFIRMED, "").split()


def is_open(problem: Problem, choices: Choices) -> bool:
    """Whether a problem rests on an assumption that nobody has confirmed."""
    heading = problem.column or OF_THE_FILE
    return problem.level == Level.WARNING and problem.code not in _agreed(choices, heading)
