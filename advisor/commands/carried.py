"""What a workbook taken along carries beside its sheet, for ranking it again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor import Profile, Reading
from advisor.commands.sources import Given
from advisor.rules.columns import Field
from advisor.views.amounts import count
from advisor.views.answer import Answer
from advisor.views.appointments import identifiers
from advisor.views.carried import Carried, Entry
from advisor.views.letters import invitation
from advisor.views.letters_along import without_names


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


def brought_by(given: Given) -> Brought | None:
    """What the file carries; None where it is no workbook taken along."""
    if given.carried is None:
        return None
    return Brought(carried=given.carried, uids=identifiers(given.reading.invites))


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


def told_of(file: str, given: Given, brought: Brought, own: Profile | None) -> str:
    """What is used of a workbook taken along, on one line.

    own  the profile named on the command line, which wins
    """
    entries = brought.entries.values()
    ratings = sum(len(one.ratings) for one in entries)
    words = sum(one.decision is not None for one in entries)
    parts = [
        "your answers and priorities" if own is None else "",
        "what you said of its columns and cells" if given.replayed else "",
        count(ratings, "changed rating") if ratings else "",
        count(words, "decision of your own", "decisions of your own") if words else "",
    ]
    used = ", ".join(filter(None, parts)) or "nothing"
    wins = "" if own is None else "; --profile wins over the answers in it"
    return f"{file} was taken along from here; used of what it carries: {used}{wins}."
