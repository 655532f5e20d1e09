"""Columns of shares and chances, 0 … 1: 35 %, 0.35, 35, 1 in 10, 50/50."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from advisor.intake.cells.all_plain import all_plain, plainly
from advisor.intake.cells.cleaning import clean, empty_cell, folded, unquoted
from advisor.intake.cells.column import CellsRead, ColumnText, Surroundings
from advisor.intake.cells.decimal_mark import decimal_mark
from advisor.intake.cells.notes import Cell, Note
from advisor.intake.cells.quantities import Quantity, read_plain, read_quantity
from advisor.intake.cells.sweep import Swept, sources, sweep, told, values_of
from advisor.intake.problems import Level
from advisor.rules.columns import COLUMNS, Column
from advisor.rules.reading import Setting

_PERCENT = re.compile(
    r"%|\b(?:percent|pct|per cent|prozent|pour cent|por ciento|percento|procent)\b"
)
_IN = re.compile(r"(\d+) ?(?:in|out of|of|von|sur|su|de|op) ?(\d+)")
_SLASH = re.compile(r"(\d+) ?/ ?(\d+)")
_ON = re.compile(r"(\d+) ?(?::|-|to) ?(\d+) ?(on|against)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Formatted:
    """A workbook's number that is shown as a percentage."""

    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """One cell, before the column has said what its bare numbers are.

    form      "percent", "odds" or "bare"; "" where `cell` already says all
    quantity  the number as written
    """

    form: str = ""
    text: str = ""
    quantity: Quantity | None = None
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """What a bare number counts in this column.

    factor  0.01 where it is a percentage, 1 where it is a share, None where each shows by itself
    note    what must be said about it, once for the column
    """

    factor: float | None
    note: Note | None = None


def read_shares(column: ColumnText, around: Surroundings) -> CellsRead:
    """Shares 0 … 1; percentages divided by 100. What a bare number is, the column decides."""
    rules = COLUMNS[column.field]
    chosen = around.setting(column, Setting.PERCENT_SCALE)
    plain = chosen is None and not _heading_says(column)
    if plain and (values := all_plain(column, rules.low, rules.high)) is not None:
        return plainly(values)
    decimal = decimal_mark(column, around)
    shares = sweep(_cells(column), partial(_read_share, decimal=decimal))
    scale = _CHOSEN[chosen] if chosen in _CHOSEN else _scale(shares, column)
    cells = shares.turned(lambda share: _in_scale(share, scale, rules))
    findings = told(column, cells)
    if scale.note is not None:
        findings.insert(0, scale.note.at(None, None))
    return CellsRead(values=values_of(cells), findings=findings)


def _cells(column: ColumnText) -> Sequence[object]:
    """What each cell holds; numbers that a workbook shows as percentages are marked."""
    cells = sources(column)
    if column.formats is None:
        return cells
    return [
        _Formatted(value=cell) if isinstance(cell, float | int) and "%" in (code or "") else cell
        for cell, code in zip(cells, column.formats, strict=True)
    ]


def _read_share(cell: object, decimal: str | None) -> _Share:
    if isinstance(cell, _Formatted):
        return _Share(form="odds", text=f"{cell.value:g}", quantity=Quantity(low=cell.value))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _Share(form="bare", text=f"{cell:g}", quantity=Quantity(low=float(cell)))
    text = unquoted(clean(str(cell)))
    if (plain := read_plain(text)) is not None:
        return _Share(form="bare", text=text, quantity=Quantity(low=plain))
    if (empty := empty_cell(text)) is not None:
        return _Share(cell=empty)
    return _read_words(text, decimal)


def _read_words(text: str, decimal: str | None) -> _Share:
    plain = folded(text)
    if (odds := _odds(plain)) is not None:
        note = _used("percent_odds_converted", f"`{text}` states odds", odds)
        return _Share(cell=Cell(value=odds, notes=(note,)))
    signs = _PERCENT.findall(plain)
    quantity = read_quantity(_PERCENT.sub(" ", plain).strip(), decimal)
    if quantity is None or quantity.rest or len(signs) > 2:
        return _Share(cell=Cell(notes=(_word(text),)))
    return _Share(form="percent" if signs else "bare", text=text, quantity=quantity)


