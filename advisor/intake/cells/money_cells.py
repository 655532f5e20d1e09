"""Cells of money by themselves: empty, a plain number, or words about pay."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.intake.cells.cleaning import clean, empty_cell, unquoted
from advisor.intake.cells.notes import Cell
from advisor.intake.cells.numerals import could_group, read_numeral
from advisor.intake.cells.offers import Offer, read_offer
from advisor.intake.cells.quantities import read_plain
from advisor.rules.reading import MOST_NUMBER, SURELY_FULL_PAY


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyCell:
    """One cell before the column has spoken; one of `empty`, `number` and `offer` is set."""

    text: str = ""
    empty: Cell | None = None
    number: float | None = None
    offer: Offer | None = None


def read_money_cell(cell: object) -> MoneyCell:
    """What a cell says, by itself."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= 0:
        return MoneyCell(text=f"{cell:.15g}", number=float(cell))
    text = unquoted(clean(str(cell)))
    plain = read_plain(text)
    if plain is not None and 0 <= plain <= MOST_NUMBER and not _ambiguous(text):
        return MoneyCell(text=text, number=plain)
    if (empty := empty_cell(text)) is not None:
        return MoneyCell(text=text, empty=empty)
    return MoneyCell(text=text, offer=read_offer(text))


def _ambiguous(text: str) -> bool:
    """Whether the point in a plain number may group thousands."""
    return text.count(".") == 1 and could_group(text)


def surely_full(cells: Iterable[MoneyCell]) -> bool:
    """Whether some single amount of the column is a full salary."""
    return any(_is_full(cell) for cell in cells)


def _is_full(cell: MoneyCell) -> bool:
    if cell.number is not None:
        return cell.number >= SURELY_FULL_PAY
    for amount in cell.offer.amounts if cell.offer else ():
        numeral = read_numeral(amount.numeral, None, groups=True)
        if numeral and numeral.value * (amount.factor or 1) >= SURELY_FULL_PAY:
            return True
    return False
