"""Binary workbooks, built record by record: what their values hide is seen and said."""

import struct

import pytest

from advisor.intake.choices import NO_CHOICES
from advisor.intake.files import read_grid
from advisor.intake.problems import UnreadableSheet
from tests.intake.crafted import HEADINGS, archive, known

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PERCENT, PLAIN = 1, 0


def record(kind, body=b""):
    """A record: its type and size in bytes of seven bits, the lowest first."""
    return _sevens(kind) + _sevens(len(body)) + body


def _sevens(number):
    low, high = number & 0x7F, number >> 7
    return bytes([low | 0x80, *_sevens(high)]) if high else bytes([low])


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def in_row(number, *cells, hidden=False):
    flags = 0x10 if hidden else 0
    return record(0, struct.pack("<IIHBBB", number - 1, 0, 300, 0, flags, 0)) + b"".join(cells)


def in_cell(kind, column, body, style=PLAIN):
    return record(kind, struct.pack("<II", column, style) + body)


def text(column, cell):
    return in_cell(6, column, wide(cell))


def number(column, cell, style=PLAIN):
    return in_cell(5, column, struct.pack("<d", cell), style)


def error(column, code):
    return in_cell(3, column, bytes([code]))


NO_FORMULA = struct.pack("<HII", 0, 0, 0)


def failed_formula(column, code):
    return in_cell(11, column, bytes([code]) + NO_FORMULA)


def text_formula(column, result):
    return in_cell(8, column, wide(result) + NO_FORMULA)


def relations(**targets):
    entries = "".join(
        f'<Relationship Id="{key}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">{entries}</Relationships>'


def binary_workbook(*rows, before=b"", after=b""):
    """A workbook of one sheet; its style 1 is a percentage."""
    sheet = (
        record(129)
        + record(148, struct.pack("<4I", 0, len(rows), 0, 9))
        + before
        + record(145)
        + b"".join(rows)
        + record(146)
        + after
        + record(130)
    )
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide("Invites")
    book = record(131) + record(143) + record(156, bundle) + record(144) + record(157)
    looks = [struct.pack("<HH", 0xFFFF, code) + bytes(12) for code in (0, 10)]
    styles = record(278) + record(617, struct.pack("<I", 2))
    styles += b"".join(record(47, look) for look in looks) + record(618) + record(279)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations(
            rId1=("worksheet", "worksheets/sheet1.bin"), rId2=("styles", "styles.bin")
        ),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/styles.bin": styles,
    }
    return archive(parts)


HEADS = in_row(1, *(text(place, heading) for place, heading in enumerate(HEADINGS)))


def read(content):
    return read_grid(content, "mine.xlsb", NO_CHOICES, known)


def found(grid):
    return [(problem.code, problem.row, problem.column) for problem in grid.problems]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(error(3, 0x2A), "#N/A"), (error(3, 0x07), "#DIV/0!"), (failed_formula(3, 0x17), "#REF!")],
)
def test_an_error_cell_of_a_binary_workbook_shows_its_error_and_is_named(cell, shown) -> None:
    grid = read(binary_workbook(HEADS, in_row(2, text(0, "Acme"), cell)))

    assert grid.rows[1][:4] == ["Acme", "", "", shown]
    assert found(grid) == [("cell_error", 2, "Salary")]


def test_empty_results_of_a_binary_workbook_are_one_word_a_column() -> None:
    grid = read(
        binary_workbook(
            HEADS,
            in_row(2, text(0, "Acme"), text_formula(1, "Cook"), text_formula(4, "")),
            in_row(3, text(0, "Birch"), text_formula(4, "")),
        )
    )

    assert grid.rows[1] == ["Acme", "Cook", "", "", ""]
    assert found(grid) == [("formula_without_value", None, "Notes")]
    assert grid.problems[0].reason.startswith("Formulas (E2, E3) hold an empty result")


def test_a_binary_workbook_shows_merges_hidden_rows_and_formats() -> None:
    grid = read(
        binary_workbook(
            HEADS,
            in_row(2, text(0, "Acme"), text(1, "Cook"), number(3, 0.5, PERCENT)),
            in_row(3, text(1, "Baker"), number(3, 7.0), hidden=True),
            before=record(60, struct.pack("<4IH", 3, 3, 0, 0, 1)),
            after=record(176, struct.pack("<4I", 1, 2, 0, 0)),
        )
    )

    assert grid.rows[2][0] == "Acme"
    assert grid.formats == {(1, 3): "0.00%"}
    assert found(grid) == [
        ("merged_cell_filled", 3, "Company"),
        ("hidden_rows_included", None, None),
        ("hidden_rows_included", 3, None),
        ("hidden_column_included", None, "Salary"),
    ]


def test_a_far_cell_of_a_binary_workbook_names_the_kind_of_file_that_copes():
    with pytest.raises(UnreadableSheet, match="save it as XLSX"):
        read(binary_workbook(HEADS, in_row(250_000, text(0, "far away"))))
