"""The text of a cell of money → amounts, currency, period and doubts, before the column speaks."""

import re
from dataclasses import dataclass, field

from advisor.intake.cells.cleaning import folded
from advisor.intake.cells.money_words import (
    ADVERBS,
    BASE,
    FACTORS,
    MULTIPLIED,
    PERIODS,
    QUALIFIERS,
    SILENT,
    TOKEN,
)
from advisor.intake.cells.numerals import NUMERAL

_SIMPLE = re.compile(rf"([$€£])?\s?(?P<number>{NUMERAL})(?P<k>k)?\s?([$€£])?")
_EMPTY_CENTS = re.compile(r"(?<=\d)\s?[.,/]-+(?!\d)")
_NEGATIVE = re.compile(r"[^\w(]*(?:[a-z]{3} ?)?[^\w(]*\(([^()]*\d[^()]*)\)[^\w]*")
_MINUS = re.compile(r"^(?:[^\W\d]{1,3}\s*|[$€£¥₹]\s*)?-\s*(?:[^\W\d]{1,3}\s*|[$€£¥₹]\s*)?[\d.,]")


_RANGE_OPENERS = frozenset({"from", "desde", "partir"})
_MOST_AMOUNTS = 3
_DIGITS_OF_PAY = 4
_AND = frozenset({"and", "und", "et", "y", "e", "en"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One number of money as written: its numeral, its suffix's factor, whether it is the base."""

    numeral: str
    factor: float | None = None
    is_base: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it reads as pay by itself, unlike the 6 of a grade or the 14 of fourteen pays."""
        digits = sum(character.isdigit() for character in self.numeral)
        return self.factor is not None or digits >= _DIGITS_OF_PAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a cell says about pay.

    amounts    in the order written
    is_range   the first two are the ends of a range
    sign       currency as written, folded; "" where none is
    signs      all of them
    period     "hour" … "year"; "" where none is named
    qualifier  the words that make it less than exact
    strange    words that say nothing about pay
    trouble    "negative" or "unreadable" where there is no amount to use
    """

    amounts: tuple[Amount, ...] = ()
    is_range: bool = False
    signs: tuple[str, ...] = ()
    period: str = ""
    qualifier: str = ""
    strange: str = ""
    trouble: str = ""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An offer while its cell is read from left to right."""

    amounts: list[Amount] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    period: str = ""
    qualifiers: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    factor: float | None = None
    joined: bool = False
    is_range: bool = False
    beside: bool = False
    named: bool = False
    parted: bool = False
    base_next: bool = False
    between: bool = False


def read_offer(text: str) -> Offer:
    """What a cleaned text says about pay.

    >>> read_offer("$85k-95k per year").is_range, read_offer("~ €50 / hour").period
    (True, 'hour')
    """
    plain = _EMPTY_CENTS.sub("", folded(text))
    if simple := _SIMPLE.fullmatch(plain):
        return _simple(simple)
    if _MINUS.match(plain) or _NEGATIVE.fullmatch(plain):
        return Offer(trouble="negative")
    if MULTIPLIED.search(plain):
        return Offer(trouble="unreadable")
    draft, position = _Draft(), 0
    while position < len(plain):
        token = TOKEN.match(plain, position)
        if token is None or token["strange"]:
            return Offer(trouble="unreadable")
        position = token.end()
        _take(draft, token)
    return _offer(draft)


def _simple(found: re.Match[str]) -> Offer:
    """The commonest cell by far: a number, perhaps with a sign or a k."""
    amount = Amount(numeral=found["number"], factor=1e3 if found["k"] else None)
    return Offer(amounts=(amount,), signs=tuple(sign for sign in found.group(1, 4) if sign))


def _take(draft: _Draft, token: re.Match[str]) -> None:
    """The next piece of the cell, added to the draft."""
    name = token.lastgroup if token["number"] is None else "number"
    if token["percent"] or token["plan"]:
        draft.qualifiers.append(token[0].strip())
    elif name == "number":
        _take_amount(draft, token)
    elif token["thousand"]:
        draft.factor = 1e3
    elif token["unit"] or token["adverb"]:
        draft.period = draft.period or PERIODS.get(token["unit"] or "", "")
        draft.period = draft.period or ADVERBS.get(token["adverb"] or "", "")
    elif token["joint"]:
        draft.joined = not draft.parted
    elif token["currency"]:
        draft.signs.append(token["currency"])
    elif token["word"]:
        _take_word(draft, token["word"])


def _take_amount(draft: _Draft, token: re.Match[str]) -> None:
    suffix = token["suffix"]
    factor = 1e3 if suffix == "t" else FACTORS[suffix] if suffix else draft.factor
    if suffix == "lpa":
        draft.period = "year"
    amount = Amount(numeral=token["number"], factor=factor, is_base=draft.base_next)
    if draft.named and amount.is_full:
        _drop_name(draft)
    if len(draft.amounts) == 1 and draft.joined:
        draft.is_range = True
    draft.named = not draft.amounts and draft.parted and not draft.signs and not amount.is_full
    draft.amounts.append(amount)
    draft.joined, draft.base_next, draft.beside, draft.parted = False, False, True, False


def _drop_name(draft: _Draft) -> None:
    """The number before is no amount: `Grade 7` and `Band 6` name a place on a scale."""
    draft.strange.append(draft.amounts.pop().numeral)
    draft.joined = False


def _take_word(draft: _Draft, word: str) -> None:
    bare = word.rstrip(".")
    if bare in BASE:
        _mark_base(draft)
        return
    draft.beside = False
    if bare in {"between", "zwischen", "entre", "tra", "fra"}:
        draft.between = True
    elif (bare in _AND and draft.between) or (word == "~" and draft.amounts):
        draft.joined = True
    elif word in QUALIFIERS or bare in QUALIFIERS:
        draft.qualifiers.append(word)
    elif word not in SILENT and bare not in SILENT:
        draft.strange.append(word)
        draft.joined, draft.parted = False, True
    elif word in "/|;":
        draft.joined = False


def _mark_base(draft: _Draft) -> None:
    """The amount right before the word is the base, else the next one is."""
    if draft.beside and not any(amount.is_base for amount in draft.amounts):
        last = draft.amounts[-1]
        draft.amounts[-1] = Amount(numeral=last.numeral, factor=last.factor, is_base=True)
    else:
        draft.base_next = True


def _offer(draft: _Draft) -> Offer:
    if draft.is_range:
        draft.qualifiers = [word for word in draft.qualifiers if word not in _RANGE_OPENERS]
    return Offer(
        amounts=tuple(draft.amounts),
        is_range=draft.is_range,
        signs=tuple(draft.signs),
        period=draft.period,
        qualifier=" ".join(draft.qualifiers + (["-"] if draft.joined and draft.amounts else [])),
        strange=" ".join(draft.strange),
        trouble="" if _is_offer(draft) else "unreadable",
    )


def _is_offer(draft: _Draft) -> bool:
    """Whether the numbers can be pay; three bare ones are a date or a telephone number."""
    bare = not draft.signs and all(amount.factor is None for amount in draft.amounts)
    return 1 <= len(draft.amounts) <= (_MOST_AMOUNTS - 1 if bare else _MOST_AMOUNTS)
