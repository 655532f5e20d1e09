"""A newer version of the sheet finds its invites again; what is not certain is asked."""

from dataclasses import replace

import pytest

from advisor.journal import Debrief, gone_invites, present_invites
from advisor.journal.state import Change, MatchQuestion
from advisor.rules.columns import Field
from tests.journal.journals import in_memory, now, sheet

ACME = {"company": "Acme", "role": "Engineer", "start": "2027-02-01T10:00", "interest": 3.0}
BIRCH = {"company": "Birch", "role": "Analyst", "start": "2027-02-03T09:00"}
CEDAR = {"company": "Cedar", "role": "Buyer", "start": "2027-02-05T14:00"}


def holding(*rows):
    """A journal that has read a first sheet of these invites; their ids are 1, 2, 3 …"""
    journal = in_memory()
    journal.record.upload(now(journal), sheet(*rows))
    return journal


def newer(journal, *rows, **more):
    return journal.record.upload(now(journal), sheet(*rows, **more))


def test_the_same_sheet_in_another_order_finds_every_invite():
    journal = holding(ACME, BIRCH, CEDAR)
    matching = newer(journal, CEDAR, ACME, BIRCH)
    assert matching.same == {2: 3, 3: 1, 4: 2}
    assert not matching.asked
    assert not matching.gone


def test_edits_overrides_and_debriefs_survive_a_newer_sheet():
    journal = holding(ACME, BIRCH)
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    journal.record.override(now(journal), 1, "accept", "A friend")
    journal.record.debrief(now(journal), 2, Debrief(went_well="Calm"))
    newer(journal, CEDAR, BIRCH, ACME)
    acme, birch = now(journal).at_row(4), now(journal).at_row(3)
    assert (acme.value(Field.INTEREST), acme.override.reason) == (5.0, "A friend")
    assert birch.debrief.went_well == "Calm"


def test_what_the_newer_sheet_says_otherwise_is_shown():
    journal = holding(ACME)
    newer(journal, ACME | {"interest": 4.0, "notes": "they called"})
    assert now(journal).invites[0].changes == {
        Field.INTEREST: Change(was=3.0, now=4.0),
        Field.NOTES: Change(was=None, now="they called"),
    }


def test_what_disappeared_is_kept_and_takes_no_part():
    journal = holding(ACME, BIRCH)
    matching = newer(journal, ACME)
    assert matching.gone == (2,)
    assert list(present_invites(now(journal))[Field.COMPANY]) == ["Acme"]
    assert list(gone_invites(now(journal))[Field.COMPANY]) == ["Birch"]


def test_what_is_gone_is_gone_since_the_first_sheet_without_it():
    journal = holding(ACME, BIRCH)
    newer(journal, ACME)
    since = now(journal).upload.at
    newer(journal, ACME, CEDAR)
    assert now(journal).invite(2).gone_since == since


def test_what_comes_back_unchanged_is_the_invite_it_was():
    journal = holding(ACME, BIRCH)
    journal.record.edit(now(journal), 2, Field.INTEREST, 4)
    newer(journal, ACME)
    newer(journal, BIRCH, ACME)
    birch = now(journal).at_row(2)
    assert (birch.id, birch.gone_since, birch.value(Field.INTEREST)) == (2, None, 4.0)


@pytest.mark.parametrize(
    "changed",
    [
        {"start": "2027-02-08T10:00"},
        {"start": None},
        {"company": "ACME "},
        {"company": "acme", "role": "engineer."},
        {"interest": 5.0, "notes": "new"},
    ],
)
def test_the_same_company_and_role_once_on_both_sides_is_the_same_invite(changed):
    journal = holding(ACME, BIRCH)
    assert newer(journal, BIRCH, ACME | changed).same == {2: 2, 3: 1}


