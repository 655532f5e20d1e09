"""What a person does is kept, comes back, and can be taken back."""

from datetime import date, datetime

import pandas as pd
import pytest

from advisor.journal import Debrief, JournalError, Outcome, SheetRead, present_invites
from advisor.journal.state import Edit
from advisor.rules.columns import START_HAS_TIME, Field
from advisor.rules.motivations import Motive
from advisor.rules.profile import Offer, Profile
from tests.decision.invites import table
from tests.journal.journals import MORNING, in_file, in_memory, now, sheet

ACME = {"company": "Acme", "role": "Engineer", "start": "2027-02-01T10:00", "interest": 3.0}
BIRCH = {"company": "Birch", "role": "Analyst", "start": "2027-02-03", "first_choice": 1.0}


def test_what_was_entered_is_there_after_a_restart(tmp_path):
    journal = in_file(tmp_path / "journal.sqlite3")
    journal.record.upload(now(journal), sheet(ACME, BIRCH, content=b"bytes", choices='{"a": 1}'))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    journal.record.override(now(journal), 2, "accept", "An old friend works there")
    journal.record.profile(now(journal), Profile(runway_months=3))
    before = now(journal)
    journal.close()
    again = in_file(tmp_path / "journal.sqlite3")
    assert now(again) == before
    assert again.content(before.person.id, before.upload.digest) == b"bytes"


def test_invites_come_back_as_the_table_they_were_read_into():
    journal = in_memory()
    invites = table([ACME, BIRCH], first=5)
    read = SheetRead(content=b"", name="mine.csv", choices="{}", invites=invites)
    journal.record.upload(now(journal), read)
    pd.testing.assert_frame_equal(present_invites(now(journal)), invites)


def test_an_edit_wins_over_the_sheet_and_the_sheet_stays_as_it_was_read():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    (invite,) = now(journal).invites
    assert (invite.value(Field.INTEREST), invite.cells[Field.INTEREST]) == (5.0, 3.0)


def test_an_edit_can_empty_a_cell():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.INTEREST, None)
    assert now(journal).invites[0].value(Field.INTEREST) is None
    assert present_invites(now(journal))[Field.INTEREST].isna().all()


def test_dropping_an_edit_lets_the_sheet_speak_again():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    journal.record.sheet_value(now(journal), 1, Field.INTEREST)
    assert now(journal).invites[0].value(Field.INTEREST) == 3.0


@pytest.mark.parametrize(
    ("start", "timed"),
    [(date(2027, 3, 1), False), (datetime.fromisoformat("2027-03-01T00:00"), True)],
)
def test_a_bare_day_and_midnight_are_told_apart(start, timed):
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.START, start)
    invites = present_invites(now(journal))
    assert invites[Field.START].iloc[0] == pd.Timestamp(2027, 3, 1)
    assert bool(invites[START_HAS_TIME].iloc[0]) is timed


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        (Field.PAY, "lots", "Pay must be a number, not 'lots'"),
        (Field.PAY, float("nan"), "Pay must be a number, not nan"),
        (Field.START, "soon", "Interview date must be a day or a day and time, not 'soon'"),
        (Field.COMPANY, 3, "Company must be text, not 3"),
        (Field.FIRST_CHOICE, "perhaps", "First choice must be True or False, not 'perhaps'"),
    ],
)
def test_a_cell_that_its_column_cannot_hold_is_refused_and_nothing_is_kept(key, value, said):
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    seen = now(journal)
    with pytest.raises(ValueError, match=said):
        journal.record.edit(seen, 1, key, value)
    assert now(journal) == seen


def test_several_edits_are_kept_all_or_none():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    seen = now(journal)
    with pytest.raises(JournalError, match="This invite is no longer here"):
        journal.record.edits(seen, {(1, Field.INTEREST): 5, (99, Field.INTEREST): 5})
    assert now(journal) == seen


def test_an_override_is_the_persons_own_decision_and_reason():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.override(now(journal), 1, "decline", "Too far")
    invites = present_invites(now(journal))
    assert invites[[Field.MY_DECISION, Field.MY_REASON]].to_numpy().tolist() == [
        ["decline", "Too far"]
    ]
    journal.record.override(now(journal), 1, None)
    assert now(journal).invites[0].override is None


def test_a_debrief_is_kept_and_the_last_one_is_there_for_the_next_preparation():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME, BIRCH))
    noted = Debrief(
        went_well="Good questions",
        to_improve="Shorter answers",
        interest_from=3.0,
        interest_to=4.5,
        people_met=("Ada", "the head of sales"),
        outcome=Outcome.NEXT_ROUND,
        held=date(2027, 2, 1),
    )
    journal.record.debrief(now(journal), 1, noted)
    journal.record.debrief(now(journal), 2, Debrief(went_well="Short", held=date(2027, 1, 20)))
    assert now(journal).invite(1).debrief == noted
    assert now(journal).last_debrief == noted


