"""What only the person knows of an invite: ratings, and their own word against the verdict."""

import math
from typing import Any

import streamlit as st

from advisor.page import memory
from advisor.page.figures import Figures
from advisor.page.kept import back_to_the_sheet, keep_ratings, keep_word, rated
from advisor.page.state import Key
from advisor.rules.advice import Advice, Level, missing_inputs
from advisor.rules.columns import COLUMNS, Field
from advisor.rules.inputs import INPUTS
from advisor.rules.kinds import Kind
from advisor.rules.verdict import Decision
from advisor.views.amounts import plain
from advisor.views.wording import LOOKS

RATED = (*(Field(key) for key in INPUTS if key in COLUMNS), Field.PREP_HOURS_WILLING)
"""What can be answered here: every input of the row, and the gate's; the rest is the sheet's."""

STEPS = {Kind.HOURS: 0.5, Kind.RATING: 0.5, Kind.COUNT: 1.0}
"""How far one click goes; a twentieth for shares and ratios."""

NO_WORD = "as advised"
WORDS = (NO_WORD, Decision.ACCEPT.value, Decision.DECLINE.value)


def own_word(found: Figures, row: int) -> None:
    """The ratings behind the verdict to change, and the verdict to overrule."""
    number = found.numbers[row]
    with st.expander("Change it: your answers, your own word", icon=":material/tune:"):
        st.caption("What you change here wins over the sheet, and goes along in the workbook.")
        for place, key in zip(_pairs(len(RATED)), RATED, strict=True):
            with place:
                rating(found, row, key)
        if rated(number):
            st.button(
                "Back to the sheet",
                key=f"back_{number}",
                on_click=back_to_the_sheet,
                args=(number,),
            )
        _word(row, number)


def _pairs(number: int) -> list[st.delta_generator.DeltaGenerator]:
    return [place for _ in range(0, number, 2) for place in st.columns(2)][:number]


def rating(found: Figures, row: int, key: Field, where: str = "rating") -> None:
    """One number of the row; empty where nobody said, with what counts meanwhile.

    where  tells apart the places in which the same number is asked
    """
    number, column, now = found.numbers[row], COLUMNS[key], float(found.invites[key][row])
    widget = f"{where}_{key}_{number}"
    st.session_state[widget] = None if math.isnan(now) else now
    st.number_input(
        column.heading,
        min_value=min(column.low, now) if now == now else column.low,  # noqa: PLR0124 - not NaN
        max_value=column.high if math.isfinite(column.high) else None,
        step=STEPS.get(column.kind, 0.05),
        format="%g",
        key=widget,
        placeholder=_meanwhile(found, row, key),
        help=column.meaning,
        on_change=_keep_rating,
        args=(row, number, key, widget),
    )


def _meanwhile(found: Figures, row: int, key: Field) -> str:
    """What counts while the cell is empty."""
    levels: Any = found.assessment.levels.loc[row]
    used = float(levels[Level.WILLING if key == Field.PREP_HOURS_WILLING else key])
    if math.isnan(used):
        return "not said"
    assumed = missing_inputs(int(found.advice_of(row)[Advice.MISSING]))
    return f"{plain(used)}, {'assumed' if key in assumed else 'follows'}"


def decided(found: Figures, row: int) -> None:
    """Where the person decided, that they did, what the verdict would be, and why they did."""
    said, reason = (found.invites[key][row] for key in (Field.MY_DECISION, Field.MY_REASON))
    if not isinstance(said, str):
        return
    verdict = LOOKS[str(found.ranking[Advice.VERDICT][row])].word.lower()
    st.caption(f"You decided this yourself; the verdict would be: {verdict}.")
    if isinstance(reason, str):
        st.text(f"Your reason: {reason}")


def _keep_rating(row: int, number: int, key: Field, widget: str) -> None:
    st.session_state[Key.OPENED] = row
    keep_ratings({(number, key): st.session_state[widget]}, "one number")


def _word(row: int, number: int) -> None:
    said, reason = f"word_{number}", f"word_why_{number}"
    before = memory.invite(number).override
    st.session_state[said] = NO_WORD if before is None else before.decision
    st.session_state[reason] = "" if before is None else before.reason
    st.segmented_control(
        "Your own word", WORDS, key=said, required=True, on_change=_keep, args=(row, number)
    )
    st.text_input(
        "Because",
        key=reason,
        max_chars=200,
        on_change=_keep,
        args=(row, number),
        disabled=before is None,
    )


def _keep(row: int, number: int) -> None:
    """Keep the word; the invite stays open, wherever it stands then."""
    session = st.session_state
    session[Key.OPENED] = row
    said, reason = session[f"word_{number}"], session[f"word_why_{number}"]
    if said == NO_WORD:
        keep_word(number, None, "")
    else:
        keep_word(number, said, reason)
