"""The page as a person uses it: sample, upload, sliders, presets, files that are no tables."""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from advisor import read_invites
from advisor.page.sample import SAMPLE, moved_sheet, sample_person, weeks_to_move
from advisor.page.state import Key, enter_profile, entered_profile, weight_key
from advisor.page.table import A_PAGE
from advisor.page.words import as_label
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.rules.presets import PRESETS
from advisor.rules.profile import Profile
from advisor.views.tables import MOST_ROWS, Column

ROOT = Path(__file__).parents[2]
SHEET = b"""Company,Role,Interview date,Interest (1-5),Prep hours willing
Alder,Clerk,2027-01-14 10:00,5,6
Birch,Cook,2027-01-15 09:00,1,6
"""
HOSTILE = b"""Company,Role,Notes
"![](http://x.example/a.png)",":material/home: [link](http://x.example)",<script>alert(1)</script>
"=cmd|' /C calc'!A0",**bold** $x^2$,<img src=http://x.example/b.png>
"""


@pytest.fixture
def page():
    """The page as it first opens, on the sample."""
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()


def upload(page, name, content):
    page.file_uploader(key=Key.UPLOAD).upload(name, content)
    return page.run()


def table_of(page):
    return next(one.value for one in page.dataframe if Column.VERDICT in one.value.columns)


def texts(page):
    return [one.value for one in page.text]


def test_the_page_opens_on_the_sample_with_a_ranking_and_what_to_do_next(page):
    assert not page.exception
    table = table_of(page)
    assert len(table) == 14
    assert table[Column.RANK].tolist() == list(range(1, 15))
    assert any(text.startswith("You are looking at a made-up person") for text in texts(page))
    assert any(text.startswith(("Say yes to", "Decline", "Make up")) for text in texts(page))


def test_the_sample_never_looks_stale(page):
    left = table_of(page)[Column.DAYS_LEFT]
    assert left.min() >= 0
    assert left.min() < 7


def test_an_upload_replaces_the_sample_and_tells_what_was_read(page):
    upload(page, "mine.csv", SHEET)
    assert not page.exception
    assert "mine.csv: 2 rows read, 2 invites, 0 set aside" in texts(page)
    assert table_of(page)[Column.COMPANY].tolist() == ["Alder", "Birch"]


def test_an_uploaded_file_is_never_moved_to_other_dates(page):
    upload(page, "mine.csv", SHEET)
    assert table_of(page)[Column.WHEN].iloc[0] == pd.Timestamp("2027-01-14")


def test_the_sample_person_does_not_answer_for_the_owner_of_an_upload(page):
    assert page.number_input(key=Key.MONTHS).value is not None
    upload(page, "mine.csv", SHEET)
    assert page.number_input(key=Key.MONTHS).value is None
    assert page.number_input(key=Key.RUNWAY).value is None


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 nothing", b"", b"\x89PNG\r\n\x1a\n\x00\x00"], ids=["pdf", "empty", "png"]
)
def test_a_file_that_is_no_table_shows_one_sentence_and_the_sample_stays(page, content):
    before = len(texts(page))
    upload(page, "mine.csv", content)
    assert not page.exception
    assert len(table_of(page)) == 14
    assert len(texts(page)) == before + 1


def test_a_hostile_sheet_is_shown_as_text_and_never_as_markup(page):
    upload(page, "hostile.csv", HOSTILE)
    assert not page.exception
    for spoken in (*page.markdown, *page.caption, *page.subheader, *page.title):
        assert "x.example" not in spoken.value
        assert "material/home" not in spoken.value
    for button in page.button:
        assert "x.example" not in button.label
    assert "![](http://x.example/a.png)" in table_of(page)[Column.COMPANY].tolist()


def test_a_column_tells_the_verdict_first_and_last_how_little_is_known(page):
    upload(page, "mine.csv", b"Company\nAlder\n")
    (why,) = table_of(page)[Column.WHY]
    assert why.startswith("Ask first: ")
    assert why.endswith(". Little is known.")


def test_a_smaller_worth_of_a_reason_turns_accepts_into_declines(page):
    before = table_of(page)[Column.VERDICT]
    page.slider(key=Key.REASON_HOURS).set_value(2.0).run()
    after = table_of(page)[Column.VERDICT]
    assert (after == "✕ Decline").sum() > (before == "✕ Decline").sum()


