import csv

import pytest

from advisor.intake.choices import Choices
from advisor.intake.files import read_grid
from tests.intake.crafted import SHEET, known, text_sheet

LINES = text_sheet().split("\r\n")[:-1]


def read(content):
    return read_grid(content.encode(), "mine.csv", Choices(), known)


def with_line(number, change):
    lines = list(LINES)
    lines[number - 1] = change(lines[number - 1])
    return "\r\n".join(lines)


def others(grid, number):
    return [row for at, row in zip(grid.numbers, grid.rows, strict=True) if at != number]


def found(grid):
    return [(problem.code, problem.row) for problem in grid.problems]


STYLES = {
    "every cell quoted": text_sheet(quoting=csv.QUOTE_ALL),
    "single quotes": text_sheet(quotechar="'", quoting=csv.QUOTE_ALL),
    "single quotes where needed": text_sheet(quotechar="'"),
    "backslash before quotes": text_sheet(
        doublequote=False, escapechar="\\", quoting=csv.QUOTE_ALL
    ),
    "backslash instead of quotes": text_sheet(quoting=csv.QUOTE_NONE, escapechar="\\"),
    "blanks before quotes": text_sheet(quoting=csv.QUOTE_ALL).replace('","', '", "'),
    "blanks around delimiters": text_sheet(quoting=csv.QUOTE_ALL).replace('","', '" , "'),
}


@pytest.mark.parametrize("content", STYLES.values(), ids=STYLES)
def test_a_consistent_way_of_quoting_is_read_without_a_word(content) -> None:
    grid = read(content)

    assert grid.rows == SHEET
    assert [code for code, _ in found(grid) if code != "quote_repaired"] == []


def test_single_quotes_around_one_cell_that_needs_none_were_typed() -> None:
    rows = [*SHEET[:2], ["'Calm'", *SHEET[2][1:]], *SHEET[3:]]

    assert read(text_sheet(rows)).rows == rows


def wrapped(line):
    return '"' + line.replace('"', '""') + '"'


EXPORTED_TWICE = {
    "every line": "\r\n".join(map(wrapped, LINES)),
    "every line but the headings": "\r\n".join([LINES[0], *map(wrapped, LINES[1:])] * 1),
    "every line, delimiters behind": "\r\n".join(wrapped(line) + ";;;" for line in LINES),
}


@pytest.mark.parametrize("content", EXPORTED_TWICE.values(), ids=EXPORTED_TWICE)
def test_a_sheet_exported_twice_is_unwrapped_and_that_is_said(content) -> None:
    grid = read(content)

    assert grid.rows == SHEET
    assert {code for code, _ in found(grid)} == {"double_quoted_lines"}


def test_single_lines_that_were_exported_twice_are_unwrapped_and_named() -> None:
    grid = read(with_line(2, wrapped))

    assert grid.rows == SHEET
    assert found(grid) == [("double_quoted_lines", 2)]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("„", "“")])
def test_typographic_quotes_are_read_as_quotes_and_that_is_said(opening, closing) -> None:
    rows = [[cell.replace('"', "") for cell in row] for row in SHEET]
    quoted = [[f"{opening}{c}{closing}" if "," in c else c for c in row] for row in rows]
    grid = read("\r\n".join(",".join(row) for row in quoted))

    assert grid.rows == rows
    assert found(grid) == [("smart_quotes", None)]


@pytest.mark.parametrize("number", [3, 4, 7])
@pytest.mark.parametrize("place", [0, 1, 4])
def test_a_quote_that_is_never_closed_spoils_no_other_row(number, place) -> None:
    def unclosed(line):
        cells = next(csv.reader([line]))
        cells[place] = "@" + cells[place]
        return text_sheet([cells]).strip().replace("@", '"')

    grid = read(with_line(number, unclosed))

    assert others(grid, number) == [row for at, row in enumerate(SHEET, 1) if at != number]
    assert {row for _, row in found(grid)} <= {number}
    assert found(grid)


def test_many_quotes_that_are_never_closed_are_each_named() -> None:
    rows = [f'Acme {i},"Dev,2027-01-14,90000,note' for i in range(3000)]
    grid = read("\r\n".join([LINES[0], *rows]))

    assert len(grid.rows) == 3001
    assert grid.rows[3000][0] == "Acme 2999"
    assert grid.rows[3000][1] == "Dev"


