"""What the browser must know to show, while a priority is dragged, what will come of it.

Nothing here depends on the priorities themselves: the browser weighs the values anew with every
movement, in the same order of sums as the assessment, and arrives at the same numbers.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.rules.profile import Profile
from advisor.rules.verdict import Decision, Gate, Reason
from advisor.views.charts import PILL
from advisor.views.lessons import NEAR_EDGE, ROOM_FOR_BOTH
from advisor.views.paper import DARK, LIGHT, Paper
from advisor.views.scene import MOST_BARS, MOST_PREVIEWED, Scene, beside, name_of, shown_rows
from advisor.views.strips import (
    BAR_BOTTOM,
    BAR_TOP,
    FIRST,
    GROUP_GAP,
    MARGIN,
    STRIP,
    TAUGHT,
    TICK_OUT,
    WORDS_AT,
)
from advisor.views.wording import LOOKS, REASONS


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One invite, as far as its verdict depends on priorities.

    blocked       an accepted offer, a dealbreaker or too little preparation; nothing buys it back
    gate_unknown  whether it will be prepared for is not known
    own           the person's own decision, which wins over the verdict
    moved         the plan asks for another date as long as it is an accept
    aside         the words beside a blocked bar
    values        the six motivations, in the model's order, in [0, 1]
    cost          hours
    """

    row: int
    name: str
    first_choice: bool
    blocked: bool
    gate_unknown: bool
    own: str | None
    moved: bool
    opened: bool
    aside: str
    values: tuple[float, ...]
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Every invite the browser may show, and what is the same for all of them.

    full_worth  hours an interview is worth that meets every motivation fully
    toss_up     hours around the cost within which it is a toss-up
    longest     hours at the right edge of the picture as it stands
    """

    rows: tuple[PreviewRow, ...]
    full_worth: float
    toss_up: float
    longest: float


NO_INVITES = Preview(rows=(), full_worth=0.0, toss_up=0.0, longest=1.0)
"""A bar without a picture: the priorities alone."""


def preview(scene: Scene, values: pd.DataFrame, profile: Profile) -> Preview:
    """What the browser needs to judge the invites under any priorities.

    scene   what the picture is drawn from
    values  m × 6 in [0, 1], indexed by `row`; the assessment's
    """
    rows = shown_rows(scene.advice, scene.opened, MOST_PREVIEWED)
    return Preview(
        rows=tuple(_rows(scene, values.loc[rows, list(Motive)])),
        full_worth=profile.full_worth,
        toss_up=profile.toss_up_hours,
        longest=_longest(scene),
    )


def _rows(scene: Scene, values: pd.DataFrame) -> Iterator[PreviewRow]:
    rows = values.index
    facts = scene.advice.loc[rows, [Advice.FIRST_CHOICE, Advice.BLOCKED, Advice.GATE, Advice.COST]]
    decisions, owns = scene.decisions.loc[rows], scene.invites.loc[rows, Field.MY_DECISION]
    known = zip(rows, facts.to_numpy(), decisions, owns, values.to_numpy(float), strict=True)
    for row, (first_choice, blocked, gate, cost), decision, own, six in known:
        yield PreviewRow(
            row=int(row),
            name=name_of(scene, row),
            first_choice=bool(first_choice),
            blocked=bool(blocked),
            gate_unknown=gate == Gate.UNKNOWN,
            own=own if own in (Decision.ACCEPT, Decision.DECLINE) else None,
            moved=decision == Decision.MOVE,
            opened=row == scene.opened,
            aside=beside(scene, row) if blocked else "",
            values=tuple(six.tolist()),
            cost=float(cost),
        )


def _longest(scene: Scene) -> float:
    """Hours at the right edge of the picture: as `Strip.REACH`, without the strips."""
    shown = scene.advice.loc[shown_rows(scene.advice, scene.opened)]
    if shown.empty:
        return 1.0
    unsure = (shown[Advice.MISSING] > 0) & ~shown[Advice.BLOCKED].astype(bool)
    reached = (shown[Advice.COST] + shown[Advice.SURPLUS_HIGH])[unsure]
    ends = [shown[Advice.WORTH].max(), shown[Advice.COST].max() + scene.toss_up, *reached]
    return float(MARGIN * max(ends))


LENGTHS = {
    "first": FIRST,
    "strip": STRIP,
    "group_gap": GROUP_GAP,
    "taught": TAUGHT,
    "words_at": WORDS_AT,
    "bar_top": BAR_TOP,
    "bar_bottom": BAR_BOTTOM,
    "tick_out": TICK_OUT,
    "pill": PILL,
    "near_edge": NEAR_EDGE,
    "room_for_both": ROOM_FOR_BOTH,
    "margin": MARGIN,
}
"""Pixels (the last three: shares) of the picture, so that the live one lies exactly over the one
it stands for."""


def for_browser(shown: Preview) -> dict[str, Any]:
    """The preview with the names, colours and lengths it is drawn in, as plain JSON."""
    return {
        **asdict(shown),
        "rows": [_telling(row) for row in shown.rows],
        "motives": [
            {"key": one.key.value, "label": one.label, "colour": one.colour}
            for one in MOTIVATIONS.values()
        ],
        "most": MOST_BARS,
        "words": {key.value: LOOKS[key].word for key in Decision},
        "looks": {key.value: LOOKS[key].label for key in Decision},
        "will_you_prepare": REASONS[Reason.WILL_YOU_PREPARE],
        "lengths": LENGTHS,
        "paper": {"light": _plain(LIGHT), "dark": _plain(DARK)},
    }


def _telling(row: PreviewRow) -> dict[str, Any]:
    """Only what is so of an invite: no, none and "" go without saying."""
    facts = asdict(row).items()
    return {name: told for name, told in facts if told is not False and told not in (None, "")}


def _plain(paper: Paper) -> dict[str, Any]:
    """The colours with plain dictionaries inside."""
    names = Paper.__dataclass_fields__
    colours = {name: getattr(paper, name) for name in names}
    return {
        name: colour if isinstance(colour, str) else dict(colour)
        for name, colour in colours.items()
    }
