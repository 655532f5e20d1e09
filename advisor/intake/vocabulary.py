"""Every heading we know, folded for comparing, and the column it means."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from advisor.intake.proving import END, folded_cases
from advisor.rules import synonyms
from advisor.rules.columns import COLUMNS, Field

SHORTEST_FUZZY = 4
"""Letters below which a slip of the pen cannot be told from another word."""


class Sure(IntEnum):
    """How surely a heading names a column; the lower the surer."""

    EXACT = 0
    WEAK = 1
    TYPO = 2
    CONTAINED = 3


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Words for comparing: no accents, case, marks or emoji; camelCase and snake_case split.

    >>> fold("Vorstellungsgespräch_am"), fold("replyBy:"), fold("Café ☕"), fold("Straße")
    ('vorstellungsgesprach am', 'reply by', 'cafe', 'strasse')
    """
    bare = text if text.isascii() else "".join(map(_letter, unicodedata.normalize("NFKD", text)))
    return _MARKS.sub(" ", _HUMPS.sub(" ", bare)).casefold().strip()


_HUMPS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_MARKS = re.compile(r"[\W_]+")
_INVISIBLE = frozenset({"Mn", "Cf"})


def _letter(char: str) -> str:
    """The character as a heading keeps it: nothing for accents and marks of no width."""
    return "" if unicodedata.category(char) in _INVISIBLE else char


def plain_name(text: str) -> str:
    """A company's or role's name for comparing: case and repeated blanks folded."""
    folded = text.casefold()
    return folded if folded.isascii() and "  " not in folded else " ".join(folded.split())


def plain_names(texts: Sequence[str]) -> list[str]:
    """The `plain_name` of each text.

    >>> plain_names(["ACME", "Straße  Ltd"])
    ['acme', 'strasse ltd']
    """
    joined = END.join(texts)
    plainly = joined.isascii() and "  " not in joined
    return folded_cases(texts) if plainly else list(map(plain_name, texts))


def _known_names() -> dict[str, tuple[Field, Sure]]:
    """Folded heading → column and how surely; our own keys and labels come first."""
    names: dict[str, tuple[Field, Sure]] = {}
    for field, column in COLUMNS.items():
        for own in (field.value, column.label):
            names[fold(own)] = (field, Sure.EXACT)
    for table, sure in ((synonyms.STRONG, Sure.EXACT), (synonyms.WEAK, Sure.WEAK)):
        for field, headings in table.items():
            for heading in headings:
                names.setdefault(fold(heading), (field, sure))
    return names


NAMES: Mapping[str, tuple[Field, Sure]] = _known_names()
"""Folded heading → the column it names outright, and whether another could name it better."""

ASKED: Mapping[str, Field | None] = {fold(name): key for name, key in synonyms.ASKED.items()}
"""Folded heading of a day that need not be ours → the column to propose."""

TIMES = frozenset(fold(name) for name in synonyms.INTERVIEW_TIME)
"""Folded headings of a time of day."""

PAY_ENDS: Mapping[str, int] = {
    **{fold(name): 0 for name in synonyms.PAY_LOW},
    **{fold(name): 1 for name in synonyms.PAY_HIGH},
}
"""Folded heading of one end of a pay range → 0 for the lower, 1 for the upper."""

OTHER = frozenset(fold(name) for name in synonyms.OTHER_HEADINGS) - frozenset(NAMES)
"""Folded headings that are known to be none of ours."""

NAMED = frozenset(NAMES) | frozenset(ASKED) | TIMES | frozenset(PAY_ENDS)
"""Every folded heading with a meaning."""

FUZZY = tuple(name for name in NAMED | OTHER if len(name) >= SHORTEST_FUZZY)
"""Folded headings that a slip of the pen may have meant."""

OWN = frozenset(
    spelled for column in COLUMNS.values() for spelled in (column.key.value, column.heading)
)
"""Headings spelled as our keys or as the template writes them."""

_KEYS = frozenset({"id", "ids", "uuid", "guid", "key"})


def is_key(words: str) -> bool:
    """Whether folded words head numbers of some other table.

    >>> is_key("company id"), is_key("company")
    (True, False)
    """
    return not _KEYS.isdisjoint(words.split())


def without_others(words: str) -> str:
    """The words without the phrases among them that mean none of our columns.

    >>> without_others("used cover letter").split(), without_others("pay range")
    (['used'], 'pay range')
    """
    return _PHRASES.sub(" ", words)


_PHRASES = re.compile(
    rf"\b(?:{'|'.join(sorted((re.escape(name) for name in OTHER if ' ' in name), reverse=True))})\b"
)