def test_quotes_inside_a_quoted_cell_that_were_not_doubled_are_kept_and_named() -> None:
    grid = read(with_line(3, lambda line: line.replace('""', '"')))

    assert grid.rows == SHEET
    assert found(grid) == [("quote_repaired", 3)]


def test_a_long_cell_of_many_lines_and_commas_is_one_cell() -> None:
    rows = [list(row) for row in SHEET]
    rows[1][4] = ("one, two, three, four, five, six, seven, eight\n" * 500).strip()
    grid = read(text_sheet(rows))

    assert grid.rows == rows
    assert found(grid) == []


def test_an_unquoted_comma_in_a_text_is_put_back_and_the_row_is_kept_as_found() -> None:
    grid = read(with_line(2, lambda line: line.replace('"', "")))

    assert grid.rows == SHEET
    assert found(grid) == [("row_too_long", 2)]
    assert len(grid.raw[2]) == 6


@pytest.mark.parametrize(
    ("before", "after", "place"), [("95000", "95,000", 3), ("88000", "88,000", 3)]
)
def test_an_unquoted_comma_in_a_number_is_put_back(before, after, place) -> None:
    number = 2 if before == "95000" else 3
    grid = read(with_line(number, lambda line: line.replace(before, after)))

    assert grid.rows[number - 1][place] == after
    assert ("row_too_long", number) in found(grid)


def test_a_delimiter_too_many_before_filled_cells_is_named_although_the_row_ends_empty() -> None:
    grid = read(with_line(6, lambda line: line.replace(",QA", ",,QA")))

    assert grid.rows == SHEET
    assert found(grid) == [("row_too_long", 6)]


def test_a_delimiter_too_many_at_the_end_is_dropped_in_silence() -> None:
    grid = read(with_line(2, lambda line: line + ","))

    assert grid.rows == SHEET
    assert found(grid) == []


@pytest.mark.parametrize("place", range(4))
def test_a_missing_delimiter_is_named_and_the_other_cells_keep_their_columns(place) -> None:
    def shorter(line):
        cells = next(csv.reader([line]))
        cells[place : place + 2] = [cells[place] + cells[place + 1]]
        return text_sheet([cells]).strip()

    grid = read(with_line(2, shorter))

    assert found(grid) == [("row_too_short", 2)]
    assert others(grid, 2) == [SHEET[0], *SHEET[2:]]


def test_the_cells_behind_a_missing_delimiter_stay_under_their_headings() -> None:
    grid = read(with_line(5, lambda line: line.replace("2027-02-09,101000", "2027-02-09101000")))

    assert grid.rows[4][4] == "Panel of 4; laptop"
    assert grid.rows[4][0] == "O'Brien, Patel & Co."


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_row_with_another_delimiter_is_split_its_own_way_and_named(delimiter, number) -> None:
    other = text_sheet([SHEET[number - 1]], delimiter=delimiter).strip()
    grid = read(with_line(number, lambda _: other))

    assert grid.rows == SHEET
    assert found(grid) == [("row_other_delimiter", number)]


def test_an_empty_heading_that_a_delimiter_too_many_made_is_left_out_and_named() -> None:
    grid = read(with_line(1, lambda line: line.replace("Role,", "Role,,")))

    assert grid.rows == SHEET
    assert found(grid) == [("row_too_long", 1)]


def test_a_quotation_mark_without_a_partner_is_kept_and_named() -> None:
    grid = read(with_line(7, lambda line: line.replace("Designer", 'Designer"')))

    assert grid.rows[6][1] == 'Designer"'
    assert [(p.code, p.row, p.column) for p in grid.problems] == [("quote_repaired", 7, "Role")]


def test_five_thousand_ragged_rows_are_read_in_a_second_or_two() -> None:
    rows = "\r\n".join('Acme,Dev,2027-01-14,95000,"a" note, with comma' for _ in range(5000))
    grid = read(LINES[0] + "\r\n" + rows)

    assert len(grid.rows) == 5001
    assert grid.rows[5000][3] == "95000"


def test_thousands_of_ragged_rows_are_named_one_by_one_up_to_a_thousand_and_counted() -> None:
    rows = "\r\n".join("Acme,Dev,2027-01-14" for _ in range(1200))
    grid = read("\r\n".join([*LINES, *LINES[1:] * 300, rows]))

    assert len(grid.problems) == 1001
    assert grid.problems[-1].reason.startswith("1,200 places have the same trouble")
