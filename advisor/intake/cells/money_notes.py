"""What is said about money."""

from collections.abc import Mapping

from advisor.intake.cells.notes import Note
from advisor.rules.reading import PER_YEAR

_TYPE_ONE = "Type a number such as 85000 or leave it empty"
_CONFIRM = "Confirm it or type the amount per year"


def unreadable(text: str) -> Note:
    """The cell has no amount that can be used."""
    return Note(code="money_unreadable", reason=f"`{text}` has no clear amount", fix=_TYPE_ONE)


def negative(text: str) -> Note:
    """Pay below nothing."""
    return Note(code="money_negative", reason=f"`{text}` is below 0", fix=_TYPE_ONE)


def separator(text: str, value: float, other: float) -> Note:
    """A `.` or `,` that could group thousands or be the decimal mark."""
    return Note(
        code="number_separator_assumed",
        reason=f"`{text}` can be {value:,.15g} or {other:,.15g}",
        assumed=f"Read as {value:,.15g}",
        fix="Confirm it",
        choices=(f"{value:.15g}", f"{other:.15g}"),
    )


def midpoint(text: str, value: float, taken: str) -> Note:
    """A range, of which one figure counts."""
    return Note(
        code="money_range_midpoint",
        reason=f"`{text}` is a range",
        assumed=f"Counted at its {taken}, {value:,.15g}",
        fix="Choose another end if it should count",
        choices=("low", "mid", "high"),
    )


def thousands(text: str, value: float) -> Note:
    """Small figures among full salaries."""
    return Note(
        code="money_thousands_assumed",
        reason=f"`{text}` is far below the other amounts of the column",
        assumed=f"Read in thousands, as {value:,.15g}",
        fix=_CONFIRM,
    )


def already_full(text: str, value: float) -> Note:
    """A full salary under a heading that counts thousands."""
    return Note(
        code="money_thousands_assumed",
        reason=f"The heading counts thousands, but `{text}` is a full amount already",
        assumed=f"Read as {value:,.15g}",
        fix=_CONFIRM,
    )


def qualified(text: str, words: str, value: float) -> Note:
    """An amount with words that make it less than exact."""
    return Note(
        code="money_qualified",
        reason=f"`{text}` says more than an amount (`{words}`)",
        assumed=f"Read as {value:,.15g}",
        fix=_CONFIRM,
    )


def multiple(text: str, value: float) -> Note:
    """Several amounts in one cell."""
    return Note(
        code="money_multiple",
        reason=f"`{text}` gives more than one amount",
        assumed=f"Read as {value:,.15g}",
        fix=_CONFIRM,
    )


def period(text: str, unit: str, value: float) -> Note:
    """Pay per hour, day, week or month, brought to a year."""
    return Note(
        code="money_period_converted",
        reason=f"`{text}` is pay per {unit}",
        assumed=f"Multiplied by {PER_YEAR[unit]:g} to {value:,.15g} per year",
        fix="Type the amount per year if that is wrong",
    )


def period_of_heading(heading: str, unit: str) -> Note:
    """A heading that names a period other than the year."""
    return Note(
        code="money_period_converted",
        reason=f"The heading says pay per {unit}",
        assumed=f"Amounts are multiplied by {PER_YEAR[unit]:g} to a year",
        fix="Nothing to do if that is right",
        choices=tuple(PER_YEAR),
    )


def perhaps_monthly(middle: float) -> Note:
    """A column of small amounts that names no period."""
    return Note(
        code="money_period_assumed",
        reason=f"The middle amount, {middle:,.15g}, is little for a year, and no period is given",
        assumed="Read as pay per year",
        fix="Say whether it is pay per month",
        choices=("month", "year"),
    )


def one_perhaps_monthly(text: str, value: float) -> Note:
    """A small amount among others that names no period."""
    return Note(
        code="money_period_assumed",
        reason=f"`{text}` is little for a year, and no period is given",
        assumed="Read as pay per year",
        fix="Say whether it is pay per month",
        choices=(f"{value * PER_YEAR['month']:.15g}",),
    )


def implausible(text: str, value: float, why: str, choices: tuple[str, ...]) -> Note:
    """An amount no salary is likely to have."""
    return Note(
        code="money_implausible",
        reason=f"`{text}` makes {value:,.15g} per year, {why}",
        assumed="Kept as it is",
        fix="Check the amount and its unit",
        choices=choices,
    )


def mixed_currency(counts: Mapping[str, int]) -> Note:
    """More than one currency in a column."""
    said = ", ".join(f"{code} ({count})" for code, count in counts.items())
    return Note(
        code="money_mixed_currency",
        reason=f"The column holds more than one currency: {said}",
        assumed="Each amount keeps its own; nothing is converted",
        fix="Convert the amounts to one currency, or leave the others out",
    )


def assumed_currency(sign: str, code: str, choices: tuple[str, ...]) -> Note:
    """A sign that several currencies share, taken as the likeliest."""
    return Note(
        code="currency_assumed",
        reason=f"`{sign}` can be several currencies",
        assumed=f"Read as {code}",
        fix="Choose another if it is meant",
        choices=choices,
    )


def unclear_currency(sign: str, choices: tuple[str, ...]) -> Note:
    """A sign that several currencies share, none of them likeliest."""
    return Note(
        code="money_currency_unclear",
        reason=f"`{sign}` can be several currencies",
        assumed="The currency is left open",
        fix="Choose the currency",
        choices=choices,
    )
