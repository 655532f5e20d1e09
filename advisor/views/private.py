"""What reaches a person, and is left out of exports unless asked for: contacts, mail, telephone."""

import re

from advisor.rules.columns import COLUMNS, Field

LEFT_OUT = "[left out]"

MAIL = re.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

TELEPHONE = re.compile(
    r"""(?<![\w/=.-])                               # not inside a word, a number or an address
    (?!\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d)     # a day such as 01.02.2027 is no number to call
    (?: (?:\+|00)\d (?:[\s()./-]*\d){7,13}          # +44 20 7946 0958
      | \(?0\d{1,5}\)? (?:[\s./-]*\d){6,10}         # (020) 7946 0958
      | \(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}             # (555) 123-4567
    )(?![\w])""",
    re.VERBOSE,
)


FEWEST_DIGITS = 8
"""Digits below which nothing in a text can be a telephone number."""


def without_contacts(text: str) -> str:
    """The text with every e-mail address and telephone number left out.

    >>> without_contacts("Ask Dana, dana@example.org or +44 20 7946 0958, by 01.02.2027")
    'Ask Dana, [left out] or [left out], by 01.02.2027'
    """
    if "@" in text:
        text = MAIL.sub(LEFT_OUT, text)
    if sum(map(str.isdigit, text)) >= FEWEST_DIGITS:
        text = TELEPHONE.sub(LEFT_OUT, text)
    return text


def exported(*, contacts: bool) -> list[Field]:
    """The columns an export may show; all of them where contacts are asked for."""
    return [key for key, column in COLUMNS.items() if contacts or not column.private]


def is_private(key: Field | None, text: str) -> bool:
    """Whether a cell of this column may reach a person."""
    private = key is not None and COLUMNS[key].private
    return private or without_contacts(text) != text
