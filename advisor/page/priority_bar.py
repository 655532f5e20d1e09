"""The priority bar: six segments to drag, with the picture following in the browser.

An inline component: its script and its style lie beside this module and travel in the wheel. The
browser previews every movement by itself; Python hears of it once, on release.
"""

import math
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from advisor.rules.motivations import Motive
from advisor.views.preview import NO_INVITES, Preview, for_browser

SCRIPTS = (
    "priority_bar.preview.js",
    "priority_bar.strip.js",
    "priority_bar.picture.js",
    "priority_bar.live.js",
    "priority_bar.face.js",
    "priority_bar.js",
)
"""The parts of the one script, each needing those before it: a component loads no second file."""

STYLE = "priority_bar.css"

REMARKS = ("//", "/**")
"""How a line of remarks begins in the files named here."""

CONTENT = "CONTENT"
UNPACK = f"""const bytes = Uint8Array.from(atob("{CONTENT}"), (one) => one.charCodeAt(0));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
const text = await new Response(stream).text();
const url = URL.createObjectURL(new Blob([text], {{ type: "text/javascript" }}));
const {{ default: bar }} = await import(url);
URL.revokeObjectURL(url);
export default bar;
"""
"""What brings the packed script back: it loads from where an inline component loads anyway."""

Weights = Mapping[Motive, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What the browser sends when a boundary is let go.

    turn  counts the releases, so that an answer to an earlier one cannot undo a later one
    """

    weights: Weights
    turn: int


def script() -> str:
    """The component's script as the browser gets it, anew with every run, so without remarks."""
    return lean("\n".join(_beside(name) for name in SCRIPTS))


def lean(text: str) -> str:
    r"""A script or a style without indents, empty lines and remarks on lines of their own.

    >>> lean("/** Adds. */\nif (a) {\n  // why\n  b(1); // one\n}\n")
    'if (a) {\nb(1); // one\n}'
    """
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(REMARKS))


def _beside(name: str) -> str:
    return files("advisor.page").joinpath(name).read_text(encoding="utf-8")


def packed(text: str) -> str:
    """The same script in less than half the bytes; the browser unpacks and runs it.

    It goes out anew with every run, and nothing on the way makes it smaller.
    """
    content = b64encode(zlib.compress(text.encode(), 9)).decode()
    return UNPACK.replace(CONTENT, content)


@cache
def _component() -> ComponentRenderer:
    style = lean(_beside(STYLE))
    return st.components.v2.component("priority_bar", js=packed(script()), css=style)


def read_release(sent: object) -> Release | None:
    """The six points and the turn a browser sent; None where it sent anything else.

    >>> read_release({"points": [50, 50, 0, 0, 0, 0], "turn": 1}).weights[Motive.PRACTICE]
    50.0
    >>> read_release({"points": [0, 0, 0, 0, 0, 0], "turn": 1}) is None
    True
    """
    if not isinstance(sent, Mapping):
        return None
    points, turn = sent.get("points"), sent.get("turn")
    if not isinstance(points, list) or len(points) != len(Motive) or not isinstance(turn, int):
        return None
    if not all(_is_weight(point) for point in points) or not any(points):
        return None
    weights = {motive: float(point) for motive, point in zip(Motive, points, strict=True)}
    return Release(weights=weights, turn=turn)


def _is_weight(sent: object) -> bool:
    return isinstance(sent, int | float) and math.isfinite(sent) and sent >= 0


def priority_bar(
    weights: Weights,
    preview: Preview = NO_INVITES,
    *,
    key: str,
    picture: str | None = None,
    on_release: Callable[[Weights], None] | None = None,
) -> Weights:
    """The bar at these weights; returns them, or what a boundary that was just let go made of them.

    weights     six numbers ≥ 0, any scale
    preview     what the browser draws while a boundary is held
    picture     the `key` of the chart or container the live picture stands in for
    on_release  called with the new weights (whole points of 100) before the script runs again, so
                that all that is drawn above the bar knows them already
    """
    turn_key = f"{key}_turn"

    def released() -> None:
        release = read_release(st.session_state[key].get("released"))
        if release is not None:
            st.session_state[turn_key] = release.turn
            if on_release is not None:
                on_release(release.weights)

    result = _component()(
        key=key,
        data={
            "weights": [weights[motive] for motive in Motive],
            "answered": st.session_state.get(turn_key, 0),
            "picture": picture,
            "preview": for_browser(preview),
        },
        on_released_change=released,
    )
    release = read_release(result.get("released"))
    return weights if release is None else release.weights
