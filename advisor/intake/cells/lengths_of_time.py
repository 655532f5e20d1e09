"""Lengths of time in words: 1 h 30 min, 1h30, an hour and a half, half a day."""

import re

from advisor.intake.cells.cleaning import folded
from advisor.intake.cells.numerals import NUMERAL
from advisor.intake.cells.quantities import NUMBER_WORDS, read_quantity
from advisor.rules.reading import HOURS_IN_A_DAY

_UNIT_WORDS = {
    1.0: "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren u",
    1 / 60: "m mn min mins minute minutes minuten minuto minutos minuti minuut",
    HOURS_IN_A_DAY: "d day days tag tage tagen jour jours journee journees dia dias jornada "
    "giorno giorni giornata giornate dag dagen",
}
UNITS = {word: hours for hours, words in _UNIT_WORDS.items() for word in words.split()}
"""Word for a unit, folded → hours in it."""

_WORD = r"(?P<unit>[a-z]+)\.?"
_HALF = (
    r"(?:an? |eine? |une? |un[ao]? |een |uma? )?"
    r"(?:half an?|half|halb(?:e[nr]?)?|demie?|medi[ao]|mezz[ao]|hal(?:ve|f)|mei[ao])(?![a-z])"
)
_FRACTION = re.compile(r"(?<![\d.,/])(?:(\d+)[ +&-]+)?([13])/([24])(?=\s*[a-z])")
_NUMBER = rf"{NUMERAL}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}\b"
_PART = re.compile(
    rf"(?:(?P<half>{_HALF}|mezz')|(?P<number>{_NUMBER}))"
    rf"\s*(?:{_WORD})?\s*(?:and|und|et|y|e|en|,|&|\+)?\s*"
)


def plain_length(text: str) -> str:
    """The text folded, its fractions as decimals.

    >>> plain_length("1 1/2 Hours"), plain_length("Demi-journée")
    ('1.5 hours', 'demi journee')
    """
    return _FRACTION.sub(_decimal, folded(text)).replace("demi-", "demi ")


def _decimal(fraction: re.Match[str]) -> str:
    """`1 1/2` as 1.5."""
    return f"{int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3]):g}"


def length_of_time(text: str, decimal: str | None) -> float | None:
    """Hours in `1 h 30 min`, `1 hora y media` or `half a day`; None where anything else is said.

    text     as `plain_length` gives it
    decimal  the decimal mark the column or file proves, else None

    >>> length_of_time("1 h 30 min", None), length_of_time("1 hora y media", None)
    (1.5, 1.5)
    >>> length_of_time("after lunch", None) is None
    True
    """
    total, position, before = 0.0, 0, 0.0
    while position < len(text):
        part = _PART.match(text, position)
        if part is None or part.end() == position:
            return None
        unit = UNITS.get(part["unit"]) if part["unit"] else _unit_behind(part, before)
        number = _number_of(part, decimal)
        if unit is None or number is None:
            return None
        total, position, before = total + number * unit, part.end(), unit
    return total if text else None


def _unit_behind(part: re.Match[str], before: float) -> float | None:
    """What a number without a unit counts: minutes behind hours, but a half counts the same."""
    if part["half"]:
        return before or None
    return 1 / 60 if before == 1.0 else None


def _number_of(part: re.Match[str], decimal: str | None) -> float | None:
    if part["half"]:
        return 0.5
    quantity = read_quantity(part["number"], decimal)
    return None if quantity is None else quantity.low
