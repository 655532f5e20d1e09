"""Ways money, shares, ratings, hours and nothing can be written."""

from collections.abc import Callable, Sequence

from advisor.rules.columns import Field
from tests.sheets.base import VALUES, Case, changed, written


def _column(place: int, change: Callable[[str, int], str], **parts: object) -> Case:
    """One column written another way wherever it is filled."""
    rows = changed(place, lambda cell, at: change(cell, at) if cell else cell)
    return Case(content=written(rows).encode(), **parts)  # type: ignore[arg-type] # parts of a case


def _grouped(cell: str, mark: str) -> str:
    return f"{int(cell):,}".replace(",", mark)


def _pays(factor: float) -> dict[Field, Sequence[object]]:
    pays = VALUES[Field.PAY]
    return {Field.PAY: [pay * factor if isinstance(pay, float) else None for pay in pays]}


MONEY = {
    "comma groups": _column(5, lambda cell, _: _grouped(cell, ",")),
    "point groups": _column(5, lambda cell, _: _grouped(cell, ".")),
    "blank groups": _column(5, lambda cell, _: _grouped(cell, " ")),
    "thin blank groups": _column(5, lambda cell, _: _grouped(cell, "\u202f")),
    "swiss": _column(5, lambda cell, _: f"CHF {_grouped(cell, chr(39))}.-"),
    "dollars": _column(5, lambda cell, _: f"${_grouped(cell, ',')}"),
    "dollars and cents": _column(5, lambda cell, _: f"${_grouped(cell, ',')}.00"),
    "euro behind": _column(5, lambda cell, _: f"{_grouped(cell, '.')},00 €"),
    "pounds": _column(5, lambda cell, _: f"£{_grouped(cell, ',')}"),
    "code before": _column(5, lambda cell, _: f"USD {cell}"),
    "code behind": _column(5, lambda cell, _: f"{cell} EUR"),
    "k": _column(5, lambda cell, _: f"{int(cell) / 1000:g}k"),
    "dollars k": _column(5, lambda cell, _: f"${int(cell) / 1000:g}K"),
    "per year": _column(5, lambda cell, _: f"${_grouped(cell, ',')} per year"),
    "per month": _column(5, lambda cell, _: f"{int(cell) / 12:.6f} per month"),
    "per month in words": _column(5, lambda cell, _: f"{int(cell) / 12:.6f} brutto im Monat"),
    "one per month without a word": _column(
        5,
        lambda cell, at: "4500" if at == 2 else cell,
        values={Field.PAY: [*VALUES[Field.PAY][:2], 4500.0, *VALUES[Field.PAY][3:]]},
        said=[(4, "Salary", "money_period_assumed")],
    ),
    "grade before": _column(5, lambda cell, _: f"Band 6 £{_grouped(cell, ',')}"),
    "per hour": _column(
        5, lambda cell, _: f"${int(cell) / 2000:.2f}/hr", values=_pays(2080 / 2000)
    ),
    "range": _column(5, lambda cell, _: f"{int(cell) - 5000} - {int(cell) + 5000}"),
    "range in k": _column(
        5, lambda cell, _: f"${int(cell) / 1000 - 5:g}k–{int(cell) / 1000 + 5:g}k"
    ),
    "indian": _column(
        5,
        lambda cell, _: f"₹{int(cell) // 1000 * 10 / 100:g} LPA",
        values={
            Field.PAY: [
                None if v is None else float(v) // 1000 * 10 / 100 * 1e5 for v in VALUES[Field.PAY]
            ]
        },
    ),
    "about": _column(5, lambda cell, _: f"~{cell}"),
    "plus": _column(5, lambda cell, _: f"{cell}+"),
    "full width": _column(
        5, lambda cell, _: cell.translate({48 + n: 0xFF10 + n for n in range(10)})
    ),
    "one in words": _column(
        5,
        lambda cell, at: "competitive" if at == 2 else cell,
        said=[(4, "Salary", "money_unreadable")],
    ),
    "one negative": _column(
        5, lambda cell, at: f"-{cell}" if at == 2 else cell, said=[(4, "Salary", "money_negative")]
    ),
    "one ten times too much": _column(
        5,
        lambda cell, at: f"{cell}000" if at == 2 else cell,
        values={Field.PAY: [*VALUES[Field.PAY][:2], 120500000.0, *VALUES[Field.PAY][3:]]},
        said=[(4, "Salary", "money_implausible")],
    ),
    "two currencies": _column(
        5,
        lambda cell, at: f"€{cell}" if at % 2 else f"${cell}",
        said=[(None, "Salary", "money_mixed_currency")],
    ),
    "exponent": _column(5, lambda cell, _: f"{int(cell):.4e}"),
    "hexadecimal": _column(
        5, lambda cell, at: "0x10" if at == 2 else cell, said=[(4, "Salary", "money_unreadable")]
    ),
    "infinite": _column(
        5, lambda cell, at: "inf" if at == 2 else cell, said=[(4, "Salary", "money_unreadable")]
    ),
}

