"""The command line gives the figures of the functions: worked examples, random rows."""

import csv
import math
from datetime import date

import numpy as np
import pytest

from advisor import assess, plan, read_profile
from advisor.rules.columns import COLUMNS, Field
from tests.commands.running import run_json
from tests.decision.examples import BIRCH, INDIGO
from tests.decision.invites import table

NOTHING_KNOWN = {"company": "Alder"}
ACME = """
months_since_external_interview = 8
runway_months = 12
first_choice_date = 2026-03-12
[first_choices]
Acme = ["Birch"]
"""
EXAMPLES = {
    "nothing known": (
        NOTHING_KNOWN,
        "",
        {"worth_hours": 12.24, "surplus_hours": 6.24, "surplus_low": -13.9955},
        {"verdict": "ask", "reason": "will_you_prepare", "ask": None, "flip_answer": None},
    ),
    "a rival in time": (
        BIRCH,
        ACME,
        {"worth_hours": 17.6685, "surplus_hours": 11.6685, "accept_share": 1.0},
        {"verdict": "accept", "reason": "worth_the_hours", "missing": []},
    ),
    "a toss-up": (
        INDIGO,
        "months_since_external_interview = 3\nrunway_months = inf\n",
        {"surplus_hours": 0.7514, "accept_share": 0.7390, "accept_share_any": 0.5985},
        {"verdict": "ask", "reason": "toss_up", "ask": None},
    ),
}


def write(path, records):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [key.value for key in COLUMNS])
        writer.writeheader()
        writer.writerows(records)
    return path


def ranked(folder, records, profile):
    sheet = write(folder / "invites.csv", records)
    person = folder / "profile.toml"
    person.write_text(profile, encoding="utf-8")
    return run_json("rank", sheet, "--profile", person, "--today", "2026-03-01")


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_worked_examples_come_out_through_a_csv_and_a_profile(tmp_path, example):
    record, profile, figures, words = EXAMPLES[example]
    (invite,) = ranked(tmp_path, [record], profile)["invites"]
    got = {key: invite[key] for key in figures}
    assert got == pytest.approx(figures, abs=5e-5)
    assert {key: invite[key] for key in words} == words


def test_the_points_that_flip_name_who_gives_and_who_takes(tmp_path):
    (invite,) = ranked(tmp_path, [NOTHING_KNOWN], "")["invites"]
    flip = {"points": pytest.approx(26.0215, abs=5e-5), "from": "interest", "to": "intel"}
    assert invite["flip_points"] == flip


def random_records(count):
    generator = np.random.default_rng(23)
    full = {Field.INTEREST: (1, 5), Field.UNKNOWN_SHARE: (0, 1), Field.CLOSENESS: (0, 1)}
    full |= {Field.OFFER_CHANCE: (0, 1), Field.PAY_COVER: (0, 2), Field.NEW_CONTACTS: (0, 9)}
    full |= {Field.OTHER_OPENINGS: (0, 9), Field.PREP_HOURS_NEEDED: (0, 9)}
    full |= {Field.PREP_HOURS_WILLING: (0, 12), Field.TRAVEL_HOURS: (0, 4)}
    for place in range(count):
        record = {key: float(generator.uniform(*span)) for key, span in full.items()}
        empty = [key for key in full if generator.random() < 0.2]
        day = f"2026-03-{generator.integers(2, 20):02}T{generator.integers(8, 17):02}:30"
        yield {**record, **dict.fromkeys(empty), "company": f"Firm {place}", "start": day}


def test_the_command_line_agrees_with_the_functions_on_random_rows(tmp_path):
    records = list(random_records(40))
    profile = read_profile({"runway_months": 2.5, "prep_hours_each": 5})
    from_file = ranked(tmp_path, records, "runway_months = 2.5\nprep_hours_each = 5\n")
    invites = table(records)
    assessment = assess(invites, profile)
    advice = assessment.advice
    assert [invite["row"] for invite in from_file["invites"]] == advice.index.tolist()
    for invite in from_file["invites"]:
        expected = advice.loc[invite["row"]]
        assert invite["surplus_hours"] == expected.surplus_hours
        assert invite["accept_share"] == expected.accept_share
        assert (invite["verdict"], invite["ask"]) == (expected.verdict, expected.ask)
        assert_same_flip(invite["flip_answer"], expected)


def assert_same_flip(said, expected):
    if expected.flip_answer_input is None:
        assert said is None
    else:
        assert (said["input"], said["value"]) == (
            expected.flip_answer_input,
            expected.flip_answer_value,
        )
        assert not math.isnan(said["distance"])


def test_the_command_line_plans_as_the_function_does(tmp_path):
    records = list(random_records(25))
    profile = read_profile({"prep_hours_each": 9})
    from_file = ranked(tmp_path, records, "prep_hours_each = 9\n")["plan"]
    invites = table(records)
    planned = plan(invites, assess(invites, profile), profile, date(2026, 3, 1))
    assert tuple(from_file["chosen"]) == planned.chosen
    assert from_file["surplus_hours"] == planned.surplus_hours
    assert from_file["left_out"] == {str(row): why for row, why in planned.left_out.items()}
