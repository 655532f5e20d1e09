"""How a text file separates and quotes its cells."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

Known = Callable[[Sequence[str]], int]
"""How many distinct known fields these cells name as headings."""

DELIMITERS = (",", ";", "\t", "|", ":", "^", "~", "\x1f")
BLANKS = "  "
"""Stands for runs of two or more blanks."""
FIXED = "fixed"
"""Stands for columns that begin at the same place in every line."""
NO_DELIMITER = ""

_NEVER = "\ue002"
_CARRIED_DELIMITER, _CARRIED_QUOTE = "\ue001", "\ue003"
SMART_OPEN, SMART_CLOSE = "“„‟", "”“"

csv.field_size_limit(10**9)


class LineReader(Protocol):
    """The standard library's reader of records, which counts the lines it has taken."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How cells are told apart.

    delimiter  one character, or `BLANKS`, `FIXED` or `NO_DELIMITER`
    quote      `"`, `'` or `“` for typographic quotes
    escaped    a backslash protects quotes and delimiters
    spaced     blanks stand between a delimiter and an opening quote
    cuts       where the columns begin, for `FIXED`
    """

    delimiter: str
    quote: str = '"'
    escaped: bool = False
    spaced: bool = False
    cuts: tuple[int, ...] = ()

    @property
    def mark(self) -> str:
        """The one character that separates cells once the text is prepared."""
        return self.delimiter or _NEVER

    @property
    def plain_quote(self) -> str:
        """The quote once the text is prepared."""
        return '"' if self.quote == "“" else self.quote

    def prepare(self, text: str) -> str:
        """The text with escaped marks carried as others and typographic quotes made plain."""
        if self.escaped:
            text = text.replace("\\" + self.quote, _CARRIED_QUOTE)
            text = text.replace("\\" + self.mark, _CARRIED_DELIMITER)
        if self.quote == "“":
            mark = re.escape(self.mark)
            if not re.search(f'(^|{mark})"', text, re.MULTILINE):
                text = text.replace('"', '""')
            text = re.sub(f"(^|{mark})[{SMART_OPEN}]", r'\1"', text, flags=re.MULTILINE)
            text = re.sub(f"[{SMART_CLOSE}](?=$|\r|{mark})", '"', text, flags=re.MULTILINE)
        return text

    def restore(self, rows: list[list[str]]) -> list[list[str]]:
        """The cells with what `prepare` carried put back."""
        if not self.escaped:
            return rows
        back = {ord(_CARRIED_QUOTE): self.quote, ord(_CARRIED_DELIMITER): self.mark}
        return [[cell.translate(back) for cell in row] for row in rows]

    def reader(self, lines: Iterator[str], *, strict: bool) -> LineReader:
        """A reader of prepared lines."""
        return csv.reader(
            lines,
            delimiter=self.mark,
            quotechar=self.plain_quote,
            skipinitialspace=self.spaced,
            strict=strict,
        )

    @property
    def by_line(self) -> Callable[[str], list[str]] | None:
        """How one line is split, for files that separate by blanks and know no quotes."""
        return {BLANKS: _split_blanks, FIXED: self._split_fixed}.get(self.delimiter)

    def _split_fixed(self, line: str) -> list[str]:
        ends = (*self.cuts[1:], None)
        return [line[a:b].strip() for a, b in zip(self.cuts, ends, strict=True)]


def _split_blanks(line: str) -> list[str]:
    return re.split(r" {2,}|\t+", line.strip())


def split_lines(lines: Iterator[str], split: Callable[[str], list[str]]) -> Iterator[list[str]]:
    """The cells of each line; none of a blank one."""
    return (split(line.rstrip("\r\n")) if line.strip() else [] for line in lines)


_NAMES = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "vertical bar",
    ":": "colon",
    "^": "caret",
    "~": "tilde",
    "\x1f": "unit separator",
    " ": "blank",
    "  ": "run of blanks",
    "fixed": "fixed place",
    "": "line end",
}


def named(delimiter: str) -> str:
    """The delimiter in a word.

    >>> named(";"), named("||")
    ('semicolon', '`||`')
    """
    return _NAMES.get(delimiter, f"`{delimiter}`")
