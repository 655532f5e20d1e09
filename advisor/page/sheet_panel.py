"""The panel between uploader and ranking: one calm line for a healthy sheet, more where needed."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from advisor import Level, Problem
from advisor.page.sheet_aside import rows_set_aside
from advisor.page.sheet_asks import agreed_with_all, ask_what_is_open
from advisor.page.sheet_changes import with_encoding, with_sheet
from advisor.page.sheet_downloads import downloads
from advisor.page.sheet_grid import grid_of_rows
from advisor.page.sheet_ratings import grid_of_ratings
from advisor.page.sheet_report import columns_absent, open_problems, the_report
from advisor.page.sheet_state import Change, choose, undo
from advisor.page.sheet_upload import Uploaded
from advisor.rules.columns import COLUMNS
from advisor.views.amounts import count

NOT_ON_THESE = frozenset({"mapping_needs_confirmation", "column_duplicate", "column_unnamed"})
"""Warnings about columns that are not used: no figure rests on them."""


def _count_line(up: Uploaded) -> None:
    """What became of the rows, with the way to everything else."""
    reading = up.reading
    rows = [
        f"{count(reading.rows_read, 'row')} read",
        count(len(reading.invites), "invite"),
        f"{len(reading.set_aside):,} set aside",
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"{up.name}: {', '.join(rows)}", width="content")
        st.toggle("Check the sheet", key=_looking(up))
        if up.said.what:
            st.button(
                f"Undo {up.said.what}",
                key=f"undo_{up.digest[:12]}",
                icon=":material/undo:",
                on_click=undo,
                args=(up.digest,),
            )


def _looking(up: Uploaded) -> str:
    return f"look_{up.digest[:12]}"


def sheet_panel(up: Uploaded) -> None:
    """What became of the rows, what is asked, and what the figures rest on."""
    _count_line(up)
    if up.refused:
        st.text(f"That could not be done and was taken back: {up.refused}")
    ask_what_is_open(up)
    if st.session_state.get(_looking(up)):
        with st.container(border=True):
            _closer(up)
    grid_of_ratings(up)
    _what_it_rests_on(up)


def _closer(up: Uploaded) -> None:
    _how_it_was_read(up)
    the_report(up)
    columns_absent(up)
    rows_set_aside(up)
    st.markdown("**Put cells right**")
    grid_of_rows(up)
    downloads(up)


def _what_it_rests_on(up: Uploaded) -> None:
    """One line above the ranking while something is unconfirmed or could not be used."""
    assumed = [p for p in open_problems(up) if p.level == Level.WARNING]
    assumed = [problem for problem in assumed if problem.code not in NOT_ON_THESE]
    unused = [p for p in open_problems(up) if p.level == Level.ERROR]
    said = [*_resting(assumed), *_unused(unused)]
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(" ".join(said), width="content")
        if assumed:
            change = partial(agreed_with_all, problems=tuple(assumed))
            st.button(
                "Confirm all" if len(assumed) > 1 else "Confirm",
                key=f"confirm_{up.digest[:12]}",
                on_click=choose,
                args=(up.digest, "the confirmation", change),
            )


def _resting(assumed: list[Problem]) -> list[str]:
    """Which figures rest on something nobody has confirmed."""
    labels = _labels(assumed)
    if not assumed:
        return []
    if not labels:
        return ["The figures rest on a reading of the file that you have not confirmed."]
    verb = "rests" if len(labels) == 1 else "rest"
    return [f"{_listed(labels)} {verb} on readings you have not confirmed."]


def _unused(unused: list[Problem]) -> list[str]:
    one_by_one = {(p.row, p.column) for p in unused if p.row is not None}
    cells = len(one_by_one) + sum(p.count for p in unused if p.row is None and p.count > 1)
    if not cells:
        return []
    labels = _labels(p for p in unused if p.row is not None)
    where = f" of {_listed(labels)}" if labels else ""
    verb = "counts" if cells == 1 else "count"
    return [f"{count(cells, 'cell')}{where} could not be used and {verb} as unknown."]


def _labels(problems: Iterable[Problem]) -> list[str]:
    fields = (problem.field for problem in problems)
    return list(dict.fromkeys(COLUMNS[field].label for field in fields if field is not None))


def _listed(labels: list[str]) -> str:
    """Names in a sentence.

    >>> _listed(["Pay", "Interest", "Reply by"])
    'Pay, Interest and Reply by'
    """
    *most, last = labels
    return f"{', '.join(most)} and {last}" if most else last


def _how_it_was_read(up: Uploaded) -> None:
    """The sheet and the encoding, where there was a choice."""
    reading = up.reading
    with st.container(horizontal=True):
        names = [sheet.name for sheet in reading.sheets]
        if len(names) > 1 and reading.sheet in names:
            _pick(up, "Sheet", names, reading.sheet, "the sheet")
        asked = [p.choices for p in up.plain.problems if p.code == "encoding_assumed"]
        if asked and reading.encoding:
            encodings = list(dict.fromkeys((reading.encoding, *asked[0])))
            _pick(up, "Encoding", encodings, reading.encoding, "the encoding")


def _to_sheet(value: str, now: str) -> Change:
    return partial(with_sheet, sheet=value, now=now)


def _to_encoding(value: str, now: str) -> Change:
    return partial(with_encoding, encoding=value, now=now)


CHANGES = {"Sheet": _to_sheet, "Encoding": _to_encoding}


def _pick(up: Uploaded, label: str, options: list[str], now: str, what: str) -> None:
    key = f"pick_{label}_{up.digest[:12]}_{now}"
    st.selectbox(
        label,
        options,
        index=options.index(now),
        key=key,
        width=260,
        on_change=_picked,
        args=(up.digest, label, now, what, key),
    )


def _picked(digest: str, label: str, now: str, what: str, key: str) -> None:
    choose(digest, what, CHANGES[label](st.session_state[key], now))
