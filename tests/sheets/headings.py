"""Ways the headings of a sheet can be written."""

from collections.abc import Callable, Sequence

from advisor.rules.columns import Field
from tests.sheets.base import HEADINGS, ROWS, VALUES, Case, table, written


def _named(headings: Sequence[str], **said: object) -> Case:
    return Case(content=written(table(ROWS, headings)).encode(), **said)  # type: ignore[arg-type] # parts of a case


def _each(change: Callable[[str], str]) -> Case:
    return _named([change(heading) for heading in HEADINGS])


def _split(text: str) -> Case:
    return _named(text.split("|"))


def _swapped(heading: str) -> str:
    """Two neighbouring letters in the wrong order."""
    return heading[:1] + heading[2:3] + heading[1:2] + heading[3:]


def _camel(heading: str) -> str:
    first, *rest = heading.split()
    return first.lower() + "".join(word.capitalize() for word in rest)


SPELLED = {
    "upper": _each(str.upper),
    "lower": _each(str.lower),
    "snake": _each(lambda heading: heading.lower().replace(" ", "_")),
    "kebab": _each(lambda heading: heading.lower().replace(" ", "-")),
    "camel": _each(_camel),
    "padded": _each(lambda heading: f"  {heading} "),
    "no-break blanks": _each(lambda heading: f"\u00a0{heading.replace(' ', chr(160))}"),
    "stars and colons": _each(lambda heading: f"{heading}*:"),
    "line break": _each(lambda heading: heading.replace(" ", "\n")),
    "two blanks": _each(lambda heading: heading.replace(" ", "   ")),
    "emoji": _each(lambda heading: f"💼 {heading}"),
    "zero width": _each(lambda heading: f"\u200b{heading}\u200b"),
    "full width": _each(
        lambda heading: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in heading)
    ),
    "numbered": _named([f"{at}. {heading}" for at, heading in enumerate(HEADINGS, 1)]),
    "in brackets": _each(lambda heading: f"[{heading}]"),
    "typos": _each(_swapped),
}

LANGUAGES = {
    "german": _split(
        "Firma|Stelle|Vorstellungsgespräch|Antwort bis|Interesse|Gehalt|Vorbereitung|Homeoffice"
        "|Konkurrent von|Monate|Chance|Notizen"
    ),
    "french": _split(
        "Entreprise|Poste|Date d'entretien|Répondre avant|Intérêt|Salaire|Préparation|Télétravail"
        "|Concurrent de|Mois|Probabilité|Remarques"
    ),
    "spanish": _split(
        "Empresa|Puesto|Fecha de entrevista|Responder antes de|Interés|Sueldo|Preparación"
        "|Teletrabajo|Competidor de|Meses|Probabilidad|Notas"
    ),
    "italian": _split(
        "Azienda|Posizione|Data colloquio|Rispondere entro|Interesse|Stipendio|Preparazione"
        "|Telelavoro|Concorrente di|Mesi|Probabilità|Note"
    ),
    "dutch": _split(
        "Bedrijf|Functie|Datum gesprek|Antwoord voor|Interesse|Salaris|Voorbereiding|Thuiswerken"
        "|Concurrent van|Maanden|Kans|Opmerkingen"
    ),
    "portuguese": _split(
        "Empresa|Cargo|Data da entrevista|Responder até|Interesse|Salário|Preparação|Remoto"
        "|Concorrente de|Meses|Probabilidade|Observações"
    ),
    "english by other names": _split(
        "Employer|Job title|Interview scheduled|RSVP|Excitement|Compensation|Prep time|Remote?"
        "|Rival of|Term|Odds|Comments"
    ),
    "our keys": _named(
        "company,role,start,reply_by,interest,pay,prep_hours_needed,location,competitor_of,months"
        ",offer_chance,notes".split(","),
    ),
    "units": _split(
        "Company|Role|Interview date (Y-M-D)|Reply by (date)|Interest (1-5)|Salary (USD)"
        "|Prep hours (h)|Remote (yes/no)|Competitor of|Months|Chance (%)|Notes"
    ),
}

DOUBTFUL = {
    "unnamed column": _named(["Company", "", *HEADINGS[2:]], said=[(None, None, "column_unnamed")]),
    "last column unnamed": _named([*HEADINGS[:11], ""], said=[(None, None, "column_unnamed")]),
    "doubled heading": _named(
        [*HEADINGS[:9], "Notes", *HEADINGS[10:]], said=[(None, "Notes", "column_duplicate")]
    ),
    "two names of one column": _named(
        [*HEADINGS[:9], "Compensation", *HEADINGS[10:]],
        said=[(None, "Salary", "column_duplicate")],
    ),
    "bare date": _named(
        ["Company", "Role", "Date", *HEADINGS[3:]],
        said=[(None, "Date", "mapping_needs_confirmation")],
    ),
    "unknown language": _split(
        "Cég|Munkakör|Mikor|Válasz|Kedv|Bér|Óra|Otthon|Rivális|Hó|Esély|Jegy"
    ),
    "nonsense": _split("a|b|c|d|e|f|g|h|i|j|k|l"),
    "only numbers": _split("1|2|3|4|5|6|7|8|9|10|11|12"),
    "group labels": Case(
        content=written(
            [
                ["Company", "Role", "Dates", "", "Interest", "Salary", *[""] * 6],
                ["", "", "Interview date", "Reply by", "", "", *HEADINGS[6:]],
                *ROWS,
            ]
        ).encode(),
        rows=range(3, 15),
        values=dict(VALUES),
        aside={1: "header_group"},
    ),
    "pay in two columns": Case(
        content=written(
            [
                [
                    *row[:5],
                    *(["Salary min", "Salary max"] if at == 0 else [row[5], row[5]]),
                    *row[6:],
                ]
                for at, row in enumerate(table())
            ]
        ).encode()
    ),
    "time in a column": Case(
        content=written(
            [
                [*row[:3], "Interview time" if at == 0 else "10:30", *row[3:]]
                for at, row in enumerate(table())
            ]
        ).encode(),
        values={Field.START: [f"{day} 10:30" for day in VALUES[Field.START]]},
    ),
}
SHEET_HEADINGS = SPELLED | LANGUAGES | DOUBTFUL
