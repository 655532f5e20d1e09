"""What an Excel 97 workbook holds beside its values: errors, merges, formats, what is hidden."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from advisor.intake.files.old_streams import workbook_stream
from advisor.intake.files.packages import BUILT_IN, tells
from advisor.intake.files.sheet_audit import Audit, Cell
from advisor.intake.problems import UnreadableSheet

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""The byte of an error → its text."""

_BEGIN, _SHEET, _FORMAT, _STYLE = 0x809, 0x85, 0x41E, 0xE0
_FORMULA, _ROW, _COLUMNS, _MERGED = 0x06, 0x208, 0x7D, 0xE5
_ERROR, _NUMBER, _COMPACT, _COMPACTS, _STRING = 0x205, 0x203, 0x27E, 0xBD, 0x207
_TEXT_RESULT, _ERROR_RESULT, _NO_RESULT = 0, 2, 3
_CELL = struct.Struct("<HHH")
_MOST_COLUMNS = 256


def check_old_workbook(content: bytes) -> None:
    """Refuse a file whose sectors are damaged: the reader of the values would follow them forever.

    Raises UnreadableSheet.
    """
    try:
        workbook_stream(content)
    except (struct.error, IndexError) as trouble:
        raise UnreadableSheet(
            "corrupt_workbook",
            "The workbook is damaged: its parts do not hang together. "
            "Open it in a spreadsheet program, save it as XLSX and choose that.",
        ) from trouble


def audit_old_sheets(content: bytes) -> dict[str, Audit]:
    """Sheet → what stands beside its values; nothing for files older than Excel 97.

    Damage is left to the reader of the values.
    """
    try:
        stream = workbook_stream(content)
        return dict(_audits(stream)) if stream else {}
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    at = start
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _text(body: bytes, count: int, start: int) -> str:
    """A string of the file: one flag byte, then letters of one or two bytes."""
    if body[start] & 1:
        return body[start + 1 : start + 1 + 2 * count].decode("utf-16-le")
    return body[start + 1 : start + 1 + count].decode("latin-1")


def _audits(stream: bytes) -> Iterator[tuple[str, Audit]]:
    codes = dict(BUILT_IN)
    styles: list[str] = []
    sheets: list[tuple[str, int]] = []
    for kind, body in _records(stream):
        if kind == _SHEET:
            sheets.append((_text(body, body[6], 7), struct.unpack_from("<I", body)[0]))
        elif kind == _FORMAT:
            number, count = struct.unpack_from("<HH", body)
            codes[number] = _text(body, count, 4)
        elif kind == _STYLE:
            styles.append(codes.get(struct.unpack_from("<H", body, 2)[0], ""))
        elif kind == 0x0A:
            break
    telling = {number: code for number, code in enumerate(styles) if tells(code)}
    for name, start in sheets:
        yield name, _Sheet(formats=telling).read(stream, start)


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """One sheet while its records are read."""

    formats: dict[int, str]
    errors: dict[Cell, str] = field(default_factory=dict)
    blanks: dict[Cell, bool] = field(default_factory=dict)
    last: Cell = (0, 0)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merges: list[tuple[Cell, Cell]] = field(default_factory=list)
    found: dict[Cell, str] = field(default_factory=dict)

    def read(self, stream: bytes, start: int) -> Audit:
        """Follow the records from the sheet's first to its last."""
        for kind, body in _records(stream, start):
            if kind == 0x0A:
                break
            take = _TAKERS.get(kind)
            if take is not None:
                take(self, body)
        return Audit(
            errors=self.errors,
            unvalued={},
            blank_results=tuple(cell for cell, blank in self.blanks.items() if blank),
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(self.hidden_columns),
            merges=tuple(self.merges),
            formats=self.found,
        )

    def take_formula(self, body: bytes) -> None:
        row, column, style = _CELL.unpack_from(body)
        self._style(row, column, style)
        if body[12:14] != b"\xff\xff":
            return
        self.last = row, column
        if body[6] == _ERROR_RESULT:
            self.errors[row, column] = ERRORS.get(body[8], "#ERROR")
        elif body[6] in {_TEXT_RESULT, _NO_RESULT}:
            self.blanks[row, column] = True

    def take_string(self, body: bytes) -> None:
        """The text that the formula before it resulted in."""
        self.blanks[self.last] = not struct.unpack_from("<H", body)[0]

    def take_error(self, body: bytes) -> None:
        row, column, _ = _CELL.unpack_from(body)
        if body[7]:
            self.errors[row, column] = ERRORS.get(body[6], "#ERROR")

    def take_row(self, body: bytes) -> None:
        number, flags = struct.unpack_from("<H", body)[0], struct.unpack_from("<H", body, 12)[0]
        if flags & 0x20:
            self.hidden_rows.append(number)

    def take_columns(self, body: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<5H", body)
        if flags & 1:
            self.hidden_columns.extend(range(first, min(last + 1, _MOST_COLUMNS)))

    def take_merged(self, body: bytes) -> None:
        for at in range(struct.unpack_from("<H", body)[0]):
            top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * at)
            self.merges.append(((top, left), (bottom, right)))

    def take_number(self, body: bytes) -> None:
        self._style(*_CELL.unpack_from(body))

    def take_numbers(self, body: bytes) -> None:
        row, first = struct.unpack_from("<HH", body)
        for offset in range((len(body) - 6) // 6):
            self._style(row, first + offset, struct.unpack_from("<H", body, 4 + 6 * offset)[0])

    def _style(self, row: int, column: int, style: int) -> None:
        if style in self.formats:
            self.found[row, column] = self.formats[style]


_TAKERS = {
    _FORMULA: _Sheet.take_formula,
    _STRING: _Sheet.take_string,
    _ROW: _Sheet.take_row,
    _COLUMNS: _Sheet.take_columns,
    _MERGED: _Sheet.take_merged,
    _ERROR: _Sheet.take_error,
    _NUMBER: _Sheet.take_number,
    _COMPACT: _Sheet.take_number,
    _COMPACTS: _Sheet.take_numbers,
}
