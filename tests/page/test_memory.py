"""What the page remembers: another visit, a second window, and where nothing may be kept."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import streamlit as st

from advisor.journal import Keeping, Place, open_journal
from advisor.page import keeping
from advisor.page.history import MOMENT
from advisor.page.kept_line import PANEL
from advisor.page.state import Key
from advisor.views.tables import Column
from tests.page.sheets import HEALTHY, POLLUTED, open_page, press, ranked, texts, upload
from tests.page.test_after import debrief, open_row


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A journal of the test's own, in a file."""
    path = tmp_path / "journal.sqlite3"
    monkeypatch.setenv("ADVISOR_JOURNAL", str(path))
    yield path
    st.cache_resource.clear()


def rating(page, beginning="rating_interest_"):
    return next(one for one in page.number_input if one.key.startswith(beginning))


def told(page):
    return " ".join(texts(page))


def test_a_number_entered_about_the_sample_is_there_on_the_next_visit(file):
    page = open_page()
    page.slider(key=Key.REASON_HOURS).set_value(4.0).run()
    rating(page).set_value(1.0).run()
    again = open_page()
    assert again.slider(key=Key.REASON_HOURS).value == 4.0
    assert ranked(again).equals(ranked(page))


def test_everything_about_a_sheet_is_there_on_the_next_visit(file):
    page = upload(open_page(), "mine.csv", POLLUTED)
    order = next(box for box in page.selectbox if box.label.startswith("Which comes first"))
    order.set_value("mdy").run()
    open_row(page, 3)
    rating(page).set_value(2.0).run()
    next(one for one in page.segmented_control if one.label == "Your own word").set_value(
        "decline"
    ).run()
    next(one for one in page.text_input if one.label == "Because").set_value("a hunch").run()
    next(one for one in page.text_area if one.key.startswith("letter_")).set_value("Hello").run()
    page.number_input(key=Key.RUNWAY).set_value(2.5).run()
    again = open_row(open_page(), 3)
    assert "mine.csv: 4 rows read, 3 invites, 1 set aside" in texts(again)
    assert ranked(again).equals(ranked(page))
    assert ranked(again)[Column.WHEN].min().month == 3
    assert rating(again).value == 2.0
    assert "Your reason: a hunch" in texts(again)
    assert again.number_input(key=Key.RUNWAY).value == 2.5
    assert "Hello" in [one.value for one in again.text_area]


def test_notes_and_pins_are_there_on_the_next_visit(file):
    content = b"Company,Interview date,Prep hours willing\nAlder,2026-01-14 10:00,6\n"
    page = upload(open_page(), "mine.csv", content)
    debrief(page, 2, went_well="calm", people_met="Dana; Eve")
    page.segmented_control(key=Key.LOOK).set_value("Pin this ranking").run()
    page.text_input(key=Key.PIN_NAME).set_value("before").run()
    page.button(key="pin_it").click().run()
    again = open_page()
    again.segmented_control(key=Key.LOOK).set_value("Pin this ranking").run()
    assert "before" in texts(again)
    open_row(again, 2)
    assert "calm" in [one.value for one in again.text_area]
    assert "Dana; Eve" in [one.value for one in again.text_input]


def test_a_second_window_shows_what_the_first_has_entered_at_its_next_run(file):
    first = upload(open_page(), "mine.csv", HEALTHY)
    second = open_page()
    rating(first).set_value(2.0).run()
    first.number_input(key=Key.RUNWAY).set_value(3.0).run()
    second.number_input(key=Key.PREP_EACH).set_value(5.0).run()
    assert ranked(second).equals(ranked(first.run()))
    assert second.number_input(key=Key.RUNWAY).value == 3.0
    assert first.number_input(key=Key.PREP_EACH).value == 5.0


