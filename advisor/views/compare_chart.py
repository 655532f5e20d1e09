"""Invites side by side: bars aligned by motivation, the difference to the first, who wins where."""

from collections.abc import Iterator, Mapping
from typing import Any

import altair as alt
import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.views.amounts import hours, signed_hours
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.strips import Strip
from advisor.views.wording import MOTIVES

LINES = {**{key.value: MOTIVATIONS[key].label for key in Motive}, Advice.COST.value: "It takes"}
"""What is drawn, from top to bottom."""

BAR = 22
"""Pixels of one bar with its gap."""

PLACE, HEADING = "place", "#"
"""What a datum calls where it stands, and the mark of a heading in that."""


def compare_bars(table: pd.DataFrame, names: Mapping[int, str], quiet: str) -> pd.DataFrame:
    """One bar a line and invite, with its hours and the difference to the first invite."""
    rows: list[int] = [*map(int, table.columns.tolist())]
    return pd.DataFrame(
        {
            "line": label,
            Strip.NAME.value: names[row],
            "hours": float(table[row][key]),
            "told": _told(float(table[row][key]), float(table[rows[0]][key]), first=row == rows[0]),
            "colour": MOTIVATIONS[Motive(key)].colour if key in MOTIVATIONS else quiet,
        }
        for key, label in LINES.items()
        for row in rows
    )


def _told(length: float, against: float, *, first: bool) -> str:
    return hours(length) if first else f"{hours(length)}  ({signed_hours(length - against)})"


def compare_chart(
    table: pd.DataFrame, names: Mapping[int, str], *, dark: bool = False
) -> dict[str, Any]:
    """The bars of `compare_bars`, aligned line by line; a Vega-Lite specification.

    table  lines × rows in hours, the first column is the invite the others are held against
    """
    paper = DARK if dark else LIGHT
    bars = compare_bars(table, names, paper.quiet)
    values: Any = list(_placed(bars))
    base = alt.Chart(alt.InlineData(values=values)).encode(y=_who(paper))
    room = 1.35 * max(float(bars["hours"].max()), 1.0)
    drawn_bars = base.mark_bar(height=15).encode(
        x=alt.X("hours", type="quantitative", axis=None, scale=alt.Scale(domain=[0, room])),
        color=alt.Color("colour", type="nominal", scale=None),
    )
    words = base.mark_text(align="left", dx=5, color=paper.ink).encode(
        x=alt.X("hours", type="quantitative"), text=alt.Text("told", type="nominal")
    )
    chart = (
        alt.layer(drawn_bars, words).properties(height=alt.Step(BAR)).configure_view(stroke=None)
    )
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _placed(bars: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The bars from top to bottom, each line under a heading of its own that has no bar.

    A place is its number, a mark that tells headings from names, and what stands there.
    """
    place = 0
    for label, group in bars.groupby("line", sort=False):
        yield {PLACE: f"{place:02d}{HEADING}{label}", "hours": 0.0, "told": ""}
        grouped: Any = group.to_dict("records")
        for bar in grouped:
            place += 1
            yield {**bar, PLACE: f"{place:02d} {bar[Strip.NAME.value]}"}
        place += 1


def _who(paper: Paper) -> alt.Y:
    """The names, one after the other; what the invites are compared by, in bold."""
    bold: Any = {
        "condition": {"test": f"substring(datum.value, 2, 3) === '{HEADING}'", "value": 700},
        "value": 400,
    }
    axis = alt.Axis(
        title=None,
        labelExpr="slice(datum.value, 3)",
        labelFontWeight=bold,
        labelColor=paper.ink,
        labelLimit=110,
        ticks=False,
        domain=False,
    )
    return alt.Y(PLACE, type="nominal", sort=None, axis=axis)


def told_winners(leads: Mapping[str, tuple[int, float] | None], names: Mapping[int, str]) -> str:
    """Who wins where and by how many hours, in one sentence."""
    wins: dict[int, list[str]] = {}
    for key, lead in leads.items():
        if lead is not None and key != Advice.SURPLUS:
            what = MOTIVES.get(key, "a lower cost")
            wins.setdefault(lead[0], []).append(f"{what} by {hours(lead[1])}")
    parts = [f"{names[row]} wins on {_listed(won)}" for row, won in wins.items()]
    best = leads.get(Advice.SURPLUS.value)
    ahead = "nobody is ahead" if best is None else f"{names[best[0]]} is ahead by {hours(best[1])}"
    return f"{'; '.join([*parts, f'in all {ahead}'])}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
