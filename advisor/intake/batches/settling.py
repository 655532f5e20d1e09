"""What a column says about its cells, kept as settings under which each cell says it by itself.

The beginning of the column is read as any sheet is. Of the settings a person could choose, those
are kept under which most of its distinct cells read the same when they are alone. A stream then
reads every cell alone, so that no batch can decide otherwise than another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from advisor.intake.batches.alone import INDEPENDENT, Cell, Lone, read_alone
from advisor.intake.cells import (
    ColumnText,
    Finding,
    Surroundings,
    find_decimal_comma,
    read_cells,
)
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import NUMERIC, Kind
from advisor.rules.reading import LEAST_PAY, MOST_HOURS_UNDOUBTED, MOST_PAY, Setting

Settings = Mapping[str, str]

TRIED = 300
"""Distinct cells of the beginning on which settings are tried."""

RATING_SCALES = ("1-5", "0-5", "1-10", "0-10", "0-1", "0-100")
"""The scales that a column of ratings can be inferred to have."""

_LARGE = 1e9
"""Stands for the end of a range without one where numbers are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What one column has said, once.

    settings   under which its cells read alone as they did together
    around     the surroundings with these settings
    plain      bare numbers between these are their own values; None where none is
    said       findings about the column as such
    unsettled  (cell, how it reads alone) of those that read otherwise all the same
    """

    settings: Settings
    around: Surroundings
    plain: tuple[float, float] | None
    said: tuple[Finding, ...]
    unsettled: tuple[tuple[Cell, Lone], ...]


def settle(column: ColumnText, around: Surroundings) -> Settled:
    """The settings that let the cells of a column be read one by one.

    column  its beginning
    """
    read = read_cells(column, around)
    natives = column.natives or [None] * len(column.texts)
    distinct: dict[Cell, Lone] = {}
    currencies = read.currencies or [None] * len(read.values)
    cells = zip(column.texts, natives, read.values, currencies, strict=True)
    for text, native, value, currency in cells:
        distinct.setdefault((text, native), Lone(value=value, currency=currency))
        if len(distinct) == TRIED:
            break
    bare = replace(column, rows=(), texts=(), natives=None)
    tried = [
        _tried(bare, around, settings, distinct)
        for settings in _candidates(column, [one.currency for one in distinct.values()])
    ]
    best = min(tried, key=lambda one: len(one.unsettled))
    said = tuple(finding for finding in read.findings if finding.row is None)
    return replace(best, said=said, plain=_plain(bare, best.around))


def _tried(
    bare: ColumnText, around: Surroundings, settings: Settings, together: Mapping[Cell, Lone]
) -> Settled:
    """The column under some settings, with the cells that read otherwise than together."""
    chosen = {**around.choices.settings.get(bare.heading, {}), **settings}
    every = {**around.choices.settings, bare.heading: chosen}
    around = replace(around, choices=replace(around.choices, settings=every))
    if COLUMNS[bare.field].kind in INDEPENDENT:
        return Settled(settings={}, around=around, plain=None, said=(), unsettled=())
    alone = read_alone(bare, around, list(together))
    unsettled = tuple(
        (cell, lone)
        for (cell, other), lone in zip(together.items(), alone, strict=True)
        if (other.value, other.currency) != (lone.value, lone.currency)
    )
    return Settled(settings=chosen, around=around, plain=None, said=(), unsettled=unsettled)


def _candidates(column: ColumnText, currencies: Sequence[str | None]) -> Iterator[Settings]:
    """Settings worth trying; of equally good ones the first is kept."""
    kind = COLUMNS[column.field].kind
    ways: list[list[Settings]] = [[_mark(column)] if kind in NUMERIC else [{}]]
    if kind is Kind.RATING:
        named = [hint for hint in column.hints if any(c.isdigit() or c == "%" for c in hint)]
        ways.append(_each(Setting.RATING_SCALE, (*named, *RATING_SCALES)))
    elif kind is Kind.SHARE:
        ways.append([*_each(Setting.PERCENT_SCALE, ("share", "percent")), {}])
    elif kind is Kind.MONEY:
        codes = dict.fromkeys(code for code in currencies if code is not None)
        ways.append([{}, {Setting.MONEY_THOUSANDS: "yes"}])
        ways.append([{}, *_each(Setting.MONEY_CURRENCY, codes)])
    elif kind is Kind.YES_NO:
        ways.append(_each(Setting.BLANK_MEANS_NO, ("no", "yes")))
    for parts in product(*ways):
        yield {key: value for part in parts for key, value in part.items()}


def _each(key: Setting, values: Iterable[str]) -> list[Settings]:
    return [{key: value} for value in values]


def _mark(column: ColumnText) -> Settings:
    """The decimal mark the column proves."""
    comma = find_decimal_comma([column])
    return {} if comma is None else {Setting.SEPARATOR: "," if comma else "."}


def _plain(bare: ColumnText, around: Surroundings) -> tuple[float, float] | None:
    """The widest known range in which a bare number, typed or written, is its own value."""
    rules = COLUMNS[bare.field]
    if rules.kind not in NUMERIC:
        return None
    ranges = {
        Kind.HOURS: [(rules.low, rules.high), (rules.low, MOST_HOURS_UNDOUBTED)],
        Kind.MONEY: [(LEAST_PAY, MOST_PAY)],
    }
    for low, high in ranges.get(rules.kind, [(rules.low, min(rules.high, _LARGE))]):
        numbers = [low + (high - low) * part / 8 for part in range(9)]
        cells: list[Cell] = [(f"{number:.17g}", None) for number in numbers]
        cells += [(f"{number:.17g}", number) for number in numbers]
        alone = read_alone(bare, around, cells)
        own = zip(alone, numbers * 2, strict=True)
        if all(one.value == number and not one.findings for one, number in own):
            return low, high
    return None
