"""Every column of a sheet → the field it holds; what is doubtful is left open and asked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.companions import with_pay_ends, with_times
from advisor.intake.evidence import Evidence
from advisor.intake.headings import (
    asked_field,
    contained_fields,
    misspelled_fields,
    named_field,
    pay_end,
    understand,
    unique_headings,
)
from advisor.intake.proposals import proposals
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.suggestions import nearest
from advisor.intake.vocabulary import Sure, fold
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import Kind
from advisor.rules.synonyms import WEAK

MOST_ASKED = 2
"""Columns that may hold one text field before only the first of them is asked about."""


def map_columns(
    found: Sequence[str],
    evidence: Evidence,
    choices: Choices,
    beside: frozenset[int] = frozenset(),
) -> list[SheetColumn]:
    """Every column that has a heading or a filled cell, with the field it holds.

    found   the headings as found, one per column of the grid
    beside  positions of columns that belong to another table
    Raises ChoiceError if a choice names a heading or a column that does not exist.
    """
    columns = {
        position: SheetColumn(
            position=position,
            heading=heading,
            found=found[position],
            beside=position in beside,
        )
        for position, heading in enumerate(unique_headings(found))
        if found[position] or not evidence.is_empty(position)
    }
    decided = _decided(columns, choices)
    columns.update(decided)
    undecided = [
        column for at, column in columns.items() if at not in decided and not column.beside
    ]
    taken = {column.field for column in decided.values()}
    columns.update(_claimed(undecided, taken, evidence))
    columns.update(with_times(columns, evidence))
    columns.update(with_pay_ends(columns))
    columns.update(_asked(columns))
    columns.update(_proposed(columns, evidence))
    _refuse_twice(columns, decided)
    return list(columns.values())


def _decided(columns: Mapping[int, SheetColumn], choices: Choices) -> dict[int, SheetColumn]:
    """The columns whose meaning their owner has said."""
    decided = {}
    for said, key in choices.columns.items():
        column = _with_heading(columns, said)
        try:
            field = None if key is None else Field(key)
        except ValueError:
            raise ChoiceError(f"There is no column “{key}”. {nearest(str(key), Field)}") from None
        decided[column.position] = replace(column, field=field, decided=True)
    return decided


def _with_heading(columns: Mapping[int, SheetColumn], said: str) -> SheetColumn:
    for same in (str, fold):
        for column in columns.values():
            if same(column.heading) == same(said):
                return column
    headings = [column.heading for column in columns.values()]
    raise ChoiceError(f"The sheet has no heading “{said}”. {nearest(said, headings)}")


def _refuse_twice(columns: Mapping[int, SheetColumn], decided: Mapping[int, SheetColumn]) -> None:
    """A field that its owner gives to two columns is a slip, unless one completes the other."""
    owners: dict[Field, str] = {}
    for position in decided:
        column = columns[position]
        if column.field is None or column.joins is not None:
            continue
        if column.field in owners:
            first = owners[column.field]
            raise ChoiceError(
                f"Only one column can be {column.field}, not both “{first}” and “{column.heading}”."
            )
        owners[column.field] = column.heading


def _claimed(
    columns: Sequence[SheetColumn], taken: set[Field | None], evidence: Evidence
) -> dict[int, SheetColumn]:
    """The columns that a field was given to, or that several of them claim."""
    claims: dict[Field, dict[Sure, list[SheetColumn]]] = defaultdict(lambda: defaultdict(list))
    for column in columns:
        for field, sure in _claims(column, evidence):
            claims[field][sure].append(replace(column, sure=sure))
    settled: dict[int, SheetColumn] = {}
    for field, by_sure in claims.items():
        for column in () if field in taken else _settle(field, by_sure, evidence):
            doubt = settled[column.position].doubt if column.position in settled else ()
            settled[column.position] = replace(column, doubt=(*doubt, *column.doubt))
    return settled


def _claims(column: SheetColumn, evidence: Evidence) -> list[tuple[Field, Sure]]:
    """The fields a column may hold, by its heading; doubtful names count only if the cells fit."""
    if not column.found or pay_end(column.found) is not None:
        return []
    named = named_field(column.found)
    if named is not None:
        field, sure = named
        fitting = sure is Sure.EXACT or evidence.fits(column.position, field)
        return [named] if fitting else [(field, Sure.CONTAINED)]
    near = misspelled_fields(column.found)
    if len(near) == 1:
        field = next(iter(near))
        fitting = evidence.fits(column.position, field)
        return [(field, Sure.TYPO if fitting else Sure.CONTAINED)]
    return [(field, Sure.CONTAINED) for field in (*near, *contained_fields(column.found))]


def _settle(
    field: Field, by_sure: Mapping[Sure, list[SheetColumn]], evidence: Evidence
) -> list[SheetColumn]:
    """One column for the field; or all that claim it, marked doubled or doubtful."""
    for sure in (Sure.EXACT, Sure.WEAK, Sure.TYPO):
        if rivals := by_sure.get(sure):
            return _one_of(field, rivals, evidence)
    asked = by_sure[Sure.CONTAINED]
    asked = asked[:1] if len(asked) > MOST_ASKED and COLUMNS[field].kind is Kind.TEXT else asked
    return [replace(column, doubt=(field,)) for column in asked]


def _one_of(field: Field, rivals: Sequence[SheetColumn], evidence: Evidence) -> list[SheetColumn]:
    """The one rival that can hold the field, the others left out; else all marked doubled."""
    filled = [column for column in rivals if not evidence.is_empty(column.position)]
    if len(filled) > 1 and field is Field.START:
        days = [c for c in filled if not evidence.are_times(c.position)]
        fitting = [c for c in days if evidence.fits(c.position, field)]
        filled = fitting or days or filled
    positions = [column.position for column in filled]
    if len(filled) > 1 and not evidence.are_same(positions) and not _is_ranked(field, filled):
        return [replace(column, doubled=field) for column in filled]
    best = min(filled or rivals, key=lambda column: _rank(field, column))
    others = [replace(column, left_out=field) for column in rivals if column is not best]
    return [replace(best, field=field), *(others if best.sure is Sure.EXACT else [])]


def _is_ranked(field: Field, rivals: Sequence[SheetColumn]) -> bool:
    """Whether the first of several loose names will do: for text that is only carried along."""
    loose = all(column.sure is Sure.WEAK for column in rivals)
    return loose and COLUMNS[field].kind is Kind.TEXT and field is not Field.COMPANY


def _rank(field: Field, column: SheetColumn) -> tuple[int, int]:
    """The place of a column among those that claim a field; the lower the better."""
    names = [fold(name) for name in WEAK.get(field, ())]
    plain = understand(column.found).plain
    return (names.index(plain) if plain in names else 0, column.position)


def _asked(columns: Mapping[int, SheetColumn]) -> dict[int, SheetColumn]:
    """Days that need not be ours, proposed for the field nobody else holds."""
    held = {column.field for column in columns.values()}
    asked = {}
    for column in columns.values():
        guess = asked_field(column.found)
        if column.spare and column.sure is None and guess is not None:
            doubt = tuple(field for field in guess if field is not None and field not in held)
            asked[column.position] = replace(column, doubt=doubt)
    return asked


def _proposed(columns: Mapping[int, SheetColumn], evidence: Evidence) -> dict[int, SheetColumn]:
    """Columns without a heading, or all if no heading is known, with what they may hold."""
    held = frozenset(column.field for column in columns.values())
    none_known = held == {None}
    open_columns = [
        column
        for column in columns.values()
        if column.spare and not column.doubt and (none_known or not column.found)
    ]
    return {
        position: replace(columns[position], doubt=(field,))
        for position, field in proposals(open_columns, held, evidence).items()
    }
