import pytest

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.files import read_grid
from tests.intake.crafted import INVITES, SHEET, known, text_sheet

TYPED = [list(row) for row in SHEET]


def read(content, name="mine.csv", **choices):
    content = content.encode() if isinstance(content, str) else content
    return read_grid(content, name, Choices(**choices), known)


def codes(grid):
    return [problem.code for problem in grid.problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ":", "^", "~", "\x1f"])
def test_every_usual_delimiter_is_found(delimiter) -> None:
    grid = read(text_sheet(delimiter=delimiter))

    assert grid.rows == TYPED
    assert grid.delimiter == delimiter
    assert codes(grid) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read_alike(newline) -> None:
    assert read(text_sheet(newline=newline)).rows == TYPED


def test_line_ends_may_change_within_a_file() -> None:
    lines = text_sheet(newline="\n").split("\n")
    ends = ["\r\n", "\n", "\r"] * 3
    mixed = "".join(line + end for line, end in zip(lines[:-1], ends, strict=False))
    assert read(mixed).rows == TYPED


def test_blank_rows_keep_their_numbers() -> None:
    lines = text_sheet().split("\r\n")
    grid = read("\r\n".join([lines[0], "", *lines[1:]]))

    assert grid.rows[1] == [""] * 5
    assert grid.numbers[2] == 3
    assert grid.rows[2][0] == "Acme Robotics"


def test_blank_rows_and_columns_at_the_end_are_no_part_of_the_sheet() -> None:
    wide = [[*row, "", "", ""] for row in SHEET]
    assert read(text_sheet(wide) + "\r\n,,,,\r\n\r\n").rows == TYPED


def test_a_line_break_inside_a_cell_does_not_change_the_row_numbers() -> None:
    rows = [list(row) for row in SHEET]
    rows[1][4] = "first\nsecond\n\nthird"
    grid = read(text_sheet(rows))

    assert grid.rows == rows
    assert grid.numbers == list(range(1, 8))
    assert grid.lines == [1, 2, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', "SEP=;\r"])
def test_the_separator_line_is_followed_and_not_counted(first) -> None:
    grid = read(first + text_sheet(delimiter=";"))

    assert grid.rows == TYPED
    assert grid.numbers[0] == 1
    assert grid.lines[0] == 2


def test_a_separator_line_may_name_a_mark_nobody_uses() -> None:
    assert read("sep=#\r\n" + text_sheet(delimiter="#")).rows == TYPED


def test_a_delimiter_written_twice_counts_once() -> None:
    doubled = "\n".join("||".join(row) for row in SHEET)
    grid = read(doubled)

    assert grid.rows == TYPED
    assert grid.delimiter == "||"


def test_columns_may_be_separated_by_runs_of_blanks() -> None:
    plain = [[cell.replace(" ", "_") for cell in row[:3]] for row in SHEET]
    plain[0] = ["Company", "Role", "Interview date"]
    grid = read("\n".join("   ".join(row) for row in plain))

    assert grid.rows == plain


def test_columns_of_fixed_width_keep_their_empty_cells() -> None:
    rows = [["Company", "Role", "Salary"], ["Acme", "", "95000"], ["Zen", "Editor", "64000"]]
    grid = read("\n".join("".join(cell.ljust(10) for cell in row) for row in rows))

    assert grid.rows == rows


def test_a_sheet_of_one_known_column_is_read() -> None:
    assert read("Company\nAcme\nZen Garden\n").rows == [["Company"], ["Acme"], ["Zen Garden"]]


def test_titles_above_the_headings_stand_in_their_rows() -> None:
    grid = read("My invites\r\n\r\n" + text_sheet())

    assert grid.rows[0] == ["My invites", "", "", "", ""]
    assert grid.rows[3][0] == INVITES[0][0]
    assert codes(grid) == []


def test_decimal_commas_are_noticed() -> None:
    rows = [["Company", "Salary"], ["Acme", "1,5"], ["Zen", "2,5"]]
    assert read(text_sheet(rows, delimiter=";")).decimal_comma_likely
    assert not read(text_sheet()).decimal_comma_likely


def test_two_delimiters_that_fit_alike_are_shown_with_a_choice() -> None:
    grid = read("Company;x,Role\nAcme;y,Dev\nZen;z,Ops\n")

    assert codes(grid) == ["delimiter_guessed"]
    assert grid.problems[0].choices == (",", ";")


def test_the_chosen_delimiter_wins() -> None:
    grid = read("Company;Role,Salary\nAcme;Dev,95000\n", delimiter=";")
    assert grid.rows[0] == ["Company", "Role,Salary"]


def test_a_choice_that_cannot_be_followed_is_said() -> None:
    with pytest.raises(ChoiceError, match="There is no encoding named 'klingon'"):
        read(text_sheet(), encoding="klingon")
    with pytest.raises(ChoiceError, match="A delimiter is one character"):
        read(text_sheet(), delimiter='"')


def test_a_cell_of_seventy_thousand_letters_is_kept_whole() -> None:
    rows = [list(row) for row in SHEET]
    rows[1][4] = "long " * 14_000 + "end"
    assert read(text_sheet(rows)).rows == rows


def test_a_form_feed_between_rows_is_no_letter() -> None:
    grid = read(text_sheet().replace("\r\nZen", "\r\n\x0cZen"))
    assert grid.rows == TYPED
