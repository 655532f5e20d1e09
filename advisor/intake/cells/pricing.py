"""One cell of money → pay per year, once the column has said what bare figures mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.intake.cells import money_notes
from advisor.intake.cells.bearing import Bearing
from advisor.intake.cells.money_cells import MoneyCell
from advisor.intake.cells.notes import Note
from advisor.intake.cells.offers import Amount, Offer
from advisor.rules.reading import LEAST_PAY, MOST_NUMBER, PER_YEAR, SURELY_FULL_PAY

_THOUSAND = 1e3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Pay per year, None where the cell gives none; its sign, range and what must be said.

    timed  the cell names the period of its pay
    """

    text: str = ""
    value: float | None = None
    timed: bool = False
    sign: str = ""
    ends: tuple[float, float] | None = None
    notes: tuple[Note, ...] = ()


def pay_of(cell: MoneyCell, bearing: Bearing) -> Pay:
    """Pay per year that a cell gives, or why it gives none."""
    if cell.empty is not None:
        return Pay(text=cell.text, notes=cell.empty.notes)
    if cell.number is not None:
        return _bare(cell.text, cell.number, bearing)
    offer = cell.offer or Offer(trouble="unreadable")
    if offer.trouble == "negative":
        return Pay(text=cell.text, notes=(money_notes.negative(cell.text),))
    priced = None if offer.trouble else _offered(cell.text, offer, bearing)
    return priced or Pay(text=cell.text, notes=(money_notes.unreadable(cell.text),))


def _bare(text: str, number: float, bearing: Bearing) -> Pay:
    """A number with nothing around it: only heading and settings give it a unit."""
    value, notes = _in_unit_of_heading(text, number, bearing)
    return Pay(text=text, value=value * PER_YEAR[bearing.period], notes=tuple(notes))


def _in_unit_of_heading(text: str, number: float, bearing: Bearing) -> tuple[float, list[Note]]:
    if bearing.factor > 1 and number >= SURELY_FULL_PAY:
        return number, [money_notes.already_full(text, number)]
    factor = _THOUSAND if bearing.in_thousands and number < LEAST_PAY else bearing.factor
    return number * factor, []


def _offered(text: str, offer: Offer, bearing: Bearing) -> Pay | None:
    """Pay from words about it; None where they leave no clear amount."""
    chosen = offer.amounts[:2] if offer.is_range else _the_one(offer)
    numerals = [bearing.numeral(amount.numeral) for amount in chosen]
    figures = [numeral.value for numeral in numerals if numeral is not None]
    if len(figures) < len(chosen) or (len(figures) == 1 and _says_nothing(offer, figures[0])):
        return None
    values, notes = _multiplied(text, offer, chosen, figures, bearing)
    if max(values) > MOST_NUMBER:
        return None
    doubtful = next((n for n in numerals if n and n.other is not None), None)
    if doubtful is not None and doubtful.other is not None:
        notes.append(money_notes.separator(text, doubtful.value, doubtful.other))
    period = offer.period or bearing.period
    ends = sorted(value * PER_YEAR[period] for value in values)
    value = {"low end": ends[0], "high end": ends[-1]}.get(bearing.end, (ends[0] + ends[-1]) / 2)
    notes += _on_the_offer(text, offer, bearing, value)
    return Pay(
        text=text,
        value=value,
        timed=offer.period != "",
        sign=offer.signs[0] if offer.signs else "",
        ends=(ends[0], ends[-1]) if offer.is_range else None,
        notes=tuple(notes),
    )


def _the_one(offer: Offer) -> Sequence[Amount]:
    """The amount that counts where a cell gives several: the base, else the first.

    Among other words a small first number may count something else, as in `14 pays of 3,500`.
    """
    bases = [amount for amount in offer.amounts if amount.is_base]
    salaries = [amount for amount in offer.amounts if amount.is_full and offer.strange]
    return [*bases, *salaries, *offer.amounts][:1]


def _says_nothing(offer: Offer, figure: float) -> bool:
    """Whether a small number among other words is no pay at all, as in `Grade 7`."""
    bare = not offer.signs and offer.amounts[0].factor is None and not offer.period
    return bare and bool(offer.strange) and figure < LEAST_PAY


def _multiplied(
    text: str, offer: Offer, chosen: Sequence[Amount], figures: Sequence[float], bearing: Bearing
) -> tuple[list[float], list[Note]]:
    """The figures with suffixes applied; in a range, one suffix serves both ends."""
    known = [amount.factor for amount in offer.amounts if amount.factor is not None]
    in_years = offer.period in {"", "year"} and bearing.period == "year"
    small = all(figure < LEAST_PAY for figure in figures)
    if not known:
        if offer.is_range and small and bearing.full and in_years:
            values = [figure * _THOUSAND for figure in figures]
            middle = sum(values) / len(values)
            return values, [] if bearing.in_thousands else [money_notes.thousands(text, middle)]
        pairs = [_in_unit_of_heading(text, figure, bearing) for figure in figures]
        return [value for value, _ in pairs], pairs[0][1]
    return [
        figure * (amount.factor or (known[0] if figure < LEAST_PAY else 1.0))
        for figure, amount in zip(figures, chosen, strict=True)
    ], []


def _on_the_offer(text: str, offer: Offer, bearing: Bearing, value: float) -> list[Note]:
    """What must be said about the words around the amount."""
    notes: list[Note] = []
    if offer.is_range:
        notes.append(money_notes.midpoint(text, value, bearing.end))
    if len(offer.amounts) > (2 if offer.is_range else 1):
        notes.append(money_notes.multiple(text, value))
    words = " ".join(word for word in (offer.qualifier, offer.strange) if word)
    if words:
        notes.append(money_notes.qualified(text, words, value))
    if offer.period not in {"", "year"}:
        notes.append(money_notes.period(text, offer.period, value))
    return notes
