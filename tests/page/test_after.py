"""What comes after the verdict: the reply, the weeks, the debrief."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from advisor.page import ranking
from advisor.page.carrying import pack
from advisor.page.kept import Manners
from advisor.page.state import Key, weight_key
from advisor.page.take_along import _workbook
from advisor.rules.motivations import Motive
from advisor.views.tables import Column

ROOT = Path(__file__).parents[2]
RUNS = "=cmd|' /C calc'!A0"
SHEET = f'''Company,Role,Contact,Interview date,Interest (1-5),Prep hours willing
"{RUNS}",Clerk,"Tom Feld <tom@feld.example>",2027-01-14 10:00,5,6
Birch,![](http://x.example/a.png),,2027-01-15 09:00,1,1
'''.encode()


@pytest.fixture
def page():
    """The page on a small sheet of the person's own."""
    fresh = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    fresh.file_uploader(key=Key.UPLOAD).upload("mine.csv", SHEET)
    return fresh.run()


def written(page):
    return next(one for one in page.text_area if one.key.startswith("letter_"))


def mail_link(page):
    return next(one.proto.url for one in page.get("link_button"))


def open_row(page, row):
    page.session_state[Key.OPENED] = row
    return page.run()


def test_the_opened_invite_holds_the_reply_to_send(page):
    assert not page.exception
    assert written(page).value.startswith("Hi Tom,")
    assert f"at {RUNS}." in written(page).value
    assert mail_link(page).startswith("mailto:tom%40feld.example?subject=".replace("%40", "@"))


def test_the_reply_follows_tone_and_name(page):
    page.text_input(key=Manners.NAME).set_value("Sam Reed")
    page.segmented_control(key=Manners.TONE).set_value("formal").run()
    assert written(page).value.startswith("Dear Tom Feld,")
    assert written(page).value.endswith("Yours sincerely,\nSam Reed")


def test_a_changed_reply_is_what_the_mail_program_gets_and_is_still_there_later(page):
    written(page).set_value("Hello & goodbye").run()
    assert unquote(mail_link(page)).endswith("body=Hello & goodbye")
    open_row(page, 3)
    assert written(page).value.startswith("Hi there,")
    open_row(page, 2)
    assert written(page).value == "Hello & goodbye"


def test_a_decline_says_why_only_when_asked_to(page):
    open_row(page, 3)
    assert "I could not prepare" not in written(page).value
    page.checkbox(key=Manners.WHY).check().run()
    assert "I could not prepare" in written(page).value


def test_a_persons_words_never_become_markup_in_a_reply(page):
    open_row(page, 3)
    assert "![](http://x.example/a.png)" in written(page).value
    for spoken in (*page.markdown, *page.caption):
        assert "x.example" not in spoken.value
    assert "x.example/a" not in mail_link(page)


def test_the_weeks_show_the_plan_and_what_stays_out(page):
    assert any(text.value.startswith("1 interview: 4 h of preparation") for text in page.text)
    assert any(one.value.startswith("Green: the interview") for one in page.caption)
    taken, left = page.dataframe[-2:]
    assert taken.value["Invite"].tolist() == [RUNS]
    assert left.value["Left out because"].tolist() == ["you will not prepare enough for it"]


def over(name, days):
    held = datetime.now(UTC).astimezone().date() - timedelta(days=days)
    return f"{name},Clerk,{held} 10:00,4,6\n"


@pytest.fixture
def afterwards():
    """The page on three interviews that are over and one to come."""
    rows = "".join(over(name, day) for name, day in [("Ash", 61), ("Elm", 30), ("Fir", 0)])
    content = (
        f"Company,Role,Interview date,Interest (1-5),Prep hours willing\n{rows}Oak,Cook,,3,6\n"
    )
    fresh = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    fresh.file_uploader(key=Key.UPLOAD).upload("mine.csv", content.encode())
    return fresh.run()


def debrief(page, row, **told):
    open_row(page, row)
    fields = {
        one.key.split("_", 1)[1]: one
        for one in (*page.text_area, *page.number_input, *page.text_input)
        if one.key.startswith("debrief_")
    }
    for name, value in told.items():
        next(one for key, one in fields.items() if key.startswith(name)).set_value(value)
    next(one for one in page.button if one.label == "Keep the notes").click()
    return page.run()


def months_since(page):
    return page.number_input(key=Key.MONTHS).value


def test_a_debrief_tells_the_months_since_until_the_person_says_otherwise(afterwards):
    assert months_since(afterwards) is None
    debrief(afterwards, 2, went_well="**calm**")
    assert months_since(afterwards) == 2.0
    debrief(afterwards, 4, went_well="calmer")
    assert months_since(afterwards) == 0.0
    debrief(afterwards, 3, went_well="calmest")
    assert months_since(afterwards) == 0.0
    afterwards.number_input(key=Key.MONTHS).set_value(14.0).run()
    assert months_since(afterwards) == 14.0


