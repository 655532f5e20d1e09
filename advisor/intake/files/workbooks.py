"""A workbook of any kind → a grid: calamine's values, laid over with what they hide."""

import io
from collections.abc import Callable, Sequence
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from advisor.intake.choices import Choices
from advisor.intake.files import limits
from advisor.intake.files.binary_audit import audit_binary_sheet
from advisor.intake.files.dialects import Known
from advisor.intake.files.letters import find_misread, mend_letters
from advisor.intake.files.native_text import text_of, texts_of
from advisor.intake.files.old_audit import audit_old_sheets, check_old_workbook
from advisor.intake.files.open_audit import audit_open_sheets
from advisor.intake.files.overlays import Overlay, lay_over
from advisor.intake.files.sheet_audit import Audit, audit
from advisor.intake.files.sheet_choice import Seen, choose, names
from advisor.intake.files.trimming import OPEN_PART, Book, member, trimmed_book
from advisor.intake.grid import Grid
from advisor.intake.problems import Level, Problem, UnreadableSheet, letter
from advisor.intake.stages import Stage, reached

_Read = TypeVar("_Read")


def read_workbook(content: bytes, container: str, choices: Choices, known: Known) -> Grid:
    """The grid of the sheet that looks most like invites, or of the one its owner chose.

    container  "xlsx", "xlsb", "xls" or "ods"
    Raises UnreadableSheet when the workbook is damaged, locked or too large.
    """
    if container == "xls":
        check_old_workbook(content)
    book = trimmed_book(content, container)
    reached(Stage.SPLITTING)
    workbook = _careful(lambda: CalamineWorkbook.from_filelike(io.BytesIO(book.content)))
    seen = [
        _seen(workbook, entry, book, container, known)
        for entry in workbook.sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet
    ]
    if not seen:
        raise UnreadableSheet("no_data_rows", "The workbook holds no sheet with cells.")
    sheet, said = choose(seen, choices.sheet)
    if sheet.trouble is not None:
        raise sheet.trouble
    overlay = _overlaid(book, container, sheet, known)
    return sheet_grid(overlay, sheet, container, seen, [*said, *_strays(book, sheet.name)])


def _seen(
    workbook: CalamineWorkbook, entry: SheetMetadata, book: Book, container: str, known: Known
) -> Seen:
    """One sheet, read; what goes wrong is kept for the case that it is the one that counts."""
    visible = entry.visible == SheetVisibleEnum.Visible
    try:
        if entry.name in book.too_large:
            raise _too_large(entry.name, container)
        sheet = _careful(lambda: workbook.get_sheet_by_name(entry.name))
        if sheet.height * sheet.width > limits.SHEET_CELLS:
            raise _too_large(entry.name, container)
        natives = _careful(sheet.to_python)
        first = sheet.start or (0, 0)
        if len(natives) > limits.ROWS or first[1] + sheet.width > limits.COLUMNS:
            raise _too_large(entry.name, container)
    except UnreadableSheet as trouble:
        return Seen(name=entry.name, visible=visible, natives=[], trouble=trouble)
    rows = _aligned(natives, first[1], whole=not book.parts)
    heads = ([text_of(cell) for cell in row] for row in rows[: limits.HEADING_ROWS])
    return Seen(
        name=entry.name,
        visible=visible,
        natives=rows,
        first_row=first[0] + 1,
        rows=sum(1 for row in rows if row.count("") < len(row)),
        known=max(map(known, heads), default=0),
    )


def _aligned(natives: Sequence[Sequence[object]], left: int, *, whole: bool) -> list[list[object]]:
    """The rows from column A on; where there are whole numbers, they become floats."""
    padding: list[object] = [""] * left
    if not whole:
        return [[*padding, *row] for row in natives]
    return [
        [*padding, *(float(cell) if type(cell) is int else cell for cell in row)] for row in natives
    ]


def _overlaid(book: Book, container: str, sheet: Seen, known: Known) -> Overlay:
    found = _AUDITS[container](book, sheet.name) if container in _AUDITS else None
    if found is None:
        return Overlay(natives=sheet.natives, first_row=sheet.first_row, formats={}, problems=())
    return lay_over(sheet.natives, sheet.first_row, found, known)


def _audit(book: Book, sheet: str) -> Audit | None:
    if sheet not in book.parts:
        return None
    return audit(book.parts[sheet], book.formats, waiting=book.waiting)


def _open_audit(book: Book, sheet: str) -> Audit | None:
    return audit_open_sheets(member(book.content, OPEN_PART)).get(sheet)


def _old_audit(book: Book, sheet: str) -> Audit | None:
    return audit_old_sheets(book.content).get(sheet)


def _binary_audit(book: Book, sheet: str) -> Audit | None:
    return audit_binary_sheet(book.content, sheet)


_AUDITS = {"xlsx": _audit, "ods": _open_audit, "xls": _old_audit, "xlsb": _binary_audit}


def sheet_grid(
    overlay: Overlay,
    sheet: Seen,
    container: str,
    seen: list[Seen],
    said: list[Problem],
) -> Grid:
    """The grid of one sheet, its letters mended."""
    numbers = list(range(overlay.first_row, overlay.first_row + len(overlay.natives)))
    rows, letters, raw = mend_letters(texts_of(overlay.natives), numbers)
    return Grid(
        rows=rows,
        numbers=numbers,
        natives=overlay.natives,
        formats=overlay.formats,
        problems=(*said, *overlay.problems, *letters, *find_misread(rows, numbers)),
        sheet=sheet.name,
        sheets=names(seen),
        container=container,
        raw=raw,
    )


def _strays(book: Book, sheet: str) -> list[Problem]:
    block = book.blocks.get(sheet)
    return [
        Problem(
            code="stray_cell_ignored",
            level=Level.WARNING,
            row=row + 1,
            position=column,
            sheet=sheet,
            reason=f"Cell {letter(column)}{row + 1} stands far away from the table",
            assumed="It was left out",
            fix="Delete it, or move it next to the table",
        )
        for row, column in (block.strays if block else ())
    ]


def _careful(read: Callable[[], _Read]) -> _Read:
    """What a reading of calamine gives; each of its ways to fail said as an UnreadableSheet."""
    try:
        return read()
    except PasswordError as trouble:
        raise UnreadableSheet(
            "password_protected",
            "The workbook is locked with a password: save a copy without one and choose that.",
        ) from trouble
    except (CalamineError, ValueError, OverflowError, OSError, KeyError, IndexError) as trouble:
        raise _damaged() from trouble
    except BaseException as trouble:
        if type(trouble).__name__ == "PanicException":
            raise _damaged() from trouble
        raise


def _damaged() -> UnreadableSheet:
    return UnreadableSheet(
        "corrupt_workbook",
        "The workbook is damaged and cannot be read. Open it in a spreadsheet program, "
        "save it anew and choose the new file.",
    )


def _too_large(sheet: str, container: str) -> UnreadableSheet:
    """A sheet whose cells reach too far; where only a few do, another kind of file can be read."""
    binary = container in {"xls", "xlsb"}
    copy = "save it as XLSX, which is read without cells far from the table, or " if binary else ""
    return UnreadableSheet(
        "sheet_too_large",
        f"The sheet `{sheet}` reaches over more than {limits.ROWS:,} rows, {limits.COLUMNS} "
        f"columns or {limits.SHEET_CELLS:,} cells: {copy}move the invites to a sheet of their own.",
    )
