"""The beginning of a long sheet → how all of it is read, and what must be said of its columns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from advisor.intake.batches.key import CARRIED, ColumnKey, SheetKey
from advisor.intake.batches.settling import Settled, settle
from advisor.intake.cells import CellsRead, ColumnText, Finding, Surroundings, find_date_order
from advisor.intake.choices import Choices
from advisor.intake.column_problems import said_of_columns
from advisor.intake.column_text import column_texts
from advisor.intake.layout import Layout
from advisor.intake.problems import Level, Problem
from advisor.intake.said_of_cells import said_of_cells
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind

_DAYS = frozenset({Kind.DATE, Kind.DATETIME})


def find_key(layout: Layout, choices: Choices, today: date) -> tuple[SheetKey, tuple[Problem, ...]]:
    """How the sheet that begins so is read, and what is said of its columns, once.

    layout  of the beginning
    today   the day that "next Friday" and missing years count from
    """
    grid = layout.grid
    mapped, _ = column_texts(layout)
    around = Surroundings(
        today=today, decimal_comma=grid.decimal_comma_likely or None, choices=choices
    )
    days = [text for _, text in mapped if COLUMNS[text.field].kind in _DAYS]
    order = find_date_order(days, around)
    around = replace(around, date_order=order.order)
    settled = {
        column.position: settle(text, around)
        for column, text in mapped
        if text.field not in CARRIED
    }
    keys = tuple(_column_key(column, text, settled, layout) for column, text in mapped)
    said = [
        problem
        for column, text in mapped
        if (own := settled.get(column.position)) is not None
        for problem in _said(column, text, own, order.findings.get(text.heading, ()))
    ]
    given = frozenset({Field.PAY_CURRENCY} if Field.PAY in {key.field for key in keys} else ())
    around = _all_settled(around, settled.values())
    key = SheetKey(headings=layout.header.found, columns=keys, around=around)
    return key, (*said_of_columns(layout.columns, given), *said)


def _all_settled(around: Surroundings, settled: Iterable[Settled]) -> Surroundings:
    """The surroundings with the settings of every column."""
    every = dict(around.choices.settings)
    for one in settled:
        every.update(one.around.choices.settings)
    return replace(around, choices=replace(around.choices, settings=every))


def _column_key(
    column: SheetColumn,
    text: ColumnText,
    settled: dict[int, Settled],
    layout: Layout,
) -> ColumnKey:
    """How one column is read, with the one that completes it."""
    beside = next((one for one in layout.columns if one.joins == column.position), None)
    own = settled.get(column.position)
    return ColumnKey(
        column=column,
        cells=_bare(text),
        companion=None if beside is None else _companion(beside, text.field),
        plain=None if own is None else own.plain,
    )


def _companion(column: SheetColumn, field: Field) -> ColumnKey:
    cells = ColumnText(field=field, heading=column.heading, hints=column.hints, rows=(), texts=())
    return ColumnKey(column=column, cells=cells)


def _bare(text: ColumnText) -> ColumnText:
    return replace(text, rows=(), texts=(), natives=None, formats=None)


def _said(
    column: SheetColumn, text: ColumnText, settled: Settled, of_order: Sequence[Finding]
) -> list[Problem]:
    """What is said of one column as such."""
    once = CellsRead(values=[], findings=[*of_order, *settled.said])
    return [*said_of_cells(column, _bare(text), once), *_unsettled(column, settled)]


def _unsettled(column: SheetColumn, settled: Settled) -> list[Problem]:
    """Cells of the beginning that their column reads otherwise than they do alone."""
    if not settled.unsettled:
        return []
    (text, _), lone = settled.unsettled[0]
    alone = "empty" if lone.value is None else f"{lone.value}"
    return [
        Problem(
            code="reading_unsettled",
            level=Level.WARNING,
            column=column.heading,
            position=column.position,
            field=column.field,
            value=text,
            reason=f"{len(settled.unsettled)} of the first different cells, such as `{text}`, "
            "mean something else in this column than by themselves",
            assumed=f"Cells of a long file are read by themselves, this one as {alone}",
            fix="Write all cells of the column the same way",
        )
    ]
