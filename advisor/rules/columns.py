"""Every column an invite can have: key, label, kind, unit, range, what is assumed when it is empty.

Synonyms of the headings live beside this table, in `advisor.rules.synonyms`.
Source of defaults and plausible ranges: the model's table of what is known about an invite.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from advisor.rules.kinds import Assumed, Kind


class Field(StrEnum):
    """The key of a column. Equal to its text, so it indexes a table directly."""

    COMPANY = "company"
    ROLE = "role"
    START = "start"
    REPLY_BY = "reply_by"
    INTERVIEW_HOURS = "interview_hours"
    TRAVEL_HOURS = "travel_hours"
    PREP_HOURS_NEEDED = "prep_hours_needed"
    PREP_HOURS_WILLING = "prep_hours_willing"
    OTHER_COST_HOURS = "other_cost_hours"
    INTEREST = "interest"
    UNKNOWN_SHARE = "unknown_share"
    CLOSENESS = "closeness"
    OFFER_CHANCE = "offer_chance"
    PAY = "pay"
    PAY_CURRENCY = "pay_currency"
    PAY_COVER = "pay_cover"
    NEW_CONTACTS = "new_contacts"
    OTHER_OPENINGS = "other_openings"
    COMPETITOR_OVERLAP = "competitor_overlap"
    COMPETITOR_OF = "competitor_of"
    FIRST_CHOICE = "first_choice"
    DEALBREAKER = "dealbreaker"
    MY_DECISION = "my_decision"
    MY_REASON = "my_reason"
    FORMAT = "format"
    ROUND = "round"
    LOCATION = "location"
    CONTACT = "contact"
    SOURCE = "source"
    STATUS = "status"
    LINK = "link"
    NOTES = "notes"


START_HAS_TIME = "start_has_time"
"""Companion of `start` in the invites table: False where the sheet gives a bare day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it means, how it is written, what is legal, what is assumed when empty.

    heading  what the template writes; it names the scale where there is one
    low, high  the legal range, both ends included, for kinds that are numbers
    private  names or reaches a person; left out of exports unless asked for
    """

    key: Field
    label: str
    kind: Kind
    meaning: str
    unit: str = ""
    low: float = 0.0
    high: float = float("inf")
    scale: str = ""
    assumed: Assumed | None = None
    private: bool = False

    @property
    def heading(self) -> str:
        """The heading as the template writes it; it declares this column's own scale."""
        return f"{self.label} ({self.scale})" if self.scale else self.label


def _hours(key: Field, label: str, meaning: str, assumed: Assumed | None = None) -> Column:
    return Column(
        key=key,
        label=label,
        kind=Kind.HOURS,
        meaning=meaning,
        unit="h",
        high=200.0,
        assumed=assumed,
    )


def _share(key: Field, label: str, meaning: str, assumed: Assumed | None = None) -> Column:
    kind, high = Kind.SHARE, 1.0
    return Column(
        key=key, label=label, kind=kind, meaning=meaning, high=high, scale="0-1", assumed=assumed
    )


def _text(key: Field, label: str, meaning: str, *, private: bool = False) -> Column:
    return Column(key=key, label=label, kind=Kind.TEXT, meaning=meaning, private=private)


