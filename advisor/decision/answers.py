"""The answers a person gave about each invite and about herself, and what is assumed for others."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.levels import (
    BEST,
    DEFAULT,
    IN_TIME,
    PLACES,
    WORST,
    Bools,
    Floats,
    Levels,
)
from advisor.decision.names import Texts, listed_names, plain_name, texts_of
from advisor.rules.advice import Level
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.inputs import FIRST_CHOICE_INTEREST, INPUTS
from advisor.rules.kinds import NO_WORDS
from advisor.rules.motivations import INTEL_LATE, MONTHS_SINCE, RUNWAY
from advisor.rules.profile import Profile
from advisor.rules.synonyms import needs_no_travel
from advisor.rules.verdict import Verdict

MONTHS_A_YEAR = 12.0

VERDICTS = tuple(Verdict)
UNDECIDED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of m invites.

    levels          with the default wherever an answer is missing
    assumed         12 × m: which of the inputs are missing
    first_choice    the firm the person really wants
    other_currency  pay stated in another currency than the profile's, so it was not used
    dealbreaker     one is stated
    own_decision    m places in `VERDICTS` of what the person decided, or `UNDECIDED`
    """

    levels: Levels
    assumed: Bools
    first_choice: Bools
    other_currency: Bools
    dealbreaker: Bools
    own_decision: NDArray[np.int8]

    def part(self, rows: slice) -> "Answers":
        """What is known of some invites that follow each other."""
        return Answers(
            levels=self.levels.part(rows),
            assumed=self.assumed[:, rows],
            first_choice=self.first_choice[rows],
            other_currency=self.other_currency[rows],
            dealbreaker=self.dealbreaker[rows],
            own_decision=self.own_decision[rows],
        )

    def with_ends(self, unsure: NDArray[np.intp]) -> Levels:
        """All invites as they are, then some with each missing answer at its worst, then at best.

        unsure  u places among the m invites
        Returns the levels of m + 2 u.
        """
        count, ends = len(self.levels), len(unsure)
        if not ends:
            return self.levels
        figures = np.empty((len(PLACES), count + 2 * ends))
        figures[:, :count] = self.levels.figures
        low, high = figures[:, count : count + ends], figures[:, count + ends :]
        low[:] = high[:] = self.levels.figures[:, unsure]
        assumed = self.assumed[:, unsure]
        np.copyto(low[: len(INPUTS)], WORST, where=assumed)
        np.copyto(high[: len(INPUTS)], BEST, where=assumed)
        return Levels(figures=figures)


def missing_mask(assumed: Bools) -> NDArray[np.uint16]:
    """Bit i is set where the i-th of the twelve inputs was assumed.

    assumed  12 × m
    """
    mask = np.zeros(assumed.shape[1], dtype=np.uint16)
    for place, missing in enumerate(assumed):
        mask |= missing.astype(np.uint16) << np.uint16(place)
    return mask


def take_answers(invites: pd.DataFrame, profile: Profile) -> Answers:
    """The answers about every invite for this person.

    invites  m × columns, NaN is empty
    """
    company = texts_of(invites[Field.COMPANY])
    company = company.plain() if profile.first_choices else company
    wanted = _first_choices(invites, company, profile)
    levels = Levels(figures=np.empty((len(PLACES), len(invites))))
    other_currency = _write_inputs(levels, invites, wanted, profile)
    inputs = levels.figures[: len(INPUTS)]
    assumed = np.isnan(inputs)
    np.copyto(inputs, DEFAULT, where=assumed)
    levels[Level.RIVAL][:] = _rivalry(invites, company, profile)
    levels[IN_TIME][:] = _in_time(invites, profile)
    levels[Level.OTHER_COST][:] = np.nan_to_num(_floats(invites, Field.OTHER_COST_HOURS))
    levels[Level.WILLING][:] = _floats(invites, Field.PREP_HOURS_WILLING)
    _fill(levels[Level.WILLING], True, _or_unknown(profile.prep_hours_each))
    return Answers(
        levels=levels,
        assumed=assumed,
        first_choice=wanted,
        other_currency=other_currency,
        dealbreaker=texts_of(invites[Field.DEALBREAKER]).where(rules_out),
        own_decision=_own_decision(invites),
    )


