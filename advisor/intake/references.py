"""Names of competitors in a sheet, held against the companies of its rows."""

import re
from collections.abc import Iterator

import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from advisor.intake.capping import capped
from advisor.intake.problems import Level, Problem
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import fold, plain_name
from advisor.rules.columns import Field
from advisor.rules.kinds import NO_WORDS

MOST_COMPARED = 2000
"""Companies beyond which misspelled names are not looked for."""

SLIPS = 2
"""Letters by which a misspelled name may differ."""

_SCORER = DamerauLevenshtein.distance
_BETWEEN = re.compile(r"\s*[,;/|\n]\s*")

_CODES = {
    "self": ("reference_self", "names the row's own company"),
    "near": ("reference_fuzzy", "is nearly the company “{near}”"),
    "none": ("reference_unknown", "is the company of no row here"),
}
_DOING = {
    "self": ("Kept as it is", "Name the company it competes with"),
    "near": ("Kept as it is", "Write “{near}” if you mean it"),
    "none": ("Kept as it is", None),
}


def check_references(invites: pd.DataFrame, column: SheetColumn) -> Iterator[Problem]:
    """Competitors that are the row's own company, misspelled, or in no row."""
    known = _Companies(invites[Field.COMPANY])
    names = invites[Field.COMPETITOR_OF].dropna()
    owners = invites[Field.COMPANY].loc[names.index]
    found: list[tuple[int, str, str, str]] = []
    for row, text, own in zip(names.index, names, owners, strict=True):
        kind, near = known.judged(text)
        if (
            own is not None
            and text[0].casefold() == own[0].casefold()
            and plain_name(text) == plain_name(own)
        ):
            kind = "self"
        if kind != "fine":
            found.append((row, text, kind, near))
    return capped(found, lambda item: item[2], lambda item: _problem(column, *item))


class _Companies:
    """The companies of a sheet, for looking names up."""

    def __init__(self, companies: pd.Series) -> None:
        self._plain = {plain_name(name) for name in companies if name is not None}
        few = len(self._plain) <= MOST_COMPARED
        self._folded = {fold(name): name for name in companies if name is not None} if few else {}
        self._known: dict[str, tuple[str, str]] = {}

    def judged(self, text: str) -> tuple[str, str]:
        """("fine" | "near" | "none", the nearest company) for the names in one cell."""
        if text not in self._known:
            self._known[text] = self._judge(text)
        return self._known[text]

    def _judge(self, text: str) -> tuple[str, str]:
        if self._is_here(text) or text.casefold() in NO_WORDS:
            return "fine", ""
        strange = [part for part in _BETWEEN.split(text) if part and not self._is_here(part)]
        if not strange:
            return "fine", ""
        hit = process.extractOne(
            fold(strange[0]), self._folded.keys(), scorer=_SCORER, score_cutoff=SLIPS
        )
        if hit is None or len(hit[0]) <= 2 * SLIPS:
            return "none", ""
        return "near", self._folded[hit[0]]

    def _is_here(self, name: str) -> bool:
        return plain_name(name) in self._plain or fold(name) in self._folded


def _problem(column: SheetColumn, row: int, text: str, kind: str, near: str) -> Problem:
    code, reason = _CODES[kind]
    assumed, fix = _DOING[kind]
    return Problem(
        code=code,
        level=Level.WARNING if kind != "none" else Level.INFO,
        row=row,
        column=column.heading,
        position=column.position,
        field=Field.COMPETITOR_OF,
        value=text,
        reason=f"It {reason.format(near=near)}",
        assumed=assumed,
        fix=fix.format(near=near) if fix else None,
        choices=(near,) if near else (),
    )
