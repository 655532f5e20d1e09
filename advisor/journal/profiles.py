"""Between a profile and the history: only the fields that were said, in plain JSON."""

import math
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from advisor.rules.profile import Profile, ProfileError, read_profile

INFINITE = "inf"


def changed_fields(before: Profile, after: Profile) -> dict[str, Any]:
    """The fields in which the two differ, as the later one has them.

    >>> changed_fields(Profile(), Profile(runway_months=float("inf")))
    {'runway_months': 'inf'}
    """
    names = [one.name for one in fields(Profile)]
    return {
        name: _plain(getattr(after, name))
        for name in names
        if getattr(before, name) != getattr(after, name)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return INFINITE if isinstance(value, float) and math.isinf(value) else value


def profile_from(said: Mapping[str, Any]) -> Profile:
    """The profile these fields describe.

    A field that today's rules no longer accept is left at its default: the journal may be
    older than the rules.
    """
    known = {name: _number(value) for name, value in said.items()}
    try:
        return read_profile(known)
    except ProfileError:
        return read_profile({name: one for name, one in known.items() if _accepted(name, one)})


def _number(value: Any) -> Any:
    return math.inf if value == INFINITE else value


def _accepted(name: str, value: object) -> bool:
    try:
        read_profile({name: value})
    except ProfileError:
        return False
    return True
