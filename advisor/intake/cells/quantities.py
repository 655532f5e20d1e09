"""A number in the words around it: about 3, 2–4, 5+, two people."""

import re
from dataclasses import dataclass

from advisor.intake.cells.cleaning import folded
from advisor.intake.cells.notes import Note
from advisor.intake.cells.numerals import NUMERAL, Numeral, read_numeral

_FLOAT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_ONES = """
zero null nul cero nulo
one an a eins ein eine un une uno una een um uma
two zwei deux dos due twee dois duas
three drei trois tres tre drie
four vier quatre cuatro quattro quatro
five funf fuenf cinq cinco cinque vijf
six sechs seis sei zes
seven sieben sept siete sette zeven sete
eight acht huit ocho otto oito
nine neun neuf nueve nove negen
ten zehn dix diez dieci tien dez
eleven elf onze once undici
twelve zwolf zwoelf douze doce dodici twaalf doze
"""
NUMBER_WORDS = {
    word: float(number)
    for number, line in enumerate(_ONES.strip().splitlines())
    for word in line.split()
}
"""Word for a number, folded → the number, 0 … 12."""

_ABOUT = (
    r"(?:~|≈|±|ca\.?|circa|about|approx\.?|approximately|around|etwa|ungefahr|env\.?|environ|unos|"
    r"cerca de)"
)
_BOUND = (
    r"(?:up to|at most|at least|max\.?|min\.?|from|over|under|less than|more than|"
    r"mindestens|hochstens|bis zu|ab|[<>]=?|≤|≥)"
)
_QUALIFIER = re.compile(rf"(?:{_ABOUT}|{_BOUND})\s*(?=[\d.,])")
_JOINT = r"(?:-|to|bis|a|tot|or|oder|ou|\.\.+|~)"
_AMOUNT = re.compile(
    rf"(?P<low>{NUMERAL})(?:\s*{_JOINT}\s*(?P<high>{NUMERAL}))?\s*(?P<more>\+)?(?P<rest>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, or the two ends of a range, as written.

    qualifier  words such as "about" or "at least" that make it less than exact
    rest       what stands behind it, folded
    other      the second reading where `,` could group or be the decimal mark
    """

    low: float
    high: float | None = None
    qualifier: str = ""
    rest: str = ""
    other: float | None = None

    @property
    def middle(self) -> float:
        """The number; for a range its midpoint."""
        return self.low if self.high is None else (self.low + self.high) / 2

    def notes(self, text: str, unit: str = "") -> list[Note]:
        """What must be said about using it as a plain number."""
        said: list[Note] = []
        used = f"Read as {round(self.middle, 4):g}{unit}"
        if self.high is not None:
            said.append(_note("number_range_midpoint", f"`{text}` is a range", used))
        if self.qualifier:
            reason = f"`{text}` is not exact (`{self.qualifier}`)"
            said.append(_note("number_qualified", reason, used))
        if self.other is not None:
            reason = f"`{text}` can be {self.low:g} or {self.other:g}"
            choices = (f"{self.low:.15g}", f"{self.other:.15g}")
            said.append(_note("number_separator_assumed", reason, used, choices))
        return said


def _note(code: str, reason: str, assumed: str, choices: tuple[str, ...] = ()) -> Note:
    fix = "Confirm it or type the number that is meant"
    return Note(code=code, reason=reason, assumed=assumed, fix=fix, choices=choices)


def is_plain(text: str) -> bool:
    """Whether a text is a number as programs write it."""
    return _FLOAT.fullmatch(text) is not None


def read_plain(text: str) -> float | None:
    """A number as programs write it, exactly; None for anything else.

    >>> read_plain("1e-05"), read_plain("-3"), read_plain("4,5")
    (1e-05, -3.0, None)
    """
    return float(text) if is_plain(text) else None


def read_quantity(text: str, decimal: str | None) -> Quantity | None:
    """The number a cleaned text begins with, what qualifies it and what is left over.

    decimal  the decimal mark the column or file proves, else None

    >>> read_quantity("about 4,5 h", None)
    Quantity(low=4.5, high=None, qualifier='about', rest='h', other=None)
    >>> read_quantity("2–3".replace("–", "-"), None).middle
    2.5
    """
    if (plain := read_plain(text)) is not None:
        return Quantity(low=plain)
    text = folded(text).strip()
    qualifier = _QUALIFIER.match(text)
    found = _AMOUNT.fullmatch(text[qualifier.end() :] if qualifier else text)
    if found is None:
        return _in_words(text)
    low = read_numeral(found["low"], _mark(found["low"], decimal))
    high = read_numeral(found["high"], _mark(found["high"], decimal)) if found["high"] else None
    if low is None or (found["high"] and high is None):
        return None
    words = (qualifier[0].strip() if qualifier else "") + (found["more"] or "")
    return _quantity(low, high, words, found["rest"].strip())


def _mark(numeral: str, decimal: str | None) -> str | None:
    """A lone point is a decimal point here: none of these numbers runs to thousands."""
    if "." in numeral and "," not in numeral and numeral.count(".") == 1:
        return "."
    return decimal


def _quantity(low: Numeral, high: Numeral | None, qualifier: str, rest: str) -> Quantity:
    if high is None:
        return Quantity(low=low.value, qualifier=qualifier, rest=rest, other=low.other)
    ends = sorted((low.value, high.value))
    return Quantity(low=ends[0], high=ends[1], qualifier=qualifier, rest=rest)


def _in_words(text: str) -> Quantity | None:
    """`two people`; `a` and its kin only count before a unit, so the rest is kept."""
    word, _, rest = text.partition(" ")
    if word not in NUMBER_WORDS:
        return None
    return Quantity(low=NUMBER_WORDS[word], rest=rest.strip())
