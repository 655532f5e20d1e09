"""Day first or month first: one order for a whole file, and what speaks for it."""

from collections.abc import Sequence
from datetime import date

from advisor.intake.cells.column import ColumnText, DateOrder, Finding, Surroundings
from advisor.intake.cells.date_evidence import DATES, Spot, first_that_speaks, spots_of
from advisor.intake.cells.date_parts import said_day
from advisor.intake.cells.notes import Note
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import Kind
from advisor.rules.reading import SHARE_THAT_FITS

_NAMES = {"dmy": "day first", "mdy": "month first"}
_FLIPPED = {"dmy": "mdy", "mdy": "dmy"}


def find_date_order(columns: Sequence[ColumnText], around: Surroundings) -> DateOrder:
    """The order of day and month that all bare-number dates of the file share.

    columns  every mapped column; unmapped ones may be passed too, as text, and speak only when
             the date columns prove nothing
    The person's choice comes first, then proof (a number above 12), then what merely speaks.
    """
    dates = [column for column in columns if COLUMNS[column.field].kind in DATES]
    spots = [spot for column in dates for spot in spots_of(column, around.today)]
    leaning = [spot for spot in spots if len(set(spot.days.values())) == 2]
    if around.choices.date_order:
        return DateOrder(order=around.choices.date_order)
    proof = _proof(spots) or _proof(_sparespots_of(columns, around.today))
    if len(proof) == 2:
        return DateOrder(order=None, conflict=True, findings=_contradicted(leaning, proof))
    if proof:
        order = next(iter(proof))
        return DateOrder(order=order, findings=_inferred(leaning, order, proof[order]))
    if not leaning:
        return DateOrder(order=around.date_order or "dmy")
    order, why = first_that_speaks(columns, leaning, around)
    return DateOrder(order=order, findings=_assumed(leaning, order, why))


def _sparespots_of(columns: Sequence[ColumnText], today: date) -> list[Spot]:
    """Dates in columns that are not ours, such as a day of application."""
    spots: list[Spot] = []
    for column in columns:
        if COLUMNS[column.field].kind is not Kind.TEXT:
            continue
        found = list(spots_of(column, today))
        filled = sum(1 for text in column.texts if text)
        if found and len(found) >= SHARE_THAT_FITS * filled:
            spots += found
    return spots


def _proof(spots: Sequence[Spot]) -> dict[str, Spot]:
    """The first cell that can be read in one order only, for each order proven."""
    proof: dict[str, Spot] = {}
    for spot in spots:
        days = spot.days
        if len(days) == 1:
            proof.setdefault(next(iter(days)), spot)
    return proof


def _first_per_column(leaning: Sequence[Spot]) -> dict[str, Spot]:
    firsts: dict[str, Spot] = {}
    for spot in leaning:
        firsts.setdefault(spot.heading, spot)
    return firsts


def _both(spot: Spot) -> str:
    days = spot.days
    return f"`{spot.text}` can be {said_day(days['dmy'])} or {said_day(days['mdy'])}"


def _inferred(leaning: Sequence[Spot], order: str, proof: Spot) -> dict[str, tuple[Finding, ...]]:
    """One info per column whose cells lean on the proof."""
    return {
        heading: (
            Note(
                code="date_order_inferred",
                reason=f"{_both(first)}; `{proof.text}` in row {proof.row} ({proof.heading}) "
                f"proves {_NAMES[order]}",
                assumed=f"Read as {said_day(first.days[order])}, like every date in the file",
                fix="Nothing to do, unless the file mixes two orders",
                choices=(order,),
            ).at(None, first.text),
        )
        for heading, first in _first_per_column(leaning).items()
    }


def _contradicted(
    leaning: Sequence[Spot], proof: dict[str, Spot]
) -> dict[str, tuple[Finding, ...]]:
    """One finding per column with cells that stay blank because the file proves both orders."""
    first_day, first_month = proof["dmy"], proof["mdy"]
    return {
        heading: (
            Note(
                code="date_order_conflict",
                reason=f"{_both(first)}, and the file uses both orders: `{first_day.text}` in row "
                f"{first_day.row}, `{first_month.text}` in row {first_month.row}",
                assumed="Dates that can be read both ways are left blank",
                fix="Say whether day or month comes first",
                choices=("dmy", "mdy"),
            ).at(None, first.text),
        )
        for heading, first in _first_per_column(leaning).items()
    }


def _assumed(leaning: Sequence[Spot], order: str, why: str) -> dict[str, tuple[Finding, ...]]:
    """One warning per column: the first cell both ways, and what spoke for the order used."""
    return {
        heading: (
            Note(
                code="date_order_assumed",
                reason=f"{_both(first)}, and no date in the file proves the order",
                assumed=f"Read {_NAMES[order]}, as {said_day(first.days[order])}, because {why}",
                fix=f"Confirm it, or flip the whole file to {_NAMES[_FLIPPED[order]]}",
                choices=(order, _FLIPPED[order]),
            ).at(None, first.text),
        )
        for heading, first in _first_per_column(leaning).items()
    }
