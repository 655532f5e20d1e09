"""Headings and words seen in real sheets, and which of our columns they mean.

Compared after folding case, accents, punctuation and units (`advisor.intake.headings`).
Source: headings rows of public interview and job trackers, in English, German, French, Spanish,
Italian, Dutch and Portuguese, some in Chinese, Japanese and Russian.
"""

from advisor.rules.synonyms.asked import (
    ASKED,
    INTERVIEW_TIME,
    OTHER_HEADINGS,
    PAY_HIGH,
    PAY_LOW,
    WEAK,
)
from advisor.rules.synonyms.carried import CARRIED
from advisor.rules.synonyms.formats import needs_no_travel
from advisor.rules.synonyms.ours import OURS, Ours
from advisor.rules.synonyms.rows import OVER, TOTALS, UNITS
from advisor.rules.synonyms.scored import SCORED

STRONG = SCORED | CARRIED
"""Column → headings that mean it and nothing else."""

WHAT_TO_FIX = Ours.FIX.value

__all__ = [
    "ASKED",
    "INTERVIEW_TIME",
    "OTHER_HEADINGS",
    "OURS",
    "OVER",
    "PAY_HIGH",
    "PAY_LOW",
    "STRONG",
    "TOTALS",
    "UNITS",
    "WEAK",
    "WHAT_TO_FIX",
    "Ours",
    "needs_no_travel",
]
