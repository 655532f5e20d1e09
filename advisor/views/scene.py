"""What the picture is drawn from, and the words that stand beside each bar."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice, Level
from advisor.rules.columns import Field
from advisor.rules.verdict import Reason
from advisor.views.amounts import hours, percent, plain, signed_hours
from advisor.views.wording import LOOKS, REASONS, certainty, company_name, one_line

MOST_BARS = 25
"""Invites in the picture; every further one would cost the browser time and the eye its rest."""

MOST_PREVIEWED = 40
"""Invites the browser weighs anew. Beyond them a row can enter the best 25 only on release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the picture is drawn from: one row an invite, all tables indexed by `row`.

    invites, advice, motives, levels  the tables of an assessment (any order but advice's counts);
               advice of at least the invites shown, best first and the opened one
    decisions  accept, ask, decline or move, by row
    whys       the sentences, by row, of at least the invites shown
    before     the decision before the last change, by row, where it was another
    opened     the row that is open below the picture
    toss_up    hours around the cost within which it is a toss-up
    """

    invites: pd.DataFrame
    advice: pd.DataFrame
    motives: pd.DataFrame
    levels: pd.DataFrame
    decisions: pd.Series
    whys: pd.Series
    before: Mapping[int, str]
    opened: int | None
    toss_up: float
    _columns: dict[tuple[str, str, int], dict[int, Any]] = field(
        default_factory=dict, init=False, repr=False
    )

    def words(self, row: int, column: Field) -> str | None:
        """The person's own text in one cell, None where it is empty."""
        text = self.cell("invites", column, row)
        return text if isinstance(text, str) else None

    def cell(self, table: str, column: str, row: int) -> Any:
        """One cell of one of the tables, looked up where it has been taken out of its table."""
        for most in (MOST_PREVIEWED, len(self.advice)):
            taken = self._taken(table, column, most)
            if row in taken:
                return taken[row]
        return getattr(self, table)[column][row]

    def _taken(self, table: str, column: str, most: int) -> dict[int, Any]:
        """A column of the best so many rows and of the opened one, taken out of its table once.

        Cell by cell a table answers slowly, and taking all rows takes long where few are shown.
        """
        if (table, column, most) not in self._columns:
            rows = shown_rows(self.advice, self.opened, most)
            self._columns[table, column, most] = getattr(self, table)[column].loc[rows].to_dict()
        return self._columns[table, column, most]

    def advised(self, row: int, column: Advice) -> Any:
        """One cell of the advice."""
        return self.cell("advice", column, row)


def shown_rows(advice: pd.DataFrame, opened: int | None, most: int = MOST_BARS) -> list[int]:
    """The rows of the best `most` invites and of the opened one, best first.

    >>> advice = pd.DataFrame(index=[4, 2, 9, 7])
    >>> shown_rows(advice, 7, most=2)
    [4, 2, 7]
    """
    rows: list[int] = advice.index[:most].tolist()
    return (
        rows if opened is None or opened in rows or opened not in advice.index else [*rows, opened]
    )


def name_of(scene: Scene, row: int) -> str:
    """Company and role, with a star for a first choice."""
    company, role = scene.words(row, Field.COMPANY), scene.words(row, Field.ROLE)
    star = "★ " if scene.advised(row, Advice.FIRST_CHOICE) else ""
    return f"{star}{company_name(company, row)}{f' · {one_line(role)}' if role else ''}"


def told_apart(scene: Scene, rows: list[int]) -> dict[int, str]:
    """What each invite is called, in short; those of one name are told apart by their row."""
    names = {row: company_name(scene.words(row, Field.COMPANY), row) for row in rows}
    often = Counter(names.values())
    return {row: f"{name} (row {row})" if often[name] > 1 else name for row, name in names.items()}


def beside(scene: Scene, row: int) -> str:
    """What stands at the right of the words: the surplus and how sure, or what blocks it."""
    decision, was = str(scene.decisions[row]), scene.before.get(row)
    told = f"was {LOOKS[was].word}  ·  " if was and was != decision else ""
    if scene.words(row, Field.MY_DECISION):
        told += "you decided  ·  "
    if scene.advised(row, Advice.BLOCKED):
        return told + _blocked(scene, row)
    surplus = signed_hours(scene.advised(row, Advice.SURPLUS))
    if scene.advised(row, Advice.REASON) == Reason.WILL_YOU_PREPARE:
        return f"{told}{REASONS[Reason.WILL_YOU_PREPARE]}  ·  {surplus}"
    return f"{told}{certainty(scene.advised(row, Advice.CONFIDENCE))}  ·  {surplus}"


def _blocked(scene: Scene, row: int) -> str:
    reason = str(scene.advised(row, Advice.REASON))
    dealbreaker = scene.words(row, Field.DEALBREAKER)
    if reason == Reason.WILL_NOT_PREPARE:
        willing, needed = (scene.cell("levels", key, row) for key in (Level.WILLING, _NEEDED))
        return f"blocked: {plain(willing)} of {hours(needed)} prep"
    if reason == Reason.DEALBREAKER and dealbreaker:
        return f"blocked: {one_line(dealbreaker, 40)}"
    return f"blocked: {REASONS[reason]}"


_NEEDED = Field.PREP_HOURS_NEEDED
SPENT_ON: Mapping[str, str] = MappingProxyType(
    {
        _NEEDED: "preparation",
        Field.INTERVIEW_HOURS: "interview",
        Field.TRAVEL_HOURS: "travel",
        Level.OTHER_COST: "other",
    }
)
"""The parts of what an invite takes."""


def takes(scene: Scene, row: int) -> str:
    """What the cost is made of."""
    return ", ".join(spent({key: scene.cell("levels", key, row) for key in SPENT_ON}))


def spent(used: Mapping[str, float]) -> list[str]:
    """Each part of what going takes, as far as there is any of it; `used` in hours.

    >>> spent({"prep_hours_needed": 4, "interview_hours": 1.5, "travel_hours": 0,
    ...        "extra_cost_hours": 0})
    ['4 h preparation', '1.5 h interview']
    """
    return [f"{hours(used[key])} {name}" for key, name in SPENT_ON.items() if used[key] > 0]


def headline(decisions: pd.Series) -> str:
    """How many invites there are of each kind.

    >>> headline(pd.Series(["accept", "ask", "accept"]))
    '3 invites · 2 accept · 1 ask first'
    """
    counts = decisions.value_counts()
    kinds = [f"{counts[key]:,} {look.counted}" for key, look in LOOKS.items() if counts.get(key, 0)]
    noun = "invite" if len(decisions) == 1 else "invites"
    return " · ".join([f"{len(decisions):,} {noun}", *kinds])


def sure_share(share: float) -> str:
    """How many of the priorities near the person's own agree with going.

    >>> sure_share(0.82)
    '82% of the priorities near yours say go'
    """
    return f"{percent(share)} of the priorities near yours say go"
