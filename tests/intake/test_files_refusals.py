import contextlib
import gzip
import io
import zipfile

import pytest

from advisor.intake.choices import Choices
from advisor.intake.files import read_grid
from advisor.intake.problems import UnreadableSheet
from tests.intake.crafted import archive, known, plain_rows, row, sheet_xml, text_sheet, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = workbook(sheet_xml(*plain_rows()))


def encrypted_archive():
    stream = io.BytesIO(archive({"xl/workbook.xml": "<workbook/>"}))
    content = bytearray(stream.getvalue())
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = content.find(start) + (6 if start == b"PK\x03\x04" else 8)
        content[at] |= 1
    return bytes(content)


def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/workbook.xml", b" " * 30_000_000)
    return stream.getvalue()


REFUSALS = {
    "nothing": (b"", "empty_file", "The file is empty"),
    "blanks": (b" \r\n\t\r\n", "empty_file", "The file is empty"),
    "a byte order mark": (b"\xef\xbb\xbf", "empty_file", "The file is empty"),
    "a wide byte order mark": (b"\xff\xfe", "empty_file", "The file is empty"),
    "zero bytes": (b"\0" * 4096, "empty_file", "The file is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_a_table", "The file is a picture"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_a_table", "The file is a PDF document"),
    "a letter": (
        archive({"[Content_Types].xml": "", "word/document.xml": ""}),
        "not_a_table",
        "text document",
    ),
    "numbers": (archive({"Index/Document.iwa": "x"}), "not_a_table", "Apple Numbers"),
    "noise": (bytes(range(256)) * 40, "not_a_table", "neither text nor a workbook"),
    "an old letter": (OLE + "WordDocument".encode("utf-16-le"), "not_a_table", "older office"),
    "a locked workbook": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "password_protected",
        "locked",
    ),
    "a locked archive": (encrypted_archive(), "password_protected", "locked with a password"),
    "half a workbook": (GOOD[: len(GOOD) // 2], "corrupt_workbook", "The file is damaged"),
    "half an old workbook": (OLE + "Workbook".encode("utf-16-le"), "corrupt_workbook", "damaged"),
    "broken XML": (workbook(sheet_xml(row(1))[:-30]), "corrupt_workbook", "damaged"),
    "a bomb": (bomb(), "zip_bomb", "far more than a sheet needs"),
    "a gzip bomb": (gzip.compress(b"a,b\n" * 40_000_000), "zip_bomb", "far larger than a sheet"),
    "entities": (
        workbook('<!DOCTYPE x [<!ENTITY a "b">]>' + sheet_xml(*plain_rows())),
        "xml_entities",
        "declares its own XML entities",
    ),
    "a way out": (archive({"../evil.csv": "a,b"}), "corrupt_workbook", "damaged"),
    "several sheets": (
        archive({"a.csv": "x", "b.csv": "y"}),
        "zip_not_spreadsheet",
        "holds `a.csv`, `b.csv`",
    ),
    "an empty archive": (archive({}), "zip_not_spreadsheet", "holds nothing"),
    "a broken gzip": (
        gzip.compress(b"Company,Role\n" * 99)[:-20],
        "gzip_not_spreadsheet",
        "damaged",
    ),
    "a page": (
        b"<!DOCTYPE html><html><body>Hello</body></html>",
        "html_not_spreadsheet",
        "without a table",
    ),
    "an object": (b'{"a": {"b": {"c": 1}}, "d": 2}', "json_not_spreadsheet", "JSON without a list"),
    "broken JSON": (b'[{"Company": "Acme"', "json_not_spreadsheet", "damaged"),
    "deep JSON": (b'[["' + b"[" * 50_000, "json_not_spreadsheet", "JSON"),
    "a letter in words": (
        b"Dear Dana,\nthank you for the invite.\nYours\n",
        "no_delimiter",
        "No columns",
    ),
    "XML": (b'<?xml version="1.0"?><feed/>', "not_a_table", "XML of a kind that holds no sheet"),
    "a sheet with entities": (
        (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        "xml_entities",
        "declares its own XML entities",
    ),
    "only a chart": (
        workbook("<chartsheet/>", kinds=["chartsheet"]),
        "no_data_rows",
        "no sheet with cells",
    ),
    "no sheet part": (workbook(), "no_data_rows", "no sheet with cells"),
    "a huge file": (b"a" * 20_000_001, "sheet_too_large", "at most 20 MB"),
    "too many rows": (b"Company,Role\n" * 200_001, "sheet_too_large", "200,001 rows"),
    "a row without end": (
        b"Company,Role\nAcme,Dev\n" + b"x," * 300_000 + b"x\n",
        "sheet_too_large",
        "300,001 columns",
    ),
    "too many columns": (
        ("a," * 600 + "a\n" + "1," * 600 + "1\n").encode(),
        "sheet_too_large",
        "601 columns",
    ),
}


@pytest.mark.parametrize(("content", "code", "text"), REFUSALS.values(), ids=REFUSALS)
def test_a_file_that_can_be_no_table_is_refused_by_name(content, code, text) -> None:
    with pytest.raises(UnreadableSheet, match=text) as refusal:
        read_grid(content, "mine.csv", Choices(), known)
    assert refusal.value.code == code


@pytest.mark.parametrize("end", range(40, len(GOOD), 97))
def test_a_workbook_cut_off_anywhere_is_refused_by_name(end) -> None:
    with pytest.raises(UnreadableSheet) as refusal:
        read_grid(GOOD[:end], "mine.xlsx", Choices(), known)
    assert refusal.value.code == "corrupt_workbook"


@pytest.mark.parametrize("at", range(0, len(GOOD), 41))
def test_a_workbook_with_a_flipped_byte_is_read_or_refused(at) -> None:
    content = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
    with contextlib.suppress(UnreadableSheet):
        assert read_grid(content, "mine.xlsx", Choices(), known).rows


def test_one_sheet_in_an_archive_is_read_and_that_is_said() -> None:
    grid = read_grid(archive({"mine.csv": text_sheet()}), "mine.csv", Choices(), known)

    assert grid.rows[1][0] == "Acme Robotics"
    assert [problem.code for problem in grid.problems] == ["archive_opened"]


def test_a_gzip_file_is_read_and_that_is_said() -> None:
    grid = read_grid(gzip.compress(text_sheet().encode()), "mine.csv.gz", Choices(), known)

    assert grid.rows[1][0] == "Acme Robotics"
    assert [problem.code for problem in grid.problems] == ["archive_opened"]
