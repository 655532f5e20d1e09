"""What is advised on each invite by itself, as one flat table: for files with millions of rows."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from advisor.decision.assess import NAMES, WORDS
from advisor.decision.figures import work_out
from advisor.decision.levels import Floats
from advisor.decision.records import Column, columns_of
from advisor.rules.advice import ROW_ADVICE, Advice, Level, missing_inputs
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile


def advise_rows(invites: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """The columns of `rules.advice.ROW_ADVICE` for every invite, in the invites' own order.

    invites  m × columns as `read_invites` makes them, indexed by `row`
    No row looks at another, so any part of a table gives the same figures to the bit as the whole.
    """
    figures = work_out(invites, profile)
    table = {
        **{key: _in_text(key, column) for key, column in columns_of(figures.advice).items()},
        Level.OTHER_CURRENCY.value: figures.answers.other_currency,
        **_by_motive("value", figures.values),
        **_by_motive("hours", figures.hours),
    }
    return pd.DataFrame({key: table[key] for key in ROW_ADVICE}, index=invites.index)


def _by_motive(name: str, figures: Floats) -> Mapping[str, Floats]:
    """Values or hours (6 × m), one column a motivation each."""
    return {f"{name}_{motive}": each for motive, each in zip(Motive, figures, strict=True)}


_TEXTS: Mapping[str, Any] = {
    key: pd.array([*map(str, texts)], dtype="str") for key, texts in {**WORDS, **NAMES}.items()
}


def _in_text(key: str, column: Column) -> Any:
    """A column of the advice, with texts in the place of their places; nothing at −1."""
    if key == Advice.MISSING:
        return _missing(column)
    return _TEXTS[key].take(column, allow_fill=True) if key in _TEXTS else column


def _missing(masks: Column) -> Any:
    """The assumed answers by name, parted by "; "."""
    distinct, places = np.unique(masks, return_inverse=True)
    names = ["; ".join(missing_inputs(int(mask))) for mask in distinct]
    return pd.array(names, dtype="str").take(places)
