"""The priority bar's Python side: what it sends, what it believes, what it carries."""

import json
import re
import zlib
from base64 import b64decode
from importlib.resources import files

import pytest
from streamlit.testing.v1 import AppTest

from advisor.page.priority_bar import SCRIPTS, STYLE, packed, read_release, script
from advisor.rules.motivations import Motive

SENT = {"points": [100, 0, 0, 0, 0, 0], "turn": 3}


def test_a_release_is_the_six_points_by_motivation():
    release = read_release(SENT)
    assert release.weights == dict(zip(Motive, [100.0, 0, 0, 0, 0, 0], strict=True))
    assert release.turn == 3


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "released",
        {},
        SENT | {"points": [50, 50]},
        SENT | {"points": [0] * 6},
        SENT | {"points": [-1, 101, 0, 0, 0, 0]},
        SENT | {"points": ["100", 0, 0, 0, 0, 0]},
        SENT | {"points": [float("nan"), 0, 0, 0, 0, 1]},
        SENT | {"turn": None},
    ],
)
def test_anything_else_from_the_browser_changes_nothing(sent):
    assert read_release(sent) is None


@pytest.mark.parametrize("name", [*SCRIPTS, STYLE])
def test_every_part_of_the_component_lies_beside_its_module(name):
    assert files("advisor.page").joinpath(name).is_file()


@pytest.mark.parametrize(
    "danger",
    ["innerHTML", "outerHTML", "insertAdjacent", "eval(", "Function(", "fetch(", "import ", "http"],
)
def test_the_script_neither_writes_markup_nor_loads_anything(danger):
    namespace = '"http://www.w3.org/2000/svg"'
    assert danger not in script().replace(namespace, "")


def test_the_script_goes_out_packed_and_comes_back_as_it_is():
    sent = packed(script())
    (content,) = re.findall(r'atob\("([^"]+)"\)', sent)
    assert zlib.decompress(b64decode(content)).decode() == script()
    assert len(sent) < len(script()) / 2


def test_the_style_loads_nothing():
    style = files("advisor.page").joinpath(STYLE).read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import", style)


PAGE = """
import zlib
import json
import streamlit as st
from advisor.page.priority_bar import priority_bar
from advisor.rules.motivations import Motive

weights = priority_bar(dict.fromkeys(Motive, 5.0), key="bar")
st.text(json.dumps([weights[motive] for motive in Motive]))
"""


def test_without_a_release_the_bar_returns_the_weights_it_was_given():
    shown = AppTest.from_string(PAGE).run()
    assert not shown.exception
    assert json.loads(shown.text[0].value) == [5.0] * 6
