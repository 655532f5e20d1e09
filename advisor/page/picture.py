"""The picture's panel: bars, what changed, a click that opens an invite."""

import streamlit as st

from advisor.page.chart import chart
from advisor.page.figures import Figures
from advisor.page.state import Key
from advisor.rules.advice import Advice, Level
from advisor.rules.verdict import Reason
from advisor.views.amounts import count
from advisor.views.charts import PICKED, picture
from advisor.views.scene import MOST_BARS, Scene, headline, shown_rows
from advisor.views.strips import Strip
from advisor.views.wording import LOOKS

HOW_TO_READ = (
    "A bar that passes its tick is worth more hours than it takes. In the grey around the tick "
    "it is a toss-up; dots reach as far as missing answers could move it. Click a bar to open it."
)


def draw(found: Figures, scene: Scene) -> None:
    """The stacked bars, best first, each against the tick of its cost."""
    _one_answer(found)
    _other_currency(found)
    st.caption(HOW_TO_READ)
    drawn = picture(scene, dark=st.context.theme.type == "dark")
    chart(drawn, key=Key.PICTURE, on_select=_open, selection_mode=PICKED, alt=_told(found))
    more = len(found.ranking) - MOST_BARS
    if more > 0:
        st.caption(f"and {more:,} more in the table and the download")


def _one_answer(found: Figures) -> None:
    """Where invites wait for one answer of the person, which one it is."""
    waiting = int((found.ranking[Advice.REASON] == Reason.WILL_YOU_PREPARE).sum())
    if waiting and found.profile.prep_hours_each is None:
        st.info(
            f"{count(waiting, 'invite waits', 'invites wait')} for one answer of yours: the hours "
            "you will really prepare for one interview. Give it under “About you”.",
            icon=":material/help:",
        )


def _other_currency(found: Figures) -> None:
    """Where pay is in another currency than the person's, that it was not used."""
    differs = int(found.assessment.levels[Level.OTHER_CURRENCY].sum())
    if differs:
        whose = count(differs, "invite has its pay", "invites have their pay")
        st.info(
            f"{whose} in another currency than {found.profile.currency}: whether it covers your "
            "essentials counts as unknown. Each is named under “What to fix” in the workbook.",
            icon=":material/currency_exchange:",
        )


def scene_of(found: Figures, opened: int) -> Scene:
    """What the picture is drawn from, and the browser's preview of it."""
    assessment = found.assessment
    advice = found.shown(opened)
    rows = shown_rows(advice, opened)
    return Scene(
        invites=found.invites,
        advice=advice,
        motives=assessment.hours,
        levels=assessment.levels,
        decisions=found.decisions,
        whys=found.whys(rows),
        before=_before(found, rows),
        opened=opened,
        toss_up=found.profile.toss_up_hours,
    )


def _before(found: Figures, rows: list[int]) -> dict[int, str]:
    """The decision each of these rows had before the last change of what was entered."""
    now = found.decisions.loc[rows].astype(str).to_dict()
    memory = st.session_state.get(Key.LAST) or {}
    person = f"{found.sheet.token} {found.profile!r}"
    if memory.get("person") != person:
        memory = {"person": person, "before": memory.get("now", {}), "now": now}
    memory["now"] = {**memory["now"], **now}
    st.session_state[Key.LAST] = memory
    before: dict[int, str] = memory["before"]
    return before


def _told(found: Figures) -> str:
    """The picture in one sentence, for a screen reader; the table says it all."""
    best = found.ranking.index[0]
    look = LOOKS[str(found.decisions[best])]
    return (
        f"Hours each invite is worth against the hours it takes, {headline(found.decisions)}. "
        f"Best first; the first is {look.word.lower()}. "
        f"{count(len(found.ranking), 'invite')} in the table below."
    )


def _open() -> None:
    picked = st.session_state[Key.PICTURE]["selection"].get(PICKED) or []
    if picked:
        st.session_state[Key.OPENED] = int(picked[0][Strip.ROW])
