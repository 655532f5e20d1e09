"""When two companies are the same: case and repeated spaces do not matter."""

import re
import unicodedata
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_LISTS = (re.compile(r"[;|\n]"), re.compile(r"[,;/|\n]"))
"""How people separate companies in one cell; the second also splits names with a comma in them."""


def plain_name(name: str) -> str:
    """The name as it is compared.

    >>> plain_name("  Acme   ROBOTICS ")
    'acme robotics'
    """
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def listed_names(text: str) -> frozenset[str]:
    """Every name a cell may list, as compared: the whole cell and its parts.

    >>> sorted(listed_names("Acme; Birch"))
    ['acme', 'acme; birch', 'birch']
    """
    parts = [text, *(part for list_ in _LISTS for part in list_.split(text))]
    return frozenset(filter(None, map(plain_name, parts)))


def each_text(column: pd.Series, holds: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Where `holds` is true of the column's text; each different text is asked once."""
    places, texts = pd.factorize(column)
    answers = np.array([holds(text) for text in texts] + [False], dtype=bool)
    return answers[places]