def test_priorities_that_are_all_zero_count_as_equal_and_say_so(page):
    for motive in Motive:
        page.number_input(key=weight_key(motive)).set_value(0.0)
    page.run()
    assert not page.exception
    assert page.warning[0].value.startswith("All six are 0")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_fills_in_a_situation_and_priorities(page, preset):
    page.button(key=f"preset_{preset.name}").click().run()
    assert not page.exception
    points = [page.number_input(key=weight_key(motive)).value for motive in Motive]
    assert points == [100 * weight / sum(preset.weights) for weight in preset.weights]


def test_never_and_not_a_worry_are_answers(page):
    page.session_state[Key.BEHIND] = True
    page.checkbox(key=Key.NEVER).check()
    page.checkbox(key=Key.NO_WORRY).check().run()
    assert not page.exception
    assert page.number_input(key=Key.MONTHS).disabled
    assert any("no pressure" in one.value for one in page.markdown)


def test_a_sheet_of_headings_alone_says_so_and_the_sample_stays(page):
    before = len(texts(page))
    upload(page, "mine.csv", b"Company,Role\n")
    assert not page.exception
    assert len(texts(page)) == before + 1
    assert len(table_of(page)) == 14


def test_a_sheet_without_an_invite_says_so(page):
    upload(page, "mine.csv", b"Company,Role\nTotal,\n")
    assert not page.exception
    assert "mine.csv: 1 row read, 0 invites, 1 set aside" in texts(page)
    assert page.info[0].value == "There is no invite in this sheet yet."


def firms(count):
    rows = "".join(f"Firm {number},6\n" for number in range(count))
    return f"Company,Prep hours willing\n{rows}".encode()


def test_many_rows_are_capped_in_the_table_and_counted(page):
    upload(page, "many.csv", firms(MOST_ROWS + 204))
    assert not page.exception
    assert table_of(page)[Column.RANK].tolist() == [*range(1, A_PAGE + 1)]
    page.session_state[Key.TABLE_PAGE] = MOST_ROWS // A_PAGE
    page.run()
    assert table_of(page)[Column.RANK].tolist()[-1] == MOST_ROWS
    assert "and 204 more in the download" in [one.value for one in page.caption]


@pytest.mark.parametrize("left", [A_PAGE + 1, A_PAGE - 1], ids=["two pages", "one page"])
def test_a_page_of_the_table_that_is_there_no_more_gives_way_to_the_first(page, left):
    upload(page, "many.csv", firms(3 * A_PAGE))
    page.session_state[Key.TABLE_PAGE] = 3
    page.run()
    assert table_of(page)[Column.RANK].tolist()[0] == 2 * A_PAGE + 1
    page.file_uploader(key=Key.UPLOAD).clear()
    upload(page, "fewer.csv", firms(left))
    assert not page.exception
    assert table_of(page)[Column.RANK].tolist() == [*range(1, min(left, A_PAGE) + 1)]
    assert page.selectbox(key=Key.WHICH).options == table_of(page)[Column.COMPANY].tolist()


DOUBTFUL = b"""Comapny,When,Prep hours willing
Alder,03/04/2027,6
Birch,05/06/2027,6
"""


def test_what_was_decided_for_one_sheet_does_not_break_another_of_the_same_name(page):
    upload(page, "mine.csv", DOUBTFUL)
    next(one for one in page.button if one.label == "Confirm").click().run()
    page.file_uploader(key=Key.UPLOAD).clear()
    upload(page, "mine.csv", SHEET)
    assert not page.exception
    assert table_of(page)[Column.COMPANY].tolist() == ["Alder", "Birch"]


def test_columns_the_sheet_does_not_have_are_told_in_one_line(page):
    upload(page, "mine.csv", SHEET)
    next(one for one in page.toggle if one.label == "Check the sheet").set_value(True).run()
    (told,) = [one.value for one in page.caption if one.value.startswith("The sheet has no column")]
    assert "Reply by, Interview hours" in told


def test_the_one_answer_that_invites_wait_for_is_asked_until_it_is_given(page):
    upload(page, "mine.csv", b"Company\nAlder\nBirch\n")
    assert page.info[0].value.startswith("2 invites wait for one answer of yours: the hours you")
    page.number_input(key=Key.PREP_EACH).set_value(6.0).run()
    assert not page.info
    assert "? Ask first" not in table_of(page)[Column.VERDICT].tolist()


