"""What goes along in a workbook, and how it is put back when one is dropped on the page."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from advisor import Profile
from advisor.journal import Debrief, KeptInvite, Outcome, State, invites_table, row_of
from advisor.page import memory
from advisor.page.debrief import as_noted, name_of
from advisor.page.figures import Figures
from advisor.page.kept import WRITING, numbers_of
from advisor.page.memory import Act, Step
from advisor.page.replies import as_manner
from advisor.rules.columns import Field
from advisor.views.appointments import identifiers
from advisor.views.carried import Carried, Entry, from_line
from advisor.views.debriefs import Noted
from advisor.views.letters import Manner, invitation
from advisor.views.letters_along import without_names


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Packed:
    """All that files to take along are made from: they are written when no page is drawn.

    state     what the page shows
    own       what stands for the person themselves
    contacts  whether what reaches a person, and who one is, may go along
    """

    found: Figures
    state: State
    own: State
    contacts: bool

    @property
    def manner(self) -> Manner:
        """How the person writes."""
        return as_manner(self.own.writing)

    @property
    def rows(self) -> dict[int, int]:
        """The row of each invite, by the journal's number."""
        return {number: row for row, number in self.found.numbers.items()}


def pack(found: Figures, *, contacts: bool) -> Packed:
    """What stands now, as files are made from it."""
    return Packed(found=found, state=memory.seen(), own=memory.own(), contacts=contacts)


def carried(packed: Packed) -> Carried:
    """Everything entered on the page that no sheet holds."""
    invites = {one.id: one for one in packed.state.invites}
    entries = {
        uid: _entry(packed, invites[number]) for uid, number in _numbers(packed.state).items()
    }
    return Carried(
        profile=packed.found.profile,
        entries={uid: one for uid, one in entries.items() if one != Entry()},
        manner=packed.manner,
    )


def _letters(packed: Packed, one: KeptInvite) -> Mapping[str, str]:
    """Replies as edited; without contacts they name nobody, and those to a gone invite stay."""
    if packed.contacts or not one.letters:
        return one.letters
    found, row = packed.found, packed.rows.get(one.id)
    if row is None:
        return {}
    asked = invitation(found, row, found.windows.get(row, ()))
    return without_names(asked, one.letters, packed.manner.name)


def _numbers(state: State) -> dict[str, int]:
    """The invites by lasting identifier; of two alike the one that is present."""
    numbers: dict[str, int] = {}
    for present in (False, True):
        chosen = [one for one in state.invites if one.present == present]
        by_row = {row_of(one): one.id for one in chosen}
        numbers |= {uid: by_row[row] for row, uid in identifiers(invites_table(chosen)).items()}
    return numbers


def _entry(packed: Packed, one: KeptInvite) -> Entry:
    ratings = {key: _number(one.edits[key].value) for key in numbers_of(one)}
    letters = _letters(packed, one)
    telling = one.override or ratings or one.debrief or letters
    return Entry(
        name=name_of(one) if telling else "",
        decision=None if one.override is None else one.override.decision,
        reason="" if one.override is None else one.override.reason,
        ratings=ratings,
        noted=None if one.debrief is None else as_noted(name_of(one), one.debrief),
        letters=letters,
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else math.nan


def take_back(line: str) -> None:
    """Have what a line of a workbook holds kept, beside what was entered since; not ours: nothing.

    What the workbook says about an invite wins over what stands here.
    """
    found = from_line(line)
    if found is None:
        return
    state = memory.seen()
    numbers = _numbers(state)
    acts = [act for uid, one in found.entries.items() for act in _acts(numbers.get(uid), one)]
    if found.profile != state.profile:
        acts.append(partial(_profile, profile=found.profile))
    acts += _manner_acts(found.manner, as_manner(memory.own().writing))
    if acts:
        step = Step(what="what the workbook brought", times=len(acts))
        memory.act(partial(_all, acts=acts), step)


def _manner_acts(brought: Manner, now: Manner) -> list[Act]:
    """How the person writes, as far as it differs; a name left out takes none away."""
    news = {name: getattr(brought, name) for name in WRITING.values()}
    return [
        partial(_writing, of=name, value=value)
        for name, value in news.items()
        if value != getattr(now, name) and value != ""
    ]


def _writing(record: Any, state: State, *, of: str, value: str | bool) -> None:
    record.writing(state, of, value)


def _all(record: Any, state: State, *, acts: Sequence[Act]) -> None:
    for act in acts:
        act(record, state)


def _profile(record: Any, state: State, *, profile: Profile) -> None:
    record.profile(state, profile)


def _acts(number: int | None, one: Entry) -> list[Act]:
    """What is to be kept of one invite; of one that is in no sheet here, the notes alone."""
    noted = None if one.noted is None else _debrief(one.noted)
    if number is None:
        return [] if noted is None else [partial(_of_old, name=one.name, debrief=noted)]
    ratings = {(number, key): None if n != n else n for key, n in one.ratings.items()}  # noqa: PLR0124 - NaN
    acts: list[Act] = [partial(_edit, about=about, value=n) for about, n in ratings.items()]
    if one.decision is not None:
        acts.append(lambda record, state: record.override(state, number, one.decision, one.reason))
    if noted is not None:
        acts.append(lambda record, state: record.debrief(state, number, noted))
    acts += [partial(_letter, number=number, of=of, text=text) for of, text in one.letters.items()]
    return acts


def _letter(record: Any, state: State, *, number: int, of: str, text: str) -> None:
    record.letter(state, number, of, text)


def _edit(record: Any, state: State, *, about: tuple[int, Field], value: float | None) -> None:
    record.edits(state, {about: value})


def _of_old(record: Any, state: State, *, name: str, debrief: Debrief) -> None:
    """An invite of the past, known by its notes only: not in the list, but in what it taught."""
    number = record.invite(state, {Field.COMPANY: name})
    record.debrief(state, number, debrief)
    record.removal(state, number)


def _debrief(noted: Noted) -> Debrief:
    return Debrief(
        went_well=noted.went_well,
        to_improve=noted.to_improve,
        interest_from=noted.interest_from,
        interest_to=noted.interest_to,
        people_met=noted.people_met,
        outcome=None if noted.outcome is None else Outcome(noted.outcome),
        held=noted.held,
    )
