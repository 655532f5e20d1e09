"""All figures of each invite by itself, worked out in blocks that bound the memory they take."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from advisor.decision.answers import Answers, missing_mask, take_answers
from advisor.decision.certainty import Cases, Certainty, confidence, how_sure
from advisor.decision.flips import AnswerFlip, flip_answer
from advisor.decision.known import Known, beside_priorities
from advisor.decision.levels import Floats
from advisor.decision.priorities import PointsFlip, flip_points
from advisor.decision.records import Column, Records, room_for, write
from advisor.decision.values import evaluate
from advisor.decision.verdicts import Judgement, judge
from advisor.decision.worth import Stakes, cost, stakes_of, total, weigh
from advisor.rules.advice import Advice
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile

BLOCK = 32_768
"""Invites worked out at once: enough to be fast, few enough that little memory is needed at a
time. No row looks at another, so the figures do not depend on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of m invites, in the invites' order.

    answers  what they were worked out from
    advice   m records; for words and names their places, −1 for none
    values   6 × m in [0, 1]; hours 6 × m
    """

    answers: Answers
    advice: Records
    values: Floats
    hours: Floats


def work_out(invites: pd.DataFrame, profile: Profile) -> Figures:
    """The figures of every invite for this person.

    invites  m × columns as `read_invites` makes them
    """
    return _in_blocks(take_answers(invites, profile), profile, sure=True)


def weigh_known(known: Known, profile: Profile) -> Figures:
    """The figures without how sure it is and what would flip it, by far the most work.

    known  of the same person, whatever their priorities were then; ValueError for another one
    """
    if beside_priorities(profile) != known.person:
        raise ValueError("What is known of the invites was found for another person.")
    return _in_blocks(known.answers, profile, sure=False)


def _in_blocks(answers: Answers, profile: Profile, *, sure: bool) -> Figures:
    count = len(answers.levels)
    first, *others = (slice(start, start + BLOCK) for start in range(0, max(count, 1), BLOCK))
    part = _figures(answers.part(first), profile, sure=sure)
    whole = Figures(
        answers=answers,
        advice=room_for(part.advice, count),
        values=np.empty((len(Motive), count)),
        hours=np.empty((len(Motive), count)),
    )
    _write(whole, part, first)
    for rows in others:
        _write(whole, _figures(answers.part(rows), profile, sure=sure), rows)
    return whole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The figures of some invites, their advice by columns; see `Figures`."""

    advice: dict[Advice, Column]
    values: Floats
    hours: Floats


def _write(whole: Figures, part: _Part, rows: slice) -> None:
    """Write the figures of some rows where they stand among all."""
    whole.values[:, rows], whole.hours[:, rows] = part.values, part.hours
    write(whole.advice[rows], part.advice)


def _figures(answers: Answers, profile: Profile, *, sure: bool) -> _Part:
    """The figures of some invites.

    Where it is asked how sure they are, they are weighed together with their ends.
    """
    stakes, count = stakes_of(profile), len(answers.levels)
    unsure = np.flatnonzero(answers.assumed.any(axis=0)) if sure else _NOBODY
    levels = answers.with_ends(unsure)
    values, spent = evaluate(levels), cost(levels)
    hours = weigh(values, stakes)
    worth = total(hours)
    surplus = worth - spent
    judgement = judge(answers, surplus[:count], profile)
    advice = {
        **_judged(judgement, answers),
        Advice.WORTH: worth[:count],
        Advice.COST: spent[:count],
        Advice.SURPLUS: surplus[:count],
    }
    if sure:
        cases = Cases(unsure=unsure, values=values, spent=spent, surplus=surplus)
        advice |= _certain(answers, cases, judgement, stakes)
    return _Part(advice=advice, values=values[:, :count], hours=hours[:, :count])


_NOBODY = np.empty(0, dtype=np.intp)


def _certain(
    answers: Answers, cases: Cases, judgement: Judgement, stakes: Stakes
) -> dict[Advice, Column]:
    """How sure it is, what to ask, and what would flip it."""
    own = slice(len(answers.levels))
    values, spent, surplus = cases.values[:, own], cases.spent[own], cases.surplus[own]
    return {
        **_sure(how_sure(answers, cases, stakes), judgement),
        Advice.MISSING: missing_mask(answers.assumed),
        **_answers(flip_answer(answers.levels, values, surplus, stakes)),
        **_points(_flip_points(values, spent, surplus, stakes)),
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
