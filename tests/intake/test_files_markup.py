from datetime import datetime

import pytest

from advisor.intake.choices import Choices
from advisor.intake.files import read_grid
from tests.intake.crafted import SHEET, known

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def read(content, name):
    content = content.encode() if isinstance(content, str) else content
    return read_grid(content, name, Choices(), known)


def codes(grid):
    return [problem.code for problem in grid.problems]


def page(rows, before="", after=""):
    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")

    lines = ("".join(f"<td>{escaped(cell)}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<html><body>{before}<table border=1>{table}</table>{after}</body></html>"


def test_the_table_of_a_web_page_is_read_and_that_is_said() -> None:
    grid = read(page(SHEET), "export.html")

    assert grid.rows == SHEET
    assert codes(grid) == ["html_table_read"]


def test_a_web_page_named_as_a_workbook_is_read_and_both_are_said() -> None:
    assert codes(read(page(SHEET), "export.xls")) == ["named_otherwise", "html_table_read"]


def test_the_table_with_the_known_headings_wins_over_others() -> None:
    menu = "<table><tr><td>Home<td>Help<td>More</tr></table>" * 3
    assert read(page(SHEET, before=menu, after=menu), "a.html").rows == SHEET


def test_cells_that_span_rows_or_columns_keep_the_others_in_place() -> None:
    grid = read(
        "<table><tr><th>Company<th>Role<th>Notes<tr><td rowspan=2>Acme<td>Dev<td>x"
        "<tr><td>Ops<td>y<tr><td colspan=2>Zen<td>z</table>",
        "a.html",
    )
    assert grid.rows == [
        ["Company", "Role", "Notes"],
        ["Acme", "Dev", "x"],
        ["", "Ops", "y"],
        ["Zen", "", "z"],
    ]


def test_scripts_and_styles_inside_a_page_are_no_text() -> None:
    grid = read(
        "<table><tr><td>Company<script>alert(1)</script><td>Role<tr><td>Acme<td>Dev</table>",
        "a.html",
    )
    assert grid.rows[0] == ["Company", "Role"]


def test_a_page_that_declares_an_older_encoding_is_read_in_it() -> None:
    content = page(SHEET, before='<meta charset="iso-8859-1">').encode("latin-1")
    assert read(content, "a.html").rows == SHEET


JSONS = {
    "records": '[{"Company": "Acme", "Salary": 95000}, {"Company": "Zen", "Notes": null}]',
    "records in an envelope": '{"ok": true, "data": [{"Company": "Acme", "Salary": 95000}, '
    '{"Company": "Zen"}], "n": 2}',
    "lines": '{"Company": "Acme", "Salary": 95000}\n{"Company": "Zen"}\n',
    "rows": '[["Company", "Salary"], ["Acme", 95000], ["Zen", null]]',
    "columns": '{"Company": ["Acme", "Zen"], "Salary": [95000, null]}',
    "numbered columns": '{"Company": {"0": "Acme", "1": "Zen"}, "Salary": {"0": 95000, "1": null}}',
}


@pytest.mark.parametrize("content", JSONS.values(), ids=JSONS)
def test_json_is_read_as_a_table_and_that_is_said(content) -> None:
    grid = read(content, "mine.json")

    assert [row[:2] for row in grid.rows] == [["Company", "Salary"], ["Acme", "95000"], ["Zen", ""]]
    assert codes(grid) == ["json_records_read"]


def test_numbers_in_json_stay_as_they_are_written() -> None:
    grid = read(
        '[{"Company": "Acme", "Salary": 95000.10, "Notes": 12345678901234567890}]', "a.json"
    )
    assert grid.rows[1] == ["Acme", "95000.10", "12345678901234567890"]


def test_a_text_file_that_begins_with_a_bracket_is_a_text_file() -> None:
    grid = read("[draft] Company,Role\nAcme,Dev\nZen,Ops\nCompany,Role,Notes\n", "a.csv")
    assert grid.rows[1][:2] == ["Acme", "Dev"]


def test_a_sheet_written_as_xml_is_read_with_its_types_and_places() -> None:
    def cell(kind, value, attributes=""):
        return f'<Cell{attributes}><Data ss:Type="{kind}">{value}</Data></Cell>'

    headings = "".join(cell("String", heading) for heading in SHEET[0])
    first = cell("String", "Acme") + cell("Number", "95000", ' ss:Index="4"')
    second = cell("String", "Zen") + cell("DateTime", "2027-01-14T10:00:00.000", ' ss:Index="3"')
    grid = read(
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SPACE}" '
        f'xmlns:ss="{SPACE}"><Worksheet ss:Name="Mine"><Table><Row>{headings}</Row><Row>{first}'
        f'</Row><Row ss:Index="5">{second}</Row></Table></Worksheet></Workbook>',
        "mine.xls",
    )

    assert grid.rows[1] == ["Acme", "", "", "95000", ""]
    assert grid.rows[4][2] == "2027-01-14 10:00"
    assert grid.natives[4][2] == datetime(2027, 1, 14, 10)  # noqa: DTZ001 - a wall clock
    assert grid.numbers[4] == 5
    assert codes(grid) == ["xml_spreadsheet_read"]
