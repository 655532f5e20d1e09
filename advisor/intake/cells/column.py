"""What goes into the reading of one column, and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from advisor.intake.choices import Choices
from advisor.intake.problems import Level
from advisor.rules.columns import Field
from advisor.rules.reading import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnText:
    """One mapped column, data rows only.

    hints     what stood in parentheses in the heading: "USD k", "%", "1-10", "h"
    declared  the heading is our own key or the template's: our scale, nothing inferred
    rows      the number the person's spreadsheet shows, one per cell
    natives   workbooks: the typed value of each cell; None for text files
    formats   the number format of each cell, where it names a currency, percent or date order
    """

    field: Field
    heading: str
    hints: tuple[str, ...] = ()
    declared: bool = False
    rows: Sequence[int]
    texts: Sequence[str]
    natives: Sequence[object] | None = None
    formats: Sequence[str | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What one column must know of the rest of the file.

    date_order     "dmy" or "mdy", resolved for the whole file; None while nobody has said
    decimal_comma  True or False where the file proves its decimal mark, else None
    """

    today: date
    date_order: str | None = None
    decimal_comma: bool | None = None
    choices: Choices = field(default_factory=Choices)

    def setting(self, column: ColumnText, key: Setting) -> str | None:
        """What the person decided about the reading of this column, if anything."""
        return self.choices.settings.get(column.heading, {}).get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found at one cell (`row`) or in the whole column (`row` None)."""

    code: str
    level: Level
    row: int | None
    value: str | None
    reason: str
    assumed: str
    fix: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellsRead:
    """One column as read; every list has one entry per row.

    values      float, datetime, date, str or None (empty), whatever the kind of the column holds
    currencies  money only: three-letter codes
    has_time    start only: whether a time of day is known
    ranges      money and hours: (low, high) where the cell gave a range
    """

    values: list[object]
    findings: list[Finding]
    currencies: list[str | None] | None = None
    has_time: list[bool] | None = None
    ranges: list[tuple[float, float] | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrder:
    """The one order of day and month in a file, and what must be said about it, by heading.

    order     "dmy", "mdy", or None where cells contradict each other or nothing needs an order
    conflict  cells prove both orders, so the others stay blank
    """

    order: str | None
    conflict: bool = False
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
