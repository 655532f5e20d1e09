"""What the cells of a column say about its meaning."""

import re
from collections.abc import Sequence

from advisor.intake.cells import fits
from advisor.intake.cells.cleaning import clean, folded
from advisor.intake.cells.clock import take_clock
from advisor.intake.grid import Grid
from advisor.rules.columns import Field
from advisor.rules.reading import LONGEST_READABLE

SAMPLED = 200
"""Filled cells of a column that are looked at before its heading is believed."""

FEWEST_FITTING = 0.6
"""Share of the filled cells that must read as the field's kind before a doubtful name counts."""

_TIME = re.compile(
    r"\d{1,2}\s*(?:[:.h]\s*\d\d(?:[:.]\d\d)?|uhr|h|am|pm|[ap]\.m\.)?\s*(?:am|pm|[ap]\.m\.|uhr|h)?",
    re.I,
)
_CLOCK = re.compile(r"[:.hu]|am|pm|[ap]\.m", re.I)


def is_time_text(text: str) -> bool:
    """Whether a cell is a time of day and no more.

    >>> [is_time_text(text) for text in ("10:00", "2 pm", "14h30", "09:00:00", "2027-01-14", "7")]
    [True, True, True, True, False, False]
    >>> is_time_text("10:00 - 11:30"), is_time_text("noon"), is_time_text("14 Jan 10:00")
    (True, True, False)
    """
    if _TIME.fullmatch(text) is not None and _CLOCK.search(text) is not None:
        return True
    if len(text) > LONGEST_READABLE:
        return False
    clock = take_clock(folded(clean(text)))
    return clock.shown is not None and not clock.rest


class Evidence:
    """The cells below the headings of one grid, column by column."""

    def __init__(self, grid: Grid, first_row: int) -> None:
        self._grid = grid
        self._rows = range(first_row, len(grid.rows))
        self._samples: dict[int, list[int]] = {}
        self._fits: dict[tuple[int, Field], bool] = {}

    def _filled(self, position: int) -> list[int]:
        """Positions of the first filled cells of a column."""
        if position not in self._samples:
            rows = self._grid.rows
            found = []
            for at in self._rows:
                if rows[at][position]:
                    found.append(at)
                    if len(found) == SAMPLED:
                        break
            self._samples[position] = found
        return self._samples[position]

    def texts(self, position: int) -> list[str]:
        """The first filled cells of a column."""
        return [self._grid.rows[at][position] for at in self._filled(position)]

    def is_empty(self, position: int) -> bool:
        """Whether no cell of the column is filled."""
        return not self._filled(position)

    def fits(self, position: int, field: Field) -> bool:
        """Whether enough filled cells of the column read as that field; an empty column does."""
        if (position, field) not in self._fits:
            self._fits[position, field] = self._read_fits(position, field)
        return self._fits[position, field]

    def _read_fits(self, position: int, field: Field) -> bool:
        natives = self._grid.natives
        filled = self._filled(position)
        if not filled:
            return True
        share = fits(
            field,
            self.texts(position),
            None if natives is None else [natives[at][position] for at in filled],
            [self._grid.formats.get((at, position)) for at in filled],
        )
        return share >= FEWEST_FITTING

    def are_times(self, position: int) -> bool:
        """Whether the column holds times of day without a day."""
        texts = self.texts(position)
        return bool(texts) and sum(map(is_time_text, texts)) >= FEWEST_FITTING * len(texts)

    def are_same(self, positions: Sequence[int]) -> bool:
        """Whether the columns hold the same cells all the way down."""
        rows = self._grid.rows
        return all(len({rows[at][position] for position in positions}) == 1 for at in self._rows)
