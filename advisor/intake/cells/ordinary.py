"""Text about which nothing need be said: proven by one look, so that a closer one can be spared."""

import re
from collections.abc import Iterable

from advisor.intake.proving import END, lines_like, unlike
from advisor.rules.reading import BLANK_WORDS, PLACEHOLDERS

_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ΡΣ-Ωα-ωА-яЁёぁ-ゖァ-ヺ一-鿿가-힣"
"""Letters and digits that no plainer letter stands for."""

_MARKS = r" !-%'-/:-@\[-`{-~–—‘’“”…€£°"
"""Marks that may follow; without & (which begins a code) and blanks other than the plain one."""

_WORDS = "|".join(re.escape(word) for word in sorted(BLANK_WORDS | PLACEHOLDERS) if word)
_ORDINARY = lines_like(rf"(?!(?i:{_WORDS}){END})[{_LETTERS}][{_LETTERS}{_MARKS}]*(?<! )")


def odd_ones(texts: Iterable[str]) -> list[str]:
    """The distinct texts that are not proven ordinary.

    An ordinary text begins with a letter or digit and ends without a blank; it is no word for an
    empty cell, and holds no control character, code of a web page or character of no width.

    >>> sorted(odd_ones(["Acme", "n/a", "Müller, Söhne", "=1+1", "A&amp;B", "", "n/a", "Born "]))
    ['', '=1+1', 'A&amp;B', 'Born ', 'n/a']
    """
    return unlike(set(texts), _ORDINARY)
