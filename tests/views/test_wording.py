"""What the advice sounds like."""

import math
from dataclasses import replace

import pandas as pd
import pytest

from advisor.rules.advice import Advice, Level
from advisor.rules.columns import Field
from advisor.rules.inputs import INPUTS
from advisor.rules.motivations import MONTHS_SINCE, RUNWAY, Motive
from advisor.rules.verdict import Decision, Gate, LeftOut, Reason, Verdict
from advisor.views.sentences import Case, in_short, sentence, sentences
from advisor.views.wording import (
    FIND_OUT,
    LOOKS,
    MOTIVES,
    REASONS,
    TURNS,
    certainty,
    turning_answer,
)

BIRCH = Case(
    verdict=Verdict.ACCEPT,
    reason=Reason.WORTH_THE_HOURS,
    worth_hours=17.6685,
    cost_hours=6.0,
    reasons=(2.56, 2.68, 8.0, 0.5, 2.73, 1.2),
    assumed=0,
    ask=None,
    flip_input=None,
    flip_value=math.nan,
    flip_from_now=math.nan,
    flip_points=30.04,
    flip_from=Motive.INTEL,
    flip_to=Motive.MONEY,
    prep_needed=4.0,
    prep_willing=6.0,
    ruled_out_by=None,
    own_decision=None,
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {},
            (
                "Go: inside knowledge and new contacts make it worth 17.7 h, and it takes 6 h. "
                "It would not be worth it if 31 of your 100 priority points moved from inside "
                "knowledge to money."
            ),
        ),
        (
            {"flip_input": "interest", "flip_value": 1.43, "flip_from_now": 2.0},
            (
                "Go: inside knowledge and new contacts make it worth 17.7 h, and it takes 6 h. "
                "It would not be worth it if your interest were 1.4 of 5 or less."
            ),
        ),
        (
            {
                "verdict": Verdict.DECLINE,
                "reason": Reason.NOT_WORTH_THE_HOURS,
                "cost_hours": 20.0,
                "flip_points": math.nan,
                "flip_from": None,
                "flip_to": None,
            },
            (
                "Decline: inside knowledge and new contacts make it worth 17.7 h, but it takes "
                "20 h. It would be worth it only if it took 2.3 h less."
            ),
        ),
        (
            {"verdict": Verdict.DECLINE, "reason": Reason.WILL_NOT_PREPARE, "prep_willing": 1.5},
            (
                "Decline: you would prepare 1.5 h of the 4 h it needs. If you gave it those "
                "hours: inside knowledge and new contacts make it worth 17.7 h, and it takes 6 "
                "h."
            ),
        ),
        (
            {
                "verdict": Verdict.DECLINE,
                "reason": Reason.DEALBREAKER,
                "ruled_out_by": "commission\n only",
            },
            (
                "Decline: you ruled it out (commission only). Without that, inside knowledge "
                "and new contacts make it worth 17.7 h, and it takes 6 h."
            ),
        ),
        (
            {"verdict": Verdict.DECLINE, "reason": Reason.OFFER_ACCEPTED},
            (
                "Decline: you accepted an offer, so the search is over. Only without it would "
                "this count."
            ),
        ),
        (
            {"verdict": Verdict.ASK, "reason": Reason.WILL_YOU_PREPARE},
            (
                "Ask first: will you really prepare the 4 h it needs? Inside knowledge and new "
                "contacts make it worth 17.7 h, and it takes 6 h."
            ),
        ),
        (
            {"reason": Reason.FIRST_CHOICE},
            (
                "Go: this is your first choice; inside knowledge and new contacts make it worth "
                "17.7 h, and it takes 6 h. Only preparing too little would change that."
            ),
        ),
        (
            {"verdict": Verdict.ASK, "reason": Reason.TOSS_UP, "ask": "interest"},
            (
                "Ask first: a toss-up, inside knowledge and new contacts make it worth 17.7 h, "
                "and it takes 6 h. Find out how much the job interests you: that alone could "
                "decide it."
            ),
        ),
        (
            {"verdict": Verdict.ASK, "reason": Reason.WILL_YOU_PREPARE, "assumed": 9},
            (
                "Little is known: 9 of 12 answers are assumed. Ask first: will you really "
                "prepare the 4 h it needs? Inside knowledge and new contacts make it worth 17.7 "
                "h, and it takes 6 h."
            ),
        ),
        (
            {"reason": Reason.FIRST_CHOICE, "own_decision": Decision.DECLINE},
            (
                "You decided: decline. The figures say go: this is your first choice; inside "
                "knowledge and new contacts make it worth 17.7 h, and it takes 6 h. Only "
                "preparing too little would change that."
            ),
        ),
        (
            {"reason": Reason.FIRST_CHOICE, "reasons": (0, 0, 0, 3.0, 0, 0.01), "worth_hours": 3},
            (
                "Go: this is your first choice; money makes it worth 3 h, and it takes 6 h. "
                "Only preparing too little would change that."
            ),
        ),
        (
            {"reason": Reason.FIRST_CHOICE, "reasons": (0,) * 6, "worth_hours": 0},
            (
                "Go: this is your first choice; nothing speaks for it, and it takes 6 h. Only "
                "preparing too little would change that."
            ),
        ),
    ],
)
def test_a_sentence_gives_two_reasons_the_cost_and_what_would_flip_it(
    changes: dict[str, object], said: str
) -> None:
    assert sentence(replace(BIRCH, **changes)) == said  # type: ignore[arg-type]  # a table of fields


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"own_decision": Decision.DECLINE},
        {"reason": Reason.DEALBREAKER, "ruled_out_by": "Little is known: answers are assumed. No."},
    ],
    ids=["as it is", "decided otherwise", "the words of the warning are the person's own"],
)
def test_in_short_the_warning_of_assumptions_stands_last_and_nothing_else_differs(changes) -> None:
    known, guessed = replace(BIRCH, **changes), replace(BIRCH, assumed=9, **changes)
    assert in_short(known) == sentence(known)
    assert in_short(guessed) == f"{sentence(known)} Little is known."
    assert sentence(guessed) == f"Little is known: 9 of 12 answers are assumed. {sentence(known)}"