ASKED = {
    "another role": ([ACME], ACME | {"role": "Manager"}, (1,)),
    "the role filled in": ([ACME | {"role": None}], ACME, (1,)),
    "the company written longer": ([ACME], ACME | {"company": "Acme Ltd", "start": None}, (1,)),
    "another company, same role and hour": ([ACME], ACME | {"company": "Akme"}, (1,)),
    "another round": (
        [ACME | {"round": "first"}],
        ACME | {"round": "second", "start": "2027-03-01T10:00"},
        (1,),
    ),
    "two that it may be": (
        [ACME, ACME | {"start": "2027-02-02T10:00"}],
        ACME | {"start": "2027-03-01T10:00"},
        (1, 2),
    ),
}


@pytest.mark.parametrize(("before", "line", "candidates"), ASKED.values(), ids=ASKED)
def test_a_match_that_is_not_certain_is_asked_and_nothing_is_merged(before, line, candidates):
    journal = holding(*before)
    matching = newer(journal, line)
    assert matching.asked == {2: candidates}
    assert not matching.same
    number = now(journal).at_row(2).id
    assert number not in candidates
    assert now(journal).questions == (MatchQuestion(invite=number, candidates=candidates),)


def test_an_interview_that_is_over_does_not_move_to_a_new_date_unasked():
    journal = holding(ACME)
    journal.record.debrief(now(journal), 1, Debrief(went_well="Calm"))
    assert newer(journal, ACME | {"start": "2027-03-01T10:00"}).asked == {2: (1,)}


def test_an_invite_that_was_gone_does_not_come_back_on_a_new_date_unasked():
    journal = holding(ACME, BIRCH)
    newer(journal, BIRCH)
    assert newer(journal, BIRCH, ACME | {"start": "2027-03-01T10:00"}).asked == {3: (1,)}


def test_a_question_answered_yes_gives_the_line_to_the_earlier_invite():
    journal = holding(ACME, BIRCH)
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    newer(journal, BIRCH, ACME | {"role": "Manager"})
    line = now(journal).at_row(3)
    journal.record.edit(now(journal), line.id, Field.PAY, 100)
    journal.record.answer(now(journal), line.id, 1)
    state = now(journal)
    merged = state.at_row(3)
    assert (merged.id, merged.gone_since, state.questions) == (1, None, ())
    assert (merged.value(Field.INTEREST), merged.value(Field.PAY)) == (5.0, 100.0)
    assert merged.changes == {Field.ROLE: Change(was="Engineer", now="Manager")}
    assert len(state.invites) == 2


def test_a_question_answered_no_leaves_two_invites():
    journal = holding(ACME)
    newer(journal, ACME | {"role": "Manager"})
    line = now(journal).at_row(2)
    journal.record.answer(now(journal), line.id, None)
    state = now(journal)
    assert state.questions == ()
    assert [one.gone_since is None for one in state.invites] == [False, True]


def test_an_answer_can_be_taken_back():
    journal = holding(ACME)
    newer(journal, ACME | {"role": "Manager"})
    before = now(journal)
    journal.record.answer(before, before.at_row(2).id, 1)
    journal.record.undo(now(journal))
    assert now(journal).questions == before.questions
    assert now(journal).invites == before.invites


def test_lines_alike_in_everything_find_invites_in_their_order():
    journal = holding(ACME, ACME)
    journal.record.edit(now(journal), 2, Field.INTEREST, 5)
    assert newer(journal, BIRCH, ACME, ACME).same == {3: 1, 4: 2}


def test_a_line_matches_an_invite_that_was_edited_to_say_the_same():
    journal = holding(ACME)
    journal.record.edit(now(journal), 1, Field.COMPANY, "Acme Holding")
    assert newer(journal, BIRCH, ACME | {"company": "Acme Holding"}).same == {3: 1}


def test_an_invite_added_by_hand_finds_its_line_once_the_sheet_has_it():
    journal = holding(ACME)
    number = journal.record.invite(now(journal), {Field.COMPANY: "Birch", Field.ROLE: "Analyst"})
    newer(journal, ACME, BIRCH)
    assert now(journal).at_row(3).id == number


