"""Columns that only blanks keep apart: where each of them begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from advisor.intake.files.dialects import BLANKS, FIXED, Dialect, Known

_LONGEST_LINE = 2000
_HEADING_LINES = 60
_GAPS = (2, 1)


def by_blanks(sample: str, known: Known) -> list[Dialect]:
    """The dialects under which blanks separate the cells, as far as the lines show any sign."""
    lines = _table_lines(sample)
    if len(lines) < 2:
        return []
    found = [Dialect(delimiter=BLANKS)]
    if max(map(len, lines)) <= _LONGEST_LINE:
        found += [fixed_columns(sample, known, gap) for gap in _GAPS]
    return found


def _table_lines(text: str) -> list[str]:
    return [line.rstrip() for line in re.split(r"\r\n?|\n", text) if "  " in line.strip()]


def fixed_columns(text: str, known: Known, gap: int) -> Dialect:
    """Columns that begin where every line is blank for at least `gap` letters before."""
    lines = _table_lines(text)
    longest = max(map(len, lines))
    taken = 0
    for line in lines:
        taken |= int(_TO_BITS.sub("1", line.ljust(longest)).replace(" ", "0"), 2)
    places = format(taken, f"0{longest}b")
    starts = (found.start() for found in re.finditer("1+", places))
    cuts = [at for at in starts if at == 0 or places[max(at - gap, 0) : at].strip("0") == ""]
    return Dialect(delimiter=FIXED, cuts=tuple(_whole_headings(cuts, lines, known)))


_TO_BITS = re.compile("[^ ]")


def _whole_headings(cuts: list[int], lines: Sequence[str], known: Known) -> list[int]:
    """The cuts without those under no heading, or that part one, such as `Prep | hours`."""

    def cells(line: str) -> list[str]:
        return [line[a:b].strip() for a, b in zip(cuts, [*cuts[1:], None], strict=True)]

    heading = max((cells(line) for line in lines[:_HEADING_LINES]), key=known)
    if not known(heading):
        return cuts
    kept = cuts[:1]
    for at, (left, right) in enumerate(pairwise(heading), 1):
        parted = left and right and known([f"{left} {right}"]) > known([left, right]) - 1
        if right and not (parted and known([f"{left} {right}"])):
            kept.append(cuts[at])
    return kept
