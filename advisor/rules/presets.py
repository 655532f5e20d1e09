"""Four situations to start a profile from."""

import math
from dataclasses import dataclass, replace

from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A situation many people are in: the fields it sets, all others stay as they are."""

    name: str
    meaning: str
    months_since_external_interview: float
    runway_months: float
    weights: tuple[float, float, float, float, float, float]

    def apply(self, profile: Profile) -> Profile:
        """`profile` with this preset's situation and priorities."""
        return replace(
            profile,
            months_since_external_interview=self.months_since_external_interview,
            runway_months=self.runway_months,
            weights=dict(zip(Motive, self.weights, strict=True)),
        )


PRESETS = (
    Preset(
        name="rusty",
        meaning="Years since your last outside interview; practice counts most.",
        months_since_external_interview=36.0,
        runway_months=6.0,
        weights=(10.0, 5.0, 3.0, 4.0, 5.0, 3.0),
    ),
    Preset(
        name="broke",
        meaning="The money lasts a month; a pay cheque counts most.",
        months_since_external_interview=6.0,
        runway_months=1.0,
        weights=(3.0, 3.0, 1.0, 10.0, 3.0, 4.0),
    ),
    Preset(
        name="happily employed",
        meaning="No pressure; only interest, people and what may come later count.",
        months_since_external_interview=24.0,
        runway_months=math.inf,
        weights=(3.0, 10.0, 2.0, 0.0, 6.0, 5.0),
    ),
    Preset(
        name="hunting one firm",
        meaning="One firm is the goal; rivals teach you about it and practice readies you.",
        months_since_external_interview=12.0,
        runway_months=6.0,
        weights=(8.0, 5.0, 10.0, 3.0, 5.0, 4.0),
    ),
)
"""Four situations to start from; the numbers are judgements, and sliders change each of them."""
