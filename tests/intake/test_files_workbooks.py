import io
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.files import read_grid
from advisor.intake.problems import UnreadableSheet
from tests.intake.crafted import (
    HEADINGS,
    INVITES,
    SHEET,
    archive,
    cell,
    filled_row,
    known,
    plain_rows,
    row,
    sheet_xml,
    style_sheet,
    workbook,
)

ROWS = plain_rows()
PLAIN = sheet_xml(*ROWS)
CHART = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
OLD = Path(__file__).parents[1] / "sheets" / "errors_merges_hidden.xls"
EMPTY_RESULTS = OLD.with_name("empty_results.xls")


def read(content, name="mine.xlsx", **choices):
    return read_grid(content, name, Choices(**choices), known)


def found(grid):
    return [(problem.code, problem.row, problem.column) for problem in grid.problems]


WAYS = {
    "plainly": PLAIN,
    "without references": re.sub(r' r="\w+"', "", PLAIN),
    "with a namespace prefix": re.sub(r"<(/?)(?=[a-z])", r"<\1x:", PLAIN).replace(
        "xmlns=", "xmlns:x="
    ),
    "with single quotes": re.sub(r'="([^"]*)"', r"='\1'", PLAIN),
    "with a dimension that is too small": sheet_xml(*ROWS, dimension='<dimension ref="A1"/>'),
    "with a dimension that is too large": sheet_xml(
        *ROWS, dimension='<dimension ref="A1:XFD1048576"/>'
    ),
    "with other attributes first": re.sub(r'<c (r="\w+") (t="\w+")', r"<c \2 \1", PLAIN),
    "with an empty styled cell far away": sheet_xml(
        *ROWS, row(1048576, '<c r="XFD1048576" s="0"/>')
    ),
}


@pytest.mark.parametrize("part", WAYS.values(), ids=WAYS)
def test_a_worksheet_is_read_however_its_xml_is_written(part) -> None:
    grid = read(workbook(part))

    assert grid.rows == SHEET
    assert grid.numbers == [1, 2, 3, 4, 5, 6, 7]
    assert found(grid) == []


def test_rows_and_columns_keep_the_places_they_have_in_the_sheet() -> None:
    part = sheet_xml(row(5, cell("C5", "Company"), cell("D5", "Role")), row(9, cell("C9", "Acme")))
    grid = read(workbook(part))

    assert grid.numbers == [5, 6, 7, 8, 9]
    assert grid.rows[0] == ["", "", "Company", "Role"]
    assert grid.rows[4] == ["", "", "Acme", ""]


def test_cells_keep_their_types_beside_their_text() -> None:
    styles = style_sheet("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "[h]:mm", "h:mm", "0%")
    values = [46400, 46400.4375, 1.25, 0.4375, 0.35]
    cells = [cell(f"{'ABCDE'[i]}2", value, f' s="{i + 1}"') for i, value in enumerate(values)]
    grid = read(workbook(sheet_xml(ROWS[0], row(2, *cells)), styles=styles))

    assert grid.rows[1] == ["2027-01-13", "2027-01-13 10:30", "30:00", "10:30", "0.35"]
    assert grid.natives[1] == [
        date(2027, 1, 13),
        datetime(2027, 1, 13, 10, 30),  # noqa: DTZ001 - a wall clock, as the sheet has it
        timedelta(hours=30),
        time(10, 30),
        0.35,
    ]


def test_days_counted_from_1904_are_the_same_days() -> None:
    part = sheet_xml(ROWS[0], row(2, cell("A2", 44938, ' s="1"')))
    grid = read(workbook(part, styles=style_sheet("d/m/yy"), workbook_attributes=' date1904="1"'))
    assert grid.rows[1][0] == "2027-01-13"


@pytest.mark.parametrize(
    ("value", "text"), [(95000, "95000"), (4.5, "4.5"), (0.1 + 0.2, "0.3"), (1e20, "1e+20")]
)
def test_numbers_are_written_without_noise(value, text) -> None:
    part = sheet_xml(ROWS[0], row(2, cell("A2", "Acme"), cell("D2", value)))
    assert read(workbook(part)).rows[1][3] == text


def test_number_formats_that_name_a_currency_a_share_or_an_order_are_told() -> None:
    styles = style_sheet("$#,##0", "0%", "dd/mm/yyyy", "0.00", "#,##0 [$€-407]", '"kr" 0')
    cells = [cell(f"{'ABCDEF'[i]}2", 5, f' s="{i + 1}"') for i in range(6)]
    grid = read(workbook(sheet_xml(ROWS[0], row(2, *cells)), styles=styles))

    assert dict(grid.formats) == {
        (1, 0): "$#,##0",
        (1, 1): "0%",
        (1, 2): "dd/mm/yyyy",
        (1, 4): "#,##0 [$€-407]",
        (1, 5): '"kr" 0',
    }


def test_the_positions_of_formats_count_from_the_first_row_that_is_kept() -> None:
    part = sheet_xml(row(5, cell("A5", "Company")), row(6, cell("A6", 5, ' s="1"')))
    assert dict(read(workbook(part, styles=style_sheet("$0"))).formats) == {(1, 0): "$0"}


def test_an_error_in_a_cell_is_shown_and_named() -> None:
    bad = '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    grid = read(workbook(sheet_xml(ROWS[0], row(2, cell("A2", "Acme"), bad))))

    assert grid.rows[1][3] == "#DIV/0!"
    assert found(grid) == [("cell_error", 2, "Salary")]


@pytest.mark.parametrize("stored", ["", "<v></v>", "<v/>"])
def test_a_formula_without_a_stored_result_is_shown_and_named(stored) -> None:
    formula = f'<c r="D2"><f>B2*2</f>{stored}</c>'
    grid = read(workbook(sheet_xml(ROWS[0], row(2, cell("A2", "Acme"), formula))))

    assert grid.rows[1][3] == "=B2*2"
    assert found(grid) == [("formula_without_value", 2, "Salary")]


@pytest.mark.parametrize(
    "stored", ['<c r="D2"><f>1+1</f><v>2</v></c>', '<c r="D2" t="str"><f>""</f><v></v></c>']
)
def test_a_formula_with_its_result_is_a_value_like_others(stored) -> None:
    grid = read(workbook(sheet_xml(ROWS[0], row(2, cell("A2", "Acme"), stored))))
    assert found(grid) == []


def test_a_stored_nought_is_no_result_where_the_workbook_waits_to_be_computed() -> None:
    def made_by_a_program(salary):
        out = io.BytesIO()
        with xlsxwriter.Workbook(out) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, HEADINGS)
            sheet.write(1, 0, "Acme")
            sheet.write_formula(1, 3, "=B2*2", None, salary)
        return read(out.getvalue())

    assert found(made_by_a_program(0)) == [("formula_without_value", 2, "Salary")]
    assert made_by_a_program(0).rows[1][3] == "=B2*2"
    assert found(made_by_a_program(95000)) == []


