"""After the interview: the last notes, and, once there are three, what they come to.

Notes are the person's own words: show them as text, never as markup.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import altair as alt
import pandas as pd

from advisor.rules.verdict import Decision
from advisor.views.amounts import day as day_words
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.wording import one_line

FEWEST_DRAWN = 3
"""Debriefs from which a picture says more than the notes themselves."""

LAST_NOTES = 2
"""Earlier notes that are shown where the next interview is prepared."""

OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": "waiting to hear",
        "next_round": "next round",
        "offer": "an offer",
        "rejected": "a no",
        "withdrew": "I withdrew",
    }
)
"""How an interview ended, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was noted after one interview; all but the name may be empty.

    held  the day of the interview
    interest_from, interest_to  1 … 5, before and after
    """

    name: str
    held: date | None = None
    went_well: str = ""
    to_improve: str = ""
    interest_from: float | None = None
    interest_to: float | None = None
    people_met: tuple[str, ...] = ()
    outcome: str | None = None


def newest_first(noted: Sequence[Noted]) -> list[Noted]:
    """The notes by day, the newest first, those without a day last."""
    return sorted(noted, key=lambda one: one.held or date.min, reverse=True)


def last_notes(noted: Sequence[Noted]) -> tuple[tuple[str, str], ...]:
    """(of which interview, what it taught) for the last two that say something."""
    telling = [one for one in newest_first(noted) if one.went_well or one.to_improve]
    return tuple((_title(one), _lesson(one)) for one in telling[:LAST_NOTES])


def _title(one: Noted) -> str:
    return f"{one.name}, {day_words(one.held)}" if one.held else one.name


def _lesson(one: Noted) -> str:
    parts = (("Went well", one.went_well), ("To improve", one.to_improve))
    return "\n".join(f"{name}: {one_line(text, 300)}" for name, text in parts if text.strip())


COMMON = frozenset(
    "about after again also answer answers been before being better could didn does doing don "
    "done every from good have interview into just less like made make many more most much need "
    "needs next only question questions really should some talk than that their them then there "
    "these they thing things think this those time times told took very want well were what when "
    "which while with would your".split()
)
"""Words that recur in every note and say nothing."""

WORD = re.compile(r"[^\W\d_]{4,}")


def recurring(noted: Sequence[Noted], most: int = 5) -> tuple[tuple[str, int], ...]:
    """Words that stand in "to improve" of more than one debrief, with how many, most first."""
    counted = Counter(
        word for one in noted for word in {*WORD.findall(one.to_improve.casefold())} - COMMON
    )
    often = sorted((-number, word) for word, number in counted.items() if number > 1)
    return tuple((word, -number) for number, word in often[:most])


class Change(StrEnum):
    """Columns of the table of how interest changed."""

    NAME = "name"
    PLACE = "place"
    BEFORE = "before"
    AFTER = "after"
    TOP = "top"
    WAY = "way"
    TOLD = "told"


WAYS = ("up", "same", "down")


def changes(noted: Sequence[Noted]) -> pd.DataFrame:
    """Interest before and after each interview that has both, oldest first."""
    rated = [
        one
        for one in reversed(newest_first(noted))
        if one.interest_from is not None and one.interest_to is not None
    ]
    rows = [_change(place, one) for place, one in enumerate(rated, start=1)]
    return pd.DataFrame(rows, columns=[*map(str, Change)])


def _change(place: int, one: Noted) -> dict[str, Any]:
    before, after = float(one.interest_from or 0), float(one.interest_to or 0)
    way = "same" if before == after else "up" if after > before else "down"
    return {
        Change.NAME: one_line(one.name, 18),
        Change.PLACE: place,
        Change.BEFORE: before,
        Change.AFTER: after,
        Change.TOP: max(before, after),
        Change.WAY: way,
        Change.TOLD: f"{_title(one)}: interest from {before:g} to {after:g}",
    }


def interest_chart(table: pd.DataFrame, *, dark: bool = False) -> alt.LayerChart:
    """An arrow from the interest before to the interest after, one an interview, oldest left."""
    paper = DARK if dark else LIGHT
    x = alt.X(Change.PLACE.value, type="ordinal", axis=None)
    colour = alt.Color(Change.WAY.value, type="nominal", legend=None, scale=_ways(paper))
    told = alt.Tooltip(Change.TOLD.value, type="nominal", title="Interview")
    base, after = alt.Chart(table), _rating(paper, Change.AFTER)
    line = base.mark_rule(strokeWidth=3).encode(
        x=x,
        y=_rating(paper, Change.BEFORE),
        y2=alt.Y2(Change.AFTER.value),
        color=colour,
        tooltip=told,
    )
    end = base.mark_point(filled=True, size=110, opacity=1)
    name = base.mark_text(dy=-13, fontSize=11, color=paper.ink, limit=110)
    words = alt.Text(Change.NAME.value, type="nominal")
    layers = [
        line,
        end.encode(x=x, y=after, color=colour, tooltip=told),
        name.encode(x=x, y=_rating(paper, Change.TOP), text=words),
    ]
    chart: alt.LayerChart = alt.layer(*layers).properties(height=170).configure_view(stroke=None)
    return chart


def _ways(paper: Paper) -> alt.Scale:
    colours = [paper.words[key] for key in (Decision.ACCEPT, Decision.ASK, Decision.DECLINE)]
    return alt.Scale(domain=list(WAYS), range=colours)


def _rating(paper: Paper, column: Change) -> alt.Y:
    """Interest from 1 to 5, with room for a name over the 5."""
    axis = alt.Axis(
        title="Interest",
        titleColor=paper.quiet,
        values=[1, 2, 3, 4, 5],
        labelColor=paper.quiet,
        gridColor=paper.grid,
        domain=False,
        ticks=False,
    )
    scale = alt.Scale(domain=[0.8, 5.6], nice=False)
    return alt.Y(column.value, type="quantitative", scale=scale, axis=axis)
