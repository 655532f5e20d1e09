"""What lasts: the embedded database of uploads, edits and debriefs. Scores nothing."""

from advisor.journal.checkup import Checkup, check_place
from advisor.journal.deletion import Deleted
from advisor.journal.journal import Journal, open_journal, open_or_copy
from advisor.journal.matching import Matching
from advisor.journal.place import (
    MEMORY,
    OFF,
    Keeping,
    Place,
    find_place,
    keeps,
    named_place,
)
from advisor.journal.rows import gone_invites, invites_table, present_invites, row_of
from advisor.journal.sheet_versions import SheetRead
from advisor.journal.state import (
    Change,
    Debrief,
    Entry,
    KeptInvite,
    MatchQuestion,
    Outcome,
    Person,
    Pin,
    State,
    Upload,
    Writing,
)
from advisor.journal.trouble import ChangedError, JournalError

__all__ = [
    "MEMORY",
    "OFF",
    "Change",
    "ChangedError",
    "Checkup",
    "Debrief",
    "Deleted",
    "Entry",
    "Journal",
    "JournalError",
    "Keeping",
    "KeptInvite",
    "MatchQuestion",
    "Matching",
    "Outcome",
    "Person",
    "Pin",
    "Place",
    "SheetRead",
    "State",
    "Upload",
    "Writing",
    "check_place",
    "find_place",
    "gone_invites",
    "invites_table",
    "keeps",
    "named_place",
    "open_journal",
    "open_or_copy",
    "present_invites",
    "row_of",
]
