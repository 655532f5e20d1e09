"""What goes along in a workbook beyond the sheet: the person, their words, their notes; and back.

One line of JSON, so that it comes back exactly. What a file brings is checked before it counts.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from advisor.rules.columns import COLUMNS, Field
from advisor.rules.kinds import NUMERIC
from advisor.rules.profile import Profile, ProfileError, read_profile
from advisor.rules.verdict import Verdict
from advisor.views.debriefs import OUTCOMES, Noted
from advisor.views.letter_wording import Tone
from advisor.views.letters import LONGEST_NAME, Manner
from advisor.views.private import without_contacts
from advisor.views.records import profile_record
from advisor.views.strict_json import plain

MARK = "carried"
"""The one key of the JSON object, by which the line is known among others."""

WORDS = frozenset({Verdict.ACCEPT.value, Verdict.DECLINE.value})

LONGEST = 30_000
"""Characters of one text that are taken back from a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was entered about one invite.

    decision, reason  the person's own word, None where there is none
    ratings           changed answers by column; NaN where one was emptied
    letters           replies as edited, by the mark of the text each was made from
    """

    name: str = ""
    decision: str | None = None
    reason: str = ""
    ratings: Mapping[Field, float] = field(default_factory=dict)
    noted: Noted | None = None
    letters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The person, how they write and, by lasting identifier, what they entered about invites."""

    profile: Profile = field(default_factory=Profile)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    manner: Manner = field(default_factory=Manner)

    def without_contacts(self) -> "Carried":
        """The same without whom one met, one's name, and addresses and numbers in what one wrote.

        Whom a letter greets must be taken out before.
        """
        entries = {uid: _discreet(one) for uid, one in self.entries.items()}
        return replace(self, entries=entries, manner=replace(self.manner, name=""))

    def to_line(self) -> str:
        """One line of JSON that `from_line` turns back into the same."""
        entries = {uid: _entry_record(one) for uid, one in self.entries.items()}
        record = {
            "profile": profile_record(self.profile),
            "entries": entries,
            "manner": {name: getattr(self.manner, name) for name in MANNERS},
        }
        return json.dumps({MARK: record}, sort_keys=True)


def _discreet(one: Entry) -> Entry:
    clean = replace(
        one,
        name=without_contacts(one.name),
        reason=without_contacts(one.reason),
        letters={mark: without_contacts(text) for mark, text in one.letters.items()},
    )
    if one.noted is None:
        return clean
    noted = replace(
        one.noted,
        name=clean.name,
        went_well=without_contacts(one.noted.went_well),
        to_improve=without_contacts(one.noted.to_improve),
        people_met=(),
    )
    return replace(clean, noted=noted)


def _entry_record(one: Entry) -> dict[str, Any]:
    noted = one.noted
    return {
        "name": one.name,
        "word": None if one.decision is None else [one.decision, one.reason],
        "ratings": {key.value: plain(value) for key, value in one.ratings.items()},
        "letters": dict(one.letters),
        "noted": noted and {name: plain(getattr(noted, name)) for name in NOTES},
    }


NOTES = tuple(name for name in Noted.__dataclass_fields__ if name != "name")
"""What a note holds besides the name."""

MANNERS = tuple(Manner.__dataclass_fields__)
"""What there is to know of how a person writes."""


def from_line(line: str) -> Carried | None:
    """What a line holds; None where it is none of ours or not what it must be."""
    try:
        held = json.loads(line)[MARK]
        profile = read_profile({key: _finite(value) for key, value in held["profile"].items()})
        entries = {str(uid): _entry(one) for uid, one in held["entries"].items()}
        manner = _manner(held.get("manner", {}))
    except (ValueError, TypeError, KeyError, AttributeError, ProfileError, RecursionError):
        return None
    return Carried(profile=profile, entries=entries, manner=manner)


def _manner(record: Mapping[str, Any]) -> Manner:
    """How the person writes; as proposed where an older workbook does not say."""
    return Manner(
        tone=Tone(record.get("tone", Tone.WARM)),
        name=_text(record.get("name", ""))[:LONGEST_NAME],
        say_why=record.get("say_why", False) is True,
    )


def _finite(value: Any) -> Any:
    return math.inf if value == "inf" else value


def _entry(record: Mapping[str, Any]) -> Entry:
    decision, reason = record["word"] or (None, "")
    if decision is not None and decision not in WORDS:
        raise ValueError(decision)
    name = _text(record["name"])
    return Entry(
        name=name,
        decision=decision,
        reason=_text(reason),
        ratings=dict(_rating(key, value) for key, value in record["ratings"].items()),
        noted=None if record["noted"] is None else _noted(name, record["noted"]),
        letters={str(mark): _text(text) for mark, text in record.get("letters", {}).items()},
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value[:LONGEST]


def _rating(key: str, value: Any) -> tuple[Field, float]:
    """A changed answer; one out of its range is an error."""
    column = COLUMNS[Field(key)]
    number = math.nan if value is None else float(value)
    legal = math.isnan(number) or column.low <= number <= column.high
    if column.kind not in NUMERIC or not legal or math.isinf(number):
        raise ValueError(key)
    return column.key, number


def _noted(name: str, record: Mapping[str, Any]) -> Noted:
    held, outcome = record["held"], record["outcome"]
    if outcome is not None and outcome not in OUTCOMES:
        raise ValueError(outcome)
    return Noted(
        name=name,
        held=None if held is None else date.fromisoformat(held),
        went_well=_text(record["went_well"]),
        to_improve=_text(record["to_improve"]),
        interest_from=_interest(record["interest_from"]),
        interest_to=_interest(record["interest_to"]),
        people_met=tuple(_text(one) for one in record["people_met"]),
        outcome=outcome,
    )


def _interest(value: Any) -> float | None:
    return None if value is None else _rating(Field.INTEREST, value)[1]
