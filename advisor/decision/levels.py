"""What is known of each invite, with what is assumed where an answer is missing."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.names import each_text, listed_names, plain_name
from advisor.rules.advice import Level
from advisor.rules.columns import Field
from advisor.rules.inputs import FIRST_CHOICE_INTEREST, INPUTS
from advisor.rules.kinds import Assumed
from advisor.rules.motivations import INTEL_LATE, MONTHS_SINCE, RUNWAY
from advisor.rules.profile import Profile
from advisor.rules.synonyms import needs_no_travel

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MONTHS_A_YEAR = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The levels of m invites, column by column.

    inputs          the twelve inputs by key, each m long (1 long where all rows share the answer)
    assumed         the same keys: where the answer was missing and the default stands in
    rival           0 … 1, how directly it competes with a first choice (k of the model)
    in_time         share of inside knowledge that still comes in time (s of the model)
    other_cost      hours; `willing` hours, NaN is unknown
    first_choice    the firm the person really wants
    other_currency  pay stated in another currency than the profile's, so it was not used
    """

    inputs: dict[str, Floats]
    assumed: dict[str, Bools]
    rival: Floats
    in_time: Floats
    other_cost: Floats
    willing: Floats
    first_choice: Bools
    other_currency: Bools

    def with_input(self, key: str, level: Floats) -> "Levels":
        """The same invites with another answer to one input."""
        return replace(self, inputs={**self.inputs, key: level})

    def where_assumed(self, extreme: str) -> "Levels":
        """The same invites with each missing answer at its plausible `worst` or `best`."""
        inputs = {
            key: np.where(self.assumed[key], getattr(INPUTS[key], extreme), level)
            for key, level in self.inputs.items()
        }
        return replace(self, inputs=inputs)

    def take(self, places: NDArray[np.intp]) -> "Levels":
        """The levels of some of the invites, by position."""

        def some(level: NDArray[np.generic]) -> NDArray[np.generic]:
            return level if len(level) == 1 else level[places]

        return Levels(
            inputs={key: np.asarray(some(level)) for key, level in self.inputs.items()},
            assumed={key: np.asarray(some(level)) for key, level in self.assumed.items()},
            rival=self.rival[places],
            in_time=self.in_time[places],
            other_cost=self.other_cost[places],
            willing=self.willing[places],
            first_choice=self.first_choice[places],
            other_currency=self.other_currency[places],
        )

    def table(self, rows: pd.Index) -> pd.DataFrame:
        """The levels as a table, one row an invite, for those who show them."""
        shared = {key: np.broadcast_to(level, len(rows)) for key, level in self.inputs.items()}
        return pd.DataFrame(
            {
                **shared,
                Level.RIVAL.value: self.rival,
                Level.WILLING.value: self.willing,
                Level.OTHER_COST.value: self.other_cost,
                Level.OTHER_CURRENCY.value: self.other_currency,
            },
            index=rows,
        )


def missing_mask(levels: Levels, count: int) -> NDArray[np.uint16]:
    """Bit i is set where the i-th of the twelve inputs was assumed; `count` rows."""
    mask = np.zeros(count, dtype=np.uint16)
    for place, key in enumerate(INPUTS):
        mask |= levels.assumed[key].astype(np.uint16) << np.uint16(place)
    return mask


def take_levels(invites: pd.DataFrame, profile: Profile) -> Levels:
    """The levels of every invite for this person.

    invites  m × columns, NaN is empty
    """
    given: dict[str, Floats] = {key: _floats(invites, key) for key in INPUTS if key in invites}
    given[Field.PAY_COVER], other_currency = _pay_cover(invites, profile)
    wanted = _first_choices(invites, profile)
    given[MONTHS_SINCE] = _one_for_all(profile.months_since_external_interview)
    given[RUNWAY] = _one_for_all(profile.runway_months)
    filled: dict[str, Floats] = {
        Field.INTEREST: np.where(wanted, FIRST_CHOICE_INTEREST, np.nan),
        Field.TRAVEL_HOURS: np.where(_nobody_travels(invites), 0.0, np.nan),
    }
    known = {key: _or_else(level, filled.get(key)) for key, level in given.items()}
    assumed = {key: np.isnan(known[key]) for key in INPUTS}
    willing = _floats(invites, Field.PREP_HOURS_WILLING)
    each = np.nan if profile.prep_hours_each is None else profile.prep_hours_each
    return Levels(
        inputs={key: _default(known[key], assumed[key], INPUTS[key]) for key in INPUTS},
        assumed=assumed,
        rival=_rivalry(invites, profile),
        in_time=_in_time(invites, profile),
        other_cost=np.nan_to_num(_floats(invites, Field.OTHER_COST_HOURS)),
        willing=np.where(np.isnan(willing), each, willing),
        first_choice=wanted,
        other_currency=other_currency,
    )


