"""The plain sheet that every polluted one is a sibling of, and what a case must come to."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from advisor.rules.columns import Field

HEADINGS = (
    "Company|Role|Interview date|Reply by|Interest|Salary|Prep hours|Remote|Competitor of|Months"
    "|Chance|Notes"
).split("|")
"""Twelve headings; `Months` belongs to no column of ours and stays text."""

FIELDS = (
    Field.COMPANY,
    Field.ROLE,
    Field.START,
    Field.REPLY_BY,
    Field.INTEREST,
    Field.PAY,
    Field.PREP_HOURS_NEEDED,
    Field.LOCATION,
    Field.COMPETITOR_OF,
    None,
    Field.OFFER_CHANCE,
    Field.NOTES,
)

ROWS = [
    line.split("|")
    for line in """\
Tidal Works|Backend Engineer|2027-01-14|2027-01-08|4|95000|6|Yes||18|35%|Asked by Dana, knows them
Café Größe AG|Data Analyst|2027-01-21|2027-01-15|3|88000|4.5|No|Müller & Söhne|24|50%|A "quick" one
Nordlys Äpfel AB|Product Manager|2027-02-03|2027-01-27|5|120500|10|Yes||12|20%|
O'Hara, Patel & Co.|Site Engineer|2027-02-09|2027-02-02|2|101000|8|Yes||36|60%|Panel of 4; laptop
Müller & Söhne|QA Engineer|2027-02-16|2027-02-10|3|76000|3|No|Café Größe AG|24|75%|
"Quote" Press|Editor|2027-02-18|2027-02-12|2|64000|2|Yes|||40%|Ask about shares
Calm Garden Ltd|Designer|2027-02-23|2027-02-17|4|83000|0|Yes||12|45%|
El Otoño Energía|Field Engineer|2027-02-25|2027-02-19|1|71000|5|No||48|15%|Far away
naïf.ai|ML Engineer|2027-03-02|2027-02-24|5|140000|12|Yes|Tidal Works|12|10%|Homework, 3 hours
Sky-High 24/7|Support Lead|2027-03-04|2027-02-26|2||1.5|Yes||6|80%|
Peña y Socios|Consultant|2027-03-09|2027-03-03|3|90000|4|No||24||Second round
Ørsted Labs|Scientist|2027-03-16|2027-03-11|4|99500|7|No||30|25%|Séverine + René
""".splitlines()
]

NUMBERS = {Field.INTEREST, Field.PAY, Field.PREP_HOURS_NEEDED}


def typed(key: Field, text: str) -> object:
    """What a plain cell means."""
    if not text:
        return None
    if key is Field.OFFER_CHANCE:
        return float(text.rstrip("%")) / 100
    return float(text) if key in NUMBERS else text


VALUES: Mapping[Field, list[object]] = {
    key: [typed(key, row[place]) for row in ROWS]
    for place, key in enumerate(FIELDS)
    if key is not None
}
"""Field → what each of the twelve rows means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One polluted sheet and what its reading must come to.

    rows     the number of each invite
    values   field → the right values, where they are not those of the plain sheet
    said     (row, heading, code) that must be among the problems; None stands for any
    aside    row → why it is no invite
    refused  names of errors that are right as well; with `only_refused` nothing else is
    damaged  rows whose cells may differ if a problem points at the row
    """

    content: bytes
    name: str = "sheet.csv"
    rows: Sequence[int] = tuple(range(2, 14))
    values: Mapping[Field, Sequence[object]] = field(default_factory=dict)
    said: Sequence[tuple[int | None, str | None, str]] = ()
    aside: Mapping[int, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    only_refused: bool = False
    damaged: frozenset[int] = frozenset()


def table(
    rows: Iterable[Sequence[str]] = ROWS, headings: Sequence[str] = HEADINGS
) -> list[list[str]]:
    """Headings and rows as one list."""
    return [list(headings), *(list(row) for row in rows)]


def written(rows: Iterable[Sequence[str]], **dialect: object) -> str:
    """Rows as the text of a file; comma, CRLF and quotes where needed unless said otherwise."""
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(rows)  # type: ignore[arg-type] # the dialect is the case's
    return out.getvalue()


def plain(**dialect: object) -> str:
    """The plain sheet as text."""
    return written(table(), **dialect)


def changed(place: int, change: Callable[[str, int], str]) -> list[list[str]]:
    """The plain sheet with every cell of one column written another way.

    change  (cell, row from 0) → the new cell
    """
    rows = [
        [*row[:place], change(row[place], at), *row[place + 1 :]] for at, row in enumerate(ROWS)
    ]
    return table(rows)
