"""What the picture shows, and what it sends to the browser."""

import json

import pandas as pd
import pytest

from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.rules.verdict import Decision
from advisor.views.charts import HEARD, PICKED, SPOKEN, picture
from advisor.views.lessons import Lesson, lessons
from advisor.views.marks import STRIPS
from advisor.views.paper import DARK, LIGHT
from advisor.views.scene import MOST_BARS, beside, headline, name_of, shown_rows, takes
from advisor.views.strips import Segment, Strip, segments, strips
from advisor.views.wording import LOOKS
from tests.views.scenes import BARE, BIRCH, COBALT, HALDEN, KNOWN, LUMEN, SUNRISE, make_scene

ALL = (HALDEN, BIRCH, COBALT, SUNRISE, BARE, LUMEN)


def drawn(scene):
    return strips(scene, shown_rows(scene.advice, scene.opened))


def test_a_bar_is_as_long_as_the_worth_and_its_pieces_stand_end_to_end():
    scene = make_scene(*ALL)
    table = drawn(scene)
    pieces = segments(scene, table)
    ends = pieces.groupby(Segment.ROW)[Segment.TO].max()
    worth = scene.advice[Advice.WORTH]
    assert ends.to_dict() == pytest.approx(worth.to_dict())
    for _, bar in pieces.groupby(Segment.ROW):
        assert bar[Segment.FROM].tolist()[1:] == pytest.approx(bar[Segment.TO].tolist()[:-1])


def test_the_tick_stands_at_the_cost_in_the_middle_of_the_toss_up_band():
    table = drawn(make_scene(BIRCH, LUMEN))
    assert table[Strip.COST].tolist() == [6.0, 35.0]
    assert table[Strip.BAND_LOW].tolist() == [4.0, 33.0]
    assert table[Strip.BAND_HIGH].tolist() == [8.0, 37.0]


def test_a_whisker_stands_only_where_an_answer_is_missing_and_nothing_blocks():
    scene = make_scene(BIRCH, BARE, {**BARE, Field.DEALBREAKER: "too far"})
    table = drawn(scene).set_index(Strip.ROW)
    assert table[Strip.UNSURE].to_dict() == {3: True, 2: False, 4: False}
    assert table.at[3, Strip.HIGH] > table.at[3, Strip.WORTH]


def test_strips_stand_best_first_from_top_to_bottom_without_overlap():
    scene = make_scene(*ALL)
    table = drawn(scene)
    assert table[Strip.ROW].tolist() == scene.advice.index.tolist()
    assert (table[Strip.TOP].to_numpy()[1:] >= table[Strip.BOTTOM].to_numpy()[:-1]).all()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (HALDEN, "firm  ·  +"),
        (COBALT, "blocked: 1.5 of 4 h prep"),
        (SUNRISE, "blocked: commission only"),
        ({**BIRCH, Field.MY_DECISION: "decline"}, "you decided  ·  firm  ·  +"),
        ({**KNOWN, Field.PREP_HOURS_WILLING: None}, "will you prepare for it?  ·  +"),
    ],
    ids=["sure", "will not prepare", "dealbreaker", "overridden", "unknown willingness"],
)
def test_beside_the_name_stands_the_surplus_or_what_blocks_it(row, told):
    assert beside(make_scene(row), 2).startswith(told)


def test_what_a_verdict_was_before_the_last_change_is_said():
    scene = make_scene(LUMEN, before={2: Decision.ACCEPT})
    assert beside(scene, 2).startswith("was Accept  ·  firm")


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (HALDEN, "★ Halden · Data lead"),
        (BIRCH, "Birch"),
        ({**KNOWN, Field.ROLE: "Cook"}, "(unnamed, row 2) · Cook"),
        ({**KNOWN, Field.COMPANY: "A\nB"}, "A B"),
    ],
)
def test_a_first_choice_has_a_star_and_a_nameless_invite_its_row(row, name):
    assert name_of(make_scene(row), 2) == name


def test_the_cost_is_told_part_by_part():
    assert takes(make_scene({**BIRCH, Field.TRAVEL_HOURS: 0.0}), 2) == (
        "4 h preparation, 1 h interview"
    )


def test_only_the_best_and_the_opened_invite_are_sent():
    scene = make_scene(*[BIRCH] * 40, opened=38)
    rows = shown_rows(scene.advice, 38)
    assert len(rows) == MOST_BARS + 1
    assert rows[-1] == 38


