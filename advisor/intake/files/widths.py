"""Rows of different widths: the table they belong to, and every row brought to its width."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from advisor.intake.files.cut_cells import are_cut, whole
from advisor.intake.files.dialect_guess import resplit
from advisor.intake.files.dialects import Known, named
from advisor.intake.files.fitting import Fitted, Fitter, trimmed

_LOOKED_AT = 300
_FEWEST_FIELDS = 2
_SEARCHED = 60
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The table a text file seems to hold.

    width    cells of a usual row
    heading  position of the row of headings, or of the first usual row where none is known
    blank    place of an empty heading that no other row has a cell for
    """

    width: int
    heading: int
    blank: int | None = None


def find_shape(rows: Sequence[list[str]], known: Known, delimiter: str) -> Shape:
    """The usual width of the rows, at least that of the headings, and where the headings stand."""
    filled = list(islice(((at, row) for at, row in enumerate(rows) if any(row)), _SEARCHED))
    if not filled:
        return Shape(width=1, heading=0)
    widths = _widths(rows)
    usual = max(widths, key=lambda width: (widths[width], width))
    fields, place = max((known(row), -place) for place, row in filled)
    if fields < _FEWEST_FIELDS and usual > 2:
        fields, place = max((known(resplit(row, delimiter)), -place) for place, row in filled)
    if fields < _FEWEST_FIELDS:
        first = next((place for place, row in filled if len(row) == usual), filled[0][0])
        return Shape(width=usual, heading=first)
    headings = trimmed(rows[-place])
    if len(headings) == usual + 1 and widths[usual] >= _NEARLY_ALL * (widths.total() - 1):
        blanks = [at for at, heading in enumerate(headings) if not heading.strip()]
        if len(blanks) == 1:
            return Shape(width=usual, heading=-place, blank=blanks[0])
    if usual > len(headings) and delimiter.strip() == "," and all(headings):
        below = [trimmed(row) for row in islice(rows[1 - place :], _LOOKED_AT) if any(row)]
        if are_cut(below, len(headings)):
            usual = len(headings)
    return Shape(width=max(usual, len(headings)), heading=-place)


def _widths(rows: Sequence[list[str]]) -> Counter[int]:
    """How many rows have each number of cells; rows with one filled cell say nothing."""
    counts = Counter(map(len, rows))
    usual, often = counts.most_common(1)[0]
    if usual > 1 and often >= _NEARLY_ALL * len(rows):
        return counts
    return Counter(len(row) for row in rows if any(row[1:])) or Counter([1])


def even_out(
    rows: list[list[str]],
    shape: Shape,
    delimiter: str,
    lines: Mapping[int, str],
    say: Callable[[int, Fitted], None],
) -> list[list[str]]:
    """Every row at the table's width.

    lines  position → the row as it stands in the file, where its quotes were damaged
    say    is told the position and the mending of each row
    Rows down to the headings are titles and the like: they are filled up without a word.
    """
    if set(map(len, rows)) == {shape.width}:
        return rows
    usual = _usual_rows(rows[shape.heading + 1 :], shape.width, delimiter)
    fitter = Fitter(usual, shape.width, delimiter)
    evened = list(rows)
    for place in _odd(rows, shape):
        row = rows[place]
        fitted = fitter.fitted(row, lines.get(place)) if place > shape.heading else None
        if place == shape.heading and len(row) == 1:
            fitted = fitter.fitted(row)
        if place == shape.heading and shape.blank is not None:
            fitted = _without_blank(row, shape.blank, delimiter)
        if fitted is not None:
            say(place, fitted)
            evened[place] = fitted.cells
    for place, uncut in _uncut(rows, shape, delimiter, fitter):
        say(place, uncut)
        evened[place] = uncut.cells
    width = max(shape.width, *(len(trimmed(row)) for row in evened))
    return [row[:width] + [""] * (width - len(row)) if len(row) != width else row for row in evened]


def _uncut(
    rows: list[list[str]], shape: Shape, delimiter: str, fitter: Fitter
) -> Iterator[tuple[int, Fitted]]:
    """Rows that are not too wide only because they end early, where amounts are cut in others."""
    first = shape.heading + 1
    if delimiter.strip() == "," and any(map(fitter.is_cut, rows[first:])):
        for place, row in enumerate(rows[first:], first):
            uncut = fitter.uncut(row) if len(row) <= shape.width else None
            if uncut is not None:
                yield place, uncut


def _usual_rows(rows: Sequence[list[str]], width: int, delimiter: str) -> list[list[str]]:
    """Some rows of the table's width; where there are none, those whose amounts were cut."""
    usual = list(islice((row for row in rows if len(row) == width), _LOOKED_AT))
    if usual:
        return usual
    mended = (whole(trimmed(row), width, delimiter) for row in islice(rows, _LOOKED_AT))
    return [row for row in mended if row is not None]


def _odd(rows: Sequence[Sequence[str]], shape: Shape) -> list[int]:
    return [place for place, row in enumerate(rows) if row and len(row) != shape.width]


def _without_blank(row: list[str], blank: int, delimiter: str) -> Fitted:
    """The headings without an empty one that a delimiter too many made."""
    return Fitted(
        cells=[*row[:blank], *row[blank + 1 :]],
        code="row_too_long",
        reason=f"The row of headings has a {named(delimiter)} too many: an empty heading "
        "for which the other rows have no cell",
        assumed="The empty heading was left out",
        fix="Check that each heading stands above its cells",
    )
