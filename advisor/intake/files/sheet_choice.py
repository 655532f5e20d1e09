"""Which sheet of a workbook is read, and what is said about the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.intake.choices import ChoiceError
from advisor.intake.grid import SheetName
from advisor.intake.problems import Level, Problem

_LIKE_INVITES = 3
"""Known fields from which another sheet could be the one that was meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One worksheet as it was read.

    natives    its values, every row from column A on; empty where it holds nothing
    first_row  number of the first row that is kept
    known      distinct known fields in its best row of headings
    trouble    why it could not be read
    """

    name: str
    visible: bool
    natives: list[list[object]]
    first_row: int = 1
    rows: int = 0
    known: int = 0
    trouble: Exception | None = None

    @property
    def label(self) -> str:
        """Its name and size in words."""
        return f"`{self.name}` ({self.rows} rows)"


def choose(seen: Sequence[Seen], wanted: str | None) -> tuple[Seen, list[Problem]]:
    """The sheet to read and what is said about the rest.

    wanted  the sheet its owner chose
    Visible sheets come first; among them the most known fields, then the most rows, then the first.
    """
    if wanted is not None:
        return _wanted(seen, wanted), []
    shown = [sheet for sheet in seen if sheet.visible and sheet.rows] or list(seen)
    best = max(shown, key=lambda sheet: (sheet.trouble is None, sheet.known, sheet.rows))
    return best, [*_hidden(best), *_rivals(shown, best), *_left_out(seen, best)]


def _wanted(seen: Sequence[Seen], wanted: str) -> Seen:
    for sheet in seen:
        if sheet.name == wanted:
            return sheet
    names = ", ".join(f"`{sheet.name}`" for sheet in seen)
    raise ChoiceError(f"There is no sheet named `{wanted}`; the workbook holds {names}.")


def _hidden(best: Seen) -> list[Problem]:
    if best.visible:
        return []
    return [
        Problem(
            code="hidden_sheet_read",
            level=Level.WARNING,
            sheet=best.name,
            reason=f"No sheet that is shown holds anything, only the hidden {best.label}",
            assumed="The hidden sheet was read",
            fix="Check that these are the invites you mean",
        )
    ]


def _rivals(shown: Sequence[Seen], best: Seen) -> list[Problem]:
    rivals = [s for s in shown if s is not best and s.known >= _LIKE_INVITES]
    if not rivals:
        return []
    return [
        Problem(
            code="sheet_choice",
            level=Level.WARNING,
            sheet=best.name,
            reason="The workbook has more than one sheet that looks like invites: "
            + ", ".join(sheet.label for sheet in (best, *rivals)),
            assumed=f"`{best.name}` was read",
            fix="Choose another sheet if that is not the one",
            choices=tuple(sheet.name for sheet in (best, *rivals)),
        )
    ]


def _left_out(seen: Sequence[Seen], best: Seen) -> list[Problem]:
    """Sheets that hold something, were not read, and are no rivals."""
    return [
        Problem(
            code="sheet_left_out" if sheet.visible else "hidden_sheet_left_out",
            level=Level.INFO,
            sheet=sheet.name,
            reason=f"The {'' if sheet.visible else 'hidden '}sheet {sheet.label} was not read",
            fix="Choose it if the invites stand there",
            choices=(sheet.name,),
        )
        for sheet in seen
        if sheet is not best and sheet.rows and not (sheet.visible and sheet.known >= _LIKE_INVITES)
    ]


def names(seen: Sequence[Seen]) -> tuple[SheetName, ...]:
    """The sheets a person can choose between."""
    return tuple(
        SheetName(name=sheet.name, rows=sheet.rows, known=sheet.known)
        for sheet in seen
        if sheet.rows and sheet.trouble is None
    )
