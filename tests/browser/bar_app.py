"""A small page around the priority bar: presets, numbers, the bar, the chart it stands in for."""

import time
from dataclasses import replace

import streamlit as st

from advisor import Profile, assess
from advisor.page.priority_bar import priority_bar
from advisor.rules.motivations import MOTIVATIONS, Motive
from advisor.rules.presets import PRESETS
from advisor.views.charts import picture
from advisor.views.preview import preview
from tests.browser.bar_invites import invites
from tests.views.scenes import scene_of

PERSON = Profile(
    months_since_external_interview=14, runway_months=4, first_choices={"Acme": ["Birch"]}
)

st.set_page_config(layout="wide", page_title="bar")
state = st.session_state
state.setdefault("weights", dict.fromkeys(Motive, 5.0))
state.setdefault("runs", 0)
state.setdefault("releases", 0)


def take(weights):
    state.weights = dict(weights)


def release(weights):
    state.releases += 1
    take(weights)


def type_in():
    take({motive: state[f"points_{motive}"] for motive in Motive})


state.runs += 1
rows = int(st.query_params.get("rows", 12))
far = "far" in st.query_params
for column, preset in zip(st.columns(len(PRESETS)), PRESETS, strict=True):
    chosen = dict(zip(Motive, preset.weights, strict=True))
    column.button(preset.name, on_click=take, args=(chosen,))
person = PERSON.with_weights(state.weights)
table = invites(rows)
found = assess(table, person)
scene = replace(scene_of(table, found, person), opened=4)
if "slow" in st.query_params:
    time.sleep(0.7)
priority_bar(
    state.weights,
    preview(scene, found.values, person),
    key="bar",
    picture="picture",
    on_release=release,
)
for motive in Motive:
    state[f"points_{motive}"] = float(state.weights[motive])
for column, motive in zip(st.columns(len(Motive)), Motive, strict=True):
    column.number_input(
        MOTIVATIONS[motive].label, 0.0, 100.0, key=f"points_{motive}", on_change=type_in
    )
if far:
    for line in range(60):
        st.text(f"line {line}")
chart = picture(scene, dark=st.context.theme.type == "dark")
st.vega_lite_chart(spec=chart, key="picture", on_select="rerun", alt="Hours for and against")
st.text("order " + " ".join(str(row) for row in found.advice.index[:25]))
st.text("verdicts " + " ".join(found.advice["decision"].astype(str)[:25]))
st.text(f"releases {state.releases} runs {state.runs}")
st.text("weights " + " ".join(f"{state.weights[motive]:g}" for motive in Motive))