def _odds(text: str) -> float | None:
    """`1 in 10`, `50/50`, `3:1 on`; None for anything else, such as a bare `3:1`."""
    if found := _ON.fullmatch(text):
        won, lost = int(found[1]), int(found[2])
        won, lost = (won, lost) if found[3] == "on" else (lost, won)
        return won / (won + lost) if won + lost else None
    if (found := _SLASH.fullmatch(text)) and int(found[1]) + int(found[2]) == 100:
        return int(found[1]) / 100
    found = _IN.fullmatch(text) or _SLASH.fullmatch(text)
    if found and 0 <= int(found[1]) <= int(found[2]) and int(found[2]):
        return int(found[1]) / int(found[2])
    return None


_CHOSEN = {"percent": _Scale(factor=0.01), "share": _Scale(factor=1.0)}


def _scale(swept: Swept[_Share], column: ColumnText) -> _Scale:
    """What bare numbers are, by the heading and by how large they are."""
    shares = swept.known.values()
    bare = {s.quantity.middle for s in shares if s.form == "bare" and s.quantity is not None}
    bare = {number for number in bare if number != 0}
    if column.declared or not bare:
        return _Scale(factor=1.0)
    percents = any(share.form == "percent" for share in shares)
    small = {number for number in bare if abs(number) <= 1}
    if not small:
        return _Scale(factor=0.01, note=None if _heading_says(column) else _assumed(min(bare)))
    if small != bare or (percents and not _heading_says(column)):
        return _Scale(factor=None, note=_mixed())
    if _heading_says(column):
        return _Scale(factor=1.0, note=_against_heading(min(bare)))
    return _Scale(factor=1.0)


def _heading_says(column: ColumnText) -> bool:
    said = folded(" ".join((*column.hints, column.heading)))
    return _PERCENT.search(said) is not None


def _in_scale(share: _Share, scale: _Scale, rules: Column) -> Cell:
    if share.cell is not None or share.quantity is None:
        return share.cell or Cell()
    factor = {"percent": 0.01, "odds": 1.0}.get(share.form, scale.factor)
    quantity = share.quantity
    if factor is None:
        if quantity.middle == 1:
            return Cell(notes=(_one(),))
        factor = 1.0 if quantity.middle < 1 else 0.01
    value = quantity.middle if factor == 1.0 else quantity.middle / 100
    if not rules.low <= value <= rules.high:
        return Cell(notes=(_outside(share.text, rules),))
    return Cell(value=value, notes=tuple(_as_shares(quantity.notes(share.text), value)))


def _as_shares(notes: Sequence[Note], value: float) -> list[Note]:
    """Notes on the number, saying the share it became."""
    return [replace(note, assumed=f"Read as {value:.4g}") for note in notes]


def _used(code: str, reason: str, value: float) -> Note:
    fix = "Confirm it or type a share such as 0.35"
    return Note(code=code, reason=reason, assumed=f"Read as {value:.4g}", fix=fix)


def _word(text: str) -> Note:
    return Note(
        code="percent_word",
        reason=f"`{text}` is no number",
        fix="Type a share such as 0.35 or 35%",
        choices=("10%", "35%", "60%"),
    )


def _outside(text: str, rules: Column) -> Note:
    return Note(
        code="percent_out_of_range",
        reason=f"{rules.label} must be 0 to 1 (0 to 100 %), not `{text}`",
        assumed="The cell counts as empty",
        fix="Type a share such as 0.35 or leave it empty",
    )


def _assumed(number: float) -> Note:
    return Note(
        code="percent_scale_assumed",
        reason="Every number here is above 1",
        assumed=f"Read as percentages, {number:g} as {number / 100:g}",
        fix="Confirm it",
        choices=("percent", "share"),
    )


def _against_heading(number: float) -> Note:
    return Note(
        code="percent_scale_assumed",
        reason="The heading says percent, but no number here is above 1",
        assumed=f"Read as shares, {number:g} as {number:g}",
        fix="Confirm it",
        choices=("share", "percent"),
    )


def _mixed() -> Note:
    return Note(
        code="percent_scale_mixed",
        reason="Some cells hold percentages and others shares of 1",
        assumed="Each is read by its own form",
        fix="Write all cells the same way",
        choices=("percent", "share"),
    )


def _one() -> Note:
    return Note(
        code="percent_scale_mixed",
        reason="`1` can be 1 % or all of it",
        fix="Type 1% or 100%",
        choices=("1%", "100%"),
        level=Level.ERROR,
    )
