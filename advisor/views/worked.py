"""One invite worked through: from each answer to its hours, and from the hours to the verdict."""

from collections.abc import Mapping, Sequence

from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.views.amounts import hours, signed_hours
from advisor.views.explained import because, cost_line

Numbers = Mapping[str, float]


def worked_lines(
    met: Numbers, most: Sequence[float], used: Numbers, assumed: tuple[str, ...]
) -> tuple[str, ...]:
    """One line a motivation, in the model's order, each with its sum written out.

    met      how far each motivation is met, 0 … 1
    most     hours each is worth when fully met, in the motivations' order
    used     the answers as used, by input; assumed  the inputs that nobody answered
    """
    return tuple(
        f"{MOTIVATIONS[motive].label}: {because(motive, used, assumed)}. That meets "
        f"{met[motive]:.2f} of a reason worth {hours(full)} to you: {hours(met[motive] * full)}."
        for motive, full in zip(Motive, most, strict=True)
    )


def balance_lines(worth: float, cost: float, used: Numbers, toss_up: float) -> tuple[str, str]:
    """What it is worth against what it takes, and what is left; all in hours.

    >>> used = {"prep_hours_needed": 4.0, "interview_hours": 1.0, "travel_hours": 0.0,
    ...         "extra_cost_hours": 0.0}
    >>> balance_lines(11.5, 5.0, used, 2.0)[1]
    'Left over: 11.5 h − 5 h = +6.5 h. Within 2 h of nothing it would be a toss-up.'
    """
    takes = f"It takes {cost_line(used)} = {hours(cost)}." if cost else "It takes no time at all."
    left = f"Left over: {hours(worth)} − {hours(cost)} = {signed_hours(worth - cost)}."
    return takes, f"{left} Within {hours(toss_up)} of nothing it would be a toss-up."
