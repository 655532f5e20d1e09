"""What is advised on each invite by itself, as one flat table: for files with millions of rows."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from advisor.decision.assess import Assessment, assess
from advisor.rules.advice import ROW_ADVICE, Advice, Level, missing_inputs
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile


def advise_rows(invites: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    """The columns of `rules.advice.ROW_ADVICE` for every invite, in the invites' own order.

    invites  m × columns as `read_invites` makes them, indexed by `row`
    No row looks at another, so any part of a table gives the same figures to the bit as the whole.
    """
    assessment = assess(invites, profile)
    advice = assessment.advice.loc[invites.index]
    table = {
        **{key: advice[key] for key in ROW_ADVICE if key in advice},
        Advice.MISSING.value: _named(advice[Advice.MISSING]),
        Level.OTHER_CURRENCY.value: assessment.levels[Level.OTHER_CURRENCY],
        **_by_motive(assessment),
    }
    return pd.DataFrame({key: table[key] for key in ROW_ADVICE}).astype(dict(ROW_ADVICE))


def _by_motive(assessment: Assessment) -> Mapping[str, pd.Series]:
    """Values and hours, one column a motivation each."""
    return {
        f"{name}_{motive}": table[motive]
        for name, table in (("value", assessment.values), ("hours", assessment.hours))
        for motive in Motive
    }


def _named(masks: pd.Series) -> pd.Series:
    """The assumed answers by name, parted by "; "."""
    distinct, places = np.unique(masks.to_numpy(), return_inverse=True)
    names = np.array(["; ".join(missing_inputs(int(mask))) for mask in distinct], dtype=object)
    return pd.Series(names[places], index=masks.index, dtype="str")
