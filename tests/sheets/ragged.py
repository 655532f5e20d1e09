"""One row of a text file with a delimiter or a quote too many or too few, or another delimiter."""

from collections.abc import Callable
from dataclasses import replace

from tests.sheets.base import Case, table, written

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
RAGGED = {
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
