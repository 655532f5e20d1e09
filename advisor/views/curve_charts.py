"""The value curve behind each reason, with the person's own point on it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import altair as alt

from advisor.rules.advice import Level
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.curve import Curve
from advisor.rules.motivations import MONTHS_SINCE, MOTIVATIONS, RUNWAY
from advisor.views.amounts import plain
from advisor.views.paper import DARK, LIGHT, Paper

TALL = 132
"""Pixels of one small curve with its axis."""

OVER: Mapping[str, str] = MappingProxyType(
    {
        MONTHS_SINCE: "months since the last",
        RUNWAY: "months of money",
        Level.RIVAL: "rival of your first choice",
        **{
            key: COLUMNS[key].label.lower()
            for key in (Field.INTEREST, Field.NEW_CONTACTS, Field.OTHER_OPENINGS)
        },
    }
)
"""What each curve is drawn over, as its axis says it."""


class Dot(StrEnum):
    """What one datum of a curve is called."""

    ANSWER = "answer"
    MET = "met"


def curve_chart(curve: Curve, *, dark: bool = False) -> dict[str, Any]:
    """One small curve, the person's point as a dot on it; a Vega-Lite specification."""
    paper = DARK if dark else LIGHT
    colour, high = MOTIVATIONS[curve.motive].colour, float(curve.answers[-1])
    line = [_dot(*pair) for pair in zip(curve.answers, curve.values, strict=True)]
    own = [_dot(min(curve.now, high), curve.met)]
    shape = alt.Chart(alt.InlineData(values=line)).mark_line(color=colour, strokeWidth=2.5)
    point = alt.Chart(alt.InlineData(values=own)).mark_point(
        filled=True, size=90, color=colour, stroke=paper.ink, strokeWidth=2, opacity=1
    )
    layers = [one.encode(x=_over(curve.leading, paper), y=_met(paper)) for one in (shape, point)]
    chart = alt.layer(*layers).properties(height=TALL).configure_view(stroke=None)
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _dot(answer: float, met: float) -> dict[str, float]:
    return {Dot.ANSWER.value: float(answer), Dot.MET.value: float(met)}


def _over(leading: str, paper: Paper) -> alt.X:
    axis = alt.Axis(
        title=OVER[leading],
        titleFontWeight="normal",
        titlePadding=2,
        titleColor=paper.quiet,
        labelColor=paper.quiet,
        grid=False,
        tickCount=4,
    )
    scale = alt.Scale(zero=False, nice=False)
    return alt.X(Dot.ANSWER.value, type="quantitative", axis=axis, scale=scale)


def _met(paper: Paper) -> alt.Y:
    axis = alt.Axis(
        title=None, values=[0, 0.5, 1], labelColor=paper.quiet, gridColor=paper.grid, domain=False
    )
    scale = alt.Scale(domain=[0, 1])
    return alt.Y(Dot.MET.value, type="quantitative", axis=axis, scale=scale)


def curve_said(curve: Curve) -> str:
    """Where the person stands on the curve, for a screen reader."""
    met = f"{curve.met:.2f} of 1"
    first, last = curve.values[0], curve.values[-1]
    moves = "flat" if first == last else "rising" if last > first else "falling"
    return (
        f"{MOTIVATIONS[curve.motive].label}: {met} at {plain(curve.now)} {OVER[curve.leading]}, "
        f"on a {moves} curve"
    )
