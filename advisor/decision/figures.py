"""All figures of each invite by itself, worked out in blocks that bound the memory they take."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.answers import Answers, missing_mask, take_answers
from advisor.decision.certainty import Certainty, confidence, how_sure
from advisor.decision.flips import AnswerFlip, flip_answer
from advisor.decision.known import Known, beside_priorities
from advisor.decision.levels import Floats
from advisor.decision.priorities import PointsFlip, flip_points
from advisor.decision.values import evaluate
from advisor.decision.verdicts import Judgement, judge
from advisor.decision.worth import Stakes, cost, stakes_of, total, weigh
from advisor.rules.advice import Advice
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile

BLOCK = 32_768
"""Invites worked out at once: enough to be fast, few enough that little memory is needed at a
time. No row looks at another, so the figures do not depend on it."""

Column = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of m invites, in the invites' order.

    answers  what they were worked out from
    advice   column → m figures; for words and names their places, −1 for none
    values   6 × m in [0, 1]; hours 6 × m
    """

    answers: Answers
    advice: dict[Advice, Column]
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
    if count <= BLOCK:
        return _figures(answers, profile, sure=sure)
    blocks = (slice(start, start + BLOCK) for start in range(0, count, BLOCK))
    whole = Figures(answers=answers, advice={}, values=_six(count), hours=_six(count))
    for rows in blocks:
        _write(whole, _figures(answers.part(rows), profile, sure=sure), rows)
    return whole


def _write(whole: Figures, part: Figures, rows: slice) -> None:
    """Write the figures of some rows where they stand among all."""
    whole.values[:, rows], whole.hours[:, rows] = part.values, part.hours
    for key, column in part.advice.items():
        if key not in whole.advice:
            whole.advice[key] = np.empty(whole.values.shape[1], dtype=column.dtype)
        whole.advice[key][rows] = column


def _six(count: int) -> Floats:
    return np.empty((len(Motive), count))


def _figures(answers: Answers, profile: Profile, *, sure: bool) -> Figures:
    stakes, levels = stakes_of(profile), answers.levels
    values, spent = evaluate(levels), cost(levels)
    hours = weigh(values, stakes)
    worth = total(hours)
    surplus = worth - spent
    judgement = judge(answers, surplus, profile)
    found = Figures(
        answers=answers,
        advice={
            **_judged(judgement, answers),
            Advice.WORTH: worth,
            Advice.COST: spent,
            Advice.SURPLUS: surplus,
        },
        values=values,
        hours=hours,
    )
    if sure:
        found.advice.update(_certain(found, judgement, stakes))
    return found


def _certain(found: Figures, judgement: Judgement, stakes: Stakes) -> dict[Advice, Column]:
    """How sure it is, what to ask, and what would flip it."""
    answers, spent, surplus = found.answers, found.advice[Advice.COST], found.advice[Advice.SURPLUS]
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
