"""What the closer looks are drawn from: map, comparison, slopes, money and time."""

import pandas as pd
import pytest

from advisor import leads, over_runway, side_by_side, turning_months
from advisor.rules.motivations import Motive
from advisor.views.compare_chart import LINES, compare_bars, compare_chart, told_winners
from advisor.views.map_chart import map_chart, map_points, map_said
from advisor.views.map_names import LEFT, NAMED, with_room
from advisor.views.money_chart import money_chart, when_it_turns
from advisor.views.scene import told_apart
from advisor.views.slope_chart import NOW, THEN, slope_chart, slopes, slopes_said
from advisor.views.strips import Strip
from tests.views.answers import make_answer
from tests.views.scenes import BIRCH, HALDEN, LUMEN, MARCH, make_scene

NAMES = {2: "Halden", 3: "Birch", 4: "Lumen"}


def test_every_invite_is_a_point_with_a_shape_for_its_verdict_and_the_opened_one_marked():
    scene = make_scene(HALDEN, BIRCH, LUMEN, opened=3)
    points = map_points(scene).set_index(Strip.ROW)
    assert points[Strip.OPEN].to_dict() == {2: False, 3: True, 4: False}
    drawn = map_chart(scene)
    dots = next(one for one in drawn["layer"] if "shape" in one["encoding"])
    assert len(set(dots["encoding"]["shape"]["scale"]["range"])) == 4
    assert drawn["params"][0]["select"]["fields"] == ["row"]
    assert "description" in dots["encoding"]
    said = map_said(scene.advice["surplus_hours"])
    assert "1 invite of 3" in said or "2 invites of 3" in said


POINTS = [("Acme", 10.0, 10.0), ("Acme twin", 10.5, 10.0), ("Far", 2.0, 3.0), ("Edge", 19.9, 3.0)]


@pytest.mark.parametrize(
    ("opened", "named", "at_left"),
    [
        ("Acme", {"Acme", "Acme twin", "Far", "Edge"}, {"Acme", "Edge"}),
        ("Far", {"Acme", "Acme twin", "Far", "Edge"}, {"Acme", "Edge"}),
    ],
)
def test_names_on_the_map_cover_no_point_and_no_other_name(opened, named, at_left):
    points = pd.DataFrame(POINTS, columns=[Strip.NAME, Strip.COST, Strip.WORTH])
    points[Strip.OPEN] = points[Strip.NAME] == opened
    shown = with_room(points, 20.0).set_index(Strip.NAME)
    assert {*shown.index[shown[NAMED]]} == named
    assert {*shown.index[shown[LEFT] & shown[NAMED]]} == at_left


def test_of_points_in_one_place_the_opened_one_and_one_more_are_named_one_at_each_side():
    points = pd.DataFrame(
        [(name, 10.0, 10.0, name == "five") for name in ("one", "two", "five")],
        columns=[Strip.NAME, Strip.COST, Strip.WORTH, Strip.OPEN],
    )
    shown = with_room(points, 20.0).set_index(Strip.NAME)
    assert shown[NAMED].to_dict() == {"one": True, "two": False, "five": True}
    assert shown[LEFT][["one", "five"]].nunique() == 2


def test_a_comparison_gives_each_line_a_bar_for_each_invite_with_its_difference_to_the_first():
    found = make_answer(HALDEN, BIRCH, profile=MARCH).assessment
    table = side_by_side(found, [3, 2])
    bars = compare_bars(table, NAMES, "grey")
    assert len(bars) == 2 * len(LINES)
    assert bars["told"].iloc[0] == f"{bars['hours'].iloc[0]:.1f} h".replace(".0", "")
    assert bars["told"].iloc[1].endswith("(0 h)")


def test_each_line_of_a_comparison_stands_under_a_heading_as_wide_as_the_page():
    table = side_by_side(make_answer(HALDEN, BIRCH, profile=MARCH).assessment, [3, 2])
    drawn = compare_chart(table, NAMES)
    assert "facet" not in drawn
    places = [one["place"][3:] for one in drawn["datasets"][drawn["data"]["name"]]]
    assert places[:4] == ["Practice", "Birch", "Halden", "Interest"]
    assert len(places) == 3 * len(LINES)


def test_one_sentence_tells_who_wins_where_and_who_is_ahead():
    found = make_answer(HALDEN, LUMEN, profile=MARCH).assessment
    told = told_winners(leads(side_by_side(found, [2, 3])), {2: "Halden", 3: "Lumen"})
    assert told == "Halden wins on a lower cost by 29 h; in all Halden is ahead by 29 h."


def test_equals_are_told_as_equals():
    found = make_answer(BIRCH, BIRCH, profile=MARCH).assessment
    told = told_winners(leads(side_by_side(found, [2, 3])), NAMES)
    assert told == "in all nobody is ahead."


def test_a_slope_joins_the_pinned_rank_to_the_present_one():
    table = slopes({2: 1, 3: 2, 9: 3}, {3: 1, 2: 2}, NAMES)
    assert table.set_index(Strip.NAME)[[THEN, NOW]].to_numpy().tolist() == [[2, 1], [1, 2]]
    assert slopes_said(table) == "Pinned rank to present rank: 1 rose, 1 fell, 0 stayed."
    assert "layer" in slope_chart(table)


@pytest.mark.parametrize(("own", "rules"), [(4.0, 2), (float("inf"), 1)])
def test_the_persons_own_months_are_marked_where_they_are_on_the_axis(own, rules):
    lines = over_runway(make_answer(BIRCH, profile=MARCH).invites, [2], MARCH)
    drawn = money_chart(lines, {2: "Birch"}, own)
    assert sum(one["mark"]["type"] == "rule" for one in drawn["layer"]) == rules


def test_the_month_at_which_each_turns_is_told_in_words():
    lines = pd.DataFrame(
        {2: [3.0, 1.0], 3: [1.0, -1.0], 4: [-1.0, -2.0], 5: [4.0, 2.0]}, index=[0.0, 4.0]
    )
    assert when_it_turns(lines, turning_months(lines), NAMES | {5: "Moss"}) == [
        "Halden, Moss: worth it however long the money lasts",
        "Birch: worth it only while the money lasts less than 2 months",
        "Lumen: not worth it however short the money is",
    ]


def test_invites_of_one_name_are_told_apart_by_their_rows():
    scene = make_scene(BIRCH, BIRCH, HALDEN)
    assert told_apart(scene, [2, 3, 4]) == {2: "Birch (row 2)", 3: "Birch (row 3)", 4: "Halden"}
    assert set(Motive) <= set(LINES)