def test_what_was_entered_survives_a_second_upload(page):
    upload(page, "mine.csv", SHEET)
    page.number_input(key=Key.RUNWAY).set_value(2.5).run()
    page.file_uploader(key=Key.UPLOAD).clear()
    upload(page, "other.csv", SHEET.replace(b"Alder", b"Aspen"))
    assert page.number_input(key=Key.RUNWAY).value == 2.5


@pytest.mark.parametrize(
    "today", [date(2026, 3, 2), date(2027, 1, 7), date(2027, 1, 8), date(2031, 12, 31)]
)
def test_the_sample_moves_by_whole_weeks_to_begin_within_a_week(today):
    reading = read_invites(SAMPLE.read_bytes(), SAMPLE.name, today=today)
    by = weeks_to_move(reading.invites, today)
    first = moved_sheet(reading, by).invites[Field.REPLY_BY].min()
    assert by % timedelta(weeks=1) == timedelta(0)
    assert today <= first.date() < today + timedelta(weeks=1)
    person = sample_person(by)
    assert person.first_choice_date == date(2027, 1, 28) + by


def test_a_profile_survives_the_widgets():
    session: dict[str, object] = {}
    for person in (sample_person(timedelta(0)), Profile()):
        enter_profile(session, person)
        entered = entered_profile(session)
        assert entered.with_weights(person.weights) == person
        whole = sum(person.weights.values())
        points = {motive: 100 * weight / whole for motive, weight in person.weights.items()}
        assert entered.weights == points


def test_a_label_obeys_no_markup():
    assert as_label("![](http://x) :material/home:\n$x$") == (
        r"\!\[\]\(http\://x\) \:material/home\: \$x\$"
    )


def question(page):
    return [one.value for one in page.info]


def test_a_changed_rating_moves_its_own_bar_and_nothing_else(page):
    upload(page, "mine.csv", SHEET)
    before = table_of(page).set_index(Column.COMPANY)[Column.WORTH]
    ratings = [one for one in page.number_input if one.label == "Interest (1-5)"]
    (rating,) = [one for one in ratings if one.value == 5.0]  # the other is of an invite to add
    rating.set_value(2.0).run()
    assert not page.exception
    after = table_of(page).set_index(Column.COMPANY)[Column.WORTH]
    assert after["Alder"] < before["Alder"]
    assert after["Birch"] == before["Birch"]
    next(one for one in page.button if one.label == "Back to the sheet").click().run()
    assert table_of(page).set_index(Column.COMPANY)[Column.WORTH].equals(before)


def test_the_one_question_is_answered_where_it_is_asked(page):
    upload(page, "mine.csv", b"Company\nAlder\n")
    assert question(page)[-1] == "Will you prepare for it? That decides."
    asked = next(one for one in page.number_input if one.label == "Prep hours willing")
    asked.set_value(6.0).run()
    assert not page.exception
    assert table_of(page)[Column.VERDICT].tolist() == ["✓ Accept"]


def test_ones_own_word_is_told_with_its_reason_beside_what_the_verdict_would_be(page):
    upload(page, "mine.csv", SHEET)
    word = next(one for one in page.segmented_control if one.label == "Your own word")
    word.set_value("decline").run()
    assert not page.exception
    assert "✕ Decline" in table_of(page)[Column.VERDICT].tolist()
    told = "You decided this yourself; the verdict would be: accept."
    assert told in [one.value for one in page.caption]
    next(one for one in page.text_input if one.label == "Because").set_value("a hunch").run()
    assert "Your reason: a hunch" in texts(page)


def test_pay_in_another_currency_than_ones_own_is_said(page):
    upload(
        page, "mine.csv", b"Company,Pay,Prep hours willing\nAlder,$90000 USD,6\nBirch,EUR 500,6\n"
    )
    assert not page.info
    page.number_input(key=Key.ESSENTIALS).set_value(2000.0)
    page.text_input(key=Key.CURRENCY).set_value("EUR").run()
    assert not page.exception
    assert page.info[0].value.startswith("1 invite has its pay in another currency than EUR")
