"""What each kind of act changes: one function for each, in a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from advisor.journal.history import TAKES_BACK, Act
from advisor.journal.state import (
    Change,
    Debrief,
    Edit,
    KeptInvite,
    MatchQuestion,
    Outcome,
    Override,
    Pin,
    Scalar,
    Upload,
    Writing,
)
from advisor.rules.columns import Field

KEYS: Mapping[str, Field] = MappingProxyType({key.value: key for key in Field})
"""Columns by their text; a column the rules no longer have is passed over."""


@dataclass(slots=True, kw_only=True)
class Play:
    """What has been built up while the acts are played in order."""

    invites: dict[int, KeptInvite] = field(default_factory=dict)
    edits: dict[int, dict[Field, Edit]] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    said: dict[str, datetime] = field(default_factory=dict)
    pins: dict[str, Pin] = field(default_factory=dict)
    questions: dict[int, MatchQuestion] = field(default_factory=dict)
    remembered: dict[str, str] = field(default_factory=dict)
    writing: Writing = field(default_factory=Writing)
    upload: Upload | None = None

    def change(self, number: int, **changes: Any) -> None:
        """Change one invite; nothing where an undo has taken the invite itself back."""
        if number in self.invites:
            self.invites[number] = replace(self.invites[number], **changes)


def cells_from(plain: Mapping[str, Scalar]) -> dict[Field, Scalar]:
    """The cells of one invite as the history keeps them, by column."""
    return {KEYS[key]: value for key, value in plain.items() if key in KEYS}


def _play_upload(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    """A sheet: its lines find their invites, invites without a line are gone from now on."""
    again = play.upload is not None and play.upload.digest == body["digest"]
    play.upload = Upload(digest=body["digest"], name=body["file"], choices=body["choices"], at=at)
    for number, one in play.invites.items():
        gone = None if one.by_hand else (one.gone_since or at)
        play.invites[number] = replace(one, row=None, gone_since=gone)
    for row, number in body["ids"]:
        cells = cells_from(body["rows"][str(row)])
        before = play.invites.get(number)
        if before is None:
            play.invites[number] = KeptInvite(id=number, row=row, cells=cells, born=body["digest"])
            continue
        play.invites[number] = _seated(before, row, cells)
        if again:
            play.change(number, changes=before.changes)
    for number, earlier in body.get("joined", ()):
        _join(play, number, earlier)
    play.remembered |= body.get("remembered", {})
    play.questions = {
        number: MatchQuestion(invite=number, candidates=tuple(near))
        for number, near in body["asked"]
    }


def _seated(before: KeptInvite, row: int, cells: dict[Field, Scalar]) -> KeptInvite:
    """The invite on its line of the newest sheet, with what the sheet says otherwise."""
    keys = [key for key in Field if before.cells.get(key) != cells.get(key)]
    changes = {key: Change(was=before.cells.get(key), now=cells.get(key)) for key in keys}
    return replace(before, row=row, cells=cells, changes=changes, by_hand=False, gone_since=None)


def _play_answer(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    number, earlier = body["invite"], body["is"]
    play.questions.pop(number, None)
    if earlier is not None:
        _join(play, number, earlier)


def _join(play: Play, number: int, earlier: int) -> None:
    """The line is an earlier invite: that one takes it over, with what was entered meanwhile."""
    if number not in play.invites or earlier not in play.invites:
        return
    line, old = play.invites.pop(number), play.invites[earlier]
    if line.row is None:
        play.invites[number] = line
        return
    taken = _seated(old, line.row, dict(line.cells))
    play.invites[earlier] = replace(
        taken,
        override=line.override or old.override,
        debrief=line.debrief or old.debrief,
        noted_at=line.noted_at or old.noted_at,
        letters={**old.letters, **line.letters},
        removed=line.removed,
    )
    play.edits[earlier] = play.edits.get(earlier, {}) | play.edits.pop(number, {})


def _play_add(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    number = body["invite"]
    cells = cells_from(body["cells"])
    play.invites[number] = KeptInvite(id=number, row=None, cells=cells, by_hand=True)


def _play_remove(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    play.change(body["invite"], removed=True)


def _play_edit(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    number, key = body["invite"], KEYS.get(body["key"])
    if number not in play.invites or key is None:
        return
    edits = play.edits.setdefault(number, {})
    if "value" in body:
        edits[key] = Edit(value=body["value"], at=at)
    else:
        edits.pop(key, None)


def _play_override(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    decision, reason = body["decision"], body["reason"]
    override = None if decision is None else Override(decision=decision, reason=reason, at=at)
    play.change(body["invite"], override=override)


def debrief_from(plain: Mapping[str, Any]) -> Debrief:
    """The debrief as the history keeps it."""
    return Debrief(
        went_well=plain["went_well"],
        to_improve=plain["to_improve"],
        interest_from=plain["interest_from"],
        interest_to=plain["interest_to"],
        people_met=tuple(plain["people_met"]),
        outcome=None if plain["outcome"] is None else Outcome(plain["outcome"]),
        held=None if plain["held"] is None else date.fromisoformat(plain["held"]),
    )


def _play_debrief(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    play.change(body["invite"], debrief=debrief_from(body["debrief"]), noted_at=at)


def _play_letter(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    if body["invite"] in play.invites:
        before = play.invites[body["invite"]].letters
        play.change(body["invite"], letters={**before, body["of"]: body["text"]})


def _play_writing(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    if body["of"] in Writing.__dataclass_fields__:
        play.writing = replace(play.writing, **{body["of"]: body["value"]})


def _play_profile(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    for name, value in body["fields"].items():
        play.profile[name] = value
        play.said[name] = at


def _play_pin(play: Play, body: Mapping[str, Any], at: datetime) -> None:
    name, order = body["pin"], body["order"]
    play.pins.pop(name, None)
    if order is not None:
        play.pins[name] = Pin(name=name, order=tuple(order), at=at)


ACTS: Mapping[Act, Callable[[Play, Mapping[str, Any], datetime], None]] = MappingProxyType(
    {
        Act.UPLOAD: _play_upload,
        Act.ANSWER: _play_answer,
        Act.ADD: _play_add,
        Act.REMOVE: _play_remove,
        Act.EDIT: _play_edit,
        Act.OVERRIDE: _play_override,
        Act.DEBRIEF: _play_debrief,
        Act.PROFILE: _play_profile,
        Act.PIN: _play_pin,
        Act.LETTER: _play_letter,
        Act.WRITING: _play_writing,
    }
)
"""How each kind of act changes what stands."""

OF_THE_INVITES = TAKES_BACK | set(ACTS) - {
    Act.DEBRIEF,
    Act.PROFILE,
    Act.PIN,
    Act.LETTER,
    Act.WRITING,
}
"""Acts after which the table of invites may be another."""

BESIDE_THE_INVITES = frozenset({Act.PROFILE, Act.PIN})
"""Acts after which every invite stands as before, with all that was entered about it."""
