"""From nothing up through the six reasons to the worth, then down by the costs to what is left."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.rules.verdict import Decision
from advisor.views.amounts import hours, signed_hours
from advisor.views.paper import DARK, LIGHT, Paper

COSTS = (
    (Field.PREP_HOURS_NEEDED, "Preparation"),
    (Field.INTERVIEW_HOURS, "Interview"),
    (Field.TRAVEL_HOURS, "Travel"),
    (Level.OTHER_COST, "Other cost"),
)
STEPS = "steps"
"""The name of the table the steps are drawn from."""

STEP = 25
"""Pixels a step takes."""

ROOM = 1.25
"""How much further than the longest step the hours reach."""

LEFT_OVER, SHORT = "Left over", "Missing"
"""What the last step is called when it lies above nothing, and when it lies below."""


class Step(StrEnum):
    """Columns of the steps table, one row a step, from top to bottom."""

    NAME = "name"
    FROM = "from"
    TO = "to"
    END = "end"
    TOLD = "told"
    COLOUR = "colour"
    REACH = "reach"


def steps(added: pd.Series, used: pd.Series, paper: Paper) -> pd.DataFrame:
    """The steps of one invite, in hours.

    added  hours by motivation; used  the invite's levels
    """
    rows, at = [], 0.0
    for motive in Motive:
        one, length = MOTIVATIONS[motive], float(added[motive])
        rows.append((one.label, at, at + length, hours(length), one.colour))
        at += length
    for key, name in COSTS:
        length = float(used[key])
        if length > 0:
            rows.append((name, at, at - length, hours(-length), paper.quiet))
            at -= length
    left = Decision.ACCEPT if at > 0 else Decision.DECLINE
    rows.append((LEFT_OVER if at > 0 else SHORT, 0.0, at, signed_hours(at), paper.words[left]))
    columns = [Step.NAME, Step.FROM, Step.TO, Step.TOLD, Step.COLOUR]
    table = pd.DataFrame(rows, columns=[column.value for column in columns])
    table[Step.END] = table[[Step.FROM, Step.TO]].max(axis=1)
    table[Step.REACH] = ROOM * max(float(table[Step.END].max()), 1.0)
    return table


def waterfall(added: pd.Series, used: pd.Series, *, dark: bool = False) -> dict[str, Any]:
    """The steps drawn, one below the other, on one axis of hours; a Vega-Lite specification.

    Its table is apart from it, so that it stays the same while only figures change.
    """
    return {
        **_drawing(dark=dark),
        "datasets": {STEPS: steps(added, used, DARK if dark else LIGHT)},
    }


@cache
def _drawing(*, dark: bool) -> Mapping[str, Any]:
    """The steps without their table; the hours reach as far as its unseen points."""
    paper = DARK if dark else LIGHT
    names = alt.Axis(title=None, labelColor=paper.ink, labelLimit=110, ticks=False, domain=False)
    base = alt.Chart(alt.NamedData(STEPS)).encode(
        y=alt.Y(Step.NAME.value, type="nominal", sort=None, axis=names)
    )
    bars = base.mark_bar(height=14).encode(
        x=_hours(Step.FROM, paper),
        x2=alt.X2(Step.TO.value),
        color=alt.Color(Step.COLOUR.value, type="nominal", scale=None),
    )
    words = base.mark_text(align="left", dx=5, color=paper.ink).encode(
        x=_hours(Step.END, paper), text=alt.Text(Step.TOLD.value, type="nominal")
    )
    reach = base.mark_point(opacity=0).encode(x=_hours(Step.REACH, paper))
    chart = (bars + words + reach).properties(height=alt.Step(STEP)).configure_view(stroke=None)
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _hours(column: Step, paper: Paper) -> alt.X:
    """One axis of hours, with room at its right for the words beside the longest step."""
    axis = alt.Axis(
        title=None,
        labelExpr="datum.value + ' h'",
        labelColor=paper.quiet,
        gridColor=paper.grid,
        tickCount=4,
        ticks=False,
    )
    scale = alt.Scale(nice=False, zero=True)
    return alt.X(column.value, type="quantitative", scale=scale, axis=axis)


def waterfall_said(added: pd.Series, used: pd.Series) -> str:
    """The finding in one sentence, for a screen reader."""
    table = steps(added, used, LIGHT)
    told = (table[Step.NAME], table[Step.TOLD])
    *parts, last = [f"{name} {told}" for name, told in zip(*told, strict=True)]
    return f"Hours for and against: {', '.join(parts)}. {last}."
