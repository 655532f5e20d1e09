"""Many short texts looked at in one go, where most of them are as they should be."""

import re
from collections.abc import Collection, Iterator

END = "\n"
"""Ends each text while they are looked at together."""

AT_ONCE = 1000
"""Texts matched in one go: the pattern remembers the way back through each."""


def lines_like(text: str) -> re.Pattern[str]:
    """A pattern for as many texts in a row as there are of one kind, each with its `END`.

    text  the pattern of one text; it may not match an `END`
    Without possessive quantifiers: a group so repeated is matched wrongly by Python 3.11.2, which
    is Debian 12's.
    """
    return re.compile(f"(?:{text}{END}){{0,{AT_ONCE}}}")


def unlike(texts: Collection[str], like: re.Pattern[str]) -> list[str]:
    r"""The texts that are not of the kind; whatever holds an `END` of its own is not.

    like  made by `lines_like`

    >>> unlike(["ab", "a1", "", "b", "a\nb"], lines_like("[ab]+"))
    ['a\nb', 'a1', '']
    """
    joined = END.join([*texts, ""])
    if joined.count(END) == len(texts):
        return list(_unlike(joined, like))
    several = [text for text in texts if END in text]
    return [*several, *unlike([text for text in texts if END not in text], like)]


def _unlike(joined: str, like: re.Pattern[str]) -> Iterator[str]:
    """The lines that are not of the kind, in order."""
    at = 0
    while at < len(joined):
        found = like.match(joined, at)
        alike = at if found is None else found.end()
        if alike == at:
            alike = joined.index(END, at) + 1
            yield joined[at : alike - 1]
        at = alike


def folded_cases(texts: Collection[str]) -> list[str]:
    """Each text case folded.

    >>> folded_cases(["ACME", "Straße"])
    ['acme', 'strasse']
    """
    folded = END.join(texts).casefold().split(END)
    return folded if len(folded) == len(texts) else list(map(str.casefold, texts))