def test_a_column_of_formulas_without_results_is_not_lost() -> None:
    rows = [row(i, cell(f"A{i}", "Acme"), f'<c r="H{i}"><f>A{i}</f></c>') for i in (2, 3)]
    grid = read(workbook(sheet_xml(ROWS[0], *rows)))

    assert [cells[7] for cells in grid.rows] == ["", "=A2", "=A3"]


def test_a_merged_company_is_repeated_below_the_headings_and_named() -> None:
    rows = [filled_row(1, HEADINGS), filled_row(2, INVITES[0]), filled_row(3, [None, "Designer"])]
    part = sheet_xml(*rows, after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    grid = read(workbook(part))

    assert grid.rows[2][0] == "Acme Robotics"
    assert found(grid) == [("merged_cell_filled", 3, "Company")]


def test_merged_titles_and_sections_are_not_repeated() -> None:
    rows = [row(1, cell("A1", "Mine")), filled_row(2, HEADINGS), row(3, cell("A3", "Week 1"))]
    merges = '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:E3"/></mergeCells>'
    grid = read(workbook(sheet_xml(*rows, filled_row(4, INVITES[0]), after=merges)))

    assert grid.rows[0] == ["Mine", "", "", "", ""]
    assert grid.rows[2] == ["Week 1", "", "", "", ""]


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    hidden = ROWS[1].replace('<row r="2"', '<row r="2" hidden="1"')
    columns = '<cols><col min="4" max="4" width="0" hidden="1"/></cols>'
    grid = read(workbook(sheet_xml(ROWS[0], hidden, ROWS[2], before=columns)))

    assert grid.rows == SHEET[:3]
    assert ("hidden_rows_included", 2, None) in found(grid)
    assert ("hidden_column_included", None, "Salary") in found(grid)


def test_control_characters_in_a_workbook_are_taken_out_and_named() -> None:
    grid = read(workbook(sheet_xml(ROWS[0], row(2, cell("A2", "Ac_x0007_me")))))

    assert grid.rows[1][0] == "Acme"
    assert found(grid) == [("control_characters_removed", 2, "Company")]


def test_one_cell_at_the_end_of_the_sheet_is_left_out_and_named() -> None:
    grid = read(workbook(sheet_xml(*ROWS, row(1048576, cell("XFD1048576", "x")))))

    assert grid.rows == SHEET
    (problem,) = grid.problems
    assert (problem.code, problem.cell) == ("stray_cell_ignored", "XFD1048576")


def test_cells_all_over_a_sheet_are_too_large_to_lay_out() -> None:
    far = [row(i, cell(f"A{i}", "x"), cell(f"AZZ{i}", "y")) for i in range(1, 900_000, 90_000)]
    with pytest.raises(UnreadableSheet, match="reaches over more than") as refusal:
        read(workbook(sheet_xml(*far)))
    assert refusal.value.code == "sheet_too_large"


def test_the_sheet_with_most_known_headings_is_read() -> None:
    lists = sheet_xml(*plain_rows([["Status"], ["open"], ["closed"]]))
    grid = read(workbook(sheet_xml(), lists, PLAIN))

    assert grid.sheet == "Sheet3"
    assert [sheet.name for sheet in grid.sheets] == ["Sheet2", "Sheet3"]
    assert found(grid) == [("sheet_left_out", None, None)]


def test_two_sheets_of_invites_are_offered_with_their_sizes() -> None:
    grid = read(workbook(sheet_xml(*ROWS[:3]), PLAIN))

    assert grid.sheet == "Sheet2"
    (problem,) = grid.problems
    assert problem.code == "sheet_choice"
    assert problem.choices == ("Sheet2", "Sheet1")
    assert "`Sheet1` (3 rows)" in problem.reason


def test_the_chosen_sheet_is_read() -> None:
    assert read(workbook(PLAIN, sheet_xml(*ROWS[:3])), sheet="Sheet2").rows == SHEET[:3]


def test_a_sheet_that_does_not_exist_is_said_with_those_that_do() -> None:
    with pytest.raises(ChoiceError, match="no sheet named `Mine`; the workbook holds `Sheet1`"):
        read(workbook(PLAIN), sheet="Mine")


def test_a_chart_sheet_is_no_sheet() -> None:
    assert read(workbook(CHART, PLAIN, kinds=["chartsheet"])).sheet == "Sheet2"


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    grid = read(workbook(PLAIN, PLAIN, states=[' state="hidden"']))

    assert grid.sheet == "Sheet2"
    assert found(grid) == [("hidden_sheet_left_out", None, None)]


def test_a_workbook_that_shows_no_sheet_is_read_from_the_hidden_one_and_says_so() -> None:
    assert found(read(workbook(PLAIN, states=[' state="veryHidden"']))) == [
        ("hidden_sheet_read", None, None)
    ]


def test_a_workbook_named_as_text_is_read_and_that_is_said() -> None:
    grid = read(workbook(PLAIN), "mine.csv")

    assert grid.rows == SHEET
    assert found(grid) == [("named_otherwise", None, None)]


def test_a_workbook_without_a_filled_cell_has_no_rows() -> None:
    assert read(workbook(sheet_xml())).rows == []


def test_an_old_workbook_shows_errors_merges_hidden_rows_and_formats() -> None:
    grid = read(OLD.read_bytes(), OLD.name)

    assert grid.rows[1][3:] == ["#DIV/0!", "#N/A"]
    assert grid.rows[5][0] == "Merged"
    assert grid.formats[4, 3] == '"$"#,##0'
    assert found(grid) == [
        ("cell_error", 2, "Salary"),
        ("cell_error", 2, "Notes"),
        ("formula_without_value", None, "Salary"),
        ("merged_cell_filled", 6, "Company"),
        ("hidden_rows_included", None, None),
        ("hidden_rows_included", 4, None),
    ]


def test_empty_results_of_an_old_workbook_are_one_word_a_column() -> None:
    grid = read(EMPTY_RESULTS.read_bytes(), EMPTY_RESULTS.name)

    assert grid.rows[1] == ["Acme", "Cook", "", "80000", ""]
    assert grid.rows[2][1] == "baker"
    assert [(problem.code, problem.column, problem.count) for problem in grid.problems] == [
        ("formula_without_value", "Interview date", 1),
        ("formula_without_value", "Notes", 2),
    ]


@pytest.mark.parametrize("end", [600, 1500, 3000, 5000])
def test_an_old_workbook_that_is_cut_off_is_read_or_refused_by_name(end) -> None:
    with pytest.raises(UnreadableSheet) as refusal:
        read(OLD.read_bytes()[:end], OLD.name)
    assert refusal.value.code in ("corrupt_workbook", "not_a_table")


def test_an_old_workbook_whose_sectors_lead_in_circles_is_refused_by_name() -> None:
    content = bytearray(OLD.read_bytes())
    table = 512 + 512 * int.from_bytes(content[76:80], "little")
    directory = int.from_bytes(content[48:52], "little")
    at = table + 4 * directory
    content[at : at + 4] = directory.to_bytes(4, "little")

    with pytest.raises(UnreadableSheet, match="parts do not hang together"):
        read(bytes(content), OLD.name)


OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def open_sheet(*rows):
    body = "".join(
        f"<table:table-row{mark}>{''.join(cells)}</table:table-row>" for mark, *cells in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{OPEN}:office:1.0" '
        f'xmlns:table="{OPEN}:table:1.0" xmlns:text="{OPEN}:text:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="Invites">'
        f"{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0"/>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest}
    return archive(parts)


def open_cell(text, attributes='office:value-type="string"'):
    return f"<table:table-cell {attributes}><text:p>{escape(text)}</text:p></table:table-cell>"


BLANK_CELL = "<table:table-cell/>"


def blank_cells(count):
    return f'<table:table-cell table:number-columns-repeated="{count}"/>'


def test_an_open_document_shows_errors_formulas_merges_hidden_rows_and_formats() -> None:
    pay = open_cell("95 €", 'office:value-type="currency" office:currency="EUR" office:value="95"')
    failed = open_cell("#DIV/0!", 'table:formula="of:=1/0" calcext:value-type="error"')
    merged = open_cell("Zen", 'office:value-type="string" table:number-rows-spanned="2"')
    grid = read(
        open_sheet(
            ["", *(open_cell(heading) for heading in HEADINGS)],
            ["", open_cell("Acme"), open_cell("Dev"), open_cell("x"), pay],
            ["", open_cell("Err"), failed, '<table:table-cell table:formula="of:=1+1"/>'],
            [' table:visibility="collapse"', open_cell("Hid")],
            ["", merged, open_cell("a")],
            ["", "<table:covered-table-cell/>", open_cell("b")],
            [' table:number-rows-repeated="1048000"', "<table:table-cell/>"],
        ),
        "mine.ods",
    )

    assert grid.rows[2][:3] == ["Err", "#DIV/0!", "=1+1"]
    assert grid.rows[5][0] == "Zen"
    assert grid.formats[1, 3] == "[$EUR] #,##0.00"
    assert found(grid) == [
        ("cell_error", 3, "Role"),
        ("formula_without_value", 3, "Interview date"),
        ("merged_cell_filled", 6, "Company"),
        ("hidden_rows_included", None, None),
        ("hidden_rows_included", 4, None),
    ]


OPEN_ROWS = [["", *(open_cell(text) if text else BLANK_CELL for text in line)] for line in SHEET]
FAR_CELLS = {
    "XFD1048576": [
        [f' table:number-rows-repeated="{1048575 - len(SHEET)}"', blank_cells(16384)],
        ["", blank_cells(16383), open_cell("x")],
    ],
    "A1048576": [
        [f' table:number-rows-repeated="{1048575 - len(SHEET)}"', blank_cells(16384)],
        ["", open_cell("x"), blank_cells(16383)],
    ],
    "XFD8": [
        ["", blank_cells(16383), '<table:table-cell office:value-type="float" office:value="7"/>']
    ],
}


@pytest.mark.parametrize("address", FAR_CELLS)
def test_one_cell_far_out_in_an_open_document_is_left_out_and_named(address) -> None:
    grid = read(open_sheet(*OPEN_ROWS, *FAR_CELLS[address]), "mine.ods")

    assert [row for row in grid.rows if any(row)] == SHEET
    (problem,) = grid.problems
    assert (problem.code, problem.cell) == ("stray_cell_ignored", address)


def test_a_cell_far_out_in_the_row_of_an_invite_takes_nothing_else_with_it() -> None:
    far = [*OPEN_ROWS[2], blank_cells(16378), open_cell("x")]
    grid = read(open_sheet(*OPEN_ROWS[:2], far, *OPEN_ROWS[3:]), "mine.ods")

    assert grid.rows == SHEET
    assert [(problem.code, problem.row) for problem in grid.problems] == [("stray_cell_ignored", 3)]


ALL_OVER = {
    "cells all over": [
        part
        for _ in range(9)
        for part in (
            [' table:number-rows-repeated="90000"', BLANK_CELL],
            ["", open_cell("x"), blank_cells(900), open_cell("y")],
        )
    ],
    "one row filled down to the end": [[' table:number-rows-repeated="1000000"', open_cell("x")]],
    "one cell filled to the end": [
        ["", open_cell("x", 'office:value-type="string" table:number-columns-repeated="16000"')]
    ],
}


@pytest.mark.parametrize("rows", ALL_OVER.values(), ids=ALL_OVER)
def test_an_open_document_without_a_core_is_too_large_to_lay_out(rows) -> None:
    with pytest.raises(UnreadableSheet, match="reaches over more than"):
        read(open_sheet(*OPEN_ROWS, *rows), "mine.ods")


def test_an_open_document_without_its_content_is_refused_by_name() -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    with pytest.raises(UnreadableSheet, match="damaged"):
        read(archive(parts), "mine.ods")


def test_a_locked_open_document_is_refused_by_name() -> None:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
        "content.xml": "",
    }
    with pytest.raises(UnreadableSheet, match="locked with a password"):
        read(archive(parts), "mine.ods")
