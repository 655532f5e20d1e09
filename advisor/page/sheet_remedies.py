"""What a person can do about a line of the report, as buttons: our words, never the sheet's."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from advisor import Level, Problem, Reading, ReportLine
from advisor.page.sheet_changes import (
    confirmed,
    with_edits,
    with_order,
    with_rows,
    with_rows_as_invites,
    with_setting,
)
from advisor.page.sheet_state import Change
from advisor.rules.reading import SETTINGS, Setting
from advisor.views.amounts import count


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One button.

    label  what it says
    what   the same as a step that can be taken back: "day first"
    """

    label: str
    what: str
    change: Change


VALUES: Mapping[Setting, tuple[str, ...]] = {
    Setting.FLIP_TRUE_DATES: ("yes",),
    Setting.PERCENT_SCALE: ("percent", "share"),
    Setting.SEPARATOR: (".", ","),
}
"""What a setting can be where the problem's own choices are not that."""

ORDERS = {"dmy": "Day first", "mdy": "Month first"}

LABELS: Mapping[tuple[Setting, str], str] = {
    (Setting.BLANK_MEANS_NO, "yes"): "Blank means no",
    (Setting.BLANK_MEANS_NO, "no"): "Blank means unknown",
    (Setting.FLIP_TRUE_DATES, "yes"): "Swap day and month",
    (Setting.MONEY_RANGE, "low"): "Low end",
    (Setting.MONEY_RANGE, "mid"): "Middle",
    (Setting.MONEY_RANGE, "high"): "High end",
    (Setting.PERCENT_SCALE, "percent"): "They are percentages",
    (Setting.PERCENT_SCALE, "share"): "They are shares of 1",
    (Setting.SEPARATOR, "."): "A point marks decimals",
    (Setting.SEPARATOR, ","): "A comma marks decimals",
}

PREFIXES = {Setting.MONEY_PERIOD: "Per ", Setting.RATING_SCALE: "Scale "}

CELL_LABELS: Mapping[str, tuple[str, ...]] = {
    "date_order_conflict": ("Day first", "Month first"),
    "html_entities": ("Use the plain text",),
    "mojibake_suspected": ("Use the repaired letters",),
    "money_implausible": ("× 1,000",),
    "money_period_assumed": ("Per month",),
    "reference_fuzzy": ("Use the company's own name",),
    "smart_quotes": ("Drop the quotes",),
}
"""Code → words for the choices of a cell that are not fit for a button themselves."""

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 %/.:-]{0,19}")
"""A choice that is fit for a button: figures, dates and words of our own."""

Maker = Callable[[ReportLine, Reading], list[Remedy]]


def remedies(line: ReportLine, reading: Reading) -> list[Remedy]:
    """Everything that can be done about a line; "Confirm" last, where something is assumed."""
    first = line.problems[0]
    made = MAKERS.get(line.code, _of_column_or_cells)(line, reading)
    if first.level == Level.WARNING:
        agree = partial(confirmed, problems=line.problems[:1])
        made.append(Remedy(label="Confirm", what="a confirmation", change=agree))
    return made


def _of_column_or_cells(line: ReportLine, reading: Reading) -> list[Remedy]:
    of_column = line.code in SETTINGS and any(p.column for p in line.problems)
    in_cells = line.problems[0].row is not None and line.code in {
        "money_period_assumed",
        "money_period_converted",
        "percent_scale_mixed",
    }
    if of_column and not in_cells:
        return _settings(line.problems[0])
    return _rewritten([p for p in line.problems if p.row is not None and p.choices], reading)


def _settings(problem: Problem) -> list[Remedy]:
    setting, heading = SETTINGS[problem.code], problem.column or ""
    values = VALUES.get(setting, problem.choices)
    return [
        Remedy(
            label=label,
            what=label.lower() if label[1:].islower() else label,
            change=partial(with_setting, heading=heading, setting=setting.value, value=value),
        )
        for value in values
        for label in [_label(setting, value)]
    ]


def _label(setting: Setting, value: str) -> str:
    said = LABELS.get((setting, value))
    return said if said is not None else f"{PREFIXES.get(setting, '')}{value}"


def _rewritten(cells: Sequence[Problem], reading: Reading) -> list[Remedy]:
    """The n-th choice of every cell of the line, as a rewriting of those cells."""
    cells = [cell for cell in cells if cell.column in reading.text.columns]
    if not cells:
        return []
    made = []
    for place, first in enumerate(cells[0].choices):
        edits = {
            (cell.row or 0, cell.column or ""): cell.choices[place]
            for cell in cells
            if place < len(cell.choices)
        }
        label = _cell_label(cells[0].code, place, first, len(edits))
        what = f"a change of {count(len(edits), 'cell')}"
        made.append(Remedy(label=label, what=what, change=partial(with_edits, edits=edits)))
    return made


def _cell_label(code: str, place: int, choice: str, cells: int) -> str:
    words = CELL_LABELS.get(code, ())
    if place < len(words):
        label = words[place]
    else:
        label = choice if PLAIN.fullmatch(choice) else "Use what is proposed"
    return label if cells == 1 else f"{label}, all {cells:,}"


def _orders(line: ReportLine, reading: Reading) -> list[Remedy]:
    if line.problems[0].row is not None:
        return _of_column_or_cells(line, reading)
    return [
        Remedy(label=label, what=label.lower(), change=partial(with_order, order=order))
        for order, label in ORDERS.items()
    ]


def _as_rows(line: ReportLine, reading: Reading) -> list[Remedy]:
    change = with_rows_as_invites
    return [Remedy(label="Rows are invites", what="rows as invites", change=change)]


def _second_table(line: ReportLine, reading: Reading) -> list[Remedy]:
    rows = [one.row for one in reading.set_aside if one.code == "second_table"]
    change = partial(with_rows, rows=rows, keep=True)
    return [Remedy(label="Keep its rows", what="the rows of the second table", change=change)]


MAKERS: Mapping[str, Maker] = {
    "date_order_assumed": _orders,
    "date_order_conflict": _orders,
    "date_order_inferred": _orders,
    "looks_transposed": _as_rows,
    "second_table_ignored": _second_table,
}
"""Codes whose remedy is neither a setting of the column nor a rewriting of cells."""
