"""The picture: hours for and hours against, one strip an invite, best first.

Every channel names its type, so that Altair looks at no cell; every colour is fixed, so that both
themes show the same. A person's text is only ever a datum.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt

from advisor.rules.motivations import MOTIVATIONS
from advisor.views.lessons import Lesson, lessons
from advisor.views.marks import (
    AXIS,
    LESSONS,
    SEGMENTS,
    STRIPS,
    Canvas,
    across,
    down,
    faded,
    marks,
    told,
)
from advisor.views.paper import DARK, LIGHT
from advisor.views.scene import Scene, shown_rows
from advisor.views.strips import (
    BAR_BOTTOM,
    BAR_TOP,
    TICK_OUT,
    Segment,
    Strip,
    full_height,
    segments,
    strips,
)

PICKED = "picked"
"""The name of the click on a strip; its `row` is the invite to open."""

PILL = 84
"""Width of the verdict's pill, in pixels; the name begins after it."""

SPOKEN = "spoken"
"""What a screen reader hears of a strip; put together in the browser of what it has anyway."""

HEARD = [f"datum.{part}" for part in (Strip.NAME, Strip.VERDICT, Strip.BESIDE, Strip.WHY)]

COLOURS = {one.label: one.colour for one in MOTIVATIONS.values()}


def picture(scene: Scene, *, dark: bool = False) -> dict[str, Any]:
    """One stacked bar of hours an invite against a tick at its cost, the verdict over it.

    A Vega-Lite specification. Its tables are apart from it, and it stays the same while only
    figures change, so that the browser moves the bars it has instead of drawing new ones.
    """
    rows = shown_rows(scene.advice, scene.opened)
    table = strips(scene, rows)
    tables = {STRIPS: table, SEGMENTS: segments(scene, table), LESSONS: lessons(table)}
    return {**drawing(len(rows), dark=dark), "datasets": tables}


@lru_cache(maxsize=64)
def drawing(count: int, *, dark: bool) -> Mapping[str, Any]:
    """The picture of so many strips, without its tables."""
    canvas = Canvas(paper=DARK if dark else LIGHT, height=full_height(count))
    click = alt.selection_point(name=PICKED, fields=[Strip.ROW.value], toggle=False, clear=False)
    layers = [
        _ground(canvas),
        _touch(canvas).add_params(click),
        _band(canvas),
        _bars(canvas),
        _whiskers(canvas),
        _whisker_ends(canvas, Strip.LOW),
        _whisker_ends(canvas, Strip.HIGH),
        _tick(canvas, canvas.paper.halo, 7),
        _tick(canvas, canvas.paper.ink, 3),
        _pills(canvas),
        *_words(canvas),
        _lessons(canvas),
        _reach(canvas),
    ]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .resolve_scale(color="independent", fill="independent")
        .properties(height=canvas.height + AXIS)
        .configure_view(stroke=None)
    )
    drawn: dict[str, Any] = chart.to_dict()
    return drawn


def _ground(canvas: Canvas) -> alt.Chart:
    """The opened strip stands on a ground of its own."""
    mark = alt.MarkDef(type="rect", fill=canvas.paper.picked, cornerRadius=6)
    whole = {**across(-8, "width"), **down(canvas, Strip.TOP, Strip.BOTTOM)}
    return marks(STRIPS, mark, only=Strip.OPEN, **whole)


def _touch(canvas: Canvas) -> alt.Chart:
    """The whole strip can be clicked; it says why when pointed at, or read by a screen reader."""
    whole = marks(
        STRIPS,
        alt.MarkDef(type="rect", fill="transparent", aria=True),
        **across(-8, "width"),
        **down(canvas, Strip.TOP, Strip.BOTTOM),
        description=alt.Description(SPOKEN, type="nominal"),
        tooltip=told(Invite=Strip.NAME, Why=Strip.WHY),
    )
    return whole.transform_calculate(**{SPOKEN: f"join([{', '.join(HEARD)}], '. ')"})


def _band(canvas: Canvas) -> alt.Chart:
    """Around the tick, the hours within which it is a toss-up."""
    return marks(
        STRIPS,
        alt.MarkDef(type="rect", fill=canvas.paper.band, cornerRadius=4),
        x=canvas.x(Strip.BAND_LOW),
        x2=alt.X2(Strip.BAND_HIGH.value),
        **down(canvas, Strip.TICK_TOP, Strip.TICK_BOTTOM),
    )


def _bars(canvas: Canvas) -> alt.Chart:
    """The hours each motivation adds, end to end; faded where nothing can buy it back."""
    colours = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return marks(
        SEGMENTS,
        alt.MarkDef(type="rect", stroke=canvas.paper.halo, strokeWidth=0.75),
        x=canvas.x(Segment.FROM),
        x2=alt.X2(Segment.TO.value),
        **down(canvas, Strip.BAR_TOP, Strip.BAR_BOTTOM),
        color=alt.Color(Segment.MOTIVE.value, type="nominal", scale=colours, legend=None),
        opacity=faded(0.25),
        tooltip=told(Invite=Segment.NAME, Reason=Segment.MOTIVE, Worth=Segment.ADDS),
    )