_COLUMNS = (
    _text(Field.COMPANY, "Company", "Who invites you."),
    _text(Field.ROLE, "Role", "The job the interview is for."),
    Column(
        key=Field.START,
        label="Interview date",
        kind=Kind.DATETIME,
        meaning="Day and time of the interview, such as 2027-01-14 10:00. Empty if not fixed.",
    ),
    Column(
        key=Field.REPLY_BY,
        label="Reply by",
        kind=Kind.DATE,
        meaning="The day by which the employer wants an answer, such as 2027-01-08.",
    ),
    _hours(
        Field.INTERVIEW_HOURS,
        "Interview hours",
        "Hours in the interview itself, all rounds of that visit.",
        Assumed(default=1.0, worst=3.0, best=0.5),
    ),
    _hours(
        Field.TRAVEL_HOURS,
        "Travel hours",
        "Hours of travel there and back.",
        Assumed(default=1.0, worst=3.0, best=0.0),
    ),
    _hours(
        Field.PREP_HOURS_NEEDED,
        "Prep hours needed",
        "The fewest hours of preparation you would call adequate.",
        Assumed(default=4.0, worst=8.0, best=2.0),
    ),
    _hours(
        Field.PREP_HOURS_WILLING,
        "Prep hours willing",
        "Hours you will really put into preparing for it.",
    ),
    _hours(
        Field.OTHER_COST_HOURS,
        "Other cost hours",
        "Anything else it costs (being seen, a favour, a day's leave), priced in hours.",
    ),
    Column(
        key=Field.INTEREST,
        label="Interest",
        kind=Kind.RATING,
        meaning="1 not at all, 3 somewhat, 5 very much; decimals allowed.",
        unit="of 5",
        low=1.0,
        high=5.0,
        scale="1-5",
        assumed=Assumed(default=3.0, worst=1.0, best=5.0, flip=(1.0, 5.0)),
    ),
    _share(
        Field.UNKNOWN_SHARE,
        "Unknown share",
        "How much of the job the advert leaves open: 0 it tells all, 1 it tells nothing.",
        Assumed(default=0.5, worst=0.0, best=1.0, flip=(0.0, 1.0)),
    ),
    _share(
        Field.CLOSENESS,
        "Closeness",
        "How like the job you really want: field, level, kind of interview.",
        Assumed(default=0.5, worst=0.0, best=1.0, flip=(0.0, 1.0)),
    ),
    _share(
        Field.OFFER_CHANCE,
        "Offer chance",
        "Chance of an offer if you go.",
        Assumed(default=0.35, worst=0.10, best=0.60, flip=(0.0, 1.0)),
    ),
    Column(
        key=Field.PAY,
        label="Pay",
        kind=Kind.MONEY,
        meaning="Pay for one year, before tax; a range counts at its middle.",
        unit="money per year",
    ),
    Column(
        key=Field.PAY_CURRENCY,
        label="Pay currency",
        kind=Kind.CODE,
        meaning="Three-letter code of the pay's currency, such as EUR.",
    ),
    Column(
        key=Field.PAY_COVER,
        label="Pay cover",
        kind=Kind.NUMBER,
        meaning="Take-home pay divided by your monthly essentials: 1 pays the bills.",
        unit="ratio",
        assumed=Assumed(default=1.0, worst=0.5, best=1.0, flip=(0.0, 1.0)),
    ),
    Column(
        key=Field.NEW_CONTACTS,
        label="New contacts",
        kind=Kind.COUNT,
        meaning="People you would meet for the first time.",
        unit="persons",
        assumed=Assumed(default=2.0, worst=1.0, best=4.0, flip=(0.0, 10.0)),
    ),
    Column(
        key=Field.OTHER_OPENINGS,
        label="Other openings",
        kind=Kind.COUNT,
        meaning="Other suitable roles there, now or within a year.",
        unit="roles",
        assumed=Assumed(default=1.0, worst=0.0, best=3.0, flip=(0.0, 10.0)),
    ),
    _share(
        Field.COMPETITOR_OVERLAP,
        "Competitor overlap",
        "How directly it competes with your first choice.",
    ),
    _text(
        Field.COMPETITOR_OF,
        "Competitor of",
        "Companies it competes with; naming your first choice makes it a direct rival.",
    ),
    Column(
        key=Field.FIRST_CHOICE,
        label="First choice",
        kind=Kind.YES_NO,
        meaning="Yes if this is the firm you really want.",
    ),
    _text(Field.DEALBREAKER, "Dealbreaker", "Anything that rules it out; any text but no counts."),
    Column(
        key=Field.MY_DECISION,
        label="My decision",
        kind=Kind.DECISION,
        meaning="Accept or decline: your own word, always wins over the verdict.",
    ),
    _text(Field.MY_REASON, "My reason", "Why you decided so."),
    _text(Field.FORMAT, "Format", "Phone, video or in person; phone and video need no travel."),
    _text(Field.ROUND, "Round", "Which round of interviews it is."),
    _text(Field.LOCATION, "Location", "Where it is, or where the job is."),
    _text(Field.CONTACT, "Contact", "Who to answer; stays out of exports.", private=True),
    _text(Field.SOURCE, "Source", "Where the invite came from."),
    _text(Field.STATUS, "Status", "Where things stand, in your own words."),
    _text(Field.LINK, "Link", "Address of the advert or the invitation."),
    _text(Field.NOTES, "Notes", "Anything else; carried along, never scored."),
)

COLUMNS: Mapping[Field, Column] = MappingProxyType({column.key: column for column in _COLUMNS})
"""Every column by its key, in the order of the template."""
