"""Columns of pay → amounts per year, each with its currency and, where given, its range."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import median

from advisor.intake.cells import money_notes
from advisor.intake.cells.all_plain import all_plain, plainly
from advisor.intake.cells.bearing import Bearing, bearing_of, period_of
from advisor.intake.cells.column import CellsRead, ColumnText, Finding, Surroundings
from advisor.intake.cells.money_cells import MoneyCell, read_money_cell, surely_full
from advisor.intake.cells.money_currency import currencies_of, says_currency
from advisor.intake.cells.notes import Note
from advisor.intake.cells.numerals import could_group
from advisor.intake.cells.pricing import Pay, pay_of
from advisor.intake.cells.sweep import sources, sweep
from advisor.rules.reading import (
    FARTHEST_FROM_MEDIAN,
    LEAST_PAY,
    MONEY_SCALE,
    MONTHLY_PAY,
    MOST_PAY,
    Setting,
)

_FEWEST_FOR_MEDIAN = 3


def read_money(column: ColumnText, around: Surroundings) -> CellsRead:
    """Pay per year; a range counts at its middle; currencies are named, never converted."""
    if (values := _plain_salaries(column, around)) is not None:
        return replace(plainly(values, ranged=True), currencies=[None] * len(values))
    cells = sweep(sources(column), read_money_cell)
    bearing = bearing_of(column, around, full=surely_full(cells.known.values()))
    pays = cells.turned(partial(pay_of, bearing=bearing)).rows
    signs = [None if pay.value is None else pay.sign for pay in pays]
    found = currencies_of(column, signs, around)
    once = [*_of_heading(column, bearing), *found.notes]
    untold = not _says_period(column, around)
    if untold and not any(map(_tells_period, cells.known.values())):
        doubts = _monthly(_medians(pays, found.codes))
        once, untold = once + doubts, not doubts
    told = _told(column, pays, found.codes, untold=untold)
    return CellsRead(
        values=[pay.value for pay in pays],
        findings=[note.at(None, None) for note in once] + told,
        currencies=found.codes,
        ranges=[pay.ends for pay in pays],
    )


def _plain_salaries(column: ColumnText, around: Surroundings) -> list[float | None] | None:
    """The amounts, where nothing in cells, heading or settings makes them more than numbers."""
    if column.formats is not None and any(column.formats):
        return None
    heading = replace(column, rows=(), texts=(), natives=None, formats=None)
    bearing = replace(bearing_of(heading, around, full=False), filewide=None)
    if bearing != Bearing() or says_currency(heading, around):
        return None
    values = all_plain(column, LEAST_PAY if column.declared else MONTHLY_PAY, MOST_PAY)
    known = [value for value in values or () if value is not None]
    far = known and max(known) > FARTHEST_FROM_MEDIAN * min(known)
    odd = any(text.count(".") == 1 and could_group(text) for text in dict.fromkeys(column.texts))
    return None if far or odd else values


def _of_heading(column: ColumnText, bearing: Bearing) -> list[Note]:
    if not bearing.named:
        return []
    return [money_notes.period_of_heading(column.heading, bearing.period)]


def _says_period(column: ColumnText, around: Surroundings) -> bool:
    """Whether heading or owner tell the period of the pay."""
    said = around.choices.settings.get(column.heading, {})
    told = column.declared or period_of(column) != ""
    return told or Setting.MONEY_PERIOD.value in said


def _tells_period(cell: MoneyCell) -> bool:
    return cell.offer is not None and cell.offer.period != ""


def _monthly(middles: Mapping[str | None, float]) -> list[Note]:
    """A doubt about a column whose amounts are salaries, but hardly of a year."""
    for code, middle in middles.items():
        scale = MONEY_SCALE.get(code or "", 1.0)
        if LEAST_PAY * scale <= middle < MONTHLY_PAY * scale:
            return [money_notes.perhaps_monthly(middle)]
    return []


def _told(
    column: ColumnText, pays: Sequence[Pay], codes: Sequence[str | None], *, untold: bool
) -> list[Finding]:
    """What is said about each cell, and whether its amount is a likely salary.

    untold  nobody said for the column what period its pay is of
    """
    middles = _medians(pays, codes)
    known: dict[tuple[int, str | None], tuple[Note, ...]] = {}
    findings: list[Finding] = []
    for row, text, pay, code in zip(column.rows, column.texts, pays, codes, strict=True):
        same = (id(pay), code)
        if same not in known:
            middle = middles.get(code)
            known[same] = (*pay.notes, *_likely(pay, code, middle, untold=untold and not pay.timed))
        if known[same]:
            findings += [note.at(row, text) for note in known[same]]
    return findings


def _medians(pays: Sequence[Pay], codes: Sequence[str | None]) -> dict[str | None, float]:
    """The median amount in each currency that has enough of them."""
    amounts: dict[str | None, list[float]] = defaultdict(list)
    for pay, code in zip(pays, codes, strict=True):
        if pay.value:
            amounts[code].append(pay.value)
    enough = {code: a for code, a in amounts.items() if len(a) >= _FEWEST_FOR_MEDIAN}
    return {code: median(values) for code, values in enough.items()}


def _likely(pay: Pay, code: str | None, middle: float | None, *, untold: bool) -> list[Note]:
    """A doubt about an amount that no salary is likely to have; it is kept all the same."""
    if pay.value is None:
        return []
    scale = MONEY_SCALE.get(code or "", 1.0)
    choices: tuple[str, ...] = ()
    if pay.value < LEAST_PAY * scale:
        why, choices = "less than a salary", (f"{pay.value * 1000:.15g}",)
    elif pay.value > MOST_PAY * scale:
        why = "more than a salary"
    elif middle and not 1 / FARTHEST_FROM_MEDIAN <= pay.value / middle <= FARTHEST_FROM_MEDIAN:
        why = f"far from the column's median of {middle:,.15g}"
    elif untold and pay.value < MONTHLY_PAY * scale:
        return [money_notes.one_perhaps_monthly(pay.text, pay.value)]
    else:
        return []
    return [money_notes.implausible(pay.text, pay.value, why, choices)]
