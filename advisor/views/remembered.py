"""What was said about a sheet, as cells of a workbook that the reader gives back unchanged."""

import json
from collections.abc import Iterable

import pandas as pd

REMEMBERED = "How it was read"
"""The sheet of our workbook that holds it."""

HEADING = "Remembered reading"

LONGEST_PIECE = 12_000
"""Characters of a piece; in a cell each may take two, and a cell holds 32,767."""

_MARK = "remembered "


def pieces(text: str) -> list[str]:
    r"""The text in cells: numbered, quoted, none beginning like a formula.

    >>> pieces('{"a": 1}')
    ['remembered 0 "{\\"a\\": 1}"']
    """
    starts = range(0, len(text), LONGEST_PIECE)
    cut = (text[start : start + LONGEST_PIECE] for start in starts)
    return [f"{_MARK}{number} {json.dumps(piece)}" for number, piece in enumerate(cut)]


def joined(cells: Iterable[str]) -> str:
    """The text that was cut into these cells; "" where they hold none.

    >>> joined(["Remembered reading", *pieces("first" * 9000)]) == "first" * 9000
    True
    """
    found: dict[int, str] = {}
    for cell in cells:
        number, _, quoted = str(cell).removeprefix(_MARK).partition(" ")
        if str(cell).startswith(_MARK) and number.isdigit():
            try:
                found[int(number)] = str(json.loads(quoted))
            except ValueError:
                return ""
    return "".join(found[number] for number in sorted(found))


def lines_in(columns: Iterable[str], text: pd.DataFrame) -> list[str]:
    """The lines remembered in a sheet: its headings and the text of its cells."""
    return joined([*columns, *text.to_numpy().ravel().tolist()]).splitlines()