def _one_for_all(answer: float | None) -> Floats:
    """An answer of the profile: one long, it stands for every row."""
    return np.array([np.nan if answer is None else answer])


def _floats(invites: pd.DataFrame, key: str) -> Floats:
    return np.ascontiguousarray(invites[key].to_numpy(dtype=np.float64))


def _or_else(level: Floats, otherwise: Floats | None) -> Floats:
    return level if otherwise is None else np.where(np.isnan(level), otherwise, level)


def _default(level: Floats, missing: Bools, assumed: Assumed) -> Floats:
    return np.where(missing, assumed.default, level)


def _first_choices(invites: pd.DataFrame, profile: Profile) -> Bools:
    """A row's own yes or no; without one, whether the profile names the company."""
    wanted = {plain_name(company) for company in profile.first_choices}
    named = each_text(invites[Field.COMPANY], lambda company: plain_name(company) in wanted)
    own = _floats(invites, Field.FIRST_CHOICE)
    return np.where(np.isnan(own), named, own == 1.0)


def _nobody_travels(invites: pd.DataFrame) -> Bools:
    """Where the format says phone or video, and nothing of meeting in person."""
    return each_text(invites[Field.FORMAT], needs_no_travel)


def _pay_cover(invites: pd.DataFrame, profile: Profile) -> tuple[Floats, Bools]:
    """Take-home pay over monthly essentials, and where another currency forbids to compute it."""
    cover, pay = _floats(invites, Field.PAY_COVER), _floats(invites, Field.PAY)
    derived = np.isnan(cover) & ~np.isnan(pay)
    other = np.zeros(len(invites), dtype=bool)
    if profile.monthly_essentials is None:
        return cover, other
    if profile.currency is not None:
        foreign = each_text(
            invites[Field.PAY_CURRENCY], lambda code: code.upper() != profile.currency
        )
        other = derived & foreign
    from_pay = pay / MONTHS_A_YEAR * profile.take_home_share / profile.monthly_essentials
    return np.where(derived & ~other, from_pay, cover), other


def _rivalry(invites: pd.DataFrame, profile: Profile) -> Floats:
    """How directly each company competes with a first choice of the profile, 0 … 1."""
    if not profile.first_choices:
        return np.zeros(len(invites))
    rivals = {plain_name(name) for names in profile.first_choices.values() for name in names}
    rival = each_text(invites[Field.COMPANY], lambda name: plain_name(name) in rivals)
    for choice in profile.first_choices:
        rival |= _names(invites, plain_name(choice))
    return _or_else(_floats(invites, Field.COMPETITOR_OVERLAP), rival.astype(np.float64))


def _names(invites: pd.DataFrame, choice: str) -> Bools:
    """Where the row says it competes with `choice`, and is not that company itself."""
    itself = each_text(invites[Field.COMPANY], lambda name: plain_name(name) == choice)
    listed = each_text(invites[Field.COMPETITOR_OF], lambda text: choice in listed_names(text))
    return listed & ~itself


def _in_time(invites: pd.DataFrame, profile: Profile) -> Floats:
    """What inside knowledge is still worth on the day of the interview."""
    if profile.first_choice_date is None:
        return np.ones(len(invites))
    day = invites[Field.START].to_numpy(dtype="datetime64[D]")
    late = day >= np.datetime64(profile.first_choice_date, "D")
    return np.where(late, INTEL_LATE, 1.0)
