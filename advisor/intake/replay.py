"""What was said about one sheet, said again of another with the same headings.

A remembered choice only ever answers a question the new sheet raises itself; what was said of a
row or cell counts only where the very same row stands in the new sheet, wherever that may be.
"""

from collections.abc import Callable
from dataclasses import replace

from advisor.intake.choices import Choices
from advisor.intake.memory import Memory, marks_of
from advisor.intake.reading import Reading
from advisor.rules.reading import SETTINGS

_ORDER_ASKED = frozenset({"date_order_assumed", "date_order_conflict"})
_SHEET_ASKED = frozenset({"sheet_choice", "sheet_left_out", "hidden_sheet_left_out"})


def fitting(
    like: Memory, plain: Reading, read: Callable[[Choices], Reading | None]
) -> Choices | None:
    """What is remembered, as far as it fits this sheet; None where it cannot be read so.

    plain  the sheet as it is read when nothing is said
    read   reads it with choices; None where that cannot be done
    """
    if like.digest == plain.digest:
        return like.choices
    bare = read(_file_choices(like, plain))
    if bare is None:
        return None
    mapped = read(_with_columns(like, bare))
    return None if mapped is None else _with_the_rest(like, mapped, bare)


def bare_choices(choices: Choices) -> Choices:
    """Only what decides which cells there are."""
    return Choices(
        sheet=choices.sheet,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        header_row=choices.header_row,
        flip=choices.flip,
    )


def _file_choices(memory: Memory, plain: Reading) -> Choices:
    """The remembered choices about the file that the new file asks about, too."""
    was, asked = memory.choices, {problem.code for problem in plain.problems}
    names = {sheet.name for sheet in plain.sheets}
    return Choices(
        sheet=was.sheet if was.sheet in names and asked & _SHEET_ASKED else None,
        encoding=was.encoding if "encoding_assumed" in asked else None,
        delimiter=was.delimiter if "delimiter_guessed" in asked else None,
        flip=was.flip if "looks_transposed" in asked else None,
    )


def _with_columns(memory: Memory, bare: Reading) -> Choices:
    """The same with what was said of the columns that stand in the new sheet, too."""
    columns = {h: key for h, key in memory.choices.columns.items() if h in bare.columns}
    return replace(bare.choices, columns=columns)


def _with_the_rest(memory: Memory, mapped: Reading, bare: Reading) -> Choices:
    """Everything remembered that fits the new sheet."""
    was = memory.choices
    moved = _moved(memory, bare)
    order = was.date_order if _ORDER_ASKED & {p.code for p in mapped.problems} else None
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
