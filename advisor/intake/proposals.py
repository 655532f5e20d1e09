"""What columns without a telling heading may hold, by their cells alone."""

from collections.abc import Mapping, Sequence
from statistics import median

from advisor.intake.evidence import Evidence
from advisor.intake.row_kinds import looks_like_value, rough_number
from advisor.intake.sheet_column import SheetColumn
from advisor.rules.columns import Field

LEAST_PAY = 1000
"""Numbers whose median is at least this look like pay."""

_TURNS: Mapping[str, tuple[Field, ...]] = {
    "text": (Field.COMPANY, Field.ROLE, Field.NOTES),
    "day": (Field.START, Field.REPLY_BY),
    "money": (Field.PAY,),
    "rating": (Field.INTEREST,),
    "share": (Field.OFFER_CHANCE,),
}
"""Look of a column → the fields proposed for such columns from left to right."""


def proposals(
    columns: Sequence[SheetColumn], held: frozenset[Field | None], evidence: Evidence
) -> dict[int, Field]:
    """Position of a column → the field to propose for it.

    held  fields that other columns hold
    """
    free = {look: [f for f in fields if f not in held] for look, fields in _TURNS.items()}
    proposed = {}
    for column in columns:
        turn = free.get(_look(evidence, column.position), [])
        if turn:
            proposed[column.position] = turn.pop(0)
    return proposed


def _look(evidence: Evidence, position: int) -> str:
    """What the cells of a column look like; "" if like nothing we know."""
    texts = evidence.texts(position)
    if not texts:
        return ""
    if evidence.fits(position, Field.START) and any(
        "-" in t or "/" in t or "." in t for t in texts
    ):
        return "day"
    if not any(map(looks_like_value, texts)):
        return "text"
    numbers = [number for number in map(rough_number, texts) if number is not None]
    return _number_look(texts, numbers) if 2 * len(numbers) > len(texts) else ""


def _number_look(texts: Sequence[str], numbers: Sequence[float]) -> str:
    if median(numbers) >= LEAST_PAY:
        return "money"
    if all("%" in text for text in texts):
        return "share"
    if list(numbers) == [*range(1, len(numbers) + 1)]:  # rows that are merely counted
        return ""
    whole = all(number.is_integer() and 1 <= number <= 5 for number in numbers)
    return "rating" if whole and len(set(numbers)) > 1 else ""
