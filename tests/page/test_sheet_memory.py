"""What was said about a sheet, kept in a workbook and read back."""

import io
from datetime import date

import pandas as pd
import pytest
import xlsxwriter

from advisor import Choices, Memory, fitting, read_invites
from advisor import memory_of as memory_along
from advisor.__main__ import main
from advisor.page.sheet_memory import of_some_rows, remembered, without_contacts
from advisor.rules.columns import Field
from advisor.rules.reading import Setting
from advisor.views.remembered import HEADING, REMEMBERED, joined, pieces
from advisor.views.rows_to_mend import rows_to_mend
from advisor.views.tables import Column
from tests.page.sheets import HEALTHY, POLLUTED, labels, open_page, ranked, upload

TODAY = date(2027, 1, 7)

SAID = Choices(
    date_order="mdy",
    columns={"Deadline": Field.REPLY_BY, "Salery": Field.PAY},
    keep=frozenset({5}),
    edits={(3, "Salery"): "70000"},
    settings={"Salery": {"confirmed": "column_fuzzy_matched"}},
)


def read(content, choices=None):
    return read_invites(content, today=TODAY, choices=choices or Choices())


def memory_of(content, choices):
    return remembered(read(content), read(content), choices)


def recalled(memory, content):
    """What of a memory fits another sheet."""
    return fitting(memory, read(content), lambda choices: read(content, choices))


def recalled_reading(memory, content):
    return read(content, recalled(memory, content))


