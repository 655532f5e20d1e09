"""How sure: bounds, the share of priorities that agree, and the one answer worth finding out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.levels import Bools, Floats, Levels, missing_mask
from advisor.decision.shares import apportion, share_reaching
from advisor.decision.values import FORMULAS, evaluate
from advisor.decision.verdicts import VERDICTS, Judgement
from advisor.decision.worth import COSTS, cost, full_worth, hours_if_met, priorities, total, weigh
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MOTIVATIONS
from advisor.rules.profile import Profile
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


def how_sure(levels: Levels, values: Floats, surplus: Floats, profile: Profile) -> Certainty:
    """Bounds, shares and the question for every invite.

    values   6 × m at the levels as they stand; surplus m hours
    """
    any_missing = missing_mask(levels, len(surplus)) != 0
    places = np.flatnonzero(any_missing)
    low, high, shares = surplus.copy(), surplus.copy(), _shares(values, cost(levels), profile)
    ask = np.full(len(surplus), NOTHING_TO_ASK, dtype=np.int8)
    if len(places):
        unsure = levels.take(places)
        low[places], high[places], extremes = _extremes(unsure, profile)
        shares[:, places] = (shares[:, places] + extremes[0] + extremes[1]) / 3
        ask[places] = what_to_ask(unsure, profile)
    return Certainty(low=low, high=high, share=shares[0], share_any=shares[1], ask=ask)


def _extremes(levels: Levels, profile: Profile) -> tuple[Floats, Floats, Floats]:
    """Lowest and highest surplus, and both shares at either: 2 × 2 × m, worst before best."""
    ends = [levels.where_assumed("worst"), levels.where_assumed("best")]
    values, spent = [evaluate(end) for end in ends], [cost(end) for end in ends]
    low, high = (total(weigh(v, profile)) - s for v, s in zip(values, spent, strict=True))
    shares = _shares(np.hstack(values), np.concatenate(spent), profile)
    return low, high, np.stack(np.split(shares, 2, axis=1))


def _shares(values: Floats, spent: Floats, profile: Profile) -> Floats:
    """The share of the priorities near the person's own, and of all: 2 × m."""
    threshold = spent / full_worth(profile)
    near = apportion(priorities(profile), PRIORITY_TOKENS)
    one_each = np.ones(len(values), dtype=np.int64)
    return np.stack([share_reaching(values, tokens, threshold) for tokens in (near, one_each)])


def what_to_ask(levels: Levels, profile: Profile) -> NDArray[np.int8]:
    """The missing answer with the widest swing that alone could turn the surplus positive.

    Returns places in `INPUTS`, ties to the earlier; `NOTHING_TO_ASK` where none could.
    """
    hours = weigh(evaluate(levels), profile)
    ask = np.full(hours.shape[1], NOTHING_TO_ASK, dtype=np.int8)
    widest = np.zeros(hours.shape[1])
    for place, key in enumerate(INPUTS):
        missing = np.broadcast_to(levels.assumed[key], ask.shape)
        if not missing.any():
            continue
        worst = _surplus_at(levels, key, "worst", hours, profile)
        best = _surplus_at(levels, key, "best", hours, profile)
        swing = best - worst
        better = missing & (worst <= 0.0) & (best > 0.0) & (swing > widest)
        ask[better] = place
        widest[better] = swing[better]
    return ask


def _surplus_at(levels: Levels, key: str, extreme: str, hours: Floats, profile: Profile) -> Floats:
    """The surplus with one input at an extreme; only what is made of it is weighed anew."""
    there = levels.with_input(key, np.full(1, getattr(INPUTS[key], extreme)))
    if key in COSTS:
        return total(hours) - cost(there)
    if_met = hours_if_met(profile)
    anew = [
        FORMULAS[motive](there) * if_met[place] if key in MOTIVATIONS[motive].inputs else old
        for place, (motive, old) in enumerate(zip(FORMULAS, hours, strict=True))
    ]
    return total(np.vstack([np.broadcast_to(one, hours.shape[1]) for one in anew])) - cost(levels)


def confidence(judgement: Judgement, share: Floats) -> Floats:
    """How sure each verdict is: 1 where a rule decides, else the share of priorities behind it."""
    accept = judgement.verdict == VERDICTS.index(Verdict.ACCEPT)
    decline = judgement.verdict == VERDICTS.index(Verdict.DECLINE)
    certain: Bools = judgement.certain
    return np.select(
        [certain, accept, decline],
        [np.ones(len(share)), share, 1.0 - share],
        np.maximum(share, 1.0 - share),
    )
