"""What the person has decided about the reading of a sheet; replays on the next upload."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.rules.columns import Field


class ChoiceError(ValueError):
    """A choice names something the sheet or our columns do not have; `text` says what they do."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything a person may decide about the reading of a file; all of it optional.

    sheet, encoding, delimiter  instead of what the file seems to say
    date_order                  "dmy" or "mdy" for dates such as 03/04/2027
    header_row                  the row of the headings, as the spreadsheet numbers it
    flip                        True: rows are columns and columns are rows
    columns                     heading as found → our column, None to leave it unmapped
    keep                        rows to keep although they do not look like invites
    edits                       (row, heading) → text that replaces the cell
    settings                    heading → {setting: value}: how the cells of one column are read
    """

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    date_order: str | None = None
    header_row: int | None = None
    flip: bool | None = None
    columns: Mapping[str, Field | None] = field(default_factory=dict)
    keep: frozenset[int] = frozenset()
    edits: Mapping[tuple[int, str], str] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.date_order not in {None, "dmy", "mdy"}:
            raise ChoiceError(f"The order of dates must be dmy or mdy, not {self.date_order!r}.")

    def to_json(self) -> str:
        """A small JSON text that `from_json` turns back into the same choices.

        >>> mine = Choices(date_order="dmy", columns={"When": Field.START}, keep=frozenset({7}))
        >>> Choices.from_json(mine.to_json()) == mine
        True
        """
        simple = {name: getattr(self, name) for name in _SIMPLE}
        parts = {
            **{name: value for name, value in simple.items() if value is not None},
            "columns": dict(self.columns),
            "keep": sorted(self.keep),
            "edits": [[row, heading, text] for (row, heading), text in self.edits.items()],
            "settings": {heading: dict(values) for heading, values in self.settings.items()},
        }
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Choices":
        """The choices a JSON text holds; anything else in it is a ChoiceError."""
        try:
            parts = json.loads(text)
            return cls(
                **{name: parts[name] for name in _SIMPLE if name in parts},
                columns={
                    heading: None if key is None else Field(key)
                    for heading, key in parts.get("columns", {}).items()
                },
                keep=frozenset(int(row) for row in parts.get("keep", ())),
                edits={(int(r), str(h)): str(t) for r, h, t in parts.get("edits", ())},
                settings={h: dict(values) for h, values in parts.get("settings", {}).items()},
            )
        except (ValueError, TypeError, AttributeError) as trouble:
            raise ChoiceError(f"The saved choices cannot be read: {trouble}.") from trouble


_SIMPLE = ("sheet", "encoding", "delimiter", "date_order", "header_row", "flip")

NO_CHOICES = Choices()
"""Nothing decided: everything is inferred, and what is doubtful is asked."""
