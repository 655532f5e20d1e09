"""One invite, explained: the number behind each reason, what is assumed, what would flip it."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from advisor.rules.advice import Advice, Level, missing_inputs
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, MOTIVATIONS, RUNWAY, Motive
from advisor.views.amounts import count, hours, percent, plain, signed_hours
from advisor.views.scene import spent, sure_share
from advisor.views.sentences import Case
from advisor.views.wording import MOTIVES, turning_answer

Answers = Mapping[str, float]


def because(motive: Motive, used: Answers, assumed: tuple[str, ...]) -> str:
    """The answers behind one motivation, and whether any of them is assumed.

    used  the answers as used, by input; assumed  the inputs that nobody answered
    """
    told = BECAUSE[motive](used)
    unknown = [key for key in MOTIVATIONS[motive].inputs if key in assumed]
    return f"{told} (assumed)" if unknown else told


def _practice(used: Answers) -> str:
    months = used[MONTHS_SINCE]
    since = "never" if math.isinf(months) else f"{plain(months)} months ago"
    return f"last outside interview {since}; {_like(used)}"


def _interest(used: Answers) -> str:
    left_open = percent(used[Field.UNKNOWN_SHARE])
    return f"interest {plain(used[Field.INTEREST])} of 5; the advert leaves {left_open} open"


def _intel(used: Answers) -> str:
    share = used[Level.RIVAL]
    return f"{percent(share)} rival of your first choice" if share else "no rival of a first choice"


def _money(used: Answers) -> str:
    runway, cover = used[RUNWAY], percent(used[Field.PAY_COVER])
    lasts = "no pressure" if math.isinf(runway) else f"money for {plain(runway)} months"
    chance = percent(used[Field.OFFER_CHANCE])
    return f"{lasts}; pay covers {cover} of the essentials; {chance} chance of an offer"


def _contacts(used: Answers) -> str:
    met = used[Field.NEW_CONTACTS]
    return f"{plain(met)} new {'person' if met == 1 else 'people'}; {_like(used)}"


def _other_roles(used: Answers) -> str:
    roles = used[Field.OTHER_OPENINGS]
    return f"{plain(roles)} other {'opening' if roles == 1 else 'openings'} there"


def _like(used: Answers) -> str:
    return f"{percent(used[Field.CLOSENESS])} like the job you want"


ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        **{key: COLUMNS[Field(key)].label.lower() for key in INPUTS if key in COLUMNS},
        MONTHS_SINCE: "months since your last outside interview",
        RUNWAY: "months your money lasts",
    }
)
"""The twelve inputs in a list."""

BECAUSE: Mapping[Motive, Callable[[Answers], str]] = MappingProxyType(
    {
        Motive.PRACTICE: _practice,
        Motive.INTEREST: _interest,
        Motive.INTEL: _intel,
        Motive.MONEY: _money,
        Motive.CONTACTS: _contacts,
        Motive.OTHER_ROLES: _other_roles,
    }
)
"""How the answers behind each motivation are told."""


def cost_line(used: Answers) -> str:
    """What going costs, part by part."""
    return " + ".join(spent(used))


def flip_lines(case: Case) -> tuple[str, ...]:
    """The three smallest changes that turn the surplus around: hours, an answer, points."""
    gap = case.worth_hours - case.cost_hours
    turned = "Not worth it" if gap > 0 else "Worth it"
    took = f"it took {hours(abs(gap))} {'more' if gap > 0 else 'less'} of your time"
    return (f"{turned} if {took}.", _by_answer(case, turned), _by_points(case, turned))


def _by_answer(case: Case, turned: str) -> str:
    if case.flip_input is None:
        return "No answer alone would change that."
    return f"{turned} if {turning_answer(case.flip_input, case.flip_value, case.flip_from_now)}."


def _by_points(case: Case, turned: str) -> str:
    if case.flip_from is None or case.flip_to is None:
        return "No priorities would change that."
    moved = f"{count(math.ceil(case.flip_points), 'point')} of your 100"
    giver, taker = MOTIVES[case.flip_from], MOTIVES[case.flip_to]
    return f"{turned} only if {moved} moved from {giver} to {taker}."


def both_shares(advice: Mapping[str, float]) -> str:
    """How many priorities agree with going: of those near the person's own, and of all.

    >>> both_shares({Advice.ACCEPT_SHARE: 0.82, Advice.ACCEPT_SHARE_ANY: 0.6})
    '82% of the priorities near yours say go, and 60% of all there are'
    """
    near = sure_share(advice[Advice.ACCEPT_SHARE])
    return f"{near}, and {percent(advice[Advice.ACCEPT_SHARE_ANY])} of all there are"


def unknown_lines(mask: int, low: float, high: float) -> tuple[str, ...]:
    """What is assumed, and how much hangs on it."""
    assumed = missing_inputs(mask)
    if not assumed:
        return ()
    labels = ", ".join(ANSWERS[key] for key in assumed)
    told = f"{count(len(assumed), 'answer')} assumed: surplus {_range(low, high)}"
    return (told, f"Assumed: {labels}")


def _range(low: float, high: float) -> str:
    return f"from {signed_hours(low)} to {signed_hours(high)}"
