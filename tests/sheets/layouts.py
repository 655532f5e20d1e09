"""Ways the rows and columns of a sheet can stand."""

from advisor.rules.columns import Field
from tests.sheets.base import HEADINGS, ROWS, VALUES, Case, plain, table, written

_EMPTY = [""] * 12


def _row(**cells: str) -> list[str]:
    """A row with these cells, by their place: c0, c5."""
    row = list(_EMPTY)
    for place, cell in cells.items():
        row[int(place[1:])] = cell
    return row


def _above(*rows: list[str], aside: dict[int, str]) -> Case:
    return Case(
        content=written([*rows, *table()]).encode(),
        rows=range(2 + len(rows), 14 + len(rows)),
        aside=aside,
    )


def _among(row: list[str], why: str) -> Case:
    rows = table()
    return Case(
        content=written([*rows[:7], row, *rows[7:]]).encode(),
        rows=[*range(2, 8), *range(9, 15)],
        aside={8: why},
    )


def _below(*rows: list[str], aside: dict[int, str]) -> Case:
    return Case(content=written([*table(), *rows]).encode(), aside=aside)


ABOVE = {
    "title": _above(["My invites 2027"], aside={1: "title"}),
    "title and blank": _above(["My invites"], [""], aside={1: "title", 2: "blank"}),
    "preamble of pairs": _above(
        ["Name:", "Dana"],
        ["Exported:", "2026-11-20"],
        [""],
        aside={1: "preamble", 2: "preamble", 3: "blank"},
    ),
    "thirty lines above": _above(
        *(["Line of an export"] for _ in range(30)), aside={1: "title", 30: "preamble"}
    ),
    "blank lines above": _above([], [""], list(_EMPTY), aside={1: "blank", 3: "blank"}),
    "comment lines above": _above(
        ["# exported by hand"], ["# on Monday"], aside={1: "comment", 2: "comment"}
    ),
    "group labels above": _above(
        _row(c0="Who", c2="When", c4="What it is worth"), aside={1: "header_group"}
    ),
    "title over every column": _above(["My invites 2027"] * 1 + [""] * 11, aside={1: "title"}),
}

AMONG = {
    "subtotal": _among(_row(c0="Subtotal", c5="544500", c6="33.5"), "total"),
    "headings again": _among(list(HEADINGS), "repeated_header"),
    "headings again in capitals": _among([h.upper() for h in HEADINGS], "repeated_header"),
    "section": _among(_row(c0="Second week"), "section"),
    "blank row": _among(list(_EMPTY), "blank"),
    "blanks only": _among([" "] * 12, "blank"),
    "comment": _among(["# the rest is older"], "comment"),
    "average": _among(_row(c0="Average", c5="90750", c6="5.6"), "total"),
    "units": Case(
        content=written(
            [
                HEADINGS,
                "text,text,date,date,1-5,USD,h,yes/no,text,months,%,text".split(","),
                *ROWS,
            ]
        ).encode(),
        rows=range(3, 15),
        aside={2: "units"},
    ),
    "units in parentheses": Case(
        content=written(
            [HEADINGS, "(text),(text),(date),(date),(1-5),(EUR),(h),,,,(%),".split(","), *ROWS]
        ).encode(),
        rows=range(3, 15),
        aside={2: "units"},
    ),
}

BELOW = {
    "grand total": _below(_row(c0="Grand total", c5="1028000", c6="63"), aside={14: "total"}),
    "totals in german": _below(_row(c0="Summe:", c5="1028000"), aside={14: "total"}),
    "total beside the numbers": _below(_row(c4="Total", c5="1028000"), aside={14: "total"}),
    "total of all columns": _below(
        "Total,,,,38,1028000,63,12,2,246,4.55,6".split(","), aside={14: "total"}
    ),
    "footer": _below(list(_EMPTY), ["Exported on Monday"], aside={14: "blank", 15: "footer"}),
    "footer of two lines": _below(
        [""], ["Legend: yes means remote"], ["End of list"], aside={15: "footer", 16: "footer"}
    ),
    "second table": _below(
        [""],
        ["Contact", "Phone", "Email"],
        ["Dana", "555-0100", "d@example.org"],
        aside={15: "second_table", 16: "second_table"},
    ),
    "second table with a title": _below(
        [""],
        ["Old invites"],
        ["Company", "Outcome"],
        ["Rust & Co", "no"],
        aside={15: "footer", 16: "second_table", 17: "second_table"},
    ),
}


def _with_column(place: int, heading: str, cells: list[str]) -> Case:
    rows = [
        [*row[:place], cell, *row[place:]]
        for row, cell in zip(table(), [heading, *cells], strict=True)
    ]
    return Case(content=written(rows).encode())


