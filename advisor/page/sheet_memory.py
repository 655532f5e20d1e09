"""How a sheet was read, remembered for the next one with the same headings.

A remembered choice only ever answers a question the new sheet raises itself; what was said of a
row or cell counts only where the very same row stands in the new sheet, wherever that may be.
"""

from dataclasses import replace

import pandas as pd

from advisor import Choices, Memory, Reading, marks_of
from advisor.page.sheet_remedies import SETTINGS
from advisor.views.private import is_private

ORDER_ASKED = frozenset({"date_order_assumed", "date_order_conflict"})
ORDER_PROVEN = "date_order_inferred"
SHEET_ASKED = frozenset({"sheet_choice", "sheet_left_out", "hidden_sheet_left_out"})


def without_contacts(memory: Memory) -> Memory:
    """The same without any rewritten cell that may reach a person."""
    return memory.without(is_private)


def remembered(plain: Reading, bare: Reading, choices: Choices) -> Memory:
    """What to remember of a sheet.

    plain  the sheet as it is read when nothing is said
    bare   as it is read when only sheet, encoding and delimiter are said: no cell rewritten
    """
    rows = {*choices.keep, *(row for row, _ in choices.edits)}
    marks = marks_of(bare.text, sorted(rows))
    return Memory(shape=plain.shape, digest=plain.digest, choices=choices, rows=marks)


def of_some_rows(plain: Reading, reading: Reading, text: pd.DataFrame) -> Memory:
    """What a sheet with only some of the rows must be told, for the others are its proof.

    reading  the whole sheet with everything that was said of it
    text     its cells as they are taken along
    """
    proven = [p.choices[0] for p in reading.problems if p.code == ORDER_PROVEN]
    choices = Choices(
        date_order=reading.choices.date_order or next(iter(proven), None),
        columns=reading.choices.columns,
        settings=reading.choices.settings,
        keep=reading.choices.keep,
    )
    return Memory(
        shape=plain.shape, digest="", choices=choices, rows=marks_of(text, sorted(choices.keep))
    )


def bare_choices(choices: Choices) -> Choices:
    """Only what decides which cells there are."""
    return Choices(
        sheet=choices.sheet,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        header_row=choices.header_row,
        flip=choices.flip,
    )


def file_choices(memory: Memory, plain: Reading) -> Choices:
    """The remembered choices about the file that the new file asks about, too."""
    was, asked = memory.choices, {problem.code for problem in plain.problems}
    names = {sheet.name for sheet in plain.sheets}
    return Choices(
        sheet=was.sheet if was.sheet in names and asked & SHEET_ASKED else None,
        encoding=was.encoding if "encoding_assumed" in asked else None,
        delimiter=was.delimiter if "delimiter_guessed" in asked else None,
        flip=was.flip if "looks_transposed" in asked else None,
    )


def with_columns(memory: Memory, bare: Reading) -> Choices:
    """The same with what was said of the columns that stand in the new sheet, too."""
    columns = {h: key for h, key in memory.choices.columns.items() if h in bare.columns}
    return replace(bare.choices, columns=columns)


def with_the_rest(memory: Memory, mapped: Reading, bare: Reading) -> Choices:
    """Everything remembered that fits the new sheet."""
    was = memory.choices
    moved = _moved(memory, bare)
    order = was.date_order if ORDER_ASKED & {p.code for p in mapped.problems} else None
    edits = {(moved[row], h): text for (row, h), text in was.edits.items() if row in moved}
    return replace(
        mapped.choices,
        date_order=order,
        settings=_settings(was, mapped),
        keep=frozenset(moved[row] for row in was.keep if row in moved),
        edits={place: text for place, text in edits.items() if place[1] in bare.columns},
    )


def _settings(was: Choices, mapped: Reading) -> dict[str, dict[str, str]]:
    """The settings that a problem of the new sheet asks for; no confirmation is carried over."""
    found: dict[str, dict[str, str]] = {}
    for problem in mapped.problems:
        heading, setting = problem.column or "", SETTINGS.get(problem.code)
        value = was.settings.get(heading, {}).get(setting.value) if setting else None
        if setting is not None and value is not None:
            found.setdefault(heading, {})[setting.value] = value
    return found


def _moved(memory: Memory, bare: Reading) -> dict[int, int]:
    """Row as remembered → the one row of the new sheet with the same cells, where there is one."""
    if not memory.rows:
        return {}
    here: dict[str, list[int]] = {}
    for row, mark in marks_of(bare.text, bare.text.index.tolist()).items():
        here.setdefault(mark, []).append(row)
    return {row: here[mark][0] for row, mark in memory.rows.items() if len(here.get(mark, ())) == 1}
