"""What the browser is given for the live picture: all it needs, and no more than it may show."""

import json
from dataclasses import replace

import pytest

from advisor import Profile, assess
from advisor.rules.columns import Field
from advisor.rules.motivations import Motive
from advisor.rules.verdict import Decision
from advisor.views.preview import for_browser, preview
from advisor.views.scene import MOST_PREVIEWED, shown_rows
from advisor.views.strips import Strip, strips
from tests.decision.invites import table
from tests.views.scenes import scene_of

PERSON = Profile(prep_hours_each=5, first_choices={"Acme": []}, hours_per_reason=10)
RECORDS = [
    {"company": "Acme"},
    {"company": "Birch", "my_decision": "decline"},
    {"company": "Cobalt", "dealbreaker": "commission only"},
    {"company": "Dune", "prep_hours_needed": 3, "interest": 5, "closeness": 1},
]


def scene(records):
    invites = table(records)
    found = assess(invites, PERSON)
    return found.values, scene_of(invites, found, PERSON)


def by_name(records, **changes):
    values, drawn = scene(records)
    drawn = replace(drawn, **changes)
    return {row.name: row for row in preview(drawn, values, PERSON).rows}


def test_the_browser_learns_what_does_not_depend_on_priorities():
    values, drawn = scene(RECORDS)
    sent = preview(drawn, values, PERSON)
    rows = {row.name: row for row in sent.rows}
    assert (sent.full_worth, sent.toss_up) == (60.0, 2.0)
    assert rows["★ Acme"].first_choice
    assert rows["Birch"].own == "decline"
    assert rows["Cobalt"].aside == "blocked: commission only"
    assert rows["Dune"].values == tuple(values.loc[5, list(Motive)])


def test_a_planned_move_is_told_to_the_browser():
    _, drawn = scene(RECORDS)
    decisions = drawn.decisions.copy()
    decisions[5] = Decision.MOVE
    rows = by_name(RECORDS, decisions=decisions)
    assert [row.moved for row in rows.values()].count(True) == 1
    assert rows["Dune"].moved


@pytest.mark.parametrize(
    "records", [RECORDS, [{"company": "Alone"}], [{"dealbreaker": "all of it"}]]
)
def test_the_live_picture_begins_on_the_scale_of_the_chart(records):
    values, drawn = scene(records)
    chart = strips(drawn, shown_rows(drawn.advice, None))
    assert preview(drawn, values, PERSON).longest == pytest.approx(chart[Strip.REACH].max())


def test_without_an_invite_there_is_nothing_to_show():
    values, drawn = scene([])
    assert preview(drawn, values, PERSON).rows == ()


def test_of_many_invites_the_browser_gets_the_best_and_the_opened_one():
    records = [{"company": f"Company {place}"} for place in range(MOST_PREVIEWED + 50)]
    values, drawn = scene(records)
    last = int(drawn.advice.index[-1])
    rows = [row.row for row in preview(replace(drawn, opened=last), values, PERSON).rows]
    assert rows == [*drawn.advice.index[:MOST_PREVIEWED], last]


@pytest.mark.parametrize("opened", [None, 2, MOST_PREVIEWED + 90])
@pytest.mark.parametrize("order", [1, -1], ids=["best first", "last first"])
def test_a_cell_is_its_tables_in_the_picture_beyond_it_and_without_advice(opened, order):
    names = {row: f"Company {row}" for row in range(2, MOST_PREVIEWED + 102)}
    _, whole = scene([{"company": name} for name in names.values()])
    drawn = replace(whole, advice=whole.advice[: MOST_PREVIEWED + 50], opened=opened)
    rows = whole.advice.index[::order]
    assert [drawn.words(row, Field.COMPANY) for row in rows] == [names[row] for row in rows]


def test_what_is_sent_is_strict_json_of_a_modest_size():
    records = [{"company": "W" * 5000, "role": "X" * 5000}] * (MOST_PREVIEWED + 50)
    values, drawn = scene(records)
    sent = json.dumps(for_browser(preview(drawn, values, PERSON)), allow_nan=False)
    assert len(sent) < 75_000
