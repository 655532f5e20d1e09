"""Columns of yes and no, in three states: anything else is unknown, never no."""

import re
from collections.abc import Sequence

from advisor.intake.cells.cleaning import clean, empty_cell, folded, unquoted
from advisor.intake.cells.column import CellsRead, ColumnText, Finding, Surroundings
from advisor.intake.cells.notes import Cell, Note
from advisor.intake.cells.sweep import sources, sweep, told, values_of
from advisor.intake.problems import Level
from advisor.rules.reading import SHARE_THAT_FITS, Setting

_YES = frozenset(
    "yes y yep yeah true t 1 1.0 on x ✓ ✔ ✅ ☑ 🗹 check checked ja j oui o si s sim da wahr vrai "
    "verdadero vero waar verdadeiro 是 対 对 はい 예 да √".split()
)
_NO = frozenset(
    "no n nope nah false f 0 0.0 off ✗ ✘ ❌ ☐ ✖ × unchecked nein non nee nao falsch faux falso "
    "onwaar нет 否 不 いいえ 아니요".split()
)
_REMOTE = frozenset(
    ("remote", "fully remote", "full remote", "100% remote", "wfh", "anywhere", "work from home")
)
_ON_SITE = frozenset(
    ("on-site", "onsite", "on site", "office", "in office", "in person", "in-person")
)
_ONE_MARK = "Every filled cell says yes the same way, so an empty one most likely says no"
_VARIANT = re.compile("[\ufe0e\ufe0f]")


def yes_or_no(text: str) -> bool | None:
    """What a text answers; None where it is neither yes nor no.

    >>> yes_or_no("Oui"), yes_or_no("✘"), yes_or_no("maybe")
    (True, False, None)
    """
    word = folded(unquoted(clean(_VARIANT.sub("", text)))).rstrip(".!")
    if word in _YES:
        return True
    return False if word in _NO else None


def read_yes_no(column: ColumnText, around: Surroundings) -> CellsRead:
    """1.0 for yes, 0.0 for no, None for unknown.

    A column in which every filled cell says yes uses blanks for no, unless it is our own.
    """
    cells = sweep(sources(column), _read_answer)
    values = values_of(cells)
    findings = told(column, cells)
    chosen = around.setting(column, Setting.BLANK_MEANS_NO)
    yes_only = _yes_only(column, values)
    if chosen == "yes" or (chosen is None and yes_only and not column.declared):
        blank = [not text.strip() for text in column.texts]
        values = [0.0 if empty else value for value, empty in zip(values, blank, strict=True)]
        if chosen is None:
            findings.append(_blank_means_no().at(None, None))
    return CellsRead(values=values, findings=findings)


def _yes_only(column: ColumnText, values: Sequence[object]) -> bool:
    """Whether the filled cells are all the same yes-mark and some cells are empty."""
    filled = {text.strip().casefold() for text in column.texts if text.strip()}
    empties = any(not text.strip() for text in column.texts)
    return empties and len(filled) == 1 and 1.0 in values


def _read_answer(cell: object) -> Cell:
    if isinstance(cell, bool):
        return Cell(value=float(cell))
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    answer = yes_or_no(text)
    if answer is not None:
        return Cell(value=float(answer))
    return empty_cell(clean(text)) or Cell(notes=(_unreadable(text),))


def _unreadable(text: str) -> Note:
    return Note(
        code="yesno_unreadable",
        reason=f"`{text}` is neither yes nor no",
        assumed="Counts as unknown, not as no",
        fix="Type yes or no, or leave it empty",
        choices=("yes", "no"),
    )


def _blank_means_no() -> Note:
    return Note(
        code="blank_means_no_assumed",
        reason=_ONE_MARK,
        assumed="Blanks are read as no",
        fix="Confirm it, or say that empty means unknown",
        choices=("yes", "no"),
    )


def _blank_kept() -> Note:
    return Note(
        code="blank_means_no_assumed",
        level=Level.INFO,
        reason=_ONE_MARK,
        assumed="Carried as text; blanks stay empty",
        fix="Nothing to do: it is not scored",
    )


def answers_in_text(column: ColumnText) -> list[Finding]:
    """What is said about a column of text that mostly answers yes or no, such as `Remote`."""
    filled = [(row, text) for row, text in zip(column.rows, column.texts, strict=True) if text]
    read = {text: _answers_remote(text) for text in dict.fromkeys(column.texts)}
    answered = [text for _, text in filled if read[text]]
    if not filled or len(answered) < SHARE_THAT_FITS * len(filled):
        return []
    findings = [
        _as_text(text).at(row, text)
        for row, text in filled
        if not read[text] and empty_cell(clean(text)) is None
    ]
    marks = {text.strip().casefold() for text in answered}
    if len(marks) == 1 and len(filled) < len(column.texts) and yes_or_no(answered[0]):
        findings.append(_blank_kept().at(None, None))
    return findings


def _answers_remote(text: str) -> bool:
    word = folded(clean(text))
    return yes_or_no(text) is not None or word in _REMOTE or word in _ON_SITE


def _as_text(text: str) -> Note:
    return Note(
        code="yesno_unreadable",
        reason=f"`{text}` is neither yes nor no, as the other cells are",
        assumed="Carried as text",
        fix="Type yes or no if that is meant",
    )
