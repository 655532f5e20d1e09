"""What has to be said, and asked, about the columns of a sheet."""

from collections.abc import Iterator, Sequence

from advisor.intake.evidence import Evidence
from advisor.intake.headings import asked_field
from advisor.intake.problems import Level, Problem
from advisor.intake.reading import Question
from advisor.intake.sheet_column import SheetColumn
from advisor.intake.vocabulary import Sure
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.synonyms import OURS

SAMPLES = 3
"""Cells shown beside a question."""


def said_of_columns(columns: Sequence[SheetColumn], given: frozenset[Field]) -> list[Problem]:
    """What was understood under an assumption, left open or not used.

    given  fields that have cells although no column is theirs, such as the currency of the pay
    """
    said = [problem for column in columns for problem in _said_of(column)]
    holders = {c.field: c for c in columns if c.field is not None and c.joins is None}
    said += [
        _left_out(column, holders[column.left_out], column.left_out)
        for column in columns
        if column.field is None and column.left_out in holders
    ]
    held = {column.field for column in columns} | given
    said += [_empty_field(field, columns) for field in Field if field not in held]
    return said


def _said_of(column: SheetColumn) -> Iterator[Problem]:
    if column.found in OURS or (column.beside and not column.decided):
        return
    if not column.found:
        yield _unnamed(column)
    elif column.field is None and not (column.doubt or column.doubled or column.left_out):
        yield _unmapped(column)
    elif column.field is not None and column.sure is Sure.TYPO:
        yield _misspelled(column, column.field)


def _unnamed(column: SheetColumn) -> Problem:
    used = "It is not used" if column.field is None else f"Read as {_label(column.field)}"
    return Problem(
        code="column_unnamed",
        level=Level.WARNING,
        position=column.position,
        reason=f"“{column.heading}” has filled cells but no heading",
        assumed=f"{used}; its cells are kept as text",
        fix="Give it a heading, or say what it is",
    )


def _unmapped(column: SheetColumn) -> Problem:
    return Problem(
        code="column_unmapped",
        level=Level.INFO,
        column=column.heading,
        position=column.position,
        reason="The advisor does not use this column",
        assumed="Its cells are kept as text and not scored",
        fix="Say what it is, if it should be used",
    )


def _misspelled(column: SheetColumn, field: Field) -> Problem:
    return Problem(
        code="column_fuzzy_matched",
        level=Level.WARNING,
        column=column.heading,
        position=column.position,
        field=field,
        reason=f"The heading is nearly “{_label(field)}” or another name of it",
        assumed=f"Read as {_label(field)}",
        fix="Confirm it, or say what the column is",
        choices=(field.value,),
    )


def _empty_field(field: Field, columns: Sequence[SheetColumn]) -> Problem:
    """Why no column gives this field."""
    doubled = [column for column in columns if column.doubled is field]
    if doubled:
        return _doubled(field, doubled)
    doubtful = [column for column in columns if field in column.doubt and column.field is None]
    if doubtful:
        return _doubtful(field, doubtful)
    return Problem(
        code="field_missing",
        level=Level.INFO,
        field=field,
        reason=f"No column is {_label(field)}",
        assumed="Left blank in every row",
    )


def _doubled(field: Field, columns: Sequence[SheetColumn]) -> Problem:
    names = " and ".join(f"“{column.heading}”" for column in columns)
    return Problem(
        code="column_duplicate",
        level=Level.ERROR,
        column=columns[0].heading,
        position=columns[0].position,
        field=field,
        reason=f"{names} could all be {_label(field)}, and they differ",
        assumed=f"{_label(field)} is left blank in every row",
        fix="Say which of them counts",
        choices=tuple(column.heading for column in columns),
    )


def _left_out(column: SheetColumn, holder: SheetColumn, field: Field) -> Problem:
    return Problem(
        code="column_duplicate",
        level=Level.WARNING,
        column=holder.heading,
        position=holder.position,
        field=field,
        reason=f"“{column.heading}” is headed alike, but its cells are the same, empty or no "
        f"{_label(field)}",
        assumed=f"“{holder.heading}” is used, the other is kept as text",
        fix="Say which of them counts, if it is the other",
        choices=(holder.heading, column.heading),
    )


def _doubtful(field: Field, columns: Sequence[SheetColumn]) -> Problem:
    column = columns[0]
    return Problem(
        code="mapping_needs_confirmation",
        level=Level.WARNING,
        column=column.heading,
        position=column.position,
        field=field,
        reason=f"The column may be {_label(field)}, but its heading does not say so for sure",
        assumed=f"{_label(field)} is left blank in every row",
        fix="Say whether it is",
        choices=(field.value,),
    )


def questions_about(columns: Sequence[SheetColumn], evidence: Evidence) -> list[Question]:
    """What only the owner of the sheet can say, column by column, with a few cells."""
    return [
        Question(
            column=column.heading,
            text=text,
            guess=guess,
            samples=tuple(evidence.texts(column.position)[:SAMPLES]),
            code=code,
        )
        for column in columns
        for code, guess, text in _questions(column)
    ]


def _questions(column: SheetColumn) -> Iterator[tuple[str, Field | None, str]]:
    """(code, guess, text) of what is asked about a column."""
    if column.doubled is not None:
        label = _label(column.doubled)
        yield "column_duplicate", column.doubled, f"Is this the column that counts as {label}?"
    elif column.field is not None and column.sure is Sure.TYPO:
        yield "column_fuzzy_matched", column.field, f"Is this {_label(column.field)}?"
    elif column.field is None and column.doubt:
        guess = column.doubt[0]
        yield "mapping_needs_confirmation", guess, f"Is this {_label(guess)}?"
    elif column.spare and (not column.found or asked_field(column.found) is not None):
        yield "mapping_needs_confirmation", None, "What does this column hold?"


def _label(field: Field) -> str:
    return COLUMNS[field].label
