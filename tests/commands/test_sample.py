"""The sample shows one of everything, as data/README.md says."""

from collections import Counter

import pytest

from tests.commands.running import ROOT, SAMPLE, SAMPLE_PROFILE, SAMPLE_TODAY, run_json


@pytest.fixture(scope="module")
def ranked():
    return run_json("rank", SAMPLE, "--profile", SAMPLE_PROFILE, "--today", SAMPLE_TODAY)


@pytest.fixture(scope="module")
def by_company(ranked):
    return {invite["company"]: invite for invite in ranked["invites"]}


def test_the_sample_has_fourteen_invites_and_nothing_doubtful(ranked):
    assert len(ranked["invites"]) == 14
    assert {problem["code"] for problem in ranked["problems"]} == {"field_missing"}
    assert {problem["field"] for problem in ranked["problems"]} == {
        "other_cost_hours",
        "pay_cover",
        "competitor_overlap",
        "link",
    }
    assert ranked["set_aside"] == []
    assert None not in ranked["columns"].values()


@pytest.mark.parametrize(
    ("company", "motive"),
    [
        ("Pellinore Robotics", "practice"),
        ("Saltmarsh Energy Co-op", "interest"),
        ("Morrow Imaging", "intel"),
        ("Brightwater Calibration", "money"),
        ("Cobalt Guild", "contacts"),
        ("Kestrel & Vane", "other_roles"),
    ],
)
def test_each_motivation_leads_somewhere(by_company, company, motive):
    hours = by_company[company]["hours"]
    assert max(hours, key=hours.get) == motive


@pytest.mark.parametrize(
    ("company", "decision", "reason"),
    [
        ("Halden Optics", "accept", "first_choice"),
        ("Morrow Imaging", "accept", "worth_the_hours"),
        ("Brightwater Calibration", "ask", "toss_up"),
        ("Ferrow Freight", "decline", "not_worth_the_hours"),
        ("Quillon Partners", "decline", "will_not_prepare"),
        ("Vellum Direct", "decline", "dealbreaker"),
        ("Saltmarsh Energy Co-op", "move", "worth_the_hours"),
        ("Vantage Lens Works", "move", "worth_the_hours"),
        ("Tidewell Instruments", "decline", "worth_the_hours"),
    ],
)
def test_each_decision_and_reason_is_there(by_company, company, decision, reason):
    assert (by_company[company]["decision"], by_company[company]["reason"]) == (decision, reason)


def test_one_missing_answer_could_decide(by_company):
    assert by_company["Lumen Orchard"]["ask"] == "interest"


def test_two_rivals_of_the_first_choice_teach_about_it(by_company):
    rivals = {company for company, one in by_company.items() if one["values"]["intel"] > 0}
    assert rivals == {"Morrow Imaging", "Vantage Lens Works"}


def test_the_plan_leaves_one_out_for_a_clash_and_one_for_a_full_week(ranked):
    reasons = Counter(ranked["plan"]["left_out"].values())
    assert reasons["time_clash"] == 1
    assert reasons["hours_full"] == 1
    assert ranked["plan"]["next_hour_adds"]


def test_the_readme_of_the_sample_names_every_company_and_the_day_that_fits(by_company):
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert [company for company in by_company if company not in readme] == []
    assert f"--today {SAMPLE_TODAY}" in readme
