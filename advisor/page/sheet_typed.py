"""A list that began without a sheet: its invites are typed in."""

import hashlib

import pandas as pd

from advisor import Choices, Reading
from advisor.journal import State, invites_table
from advisor.page import memory
from advisor.page.figures import Sheet

NAME = "Your own list"


def typed_sheet(state: State) -> Sheet:
    """A sheet without a line; what is typed in is added to it like to any other."""
    mark = memory.mark_of(state)
    digest = hashlib.sha256(mark.encode()).hexdigest()
    reading = Reading(
        invites=invites_table([]),
        text=pd.DataFrame(index=pd.Index([], name="row", dtype="int64")),
        columns={},
        problems=(),
        set_aside=(),
        questions=(),
        rows_read=0,
        sheet=None,
        sheets=(),
        encoding=None,
        delimiter=None,
        name=NAME,
        digest=digest,
        choices=Choices(),
    )
    return Sheet(reading=reading, token=f"typed {digest}", sample=False, mark=mark)
