"""Columns of ratings, brought to 1 … 5 from whatever scale the sheet uses."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from advisor.intake.cells.cleaning import folded
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.notes import EMPTY, Cell, Note
from advisor.intake.cells.rating_forms import Rated, read_rated
from advisor.intake.cells.rating_notes import (
    inferred,
    is_date,
    mixed,
    number_taken,
    outside,
    perhaps_turned,
    placeholder,
    unread,
    words_mapped,
)
from advisor.intake.cells.sweep import Swept, sources, sweep, told, values_of
from advisor.intake.cells.written_dates import read_written
from advisor.rules.columns import COLUMNS
from advisor.rules.reading import FIRST_IS_MOST, RATING_SLIPS, Setting

_SCALE = re.compile(r"(\d{1,3})\s*(?:-|–|to|bis|\.\.|à|…)\s*(\d{1,3})")
_TOP = re.compile(r"(?:/|out of|of|von|sur|max)\s*(\d{1,3})")
_WITHOUT_VALUE = frozenset({"empty", "placeholder", "date", "unread"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """The scale of bare numbers: its least and its most, and how they are known.

    Where 1 is the most, as in an order of priority, `low` is the larger number.
    """

    low: float
    high: float
    known_by: str


def read_ratings(column: ColumnText, around: Surroundings) -> CellsRead:
    """Ratings on the column's own scale (1 … 5); other scales are brought to it linearly."""
    swept = sweep(sources(column), lambda cell: _told_date(read_rated(cell), cell, around.today))
    rated = swept.known.values()
    scale = _scale(column, swept, around)
    rules = COLUMNS[column.field]
    ours = (rules.low, rules.high)
    lows = _explicit_lows(rated)
    cells = swept.turned(partial(_in_ours, scale=scale, ours=ours, lows=lows))
    turned = _may_be_turned(column)
    findings = [note.at(None, None) for note in _on_the_column(rated, scale, ours, turned=turned)]
    return CellsRead(values=values_of(cells), findings=findings + told(column, cells))


def _told_date(rated: Rated, cell: object, today: date) -> Rated:
    """A cell that no rating fits, known for a date if it is one: `4/5` may have become 4 May."""
    if rated.form != "unread" and not rated.words:
        return rated
    if isinstance(cell, date):
        return Rated(form="date", text=f"{cell.day}/{cell.month}")
    written = read_written(rated.text, today)
    if written.day is not None and written.day.numbers is not None:
        _, month, day = written.day.numbers
        return Rated(form="date", text=f"{day}/{month}")
    return rated


def _explicit_lows(rated: Iterable[Rated]) -> dict[float, float]:
    """Where scales that cells name begin: at 0 if one cell gives 0, or for percent; else at 1."""
    tops = {one.high for one in rated if one.high is not None}
    zeros = {one.high for one in rated if one.value == 0 and one.high is not None}
    return {top: 0.0 if top in zeros or top >= 100 else 1.0 for top in tops}


def _may_be_turned(column: ColumnText) -> bool:
    """Whether the heading is of a kind in which 1 is often the most: a priority, a rank."""
    return any(folded(column.heading).startswith(word) for word in FIRST_IS_MOST)


def _scale(column: ColumnText, rated: Swept[Rated], around: Surroundings) -> _Scale:
    """The scale of bare numbers and stars: ours, chosen, named by the heading, or inferred."""
    rules = COLUMNS[column.field]
    if column.declared:
        return _Scale(low=rules.low, high=rules.high, known_by="declared")
    chosen = around.setting(column, Setting.RATING_SCALE)
    for said, known_by in ((chosen, "chosen"), *((hint, "heading") for hint in column.hints)):
        if said and (ends := _ends(said)):
            return _Scale(low=ends[0], high=ends[1], known_by=known_by)
    return _inferred(_bare_counts(rated))


def _ends(said: str) -> tuple[float, float] | None:
    """The least and the most of a scale such as `1-10`, `5-1`, `/10` or `%`."""
    if found := _SCALE.search(said):
        low, high = float(found[1]), float(found[2])
        return (low, high) if low != high else None
    if found := _TOP.search(said.casefold()):
        return 0.0 if float(found[1]) >= 100 else 1.0, float(found[1])
    return (0.0, 100.0) if "%" in said else None


def _bare_counts(rated: Swept[Rated]) -> Counter[float]:
    """How often each bare number stands in the column."""
    rows = Counter(rated.keys)
    counts: Counter[float] = Counter()
    for key, one in rated.known.items():
        if one.form == "bare":
            counts[one.value] += rows[key]
    return counts


def _inferred(counts: Counter[float]) -> _Scale:
    """The smallest usual scale that holds so many of each number, slips left aside."""
    total = counts.total()
    high = max(counts, default=5.0)
    slips = sum(count for number, count in counts.items() if number > 5)
    if high > 10 and total >= 4 and slips <= RATING_SLIPS * total:
        rest = [number for number in counts if number <= 10]
        high = max(rest, default=high)
    low = 0.0 if 0 in counts else 1.0
    if high <= 1 and any(0 < number < 1 for number in counts):
        return _Scale(low=0.0, high=1.0, known_by="numbers")
    for top in (5.0, 10.0):
        if high <= top:
            return _Scale(low=low, high=top, known_by="numbers")
    return _Scale(low=0.0, high=100.0, known_by="numbers")


def _in_ours(
    rated: Rated, scale: _Scale, ours: tuple[float, float], lows: dict[float, float]
) -> Cell:
    if rated.form == "empty":
        return EMPTY
    if rated.form in _NO_VALUE:
        return Cell(notes=(_NO_VALUE[rated.form](rated),))
    low, high = (scale.low, scale.high) if rated.high is None else (lows[rated.high], rated.high)
    if rated.form == "word":
        low, high = 1.0, 5.0
    if rated.form == "stars" and rated.high is None:
        low, high = (1.0, 5.0) if rated.value <= 5 else (1.0, 10.0)
    if high == low or not min(low, high) <= rated.value <= max(low, high):
        return Cell(notes=(outside(rated, low, high),))
    value = rated.value
    if (low, high) != ours:
        value = ours[0] + (rated.value - low) / (high - low) * (ours[1] - ours[0])
    notes = (number_taken(rated, value),) if rated.words else ()
    return Cell(value=value, notes=notes)


_NO_VALUE = {
    "placeholder": placeholder,
    "date": is_date,
    "unread": unread,
}


def _on_the_column(
    rated: Collection[Rated], scale: _Scale, ours: tuple[float, float], *, turned: bool
) -> list[Note]:
    """What must be said once for the column.

    turned  its numbers may as well count from the most down
    """
    kinds = {
        (one.form, one.high if one.form == "of" else None)
        for one in rated
        if one.form not in _WITHOUT_VALUE
    }
    said = [mixed()] if len(kinds) > 1 and scale.known_by != "declared" else []
    if any(one.form == "word" for one in rated):
        said.append(words_mapped())
    bare = any(form == "bare" for form, _ in kinds)
    tops = {one.high for one in rated if one.form in {"of", "percent"} and one.high != ours[1]}
    if bare and scale.known_by in {"numbers", "heading"}:
        if turned:
            said.append(perhaps_turned(scale.low, scale.high))
        else:
            said.append(inferred(scale.low, scale.high, scale.known_by, ours))
    elif tops and len(kinds) == 1:
        top = max(top for top in tops if top is not None)
        said.append(inferred(0.0 if top >= 100 else 1.0, top, "cells", ours))
    return said