def test_only_the_fields_that_changed_are_said_and_each_knows_when():
    journal = in_memory()
    journal.record.profile(now(journal), Profile(runway_months=float("inf")), at=MORNING)
    journal.record.profile(
        now(journal),
        Profile(
            runway_months=float("inf"),
            offer=Offer.WRITTEN,
            first_choice_date=date(2027, 3, 3),
            first_choices={"Acme": ("Birch",)},
        ),
    )
    state = now(journal)
    assert state.profile.runway_months == float("inf")
    assert state.profile.first_choices == {"Acme": ("Birch",)}
    assert state.said["runway_months"] == MORNING
    assert set(state.said) == {
        "runway_months",
        "offer",
        "first_choice_date",
        "first_choices",
    }


def test_priorities_of_a_preset_are_one_act_that_undo_takes_back_whole():
    journal = in_memory()
    weights = dict.fromkeys(Motive, 5.0) | {Motive.MONEY: 9.0}
    journal.record.profile(now(journal), Profile(weights=weights, runway_months=1))
    journal.record.undo(now(journal))
    assert now(journal).profile == Profile()


def test_a_profile_that_did_not_change_adds_nothing_to_the_history():
    journal = in_memory()
    seen = now(journal)
    assert journal.record.profile(seen, Profile()) == seen.version
    assert now(journal).last is None


def test_an_invite_added_by_hand_takes_part_and_has_no_line_in_the_sheet():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    number = journal.record.invite(now(journal), {Field.COMPANY: "Cedar"})
    invites = present_invites(now(journal))
    assert invites[Field.COMPANY].to_dict() == {2: "Acme", -number: "Cedar"}


def test_a_deleted_invite_leaves_the_ranking_and_undo_brings_it_back():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME, BIRCH))
    journal.record.removal(now(journal), 1)
    assert list(present_invites(now(journal)).index) == [3]
    journal.record.undo(now(journal))
    assert list(present_invites(now(journal)).index) == [2, 3]


def test_a_pinned_ranking_can_be_looked_back_at_and_taken_down():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME, BIRCH))
    journal.record.pin(now(journal), "before", [2, 1])
    assert [pin.order for pin in now(journal).pins] == [(2, 1)]
    journal.record.pin(now(journal), "before", None)
    assert now(journal).pins == ()


def test_the_state_as_it_was_on_a_day_does_not_know_what_came_later():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME), at=datetime.fromisoformat("2027-01-04T09:00Z"))
    tuesday = datetime.fromisoformat("2027-01-05T09:00Z")
    journal.record.edit(now(journal), 1, Field.INTEREST, 4, at=tuesday)
    journal.record.edit(
        now(journal), 1, Field.INTEREST, 1, at=datetime.fromisoformat("2027-01-06T09:00Z")
    )
    then = journal.state(journal.people.current().id, at=tuesday)
    assert then.invites[0].edits == {Field.INTEREST: Edit(value=4.0, at=tuesday)}


def test_a_moment_without_a_time_zone_is_refused():
    journal = in_memory()
    with pytest.raises(ValueError, match="keeps moments in UTC; 2027-01-01 00:00:00 has no time"):
        journal.record.upload(now(journal), sheet(ACME), at=datetime(2027, 1, 1))  # noqa: DTZ001 - the point


def test_with_nothing_done_there_is_nothing_to_undo():
    journal = in_memory()
    with pytest.raises(JournalError, match="There is nothing to undo"):
        journal.record.undo(now(journal))


def test_redo_brings_back_what_undo_took_until_something_new_is_done():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    journal.record.undo(now(journal))
    journal.record.redo(now(journal))
    assert now(journal).invites[0].value(Field.INTEREST) == 5.0
    journal.record.undo(now(journal))
    journal.record.edit(now(journal), 1, Field.PAY, 100)
    with pytest.raises(JournalError, match="There is nothing to redo"):
        journal.record.redo(now(journal))


def test_a_state_once_read_is_not_changed_by_what_is_recorded_later():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME))
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    before = now(journal)
    journal.record.edit(before, 1, Field.PAY, 100)
    assert Field.PAY in now(journal).invites[0].edits
    assert Field.PAY not in before.invites[0].edits


def test_invites_are_derived_anew_only_where_something_of_them_changed():
    journal = in_memory()
    journal.record.upload(now(journal), sheet(ACME, BIRCH))
    before = now(journal).invites
    journal.record.profile(now(journal), Profile(runway_months=3))
    assert now(journal).invites is before
    journal.record.edit(now(journal), 1, Field.INTEREST, 5)
    assert now(journal).invites[0].value(Field.INTEREST) == 5.0
