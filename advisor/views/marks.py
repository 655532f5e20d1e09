"""The two scales all marks of the picture share, and what every mark has in common.

The marks name their tables and never hold one, so that the same picture is drawn once and every
later change sends its figures only.
"""

from dataclasses import dataclass
from typing import Any

import altair as alt

from advisor.views.paper import Paper
from advisor.views.strips import Strip

AXIS = 34.0
"""Pixels the axis takes above the first strip."""

STRIPS, SEGMENTS, LESSONS = "strips", "segments", "lessons"
"""The names of the tables the marks are drawn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """The colours around the bars, and the two scales all marks share.

    height  pixels from the top to the end of the last strip
    """

    paper: Paper
    height: float

    def x(self, field: str) -> alt.X:
        """Hours along the bar, as far as the longest mark."""
        scale = alt.Scale(nice=False, zero=True)
        return alt.X(field, type="quantitative", scale=scale, axis=self._axis())

    def y(self, field: str) -> alt.Y:
        """Pixels from the top; every strip knows its own."""
        scale = alt.Scale(domain=[0, self.height], range=[0, self.height], nice=False)
        return alt.Y(field, type="quantitative", scale=scale, axis=None)

    def _axis(self) -> alt.Axis:
        return alt.Axis(
            title=None,
            labelExpr="datum.value + ' h'",
            labelColor=self.paper.quiet,
            gridColor=self.paper.grid,
            orient="top",
            tickCount=8,
            domain=False,
            ticks=False,
        )


def marks(table: str, mark: alt.MarkDef, only: str | None = None, **channels: Any) -> alt.Chart:
    """One layer; a click anywhere on a mark opens its invite, so the hand says so.

    only  a yes-or-no column; strips without it have no such mark
    Only the mark that covers the strip speaks to a screen reader, once and in words.
    """
    mark.cursor = "pointer"
    if mark.aria is alt.Undefined:
        mark.aria = False
    some = alt.Undefined if only is None else [alt.FilterTransform(filter=f"datum.{only}")]
    encoding = alt.FacetedEncoding(**channels)
    return alt.Chart(data=alt.NamedData(table), mark=mark, encoding=encoding, transform=some)


def across(left: float | str, right: float | str) -> dict[str, Any]:
    """From pixel to pixel across the picture; "width" is its right edge."""
    return {"x": {"value": left}, "x2": {"value": right}}


def down(canvas: Canvas, top: Strip, bottom: Strip) -> dict[str, Any]:
    """From one height of the strip to another."""
    return {"y": canvas.y(top), "y2": alt.Y2(bottom.value)}


def told(**titles: str) -> list[alt.Tooltip]:
    """What a mark says when pointed at: the columns of its table under plain titles."""
    return [
        alt.Tooltip(field, type="nominal", title=title.replace("_", " "))
        for title, field in titles.items()
    ]


def faded(to: float) -> Any:
    """An opacity that falls to this share where the strip is faded."""
    return alt.condition(f"datum.{Strip.FADED}", alt.value(to), alt.value(1))
