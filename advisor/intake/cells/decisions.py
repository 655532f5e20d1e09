"""Columns of codes: the person's own decision, and currencies."""

from advisor.intake.cells.cleaning import clean, empty_cell, folded, unquoted
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.currencies import currency_of
from advisor.intake.cells.notes import Cell, Note
from advisor.intake.cells.sweep import sweep, told, values_of

_ACCEPT = frozenset(
    "accept accepted accepting yes y go going attend attending ja zusagen zugesagt annehmen "
    "angenommen oui accepter accepte j'accepte si aceptar aceptado acepto accettare accettato "
    "accetto sim aceitar aceito aannemen aangenomen ✓ ✔ ✅ ☑ 接受".split()
)
_DECLINE = frozenset(
    "decline declined declining no n reject rejecting skip nein absagen abgesagt ablehnen "
    "abgelehnt non refuser refuse decliner decline je refuse rechazar rechazado rechazo rifiutare "
    "rifiutato rifiuto nao recusar recusado recuso nee afwijzen afslaan afgeslagen ✗ ✘ ❌ "
    "拒绝".split()
)


def read_decisions(column: ColumnText, _around: Surroundings) -> CellsRead:
    """Accept, decline or None; other words are reported, never guessed at."""
    cells = sweep(column.texts, _read_decision)
    return CellsRead(values=values_of(cells), findings=told(column, cells))


def _read_decision(cell: object) -> Cell:
    text = unquoted(clean(str(cell)))
    word = folded(text).rstrip(".!")
    if word in _ACCEPT:
        return Cell(value="accept")
    if word in _DECLINE:
        return Cell(value="decline")
    note = Note(
        code="decision_unreadable",
        reason=f"`{text}` is neither accept nor decline",
        fix="Type accept or decline, or leave it empty",
        choices=("accept", "decline"),
    )
    return empty_cell(text) or Cell(notes=(note,))


def read_currencies(column: ColumnText, _around: Surroundings) -> CellsRead:
    """Three-letter codes of currencies."""
    cells = sweep(column.texts, _read_currency)
    return CellsRead(values=values_of(cells), findings=told(column, cells))


def _read_currency(cell: object) -> Cell:
    text = unquoted(clean(str(cell)))
    if (code := currency_of(text)) is not None:
        return Cell(value=code)
    note = Note(
        code="currency_unreadable",
        reason=f"`{text}` names no single currency",
        fix="Type the three letters of the currency, such as EUR",
    )
    return empty_cell(text) or Cell(notes=(note,))
