"""The steps from invites to advice, in order: the only composition."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.certainty import Certainty, confidence, how_sure
from advisor.decision.flips import AnswerFlip, flip_answer
from advisor.decision.levels import Floats, Levels, missing_mask, take_levels
from advisor.decision.priorities import PointsFlip, flip_points
from advisor.decision.values import evaluate
from advisor.decision.verdicts import GATES, REASONS, VERDICTS, Judgement, best_first, judge
from advisor.decision.worth import cost, full_worth, priorities, total, weigh
from advisor.rules.advice import Advice
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The advice on every invite and the tables it was made from; each is indexed by `row`.

    advice  m × the columns of `rules.advice.Advice`, best first
    values  m × 6 in [0, 1], in the invites' order
    hours   m × 6 in hours; a row sums to the worth
    levels  m × the twelve inputs as used and the columns of `rules.advice.Level`
    """

    advice: pd.DataFrame
    values: pd.DataFrame
    hours: pd.DataFrame
    levels: pd.DataFrame


def assess(invites: pd.DataFrame, profile: Profile) -> Assessment:
    r"""The advice on every invite for this person.

    invites  m × columns as `read_invites` makes them, indexed by `row`; NaN is empty
    Pure: inputs stay as they are; a row's figures are the same alone or among any others.

    >>> from datetime import date
    >>> from advisor import read_invites
    >>> reading = read_invites(b"company\nAlder\n", today=date(2027, 1, 4))
    >>> advice = assess(reading.invites, Profile()).advice
    >>> advice.loc[2, "verdict"], float(advice.loc[2, "worth_hours"].round(2))
    ('ask', 12.24)
    """
    levels = take_levels(invites, profile)
    values = evaluate(levels)
    hours = weigh(values, profile)
    worth, spent = total(hours), cost(levels)
    surplus = worth - spent
    judgement = judge(invites, levels, surplus, profile)
    columns = {
        **_judged(judgement, levels),
        Advice.WORTH: worth,
        Advice.COST: spent,
        Advice.SURPLUS: surplus,
        **_sure(how_sure(levels, values, surplus, profile), judgement),
        Advice.MISSING: missing_mask(levels, len(surplus)),
        **_answers(flip_answer(levels, values, surplus, profile)),
        **_points(_flip_points(values, spent, surplus, profile)),
    }
    order = best_first(judgement, levels, surplus, invites.index)
    return Assessment(
        advice=_ranked(columns, invites.index, order),
        values=_by_motive(values, invites.index),
        hours=_by_motive(hours, invites.index),
        levels=levels.table(invites.index),
    )


def _judged(judgement: Judgement, levels: Levels) -> dict[Advice, object]:
    return {
        Advice.VERDICT: _word(judgement.verdict, VERDICTS),
        Advice.REASON: _word(judgement.reason, REASONS),
        Advice.GATE: _word(judgement.gate, GATES),
        Advice.DECISION: _word(judgement.decision, VERDICTS),
        Advice.FIRST_CHOICE: levels.first_choice,
        Advice.BLOCKED: judgement.blocked,
    }


def _sure(certainty: Certainty, judgement: Judgement) -> dict[Advice, object]:
    return {
        Advice.SURPLUS_LOW: certainty.low,
        Advice.SURPLUS_HIGH: certainty.high,
        Advice.ACCEPT_SHARE: certainty.share,
        Advice.ACCEPT_SHARE_ANY: certainty.share_any,
        Advice.CONFIDENCE: confidence(judgement, certainty.share),
        Advice.ASK: _named(certainty.ask, tuple(INPUTS)),
    }


def _answers(flip: AnswerFlip) -> dict[Advice, object]:
    return {
        Advice.FLIP_INPUT: _named(flip.place, tuple(INPUTS)),
        Advice.FLIP_VALUE: flip.answer,
        Advice.FLIP_DISTANCE: flip.distance,
    }


def _points(flip: PointsFlip) -> dict[Advice, object]:
    return {
        Advice.FLIP_POINTS: flip.points,
        Advice.FLIP_FROM: _named(flip.giver, tuple(Motive)),
        Advice.FLIP_TO: _named(flip.receiver, tuple(Motive)),
    }


def _flip_points(values: Floats, spent: Floats, surplus: Floats, profile: Profile) -> PointsFlip:
    full = full_worth(profile)
    return flip_points(values, priorities(profile), spent / full, surplus / full)


def _word(places: NDArray[np.int8], words: Sequence[str]) -> "pd.Categorical[str]":
    """The word at each place, kept as one small number a row."""
    return pd.Categorical.from_codes(places, pd.Index([str(word) for word in words]))


def _named(places: NDArray[np.int8], names: tuple[str, ...]) -> "pd.Series[str]":
    """The name at each place; None at the place −1, which a column of text would not keep."""
    named = np.array([*map(str, names), None], dtype=object)
    return pd.Series(named[places], dtype=object)


def _by_motive(figures: Floats, rows: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(figures.T, index=rows, columns=[motive.value for motive in Motive])


def _ranked(columns: dict[Advice, object], rows: pd.Index, order: NDArray[np.intp]) -> pd.DataFrame:
    """The advice table, best first, with the rank in front."""
    table = pd.DataFrame({key.value: column for key, column in columns.items()})
    ranked = table.set_axis(rows).iloc[order]
    ranked.insert(0, Advice.RANK.value, np.arange(1, len(order) + 1))
    return ranked
