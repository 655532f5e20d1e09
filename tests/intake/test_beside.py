from advisor.rules.columns import Field
from tests.intake.reading_text import read, sheet

TALLY = sheet(
    "Company,Role,Salary,,Status,Count",
    "Acme,Engineer,95000,,Applied,12",
    "Zen,Editor,88000,,Rejected,3",
    "Nord,Cook,76000,,,",
)


def test_a_table_beside_the_invites_sets_none_of_them_aside():
    assert list(read(TALLY).invites[Field.COMPANY]) == ["Acme", "Zen", "Nord"]


def test_the_cells_of_a_table_beside_the_invites_are_kept_as_text():
    assert list(read(TALLY).text["Status"]) == ["Applied", "Rejected", ""]


def test_a_table_beside_belongs_to_the_invites_once_its_owner_says_what_a_column_is():
    reading = read(TALLY, columns={"Status": "status"})
    assert [aside.row for aside in reading.set_aside] == [3]


def test_an_empty_column_in_one_table_is_told_calmly():
    reading = read(sheet("Company,Role,,Salary,Notes", "Acme,Engineer,,95000,far"))
    assert [str(p.level) for p in reading.problems if p.code == "columns_apart"] == ["info"]
