"""Replies: each says what was decided, from the row, in plain text that nothing can run."""

import re
from datetime import date, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from advisor.rules.columns import Field
from advisor.rules.verdict import Decision, Reason
from advisor.views.letter_questions import QUESTIONS
from advisor.views.letter_wording import LETTERS, SENTENCES, Part, Tone
from advisor.views.letters import (
    Invitation,
    Letter,
    Manner,
    addressee,
    invitation,
    letter,
    mail_address,
    mail_link,
)
from advisor.views.letters_along import letters_text
from tests.views.answers import BIRCH, make_answer

RUNS = "=cmd|' /C calc'!A0"
WHEN = datetime(2027, 1, 14, 10, 0)  # noqa: DTZ001 - wall clock


def reply(row=BIRCH, manner=None, proposed=(), **more):
    answer = make_answer(row | more)
    return letter(invitation(answer, 2, proposed), manner or Manner())


def invited(**known):
    plain = {
        "decision": Decision.ACCEPT,
        "reason": Reason.WORTH_THE_HOURS,
        "company": "Birch",
        "role": "Engineer",
        "contact": None,
        "start": WHEN,
        "timed": True,
        "reply_by": None,
    }
    return Invitation(**plain | known)


@pytest.mark.parametrize("tone", Tone)
def test_an_accept_names_role_company_day_and_time(tone):
    text = reply(manner=Manner(tone=tone, name="Sam Reed")).text
    assert "the Engineer role at Birch" in text
    assert "Thursday 14 January at 10:00" in text
    assert text.endswith(",\nSam Reed")


def test_an_accept_without_a_time_asks_for_it():
    assert "Thursday 14 January works well for me. What time" in reply(start="2027-01-14").text


def test_an_accept_without_a_date_asks_for_one():
    assert "Which days would be good for you?" in reply(start=None).text


@pytest.mark.parametrize(("key", "question"), QUESTIONS.items(), ids=list(QUESTIONS))
def test_ask_first_asks_exactly_the_question_that_decides(key, question):
    one = invited(decision=Decision.ASK, reason=Reason.TOSS_UP, question=QUESTIONS[key])
    text = letter(one, Manner()).text
    assert question in text
    assert [other for other in set(QUESTIONS.values()) - {question} if other in text] == []


def test_who_does_not_know_whether_to_prepare_asks_for_more_time():
    text = reply(prep_hours_willing=None).text
    assert "Could it be about a week later than Thursday 14 January at 10:00?" in text
    assert "by Sunday 10 January at the latest" in text


def test_the_missing_answer_that_could_decide_is_the_question():
    answer = make_answer(BIRCH | {Field.INTEREST: 1.0})
    assert answer.advice["ask"][2] == Field.PREP_HOURS_NEEDED
    assert invitation(answer, 2).question == QUESTIONS[Field.PREP_HOURS_NEEDED]


def test_what_only_the_person_knows_is_not_asked_of_the_other_side():
    answer = make_answer(BIRCH | {Field.INTEREST: 2.0, Field.TRAVEL_HOURS: 6.0})
    assert answer.advice["ask"][2] == "runway_months"
    assert invitation(answer, 2).question == QUESTIONS[Field.OTHER_OPENINGS]


def test_a_day_to_reply_by_that_has_passed_is_not_promised_again():
    answer = make_answer(BIRCH | {"prep_hours_willing": None}, today=date(2027, 1, 12))
    assert "at the latest" not in letter(invitation(answer, 2), Manner()).text


def test_move_proposes_the_free_dates_and_leaves_room_for_another():
    proposed = (datetime(2027, 1, 18, 9, 30), datetime(2027, 1, 19, 14, 0))  # noqa: DTZ001
    text = letter(invited(decision=Decision.MOVE, proposed=proposed), Manner()).text
    assert "I cannot make Thursday 14 January at 10:00" in text
    assert "- Monday 18 January at 09:30\n- Tuesday 19 January at 14:00" in text
    assert "Would one of these work for you instead?" in text
    assert "If not, tell me what would" in text


@pytest.mark.parametrize("tone", Tone)
def test_a_lone_free_date_is_not_proposed_as_if_there_were_more(tone):
    one = invited(decision=Decision.MOVE, proposed=(WHEN,))
    text = letter(one, Manner(tone=tone)).text
    assert "Would this " in text
    assert not re.search("these|dates", text)


