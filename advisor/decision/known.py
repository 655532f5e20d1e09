"""What is so of the invites for one person, however much each reason matters to them."""

from dataclasses import dataclass, replace

import pandas as pd

from advisor.decision.answers import Answers, take_answers
from advisor.rules.profile import Profile

ANYBODY = Profile()
"""Whose priorities stand in for everybody's where they do not count."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """What is so of m invites; found once, it serves every move of the priorities.

    person  the profile it was found for, its priorities aside
    """

    person: Profile
    answers: Answers


def beside_priorities(profile: Profile) -> Profile:
    """The same person without what a move of the priorities changes.

    >>> beside_priorities(Profile(hours_per_reason=3.0)) == beside_priorities(Profile())
    True
    """
    hours, weights = ANYBODY.hours_per_reason, ANYBODY.weights
    return replace(profile, hours_per_reason=hours, weights=weights)


def know(invites: pd.DataFrame, profile: Profile) -> Known:
    """What is so of every invite for this person.

    invites  m × columns as `read_invites` makes them
    """
    return Known(person=beside_priorities(profile), answers=take_answers(invites, profile))
