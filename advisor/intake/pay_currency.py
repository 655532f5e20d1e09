"""Pay in another currency than the person's, said once the person is known."""

import pandas as pd

from advisor.intake.problems import Level, Problem
from advisor.intake.reading import Reading
from advisor.rules.columns import Field


def currency_problems(
    reading: Reading, differs: "pd.Series[bool]", own: str | None
) -> tuple[Problem, ...]:
    """One problem for each invite whose pay is in another currency.

    differs  by row: whether it is, and the pay was therefore not used
    own      the person's currency, a three-letter code
    """
    heading = next((told for told, key in reading.columns.items() if key is Field.PAY), None)
    rows = [int(row) for row in differs[differs].index.to_numpy()]
    currencies = reading.invites.loc[rows, Field.PAY_CURRENCY].tolist()
    return tuple(
        Problem(
            code="pay_currency_differs",
            level=Level.WARNING,
            reason=f"the pay is in {currency}, your profile in {own}",
            row=row,
            column=heading,
            field=Field.PAY,
            value=None if heading is None else str(reading.text.at[row, heading]),
            assumed="Whether it covers your essentials counts as unknown",
            fix="Fill in the pay cover, or give the pay in the currency of your profile",
        )
        for row, currency in zip(rows, currencies, strict=True)
    )
