"""What a workbook taken along carries beside its sheet, for ranking it again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from advisor import Choices, Profile, Reading, UnreadableSheet, read_invites
from advisor.commands.sources import read_bytes
from advisor.rules.columns import Field
from advisor.views.amounts import count
from advisor.views.answer import Answer
from advisor.views.appointments import identifiers
from advisor.views.carried import Carried, Entry, from_line
from advisor.views.letters import invitation
from advisor.views.letters_along import without_names
from advisor.views.remembered import REMEMBERED, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a workbook brings along.

    carried  the person and all they entered, also about invites that stand in it no more
    uids     the lasting identifier of each invite of the sheet, by row
    """

    carried: Carried
    uids: Mapping[int, str]

    @property
    def entries(self) -> Mapping[int, Entry]:
        """What was entered about invites of the sheet, by row."""
        known = self.carried.entries
        return {row: known[uid] for row, uid in self.uids.items() if uid in known}

    @property
    def letters(self) -> Mapping[int, Mapping[str, str]]:
        """Replies as edited, by row and by the mark of what each was made from."""
        return {row: one.letters for row, one in self.entries.items()}

    def handed_on(self, answer: Answer, *, contacts: bool) -> Carried:
        """The same for the next workbook; without contacts its replies greet nobody by name."""
        if contacts:
            return self.carried
        hidden = {uid: replace(one, letters={}) for uid, one in self.carried.entries.items()}
        for row, one in self.entries.items():
            asked = invitation(answer, row, answer.windows.get(row, ()))
            letters = without_names(asked, one.letters, self.carried.manner.name)
            hidden[self.uids[row]] = replace(one, letters=letters)
        return replace(self.carried, entries=hidden)


def brought_by(file: str, reading: Reading, today: date) -> Brought | None:
    """What the file carries; None where it is no workbook taken along."""
    if all(sheet.name != REMEMBERED for sheet in reading.sheets):
        return None
    choices = Choices(sheet=REMEMBERED)
    try:
        told = read_invites(read_bytes(file), Path(file).name, choices=choices, today=today)
    except UnreadableSheet:
        return None
    cells = [*told.columns, *told.text.to_numpy().ravel().tolist()]
    found = [one for one in map(from_line, joined(cells).splitlines()) if one is not None]
    if not found:
        return None
    return Brought(carried=found[-1], uids=identifiers(reading.invites))


def with_entries(reading: Reading, brought: Brought) -> Reading:
    """The sheet with changed ratings and the person's own word in the place of its cells."""
    invites = reading.invites.copy()
    for row, one in brought.entries.items():
        for key, value in one.ratings.items():
            invites.loc[row, key] = value
        if one.decision is not None:
            invites.loc[row, Field.MY_DECISION] = one.decision
            invites.loc[row, Field.MY_REASON] = one.reason or None
    return replace(reading, invites=invites)


def told_of(file: str, brought: Brought, own: Profile | None) -> str:
    """What is used of a workbook taken along, on one line.

    own  the profile named on the command line, which wins
    """
    entries = brought.entries.values()
    ratings = sum(len(one.ratings) for one in entries)
    words = sum(one.decision is not None for one in entries)
    parts = [
        "your answers and priorities" if own is None else "",
        count(ratings, "changed rating") if ratings else "",
        count(words, "decision of your own", "decisions of your own") if words else "",
    ]
    used = ", ".join(filter(None, parts)) or "nothing"
    wins = "" if own is None else "; --profile wins over the answers in it"
    return f"{file} was taken along from here; used of what it carries: {used}{wins}."