def test_two_windows_that_change_the_same_number_never_overwrite_each_other_in_silence(file):
    first = upload(open_page(), "mine.csv", HEALTHY)
    second = open_page()
    rating(first).set_value(2.0).run()
    rating(second).set_value(4.0).run()
    assert "This was changed in another window at" in told(second)
    assert rating(second).value == 2.0
    rating(second).set_value(4.0).run()
    assert "This was changed" not in told(second)
    assert rating(first.run()).value == 4.0


def test_two_windows_that_give_the_same_answer_otherwise_hear_of_it(file):
    first, second = open_page(), open_page()
    first.slider(key=Key.REASON_HOURS).set_value(4.0).run()
    second.slider(key=Key.REASON_HOURS).set_value(12.0).run()
    assert "This was changed in another window at" in told(second)
    assert second.slider(key=Key.REASON_HOURS).value == 4.0


def test_a_sheet_dropped_on_one_window_is_the_sheet_of_the_other(file):
    first, second = open_page(), open_page()
    upload(first, "mine.csv", HEALTHY)
    second.slider(key=Key.REASON_HOURS).set_value(4.0).run()
    assert not second.exception
    assert "mine.csv: 2 rows read, 2 invites, 0 set aside" in texts(second)


def test_undo_takes_back_whatever_was_done_last_and_redo_brings_it_back(file):
    page = upload(open_page(), "mine.csv", HEALTHY)
    before = ranked(page)
    rating(page).set_value(2.0).run()
    after = ranked(page)
    page.number_input(key=Key.RUNWAY).set_value(2.5).run()
    press(page, "Undo")
    assert page.number_input(key=Key.RUNWAY).value is None
    assert ranked(page).equals(after)
    press(page, "Undo")
    assert ranked(page).equals(before)
    press(page, "Redo")
    assert ranked(page).equals(after)
    assert not next(one for one in page.button if one.label == "Undo").disabled


def test_an_upload_taken_back_shows_what_stood_before_and_is_not_taken_in_again(file):
    page = upload(open_page(), "mine.csv", HEALTHY)
    press(page, "Undo")
    assert len(ranked(page)) == 14
    page.run()
    assert len(ranked(page)) == 14
    press(page, "Redo")
    assert len(ranked(page)) == 2


def test_the_sample_itself_cannot_be_taken_back(file):
    page = open_page()
    assert next(one for one in page.button if one.label == "Undo").disabled
    page.slider(key=Key.REASON_HOURS).set_value(4.0).run()
    press(page, "Undo")
    assert page.slider(key=Key.REASON_HOURS).value == 8.0
    assert next(one for one in page.button if one.label == "Undo").disabled


def test_where_nothing_is_kept_the_page_says_so_and_the_next_visit_begins_anew():
    page = upload(open_page(), "mine.csv", HEALTHY)
    assert "This copy keeps nothing; download your workbook." in [c.value for c in page.caption]
    assert len(ranked(open_page())) == 14


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("0.0.0.0", {}),
        (None, {}),
        ("127.0.0.1", {"Host": "advisor.example.org"}),
        ("127.0.0.1", {"Host": "localhost:8501", "X-Forwarded-For": "203.0.113.7, 127.0.0.1"}),
        ("localhost", {"Host": "localhost", "X-Forwarded-Host": "advisor.example.org"}),
    ],
)
def test_a_page_that_others_can_reach_writes_nothing(file, monkeypatch, address, headers):
    option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda name: address if name == "server.address" else option(name)
    )
    monkeypatch.setattr(keeping, "asked_with", lambda: headers)
    page = open_page()
    assert "nothing of it is kept" in told(page)
    assert not any("stays" in one.value for one in [*page.text, *page.markdown])
    page = upload(page, "mine.csv", HEALTHY)
    assert len(ranked(page)) == 2
    assert "This copy keeps nothing; download your workbook." in [c.value for c in page.caption]
    assert not file.exists()
    assert len(ranked(open_page())) == 14


