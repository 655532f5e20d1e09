"""What a cell looks like, cheaply: enough to see whether a row fits its columns, not to read it."""

import re
from collections import Counter
from collections.abc import Sequence

_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?"
    r"|\d{1,2}(st|nd|rd|th|\.)? ?[^\W\d]{3,10}\.?,? ?(\d{2,4})?"
    r"|([^\W\d]{2,10}\.?, )?[^\W\d]{3,10}\.? \d{1,2}(st|nd|rd|th)?(,? \d{2,4}( \d.*)?)?"
)
_NUMBER = re.compile(
    r"[-+(]?\s?[^\w\s]?\s?([A-Z]{3} ?)?\d[\d.,' \u00a0\u202f]*"
    r"( ?(%|[kKmMhH]|[^\w\s]|[A-Z]{3}|USD|EUR|GBP|CHF|h|hrs?|hours?|/ ?\w+))?\)?"
)
_YES_NO = frozenset("yes no y n true false x ✓ ✔ ✗ ✘ on off ja nein oui non sí si da".split())
_LONGEST_LOOK = 40

BLANK, DATE, NUMBER, YES_NO, TEXT = "blank", "date", "number", "yes_no", "text"


def look(cell: str) -> str:
    """The kind of thing a stripped cell seems to be.

    >>> [look(cell) for cell in ("2027-01-14", "4.5", "35%", "$95,000", "yes", "Acme", "")]
    ['date', 'number', 'number', 'number', 'yes_no', 'text', 'blank']
    """
    if not cell:
        return BLANK
    if len(cell) > _LONGEST_LOOK:
        return TEXT
    if cell.casefold() in _YES_NO:
        return YES_NO
    if _DATE.fullmatch(cell):
        return DATE
    return NUMBER if _NUMBER.fullmatch(cell) else TEXT


def column_looks(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The usual look of each column: what at least 60 % of its filled cells are, else text."""
    return [_usual(Counter(look(row[place].strip()) for row in rows)) for place in range(width)]


def _usual(counts: Counter[str]) -> str:
    del counts[BLANK]
    if not counts:
        return BLANK
    kind, often = counts.most_common(1)[0]
    return kind if often >= 0.6 * counts.total() else TEXT


def fit(cell: str, usual: str) -> float:
    """How well a cell fits the usual look of its column: 1 as usual, 0 not at all.

    >>> fit("Acme", "text"), fit("", "date"), fit("Acme", "date")
    (1.0, 0.5, 0.0)
    """
    if not cell:
        return 1.0 if usual == BLANK else 0.5
    if usual == BLANK:
        return 0.25
    seen = look(cell)
    if seen == usual:
        return 1.0
    return 0.4 if usual == TEXT else 0.0