SHARES = {
    "fractions": _column(10, lambda cell, _: f"{int(cell[:-1]) / 100:g}"),
    "no sign": _column(10, lambda cell, _: cell[:-1]),
    "blank before the sign": _column(10, lambda cell, _: f"{cell[:-1]} %"),
    "decimal comma": _column(10, lambda cell, _: f"{int(cell[:-1]) / 100:g}".replace(".", ",")),
    "mixed forms": _column(10, lambda cell, at: f"{int(cell[:-1]) / 100:g}" if at % 2 else cell),
    "one above all": _column(
        10,
        lambda cell, at: "150%" if at == 2 else cell,
        said=[(4, "Chance", "percent_out_of_range")],
    ),
    "one in words": _column(
        10, lambda cell, at: "good" if at == 2 else cell, said=[(4, "Chance", "percent_word")]
    ),
    "one in ten": _column(
        10,
        lambda cell, at: "1 in 5" if at == 2 else cell,
    ),
}

_WORDS = {"1": "Very low", "2": "Low", "3": "Medium", "4": "High", "5": "Very high"}
RATINGS = {
    "out of five": _column(4, lambda cell, _: f"{cell}/5"),
    "stars": _column(4, lambda cell, _: "★" * int(cell) + "☆" * (5 - int(cell))),
    "filled stars": _column(4, lambda cell, _: "⭐" * int(cell)),
    "words": _column(4, lambda cell, _: _WORDS[cell]),
    "of ten": _column(4, lambda cell, _: f"{(int(cell) - 1) / 4 * 9 + 1:g}"),
    "of ten said": _column(4, lambda cell, _: f"{(int(cell) - 1) / 4 * 9 + 1:g}/10"),
    "number and words": _column(4, lambda cell, _: f"{cell} - so so"),
    "decimals": _column(4, lambda cell, _: f"{cell}.0"),
    "decimal comma": _column(4, lambda cell, _: f"{cell},0"),
    "one turned to a date": _column(
        4,
        lambda cell, at: "2027-05-04" if at == 2 else cell,
        said=[(4, "Interest", "rating_is_date")],
    ),
    "one too high": _column(
        4,
        lambda cell, at: "7/5" if at == 2 else cell,
        said=[(4, "Interest", "rating_out_of_range")],
    ),
}

HOURS = {
    "h": _column(6, lambda cell, _: f"{cell}h"),
    "hours": _column(6, lambda cell, _: f"{cell} hours"),
    "std": _column(6, lambda cell, _: f"{cell} Std."),
    "minutes": _column(6, lambda cell, _: f"{float(cell) * 60:g} min"),
    "clock": _column(6, lambda cell, _: f"{int(float(cell))}:{int(float(cell) % 1 * 60):02}"),
    "halves in words": _column(
        6, lambda cell, _: cell if float(cell) % 1 == 0 else f"{int(float(cell))} h and a half"
    ),
    "h and minutes": _column(
        6, lambda cell, _: f"{int(float(cell))}h{int(float(cell) % 1 * 60):02}"
    ),
    "decimal comma": _column(6, lambda cell, _: cell.replace(".", ",")),
    "range": _column(
        6,
        lambda cell, _: f"{float(cell) - 0:g}-{float(cell) + 2:g}",
        values={
            Field.PREP_HOURS_NEEDED: [
                v + 1 for v in VALUES[Field.PREP_HOURS_NEEDED] if isinstance(v, float)
            ]
        },
    ),
    "one in words": _column(
        6,
        lambda cell, at: "a lot" if at == 2 else cell,
        said=[(4, "Prep hours", "number_unreadable")],
    ),
    "one negative": _column(6, lambda cell, at: "-3" if at == 2 else cell),
    "one far too many": _column(6, lambda cell, at: "4500" if at == 2 else cell),
}

BLANKS = {
    f"nothing as {word!r}": Case(
        content=written(
            [
                [
                    *row[:5],
                    row[5] or word,
                    *row[6:8],
                    row[8] or word,
                    row[9],
                    row[10] or word,
                    row[11],
                ]
                for row in changed(0, lambda cell, _: cell)
            ]
        ).encode()
    )
    for word in ("-", "–", "—", "n/a", "N/A", "#N/A", "NaN", "null", "None", ".", "?", "tbd", "TBC")
}
