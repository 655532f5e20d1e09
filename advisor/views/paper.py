"""The colours around the bars, for a light and a dark page. The bars' own never change."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.rules.verdict import Decision
from advisor.views.wording import LOOKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The colours around the bars on a light or a dark page.

    halo   the page itself, drawn around the tick so that it stands out from the bar
    pills  background of the verdict's word, by decision
    """

    ink: str
    quiet: str
    grid: str
    band: str
    halo: str
    picked: str
    pills: Mapping[str, str]
    words: Mapping[str, str]


LIGHT = Paper(
    ink="#111827",
    quiet="#4B5563",
    grid="#E5E7EB",
    band="#E2E5EA",
    halo="#FFFFFF",
    picked="#EFF4FF",
    pills={
        Decision.ACCEPT: "#D9F2E5",
        Decision.ASK: "#FDEFC8",
        Decision.DECLINE: "#FBE0E4",
        Decision.MOVE: "#DBE7FE",
    },
    words={key: look.on_light for key, look in LOOKS.items()},
)
DARK = Paper(
    ink="#F5F4F0",
    quiet="#ABADB3",
    grid="#2A2927",
    band="#37362F",
    halo="#171614",
    picked="#1F2530",
    pills={
        Decision.ACCEPT: "#123C2C",
        Decision.ASK: "#43330F",
        Decision.DECLINE: "#471B26",
        Decision.MOVE: "#1B2F57",
    },
    words={key: look.on_dark for key, look in LOOKS.items()},
)
