"""What only the owner of the sheet can say, asked with samples and a guess already chosen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from advisor import Choices, Problem, Question, Reading
from advisor.page.sheet_changes import (
    confirmed,
    is_open,
    with_column,
    with_delimiter,
    with_encoding,
    with_order,
    with_sheet,
)
from advisor.page.sheet_remedies import ORDERS
from advisor.page.sheet_state import Change, choose, turn
from advisor.page.sheet_upload import Uploaded
from advisor.rules.columns import COLUMNS, Field

LEAVE_OUT = "something else, not counted"

MOST_ASKED = 6
"""Questions asked at once; the others follow when these are answered."""

SAMPLES = 3

MARKS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", ":": "colon"}

ORDER_CODES = ("date_order_conflict", "date_order_assumed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question.

    about    the heading or file as the person wrote it; only ever shown as text
    text     our question
    options  what can be answered, the guess among them
    guess    what is chosen already
    meant    answer → the step it makes
    what     the step in our words
    """

    about: str
    text: str
    samples: tuple[str, ...]
    options: Sequence[Any]
    guess: Any
    said: Callable[[Any], str]
    meant: Callable[[Any], Change]
    what: str


def asks(up: Uploaded) -> list[Ask]:
    """Everything that is open, what decides most first."""
    reading = up.reading
    makers: Mapping[str, Callable[[Problem, Uploaded], Ask]] = {
        "sheet_choice": _about_sheet,
        "encoding_assumed": _about_encoding,
        "delimiter_guessed": _about_delimiter,
    }
    of_file = [
        makers[p.code](p, up) for p in reading.problems if p.code in makers and _is_asked(p, up)
    ]
    headings = [_about_heading(question) for question in reading.questions]
    return [*of_file, *_about_order(reading), *headings]


def _is_asked(problem: Problem, up: Uploaded) -> bool:
    return is_open(problem, up.said.choices)


def _about_heading(question: Question) -> Ask:
    return Ask(
        about=question.column,
        text=question.text,
        samples=question.samples,
        options=(None, *Field),
        guess=question.guess,
        said=lambda key: LEAVE_OUT if key is None else COLUMNS[key].label,
        meant=lambda key: partial(with_column, heading=question.column, key=key),
        what="a heading",
    )


def _about_order(reading: Reading) -> Iterator[Ask]:
    """Day or month first, once for the file."""
    found = [p for p in reading.problems if p.code in ORDER_CODES and p.row is None]
    if not found:
        return
    first = found[0]
    yield Ask(
        about=first.column or "",
        text="Which comes first in the dates of this sheet?",
        samples=_ambiguous(first, reading),
        options=tuple(ORDERS),
        guess=first.choices[0] if first.code == "date_order_assumed" else None,
        said=lambda order: ORDERS[order],
        meant=lambda order: partial(with_order, order=order),
        what="the order of dates",
    )


def _ambiguous(problem: Problem, reading: Reading) -> tuple[str, ...]:
    """The cell the problem names, and two more of its column."""
    cells = [] if problem.value is None else [problem.value]
    if problem.column in reading.text.columns:
        cells += [cell for cell in reading.text[problem.column].head(200) if cell]
    return tuple(dict.fromkeys(cells))[:SAMPLES]


def _about_sheet(problem: Problem, up: Uploaded) -> Ask:
    rows = {sheet.name: sheet.rows for sheet in up.reading.sheets}
    return Ask(
        about=up.name,
        text="More than one sheet of this workbook looks like invites. Which one is it?",
        samples=(),
        options=problem.choices,
        guess=up.reading.sheet,
        said=lambda name: f"{name} ({rows.get(name, 0):,} rows)",
        meant=lambda name: partial(with_sheet, sheet=name, now=up.reading.sheet),
        what="the sheet",
    )


def _about_encoding(problem: Problem, up: Uploaded) -> Ask:
    return Ask(
        about=up.name,
        text="Do the letters look right? If not, try another alphabet.",
        samples=_foreign(up.reading),
        options=tuple(dict.fromkeys((up.reading.encoding, *problem.choices))),
        guess=up.reading.encoding,
        said=str,
        meant=lambda encoding: partial(with_encoding, encoding=encoding, now=up.reading.encoding),
        what="the encoding",
    )


def _foreign(reading: Reading) -> tuple[str, ...]:
    """Cells with letters that other encodings read otherwise."""
    cells = reading.text.head(200).to_numpy().ravel().tolist()
    return tuple(dict.fromkeys(cell[:60] for cell in cells if not cell.isascii()))[:SAMPLES]


def _about_delimiter(problem: Problem, up: Uploaded) -> Ask:
    return Ask(
        about=up.name,
        text="Which mark stands between the cells?",
        samples=tuple(str(heading)[:60] for heading in up.reading.text.columns[:SAMPLES]),
        options=problem.choices,
        guess=up.reading.delimiter,
        said=lambda mark: MARKS.get(mark, f"“{mark}”"),
        meant=lambda mark: partial(with_delimiter, delimiter=mark, now=up.reading.delimiter),
        what="the mark between cells",
    )


def ask_what_is_open(up: Uploaded) -> None:
    """The questions, one block each; nothing where nothing is open."""
    found = asks(up)
    if not found:
        return
    with st.container(border=True):
        st.markdown("**Only you can say**")
        for number, ask in enumerate(found[:MOST_ASKED]):
            _draw(up, ask, f"ask_{up.digest[:12]}_{turn(up.digest)}_{number}")
        if len(found) > MOST_ASKED:
            st.caption(f"and {len(found) - MOST_ASKED} more after these")


def _draw(up: Uploaded, ask: Ask, key: str) -> None:
    told, choice, button = st.columns([7, 4, 2], vertical_alignment="bottom")
    with told, st.container(gap=None):
        st.text(f"{ask.about}: {ask.text}")
        if ask.samples:
            st.text("such as " + " · ".join(ask.samples))
    choice.selectbox(
        ask.text,
        ask.options,
        index=list(ask.options).index(ask.guess) if ask.guess in ask.options else None,
        format_func=ask.said,
        key=key,
        label_visibility="collapsed",
        placeholder="Choose",
        on_change=_answer,
        args=(up.digest, ask, key),
    )
    button.button(
        "Confirm",
        key=f"{key}_confirm",
        on_click=_answer,
        args=(up.digest, ask, key),
        disabled=st.session_state[key] is None and None not in ask.options,
        width="stretch",
    )


def _answer(digest: str, ask: Ask, key: str) -> None:
    choose(digest, ask.what, ask.meant(st.session_state[key]))


def agreed_with_all(choices: Choices, *, problems: Sequence[Problem]) -> Choices:
    """Every assumption as it stands now."""
    for problem in problems:
        if problem.code == "date_order_assumed":
            choices = with_order(choices, order=problem.choices[0])
        elif problem.code == "column_fuzzy_matched" and problem.column:
            choices = with_column(choices, heading=problem.column, key=problem.field)
    return confirmed(choices, problems=problems)
