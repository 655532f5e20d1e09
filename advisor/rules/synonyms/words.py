"""Lists of words, written as one text: a comma or a new line ends each."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list.

    >>> words("reply by, rsvp")
    ('reply by', 'rsvp')
    """
    parts = (part.strip() for part in text.replace("\n", ",").split(","))
    return tuple(part for part in parts if part)
