"""A heading as found → the column it means, how surely, and what it says about the cells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from advisor.intake.problems import letter
from advisor.intake.vocabulary import (
    ASKED,
    FUZZY,
    NAMED,
    NAMES,
    OTHER,
    OWN,
    PAY_ENDS,
    SHORTEST_FUZZY,
    TIMES,
    Sure,
    fold,
    is_key,
    without_others,
)
from advisor.rules.columns import Field

LONGEST_HEADING = 80
"""Characters; a longer cell is a sentence, not a heading."""

LOOKED_AT = 500
"""Characters of a cell that are looked at for a heading; what follows in a longer one is prose."""

SHORT_WORD = 6
"""Headings of fewer letters may differ by one slip from a known one, longer ones by two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as found, the words it comes down to, and what it says beside them.

    found  verbatim
    plain  folded words without accents, punctuation, units
    whole  the same with the parentheses' text left in
    hints  what stood in parentheses or names a unit: "USD k", "%", "1-10", "h", "per month"
    """

    found: str
    plain: str
    whole: str
    hints: tuple[str, ...]


_ENUMERATION = re.compile(r"^\s*(?:\d{1,2}|[A-Za-z])[.)]\s+")
_BRACKETS = re.compile(r"[(\[{（【]([^()\[\]{}（）【】]*)[)\]}）】]")
_SCALE = re.compile(r"(?<![^\W_])(\d{1,3})\s*(?:[-–—/_]|to|bis)\s*(\d{1,3})(?![^\W_])")
_SIGNS = re.compile(r"[%$€£¥₹]")
_LAST_UNITS = frozenset(
    "usd eur gbp chf cad aud inr jpy sek nok dkk pln k h hr hrs hour hours std stunden min mins "
    "minutes pct percent prozent yearly annual gross brutto brut bruto net per year pa in".split()
)
_PERIODS = {
    r"\b(?:month|monthly|monats\w*|mensuel|mensual|mensile|maand\w*|mensal)\b|月薪": "per month",
    r"\b(?:hour|hourly|stunden\w+|uur\w+)\b": "per hour",
    r"\b(?:day|daily)\b": "per day",
    r"\b(?:week|weekly)\b": "per week",
}


@lru_cache(maxsize=8192)
def understand(text: str) -> Heading:
    """What a heading comes down to.

    >>> understand("Salary (USD k)").plain, understand("Salary (USD k)").hints
    ('salary', ('USD k',))
    >>> understand("Chance %").hints, understand("2. Prep hours*").plain
    (('%',), 'prep hours')
    """
    bare = _ENUMERATION.sub("", text[:LOOKED_AT])
    hints = [part.strip() for part in _BRACKETS.findall(bare) if part.strip()]
    outside = _BRACKETS.sub(" ", bare)
    plain = fold(outside)
    if not plain:
        return Heading(found=text, plain=fold(bare), whole=fold(bare), hints=())
    hints += [f"{low}-{high}" for low, high in _SCALE.findall(outside)]
    hints += _SIGNS.findall(outside)
    if plain not in NAMED:
        plain = _without_units(fold(_SCALE.sub(" ", outside)) or plain, hints)
    hints += [said for pattern, said in _PERIODS.items() if re.search(pattern, fold(outside))]
    return Heading(found=text, plain=plain, whole=fold(bare), hints=tuple(hints))


def _without_units(plain: str, hints: list[str]) -> str:
    """The words without the units at their end, which become hints."""
    words = plain.split()
    kept = len(words)
    while kept > 1 and words[kept - 1] in _LAST_UNITS:
        kept -= 1
        if " ".join(words[:kept]) in NAMED:
            hints.append(" ".join(words[kept:]))
            return " ".join(words[:kept])
    return plain


def is_declared(text: str) -> bool:
    """Whether the heading is our own key or the template's, spelled so: it declares our scale.

    >>> is_declared("Interest (1-5)"), is_declared("interest"), is_declared("Interest")
    (True, True, False)
    """
    return text in OWN


def named_field(text: str) -> tuple[Field, Sure] | None:
    """The column a heading names outright, and whether another could name it better.

    >>> named_field("Gehalt (EUR)"), named_field("Comments"), named_field("Date")
    ((<Field.PAY: 'pay'>, <Sure.EXACT: 0>), (<Field.NOTES: 'notes'>, <Sure.WEAK: 1>), None)
    """
    heading = understand(text)
    return NAMES.get(heading.whole) or NAMES.get(heading.plain)


def asked_field(text: str) -> tuple[Field | None] | None:
    """For a day that need not be ours: (the column to propose,); None for any other heading."""
    plain = understand(text).plain
    return (ASKED[plain],) if plain in ASKED else None


def is_time_of_day(text: str) -> bool:
    """Whether the heading is that of a time beside the day of the interview."""
    return understand(text).plain in TIMES


def pay_end(text: str) -> int | None:
    """0 for the heading of a lowest pay, 1 for a highest, None for any other."""
    heading = understand(text)
    return PAY_ENDS.get(heading.whole, PAY_ENDS.get(heading.plain))


@lru_cache(maxsize=4096)
def misspelled_fields(text: str) -> frozenset[Field]:
    """The columns whose names are nearest to the heading and within a slip or two of it.

    >>> sorted(misspelled_fields("Salery")), sorted(misspelled_fields("Industry"))
    ([<Field.PAY: 'pay'>], [])
    """
    plain = understand(text).plain
    if len(plain) < SHORTEST_FUZZY or plain in NAMED or plain in OTHER or is_key(plain):
        return frozenset()
    near = process.extract(
        plain, FUZZY, scorer=DamerauLevenshtein.distance, score_cutoff=_slips(plain), limit=None
    )
    allowed = [(name, far) for name, far, _ in near if far <= _slips(name)]
    least = min((far for _, far in allowed), default=0)
    nearest = [name for name, far in allowed if far == least]
    if not NAMES.keys() >= set(nearest):
        return frozenset()
    return frozenset(NAMES[name][0] for name in nearest)


def _slips(name: str) -> int:
    """How many letters may be wrong in a heading that means this one."""
    return 1 if len(name) < SHORT_WORD else 2


@lru_cache(maxsize=4096)
def contained_fields(text: str) -> tuple[Field, ...]:
    """The columns a name of which stands word by word in the heading, the longest name first.

    >>> contained_fields("Company / Role")
    (<Field.COMPANY: 'company'>, <Field.ROLE: 'role'>)
    """
    heading = understand(text)
    words = frozenset(without_others(heading.whole).split())
    if len(text) > LONGEST_HEADING or heading.plain in OTHER or is_key(heading.whole):
        return ()
    hits = [(name, field) for name, (field, _) in NAMES.items() if words.issuperset(name.split())]
    covered = [
        (name, field)
        for name, field in hits
        if not any(set(name.split()) < set(longer.split()) for longer, _ in hits)
    ]
    ranked = sorted(covered, key=lambda hit: -len(hit[0]))
    return tuple(dict.fromkeys(field for _, field in ranked))


@lru_cache(maxsize=65536)
def _known(cell: str) -> Field | str | None:
    """What a cell names if it stands in a row of headings; a text for what has no column."""
    if not cell or len(cell) > LONGEST_HEADING:
        return None
    named = named_field(cell)
    if named is not None:
        return named[0]
    plain = understand(cell).plain
    return plain if plain in TIMES or plain in PAY_ENDS or plain in ASKED else None


def known_cells(cells: Sequence[str]) -> Iterator[tuple[int, Field | str]]:
    """Position and meaning of every cell that could be a heading we know."""
    for position, cell in enumerate(cells):
        meaning = _known(cell)
        if meaning is not None:
            yield position, meaning


def known_fields(cells: Sequence[str]) -> int:
    """How many distinct columns these cells name, if they are headings.

    >>> known_fields(["Company", "Salary", "Pay", "2027-01-14", ""])
    2
    """
    return len({meaning for _, meaning in known_cells(cells)})


def knowing(said: Iterable[str]) -> Callable[[Sequence[str]], int]:
    """Like `known_fields`, for a sheet whose owner has said that these are headings of it.

    >>> knowing(["Firms I heard from"])(["Company", "Firms I heard from", "Acme"])
    2
    """
    extra = frozenset(fold(heading) for heading in said) - NAMED
    if not extra:
        return known_fields
    return lambda cells: known_fields(cells) + len(extra.intersection(map(fold, cells)))


def unique_headings(found: Iterable[str]) -> list[str]:
    """Headings a table can have: doubled ones numbered, empty ones named by their letter.

    >>> unique_headings(["Notes", "", "Notes"])
    ['Notes', 'Column B', 'Notes (2)']
    """
    seen: set[str] = set()
    unique = []
    for position, text in enumerate(found):
        base = text or f"Column {letter(position)}"
        name, count = base, 1
        while name in seen:
            count += 1
            name = f"{base} ({count})"
        seen.add(name)
        unique.append(name)
    return unique
