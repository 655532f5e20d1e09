"""Columns that complete another: a time beside its day, a highest pay beside its lowest."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.intake.evidence import Evidence
from advisor.intake.headings import is_time_of_day, named_field, pay_end
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import Sure
from advisor.rules.columns import Field


def with_times(columns: Mapping[int, SheetColumn], evidence: Evidence) -> dict[int, SheetColumn]:
    """The column of times that completes the day of the interview, if there is one."""
    starts = [c for c in columns.values() if c.field is Field.START]
    days = [column for column in starts if not evidence.are_times(column.position)]
    times = [
        column
        for column in columns.values()
        if (column.field is Field.START or (column.spare and _names_time(column)))
        and evidence.are_times(column.position)
    ]
    if len(days) == 1 and times:
        best = min(times, key=lambda c: (c.field is None, named_field(c.found) is None, c.position))
        return {best.position: replace(best, field=Field.START, joins=days[0].position, doubt=())}
    spare = [c for c in columns.values() if c.spare and is_time_of_day(c.found)]
    if not starts and len(spare) == 1 and evidence.fits(spare[0].position, Field.START):
        only = spare[0]
        if not evidence.are_times(only.position) and not evidence.is_empty(only.position):
            return {only.position: replace(only, field=Field.START, sure=Sure.WEAK)}
    return {}


def _names_time(column: SheetColumn) -> bool:
    named = named_field(column.found)
    return is_time_of_day(column.found) or (named is not None and named[0] is Field.START)


def with_pay_ends(columns: Mapping[int, SheetColumn]) -> dict[int, SheetColumn]:
    """The lowest and the highest pay as one range, if no column holds the pay itself."""
    ends = [c for c in columns.values() if pay_end(c.found) is not None and _may_pay(c)]
    others = [c for c in columns.values() if c.field is Field.PAY and c not in ends]
    kinds = [pay_end(column.found) for column in ends]
    if others or not ends or len(set(kinds)) < len(kinds):
        return {}
    main, *rest = sorted(ends, key=lambda column: pay_end(column.found) or 0)
    joined = {main.position: replace(main, field=Field.PAY, sure=Sure.EXACT)}
    for end in rest:
        joined[end.position] = replace(end, field=Field.PAY, sure=Sure.EXACT, joins=main.position)
    return joined


def _may_pay(column: SheetColumn) -> bool:
    return column.field is Field.PAY or column.spare
