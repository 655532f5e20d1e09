"""One row of a text file with a delimiter or a quote too many or too few, or another delimiter."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from advisor.rules.columns import Field
from tests.sheets.base import Case, changed, table, written

_LINES = [written([row]).rstrip("\r\n") for row in table()]
_CELLS = [[written([[cell]]).rstrip("\r\n") if cell else "" for cell in row] for row in table()]
_ROWS = (1, 3, 5, 10)
_PLACES = (0, 1, 3, 5, 8, 10)


def _with_line(row: int, line: str) -> Case:
    """The plain sheet with one line replaced; its cells may differ if the row is spoken of."""
    lines = [line if at == row else plain for at, plain in enumerate(_LINES)]
    return Case(content="\r\n".join(lines).encode(), damaged=frozenset({row + 1}))


def _one_less(cells: list[str], place: int) -> str:
    merged = cells[place] + cells[place + 1]
    return ",".join([*cells[:place], merged, *cells[place + 2 :]])


def _one_more(cells: list[str], place: int) -> str:
    return ",".join([*cells[: place + 1], "", *cells[place + 1 :]])


def _quote_before(cells: list[str], place: int) -> str:
    return ",".join([*cells[:place], f'"{cells[place]}', *cells[place + 1 :]])


def _quote_behind(cells: list[str], place: int) -> str:
    return ",".join([*cells[:place], f'{cells[place]}"', *cells[place + 1 :]])


def _quote_within(cells: list[str], place: int) -> str:
    cell = cells[place]
    middle = len(cell) // 2
    return ",".join([*cells[:place], f'{cell[:middle]}"{cell[middle:]}', *cells[place + 1 :]])


_DAMAGES: dict[str, Callable[[list[str], int], str]] = {
    "a delimiter too few": _one_less,
    "a delimiter too many": _one_more,
    "a quote before": _quote_before,
    "a quote behind": _quote_behind,
    "a quote within": _quote_within,
}


def _unquoted(rows: list[list[str]], **told: object) -> Case:
    """A sheet by a writer that never quotes; every row may have been put together again."""
    content = "\r\n".join(",".join(row) for row in rows).encode()
    return Case(content=content, damaged=frozenset(range(2, 14)), **told)


def _paid(pay: Callable[[int], str], rows: Sequence[int] = range(12)) -> list[list[str]]:
    """The plain sheet, its notes without delimiters, with the pay of some rows written so."""
    cells = changed(5, lambda cell, at: pay(int(cell)) if cell and at in rows else cell)
    return [
        [cell.replace(",", ";") if at in {0, 11} else cell for at, cell in enumerate(row)]
        for row in cells
    ]


def _named_exactly(rows: list[list[str]], said: Sequence[int]) -> Case:
    """Read right, every row in which something was put together being named."""
    return replace(
        _unquoted(rows),
        damaged=frozenset(),
        values={
            Field.COMPANY: [row[0] for row in rows[1:]],
            Field.NOTES: [row[11] or None for row in rows[1:]],
        },
        said=[(row, None, "row_too_long") for row in said],
    )


_PAY: dict[str, Callable[[int], str]] = {
    "$70,000": lambda pay: f"${pay:,}",
    "70,000": lambda pay: f"{pay:,}",
    "USD 70,000": lambda pay: f"USD {pay:,}",
    "70,000 EUR": lambda pay: f"{pay:,} EUR",
    "€70,000.00": lambda pay: f"€{pay:,}.00",
    "$70,000/yr": lambda pay: f"${pay:,}/yr",
    "$69,000-$71,000": lambda pay: f"${pay - 1000:,}-${pay + 1000:,}",
    "$69,000 - 71,000": lambda pay: f"${pay - 1000:,} - {pay + 1000:,}",
    "£70,000 pa": lambda pay: f"£{pay:,} pa",
}
_PAID = [row for row in range(2, 14) if row != 11]
UNQUOTED = {
    **{
        f"{form} unquoted in every row": _named_exactly(_paid(pay), _PAID)
        for form, pay in _PAY.items()
    },
    **{
        f"{form} unquoted in rows {rows}": _named_exactly(_paid(pay, rows), [r + 2 for r in rows])
        for form, pay in _PAY.items()
        for rows in ((0,), (2, 3, 4), (7, 11))
    },
    "pay and notes unquoted": _unquoted(
        changed(5, lambda pay, _: f"${int(pay or 0):,}" if pay else "")
    ),
    "companies, pay and notes unquoted in some rows": _unquoted(
        changed(5, lambda pay, at: f"${int(pay):,}" if at in {0, 5, 6} else pay)
    ),
}
RAGGED = {
    **UNQUOTED,
    **{
        f"{what} heading {place}": replace(
            _with_line(0, damage(_CELLS[0], place)), damaged=frozenset()
        )
        for what, damage in _DAMAGES.items()
        for place in range(11)
    },
    **{
        f"{what} cell {place} of row {row}": _with_line(row, damage(_CELLS[row], place))
        for what, damage in _DAMAGES.items()
        for row in _ROWS
        for place in _PLACES
    },
    **{
        f"row {row} by {mark!r}": _with_line(
            row, written([table()[row]], delimiter=mark).strip("\r\n")
        )
        for mark in ";\t| "
        for row in _ROWS
    },
}