_TURNED = [list(column) for column in zip(*table(), strict=True)]
COLUMNS = {
    "empty column first": _with_column(0, "", [""] * 12),
    "empty column amid": _with_column(4, "", [""] * 12),
    "numbers first": _with_column(0, "#", [str(number) for number in range(1, 13)]),
    "numbers without heading first": _with_column(0, "", [str(n) for n in range(12)]),
    "ids first": _with_column(0, "ID", [f"INV-{number:03}" for number in range(12)]),
    "twenty empty columns": Case(content=plain().replace("\r\n", "," * 20 + "\r\n").encode()),
    "one delimiter too many on every row": Case(content=plain().replace("\r\n", ",\r\n").encode()),
    "one delimiter too many below the headings": Case(
        content=plain().replace("\r\n", ",\r\n").replace("Notes,", "Notes", 1).encode()
    ),
    "sideways": Case(content=written(_TURNED).encode(), said=[(None, None, "looks_transposed")]),
    "no headings": Case(
        content=written(ROWS).encode(), rows=range(1, 13), said=[(None, None, "header_missing")]
    ),
    "a short row": Case(
        content=plain().replace(",".join(ROWS[6]), ",".join(ROWS[6][:4])).encode(),
        damaged=frozenset({8}),
        said=[(8, None, "row_too_short")],
    ),
    "a long row": Case(
        content=plain().replace("El Otoño Energía,", "El Otoño, Energía,").encode(),
        damaged=frozenset({9}),
        said=[(9, None, "row_too_long")],
    ),
    "columns in another order": Case(
        content=written([row[::-1] for row in table()]).encode(), values=dict(VALUES)
    ),
    "company role and status only": Case(
        content=written([[row[0], row[1], "Applied"] for row in table()])
        .replace("Applied", "Status", 1)
        .encode(),
        values={key: [None] * 12 for key in VALUES if key not in {Field.COMPANY, Field.ROLE}},
    ),
}


def _beside(other: list[list[str]], *, before: bool = False, **told: object) -> Case:
    """The plain sheet with another table next to it, an empty column between them."""
    height = max(len(ROWS) + 1, len(other))
    left = [*table(), *([_EMPTY] * (height - len(ROWS) - 1))]
    right = [*other, *([[""] * len(other[0])] * (height - len(other)))]
    pairs = zip(right, left, strict=True) if before else zip(left, right, strict=True)
    return Case(content=written([[*one, "", *two] for one, two in pairs]).encode(), **told)


_CONTACTS = [["Contact", "Phone"], *([f"Kim {at}", f"555-01{at:02}"] for at in range(14))]
_TALLY = [["Status", "Count"], ["Applied", "12"], ["Rejected", "3"], ["Withdrawn", "1"]]
BESIDE = {
    "invites of another week": _beside(
        [["Company", "Role", "Status"], ["Rust & Co", "Welder", "Rejected"]],
        said=[(None, "Company (2)", "second_table_beside")],
    ),
    "invites of another week before": _beside(
        [["Company", "Status"], *([f"Rust {at}", "Rejected"] for at in range(12))],
        before=True,
        said=[(None, "Company", "second_table_beside")],
    ),
    "longer contacts": _beside(
        _CONTACTS,
        said=[(None, "Contact", "second_table_beside")],
        aside={14: "beside", 15: "beside"},
    ),
    "longer contacts before": _beside(
        _CONTACTS,
        before=True,
        said=[(None, "Contact", "second_table_beside")],
        aside={14: "beside", 15: "beside"},
    ),
    "tally of states": _beside(_TALLY, said=[(None, "Status", "second_table_beside")]),
    "tally of states before": _beside(
        _TALLY, before=True, said=[(None, "Status", "second_table_beside")]
    ),
    "columns of the same rows": _beside(
        [["Status", "Contact"], *([["Interview", "Kim"]] * 12)],
        said=[(None, "Status", "columns_apart")],
    ),
    "columns of most rows": _beside(
        [["Status", "Contact"], *([["Interview", "Kim"]] * 9)],
        said=[(None, "Status", "columns_apart")],
    ),
    "a total below columns of the same rows": _beside(
        [["Status", "Contact"], *([["Interview", "Kim"]] * 12), ["Total", "12"]],
        said=[(None, "Status", "columns_apart")],
        aside={14: "total"},
    ),
}
LAYOUTS = (
    ABOVE | AMONG | BELOW | COLUMNS | {f"beside {name}": case for name, case in BESIDE.items()}
)
