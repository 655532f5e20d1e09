"""The one-line why of an invite, as a friend would say it.

`sentence(case)` says it for one invite, `sentences(...)` for many:

    sentences(invites, assessment.advice, assessment.hours, assessment.levels)

The first is made of plain values, so that any program with one record at hand can call it. It
begins "Go: …", "Ask first: …" or "Decline: …", gives the top two reasons, the cost, and the one
fact that would flip the verdict. Where more than half of the twelve answers are assumed it says
that first. It may hold the person's own words (a dealbreaker): show it as text, never as markup.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice, Level
from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import Motive
from advisor.rules.verdict import LITTLE_KNOWN, Reason
from advisor.views.amounts import hours
from advisor.views.wording import FIND_OUT, LOOKS, MOTIVES, TURNS, one_line, turning_answer

TOP_REASONS = 2
"""How many motivations a sentence names."""

TELLING = 0.05
"""Hours below which a motivation is not named as a reason: it would read "0 h"."""

WARNED = "Little is known"
"""What is said, before or after the sentence, when most answers are assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a sentence needs to know of one invite; fields as in the advice and levels tables.

    reasons        hours each motivation adds, in the motivations' order
    assumed        how many of the twelve answers are assumed
    flip_from_now  the present level of `flip_input`
    ruled_out_by   the dealbreaker, as the person wrote it
    own_decision   what the person decided, if anything
    """

    verdict: str
    reason: str
    worth_hours: float
    cost_hours: float
    reasons: Sequence[float]
    assumed: int
    ask: str | None
    flip_input: str | None
    flip_value: float
    flip_from_now: float
    flip_points: float
    flip_from: str | None
    flip_to: str | None
    prep_needed: float
    prep_willing: float
    ruled_out_by: str | None
    own_decision: str | None


def sentence(case: Case) -> str:
    """Why go, ask or decline: the top two reasons, the cost, the one fact that would flip it."""
    if not _is_little_known(case):
        return _told(case)
    return f"{WARNED}: {case.assumed} of {len(INPUTS)} answers are assumed. {_told(case)}"


def in_short(case: Case) -> str:
    """The sentence as it stands in a column: the verdict first, the warning of assumptions last."""
    return f"{_told(case)} {WARNED}." if _is_little_known(case) else _told(case)


def _is_little_known(case: Case) -> bool:
    return case.assumed > LITTLE_KNOWN * len(INPUTS)


def _told(case: Case) -> str:
    """The verdict and what speaks for it, after the person's own word where that is another."""
    opening = LOOKS[case.verdict].opening
    if case.own_decision is not None and case.own_decision != case.verdict:
        own = LOOKS[case.own_decision].word.lower()
        opening = f"You decided: {own}. The figures say {opening.lower()}"
    return f"{opening}: {TELLERS[case.reason](case)}"


def top_reasons(case: Case) -> str:
    """The one or two motivations that add most hours, as they read in a sentence."""
    ranked = sorted(zip(case.reasons, Motive, strict=True), key=_most_first)
    names = [MOTIVES[motive] for added, motive in ranked[:TOP_REASONS] if added >= TELLING]
    return " and ".join(names)


def _most_first(reason: tuple[float, Motive]) -> float:
    return -reason[0]


def _worth_and_cost(case: Case, joint: str) -> str:
    reasons = top_reasons(case)
    cost = f"it takes {hours(case.cost_hours)}"
    if not reasons:
        return f"nothing speaks for it, and {cost}"
    made = "make" if " and " in reasons or reasons.endswith("s") else "makes"
    return f"{reasons} {made} it worth {hours(case.worth_hours)}, {joint} {cost}"


def what_flips(case: Case) -> str:
    """The smallest single change that turns the surplus around, as a full sentence."""
    going = case.worth_hours > case.cost_hours
    turned = "It would not be worth it" if going else "It would be worth it"
    if case.flip_input is not None:
        return (
            f"{turned} if {turning_answer(case.flip_input, case.flip_value, case.flip_from_now)}."
        )
    if not math.isnan(case.flip_points) and case.flip_from and case.flip_to:
        moved = f"{math.ceil(case.flip_points)} of your 100 priority points"
        return (
            f"{turned} if {moved} moved from {MOTIVES[case.flip_from]} to {MOTIVES[case.flip_to]}."
        )
    gap = hours(abs(case.worth_hours - case.cost_hours))
    if going:
        return f"It would be worth it even if it took up to {gap} more."
    return f"{turned} only if it took {gap} less."


def _told_offer(case: Case) -> str:
    return "you accepted an offer, so the search is over. Only without it would this count."


