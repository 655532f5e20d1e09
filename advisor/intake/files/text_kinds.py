"""A file of text is a page, a sheet written as XML, records of JSON, or plainly separated cells."""

import re
from collections.abc import Sequence

from advisor.intake.choices import Choices
from advisor.intake.files import limits
from advisor.intake.files.dialects import Known
from advisor.intake.files.encodings import Decoded, decode
from advisor.intake.files.json_records import read_json
from advisor.intake.files.letters import find_misread, mend_letters
from advisor.intake.files.native_text import text_of
from advisor.intake.files.overlays import Overlay
from advisor.intake.files.page_tables import read_page
from advisor.intake.files.sheet_choice import Seen, choose
from advisor.intake.files.text_sheets import read_text
from advisor.intake.files.workbooks import sheet_grid
from advisor.intake.files.xml_sheets import XmlSheet, read_xml_sheets
from advisor.intake.grid import Grid
from advisor.intake.problems import Level, Problem, UnreadableSheet

_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE
)
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml|\s*<\w*:?Workbook\b")
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_JSON = re.compile(r'\s*(\[\s*[\[{\]"]|\{\s*["}])')
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_any_text(content: bytes, choices: Choices, known: Known) -> Grid:
    """The grid of a file of text, whichever way it is marked up.

    Raises UnreadableSheet when it holds no table.
    """
    start = content[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:1] not in (b"<", b"[", b"{"):
        return read_text(decode(content, choices.encoding), choices, known)
    decoded = decode(content, choices.encoding or _declared(content, start))
    text = decoded.text.lstrip("\ufeff")
    if _XML.match(text) and _XML_SHEET in text[:5000]:
        return _of_xml(text, choices, known)
    if _PAGE.match(text) or (text.lstrip().startswith("<") and _TABLE.search(text)):
        rows = read_page(text, known)
        return _of_rows(rows, "html", decoded, _PAGE_READ)
    if _XML.match(text):
        raise UnreadableSheet(
            "not_a_table",
            "The file is XML of a kind that holds no sheet: save the sheet as XLSX or CSV.",
        )
    if _JSON.match(text):
        return _of_rows(read_json(text), "json", decoded, _JSON_READ)
    return read_text(decoded, choices, known)


def _declared(content: bytes, start: bytes) -> str | None:
    """The encoding a page or XML file declares, where it is not UTF-8 after all."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(start)
        if found and start[:1] == b"<" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return found[1].decode("ascii")
    return None


_PAGE_READ = Problem(
    code="html_table_read",
    level=Level.INFO,
    reason="The file is a web page, whatever its name says",
    assumed="Its largest table was read",
    fix="Save the sheet as XLSX to be sure that nothing was left behind",
)
_JSON_READ = Problem(
    code="json_records_read",
    level=Level.INFO,
    reason="The file is JSON",
    assumed="Each record counts as one row below a row of headings",
)
_XML_READ = Problem(
    code="xml_spreadsheet_read",
    level=Level.INFO,
    reason="The file is a sheet written as XML, as Excel 2003 did",
    assumed="It was read like a workbook",
)


def _of_rows(
    rows: Sequence[Sequence[str]], container: str, decoded: Decoded, said: Problem
) -> Grid:
    width = max(map(len, rows), default=0)
    if len(rows) > limits.ROWS or width > limits.COLUMNS:
        raise UnreadableSheet(
            "sheet_too_large",
            f"The table has {len(rows):,} rows and {width:,} columns; "
            f"at most {limits.ROWS:,} and {limits.COLUMNS} are read.",
        )
    padded = [[*map(str.strip, row), *[""] * (width - len(row))] for row in rows]
    numbers = list(range(1, len(padded) + 1))
    mended, letters, raw = mend_letters(padded, numbers)
    return Grid(
        rows=mended,
        numbers=numbers,
        problems=(said, *letters, *find_misread(mended, numbers)),
        encoding=decoded.encoding,
        container=container,
        raw=raw,
    )


def _of_xml(text: str, choices: Choices, known: Known) -> Grid:
    seen = [_seen(sheet, known) for sheet in read_xml_sheets(text)]
    if not seen:
        raise UnreadableSheet("no_data_rows", "The workbook holds no sheet with cells.")
    sheet, said = choose(seen, choices.sheet)
    overlay = Overlay(natives=sheet.natives, first_row=1, formats={}, problems=())
    return sheet_grid(overlay, sheet, "xml", seen, [_XML_READ, *said])


def _seen(sheet: XmlSheet, known: Known) -> Seen:
    width = max(map(len, sheet.natives), default=0)
    if width > limits.COLUMNS:
        raise UnreadableSheet(
            "sheet_too_large", f"The sheet has more than {limits.COLUMNS} columns: split it."
        )
    heads = ([text_of(cell) for cell in row] for row in sheet.natives[: limits.HEADING_ROWS])
    return Seen(
        name=sheet.name,
        visible=sheet.visible,
        natives=[[*row, *[""] * (width - len(row))] for row in sheet.natives],
        rows=sum(1 for row in sheet.natives if row.count("") < len(row)),
        known=max(map(known, heads), default=0),
    )
