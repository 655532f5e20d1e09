"""From the history to the state; what has been played once is not played again."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.journal.acts import ACTS, BESIDE_THE_INVITES, OF_THE_INVITES, Play
from advisor.journal.history import TAKES_BACK, Act, Written, standing
from advisor.journal.profiles import profile_from
from advisor.journal.state import Entry, KeptInvite, MatchQuestion, Person, State


def derive(person: Person, history: Sequence[Written]) -> State:
    """The state of a person after these entries, in their order."""
    derivation = Derivation()
    derivation.catch_up(history)
    return derivation.state(person)


class Derivation:
    """The history of one person played up to a version, ready to play on."""

    def __init__(self) -> None:
        self.version = 0
        self._told = 0
        self._history: list[Written] = []
        self._standing: list[Entry] = []
        self._undone: tuple[Entry, ...] = ()
        self._play = Play()
        self._invites: tuple[KeptInvite, ...] | None = None
        self._state: State | None = None

    def catch_up(self, newer: Sequence[Written]) -> None:
        """Play the entries that came since; an undo among them plays all from the start."""
        if not newer:
            return
        self._history += newer
        self.version = newer[-1].entry.id
        tell = [one.entry.id for one in newer if one.entry.kind in OF_THE_INVITES]
        self._told = max(tell, default=self._told)
        self._state = None
        if any(one.entry.kind not in BESIDE_THE_INVITES for one in newer):
            self._invites = None
        if any(one.entry.kind in TAKES_BACK for one in newer):
            counts = standing(self._history)
            self._standing, self._undone, self._play = [], counts.undone, Play()
            self._play_on(counts.entries)
        else:
            self._undone = ()
            self._play_on(newer)

    def _play_on(self, entries: Sequence[Written]) -> None:
        for one in entries:
            ACTS[Act(one.entry.kind)](self._play, one.body, one.entry.at)
            self._standing.append(one.entry)

    def state(self, person: Person) -> State:
        """The state as it is now; later entries do not change it."""
        if self._state is None or self._state.person != person:
            self._state = self._built(person)
        return self._state

    def _built(self, person: Person) -> State:
        play = self._play
        if self._invites is None:
            self._invites = _invites(play)
        return State(
            person=person,
            version=self.version,
            told=self._told,
            profile=profile_from(play.profile),
            said=dict(play.said),
            upload=play.upload,
            invites=self._invites,
            pins=tuple(play.pins.values()),
            questions=_open_questions(play),
            remembered=dict(play.remembered),
            writing=play.writing,
            last=self._standing[-1] if self._standing else None,
            undone=self._undone[-1] if self._undone else None,
        )


def _invites(play: Play) -> tuple[KeptInvite, ...]:
    return tuple(
        replace(one, edits=dict(play.edits[one.id])) if one.id in play.edits else one
        for one in play.invites.values()
    )


def _open_questions(play: Play) -> tuple[MatchQuestion, ...]:
    """The questions whose candidates are still waiting for a line."""
    asked = []
    for one in play.questions.values():
        near = tuple(number for number in one.candidates if _waits(play, number))
        if near and one.invite in play.invites:
            asked.append(replace(one, candidates=near))
    return tuple(asked)


def _waits(play: Play, number: int) -> bool:
    return number in play.invites and play.invites[number].row is None
