"""What was said about a sheet, for the next sheet with the same headings."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.reading import Reading
from advisor.rules.columns import Field
from advisor.rules.synonyms import OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was said about one sheet.

    shape   of the sheet as it is read when nothing is said
    digest  of its content
    rows    row that was kept or rewritten → the mark of what stood in it
    """

    shape: str
    digest: str
    choices: Choices
    rows: Mapping[int, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """A small JSON text that `from_json` turns back into the same memory."""
        parts = {
            "shape": self.shape,
            "digest": self.digest,
            "choices": json.loads(self.choices.to_json()),
            "rows": [[row, mark] for row, mark in self.rows.items()],
        }
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Memory | None":
        """The memory a JSON text holds; None where it holds none."""
        try:
            parts = json.loads(text)
            choices = Choices.from_json(json.dumps(parts["choices"]))
            rows = {int(row): str(mark) for row, mark in parts["rows"]}
            return cls(shape=parts["shape"], digest=parts["digest"], choices=choices, rows=rows)
        except (ValueError, TypeError, KeyError, ChoiceError):
            return None

    def without(self, private: Callable[[Field | None, str], bool]) -> "Memory":
        """The same without any rewritten cell that is private, by its column and text."""
        choices = self.choices
        edits = {
            place: text
            for place, text in choices.edits.items()
            if not private(choices.columns.get(place[1]), text)
        }
        return replace(self, choices=replace(choices, edits=edits))


def marks_of(text: pd.DataFrame, rows: Iterable[int]) -> dict[int, str]:
    """Row → a short mark of everything that stands in it; rows that are not there are left out."""
    own = text.drop(columns=[*OURS], errors="ignore")
    there = [row for row in rows if row in own.index]
    cells = own.loc[there].to_numpy().tolist()
    return {row: _mark(line) for row, line in zip(there, cells, strict=True)}


def _mark(cells: Sequence[str]) -> str:
    return hashlib.sha256("\x1f".join(cells).encode(errors="replace")).hexdigest()[:16]


def memory_of(reading: Reading, text: pd.DataFrame) -> Memory:
    """What was said of a sheet, for a file that holds its cells as they are now.

    text  (rows × headings) the cells of that file
    """
    choices = reading.choices
    rows = marks_of(text, sorted({*choices.keep, *(row for row, _ in choices.edits)}))
    return Memory(shape=reading.shape, digest=reading.digest, choices=choices, rows=rows)
