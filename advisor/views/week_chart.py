"""The time line of one week: interviews with their journeys, time to prepare, what overlaps."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt

from advisor.rules.verdict import Decision
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.timeline import Bar, Line, Shape, Timeline

AXIS = 26.0
"""Pixels the hours take above the first day."""

BARS, LINES = "week_bars", "week_lines"


def week_chart(laid_out: Timeline, *, dark: bool = False) -> dict[str, Any]:
    """The Vega-Lite specification of a week, its tables apart from it."""
    drawn = _drawing(laid_out.height, laid_out.reach, dark=dark)
    return {**drawn, "datasets": {BARS: laid_out.bars, LINES: laid_out.lines}}


@lru_cache(maxsize=64)
def _drawing(height: float, reach: tuple[int, int], *, dark: bool) -> Mapping[str, Any]:
    paper = DARK if dark else LIGHT
    x, y = _hours(paper, reach), _pixels(height)
    layers = [_rules(paper, y), _bars(paper, x, y), _labels(paper, x, y), *_lines(paper, y)]
    chart: alt.LayerChart = (
        alt.layer(*layers).properties(height=height + AXIS).configure_view(stroke=None)
    )
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _hours(paper: Paper, reach: tuple[int, int]) -> Any:
    """Hours of the day from left to right."""
    axis = alt.Axis(
        title=None,
        labelExpr="datum.value + ':00'",
        labelColor=paper.quiet,
        gridColor=paper.grid,
        orient="top",
        values=[hour for hour in range(0, 25, 3) if reach[0] <= hour <= reach[1]],
        domain=False,
        ticks=False,
    )
    scale = alt.Scale(domain=list(reach), nice=False, zero=False)
    return lambda column: alt.X(column, type="quantitative", scale=scale, axis=axis)


def _pixels(height: float) -> Any:
    """Pixels from the top."""
    scale = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    return lambda column: alt.Y(column, type="quantitative", scale=scale, axis=None)


def _layer(table: str, mark: alt.MarkDef, **channels: Any) -> alt.Chart:
    mark.aria = False
    encoding = alt.FacetedEncoding(**channels)
    return alt.Chart(data=alt.NamedData(table), mark=mark, encoding=encoding)


def _rules(paper: Paper, y: Any) -> alt.Chart:
    """A thin line over each day."""
    mark = alt.MarkDef(type="rule", color=paper.grid, strokeWidth=1)
    return _layer(LINES, mark, x={"value": 0}, x2={"value": "width"}, y=y(Line.RULE.value))


def _fills(paper: Paper) -> dict[str, str]:
    """The colour of each shape; the words beside it say the same."""
    return {
        Shape.INTERVIEW: paper.words[Decision.ACCEPT],
        Shape.JOURNEY: paper.pills[Decision.ACCEPT],
        Shape.PREPARATION: paper.pills[Decision.MOVE],
        Shape.MOVED: paper.halo,
        Shape.CLASH: paper.words[Decision.DECLINE],
    }


def _bars(paper: Paper, x: Any, y: Any) -> alt.Chart:
    fills = _fills(paper)
    moved = f"datum.{Bar.SHAPE} === '{Shape.MOVED}'"
    mark = alt.MarkDef(
        type="rect",
        cornerRadius=3,
        stroke=alt.ExprRef(f"{moved} ? '{paper.words[Decision.MOVE]}' : null"),
        strokeWidth=1.5,
        strokeDash=[4, 3],
        opacity=alt.ExprRef(f"datum.{Bar.SHAPE} === '{Shape.CLASH}' ? 0.35 : 1"),
    )
    scale = alt.Scale(domain=list(fills), range=list(fills.values()))
    return _layer(
        BARS,
        mark,
        x=x(Bar.BEGIN.value),
        x2=alt.X2(Bar.END.value),
        y=y(Bar.TOP.value),
        y2=alt.Y2(Bar.BOTTOM.value),
        fill=alt.Fill(Bar.SHAPE.value, type="nominal", scale=scale, legend=None),
        tooltip=[alt.Tooltip(Bar.TOLD.value, type="nominal", title="What")],
    )


def _labels(paper: Paper, x: Any, y: Any) -> alt.Chart:
    """Words over a bar, cut where the next one begins."""
    quiet = f"datum.{Bar.SHAPE} === '{Shape.PREPARATION}'"
    room = f"scale('x', datum.{Bar.ROOM}) - scale('x', datum.{Bar.LABEL_AT}) - 4"
    mark = alt.MarkDef(
        type="text",
        align="left",
        baseline="bottom",
        dy=-3,
        fontSize=12,
        fontWeight=alt.ExprRef(f"{quiet} ? 400 : 600"),
        color=alt.ExprRef(f"{quiet} ? '{paper.quiet}' : '{paper.ink}'"),
        limit=alt.ExprRef(f"max(24, {room})"),
    )
    text = alt.Text(Bar.LABEL.value, type="nominal")
    return _layer(BARS, mark, x=x(Bar.LABEL_AT.value), y=y(Bar.TOP.value), text=text)


def _lines(paper: Paper, y: Any) -> list[alt.Chart]:
    """The day at the left, the replies due at the right."""
    day = alt.MarkDef(
        type="text", align="left", baseline="middle", fontSize=12, fontWeight=700, color=paper.ink
    )
    replies = alt.MarkDef(
        type="text",
        align="right",
        baseline="middle",
        fontSize=12,
        color=paper.words[Decision.ASK],
        limit=alt.ExprRef("width - 84"),
    )
    return [
        _layer(
            LINES,
            mark,
            x={"value": at},
            y=y(Line.AT.value),
            text=alt.Text(column.value, type="nominal"),
        )
        for mark, at, column in ((day, 0, Line.DAY), (replies, "width", Line.REPLIES))
    ]
