"""Columns of text: carried as they are, with a word about cells that could do harm or are odd."""

import html
import re
from collections.abc import Hashable, Sequence
from functools import partial

from advisor.intake.cells.cleaning import CONTROLS, clean, empty_cell
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.notes import EMPTY, Cell, Note
from advisor.intake.cells.ordinary import odd_ones
from advisor.intake.cells.sweep import Swept, told
from advisor.intake.cells.yes_no import answers_in_text
from advisor.rules.columns import Field
from advisor.rules.reading import PLACEHOLDERS

_FORMULA = re.compile(r"[=@＝＋－＠]|[+-](?![\s\d.,()/-]*$)(?=\S)")
_SIGNED_NUMBER = re.compile(r"[+-]?[\d\s().,/-]+[%€$£]?")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LONGEST_BLANK = 12  # characters: the words for an empty cell are shorter, whatever surrounds them
_LETTER = re.compile(r"\w")


def read_texts(column: ColumnText, around: Surroundings) -> CellsRead:
    """Text, stripped, without control characters; None where the cell is empty.

    A company is never blanked, whatever it is called; elsewhere the words for "empty" are empty.
    A single dash among notes is a note.
    """
    odd = odd_ones(column.texts)
    keeps_dash = column.field is Field.NOTES and _one_dash(column, odd)
    read = _read_company if column.field is Field.COMPANY else partial(_read_text, dash=keeps_dash)
    cells: dict[Hashable, Cell] = {text: read(text) for text in odd}
    values = {text: cell.value for text, cell in cells.items()}
    findings = told(column, Swept(keys=column.texts, known=cells))
    if column.field is Field.LOCATION:
        findings += answers_in_text(column)
    return CellsRead(
        values=[values.get(text, text) for text in column.texts] if odd else list(column.texts),
        findings=findings,
    )


def _one_dash(column: ColumnText, odd: Sequence[str]) -> bool:
    return sum(list(column.texts).count(text) for text in odd if _is_dash(text)) == 1


def _is_dash(text: str) -> bool:
    return len(text) == 1 and clean(text) == "-"


def _stripped(text: str) -> tuple[str, list[Note]]:
    """The text without control characters and outer blanks, and what must be said about it."""
    kept = CONTROLS.sub("", text)
    notes = [] if kept == text else [controls_removed()]
    return kept.strip(), notes


def _read_company(cell: str) -> Cell:
    text, notes = _stripped(cell)
    if not text:
        return Cell(notes=tuple(notes))
    if not _LETTER.search(text) or text.casefold() in PLACEHOLDERS:
        notes.append(_suspect(text))
    return Cell(value=text, notes=(*notes, *_odd(text)))


def _read_text(cell: str, *, dash: bool) -> Cell:
    text, notes = _stripped(cell)
    if not text:
        return Cell(notes=tuple(notes)) if notes else EMPTY
    empty = empty_cell(clean(text)) if len(text) < _LONGEST_BLANK else None
    if empty is not None and not (dash and _is_dash(text)):
        return empty
    return Cell(value=text, notes=(*notes, *_odd(text)))


def _odd(text: str) -> Sequence[Note]:
    """What is odd about a text that is kept as it is."""
    notes: list[Note] = []
    if _FORMULA.match(text) and not _SIGNED_NUMBER.fullmatch(text):
        notes.append(_kept("formula_like_text", "begins like a formula; it is never run"))
    if "&" in text and _ENTITY.search(text):
        plain = html.unescape(text)
        notes.append(_kept("html_entities", "holds codes of a web page", (plain,)))
    if not text.isascii():
        if _INVISIBLE.search(text):
            notes.append(_kept("invisible_characters", "holds characters that cannot be seen"))
        if text[0] in "“„”«" and text[-1] in "”“»":
            notes.append(_kept("smart_quotes", "stands in typographic quotes", (text[1:-1],)))
    return notes


def _kept(code: str, reason: str, choices: tuple[str, ...] = ()) -> Note:
    fix = "Choose the plain text if it is meant" if choices else "Nothing to do if it is meant"
    return Note(
        code=code, reason=f"The text {reason}", assumed="Kept as it is", fix=fix, choices=choices
    )


def controls_removed() -> Note:
    """The cell was read without its control characters."""
    return Note(
        code="control_characters_removed",
        reason="The cell holds control characters that steer a terminal",
        assumed="Read without them",
        fix="Nothing to do",
    )


def _suspect(text: str) -> Note:
    return Note(
        code="company_suspect",
        reason=f"`{text}` is an unusual name for a company",
        assumed="Kept as the name",
        fix="Type the name of the company",
    )
