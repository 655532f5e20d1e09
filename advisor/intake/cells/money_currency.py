"""Which currency each cell of a column is in."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from advisor.intake.cells import money_notes
from advisor.intake.cells.column import ColumnText, Surroundings
from advisor.intake.cells.currencies import (
    CURRENCY_WORDS,
    UNCLEAR,
    currency_of,
    currency_sign,
    sign_in_format,
)
from advisor.intake.cells.notes import Note
from advisor.rules.reading import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Currencies:
    """The currency of each cell, None where unknown or empty, and what must be said once."""

    codes: list[str | None]
    notes: tuple[Note, ...] = ()


def currencies_of(
    column: ColumnText, signs: Sequence[str | None], around: Surroundings
) -> Currencies:
    """The code of each cell by its own sign, its number format, the heading or the column.

    signs  as written in each cell, folded; "" where the cell has an amount without a sign, None
           where it has no amount
    """
    shown = _with_formats(column, signs)
    chosen = currency_of(around.setting(column, Setting.MONEY_CURRENCY) or "")
    heading = _sign_of_heading(column)
    clear = [CURRENCY_WORDS[s] for s in (*shown, heading) if s and s in CURRENCY_WORDS]
    shared = {sign for sign in (*shown, heading) if sign is not None and sign in UNCLEAR}
    taken = {sign: chosen or _likeliest(sign, clear) for sign in shared}
    default = chosen or _code(heading, taken)
    codes = [None if s is None else _code(s, taken) or (None if s else default) for s in shown]
    counts = Counter(code for code in codes if code is not None)
    if len(counts) == 1 and default is None:
        only = next(iter(counts))
        codes = [only if s == "" else code for s, code in zip(shown, codes, strict=True)]
    named = {CURRENCY_WORDS.get(heading or "")}
    notes = [] if chosen else [_open(sign, code, named) for sign, code in taken.items()]
    if len(counts) > 1:
        notes.append(money_notes.mixed_currency(counts))
    return Currencies(codes=codes, notes=tuple(note for note in notes if note is not None))


def _with_formats(column: ColumnText, signs: Sequence[str | None]) -> list[str | None]:
    """The signs, taken from the number format where the cell itself has none."""
    if column.formats is None:
        return list(signs)
    known: dict[str | None, str] = {
        code: sign_in_format(code) or "" for code in set(column.formats)
    }
    return [
        known[code] if sign == "" else sign
        for sign, code in zip(signs, column.formats, strict=True)
    ]


def _sign_of_heading(column: ColumnText) -> str | None:
    for said in (*column.hints, column.heading):
        if sign := currency_sign(said):
            return sign
    return None


def says_currency(column: ColumnText, around: Surroundings) -> bool:
    """Whether heading or settings name a currency."""
    chosen = around.setting(column, Setting.MONEY_CURRENCY)
    return chosen is not None or _sign_of_heading(column) is not None


def _likeliest(sign: str, clear: Sequence[str]) -> str | None:
    """The column's own currency among those that share the sign; US dollars for a bare `$`."""
    shared = UNCLEAR[sign]
    own = [code for code in clear if code in shared]
    if own:
        return own[0]
    return "USD" if shared[0] == "USD" else None


def _code(sign: str | None, taken: Mapping[str, str | None]) -> str | None:
    if not sign:
        return None
    return CURRENCY_WORDS.get(sign) or taken.get(sign)


def _open(sign: str, code: str | None, named: Collection[str | None]) -> Note | None:
    """What must be said about a shared sign; nothing where the heading answers."""
    if code is None:
        return money_notes.unclear_currency(sign, UNCLEAR[sign])
    return None if code in named else money_notes.assumed_currency(sign, code, UNCLEAR[sign])
