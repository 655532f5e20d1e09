"""What a column of money says about the bare figures in it."""

import re
from dataclasses import dataclass

from advisor.intake.cells.cleaning import folded
from advisor.intake.cells.column import ColumnText, Surroundings
from advisor.intake.cells.decimal_mark import column_mark
from advisor.intake.cells.money_words import ADVERBS, IN_LAKHS, IN_THOUSANDS, PERIOD, PERIODS
from advisor.intake.cells.numerals import Numeral, read_numeral
from advisor.rules.reading import PER_YEAR, Setting

_PERIOD = re.compile(PERIOD)
_ENDS = {"low": "low end", "mid": "middle", "high": "high end"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What bare figures mean here.

    decimal  the decimal mark the column proves, else None
    filewide  the decimal mark the rest of the file proves, else None
    factor   what the heading multiplies by: 1,000 for `(USD k)`
    period   what the heading or the person says, "year" unless named
    named    the heading names the period, so that it is said once for the column
    end      which figure of a range counts: "low end", "middle" or "high end"
    full     other amounts of the column are full salaries, so small ranges are thousands
    in_thousands  the person says that amounts below 1,000 are thousands
    """

    decimal: str | None = None
    filewide: str | None = None
    factor: float = 1.0
    period: str = "year"
    named: bool = False
    end: str = "middle"
    full: bool = False
    in_thousands: bool = False

    def numeral(self, text: str) -> Numeral | None:
        """A number of this column; nobody writes three decimals of money, so groups come first."""
        numeral = read_numeral(text, self.decimal, groups=True)
        if numeral is None or numeral.other is None or self.filewide is None:
            return numeral
        return numeral if self.filewide in text else Numeral(value=numeral.value)


def bearing_of(column: ColumnText, around: Surroundings, *, full: bool) -> Bearing:
    """What heading, settings and the other cells say."""
    chosen = around.setting(column, Setting.MONEY_PERIOD)
    period = "" if column.declared else period_of(column)
    filewide = None if around.decimal_comma is None else "," if around.decimal_comma else "."
    return Bearing(
        decimal=column_mark(column, around),
        filewide=filewide,
        factor=1.0 if column.declared else _factor_of(column),
        period=chosen if chosen is not None and chosen in PER_YEAR else period or "year",
        named=period not in {"", "year"} and chosen is None,
        end=_ENDS.get(around.setting(column, Setting.MONEY_RANGE) or "mid", "middle"),
        full=full,
        in_thousands=around.setting(column, Setting.MONEY_THOUSANDS) == "yes",
    )


def _factor_of(column: ColumnText) -> float:
    said = folded(" ".join((column.heading, *column.hints)))
    if IN_THOUSANDS.search(said):
        return 1e3
    return 1e5 if IN_LAKHS.search(said) else 1.0


def period_of(column: ColumnText) -> str:
    """The period a heading names, as `Salary (per month)`, `Monthly pay` or `Rate (h)` do."""
    for hint in column.hints:
        word = folded(hint).strip(" .")
        if word in PERIODS and (len(word) > 1 or word == "h"):
            return PERIODS[word]
    found = _PERIOD.search(folded(" ".join((column.heading, *column.hints))))
    if found is None:
        return ""
    return PERIODS.get(found["unit"] or "") or ADVERBS[found["adverb"]]