def test_move_without_a_free_date_still_asks_for_another():
    text = letter(invited(decision=Decision.MOVE), Manner()).text
    assert "Could we find a later date?" in text


DECLINED = invited(decision=Decision.DECLINE, reason=Reason.DEALBREAKER)


def test_a_decline_gives_no_reason_unless_wanted():
    assert "terms" not in letter(DECLINED, Manner()).text
    assert "It is not quite what I am looking for" in letter(DECLINED, Manner(say_why=True)).text


@pytest.mark.parametrize("tone", Tone)
def test_a_decline_keeps_the_door_open(tone):
    manner = Manner(tone=tone)
    text = letter(DECLINED, manner).text
    assert SENTENCES[Part.OPEN_DOOR][list(Tone).index(tone)] in text


def test_a_decline_offers_another_role_or_a_referral_only_where_that_has_value():
    bare, rich = (
        letter(DECLINED, Manner()).text,
        reply(dealbreaker="nights", other_openings=5.0, new_contacts=6.0, closeness=1.0).text,
    )
    assert "another role" not in bare
    assert "pass this one on" not in bare
    assert "another role" in rich
    assert "pass this one on" in rich


def test_who_accepted_an_offer_does_not_ask_for_another_role():
    one = invited(decision=Decision.DECLINE, reason=Reason.OFFER_ACCEPTED, openings=True)
    assert "another role" not in letter(one, Manner()).text


def test_the_words_of_a_dealbreaker_are_never_sent():
    assert "nights" not in reply(manner=Manner(say_why=True), dealbreaker="nights").text


@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize("tone", Tone)
def test_every_letter_is_short_and_has_no_gap_where_nothing_is_known(decision, tone):
    bare = invited(decision=decision, company=None, role=None, start=None, timed=False)
    for one in (bare, invited(decision=decision)):
        text = letter(one, Manner(tone=tone)).text
        assert len(text.split()) < 120
        assert not re.search(r"[{}]|  | [.,?!]|None|\n\n\n", text), text


def test_every_decision_has_a_letter_and_every_sentence_its_place():
    placed = {part for paragraphs in LETTERS.values() for parts in paragraphs for part in parts}
    assert set(LETTERS) == set(Decision)
    assert placed | {Part.GREETING, Part.HELLO, Part.REGARDS} == set(Part) == set(SENTENCES)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Dana Osei", "Dana Osei"),
        ("Dana Osei (HR), dana@example.org", "Dana Osei"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill"),
        ("dana@example.org", ""),
        ("+44 20 7946 0958", ""),
        ("HR", ""),
        (RUNS, ""),
        (None, ""),
    ],
)
def test_only_a_name_is_greeted(cell, name):
    assert addressee(cell) == name


def test_a_person_with_a_title_is_greeted_by_it():
    text = letter(invited(contact="Dr. Ines Aubry"), Manner(tone=Tone.PLAIN)).text
    assert text.startswith("Hello Dr. Ines Aubry,")


HOSTILE = "Evil\r\nBcc: all@x.example & ?body=x#<b> %0A \ud800 é"


@pytest.mark.parametrize("company", [RUNS, HOSTILE], ids=["formula", "header"])
def test_a_mail_link_holds_every_word_as_text_and_nothing_else(company):
    one = reply(company=company, contact="Tom <tom@x.example>")
    link = urlsplit(mail_link(one))
    assert link.scheme == "mailto"
    assert unquote(link.path) == "tom@x.example"
    assert not link.fragment
    fields = parse_qs(link.query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    assert "\n" not in fields["subject"][0]
    wanted = one.text.encode("utf-8", "replace").decode().replace("\n", "\r\n")
    assert fields["body"] == [wanted]


def test_a_company_that_a_spreadsheet_would_run_is_text_in_the_letter():
    assert f"at {RUNS}." in reply(company=RUNS).text


def test_an_address_that_would_add_others_is_not_taken():
    assert mail_address("a@x.example?bcc=b@y.example") == "a@x.example"
    assert mail_address("nobody") == ""


def test_all_replies_stand_in_one_text_file_each_under_its_title():
    one = Letter(to="a@x.example", subject="Interview", text="Hello,\n\nyes")
    content = letters_text([("1. Birch", one), ("2. Cedar", one)]).decode()
    assert content.startswith("1. Birch\n========\nTo: a@x.example\nSubject: Interview\n\nHello,")
    assert content.count("Subject: ") == 2
