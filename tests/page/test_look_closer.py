"""Trying out other answers, and the closer looks: compare, pin, map, money and time."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from advisor.page.compare import place_key
from advisor.page.state import Key
from advisor.page.what_if import If
from advisor.views.tables import Column

ROOT = Path(__file__).parents[2]


@pytest.fixture
def page():
    """The page as it first opens, on the sample."""
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()


def verdicts(page):
    table = next(one.value for one in page.dataframe if Column.VERDICT in one.value.columns)
    return table.set_index(Column.COMPANY)[Column.VERDICT].to_dict()


def texts(page):
    return [one.value for one in page.text]


def test_what_is_tried_out_names_every_verdict_it_changes_and_back_drops_it(page):
    before = verdicts(page)
    page.number_input(key=If.REASON_HOURS).set_value(2.0).run()
    assert not page.exception
    after = verdicts(page)
    changed = {name for name in before if before[name] != after[name]}
    assert changed
    told = texts(page)
    count = next(line for line in told if line.endswith((" verdicts change:", " verdict changes:")))
    assert int(count.split()[0]) == len(changed)
    page.button(key="if_back").click().run()
    assert verdicts(page) == before
    assert page.slider(key=Key.REASON_HOURS).value == 8.0


def test_what_is_kept_becomes_the_persons_own_answer(page):
    page.checkbox(key=Key.NO_WORRY).check().run()
    page.number_input(key=If.RUNWAY).set_value(1.0).run()
    tried = verdicts(page)
    page.button(key="if_keep").click().run()
    assert not page.exception
    assert page.number_input(key=Key.RUNWAY).value == 1.0
    assert not page.checkbox(key=Key.NO_WORRY).value
    assert page.number_input(key=If.RUNWAY).value is None
    assert verdicts(page) == tried


def test_an_answer_equal_to_ones_own_changes_nothing_and_asks_nothing(page):
    page.number_input(key=If.REASON_HOURS).set_value(8.0).run()
    assert not page.exception
    assert not [one for one in page.button if one.key == "if_keep"]


def look(page, name):
    page.segmented_control(key=Key.LOOK).set_value(name).run()
    assert not page.exception


def test_nothing_is_looked_at_closer_until_asked(page):
    assert page.segmented_control(key=Key.LOOK).value is None


def test_two_invites_are_compared_in_one_sentence(page):
    look(page, "Compare")
    assert None not in {page.selectbox(key=place_key(place)).value for place in (0, 1)}
    assert any("in all " in text and " wins on " in text for text in texts(page))
    page.selectbox(key=place_key(1)).set_value(None).run()
    assert not page.exception


@pytest.mark.parametrize("name", ["Map", "Money and time"])
def test_a_closer_look_opens(page, name):
    before = len(texts(page))
    look(page, name)
    assert len(texts(page)) >= before


def test_a_pinned_ranking_names_the_verdicts_that_changed_until_it_is_removed(page):
    look(page, "Pin this ranking")
    page.text_input(key=Key.PIN_NAME).set_value("calm").run()
    page.button(key="pin_it").click().run()
    assert not page.exception
    assert "calm" in texts(page)
    assert "No verdict changes." in texts(page)
    page.slider(key=Key.REASON_HOURS).set_value(2.0).run()
    assert any(text.endswith("→ decline") for text in texts(page))
    page.button(key="unpin_0").click().run()
    assert "calm" not in texts(page)


def test_the_opened_invite_is_worked_through_where_one_asks_for_it(page):
    assert not any("That meets" in one.value for one in page.markdown)
    page.session_state[Key.WORKED] = True
    page.run()
    assert not page.exception
    (sums,) = [one.value for one in page.markdown if "That meets" in one.value]
    assert sums.count("That meets") == 6
    assert any(one.value.startswith("All six together: ") for one in page.markdown)
