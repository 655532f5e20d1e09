"""How sure: bounds, the share of priorities that agree, and the one answer worth finding out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.answers import VERDICTS, Answers
from advisor.decision.levels import BEST, WORST, Bools, Floats
from advisor.decision.shares import apportion, share_reaching
from advisor.decision.verdicts import Judgement
from advisor.decision.worth import Stakes, surplus
from advisor.rules.inputs import INPUTS
from advisor.rules.verdict import PRIORITY_TOKENS, Verdict

NOTHING_TO_ASK = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """How sure the advice on m invites is.

    low, high   hours of surplus with every missing answer at its plausible worst or best
    share       share of the priorities near the person's own under which worth ≥ cost
    share_any   the same over all priorities there are
    ask         place in `INPUTS` of the one answer to find out, or `NOTHING_TO_ASK`
    """

    low: Floats
    high: Floats
    share: Floats
    share_any: Floats
    ask: NDArray[np.int8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """M invites as they are, then u of them at their worst, then at their best: m + 2 u cases.

    unsure  u places among the invites: those of which an answer is missing
    values  6 × cases in [0, 1]; spent and surplus are hours of each
    """

    unsure: NDArray[np.intp]
    values: Floats
    spent: Floats
    surplus: Floats

    def bounds(self) -> tuple[Floats, Floats]:
        """Hours of surplus of each invite at its worst, and at its best."""
        here, ends = np.split(self.surplus, [len(self.surplus) - 2 * len(self.unsure)])
        low, high = here.copy(), here.copy()
        low[self.unsure], high[self.unsure] = np.split(ends, 2)
        return low, high


def how_sure(answers: Answers, cases: Cases, stakes: Stakes) -> Certainty:
    """Bounds, shares and the question for every invite."""
    low, high = cases.bounds()
    shares = _shares(cases.values, cases.spent, stakes)
    middle, ends = np.hsplit(shares, [len(low)])
    worst, best = np.hsplit(ends, 2)
    middle[:, cases.unsure] = (middle[:, cases.unsure] + worst + best) / 3
    ask = what_to_ask(answers, low, high, stakes)
    return Certainty(low=low, high=high, share=middle[0], share_any=middle[1], ask=ask)


def _shares(values: Floats, spent: Floats, stakes: Stakes) -> Floats:
    """The share of the priorities near the person's own, and of all: 2 × m."""
    threshold = spent / stakes.full
    near = apportion(stakes.shares, PRIORITY_TOKENS)
    return share_reaching(values, np.stack([near, np.ones_like(near)]), threshold)


def what_to_ask(answers: Answers, low: Floats, high: Floats, stakes: Stakes) -> NDArray[np.int8]:
    """The missing answer with the widest swing that alone could turn the surplus positive.

    low, high  m hours of surplus with all missing answers at their worst and best: where they lie
               on one side of 0, no answer alone can turn it
    Returns m places in `INPUTS`, ties to the earlier; `NOTHING_TO_ASK` where none could.
    """
    ask = np.full(len(low), NOTHING_TO_ASK, dtype=np.int8)
    turning = np.flatnonzero((low <= 0.0) & (high > 0.0))
    missing, place = np.nonzero(answers.assumed[:, turning])
    either = answers.levels.take(np.tile(turning[place], 2))
    ends = np.concatenate([WORST[missing, 0], BEST[missing, 0]])
    worst, best = np.split(surplus(either.with_inputs(np.tile(missing, 2), ends), stakes), 2)
    swings = np.zeros((len(INPUTS), len(turning)))
    swings[missing, place] = np.where((worst <= 0.0) & (best > 0.0), best - worst, 0.0)
    ask[turning] = np.where(swings.any(axis=0), swings.argmax(axis=0), NOTHING_TO_ASK)
    return ask


def confidence(judgement: Judgement, share: Floats) -> Floats:
    """How sure each verdict is: 1 where a rule decides, else the share of priorities behind it."""
    accept = judgement.verdict == VERDICTS.index(Verdict.ACCEPT)
    decline = judgement.verdict == VERDICTS.index(Verdict.DECLINE)
    certain: Bools = judgement.certain
    by_hours = np.where(accept, share, np.where(decline, 1.0 - share, np.maximum(share, 1 - share)))
    return np.where(certain, 1.0, by_hours)
