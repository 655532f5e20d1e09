"""What changed between two rankings of the same invites, in lines of text."""

from collections.abc import Mapping

import pandas as pd

from advisor.views.amounts import count
from advisor.views.wording import LOOKS

MOST_TOLD = 8
"""Changes told one by one."""


def verdict_changes(
    before: Mapping[int, str], after: Mapping[int, str], names: Mapping[int, str]
) -> list[str]:
    """One line for each invite whose verdict is another now, in the order of `after`.

    >>> verdict_changes({2: "accept"}, {2: "decline"}, {2: "Alder"})
    ['Alder: accept → decline']
    """
    return [
        f"{names[row]}: {LOOKS[before[row]].word.lower()} → {LOOKS[now].word.lower()}"
        for row, now in after.items()
        if row in before and before[row] != now
    ]


def told_changes(lines: list[str]) -> list[str]:
    """The count, the first of them, and how many more there are.

    >>> told_changes([])
    ['No verdict changes.']
    """
    if not lines:
        return ["No verdict changes."]
    more = len(lines) - MOST_TOLD
    last = [f"and {more:,} more"] if more > 0 else []
    changes = count(len(lines), "verdict changes", "verdicts change")
    return [f"{changes}:", *lines[:MOST_TOLD], *last]


def as_words(decisions: pd.Series) -> dict[int, str]:
    """Decisions by row, as plain words."""
    return dict(zip(decisions.index.tolist(), decisions.astype(str), strict=True))
