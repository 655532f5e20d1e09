"""The map: every invite as a point, the hours it takes against the hours it is worth."""

from typing import Any

import altair as alt
import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.verdict import Decision
from advisor.views.amounts import count, signed_hours
from advisor.views.map_names import LEFT, NAMED, WIDE, with_room
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.scene import Scene, name_of
from advisor.views.strips import Strip
from advisor.views.wording import LOOKS

PICKED_POINT = "picked_point"
"""The name of the click on a point; its `row` is the invite to open."""

MOST_POINTS = 300
TALL = 420
"""Pixels of the map with its axes."""

SPOKEN = "spoken"
"""What a screen reader hears of a point."""

SHAPES = {
    Decision.ACCEPT: "circle",
    Decision.ASK: "diamond",
    Decision.DECLINE: "cross",
    Decision.MOVE: "triangle-right",
}
"""A shape for each verdict, beside its colour."""

HOURS = "datum.value + ' h'"


def map_points(scene: Scene) -> pd.DataFrame:
    """One point an invite, of the best and the opened one."""
    advice = scene.advice.head(MOST_POINTS)
    rows = advice.index.tolist()
    decisions = scene.decisions.loc[rows].astype(str)
    return pd.DataFrame(
        {
            Strip.ROW: rows,
            Strip.NAME: [name_of(scene, row) for row in rows],
            Strip.WORTH: advice[Advice.WORTH].to_numpy(),
            Strip.COST: advice[Advice.COST].to_numpy(),
            Strip.BESIDE: [signed_hours(one) for one in advice[Advice.SURPLUS]],
            Strip.DECISION: decisions.to_list(),
            Strip.VERDICT: [LOOKS[key].label for key in decisions],
            Strip.OPEN: [row == scene.opened for row in rows],
        }
    )


def map_chart(scene: Scene, *, dark: bool = False) -> dict[str, Any]:
    """Points over a diagonal where worth and cost are equal; a Vega-Lite specification."""
    paper = DARK if dark else LIGHT
    points = map_points(scene)
    most = 1.08 * float(points[[Strip.WORTH, Strip.COST]].max().max() or 1.0)
    layers = [
        _band(scene.toss_up, most, paper),
        _diagonal(most, paper),
        _dots(points, most, paper),
        _names(with_room(points, most), paper),
    ]
    chart = alt.layer(*layers).properties(height=TALL).configure_view(stroke=None)
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _ends(**columns: list[float]) -> alt.InlineData:
    values = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return alt.InlineData(values=values)


def _band(toss_up: float, most: float, paper: Paper) -> alt.Chart:
    """Around the diagonal, where it is a toss-up."""
    low = [max(end - toss_up, 0.0) for end in (0.0, toss_up, most)]
    ends = _ends(at=[0.0, toss_up, most], low=low, high=[toss_up, 2 * toss_up, most + toss_up])
    drawn: alt.Chart = (
        alt.Chart(ends)
        .mark_area(color=paper.band, opacity=1, clip=True)
        .encode(
            x=alt.X("at", type="quantitative"),
            y=alt.Y("low", type="quantitative"),
            y2=alt.Y2("high"),
        )
    )
    return drawn


def _diagonal(most: float, paper: Paper) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(_ends(at=[0.0, most], same=[0.0, most]))
        .mark_line(color=paper.ink, strokeWidth=2)
        .encode(x=alt.X("at", type="quantitative"), y=alt.Y("same", type="quantitative"))
    )
    return drawn


def _along(field: Strip, title: str, most: float, paper: Paper) -> dict[str, Any]:
    axis = alt.Axis(
        title=title,
        labelExpr=HOURS,
        labelColor=paper.quiet,
        titleColor=paper.quiet,
        gridColor=paper.grid,
        tickCount=6,
    )
    scale = alt.Scale(domain=[0, most], nice=False)
    return {"shorthand": field.value, "type": "quantitative", "axis": axis, "scale": scale}


def _values(table: pd.DataFrame) -> alt.InlineData:
    values: Any = table.to_dict("records")
    return alt.InlineData(values=values)


def _dots(points: pd.DataFrame, most: float, paper: Paper) -> alt.Chart:
    click = alt.selection_point(name=PICKED_POINT, fields=[Strip.ROW.value], toggle=False)
    keys = [key.value for key in SHAPES]
    shapes = alt.Scale(domain=keys, range=list(SHAPES.values()))
    colours = alt.Scale(domain=keys, range=[paper.words[key] for key in SHAPES])
    decision: dict[str, Any] = {"shorthand": Strip.DECISION.value, "type": "nominal"}
    told = {"Invite": Strip.NAME, "Verdict": Strip.VERDICT, "Surplus": Strip.BESIDE}
    heard = ", ".join(f"datum.{key}" for key in told.values())
    drawn: alt.Chart = (
        alt.Chart(_values(points))
        .mark_point(filled=True, size=130, opacity=0.9, cursor="pointer")
        .encode(
            x=alt.X(**_along(Strip.COST, "it takes", most, paper)),
            y=alt.Y(**_along(Strip.WORTH, "it is worth", most, paper)),
            shape=alt.Shape(**decision, scale=shapes, legend=None),
            color=alt.Color(**decision, scale=colours, legend=None),
            size=alt.condition(f"datum.{Strip.OPEN}", alt.value(340), alt.value(130)),
            tooltip=[
                alt.Tooltip(key.value, type="nominal", title=name) for name, key in told.items()
            ],
            description=alt.Description(SPOKEN, type="nominal"),
        )
        .transform_calculate(**{SPOKEN: f"join([{heard}], '. ')"})
        .add_params(click)
    )
    return drawn


def _names(points: pd.DataFrame, paper: Paper) -> alt.Chart:
    """The opened one by name, and in a wide map the others there is room for."""
    at_left = f"datum.{LEFT}"
    mark = alt.MarkDef(
        type="text",
        align=alt.ExprRef(f"{at_left} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{at_left} ? -12 : 12"),
        baseline="middle",
        opacity=alt.ExprRef(f"datum.{Strip.OPEN} || width >= {WIDE:g} ? 1 : 0"),
        color=paper.ink,
        limit=150,
        aria=False,
    )
    return alt.Chart(
        _values(points[points[NAMED]]),
        mark=mark,
        encoding=alt.FacetedEncoding(
            x=alt.X(Strip.COST.value, type="quantitative"),
            y=alt.Y(Strip.WORTH.value, type="quantitative"),
            text=alt.Text(Strip.NAME.value, type="nominal"),
        ),
    )


def map_said(surplus: pd.Series) -> str:
    """The finding, for a screen reader.

    surplus  hours, of every invite
    """
    over = int((surplus > 0).sum())
    return (
        f"Hours it takes against hours it is worth: {count(over, 'invite')} of {len(surplus):,} "
        "above the diagonal, where it is worth more than it takes."
    )
