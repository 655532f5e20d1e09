import pandas as pd
import pytest

from advisor.intake import invites
from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.invites import read_invites
from advisor.intake.problems import UnreadableSheet
from advisor.intake.worker import NoChild
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from tests.intake.reading_text import TODAY, found, read

SMALL = "Company,Role,Interview date,Salary\nAcme,Engineer,2027-01-14,95000\nZen,Editor,,88000\n"


def test_the_invites_table_has_every_column_in_order_whatever_the_file_holds() -> None:
    table = read(SMALL).invites
    assert list(table.columns) == [*COLUMNS, START_HAS_TIME]
    assert list(table.index) == [2, 3]
    assert table.index.name == "row"


def test_empty_cells_are_nan_nat_or_none_by_the_kind_of_their_column() -> None:
    last = read(SMALL).invites.loc[3]
    assert pd.isna(last[Field.START])
    assert pd.isna(last[Field.INTEREST])
    assert last[Field.NOTES] is None


def test_a_sheet_of_company_role_and_status_loads_with_all_else_unknown() -> None:
    reading = read("Company,Role,Status\nAcme,Engineer,Interview\nZen,,Applied\n")
    assert list(reading.invites[Field.COMPANY]) == ["Acme", "Zen"]
    missing = [problem.field for problem in found(reading, "field_missing")]
    assert set(Field) - set(missing) == {Field.COMPANY, Field.ROLE, Field.STATUS}


def test_a_row_whose_known_cells_are_empty_is_an_invite_all_the_same() -> None:
    reading = read("Company,Role,Tag,Other tag\nAcme,Engineer,x,y\n,,x,y\n")
    assert list(reading.invites.index) == [2, 3]


@pytest.mark.parametrize("text", ["Company,Role\n", "Company,Role\n,\n"])
def test_headings_without_rows_are_no_table(text: str) -> None:
    with pytest.raises(UnreadableSheet, match="row 1 but no rows below"):
        read(text)


def test_a_heading_that_its_owner_maps_holds_that_column() -> None:
    reading = read("Company,What they give\nAcme,95000\n", columns={"What they give": Field.PAY})
    assert reading.invites.loc[2, Field.PAY] == 95000


def test_a_heading_that_its_owner_leaves_out_stays_text() -> None:
    reading = read(SMALL, columns={"Salary": None})
    assert reading.columns["Salary"] is None
    assert reading.text.loc[2, "Salary"] == "95000"


def test_a_choice_of_a_heading_the_sheet_does_not_have_names_the_nearest() -> None:
    with pytest.raises(ChoiceError, match=r"no heading “Salery”. Did you mean “Salary”"):
        read(SMALL, columns={"Salery": Field.PAY})


def test_one_column_of_ours_cannot_be_given_to_two_headings() -> None:
    with pytest.raises(ChoiceError, match="Only one column can be pay"):
        read(SMALL, columns={"Salary": Field.PAY, "Role": Field.PAY})


def test_a_cell_rewritten_by_its_owner_is_read_anew() -> None:
    reading = read(SMALL, edits={(3, "Interview date"): "2027-02-01"})
    assert str(reading.invites.loc[3, Field.START].date()) == "2027-02-01"


def test_an_edit_of_a_row_that_is_gone_is_said() -> None:
    assert found(read(SMALL, edits={(99, "Salary"): "1"}), "edit_without_cell")


def test_the_time_in_a_column_of_its_own_is_joined_with_the_day() -> None:
    text = "Company,Interview date,Interview time\nAcme,2027-01-14,10:30\nZen,2027-01-15,\n"
    table = read(text).invites
    assert list(table[Field.START].astype(str)) == ["2027-01-14 10:30:00", "2027-01-15 00:00:00"]
    assert list(table[START_HAS_TIME]) == [True, False]


def test_every_row_is_an_invite_or_set_aside() -> None:
    reading = read(f"My invites\n\n{SMALL}\nTotal,,,183000\n")
    assert [(aside.row, aside.code) for aside in reading.set_aside] == [
        (1, "title"),
        (2, "blank"),
        (6, "blank"),
        (7, "total"),
    ]
    assert reading.rows_read == len(reading.invites) + len(reading.set_aside)


def test_a_row_set_aside_comes_back_when_its_owner_keeps_it() -> None:
    over = "Company,Role,Status\nAcme,Engineer,Rejected 3 March\nZen,Editor,Interview\n"
    assert list(read(over).invites.index) == [3]
    assert list(read(over, keep=frozenset({2})).invites.index) == [2, 3]


def test_doubled_headings_are_numbered_and_the_column_stays_empty() -> None:
    reading = read("Company,Notes,Notes\nAcme,one,two\n")
    assert list(reading.columns) == ["Company", "Notes", "Notes (2)"]
    doubled = found(reading, "column_duplicate")
    assert [(problem.row, problem.field) for problem in doubled] == [(None, Field.NOTES)]


def test_text_columns_hold_text_or_none_and_nothing_of_pandas() -> None:
    table = read("Company,Role\nAcme,\n").invites
    assert table[Field.ROLE].dtype == object
    assert table[Field.ROLE].tolist() == [None]
    assert table[Field.COMPANY].tolist() == ["Acme"]


def test_a_reading_comes_back_whole_from_the_process_for_reading():
    there = read_invites(SMALL.encode(), "a.csv", today=TODAY)
    here = read(SMALL)
    pd.testing.assert_frame_equal(there.invites, here.invites)
    assert (there.problems, there.set_aside) == (here.problems, here.set_aside)
    assert not found(there, "read_without_guard")


def test_a_wrong_choice_is_said_across_the_processes():
    with pytest.raises(ChoiceError, match="no heading"):
        read_invites(SMALL.encode(), choices=Choices(columns={"Wages": None}), today=TODAY)


def test_without_a_process_for_reading_the_file_is_read_here_and_that_is_said(monkeypatch):
    def none(*_args, **_named):
        raise NoChild("no process")

    monkeypatch.setattr(invites, "run_apart", none)
    assert found(read_invites(SMALL.encode(), today=TODAY), "read_without_guard")
