"""When two companies are the same: case and repeated spaces do not matter."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    composed = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return " ".join(composed.split()).casefold()


def listed_names(text: str) -> frozenset[str]:
    """Every name a cell may list, as compared: the whole cell and its parts.

    >>> sorted(listed_names("Acme; Birch"))
    ['acme', 'acme; birch', 'birch']
    """
    parts = [text, *(part for list_ in _LISTS for part in list_.split(text))]
    return frozenset(filter(None, map(plain_name, parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """A column of text in which each different text stands once.

    each    the different texts
    places  m places in `each`, −1 for an empty cell
    """

    each: Sequence[str]
    places: NDArray[np.intp]

    def where(self, holds: Callable[[str], bool]) -> NDArray[np.bool_]:
        """The rows of whose text `holds` is true; each different text is asked once."""
        answers = np.zeros(len(self.each) + 1, dtype=bool)
        answers[:-1] = [*map(holds, self.each)]
        return answers[self.places]

    def plain(self) -> "Texts":
        """The same with each text as names are compared."""
        return Texts(each=[*map(plain_name, self.each)], places=self.places)


def texts_of(column: pd.Series) -> Texts:
    """The texts of a column, empty cells apart."""
    places, each = pd.factorize(column.to_numpy(dtype=object))
    return Texts(each=each.tolist(), places=places)
