"""One column of a sheet and what it was taken for."""

from dataclasses import dataclass

from advisor.intake.headings import is_declared, understand
from advisor.intake.vocabulary import Sure
from advisor.rules.columns import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One column of the sheet and what it was taken for.

    position  0-based place in the sheet
    heading   as found; numbered if doubled, "Column B" if there is none
    found     as found
    field     our column; None if it is only carried along
    sure      how surely its heading names the field
    joins     position of the column this one completes: a time its date, a highest pay its lowest
    decided   its owner said what it is
    doubt     fields it may mean, for a question
    doubled   the field that several columns claim
    left_out  the field that another column holds although this one names it as well
    beside    it is part of another table beside the invites
    """

    position: int
    heading: str
    found: str
    field: Field | None = None
    sure: Sure | None = None
    joins: int | None = None
    decided: bool = False
    doubt: tuple[Field, ...] = ()
    doubled: Field | None = None
    left_out: Field | None = None
    beside: bool = False

    @property
    def spare(self) -> bool:
        """Whether it may yet be given a meaning: nobody has, not even that it has none."""
        return self.field is None and not self.decided and not self.beside

    @property
    def declared(self) -> bool:
        """Whether the heading is spelled as ours, which declares our scale."""
        return is_declared(self.found)

    @property
    def hints(self) -> tuple[str, ...]:
        """What the heading says about its cells beside their name."""
        return understand(self.found).hints