def test_a_page_asked_for_by_this_computer_keeps_what_is_entered(file, monkeypatch):
    monkeypatch.setattr(keeping, "asked_with", lambda: {"Host": "[::1]:8501"})
    page = open_page()
    assert "it stays on this computer" in told(page)
    upload(page, "mine.csv", HEALTHY)
    assert len(ranked(open_page())) == 2


def test_a_journal_in_memory_lasts_from_one_visit_to_the_next(monkeypatch):
    monkeypatch.setenv("ADVISOR_JOURNAL", ":memory:")
    upload(open_page(), "mine.csv", HEALTHY)
    assert len(ranked(open_page())) == 2
    st.cache_resource.clear()
    assert len(ranked(open_page())) == 14
    st.cache_resource.clear()


def panel(page):
    page.session_state[PANEL] = True
    return page.run()


def test_the_history_says_what_was_done_in_words(file):
    page = upload(open_page(), "mine.csv", HEALTHY)
    rating(page).set_value(2.0).run()
    page.number_input(key=Key.RUNWAY).set_value(2.5).run()
    press(page, "Undo")
    table = next(one.value for one in panel(page).dataframe if "What" in one.value.columns)
    assert table["What"].tolist() == [
        "taken back: the months your money lasts",
        "the months your money lasts",
        "Interest of Alder, Clerk",
        "a sheet, or how it is read",
    ]


def noted(page, text):
    assert not page.exception
    assert text in told(page)
    assert "This copy keeps nothing; download your workbook." in [c.value for c in page.caption]
    return upload(page, "mine.csv", HEALTHY)


def test_a_journal_from_the_future_is_left_alone_and_the_page_works_without(file):
    newer = sqlite3.connect(file)
    newer.executescript("PRAGMA application_id = 1229015601; PRAGMA user_version = 99;")
    newer.close()
    before = file.read_bytes()
    page = noted(open_page(), "was written by a newer version of the advisor")
    assert len(ranked(page)) == 2
    assert file.read_bytes() == before


def test_nothing_is_said_to_be_deleted_of_a_journal_that_cannot_be_changed(file):
    newer = sqlite3.connect(file)
    newer.executescript("PRAGMA application_id = 1229015601; PRAGMA user_version = 99;")
    newer.close()
    page = panel(open_page())
    assert f"or delete it yourself: {file}" in told(page)
    assert {one.key for one in page.button}.isdisjoint({"delete_person", "delete_everything"})


def test_a_damaged_journal_is_set_aside_by_name_and_a_new_one_begun(file):
    file.write_bytes(b"no database at all" * 1000)
    page = upload(open_page(), "mine.csv", HEALTHY)
    assert "It was set aside unchanged as" in told(page)
    assert len(ranked(open_page())) == 2


def test_a_folder_that_cannot_be_written_is_said_and_the_page_works_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("ADVISOR_JOURNAL", str(tmp_path / "file" / "journal.sqlite3"))
    page = noted(open_page(), "Nothing you enter will be kept. Make its folder writable")
    assert len(ranked(page)) == 2


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("PRAGMA query_only = ON", "can be read but not written"),
        ("PRAGMA max_page_count = 1", "most likely because the disk is full"),
    ],
)
def test_a_disk_that_takes_no_more_is_said_and_the_page_works_on_without(file, setting, said):
    page = upload(open_page(), "mine.csv", HEALTHY)
    with keeping._shared(Place(keeping=Keeping.FILE, path=file))._store.alone() as connection:
        connection.execute(setting)
    notes = "x" * 20_000
    next(one for one in page.text_area if one.key.startswith("letter_")).set_value(notes).run()
    assert not page.exception
    assert said in told(page)
    assert "The page works on, but nothing you enter from now on is kept" in told(page)
    rating(page).set_value(2.0).run()
    assert rating(page).value == 2.0