def carrying(text):
    """A workbook of ours with what was said in it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        invites = book.add_worksheet("Invites")
        invites.write_row(0, 0, ["Company", "Role", "Interest (1-5)"])
        invites.write_row(1, 0, ["Alder", "Clerk", 4])
        book.add_worksheet(REMEMBERED).write_column(0, 0, [HEADING, *pieces(text)])
    return content.getvalue()


def test_a_memory_survives_its_small_json():
    memory = memory_of(POLLUTED, SAID)
    assert Memory.from_json(memory.to_json()) == memory
    assert len(memory.to_json()) < 1500


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"shape": 1}', "nonsense", '{"choices": {}}'])
def test_a_text_that_is_no_memory_is_passed_over(text):
    assert Memory.from_json(text) is None


def test_headings_order_rows_and_cells_are_recalled_where_the_same_rows_stand_elsewhere():
    moved = POLLUTED.replace(b"Alder,", b"Elm,Smith,2027-01-05,07/04/2027,1,1,1,\nAlder,")
    found = recalled(memory_of(POLLUTED, SAID), moved)
    assert found.columns == SAID.columns
    assert found.date_order == "mdy"
    assert found.keep == {6}
    assert found.edits == {(4, "Salery"): "70000"}


def test_a_cell_that_was_mended_in_the_sheet_itself_is_not_overwritten():
    found = recalled(memory_of(POLLUTED, SAID), POLLUTED.replace(b"lots", b"65000"))
    assert found.edits == {}


def test_of_two_rows_that_are_alike_neither_takes_over_a_change():
    twice = POLLUTED.replace(b"Cedar", b"Birch,Cook,2027-01-03,05/04/2027,lots,3,20,y\nCedar")
    assert recalled(memory_of(POLLUTED, SAID), twice).edits == {}


def test_a_confirmation_does_not_speak_for_cells_nobody_has_seen():
    newer = POLLUTED.replace(b"Cedar", b"Dogwood")
    assert recalled(memory_of(POLLUTED, SAID), newer).settings == {}


def test_a_scale_is_recalled_only_while_the_sheet_leaves_it_open():
    scale = {"Excitement": {Setting.RATING_SCALE.value: "0-10"}}
    content = b"Company,Excitement\nA,8\nB,3\n"
    memory = memory_of(content, Choices(settings=scale))
    assert recalled(memory, b"Company,Excitement\nA,7\nB,3\n").settings == scale
    assert recalled(memory, b"Company,Excitement\nA,4/5\nB,3/5\n").settings == {}


def test_an_encoding_is_recalled_only_where_the_file_does_not_prove_its_own():
    content = "Company,Role\nМосква,Повар\n".encode("koi8-r")
    memory = memory_of(content, Choices(encoding="koi8-r"))
    again = "Company,Role\nМосква,Врач\n"
    assert recalled(memory, again.encode("koi8-r")).encoding == "koi8-r"
    assert recalled(memory, again.encode()).encoding is None


def test_no_rewritten_cell_that_reaches_a_person_is_taken_along():
    edits = {(2, "Notes"): "call dana@example.org", (2, "Who"): "Dana Doe", (3, "Role"): "Cook"}
    columns = {"Who": Field.CONTACT, "Notes": Field.NOTES, "Role": Field.ROLE}
    memory = Memory(shape="s", digest="d", choices=Choices(edits=edits, columns=columns))
    assert without_contacts(memory).choices.edits == {(3, "Role"): "Cook"}


def test_a_workbook_carries_what_was_said_and_gives_it_back_unchanged():
    text = "\n".join(memory_of(POLLUTED, SAID).to_json() for _ in range(40))
    content = carrying(text)
    told = read(content, Choices(sheet=REMEMBERED))
    assert joined([*told.columns, *told.text.to_numpy().ravel()]) == text


def test_a_workbook_dropped_on_a_new_page_lets_the_next_sheet_be_read_as_before():
    content = carrying(memory_of(POLLUTED, SAID).to_json())
    page = open_page()
    upload(page, "invites_ranked.xlsx", content)
    page.file_uploader(key="upload").clear()
    upload(page, "mine.csv", POLLUTED)
    assert "Undo what you said last time" in labels(page)
    assert len(ranked(page)) == 4


PROVEN = b"""Company,Interview date,Salary
Alder,28/03/2027,85000
Birch,05/03/2027,lots
"""


def test_rows_taken_along_keep_the_order_of_dates_that_the_other_rows_prove():
    whole = read(PROVEN)
    along = of_some_rows(whole, whole, whole.text)
    (start,) = recalled_reading(along, rows_to_mend(whole)).invites[Field.START]
    assert start == pd.Timestamp("2027-03-05")


def test_rows_taken_along_raise_no_question_about_dates_on_a_new_page():
    whole = read(PROVEN)
    along = of_some_rows(whole, whole, whole.text).to_json()
    page = open_page()
    upload(page, "rows_to_mend.xlsx", rows_to_mend(whole, remembered=along))
    assert not any("comes first in the dates" in box.label for box in page.selectbox)
    assert "Undo what you said last time" in labels(page)


def test_a_sheet_of_another_shape_is_read_as_if_nothing_had_been_said():
    content = carrying(memory_of(POLLUTED, SAID).to_json())
    page = open_page()
    upload(page, "invites_ranked.xlsx", content)
    page.file_uploader(key="upload").clear()
    upload(page, "mine.csv", HEALTHY)
    assert not any(label.startswith("Undo ") for label in labels(page))


def test_a_foreign_sheet_of_that_name_does_no_harm():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Invites").write_row(0, 0, ["Company", "Role"])
        book.worksheets()[0].write_row(1, 0, ["Alder", "Clerk"])
        book.add_worksheet(REMEMBERED).write_column(0, 0, ["remembered 0 {", "remembered x", "[]"])
    page = upload(open_page(), "mine.xlsx", content.getvalue())
    assert len(ranked(page)) == 1


def test_a_workbook_of_the_command_line_is_read_as_it_was_told_to(tmp_path):
    sheet, book = tmp_path / "mine.csv", tmp_path / "ranked.xlsx"
    sheet.write_bytes(POLLUTED)
    said = ("--map", "Deadline=reply_by", "--map", "Salery=pay", "--dates", "mdy")
    assert main(["rank", str(sheet), *said, "--output", str(book)]) == 0
    page = upload(open_page(), book.name, book.read_bytes())
    assert not any(box.label.startswith("Which comes first") for box in page.selectbox)
    found = ranked(page)
    assert found[Column.WHEN].min().month == 3
    assert found[Column.REPLY_BY].notna().all()


def test_what_is_said_of_another_sheet_of_a_workbook_goes_along_with_it():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, heading in (("First", "Chance"), ("Second", "Salery")):
            lines = book.add_worksheet(name)
            lines.write_row(0, 0, ["Company", "Role", "Deadline", heading])
            lines.write_row(1, 0, [f"Alder {name}", "Clerk", "2027-01-02", 30])
    columns = {"Deadline": Field.REPLY_BY, "Salery": Field.PAY}
    reading = read(content.getvalue(), Choices(sheet="Second", columns=columns))
    told = memory_along(reading, reading.text)
    assert recalled(told, b"Company,Role,Deadline,Salery\nAlder,Clerk,2027-01-02,30\n").columns == (
        columns
    )
    assert told.shape == reading.shape