def _write_inputs(levels: Levels, invites: pd.DataFrame, wanted: Bools, profile: Profile) -> Bools:
    """Write the twelve inputs as far as known; returns where another currency hides the cover."""
    for key in INPUTS:
        if key in COLUMNS and key != Field.PAY_COVER:
            levels[key][:] = _floats(invites, key)
    levels[Field.PAY_COVER][:], other_currency = _pay_cover(invites, profile)
    levels[MONTHS_SINCE][:] = _or_unknown(profile.months_since_external_interview)
    levels[RUNWAY][:] = _or_unknown(profile.runway_months)
    _fill(levels[Field.INTEREST], wanted, FIRST_CHOICE_INTEREST)
    _fill(levels[Field.TRAVEL_HOURS], _nobody_travels(invites), 0.0)
    return other_currency


def _floats(invites: pd.DataFrame, key: str) -> Floats:
    return invites[key].to_numpy(dtype=np.float64)


def _or_unknown(answer: float | None) -> float:
    return np.nan if answer is None else answer


def _fill(level: Floats, where: Bools | bool, otherwise: float) -> None:
    """Write what follows from something else into the empty cells."""
    np.copyto(level, otherwise, where=np.isnan(level) & where)


def _first_choices(invites: pd.DataFrame, company: Texts, profile: Profile) -> Bools:
    """A row's own yes or no; without one, whether the profile names the company."""
    wanted = {plain_name(company) for company in profile.first_choices}
    own = _floats(invites, Field.FIRST_CHOICE)
    return np.where(np.isnan(own), company.where(wanted.__contains__), own == 1.0)


def _nobody_travels(invites: pd.DataFrame) -> Bools:
    """Where the format says phone or video, and nothing of meeting in person."""
    return texts_of(invites[Field.FORMAT]).where(needs_no_travel)


def _pay_cover(invites: pd.DataFrame, profile: Profile) -> tuple[Floats, Bools]:
    """Take-home pay over monthly essentials, and where another currency forbids to compute it."""
    cover, other = _floats(invites, Field.PAY_COVER), np.zeros(len(invites), dtype=bool)
    if profile.monthly_essentials is None:
        return cover, other
    pay = _floats(invites, Field.PAY)
    derived = np.isnan(cover) & ~np.isnan(pay)
    if profile.currency is not None:
        codes = texts_of(invites[Field.PAY_CURRENCY])
        other = derived & codes.where(lambda code: code.upper() != profile.currency)
    from_pay = pay / MONTHS_A_YEAR * profile.take_home_share / profile.monthly_essentials
    return np.where(derived & ~other, from_pay, cover), other


def _rivalry(invites: pd.DataFrame, company: Texts, profile: Profile) -> Floats:
    """How directly each company competes with a first choice of the profile, 0 … 1."""
    if not profile.first_choices:
        return np.zeros(len(invites))
    rivals = {plain_name(name) for names in profile.first_choices.values() for name in names}
    rival = company.where(rivals.__contains__)
    listed = texts_of(invites[Field.COMPETITOR_OF])
    names = {text: listed_names(text) for text in listed.each}
    for choice in map(plain_name, profile.first_choices):
        told = listed.where([text for text in names if choice in names[text]].__contains__)
        rival |= told & ~company.where(choice.__eq__)
    overlap = _floats(invites, Field.COMPETITOR_OVERLAP)
    return np.where(np.isnan(overlap), rival, overlap)


def _in_time(invites: pd.DataFrame, profile: Profile) -> Floats | float:
    """What inside knowledge is still worth on the day of the interview."""
    if profile.first_choice_date is None:
        return 1.0
    day = invites[Field.START].to_numpy(dtype="datetime64[D]")
    late = day >= np.datetime64(profile.first_choice_date, "D")
    return np.where(late, INTEL_LATE, 1.0)


def rules_out(dealbreaker: str) -> bool:
    """Whether a stated dealbreaker is one: any text but the words for *no*.

    >>> rules_out("commission only"), rules_out(" None ")
    (True, False)
    """
    stated = plain_name(dealbreaker)
    return bool(stated) and stated not in NO_WORDS


def _own_decision(invites: pd.DataFrame) -> NDArray[np.int8]:
    """The person's own word where given."""
    own = texts_of(invites[Field.MY_DECISION])
    decision = np.full(len(invites), UNDECIDED, dtype=np.int8)
    for said in (Verdict.ACCEPT, Verdict.DECLINE):
        decision[own.where(said.__eq__)] = VERDICTS.index(said)
    return decision
