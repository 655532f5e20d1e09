"""All figures of each invite by itself, worked out in blocks that bound the memory they take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.answers import Answers, missing_mask, take_answers
from advisor.decision.certainty import Certainty, confidence, how_sure
from advisor.decision.flips import AnswerFlip, flip_answer
from advisor.decision.levels import Bools, Floats
from advisor.decision.priorities import PointsFlip, flip_points
from advisor.decision.values import evaluate
from advisor.decision.verdicts import Judgement, judge
from advisor.decision.worth import Stakes, cost, stakes_of, total, weigh
from advisor.rules.advice import Advice
from advisor.rules.profile import Profile

BLOCK = 32_768
"""Invites worked out at once: enough to be fast, few enough that little memory is needed at a
time. No row looks at another, so the figures do not depend on it."""

Column = NDArray[Any]
Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of m invites, in the invites' order.

    advice  column → m figures; for words and names their places, −1 for none
    values  6 × m in [0, 1]; hours 6 × m; levels as in `Levels.figures`
    """

    advice: dict[Advice, Column]
    values: Floats
    hours: Floats
    levels: Floats
    other_currency: Bools


def work_out(invites: pd.DataFrame, profile: Profile, *, sure: bool = True) -> Figures:
    """The figures of every invite for this person.

    invites  m × columns as `read_invites` makes them
    sure     whether to find how sure it is and what would flip it, by far the most work, as well
    """
    if len(invites) <= BLOCK:
        return _figures(invites, profile, sure=sure)
    starts = range(0, len(invites), BLOCK)
    blocks = (_figures(invites[at : at + BLOCK], profile, sure=sure) for at in starts)
    return _joined(blocks, len(invites))


def _figures(invites: pd.DataFrame, profile: Profile, *, sure: bool) -> Figures:
    stakes, answers = stakes_of(profile), take_answers(invites, profile)
    levels = answers.levels
    values, spent = evaluate(levels), cost(levels)
    hours = weigh(values, stakes)
    worth = total(hours)
    surplus = worth - spent
    judgement = judge(invites, answers, surplus, profile)
    found = Figures(
        advice={
            **_judged(judgement, answers),
            Advice.WORTH: worth,
            Advice.COST: spent,
            Advice.SURPLUS: surplus,
        },
        values=values,
        hours=hours,
        levels=levels.figures,
        other_currency=answers.other_currency,
    )
    if sure:
        found.advice.update(_certain(found, answers, judgement, stakes))
    return found


def _certain(
    found: Figures, answers: Answers, judgement: Judgement, stakes: Stakes
) -> dict[Advice, Column]:
    """How sure it is, what to ask, and what would flip it."""
    spent, surplus = found.advice[Advice.COST], found.advice[Advice.SURPLUS]
    return {
        **_sure(how_sure(answers, found.values, spent, surplus, stakes), judgement),
        Advice.MISSING: missing_mask(answers.assumed),
        **_answers(flip_answer(answers.levels, found.values, surplus, stakes)),
        **_points(_flip_points(found.values, spent, surplus, stakes)),
    }


def _judged(judgement: Judgement, answers: Answers) -> dict[Advice, Column]:
    return {
        Advice.VERDICT: judgement.verdict,
        Advice.REASON: judgement.reason,
        Advice.GATE: judgement.gate,
        Advice.DECISION: judgement.decision,
        Advice.FIRST_CHOICE: answers.first_choice,
        Advice.BLOCKED: judgement.blocked,
    }


def _sure(certainty: Certainty, judgement: Judgement) -> dict[Advice, Column]:
    return {
        Advice.SURPLUS_LOW: certainty.low,
        Advice.SURPLUS_HIGH: certainty.high,
        Advice.ACCEPT_SHARE: certainty.share,
        Advice.ACCEPT_SHARE_ANY: certainty.share_any,
        Advice.CONFIDENCE: confidence(judgement, certainty.share),
        Advice.ASK: certainty.ask,
    }


def _answers(flip: AnswerFlip) -> dict[Advice, Column]:
    return {
        Advice.FLIP_INPUT: flip.place,
        Advice.FLIP_VALUE: flip.answer,
        Advice.FLIP_DISTANCE: flip.distance,
    }


def _points(flip: PointsFlip) -> dict[Advice, Column]:
    return {
        Advice.FLIP_POINTS: flip.points,
        Advice.FLIP_FROM: flip.giver,
        Advice.FLIP_TO: flip.receiver,
    }


def _flip_points(values: Floats, spent: Floats, surplus: Floats, stakes: Stakes) -> PointsFlip:
    return flip_points(values, stakes.shares, spent / stakes.full, surplus / stakes.full)


def _joined(blocks: Iterator[Figures], count: int) -> Figures:
    """The figures of several blocks of invites, `count` in all, one after the other."""
    advice: dict[Advice, Column] = {}
    tables: dict[str, Column] = {}
    start = 0
    for block in blocks:
        rows = slice(start, start + len(block.other_currency))
        parts = {name: getattr(block, name) for name in _TABLES}
        _write(advice, block.advice, rows, count)
        _write(tables, parts, rows, count)
        start = rows.stop
    return Figures(advice=advice, **tables)


_TABLES = [one.name for one in fields(Figures)[1:]]


def _write(whole: dict[Key, Column], part: Mapping[Key, Column], rows: slice, count: int) -> None:
    """Write a part's columns where its rows stand among all `count`."""
    for key, column in part.items():
        if key not in whole:
            whole[key] = np.empty((*column.shape[:-1], count), dtype=column.dtype)
        whole[key][..., rows] = column