def test_half_of_the_answers_assumed_is_not_yet_little_known() -> None:
    assert sentence(replace(BIRCH, assumed=6)).startswith("Go: ")


@pytest.mark.parametrize(
    ("answer", "value", "now", "said"),
    [
        ("offer_chance", 0.401, 0.35, "the chance of an offer were 41% or more"),
        ("offer_chance", 0.249, 0.35, "the chance of an offer were 24% or less"),
        ("new_contacts", 2.2, 1.0, "the new people there were 3 or more"),
        ("new_contacts", 2.2, 4.0, "the new people there were 2 or fewer"),
        ("runway_months", 3.0, 6.0, "your money lasted 3 months or less"),
        ("runway_months", 0.04, 6.0, "your money lasted 0 months"),
        ("interest", 4.97, 4.0, "your interest were 5 of 5"),
        ("offer_chance", 0.999, 0.35, "the chance of an offer were 100%"),
        ("closeness", 0.29, 0.2, "it were 29% or more like the job you want"),
    ],
)
def test_the_turning_answer_is_rounded_so_that_it_stays_true(
    answer: str, value: float, now: float, said: str
) -> None:
    assert turning_answer(answer, value, now) == said


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (MOTIVES, set(Motive)),
        (FIND_OUT, set(INPUTS)),
        (TURNS, {key for key, assumed in INPUTS.items() if assumed.flip is not None}),
        (LOOKS, set(Decision)),
        (REASONS, set(Reason) | set(LeftOut)),
    ],
    ids=["motivations", "inputs", "answers that flip", "decisions", "reasons"],
)
def test_everything_the_model_can_say_has_words(words: object, keys: set[str]) -> None:
    assert set(words) == keys  # type: ignore[call-overload]  # each is a mapping


@pytest.mark.parametrize(
    ("confidence", "word"), [(0.9, "firm"), (0.8999, "fairly firm"), (0.69, "shaky"), (0, "shaky")]
)
def test_sure_is_said_in_three_words(confidence: float, word: str) -> None:
    assert certainty(confidence) == word


def test_many_sentences_stand_in_the_order_of_the_advice_under_their_rows() -> None:
    advice = pd.DataFrame(
        {
            Advice.VERDICT: [Verdict.ACCEPT, Verdict.DECLINE],
            Advice.REASON: [Reason.WORTH_THE_HOURS, Reason.DEALBREAKER],
            Advice.GATE: [Gate.PASS, Gate.PASS],
            Advice.WORTH: [10.0, 4.0],
            Advice.COST: [6.0, 6.0],
            Advice.MISSING: pd.Series([0, 0b11], dtype="uint16").to_numpy(),
            Advice.ASK: pd.Series([None, None], dtype=object),
            Advice.FLIP_INPUT: pd.Series(["interest", None], dtype=object),
            Advice.FLIP_VALUE: [1.5, math.nan],
            Advice.FLIP_POINTS: [math.nan, math.nan],
            Advice.FLIP_FROM: pd.Series([None, None], dtype=object),
            Advice.FLIP_TO: pd.Series([None, None], dtype=object),
        }
    ).set_index(pd.Index([7, 3], name="row"))
    rows = pd.Index([3, 5, 7], name="row")
    motives = pd.DataFrame(
        [[0, 0, 0, 4.0, 0, 0], [1.0] * 6, [6.0, 4.0, 0, 0, 0, 0]], rows, list(Motive)
    )
    levels = pd.DataFrame(3.0, rows, [*INPUTS, *Level])
    invites = pd.DataFrame({key: [None] * 3 for key in Field}, rows, dtype=object)
    invites.loc[3, Field.DEALBREAKER] = "no"
    said = sentences(invites, advice, motives, levels)
    assert said.to_dict() == {
        7: "Go: practice and your interest make it worth 10 h, and it takes 6 h. It would not be"
        " worth it if your interest were 1.5 of 5 or less.",
        3: "Decline: you ruled it out (no). Without that, money makes it worth 4 h, and it takes"
        " 6 h.",
    }


def test_profile_answers_can_turn_a_verdict_too() -> None:
    assert {MONTHS_SINCE, RUNWAY} <= set(TURNS)
