"""The decimal mark a column or a whole file proves."""

import re
from collections.abc import Iterable, Sequence

from advisor.intake.cells.column import ColumnText, Surroundings
from advisor.intake.cells.numerals import NUMERAL, proven_by
from advisor.intake.cells.sweep import plain_texts
from advisor.rules.columns import COLUMNS
from advisor.rules.kinds import NUMERIC
from advisor.rules.reading import Setting

_NUMERAL = re.compile(NUMERAL)
_MARKED = re.compile(r"\d[.,]|[.,]\d")


def _numerals(texts: Iterable[str]) -> list[str]:
    return [n for text in texts if _MARKED.search(text) for n in _NUMERAL.findall(text)]


def column_mark(column: ColumnText, around: Surroundings) -> str | None:
    """`.` or `,`: what the person says, else what the column itself proves; None if nothing."""
    chosen = around.setting(column, Setting.SEPARATOR)
    if chosen in {".", ","}:
        return chosen
    return proven_by(_numerals(plain_texts(column)))


def decimal_mark(column: ColumnText, around: Surroundings) -> str | None:
    """The column's own decimal mark, else the one that the rest of the file proves."""
    mark = column_mark(column, around)
    if mark is not None or around.decimal_comma is None:
        return mark
    return "," if around.decimal_comma else "."


def find_decimal_comma(columns: Sequence[ColumnText]) -> bool | None:
    """Whether the numbers of the file use a decimal comma; None where nothing proves it.

    >>> find_decimal_comma([])
    """
    texts = [
        text
        for column in columns
        if COLUMNS[column.field].kind in NUMERIC
        for text in plain_texts(column)
    ]
    mark = proven_by(_numerals(texts))
    return None if mark is None else mark == ","
