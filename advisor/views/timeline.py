"""A week laid out: for every day with something in it, bars on lanes and words over them.

Heights are pixels from the top; lengths are hours of the day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import pandas as pd

from advisor.views.amounts import day as day_words
from advisor.views.amounts import days_away, hours
from advisor.views.preparation import Block, Span, Visit
from advisor.views.weeks import Due, Week

DAY_LINE, LANE, GAP = 24.0, 34.0, 10.0
"""Pixels of a day's line of words, of a lane, and between two days."""

BAR_TOP, BAR_BOTTOM = 16.0, 29.0
"""Pixels of the bar within its lane; the words stand over it."""

EARLIEST, LATEST = 7, 22
"""Hours of the day that are always shown."""


class Shape(StrEnum):
    """What a bar means."""

    INTERVIEW = "interview"
    JOURNEY = "on the way"
    PREPARATION = "preparation"
    MOVED = "does not fit"
    CLASH = "overlap"


class Bar(StrEnum):
    """Columns of the table of bars."""

    SHAPE = "shape"
    BEGIN = "begin"
    END = "end"
    TOP = "top"
    BOTTOM = "bottom"
    LABEL = "label"
    LABEL_AT = "label_at"
    ROOM = "room"
    TOLD = "told"


class Line(StrEnum):
    """Columns of the table of words that head each day."""

    DAY = "day"
    REPLIES = "replies"
    AT = "at"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The tables of one week's picture; `reach` are the first and last hour shown."""

    bars: pd.DataFrame
    lines: pd.DataFrame
    height: float
    reach: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing on one day, in hours of that day; `core` is the part between the journeys."""

    shape: Shape
    begin: float
    end: float
    core: tuple[float, float]
    label: str
    told: str


def lay_out(week: Week, today: date) -> Timeline:
    """The week's bars and words."""
    pieces = {day: [*_planned_on(week, day), *_moved_on(week, day)] for day in _days(week)}
    flat = [piece for held in pieces.values() for piece in held]
    reach = (
        int(min([EARLIEST, *(piece.begin for piece in flat)])),
        -int(-max([LATEST, *(piece.end for piece in flat)]) // 1),
    )
    bars: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    top = 0.0
    for day, held in pieces.items():
        lines.append(_line(week, day, today, top))
        lanes = _lanes(held)
        for number, lane in enumerate(lanes):
            bars += _bars_of(lane, top + DAY_LINE + number * LANE, reach[1])
        bars += _clashes(lanes, top + DAY_LINE)
        top += DAY_LINE + len(lanes) * LANE + GAP
    columns = {"bars": [*map(str, Bar)], "lines": [*map(str, Line)]}
    return Timeline(
        bars=pd.DataFrame(bars, columns=columns["bars"]),
        lines=pd.DataFrame(lines, columns=columns["lines"]),
        height=top,
        reach=reach,
    )


def _days(week: Week) -> list[date]:
    """The days of the week on which something is."""
    days = {one.start.date() for one in (*week.planned, *week.crowded)}
    days |= {block.begin.date() for block in week.preparing}
    return sorted(days | {due.day for due in week.due})


def _hour(moment: datetime, day: date) -> float:
    """The hour of the day, from 0 to 24 where the moment is on another day."""
    passed = (moment - datetime.combine(day, time())) / timedelta(hours=1)
    return min(max(passed, 0.0), 24.0)


def _visit_piece(one: Visit, shape: Shape, day: date) -> Piece:
    if not one.start_has_time:
        whole = (float(EARLIEST), float(LATEST))
        words = f"{one.company}, no time yet"
        pale = Shape.JOURNEY if shape is Shape.INTERVIEW else shape
        return Piece(shape=pale, begin=whole[0], end=whole[1], core=whole, label=words, told=words)
    leaves, returns = one.away
    ends = one.start + timedelta(hours=one.length)
    told = f"{one.company}: {one.start:%H:%M}–{ends:%H:%M}, away {leaves:%H:%M}–{returns:%H:%M}"
    return Piece(
        shape=shape,
        begin=_hour(leaves, day),
        end=_hour(returns, day),
        core=(_hour(one.start, day), _hour(ends, day)),
        label=f"{one.start:%H:%M} {one.company}",
        told=told,
    )


def _preparing_piece(block: Block, day: date) -> Piece:
    span: Span = (block.begin, block.end)
    begin, end = (_hour(moment, day) for moment in span)
    label = f"Prepare {block.visit.company}"
    told = f"{label}: {hours(end - begin)} from {block.begin:%H:%M}"
    return Piece(
        shape=Shape.PREPARATION, begin=begin, end=end, core=(begin, end), label=label, told=told
    )


def _planned_on(week: Week, day: date) -> Iterator[Piece]:
    for one in week.planned:
        if one.start.date() == day:
            yield _visit_piece(one, Shape.INTERVIEW, day)
    for block in week.preparing:
        if block.begin.date() == day:
            yield _preparing_piece(block, day)


def _moved_on(week: Week, day: date) -> Iterator[Piece]:
    for one in week.crowded:
        if one.start.date() == day:
            yield _visit_piece(one, Shape.MOVED, day)


def _lanes(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces side by side where they fit; what does not fit the plan stands under it."""
    lanes: list[list[Piece]] = []
    in_order = sorted(pieces, key=lambda one: (one.shape is Shape.MOVED, one.begin))
    for piece in in_order:
        moved = piece.shape is Shape.MOVED
        for lane in lanes:
            alike = (lane[0].shape is Shape.MOVED) == moved
            if alike and all(one.end <= piece.begin or piece.end <= one.begin for one in lane):
                lane.append(piece)
                break
        else:
            lanes.append([piece])
    return lanes


def _bars_of(lane: Sequence[Piece], top: float, last: int) -> Iterator[dict[str, object]]:
    ordered = sorted(lane, key=lambda one: one.begin)
    nexts = [*(one.begin for one in ordered[1:]), float(last)]
    for piece, room in zip(ordered, nexts, strict=True):
        whole = (piece.begin, piece.end)
        if whole != piece.core:
            journey = Shape.MOVED if piece.shape is Shape.MOVED else Shape.JOURNEY
            if journey is Shape.JOURNEY:
                yield _bar(piece, journey, whole, top, 0.0)
        core = whole if piece.shape is Shape.MOVED else piece.core
        yield _bar(piece, piece.shape, core, top, room)


def _bar(
    piece: Piece, shape: Shape, span: tuple[float, float], top: float, room: float
) -> dict[str, object]:
    """One bar; its words begin where the piece begins and have room until the next one."""
    return {
        Bar.SHAPE: shape.value,
        Bar.BEGIN: span[0],
        Bar.END: span[1],
        Bar.TOP: top + BAR_TOP,
        Bar.BOTTOM: top + BAR_BOTTOM,
        Bar.LABEL: piece.label if room else "",
        Bar.LABEL_AT: piece.begin,
        Bar.ROOM: room,
        Bar.TOLD: piece.told,
    }


def _clashes(lanes: Sequence[Sequence[Piece]], top: float) -> Iterator[dict[str, object]]:
    """Where what does not fit overlaps what is planned, on the one bar and on the other."""
    placed = [(number, one) for number, lane in enumerate(lanes) for one in lane]
    for under, moved in placed:
        for over, one in placed:
            begin, end = max(moved.begin, one.begin), min(moved.end, one.end)
            if moved.shape is Shape.MOVED and one.shape is Shape.INTERVIEW and begin < end:
                told = f"{moved.told}\noverlaps {one.told}"
                clash = replace(one, shape=Shape.CLASH, begin=begin, end=end, told=told)
                for lane in (over, under):
                    yield _bar(clash, Shape.CLASH, (begin, end), top + lane * LANE, 0.0)


def _line(week: Week, day: date, today: date, top: float) -> dict[str, object]:
    due = [one for one in week.due if one.day == day]
    return {
        Line.DAY: day_words(day),
        Line.REPLIES: _replies(due, day, today),
        Line.AT: top + DAY_LINE / 2 + 2,
        Line.RULE: top,
    }


def _replies(due: Sequence[Due], day: date, today: date) -> str:
    """The replies due on a day, with the days left."""
    if not due:
        return ""
    names = [one.company for one in due[:2]]
    more = f" +{len(due) - 2}" if len(due) > 2 else ""
    return f"↩ reply {days_away(day, today)}: {', '.join(names)}{more}"
