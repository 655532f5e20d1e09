"""Between the invites table and the history: what was read goes in, what counts comes out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pandas as pd

from advisor.journal.cells import written
from advisor.journal.state import KeptInvite, Scalar, State
from advisor.rules.columns import COLUMNS, START_HAS_TIME, Field
from advisor.rules.kinds import NUMERIC, Kind

Cells = Mapping[Field, Scalar]
"""What one invite holds, by column; what is empty is absent."""

BARE_DAY = len("2027-01-14")


def as_read(invites: pd.DataFrame) -> dict[int, Cells]:
    """The cells of every invite by its row, without what is empty."""
    rows: dict[int, dict[Field, Scalar]] = {int(row): {} for row in invites.index}
    for key in COLUMNS:
        for row, value in _filled(invites, key):
            rows[row][key] = written(key, value)
    return dict(rows)


def _filled(invites: pd.DataFrame, key: Field) -> Iterator[tuple[int, Any]]:
    column = invites[key].dropna()
    for row, value in column.items():
        bare = key is Field.START and not invites.at[row, START_HAS_TIME]
        yield int(str(row)), value.date() if bare else value


def present_invites(state: State) -> pd.DataFrame:
    """The invites that take part in the ranking, as `read_invites` would give them.

    Edits and overrides are in; what was removed or is gone from the sheet is out. An invite
    typed in by hand, which has no line in the sheet, has minus its id for a row.
    """
    return invites_table([one for one in state.invites if one.present])


def gone_invites(state: State) -> pd.DataFrame:
    """The invites a newer sheet came without, to be shown in grey; rows are minus their ids."""
    return invites_table([one for one in state.invites if one.gone_since and not one.removed])


def row_of(invite: KeptInvite) -> int:
    """The line of the invite in the newest sheet, minus its id where it has none."""
    return -invite.id if invite.row is None else invite.row


def invites_table(invites: Sequence[KeptInvite]) -> pd.DataFrame:
    """A table of invites in the corridor's form: index `row`, every column of the rules."""
    ordered = sorted(invites, key=lambda one: (one.row is None, one.row or one.id))
    index = pd.Index([row_of(one) for one in ordered], name="row", dtype="int64")
    columns: dict[str, pd.Series[Any]] = {
        key: _series(key, [one.value(key) for one in ordered], index) for key in COLUMNS
    }
    starts = [str(one.value(Field.START) or "") for one in ordered]
    timed = [len(start) > BARE_DAY for start in starts]
    columns[START_HAS_TIME] = pd.Series(timed, index=index, dtype=bool)
    return pd.DataFrame(columns, index=index)


def _numbers(cells: Sequence[Scalar], index: "pd.Index[Any]") -> "pd.Series[Any]":
    return pd.Series(cells, index=index, dtype="float64")


def _moments(cells: Sequence[Scalar], index: "pd.Index[Any]") -> "pd.Series[Any]":
    moments = [pd.NaT if cell is None else datetime.fromisoformat(str(cell)) for cell in cells]
    return pd.Series(moments, index=index, dtype="datetime64[us]")


def _texts(cells: Sequence[Scalar], index: "pd.Index[Any]") -> "pd.Series[Any]":
    return pd.Series(cells, index=index, dtype=object)


SERIES: Mapping[Kind, Callable[[Sequence[Scalar], "pd.Index[Any]"], "pd.Series[Any]"]] = (
    MappingProxyType(
        {
            **dict.fromkeys(NUMERIC, _numbers),
            Kind.YES_NO: _numbers,
            Kind.DATE: _moments,
            Kind.DATETIME: _moments,
        }
    )
)
"""How the cells of a kind become a column; text where nothing is said."""


def _series(key: Field, cells: Sequence[Scalar], index: "pd.Index[Any]") -> "pd.Series[Any]":
    return SERIES.get(COLUMNS[key].kind, _texts)(cells, index)
