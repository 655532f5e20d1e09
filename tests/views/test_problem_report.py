"""The report as a table and as CSV."""

import csv
import io
from datetime import date

from advisor import read_invites, report
from advisor.views.problem_report import (
    HEADINGS,
    cells_table,
    columns_named,
    report_csv,
    report_table,
    shown_lines,
)
from tests.page.sheets import POLLUTED

TODAY = date(2027, 1, 7)


def problems_of(content):
    return read_invites(content, today=TODAY).problems


def records(content, **how):
    text = report_csv(problems_of(content), **how).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_problem_is_a_line_with_place_reason_and_what_to_do():
    found = records(POLLUTED)
    assert tuple(found[0]) == HEADINGS
    assert len(found) == len(problems_of(POLLUTED))
    lots = next(one for one in found if one["code"] == "money_unreadable")
    assert (lots["level"], lots["row"], lots["cell"], lots["value"]) == ("error", "3", "E3", "lots")


def test_no_cell_of_the_report_is_a_formula():
    content = b"Company,Pay,Interview date\n=1+1,=2+2,@now\n+3,-x,=4\n"
    cells = [cell for record in records(content) for cell in record.values() if cell]
    assert any(cell.startswith("'=") for cell in cells)
    assert not any(cell[0] in "=+@" for cell in cells)


def test_what_reaches_a_person_stays_out_of_the_report_unless_asked_for():
    content = b"Company,Notes,Pay\nAlder,x,call 020 7946 0958\n"
    assert "7946" not in str(records(content))
    assert "7946" in str(records(content, contacts=True))


def test_lines_are_shown_by_level_and_by_heading():
    lines = report(problems_of(POLLUTED))
    assert [line.code for line in shown_lines(lines, "error", None)] == ["money_unreadable"]
    about = shown_lines(lines, None, "Deadline")
    assert [line.code for line in about] == ["mapping_needs_confirmation"]
    assert "Deadline" in columns_named(lines)
    assert len(shown_lines(lines, None, None)) == len(lines)


def test_many_alike_are_one_line_with_their_count():
    rows = "".join(f"Firm {n},lots\n" for n in range(40))
    lines = report(problems_of(f"Company,Pay\nFirst,85000\n{rows}".encode()))
    table = report_table(lines)
    assert table["Cells"].tolist()[0] == 40
    assert cells_table(lines[0].problems)["Row"].tolist() == list(range(3, 43))
