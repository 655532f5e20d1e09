"""What can be said about a cell, before its row is known: many rows share one text."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor.intake.cells.column import Finding
from advisor.intake.problems import Level

_ERRORS = (
    "currency_unreadable date_impossible date_order_conflict date_relative date_unreadable "
    "decision_unreadable money_negative money_unreadable number_out_of_range number_unreadable "
    "percent_out_of_range percent_word rating_is_date rating_out_of_range yesno_unreadable"
).split()
_WARNINGS = (
    "blank_means_no_assumed company_suspect date_column_half_converted date_epoch_assumed "
    "date_implausible date_order_assumed date_range date_serial_assumed date_weekday_mismatch "
    "date_year_assumed money_currency_unclear money_implausible money_mixed_currency "
    "money_multiple money_period_assumed money_qualified money_thousands_assumed "
    "number_implausible number_qualified "
    "number_separator_assumed percent_qualified percent_scale_assumed percent_scale_mixed "
    "rating_mixed_forms rating_scale_assumed rating_words_mapped"
).split()
_INFOS = (
    "control_characters_removed currency_assumed date_order_inferred duration_converted "
    "formula_like_text html_entities invisible_characters money_period_converted "
    "money_range_midpoint number_range_midpoint percent_odds_converted placeholder "
    "rating_number_taken smart_quotes time_ignored time_zone_ignored"
).split()

LEVELS: Mapping[str, Level] = MappingProxyType(
    dict.fromkeys(_ERRORS, Level.ERROR)
    | dict.fromkeys(_WARNINGS, Level.WARNING)
    | dict.fromkeys(_INFOS, Level.INFO)
)
"""How much each code matters: error where the value is not used, warning where it is assumed."""

LEFT_BLANK = "Left blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to say about a text; a `Finding` once its row is known."""

    code: str
    reason: str
    assumed: str = LEFT_BLANK
    fix: str = ""
    choices: tuple[str, ...] = ()
    level: Level | None = None

    def at(self, row: int | None, value: str | None) -> Finding:
        """The note as a finding about this row, or about the whole column."""
        return Finding(
            code=self.code,
            level=self.level or LEVELS[self.code],
            row=row,
            value=value,
            reason=self.reason,
            assumed=self.assumed,
            fix=self.fix,
            choices=self.choices,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One text as read: its value, and what must be said about it."""

    value: object = None
    notes: tuple[Note, ...] = ()


EMPTY = Cell()
"""An empty cell: no value, nothing to say."""
