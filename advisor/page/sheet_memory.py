"""What is remembered of how a sheet was read, for the next one with the same headings."""

import pandas as pd

from advisor import Choices, Memory, Reading, marks_of
from advisor.views.private import is_private

ORDER_PROVEN = "date_order_inferred"


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
