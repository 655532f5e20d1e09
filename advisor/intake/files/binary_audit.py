"""What a binary Excel workbook (XLSB) holds beside its values: errors, merges, formats, the hidden.

Records after [MS-XLSB] 2.1.4: a type and a size, both in bytes of seven bits, then the body.
"""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advisor.intake.files.old_audit import ERRORS
from advisor.intake.files.packages import BUILT_IN, targets_of, tells
from advisor.intake.files.sheet_audit import Audit, Cell

_BOOK = "xl/workbook.bin"
_ROW, _ERROR, _FORMULA_TEXT, _FORMULA_ERROR = 0, 3, 8, 11
_CELLS = range(1, 12)
_FORMAT, _STYLE, _COLUMNS, _SHEET, _MERGED = 44, 47, 60, 156, 176
_STYLES_BEGIN, _STYLES_END = 617, 618
_MOST_COLUMNS, _NO_TEXT = 16_384, 0xFFFFFFFF


def audit_binary_sheet(content: bytes, name: str) -> Audit | None:
    """What stands beside the values of one sheet; None where its part is not found.

    Damage is left to the reader of the values.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            targets = targets_of(archive, _BOOK)
            part = dict(_sheets(archive.read(_BOOK))).get(name)
            styles = archive.read(targets["styles"]) if "styles" in targets else b""
            sheet = archive.read(targets[part]) if part in targets else None
        return None if sheet is None else _Sheet(formats=_formats(styles)).read(sheet)
    except (struct.error, IndexError, KeyError, ValueError):
        return None


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    """A number in at most so many bytes of seven bits, and where it ends."""
    number = 0
    for place in range(most):
        byte = part[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return number, at + place + 1
    return number, at + most


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text of two bytes a letter behind its length, and where it ends; "" where there is none."""
    count = struct.unpack_from("<I", body, at)[0]
    count = 0 if count == _NO_TEXT else count
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _sheets(book: bytes) -> Iterator[tuple[str, str]]:
    """Name of each sheet and the relationship that leads to its part."""
    for kind, body in _records(book):
        if kind == _SHEET:
            relation, end = _text(body, 8)
            yield _text(body, end)[0], relation


def _formats(styles: bytes) -> dict[int, str]:
    """Style number → number format, only the telling ones."""
    codes = dict(BUILT_IN)
    used: list[int] = []
    inside = False
    for kind, body in _records(styles):
        if kind in {_STYLES_BEGIN, _STYLES_END}:
            inside = kind == _STYLES_BEGIN
        elif kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind == _STYLE and inside:
            used.append(struct.unpack_from("<H", body, 2)[0])
    told = {number: codes.get(code, "") for number, code in enumerate(used)}
    return {number: code for number, code in told.items() if tells(code)}


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """One sheet while its records are read."""

    formats: Mapping[int, str]
    row: int = 0
    errors: dict[Cell, str] = field(default_factory=dict)
    blanks: list[Cell] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merges: list[tuple[Cell, Cell]] = field(default_factory=list)
    found: dict[Cell, str] = field(default_factory=dict)

    def read(self, part: bytes) -> Audit:
        """Follow the records from the sheet's first to its last."""
        for kind, body in _records(part):
            if kind in _CELLS:
                self._take_cell(kind, body)
            elif kind in _TAKERS:
                _TAKERS[kind](self, body)
        return Audit(
            errors=self.errors,
            unvalued={},
            blank_results=tuple(self.blanks),
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(self.hidden_columns),
            merges=tuple(self.merges),
            formats=self.found,
        )

    def _take_cell(self, kind: int, body: bytes) -> None:
        column, style = struct.unpack_from("<II", body)
        code = self.formats.get(style & 0xFFFFFF)
        if code is not None:
            self.found[self.row, column] = code
        if kind in {_ERROR, _FORMULA_ERROR}:
            self.errors[self.row, column] = ERRORS.get(body[8], "#ERROR")
        elif kind == _FORMULA_TEXT and not struct.unpack_from("<I", body, 8)[0]:
            self.blanks.append((self.row, column))

    def take_row(self, body: bytes) -> None:
        self.row = struct.unpack_from("<I", body)[0]
        if body[11] & 0x10:
            self.hidden_rows.append(self.row)

    def take_columns(self, body: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<4IH", body)
        if flags & 1:
            self.hidden_columns.extend(range(first, min(last + 1, _MOST_COLUMNS)))

    def take_merged(self, body: bytes) -> None:
        top, bottom, left, right = struct.unpack_from("<4I", body)
        self.merges.append(((top, left), (bottom, right)))


_TAKERS = {_ROW: _Sheet.take_row, _COLUMNS: _Sheet.take_columns, _MERGED: _Sheet.take_merged}
