"""Money and time: the surplus of the chosen invites against the months the money lasts."""

import math
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from advisor.rules.motivations import RUNWAY
from advisor.views.amounts import plain
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.strips import Strip

TALL = 380
STROKES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])
"""A dash for each line, beside its colour."""

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Okabe & Ito 2008."""


def money_chart(
    lines: pd.DataFrame, names: Mapping[int, str], own: float, *, dark: bool = False
) -> dict[str, Any]:
    """One line an invite; a Vega-Lite specification.

    lines  months × rows in hours of surplus
    own    the person's own months; infinite is not drawn
    """
    paper = DARK if dark else LIGHT
    layers = [_rule(alt.Y("at", type="quantitative"), 0.0, paper.quiet, [1, 0])]
    if math.isfinite(own) and own <= lines.index.max():
        layers.append(_rule(alt.X("at", type="quantitative"), own, paper.ink, [4, 4]))
    layers.append(_lines(lines, names, paper))
    chart = alt.layer(*layers).properties(height=TALL).configure_view(stroke=None)
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _rule(at: Any, place: float, colour: str, dash: list[int]) -> alt.Chart:
    channel = "x" if isinstance(at, alt.X) else "y"
    mark = alt.MarkDef(type="rule", color=colour, strokeWidth=1.5, strokeDash=dash)
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=[{"at": place}]), mark=mark).encode(
        **{channel: at}
    )
    return drawn


def _lines(lines: pd.DataFrame, names: Mapping[int, str], paper: Paper) -> alt.Chart:
    rows: list[int] = [*map(int, lines.columns.tolist())]
    values: Any = [
        {Strip.NAME.value: names[row], RUNWAY: float(month), "surplus": float(hours)}
        for row in rows
        for month, hours in zip(lines.index.tolist(), lines[row], strict=True)
    ]
    shown = [names[row] for row in rows]
    colours = [COLOURS[place % len(COLOURS)] for place in range(len(shown))]
    dashes = [STROKES[place % len(STROKES)] for place in range(len(shown))]
    name: dict[str, Any] = {"shorthand": Strip.NAME.value, "type": "nominal"}
    legend = _legend()
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=values))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=alt.X(RUNWAY, type="quantitative", axis=_axis("months the money lasts", paper)),
            y=alt.Y("surplus", type="quantitative", axis=_axis("surplus in hours", paper)),
            color=alt.Color(**name, scale=alt.Scale(domain=shown, range=colours), legend=legend),
            strokeDash=alt.StrokeDash(
                **name, scale=alt.Scale(domain=shown, range=dashes), legend=legend
            ),
        )
    )
    return drawn


def _legend() -> alt.Legend:
    """The lines by name, below each other where the window is narrow."""
    columns = alt.ExprRef("width < 420 ? 1 : 3")
    return alt.Legend(title=None, orient="bottom", columns=columns, labelLimit=260, symbolSize=400)


def _axis(title: str, paper: Paper) -> alt.Axis:
    return alt.Axis(
        title=title,
        titleColor=paper.quiet,
        labelColor=paper.quiet,
        gridColor=paper.grid,
        tickCount=7,
    )


def when_it_turns(
    lines: pd.DataFrame, turned: Mapping[int, float | None], names: Mapping[int, str]
) -> list[str]:
    """Until how many months of money each is worth going, in words; those alike in one line."""
    alike: dict[str, list[str]] = {}
    for row, months in turned.items():
        alike.setdefault(_turn(lines[row], months), []).append(names[row])
    return [f"{', '.join(together)}: {turn}" for turn, together in alike.items()]


def _turn(line: "pd.Series[float]", months: float | None) -> str:
    if months is not None:
        return f"worth it only while the money lasts less than {plain(months)} months"
    if bool((line > 0).all()):
        return "worth it however long the money lasts"
    return "not worth it however short the money is"
