"""Recording what a person does: one method for each act, on disk before it returns.

Every method takes the state the person was looking at (`seen`) and raises `ChangedError` where
another window has changed the same thing since, and `JournalError` where nothing can be kept.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from advisor.journal.cells import written
from advisor.journal.histories import Histories, subject
from advisor.journal.history import SHEET, Act, check_newest
from advisor.journal.matching import Matching
from advisor.journal.profiles import changed_fields
from advisor.journal.rows import as_read
from advisor.journal.sheet_versions import SheetRead, is_news, matched, placed
from advisor.journal.state import Debrief, Entry, State
from advisor.journal.trouble import JournalError
from advisor.rules.columns import Field
from advisor.rules.profile import Profile


class Recording(Histories):
    """Histories that can be written on. `at` is the moment in UTC, the clock's unless given."""

    def upload(self, seen: State, sheet: SheetRead, at: datetime | None = None) -> Matching:
        """Keep a file with its invites as they were read, and match them with the earlier ones.

        The same file read the same way again adds nothing.
        """
        rows, digest = as_read(sheet.invites), sheet.digest
        with self.pen(seen, at, SHEET) as pen:
            matching = matched(pen.state, sheet, rows)
            if is_news(pen.state, sheet, rows):
                pen.connection.execute(
                    "INSERT OR IGNORE INTO upload (person, digest, content) VALUES (?, ?, ?)",
                    (pen.state.person.id, digest, sheet.content),
                )
                given = pen.new_invites(len(rows) - len(matching.same))
                body = placed(pen.state, matching, rows, given)
                kept = {"digest": digest, "file": sheet.name, "choices": sheet.choices}
                said = {"remembered": dict(sheet.remembered)} if sheet.remembered else {}
                pen.write(Act.UPLOAD, SHEET, **kept, **said, **body)
        return matching

    def answer(
        self, seen: State, invite: int, earlier: int | None, at: datetime | None = None
    ) -> int:
        """Say which earlier invite a line of the newer sheet is; None for none of them."""
        about = subject(Act.ANSWER, invite)
        with self.pen(seen, at, SHEET, about) as pen:
            pen.check_invite(invite)
            pen.check_invite(invite if earlier is None else earlier)
            return pen.write(Act.ANSWER, about, invite=invite, **{"is": earlier})

    def invite(self, seen: State, cells: Mapping[Field, object], at: datetime | None = None) -> int:
        """Add an invite by hand and return its id; a company is enough."""
        kept = {key: cell for key, one in cells.items() if (cell := written(key, one)) is not None}
        with self.pen(seen, at) as pen:
            (number,) = pen.new_invites(1)
            pen.write(Act.ADD, subject(Act.ADD, number), invite=number, cells=kept)
        return number

    def removal(self, seen: State, invite: int, at: datetime | None = None) -> int:
        """Delete an invite from the ranking; undo brings it back."""
        return self._about(Act.REMOVE, seen, invite, at)

    def edit(
        self, seen: State, invite: int, key: Field, value: object, at: datetime | None = None
    ) -> int:
        """Change one cell; None empties it. Wins over every version of the sheet."""
        return self.edits(seen, {(invite, key): value}, at)

    def edits(
        self, seen: State, cells: Mapping[tuple[int, Field], object], at: datetime | None = None
    ) -> int:
        """Change several cells at once, all or none of them."""
        kept = {about: written(about[1], value) for about, value in cells.items()}
        return self._edited(seen, [(*about, {"value": cell}) for about, cell in kept.items()], at)

    def sheet_value(self, seen: State, invite: int, key: Field, at: datetime | None = None) -> int:
        """Drop the edit of a cell: what the sheet says counts again."""
        return self._edited(seen, [(invite, key, {})], at)

    def override(
        self,
        seen: State,
        invite: int,
        decision: str | None,
        reason: str = "",
        at: datetime | None = None,
    ) -> int:
        """Keep the person's own word against the verdict; None takes it back."""
        return self._about(Act.OVERRIDE, seen, invite, at, decision=decision, reason=reason)

    def debrief(
        self, seen: State, invite: int, debrief: Debrief, at: datetime | None = None
    ) -> int:
        """Keep what the person noted after the interview, in place of earlier notes on it."""
        noted = {
            "went_well": debrief.went_well,
            "to_improve": debrief.to_improve,
            "interest_from": debrief.interest_from,
            "interest_to": debrief.interest_to,
            "people_met": list(debrief.people_met),
            "outcome": debrief.outcome,
            "held": None if debrief.held is None else debrief.held.isoformat(),
        }
        return self._about(Act.DEBRIEF, seen, invite, at, debrief=noted)

    def letter(
        self, seen: State, invite: int, of: str, text: str, at: datetime | None = None
    ) -> int:
        """Keep a reply as edited; `of` marks the text it was made from."""
        return self._about(Act.LETTER, seen, invite, at, of=of, text=text)

    def writing(self, seen: State, of: str, value: str | bool, at: datetime | None = None) -> int:
        """Keep one thing about how replies are written; `of` is a field of `Writing`."""
        about = subject(Act.WRITING, of)
        with self.pen(seen, at, about) as pen:
            return pen.write(Act.WRITING, about, of=of, value=value)

    def profile(self, seen: State, profile: Profile, at: datetime | None = None) -> int:
        """Keep the fields in which the profile differs from the one seen, as one act."""
        fields = changed_fields(seen.profile, profile)
        if not fields:
            return seen.version
        about = [subject(Act.PROFILE, name) for name in fields]
        several = subject(Act.PROFILE)
        with self.pen(seen, at, several, *about) as pen:
            return pen.write(Act.PROFILE, about[0] if len(about) == 1 else several, fields=fields)

    def pin(
        self, seen: State, name: str, order: Sequence[int] | None, at: datetime | None = None
    ) -> int:
        """Pin a ranking, invites by id and best first; None takes the pin down."""
        about = subject(Act.PIN, name)
        with self.pen(seen, at, about) as pen:
            return pen.write(Act.PIN, about, pin=name, order=None if order is None else [*order])

    def undo(self, seen: State, at: datetime | None = None) -> Entry:
        """Take back the last act, and say which it was."""
        return self._taken_back(Act.UNDO, seen, seen.last, at)

    def redo(self, seen: State, at: datetime | None = None) -> Entry:
        """Bring back what undo took back last, and say what it was."""
        return self._taken_back(Act.REDO, seen, seen.undone, at)

    def _about(self, act: Act, seen: State, invite: int, at: datetime | None, **body: Any) -> int:
        about = subject(act, invite)
        with self.pen(seen, at, about) as pen:
            pen.check_invite(invite)
            return pen.write(act, about, invite=invite, **body)

    def _edited(
        self,
        seen: State,
        edits: Sequence[tuple[int, Field, Mapping[str, Any]]],
        at: datetime | None,
    ) -> int:
        abouts = [subject(Act.EDIT, number, key) for number, key, _ in edits]
        version = seen.version
        with self.pen(seen, at, *abouts) as pen:
            for about, (number, key, body) in zip(abouts, edits, strict=True):
                pen.check_invite(number)
                version = pen.write(Act.EDIT, about, invite=number, key=key, **body)
        return version

    def _taken_back(
        self, act: Act, seen: State, target: Entry | None, at: datetime | None
    ) -> Entry:
        if target is None:
            raise JournalError("nothing_left", f"There is nothing to {act}.")
        with self.pen(seen, at) as pen:
            check_newest(pen.connection, seen.person.id, seen.version)
            pen.write(act, target.subject, of=target.id)
        return target
