"""The steps from invites to advice, in order: the only composition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from advisor.decision.answers import VERDICTS
from advisor.decision.figures import Figures, weigh_known, work_out
from advisor.decision.known import Known, know
from advisor.decision.levels import Floats, levels_table
from advisor.decision.records import Column, columns_of, in_order
from advisor.decision.verdicts import GATES, REASONS, best_first
from advisor.rules.advice import Advice
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import Motive
from advisor.rules.profile import Profile


@dataclass(frozen=True, kw_only=True, eq=False)
class Assessment:
    """The advice on every invite and the tables it was made from; each is indexed by `row`.

    ranking  m × at least the columns of `rules.advice.Advice` up to the surplus, best first
    values   m × 6 in [0, 1], in the invites' order
    hours    m × 6 in hours; a row sums to the worth
    levels   m × the twelve inputs as used and the columns of `rules.advice.Level`
    sure_of  what the columns behind the surplus are found from where they are asked for
    """

    ranking: pd.DataFrame
    values: pd.DataFrame
    hours: pd.DataFrame
    levels: pd.DataFrame
    sure_of: tuple[pd.DataFrame, Profile] | None = None

    @cached_property
    def advice(self) -> pd.DataFrame:
        """M × the columns of `rules.advice.Advice`, best first."""
        return self.ranking if self.sure_of is None else self.advice_on(self.ranking.index)

    def advice_on(self, rows: "pd.Index[int]") -> pd.DataFrame:
        """The advice on some invites, in this order: the same to the bit as in the whole."""
        if self.sure_of is None:
            return self.ranking.loc[rows]
        invites, profile = self.sure_of
        advice = work_out(invites.loc[rows], profile).advice
        ranks = self.ranking[Advice.RANK].loc[rows].to_numpy()
        return _table(ranks, columns_of(advice), rows.rename(self.ranking.index.name))


def assess(invites: pd.DataFrame, profile: Profile) -> Assessment:
    r"""The advice on every invite for this person.

    invites  m × columns as `read_invites` makes them, indexed by `row`; NaN is empty
    Pure: inputs stay as they are; a row's figures are the same alone or among any others.

    >>> from datetime import date
    >>> from advisor import read_invites
    >>> reading = read_invites(b"company\nAlder\n", today=date(2027, 1, 4))
    >>> advice = assess(reading.invites, Profile()).advice
    >>> advice.loc[2, "verdict"], float(advice.loc[2, "worth_hours"].round(2))
    ('ask', 12.24)
    """
    return _assessed(work_out(invites, profile), invites.index)


def rank(invites: pd.DataFrame, profile: Profile, known: Known | None = None) -> Assessment:
    """As `assess`, but how sure it is is found when asked for, and for as many as asked for.

    invites  as for `assess`; to be left as they are from now on
    known    what `know` found of these invites for this person under any priorities
    """
    figures = weigh_known(know(invites, profile) if known is None else known, profile)
    return replace(_assessed(figures, invites.index), sure_of=(invites, profile))


def _assessed(figures: Figures, rows: pd.Index) -> Assessment:
    return Assessment(
        ranking=_ranked(figures, rows),
        values=_by_motive(figures.values, rows),
        hours=_by_motive(figures.hours, rows),
        levels=levels_table(figures.answers.levels, figures.answers.other_currency, rows),
    )


WORDS: Mapping[str, Sequence[str]] = {
    Advice.VERDICT: VERDICTS,
    Advice.REASON: REASONS,
    Advice.GATE: GATES,
    Advice.DECISION: VERDICTS,
}
"""Columns of words, each kept as one small number a row."""

NAMES: Mapping[str, Sequence[str]] = {
    Advice.ASK: tuple(INPUTS),
    Advice.FLIP_INPUT: tuple(INPUTS),
    Advice.FLIP_FROM: tuple(Motive),
    Advice.FLIP_TO: tuple(Motive),
}
"""Columns of names, of which a row may have none: place −1."""


def _or_none(names: Sequence[str]) -> NDArray[np.object_]:
    """The names by their places; None at the place −1, which a column of text would not keep."""
    return np.array([*map(str, names), None], dtype=object)


_WORDS: Mapping[str, Any] = {
    key: pd.CategoricalDtype([*map(str, words)]) for key, words in WORDS.items()
}
_NAMES = {key: _or_none(names) for key, names in NAMES.items()}

_MOTIVES = pd.Index([motive.value for motive in Motive])


def in_words(key: str, column: Column, rows: pd.Index) -> Any:
    """A column of the advice on these rows, with words or names in the place of their places."""
    if key in _WORDS:
        return pd.Categorical.from_codes(column, dtype=_WORDS[key], validate=False)
    if key in _NAMES:
        return pd.Series(_NAMES[key][column], index=rows, dtype=object, copy=False)
    return column


def _ranked(figures: Figures, rows: pd.Index) -> pd.DataFrame:
    """The advice table, best first, with the rank in front."""
    advice = figures.advice
    decision, wanted = advice[Advice.DECISION], advice[Advice.FIRST_CHOICE]
    order = best_first(decision, wanted, advice[Advice.SURPLUS], rows)
    return _table(np.arange(1, len(order) + 1), in_order(advice, order), rows.take(order))


def _table(ranks: NDArray[np.int64], advice: Mapping[str, Column], rows: pd.Index) -> pd.DataFrame:
    """The advice on these rows as a table, with the rank in front."""
    columns = [ranks, *(in_words(key, column, rows) for key, column in advice.items())]
    table = pd.DataFrame(dict(enumerate(columns)), index=rows, copy=False)
    table.columns = _headings(tuple(advice))
    return table


@cache
def _headings(keys: tuple[str, ...]) -> pd.Index:
    return pd.Index([Advice.RANK.value, *keys])


def _by_motive(figures: Floats, rows: pd.Index) -> pd.DataFrame:
    return pd.DataFrame(figures.T, index=rows, columns=_MOTIVES, copy=False)
