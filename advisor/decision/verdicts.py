"""Gate, blockers, surplus to verdict, reason and rank."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.answers import UNDECIDED, VERDICTS, Answers
from advisor.decision.levels import Bools, Floats, Levels
from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.rules.profile import Offer, Profile
from advisor.rules.verdict import Gate, Reason, Verdict

GATES = tuple(Gate)
REASONS = tuple(Reason)

VERDICT_OF = {
    Reason.OFFER_ACCEPTED: Verdict.DECLINE,
    Reason.DEALBREAKER: Verdict.DECLINE,
    Reason.WILL_NOT_PREPARE: Verdict.DECLINE,
    Reason.WILL_YOU_PREPARE: Verdict.ASK,
    Reason.FIRST_CHOICE: Verdict.ACCEPT,
    Reason.NOT_WORTH_THE_HOURS: Verdict.DECLINE,
    Reason.WORTH_THE_HOURS: Verdict.ACCEPT,
    Reason.TOSS_UP: Verdict.ASK,
}
"""What each reason leads to."""

BLOCKERS = (Reason.OFFER_ACCEPTED, Reason.DEALBREAKER, Reason.WILL_NOT_PREPARE)
"""No hours of worth buy these back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is decided of m invites, as places in `GATES`, `REASONS` and `VERDICTS`.

    certain   lines 1 to 5 of the verdict table decided, not the hours
    decision  the person's own decision where given, else the verdict
    """

    gate: NDArray[np.int8]
    reason: NDArray[np.int8]
    verdict: NDArray[np.int8]
    decision: NDArray[np.int8]
    certain: Bools
    blocked: Bools


def judge(answers: Answers, surplus: Floats, profile: Profile) -> Judgement:
    """The gate, the first line of the verdict table that applies, and the decision.

    surplus  m hours
    """
    gate = _gate(answers.levels)
    lines = _lines(answers, gate, surplus, profile)
    line = np.zeros(len(surplus), dtype=np.int8)
    for place, (_, holds) in reversed([*enumerate(lines)]):
        np.copyto(line, place, where=holds)
    reasons = [reason for reason, _ in lines]
    reason = np.array([REASONS.index(one) for one in reasons], dtype=np.int8)[line]
    verdict = np.array([VERDICTS.index(VERDICT_OF[one]) for one in reasons], dtype=np.int8)[line]
    return Judgement(
        gate=gate,
        reason=reason,
        verdict=verdict,
        decision=np.where(answers.own_decision == UNDECIDED, verdict, answers.own_decision),
        certain=line < _HOURS_DECIDE,
        blocked=line < len(BLOCKERS),
    )


_HOURS_DECIDE = 5
"""Lines of the verdict table before the first that looks at the hours."""


def _gate(levels: Levels) -> NDArray[np.int8]:
    willing = levels[Level.WILLING]
    passes = willing >= levels[Field.PREP_HOURS_NEEDED]
    known = np.where(passes, GATES.index(Gate.PASS), GATES.index(Gate.FAIL))
    return np.where(np.isnan(willing), GATES.index(Gate.UNKNOWN), known).astype(np.int8)


def _lines(
    answers: Answers, gate: NDArray[np.int8], surplus: Floats, profile: Profile
) -> list[tuple[Reason, Bools]]:
    """The verdict table: each line's reason and where its condition holds; the last always does."""
    wanted = answers.first_choice
    unknown = gate == GATES.index(Gate.UNKNOWN)
    accepted = np.full(len(surplus), profile.offer is Offer.ACCEPTED)
    return [
        (Reason.OFFER_ACCEPTED, accepted),
        (Reason.DEALBREAKER, answers.dealbreaker),
        (Reason.WILL_NOT_PREPARE, gate == GATES.index(Gate.FAIL)),
        (Reason.WILL_YOU_PREPARE, wanted & unknown),
        (Reason.FIRST_CHOICE, wanted),
        (Reason.NOT_WORTH_THE_HOURS, surplus <= -profile.toss_up_hours),
        (Reason.WILL_YOU_PREPARE, unknown),
        (Reason.WORTH_THE_HOURS, surplus >= profile.toss_up_hours),
        (Reason.TOSS_UP, np.ones(len(surplus), dtype=bool)),
    ]


def best_first(
    decision: NDArray[np.int8], first_choice: Bools, surplus: Floats, rows: pd.Index
) -> NDArray[np.intp]:
    """Positions of the invites in rank order.

    Accepts, then asks, then declines; within each the first choice first, then the larger
    surplus, then the sheet's own order.
    """
    group = 2 * decision + ~first_choice
    order = _largest_first(surplus, rows)
    return order[np.argsort(group[order], kind="stable")]


def _largest_first(surplus: Floats, rows: pd.Index) -> NDArray[np.intp]:
    """Positions by falling surplus, equals in the sheet's order.

    NumPy's sort that leaves equals in any order takes half the time of one that does not, so that
    only equals are sorted again.
    """
    order = np.argsort(-surplus)
    falling = surplus[order]
    alike = np.zeros(len(order) + 1, dtype=bool)
    np.equal(falling[1:], falling[:-1], out=alike[1:-1])
    if alike.any():
        again = np.flatnonzero(alike[1:] | alike[:-1])
        several = order[again]
        order[again] = several[np.lexsort((rows.to_numpy()[several], -falling[again]))]
    return order
