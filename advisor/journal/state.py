"""What the journal knows at one moment: one person, their profile, invites, pins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from advisor.rules.columns import Field
from advisor.rules.profile import Profile

Scalar = str | float | bool | None
"""What a cell holds in the history: days and times as ISO text, numbers as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose history it is; names are unique within a journal."""

    id: int
    name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it came; its bytes are kept beside it under `digest` (SHA-256, hex).

    choices  how the person wants it read, as JSON
    """

    digest: str
    name: str
    choices: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A cell the person has changed; it wins over whatever the sheet says."""

    value: Scalar
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the newest sheet says otherwise than the one before."""

    was: Scalar
    now: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The person's own word against the verdict, and why."""

    decision: str
    reason: str
    at: datetime


class Outcome(StrEnum):
    """How an interview ended."""

    WAITING = "waiting"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What the person noted after an interview; all of it optional.

    interest_from, interest_to  the rating before and after
    people_met                  names or roles, as the person writes them
    held                        the day of the interview
    """

    went_well: str = ""
    to_improve: str = ""
    interest_from: float | None = None
    interest_to: float | None = None
    people_met: tuple[str, ...] = ()
    outcome: Outcome | None = None
    held: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How the person writes their replies; empty is as the page proposes.

    tone     by its key
    name     to sign with
    say_why  whether a decline gives its reason
    """

    tone: str = ""
    name: str = ""
    say_why: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A ranking to look back at: invites by id, best first."""

    name: str
    order: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptInvite:
    """One invite through all versions of its sheet.

    id          the journal's own number, the same for ever
    row         its line in the newest sheet; None where that has none
    cells       as the newest sheet that holds it was read, only what is not empty
    changes     what that sheet says otherwise than the one before
    by_hand     typed into the page, never in a sheet
    removed     deleted in the page
    gone_since  when a newer sheet came without it
    noted_at    when the debrief was kept
    born        digest of the file it first stood in; "" where it was typed in
    letters     replies as edited, by the mark of the text they were made from
    """

    id: int
    row: int | None
    cells: Mapping[Field, Scalar]
    edits: Mapping[Field, Edit] = field(default_factory=dict)
    changes: Mapping[Field, Change] = field(default_factory=dict)
    override: Override | None = None
    debrief: Debrief | None = None
    by_hand: bool = False
    removed: bool = False
    gone_since: datetime | None = None
    noted_at: datetime | None = None
    letters: Mapping[str, str] = field(default_factory=dict)
    born: str = ""

    @property
    def present(self) -> bool:
        """Whether it takes part in the ranking."""
        return not self.removed and self.gone_since is None

    def value(self, key: Field) -> Scalar:
        """What counts for this column: the override, else the edit, else the sheet."""
        if self.override is not None and key in {Field.MY_DECISION, Field.MY_REASON}:
            decides = key is Field.MY_DECISION
            return self.override.decision if decides else self.override.reason or None
        edit = self.edits.get(key)
        return self.cells.get(key) if edit is None else edit.value


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuestion:
    """Is this line of the newer sheet one of these earlier invites? Never merged unasked.

    invite      the invite the line counts as until answered
    candidates  the earlier invites it may be
    """

    invite: int
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the history; only ever added.

    id       also the version of the history that ends with it
    subject  what it is about, such as "edit/12/pay"; two windows clash on a subject
    """

    id: int
    at: datetime
    kind: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything of one person, derived from the history.

    version       of the history; give it back as `seen` with the next change
    told          version with the last change to what the invites say or which there are
    profile       as last said; fields never said are at their default
    said          when each field of the profile was last said
    questions     lines of the newest sheet that may be earlier invites
    remembered    what was said of sheets, as text by a mark of their headings, the last one last
    last          what undo would take back
    undone        what redo would bring back
    """

    person: Person
    version: int
    told: int
    profile: Profile
    said: Mapping[str, datetime]
    upload: Upload | None
    invites: tuple[KeptInvite, ...]
    pins: tuple[Pin, ...]
    questions: tuple[MatchQuestion, ...]
    remembered: Mapping[str, str]
    writing: Writing
    last: Entry | None
    undone: Entry | None

    def invite(self, number: int) -> KeptInvite:
        """The invite with this id; KeyError where there is none."""
        return {one.id: one for one in self.invites}[number]

    def holds(self, number: int) -> bool:
        """Whether there is an invite with this id, gone and removed ones included."""
        return any(one.id == number for one in self.invites)

    def at_row(self, row: int) -> KeptInvite:
        """The invite on this line of the newest sheet; KeyError where there is none."""
        return {one.row: one for one in self.invites}[row]

    @property
    def last_debrief(self) -> Debrief | None:
        """The notes to look at before the next interview: of the last one held."""
        known = [one.debrief for one in self.invites if one.debrief is not None]
        return max(known, key=lambda one: one.held or date.min, default=None)