@pytest.mark.parametrize("reason", [24.0, 0.5])
def test_an_answer_beyond_what_one_would_type_outlasts_the_next_one(file, reason):
    large = {"runway_months": 700.0, "months_since_external_interview": 900.0}
    large |= {"prep_hours_per_week": 150.0, "hours_per_reason": reason, "take_home_share": 0.725}
    upload(open_page(), "mine.csv", HEALTHY)
    kept = open_journal(Place(keeping=Keeping.FILE, path=file))
    person = kept.people.current().id
    state = kept.state(person)
    kept.record.profile(state, replace(state.profile, **large))
    page = open_page()
    page.number_input(key=Key.PREP_EACH).set_value(3.0).run()
    after = kept.state(person).profile
    kept.close()
    assert {name: getattr(after, name) for name in large} == large
    assert after.prep_hours_each == 3.0


def test_the_persons_are_kept_apart_and_come_back_by_name(file):
    page = upload(open_page(), "mine.csv", HEALTHY)
    panel(page).text_input(key="person_new").set_value("Bea")
    press(page, "Begin a new person")
    assert len(ranked(page)) == 14
    assert open_page().number_input(key=Key.RUNWAY).value is not None
    page.number_input(key=Key.RUNWAY).set_value(2.5).run()
    panel(page).selectbox(key="person_who").set_value(1).run()
    assert not page.exception
    assert len(ranked(page)) == 2
    assert page.number_input(key=Key.RUNWAY).value is None


def test_delete_everything_deletes_and_says_what_it_did(file):
    page = panel(upload(open_page(), "secret name.csv", HEALTHY))
    assert next(one for one in page.button if one.key == "delete_everything").disabled
    page.checkbox(key="sure_to_delete").check().run()
    page.button(key="delete_everything").click().run()
    assert not page.exception
    assert "Deleted: persons 1, uploaded sheets 1, entries 1, files set aside 0." in told(page)
    assert "The journal's file was overwritten." in told(page)
    assert b"secret name" not in file.read_bytes()
    assert len(ranked(open_page())) == 14


def test_the_ranking_as_it_was_is_shown_until_one_goes_back(file):
    page = upload(open_page(), "mine.csv", HEALTHY)
    before = ranked(page)
    moment = datetime.now(UTC)
    rating(page).set_value(1.0).run()
    page.session_state[MOMENT] = moment
    page.run()
    assert not page.exception
    found = [one for one in page.dataframe if Column.VERDICT in one.value.columns]
    then, now = found
    assert then.value[Column.WORTH].tolist() == before[Column.WORTH].tolist()
    assert then.proto.columns == now.proto.columns, "its hours and days are written alike"
    press(page, "Back to now")
    assert len([one for one in page.dataframe if Column.VERDICT in one.value.columns]) == 1


def test_what_was_said_of_a_sheet_counts_for_the_next_one_like_it_on_a_later_visit(file):
    page = upload(open_page(), "mine.csv", POLLUTED)
    next(b for b in page.selectbox if b.label.startswith("Which comes first")).set_value("mdy")
    page.run()
    upload(page, "other.csv", HEALTHY)
    newer = POLLUTED.replace(b"Cedar", b"Dogwood")
    again = upload(open_page(), "newer.csv", newer)
    assert not any(box.label.startswith("Which comes first") for box in again.selectbox)
    assert ranked(again)[Column.WHEN].min().month == 3
    press(again, "Undo what you said last time")
    assert any(box.label.startswith("Which comes first") for box in again.selectbox)


def test_a_journal_deleted_while_two_windows_are_open_leaves_each_what_it_had(file):
    first, second = upload(open_page(), "mine.csv", HEALTHY), open_page()
    for one in file.parent.iterdir():
        one.unlink()
    for page in (first, second):
        rating(page).set_value(2.0).run()
        assert not page.exception
        assert "was deleted or moved. This last change was not kept" in told(page)
        assert len(ranked(page)) == 2
        rating(page).set_value(4.0).run()
        assert rating(page).value == 4.0
    assert len(ranked(open_page())) == 14
