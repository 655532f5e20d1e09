from advisor.intake.problems import Level, Problem
from advisor.intake.report import report
from tests.intake.reading_text import read, sheet

HEADINGS = "Company,Role,Salary"


def _line(reading, code):
    return next(line for line in report(reading.problems) if line.code == code)


def _bad(count):
    return read(sheet(HEADINGS, *(f"Firm {number},Clerk,lots" for number in range(count))))


def test_up_to_three_alike_stand_each_on_a_line_of_their_own():
    lines = [line for line in report(_bad(3).problems) if line.code == "money_unreadable"]
    assert [line.count for line in lines] == [1, 1, 1]
    assert lines[0].text.startswith("Row 2, column C (Salary): `lots`")


def test_more_alike_become_one_line_that_counts_them_and_names_five_rows():
    line = _line(_bad(40), "money_unreadable")
    assert line.text.startswith("Column C (Salary), 40 rows (2, 3, 4, 5, 6 and 35 more), such as")
    assert len(line.problems) == 40


def test_one_row_beyond_those_told_one_by_one_is_told_in_the_singular():
    (more,) = [
        problem for problem in _bad(1001).problems if problem.count > 1 or "more" in problem.reason
    ]
    assert more.reason == "1 more row says the same"


def test_the_count_of_a_line_includes_what_was_only_counted():
    assert _line(_bad(5000), "money_unreadable").count == 5000


def test_a_word_on_many_cells_of_a_column_stands_as_it_is():
    said = Problem(
        code="formula_without_value",
        level=Level.WARNING,
        column="Pay",
        count=12,
        reason="Formulas (B2, …) hold an empty result",
    )
    (line,) = report([said])
    assert (line.text, line.count) == (said.text, 12)


def test_fields_without_a_column_are_one_line():
    line = _line(_bad(1), "field_missing")
    assert line.count == 29
    assert line.text.startswith("No column is any of these 29: Interview date, Reply by, ")


def test_sheets_that_were_not_read_are_one_line_with_their_names():
    left = [
        Problem(
            code="sheet_left_out",
            level=Level.INFO,
            sheet=name,
            reason=f"The sheet `{name}` was not",
        )
        for name in ("Old", "Notes", "Done", "List")
    ]
    (line,) = report(left)
    assert line.text.startswith("4 sheets were not read: Old, Notes, Done, List. Choose one")


def test_columns_that_are_not_used_are_one_line():
    reading = read(sheet("Company,Dress,Mood,Dog,Weather", "Acme,casual,good,yes,rain"))
    text = _line(reading, "column_unmapped").text
    assert text.startswith("4 columns are not used: Dress, Mood, Dog, Weather. ")


def test_the_gravest_lines_come_first():
    levels = [line.level for line in report(_bad(40).problems)]
    assert levels == sorted(levels, key=[Level.ERROR, Level.WARNING, Level.INFO].index)