def test_an_invite_added_by_hand_stays_when_the_sheet_does_not_have_it():
    journal = holding(ACME)
    number = journal.record.invite(now(journal), {Field.COMPANY: "Birch"})
    newer(journal, ACME, CEDAR)
    assert now(journal).invite(number).present


def test_an_invite_deleted_in_the_page_stays_deleted_in_the_newer_sheet():
    journal = holding(ACME, BIRCH)
    journal.record.removal(now(journal), 1)
    newer(journal, BIRCH, ACME)
    assert list(present_invites(now(journal))[Field.COMPANY]) == ["Birch"]


def test_the_same_file_again_adds_nothing_to_the_history():
    journal = holding(ACME)
    before = now(journal)
    newer(journal, ACME)
    assert now(journal) == before


def test_the_same_file_read_otherwise_keeps_each_invite_on_its_line():
    journal = holding(ACME, BIRCH)
    journal.record.edit(now(journal), 2, Field.INTEREST, 5)
    read = [{"role": "Acme"}, {"role": "Birch"}]
    newer(journal, *read, content=repr((ACME, BIRCH)).encode(), choices='{"date_order": "dmy"}')
    state = now(journal)
    assert [(one.id, one.row, one.value(Field.ROLE)) for one in state.invites] == [
        (1, 2, "Acme"),
        (2, 3, "Birch"),
    ]
    assert not any(one.changes for one in state.invites)
    assert state.invites[1].value(Field.INTEREST) == 5.0


def test_another_sheet_of_the_same_workbook_is_not_matched_by_line():
    journal = holding(ACME)
    content = repr((ACME,)).encode()
    matching = newer(journal, BIRCH, content=content, choices='{"sheet": "Old"}')
    assert (matching.same, matching.new, matching.gone) == ({}, (2,), (1,))


def test_undo_of_an_upload_brings_the_sheet_before_it_back():
    journal = holding(ACME, BIRCH)
    before = now(journal)
    newer(journal, CEDAR)
    journal.record.undo(now(journal))
    assert now(journal).invites == before.invites
    assert now(journal).upload == before.upload


def test_a_company_column_recognised_late_lets_lines_join_their_earlier_invites():
    journal = holding(ACME, BIRCH)
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    nameless = [{**row, "company": None, "start": None} for row in (BIRCH, CEDAR, ACME)]
    newer(journal, *nameless, content=b"renamed")
    journal.record.override(now(journal), 5, "accept", "A friend")
    assert [one.gone_since is None for one in now(journal).invites] == [False, False, *[True] * 3]
    matching = newer(journal, BIRCH, CEDAR, ACME, content=b"renamed", choices='{"columns": {}}')
    assert matching.joined == {3: 2, 5: 1}
    acme = now(journal).at_row(4)
    assert (acme.id, acme.value(Field.INTEREST), acme.override.reason) == (1, 5.0, "A friend")
    assert [one.id for one in now(journal).invites if one.present] == [1, 2, 4]


def test_a_line_that_was_found_at_once_joins_no_other_invite_later():
    journal = holding(ACME, BIRCH)
    newer(journal, ACME, content=b"newer")
    matching = newer(journal, BIRCH, content=b"newer", choices='{"columns": {}}')
    assert matching.joined == {}
    assert now(journal).at_row(2).id == 1


def test_what_was_said_of_a_sheet_is_remembered_through_sheets_of_other_headings():
    journal = in_memory()
    for shape, said in (("a", "day first"), ("b", "month first"), ("a", "day first, surely")):
        rows = sheet(ACME, content=said.encode())
        journal.record.upload(now(journal), replace(rows, remembered={shape: said}))
    assert now(journal).remembered == {"a": "day first, surely", "b": "month first"}
    journal.record.undo(now(journal))
    assert now(journal).remembered["a"] == "day first"
