"""One person: situation, priorities, hours; how a profile is read and checked."""

import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from advisor.rules.motivations import MOTIVATIONS, Motive

T = TypeVar("T")

GIANT = "a number of more than 300 digits"


class ProfileError(ValueError):
    """A profile that cannot be used; its text says which field, what it must be and what it is."""


class Offer(StrEnum):
    """How far an offer in hand has come; an accepted one ends the search."""

    NONE = "none"
    VERBAL = "verbal"
    WRITTEN = "written"
    ACCEPTED = "accepted"


DEFAULT_WEIGHT = 5.0
"""Weight of each motivation unless the person says otherwise (0 … 10 on the page)."""


def _equal_weights() -> Mapping[Motive, float]:
    return dict.fromkeys(Motive, DEFAULT_WEIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known about the person; every field may stay at its default.

    months_since_external_interview  months, `inf` is never, None is not said
    runway_months                    months of essentials in hand, `inf` is no pressure
    first_choices                    company → the companies that compete with it
    first_choice_date                day of the interview at the first choice
    offer                            how far an offer in hand has come
    prep_hours_each                  hours really prepared for any one interview
    prep_hours_per_week              hours of preparation a week holds
    hours_per_reason                 hours one fully met reason of ordinary weight is worth, > 0
    toss_up_hours                    hours of surplus within which it is a toss-up
    weights                          six numbers ≥ 0, any scale, not all 0
    monthly_essentials, currency     what a month must bring in, and in which money
    take_home_share                  share of pay that is left after tax, 0 … 1

    Raises `ProfileError` where a field is not what it must be.

    >>> Profile(prep_hours_each=4).prep_hours_per_week
    8.0
    """

    months_since_external_interview: float | None = None
    runway_months: float | None = None
    first_choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first_choice_date: date | None = None
    offer: Offer = Offer.NONE
    prep_hours_each: float | None = None
    prep_hours_per_week: float = 8.0
    hours_per_reason: float = 8.0
    toss_up_hours: float = 2.0
    weights: Mapping[Motive, float] = field(default_factory=_equal_weights)
    monthly_essentials: float | None = None
    currency: str | None = None
    take_home_share: float = 0.75

    def __post_init__(self) -> None:
        for one in fields(self):
            read = READERS[one.name]
            object.__setattr__(self, one.name, read(one.name, getattr(self, one.name)))

    @property
    def full_worth(self) -> float:
        """Hours an interview is worth that meets every motivation fully."""
        return len(Motive) * self.hours_per_reason

    def with_weights(self, weights: Mapping[Motive, float]) -> "Profile":
        """The same person with other priorities."""
        return replace(self, weights=weights)


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else f"{value}"


def _must(name: str, must: str, value: object) -> ProfileError:
    return ProfileError(f"{name} in the profile must be {must}, not {_shown(value)}.")


def _number(
    must: str, low: float, high: float = math.inf, *, above: bool = False, infinite: bool = False
) -> Callable[[str, object], float]:
    """A reader of numbers from `low` (or above it) to `high`; `infinite` where inf is legal."""

    def read(name: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _must(name, must, value)
        try:
            number = float(value)
        except OverflowError as error:
            raise ProfileError(f"{name} in the profile must be {must}, not {GIANT}.") from error
        out = not low <= number <= high or (above and number == low)
        if out or (math.isinf(number) and not infinite):
            raise _must(name, must, value)
        return number

    return read


def _optional(read: Callable[[str, object], T]) -> Callable[[str, object], T | None]:
    """The reader for a field that may be left unsaid."""
    return lambda name, value: None if value is None else read(name, value)


def _read_day(name: str, value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise _must(name, "a day such as 2026-03-12", value) from error


def _read_offer(name: str, value: object) -> Offer:
    if value in set(Offer):
        return Offer(str(value))
    raise _must(name, f"one of {', '.join(Offer)}", value)


def _read_currency(name: str, value: object) -> str:
    code = value.strip().upper() if isinstance(value, str) else ""
    if len(code) == 3 and code.isalpha() and code.isascii():
        return code
    raise _must(name, "a three-letter code such as EUR", value)


def _read_first_choices(name: str, value: object) -> Mapping[str, tuple[str, ...]]:
    must = 'a table of companies with their competitors, such as Acme = ["Birch"]'
    if not isinstance(value, Mapping):
        raise _must(name, must, value)
    choices: dict[str, tuple[str, ...]] = {}
    for company, rivals in value.items():
        if not isinstance(rivals, list | tuple) or not all(isinstance(one, str) for one in rivals):
            raise _must(f"{name}, {company},", "a list of names", rivals)
        if not isinstance(company, str) or not company.strip():
            raise _must(name, must, value)
        choices[company] = tuple(rivals)
    return choices


_read_weight = _number("a number of 0 or more", 0.0)


def _read_weights(name: str, value: object) -> Mapping[Motive, float]:
    if not isinstance(value, Mapping):
        raise _must(name, f"a table of six numbers: {', '.join(Motive)}", value)
    unknown = [key for key in value if key not in MOTIVATIONS]
    if unknown:
        raise _unknown(f"{name}.{unknown[0]}", str(unknown[0]), list(MOTIVATIONS))
    absent = [key for key in MOTIVATIONS if key not in value]
    if absent:
        raise ProfileError(f"{name} in the profile lacks {', '.join(absent)}; give all six.")
    weights = {key: _read_weight(f"{name}.{key}", value[key]) for key in MOTIVATIONS}
    if not any(weights.values()):
        raise ProfileError(f"{name} in the profile are all 0; at least one must be above 0.")
    return weights


_MONTHS = "months of 0 or more (inf for never)"
_RUNWAY = "months of 0 or more (inf for no pressure)"
_HOURS = "hours from 0 to 200"

READERS: Mapping[str, Callable[[str, Any], Any]] = MappingProxyType(
    {
        "months_since_external_interview": _optional(_number(_MONTHS, 0.0, infinite=True)),
        "runway_months": _optional(_number(_RUNWAY, 0.0, infinite=True)),
        "first_choices": _read_first_choices,
        "first_choice_date": _optional(_read_day),
        "offer": _read_offer,
        "prep_hours_each": _optional(_number(_HOURS, 0.0, 200.0)),
        "prep_hours_per_week": _number("hours of 0 or more", 0.0),
        "hours_per_reason": _number("hours above 0", 0.0, above=True),
        "toss_up_hours": _number("hours of 0 or more", 0.0),
        "weights": _read_weights,
        "monthly_essentials": _optional(_number("an amount above 0", 0.0, above=True)),
        "currency": _optional(_read_currency),
        "take_home_share": _number("a share from 0 to 1", 0.0, 1.0),
    }
)
"""What each field must be, as the function that reads it."""


def _unknown(named: str, key: str, known: list[str]) -> ProfileError:
    near = difflib.get_close_matches(key, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else f" It knows: {', '.join(known)}."
    return ProfileError(f"The profile has no field {named}.{hint}")


def read_profile(table: Mapping[str, object]) -> Profile:
    """The profile that a table of fields by name describes, as TOML gives it.

    Raises `ProfileError` for an unknown field or one that is not what it must be.

    >>> read_profile({"runway_months": 3, "offer": "verbal"}).runway_months
    3.0
    >>> read_profile({"runway": 3})
    Traceback (most recent call last):
    advisor.rules.profile.ProfileError: The profile has no field runway. Did you mean runway_months?
    """
    for key in table:
        if key not in READERS:
            raise _unknown(key, key, list(READERS))
    empty = [key for key, value in table.items() if value is None]
    known = {key: value for key, value in table.items() if key not in empty}
    return Profile(**known)  # type: ignore[arg-type]  # __post_init__ reads and checks each field