def _told_dealbreaker(case: Case) -> str:
    words = one_line(case.ruled_out_by) if case.ruled_out_by else "a dealbreaker"
    worth = _worth_and_cost(case, "and")
    return f"you ruled it out ({words}). Without that, {worth}."


def _told_will_not(case: Case) -> str:
    gap = f"you would prepare {hours(case.prep_willing)} of the {hours(case.prep_needed)} it needs"
    return f"{gap}. If you gave it those hours: {_worth_and_cost(case, 'and')}."


def _told_will_you(case: Case) -> str:
    asked = f"will you really prepare the {hours(case.prep_needed)} it needs?"
    worth = _worth_and_cost(case, "and")
    return f"{asked} {worth[0].upper()}{worth[1:]}."


def _told_first_choice(case: Case) -> str:
    worth = _worth_and_cost(case, "and")
    return f"this is your first choice; {worth}. Only preparing too little would change that."


def _told_by_hours(case: Case) -> str:
    return f"{_worth_and_cost(case, 'and')}. {what_flips(case)}"


def _told_not_worth(case: Case) -> str:
    return f"{_worth_and_cost(case, 'but')}. {what_flips(case)}"


def _told_toss_up(case: Case) -> str:
    told = f"a toss-up, {_worth_and_cost(case, 'and')}."
    if case.ask is not None:
        return f"{told} Find out {FIND_OUT[case.ask]}: that alone could decide it."
    return f"{told} {what_flips(case)}"


TELLERS: Mapping[str, Callable[[Case], str]] = MappingProxyType(
    {
        Reason.OFFER_ACCEPTED: _told_offer,
        Reason.DEALBREAKER: _told_dealbreaker,
        Reason.WILL_NOT_PREPARE: _told_will_not,
        Reason.WILL_YOU_PREPARE: _told_will_you,
        Reason.FIRST_CHOICE: _told_first_choice,
        Reason.NOT_WORTH_THE_HOURS: _told_not_worth,
        Reason.WORTH_THE_HOURS: _told_by_hours,
        Reason.TOSS_UP: _told_toss_up,
    }
)
"""How each line of the verdict table is told."""


def cases(
    invites: pd.DataFrame, advice: pd.DataFrame, motives: pd.DataFrame, levels: pd.DataFrame
) -> Iterator[Case]:
    """What each row of `advice` needs for its sentence, in the order of `advice`.

    motives  hours each motivation adds (m × 6); levels  the answers as used; any order of rows
    """
    used, own = levels.loc[advice.index], invites.loc[advice.index]
    columns: dict[str, Sequence[Any]] = {
        "verdict": advice[Advice.VERDICT].tolist(),
        "reason": advice[Advice.REASON].tolist(),
        "worth_hours": advice[Advice.WORTH].tolist(),
        "cost_hours": advice[Advice.COST].tolist(),
        "reasons": motives.loc[advice.index, list(Motive)].to_numpy().tolist(),
        "assumed": [int(mask).bit_count() for mask in advice[Advice.MISSING]],
        "ask": advice[Advice.ASK].tolist(),
        "prep_needed": used[Field.PREP_HOURS_NEEDED].tolist(),
        "prep_willing": used[Level.WILLING].tolist(),
        "ruled_out_by": own[Field.DEALBREAKER].tolist(),
        "own_decision": own[Field.MY_DECISION].tolist(),
        **_flips(advice, used),
    }
    for values in zip(*columns.values(), strict=True):
        yield Case(**dict(zip(columns, values, strict=True)))


def _flips(advice: pd.DataFrame, used: pd.DataFrame) -> dict[str, Sequence[Any]]:
    """What would turn each row, and where the turning answer stands now."""
    answers = {key: used[key].tolist() for key in TURNS}
    turning = advice[Advice.FLIP_INPUT].tolist()
    now = [answers[key][place] if key else math.nan for place, key in enumerate(turning)]
    return {
        "flip_input": turning,
        "flip_value": advice[Advice.FLIP_VALUE].tolist(),
        "flip_from_now": now,
        "flip_points": advice[Advice.FLIP_POINTS].tolist(),
        "flip_from": advice[Advice.FLIP_FROM].tolist(),
        "flip_to": advice[Advice.FLIP_TO].tolist(),
    }


def sentences(
    invites: pd.DataFrame, advice: pd.DataFrame, motives: pd.DataFrame, levels: pd.DataFrame
) -> pd.Series:
    """The one-line why of every row of `advice`, indexed by row, best first.

    Pass `advice.head(n)` to say only the first n; the other tables may be larger and in any order.
    """
    said = [sentence(case) for case in cases(invites, advice, motives, levels)]
    return pd.Series(said, index=advice.index, dtype=object, name="why")
