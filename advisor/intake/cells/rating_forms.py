"""The ways people rate: 4, 4/5, 80 %, ★★★★☆, very high."""

import re
from dataclasses import dataclass

from advisor.intake.cells.cleaning import clean, empty_cell, folded, unquoted
from advisor.intake.cells.numerals import NUMERAL
from advisor.intake.cells.quantities import read_plain, read_quantity

_STARS = re.compile("[★⭐✭✮✩☆🌟✰]+")
_FULL_STARS = "★⭐✭✮🌟"
_VARIANT = re.compile("[\ufe0e\ufe0f\\s]")
_ASTERISKS = re.compile(r"\*{1,10}")
_OF = re.compile(rf"({NUMERAL})\s*(?:/|of|out of|von|sur|su|de|op|uit)\s*(\d{{1,3}})")
_PERCENT = re.compile(rf"({NUMERAL})\s*(?:%|percent|prozent|pour cent)")
_STAR_WORDS = re.compile(rf"({NUMERAL})\s*(?:stars?|sterne?|etoiles?|estrellas?|stelle?|sterren)")
_WITH_WORDS = re.compile(rf"({NUMERAL})\s*(?:[-:(,=]|\s)\s*(\D.*)")
_LEVELS = """
very low|sehr niedrig|sehr gering|tres faible|muy bajo|muy baja|molto basso|molto bassa|zeer laag|
muito baixo|muito baixa|lowest|none at all|not at all|gar nicht|pas du tout
low|niedrig|gering|faible|bas|bajo|baja|basso|bassa|laag|baixo|baixa
medium|med|mid|moderate|average|neutral|ok|somewhat|mittel|moyen|moyenne|medio|media|gemiddeld|normal
high|hoch|eleve|elevee|haut|fort|alto|alta|hoog
very high|sehr hoch|tres eleve|tres elevee|tres haut|tres fort|muy alto|muy alta|molto alto|
molto alta|zeer hoog|muito alto|muito alta|highest|very much
"""
_LINES = re.sub(r"\|\n", "|", _LEVELS).strip().splitlines()
LEVEL_WORDS = {
    word: level for level, line in enumerate(_LINES, start=1) for word in line.split("|")
}
"""Word for a level, folded → 1 … 5 (very low … very high)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One cell as rated.

    form    "bare", "of", "percent", "stars", "word"; "empty", "date" or "unread" without a value
    value   the number as written
    high    the top of the scale where the cell names it
    words   what stands behind a number, as in `2 - meh`
    """

    form: str
    text: str = ""
    value: float = 0.0
    high: float | None = None
    words: str = ""


def read_rated(cell: object) -> Rated:
    """How a cell rates, before the column has said what its scale is.

    >>> read_rated("8/10").high, read_rated("★★★★☆").value, read_rated("Sehr hoch").value
    (10.0, 4.0, 5.0)
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Rated(form="bare", text=f"{cell:g}", value=float(cell))
    if not isinstance(cell, str):
        return Rated(form="unread", text=str(cell))
    text = unquoted(clean(cell))
    if (plain := read_plain(text)) is not None:
        return Rated(form="bare", text=text, value=plain)
    if (empty := empty_cell(text)) is not None:
        return Rated(form="placeholder" if empty.notes else "empty", text=text)
    return _stars(text) or _in_words(text, folded(text))


def _stars(text: str) -> Rated | None:
    marks = _VARIANT.sub("", text)
    if _STARS.fullmatch(marks):
        full = sum(mark in _FULL_STARS for mark in marks)
        high = float(len(marks)) if full < len(marks) else None
        return Rated(form="stars", text=text, value=float(full), high=high)
    if _ASTERISKS.fullmatch(marks):
        return Rated(form="stars", text=text, value=float(len(marks)))
    return None


def _in_words(text: str, plain: str) -> Rated:
    if plain in LEVEL_WORDS:
        return Rated(form="word", text=text, value=float(LEVEL_WORDS[plain]), high=5.0)
    if (found := _OF.fullmatch(plain)) and (value := _number(found[1])) is not None:
        return Rated(form="of", text=text, value=value, high=float(found[2]))
    for form, pattern in (("percent", _PERCENT), ("stars", _STAR_WORDS)):
        if (found := pattern.fullmatch(plain)) and (value := _number(found[1])) is not None:
            return Rated(form=form, text=text, value=value, high=_PERCENT_TOP.get(form))
    if (value := _number(plain)) is not None:
        return Rated(form="bare", text=text, value=value)
    if (found := _WITH_WORDS.fullmatch(plain)) and not any(c.isdigit() for c in found[2]):
        value = _number(found[1])
        if value is not None:
            return Rated(form="bare", text=text, value=value, words=found[2].strip())
    return Rated(form="unread", text=text)


_PERCENT_TOP = {"percent": 100.0}


def _number(text: str) -> float | None:
    """A single exact number; ranges and guesses are none."""
    quantity = read_quantity(text, None)
    if quantity is None or quantity.rest or quantity.qualifier or quantity.high is not None:
        return None
    return quantity.low if text[:1].isdigit() or text[:1] in ".,+-" else None