def chart(scene, *, dark=False):
    return picture(scene, dark=dark)


def layers_with(spec, channel):
    return [layer for layer in spec["layer"] if channel in layer.get("encoding", {})]


@pytest.mark.parametrize("dark", [False, True])
def test_motivations_have_the_same_colours_on_light_and_dark(dark):
    scales = [
        layer["encoding"]["color"]["scale"]
        for layer in layers_with(chart(make_scene(*ALL), dark=dark), "color")
    ]
    assert scales[0] == {
        "domain": [MOTIVATIONS[key].label for key in Motive],
        "range": [MOTIVATIONS[key].colour for key in Motive],
    }


def test_a_click_tells_the_row_of_the_sheet_and_never_a_position():
    (click,) = chart(make_scene(*ALL))["params"]
    assert click["name"] == PICKED
    assert click["select"]["fields"] == ["row"]


def test_every_channel_with_a_field_names_its_type():
    spec = chart(make_scene(*ALL))
    for layer in spec["layer"]:
        for name, channel in layer["encoding"].items():
            for one in channel if isinstance(channel, list) else [channel]:
                if "field" in one and name not in {"x2", "y2"}:
                    assert one["type"] in {"quantitative", "nominal"}, (name, one)


def test_a_screen_reader_hears_each_invite_once():
    spec = chart(make_scene(*ALL))
    speaking = [layer for layer in spec["layer"] if layer["mark"].get("aria")]
    assert [layer["encoding"]["description"]["field"] for layer in speaking] == [SPOKEN]
    strip = drawn(make_scene(BIRCH)).iloc[0]
    spoken = ". ".join(strip[part.removeprefix("datum.")] for part in HEARD)
    assert spoken.startswith("Birch. ✓ Accept. firm  ·  +")


def test_nothing_in_the_picture_is_a_link_or_an_image():
    hostile = {**BIRCH, Field.COMPANY: "![](http://x.example)", Field.LINK: "http://x.example"}
    spec = chart(make_scene(hostile))
    del spec["datasets"]
    channels = {name for layer in spec["layer"] for name in layer["encoding"]}
    assert channels <= {
        "x",
        "x2",
        "y",
        "y2",
        "color",
        "fill",
        "opacity",
        "text",
        "tooltip",
        "description",
    }
    assert "x.example" not in json.dumps(spec)


def test_an_empty_picture_still_makes_sense():
    scene = make_scene(BIRCH)
    nothing = scene.advice.iloc[:0]
    assert drawn(make_scene()).empty
    assert headline(nothing[Advice.DECISION]) == "0 invites"


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("paper", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("decision", LOOKS)
def test_a_verdict_can_be_read_on_its_pill(paper, decision):
    assert contrast(paper.words[decision], paper.pills[decision]) >= 4.5


@pytest.mark.parametrize("paper", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_the_page_and_on_the_opened_strip(paper):
    for ground in (paper.halo, paper.picked):
        assert contrast(paper.ink, ground) >= 4.5
        assert contrast(paper.quiet, ground) >= 4.5


def test_the_drawing_stays_the_same_while_only_figures_change():
    cheap, dear = ({**BIRCH, Field.TRAVEL_HOURS: hours} for hours in (0.0, 90.0))
    one, other = (chart(make_scene(HALDEN, row)) for row in (cheap, dear))
    assert not one.pop("datasets")[STRIPS].equals(other.pop("datasets")[STRIPS])
    assert one == other


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (HALDEN, ["takes 6 h ▲", "worth "]),
        ({**BIRCH, Field.TRAVEL_HOURS: 0.0, Field.PREP_HOURS_NEEDED: 1.0}, ["▲ takes 2 h", "wor"]),
        (LUMEN, ["▲ takes 35 h"]),
    ],
    ids=["far apart", "cheap", "not worth it"],
)
def test_the_first_strip_names_its_marks_where_there_is_room(row, words):
    taught = lessons(drawn(make_scene(row)))[Lesson.WORDS].tolist()
    assert len(taught) == len(words)
    assert all(told.startswith(word) for told, word in zip(taught, words, strict=True))


def test_the_headline_counts_each_kind():
    decisions = pd.Series(["accept", "move", "ask", "accept"])
    assert headline(decisions) == "4 invites · 2 accept · 1 ask first · 1 to move"
