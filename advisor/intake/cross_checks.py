"""Findings that need more than one cell: doubled rows, replies due too late, days gone by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from advisor.intake.capping import capped
from advisor.intake.problems import Level, Problem, counted
from advisor.intake.references import check_references
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import plain_names
from advisor.rules.columns import Field
from advisor.rules.synonyms import needs_no_travel


def cross_check(
    invites: pd.DataFrame, columns: Mapping[Field, SheetColumn], today: date
) -> list[Problem]:
    """What cells say against each other, or against the day.

    columns  field → the column of the sheet that holds it
    """
    found: list[Problem] = []
    if Field.START in columns and Field.REPLY_BY in columns:
        found += _late_replies(invites, columns[Field.REPLY_BY])
    for field in (Field.START, Field.REPLY_BY):
        if field in columns:
            found += _past(invites[field], columns[field], today)
    if Field.COMPETITOR_OF in columns:
        found += check_references(invites, columns[Field.COMPETITOR_OF])
    if Field.FORMAT in columns:
        found += _no_travel(invites, columns[Field.FORMAT])
    return [*found, *_doubles(invites)]


def _no_travel(invites: pd.DataFrame, column: SheetColumn) -> Iterator[Problem]:
    """Once, that phone and video take no travel where the sheet does not tell its hours."""
    formats = invites[Field.FORMAT][invites[Field.TRAVEL_HOURS].isna()]
    spared = {text for text in formats.dropna().unique() if needs_no_travel(text)}
    rows = list(formats.index[formats.isin(spared)])
    if rows:
        yield Problem(
            code="travel_not_needed",
            level=Level.INFO,
            column=column.heading,
            position=column.position,
            field=Field.FORMAT,
            reason=f"{counted(len(rows), 'interview', 'is', 'are')} by phone or video "
            f"and without travel hours, the first in row {rows[0]}",
            assumed="Travel counts as 0 hours there",
            fix="Type travel hours where you would travel all the same",
        )


def _late_replies(invites: pd.DataFrame, column: SheetColumn) -> Iterator[Problem]:
    replies = invites[Field.REPLY_BY]
    problem = Problem(
        code="reply_after_interview",
        level=Level.WARNING,
        column=column.heading,
        position=column.position,
        field=Field.REPLY_BY,
        reason="The reply is due after the interview itself",
        assumed="Both days are kept",
        fix="Check both days",
    )
    return _at_each(problem, replies[replies > invites[Field.START].dt.normalize()])


def _past(days: pd.Series, column: SheetColumn, today: date) -> Iterator[Problem]:
    problem = Problem(
        code="date_past",
        level=Level.INFO,
        column=column.heading,
        position=column.position,
        field=column.field,
        reason="The day has passed",
        assumed="Kept",
    )
    return _at_each(problem, days[days < pd.Timestamp(today)])


def _at_each(problem: Problem, days: pd.Series) -> Iterator[Problem]:
    """The same problem at the row of each day."""
    return capped(
        days.dt.strftime("%Y-%m-%d").items(),
        lambda _: problem.code,
        lambda item: replace(problem, row=item[0], value=item[1]),
    )


def _doubles(invites: pd.DataFrame) -> Iterator[Problem]:
    """Rows of one company and role that were there before; all of them are kept."""
    companies = _plain_names(invites[Field.COMPANY])
    if len(set(companies)) == len(companies):
        return iter(())
    again = _again(companies, _plain_names(invites[Field.ROLE]))
    alike = _alike(invites, again)
    found = ((place, before, same) for (place, before), same in zip(again, alike, strict=True))
    return capped(found, lambda item: _CODES[item[2]], lambda item: _double(invites, *item))


def _plain_names(names: pd.Series) -> list[str | None]:
    """The names as they are compared; None where there is none."""
    found = names.tolist()
    plain = iter(plain_names([name for name in found if name is not None]))
    return [None if name is None else next(plain) for name in found]


def _again(companies: Sequence[str | None], roles: Sequence[str | None]) -> list[tuple[int, int]]:
    """The places of rows whose company and role were there before, each with the first place."""
    names = list(zip(companies, roles, strict=True))
    first: dict[tuple[str | None, str | None], int] = {}
    firsts = [first.setdefault(name, place) for place, name in enumerate(names)]
    return [
        (place, before)
        for place, before in enumerate(firsts)
        if before != place and None not in names[place]
    ]


_CODES = {True: "duplicate_row", False: "near_duplicate_row"}


def _alike(invites: pd.DataFrame, pairs: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether the two rows of each pair hold the same in every column but company and role."""
    others = invites.drop(columns=[Field.COMPANY, Field.ROLE])
    later = others.iloc[[place for place, _ in pairs]].reset_index(drop=True)
    earlier = others.iloc[[place for _, place in pairs]].reset_index(drop=True)
    same = (later == earlier) | (later.isna() & earlier.isna())
    return [bool(row) for row in same.all(axis=1)]


def _double(invites: pd.DataFrame, place: int, before: int, same: bool) -> Problem:
    numbers = invites.index
    what = "is the same invite as" if same else "has the same company and role as"
    return Problem(
        code=_CODES[same],
        level=Level.WARNING if same else Level.INFO,
        row=int(numbers[place]),
        value=str(invites[Field.COMPANY].iloc[place]),
        reason=f"The row {what} row {numbers[before]}",
        assumed="Both are kept",
        fix="Delete one of them if it is there twice by mistake",
    )