def _whiskers(canvas: Canvas) -> alt.Chart:
    """From the least to the most it may be worth, where answers are missing."""
    return marks(
        STRIPS,
        alt.MarkDef(type="rule", color=canvas.paper.ink, strokeWidth=1.5, strokeDash=[2, 3]),
        only=Strip.UNSURE,
        x=canvas.x(Strip.LOW),
        x2=alt.X2(Strip.HIGH.value),
        y=canvas.y(Strip.BAR_MIDDLE),
        tooltip=told(Invite=Strip.NAME, Surplus_may_be=Strip.RANGE),
    )


def _whisker_ends(canvas: Canvas, end: Strip) -> alt.Chart:
    mark = alt.MarkDef(
        type="tick", color=canvas.paper.ink, thickness=1.5, size=8, orient="vertical"
    )
    return marks(STRIPS, mark, only=Strip.UNSURE, x=canvas.x(end), y=canvas.y(Strip.BAR_MIDDLE))


def _tick(canvas: Canvas, colour: str, width: float) -> alt.Chart:
    """What it costs, on the same axis as what it is worth."""
    return marks(
        STRIPS,
        alt.MarkDef(type="rule", color=colour, strokeWidth=width),
        x=canvas.x(Strip.COST),
        **down(canvas, Strip.TICK_TOP, Strip.TICK_BOTTOM),
        opacity=faded(0.45),
        tooltip=told(Invite=Strip.NAME, It_takes=Strip.TAKES),
    )


def _by_decision(colours: Mapping[str, str]) -> dict[str, Any]:
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return {"shorthand": Strip.DECISION.value, "type": "nominal", "scale": scale, "legend": None}


def _pills(canvas: Canvas) -> alt.Chart:
    return marks(
        STRIPS,
        alt.MarkDef(type="rect", cornerRadius=9),
        **across(0, PILL),
        **down(canvas, Strip.PILL_TOP, Strip.PILL_BOTTOM),
        fill=alt.Fill(**_by_decision(canvas.paper.pills)),
    )


def _text(canvas: Canvas, column: Strip, at: float | str, mark: alt.MarkDef, **more: Any) -> Any:
    """Words on the line over the bar, `at` pixels from the left ("width": at the right)."""
    mark.baseline = "middle"
    return marks(
        STRIPS,
        mark,
        x={"value": at},
        y=canvas.y(Strip.WORDS),
        text=alt.Text(column.value, type="nominal"),
        **more,
    )


def _words(canvas: Canvas) -> list[alt.Chart]:
    """The verdict in its pill, the name beside it, the surplus and how sure at the right."""
    ink, quiet = canvas.paper.ink, canvas.paper.quiet
    verdict = alt.MarkDef(type="text", align="center", fontWeight=700, fontSize=12.5)
    name = alt.MarkDef(
        type="text",
        align="left",
        fontWeight=600,
        fontSize=14,
        color=ink,
        limit=alt.ExprRef(f"max(70, width - {PILL + 24} - 6.4 * length(datum.{Strip.BESIDE}))"),
    )
    beside = alt.MarkDef(
        type="text",
        align="right",
        fontSize=13,
        color=quiet,
        limit=alt.ExprRef(f"width - {PILL + 90}"),
    )
    colour = alt.Color(**_by_decision(canvas.paper.words))
    return [
        _text(canvas, Strip.VERDICT, PILL / 2, verdict, color=colour),
        _text(canvas, Strip.NAME, PILL + 10, name),
        _text(canvas, Strip.BESIDE, "width", beside),
    ]


def _lessons(canvas: Canvas) -> alt.Chart:
    """Words with a small arrow that point at the marks of the first strip."""
    left = f"datum.{Lesson.LEFT}"
    mark = alt.MarkDef(
        type="text",
        align=alt.ExprRef(f"{left} ? 'right' : 'left'"),
        baseline="middle",
        dx=alt.ExprRef(f"{left} ? 5 : -5"),
        dy=(BAR_BOTTOM - BAR_TOP) / 2 + TICK_OUT + 11,
        fontSize=12,
        color=canvas.paper.quiet,
    )
    words = alt.Text(Lesson.WORDS.value, type="nominal")
    return marks(LESSONS, mark, x=canvas.x(Lesson.AT), y=canvas.y(Lesson.MIDDLE), text=words)


def _reach(canvas: Canvas) -> alt.Chart:
    """Nothing to see: the hours reach a little past the longest mark."""
    mark = alt.MarkDef(type="point", opacity=0)
    return marks(STRIPS, mark, x=canvas.x(Strip.REACH), y=canvas.y(Strip.TOP))
