"""What is wrong with a sheet, said to its owner: where, what, why, what was done, what to do."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.rules.columns import Field

LONGEST_VALUE = 200
"""Characters of a cell that a problem quotes; the length of a longer one is said behind them."""

_SLACK = 40


class Level(StrEnum):
    """How much a problem matters.

    error    the value is not used until it is mended
    warning  a value is used under an assumption that wants confirming
    info     nothing is lost, it is only said
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class UnreadableSheet(ValueError):  # noqa: N818 - named for what it means to the owner of the file
    """The file cannot be read as a table.

    code  stable name of the reason, such as "not_a_table"
    text  one clear sentence for the owner of the file
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    r"""One finding about a sheet; the same record for screen, CSV, workbook and JSON.

    code      stable name, such as "date_impossible"
    reason    one clause or sentence: what is wrong and why, such as "`lots` has no amount"
    row       the number the person's own spreadsheet shows; None for a column or the file
    column    the heading as found; None for a row or the file
    position  0-based place of the column in the sheet, where there is one
    value     the cell, verbatim up to 200 characters, control characters shown as \x1b
    assumed   what is used now, such as "Left blank"
    fix       one imperative sentence
    choices   alternatives a page can apply
    line      the physical line of a text file
    count     how many findings of its kind it stands for
    """

    code: str
    level: Level
    reason: str
    row: int | None = None
    column: str | None = None
    position: int | None = None
    field: Field | None = None
    value: str | None = None
    assumed: str | None = None
    fix: str | None = None
    choices: tuple[str, ...] = ()
    sheet: str | None = None
    line: int | None = None
    count: int = 1

    def __post_init__(self) -> None:
        if self.value is not None:
            object.__setattr__(self, "value", shown(self.value))

    @property
    def letter(self) -> str | None:
        """The letter a spreadsheet gives the column, such as "F"."""
        return None if self.position is None else letter(self.position)

    @property
    def cell(self) -> str | None:
        """The address of the cell, such as "F7"."""
        return None if self.letter is None or self.row is None else f"{self.letter}{self.row}"

    @property
    def scope(self) -> str:
        """What it is about: a cell, row, column, sheet or the file."""
        if self.row is not None:
            return "row" if self.column is None else "cell"
        if self.column is not None or self.field is not None:
            return "column"
        return "file" if self.sheet is None else "sheet"

    @property
    def where(self) -> str:
        """The place in words, such as "Row 7, column F (Salary)"; empty for the whole file."""
        row = "" if self.row is None else f"Row {self.row}"
        if self.column is None:
            return row
        name = f"({printable(self.column)})"
        column = f"column {self.letter} {name}" if self.letter else f"column {name}"
        return f"{row}, {column}" if row else column[0].upper() + column[1:]

    @property
    def text(self) -> str:
        """Where, what, why, now, do.

        >>> Problem(code="money_unreadable", level=Level.ERROR, reason="`lots` has no amount",
        ...         row=7, column="Salary", position=5, value="lots", assumed="Left blank",
        ...         fix="Type a number such as 85000 or leave it").text
        'Row 7, column F (Salary): `lots` has no amount. Left blank. Type a number such as 85000 or leave it.'
        """  # noqa: E501 - the sentence stands on one line, as its reader gets it
        sentences = (_sentence(part) for part in (self.reason, self.assumed, self.fix) if part)
        said = " ".join(sentences)
        return f"{self.where}: {said}" if self.where else said


def _sentence(words: str) -> str:
    words = words.strip()
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!", "…")) else words + "."


def counted(number: int, one: str, verb: str = "", verbs: str = "") -> str:
    """A number with its noun and the verb that goes with it.

    >>> counted(1, "more row", "says", "say"), counted(1204, "column")
    ('1 more row says', '1,204 columns')
    """
    said = (one, verb) if number == 1 else (f"{one}s", verbs)
    return " ".join(filter(None, (f"{number:,}", *said)))


_DIRECTION_MARKS = {
    ord(mark): f"\\u{ord(mark):04x}" for mark in "\u061c\u200b\u200c\u200d\u200e\u200f"
}
_DIRECTION_MARKS.update({code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), 0x2060)})
_DIRECTION_MARKS.update({code: f"\\u{code:04x}" for code in (*range(0x2066, 0x206A), 0xFEFF)})
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_ESCAPED = _DIRECTION_MARKS | _CONTROLS


def printable(text: str) -> str:
    r"""The text with control, zero-width and direction characters written out.

    >>> printable("a\x1b[31m")
    'a\\x1b[31m'
    """
    return text.translate(_ESCAPED)


def shown(value: str) -> str:
    """A cell as a problem quotes it: at most 200 characters, then its length; controls written out.

    >>> shown("x" * 300)[199:]
    'x… (300 characters)'
    """
    if len(value) > LONGEST_VALUE + _SLACK:
        return f"{printable(value[:LONGEST_VALUE])}… ({len(value)} characters)"
    return printable(value)


def letter(position: int) -> str:
    """The letters a spreadsheet gives the column at this 0-based position.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
