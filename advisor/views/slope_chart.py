"""A pinned ranking against the present one: a line from each old rank to the new."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.strips import Strip

STEP = 24
"""Pixels from one rank to the next."""

MOST_LINES = 25
THEN, NOW = "then", "now"
RISEN, FALLEN = "#0072B2", "#D55E00"
"""Okabe & Ito 2008; the slope says the same without them."""


def slopes(
    then: Mapping[int, int], now: Mapping[int, int], names: Mapping[int, str]
) -> pd.DataFrame:
    """One line an invite that stands in both rankings: name, rank then, rank now; best first."""
    both = [row for row in now if row in then][:MOST_LINES]
    return pd.DataFrame(
        {
            Strip.NAME.value: [names[row] for row in both],
            THEN: [then[row] for row in both],
            NOW: [now[row] for row in both],
        }
    )


def slope_chart(table: pd.DataFrame, *, dark: bool = False) -> dict[str, Any]:
    """The lines, the pinned rank at the left and the present one at the right."""
    paper = DARK if dark else LIGHT
    values: Any = [
        {**line, "when": when, "rank": line[when], "colour": _colour(line, paper.quiet)}
        for line in table.to_dict("records")
        for when in (THEN, NOW)
    ]
    lowest = max([1, *table[THEN].tolist(), *table[NOW].tolist()])
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=_when(paper), y=_rank(lowest), detail=alt.Detail(Strip.NAME.value, type="nominal")
    )
    colour = alt.Color("colour", type="nominal", scale=None)
    lines = base.mark_line(point=True, strokeWidth=2.5).encode(color=colour)
    names = [_names(base, when, paper) for when in (THEN, NOW)]
    height = 40 + STEP * lowest
    chart = alt.layer(lines, *names).properties(height=height).configure_view(stroke=None)
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _names(base: alt.Chart, when: str, paper: Paper) -> alt.Chart:
    """Rank and name beside one end of each line, outside."""
    left = when == THEN
    mark = alt.MarkDef(
        type="text",
        align="right" if left else "left",
        dx=-10 if left else 10,
        color=paper.ink,
        limit=alt.ExprRef("width / 3 - 16"),
    )
    told = "datum.name + '  ' + datum.rank" if left else "datum.rank + '  ' + datum.name"
    at_end = base.transform_filter(f"datum.when == '{when}'").transform_calculate(told=told)
    at_end.mark = mark
    drawn: alt.Chart = at_end.encode(text=alt.Text("told", type="nominal"))
    return drawn


def _when(paper: Paper) -> alt.X:
    heads = f"datum.value == '{THEN}' ? 'pinned' : 'now'"
    axis = alt.Axis(title=None, labelExpr=heads, labelColor=paper.quiet, labelAngle=0, orient="top")
    scale = alt.Scale(padding=1)
    return alt.X("when", type="nominal", sort=[THEN, NOW], axis=axis, scale=scale)


def _rank(lowest: int) -> alt.Y:
    """Ranks downwards, the best at the top."""
    scale = alt.Scale(domain=[lowest + 0.5, 0.5], nice=False)
    return alt.Y("rank", type="quantitative", scale=scale, axis=None)


def _colour(line: Mapping[Any, Any], quiet: str) -> str:
    if line[NOW] == line[THEN]:
        return quiet
    return RISEN if line[NOW] < line[THEN] else FALLEN


def slopes_said(table: pd.DataFrame) -> str:
    """How many rose and fell, for a screen reader."""
    rose, fell = int((table[NOW] < table[THEN]).sum()), int((table[NOW] > table[THEN]).sum())
    return (
        f"Pinned rank to present rank: {rose} rose, {fell} fell, {len(table) - rose - fell} stayed."
    )