def test_a_debrief_is_still_there_later(afterwards):
    debrief(afterwards, 2, went_well="**calm**", interest_to=5.0)
    assert not afterwards.exception
    open_row(afterwards, 3)
    open_row(afterwards, 2)
    notes = [one.value for one in afterwards.text_area if one.key.startswith("debrief_went_well")]
    assert notes == ["**calm**"]


def test_the_last_notes_stand_where_the_next_interview_is_prepared(afterwards):
    debrief(afterwards, 2, to_improve="**louder**")
    open_row(afterwards, 5)
    assert "To improve: **louder**" in [text.value for text in afterwards.text]
    assert not any("louder" in one.value for one in afterwards.markdown)


def test_three_debriefs_make_a_picture(afterwards):
    for row in (2, 3):
        debrief(afterwards, row, to_improve="louder", interest_to=5.0)
    assert "#### Looking back" not in [one.value for one in afterwards.markdown]
    debrief(afterwards, 4, to_improve="slower", interest_to=2.0)
    assert "#### Looking back" in [one.value for one in afterwards.markdown]
    assert "louder, in 2 of 3" in [text.value for text in afterwards.text]


def test_an_answer_changed_on_the_page_counts_at_once(page):
    before = [text.value for text in page.text]
    rating = next(one for one in page.number_input if one.key.startswith("rating_interest_"))
    rating.set_value(1.0).run()
    assert not page.exception
    assert [text.value for text in page.text] != before
    assert next(one for one in page.number_input if one.key == rating.key).value == 1.0


def test_the_persons_own_word_wins_and_can_be_taken_back(page):
    control = next(one for one in page.segmented_control if one.key.startswith("word_"))
    control.set_value("decline").run()
    assert written(page).value.count("this time") == 1
    next(one for one in page.text_input if one.key.startswith("word_why_")).set_value("no").run()
    assert not page.exception
    next(one for one in page.segmented_control if one.key == control.key).set_value(
        "as advised"
    ).run()
    assert written(page).value.startswith("Hi Tom,\n\nThank you so much for inviting me")
    assert "love to come" in written(page).value


def apart(write, packed):
    """A file as the page's server writes it: beside the page, which it cannot ask for anything."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(write, packed).result()


@pytest.fixture
def taken(monkeypatch):
    """Every workbook the page would hand out, newest last."""
    books = []
    monkeypatch.setattr(
        ranking,
        "take_along",
        lambda found: books.append(apart(_workbook, pack(found, contacts=False))),
    )
    return books


def figures_of(page):
    table = next(one.value for one in page.dataframe if Column.VERDICT in one.value.columns)
    return table.drop(columns=[Column.DAYS_LEFT])


def test_a_workbook_dropped_on_a_fresh_page_brings_everything_back(taken):
    page = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    for row, answer in ((3, 4.5), (5, 1.0), (9, 3.0)):
        open_row(page, row)
        rating = next(one for one in page.number_input if one.key.startswith("rating_interest_"))
        rating.set_value(answer).run()
    open_row(page, 10)
    word = next(one for one in page.segmented_control if one.key.startswith("word_"))
    word.set_value("accept").run()
    page.number_input(key=Key.RUNWAY).set_value(2.5)
    for place, motive in enumerate(Motive):
        page.session_state[weight_key(motive)] = 10.0 + 3 * place
    page.run()
    before, book = figures_of(page), taken[-1]
    fresh = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    assert not figures_of(fresh).equals(before)
    fresh.file_uploader(key=Key.UPLOAD).upload("invites_ranked.xlsx", book)
    fresh.run()
    assert not fresh.exception
    pd.testing.assert_frame_equal(figures_of(fresh), before)
    assert fresh.number_input(key=Key.RUNWAY).value == 2.5
    open_row(fresh, 10)
    assert next(one for one in fresh.segmented_control if one.key == word.key).value == "accept"


def test_a_debrief_comes_back_with_its_workbook(afterwards, taken):
    debrief(afterwards, 2, went_well="=1+1\n**calm**", interest_to=5.0, people_met="Dana")
    book = taken[-1]
    fresh = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    fresh.file_uploader(key=Key.UPLOAD).upload("invites_ranked.xlsx", book)
    fresh.run()
    open_row(fresh, 2)
    assert months_since(fresh) == 2.0
    notes = [one.value for one in fresh.text_area if one.key.startswith("debrief_went_well")]
    assert notes == ["=1+1\n**calm**"]
