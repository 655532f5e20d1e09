import pytest

from advisor.rules.columns import Field
from tests.intake.cell_columns import codes, read

YES = "yes Y true t 1 1.0 on x ✓ ✔ ✅ ☑ ✔️ checked ja oui sí si da sim".split()
NO = "no N false f 0 0.0 off ✗ ✘ ❌ ☐ unchecked nein non não nee".split()


@pytest.mark.parametrize(
    ("text", "value"), [(word, 1.0) for word in YES] + [(word, 0.0) for word in NO]
)
def test_yes_and_no_are_known_in_seven_languages(text, value):
    assert read(Field.FIRST_CHOICE, [text, "no"]).values[0] == value


@pytest.mark.parametrize("text", ["maybe", "hybrid", "2"])
def test_neither_yes_nor_no_is_unknown_and_never_no(text):
    found = read(Field.FIRST_CHOICE, [text, "yes"])
    assert (found.values, codes(found, 2)) == ([None, 1.0], ["yesno_unreadable"])


def test_blanks_beside_nothing_but_the_same_yes_mark_mean_no():
    found = read(Field.FIRST_CHOICE, ["x", "", "x"])
    assert (found.values, codes(found)) == ([1.0, 0.0, 1.0], ["blank_means_no_assumed"])


def test_in_our_own_column_a_blank_stays_unknown():
    found = read(Field.FIRST_CHOICE, ["yes", ""], declared=True)
    assert (found.values, found.findings) == ([1.0, None], [])


def test_workbook_booleans_are_answers():
    found = read(Field.FIRST_CHOICE, ["true", "false"], natives=[True, False])
    assert found.values == [1.0, 0.0]


DECISIONS = [
    ("accept", "accept", []),
    ("Declined", "decline", []),
    ("ja", "accept", []),
    ("refusé", "decline", []),
    ("", None, []),
    ("perhaps", None, ["decision_unreadable"]),
]


@pytest.mark.parametrize(("text", "value", "said"), DECISIONS)
def test_a_decision_is_accept_or_decline_and_other_words_are_named(text, value, said):
    found = read(Field.MY_DECISION, [text])
    assert (found.values, codes(found, 2)) == ([value], said)


@pytest.mark.parametrize(
    ("text", "code"), [("EUR", "EUR"), ("€", "EUR"), ("usd", "USD"), ("$", None), ("coins", None)]
)
def test_a_currency_is_a_code_and_an_unclear_sign_is_named(text, code):
    found = read(Field.PAY_CURRENCY, [text])
    assert found.values == [code]
    assert codes(found, 2) == ([] if code else ["currency_unreadable"])


@pytest.mark.parametrize("name", ["NA", "None", "N/A", "null", "24/7"])
def test_a_company_is_never_blanked(name):
    found = read(Field.COMPANY, [name])
    assert (found.values, found.findings) == ([name], [])


@pytest.mark.parametrize("name", ["-", "?", "TBD"])
def test_an_unusual_company_name_is_kept_and_doubted(name):
    found = read(Field.COMPANY, [name])
    assert (found.values, codes(found, 2)) == ([name], ["company_suspect"])


TEXTS = [
    ("n/a", None, []),
    ("–", None, []),
    ("tbd", None, ["placeholder"]),
    ("  Onsite ", "Onsite", []),
    ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")', ["formula_like_text"]),
    ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", ["formula_like_text"]),
    ("＝1+1", "＝1+1", ["formula_like_text"]),
    ("+44 20 7946 0000", "+44 20 7946 0000", []),
    ("-5", "-5", []),
    ("- bring laptop", "- bring laptop", []),
    ("red\x1b[31m", "red[31m", ["control_characters_removed"]),
    ("\x08", None, ["control_characters_removed"]),
    ("A &amp; B", "A &amp; B", ["html_entities"]),
    ("“fast”", "“fast”", ["smart_quotes"]),
    ("a\u200bb", "a\u200bb", ["invisible_characters"]),
]


@pytest.mark.parametrize(("text", "value", "said"), TEXTS)
def test_text_is_carried_as_it_is_and_what_is_odd_is_said(text, value, said):
    found = read(Field.ROUND, [text])
    assert (found.values, codes(found, 2)) == ([value], said)


def test_a_single_dash_among_notes_is_a_note_but_many_are_blanks():
    assert read(Field.NOTES, ["-", "hello"]).values == ["-", "hello"]
    assert read(Field.NOTES, ["-", "-", "hello"]).values == [None, None, "hello"]


def test_a_location_that_mostly_answers_yes_or_no_names_the_cells_that_do_not():
    found = read(Field.LOCATION, ["Yes", "No", "Hybrid", "Remote"])
    assert found.values == ["Yes", "No", "Hybrid", "Remote"]
    assert (codes(found, 4), codes(found, 5)) == (["yesno_unreadable"], [])


def test_a_location_with_places_is_left_alone():
    assert read(Field.LOCATION, ["Berlin", "no", ""]).findings == []


def test_numbers_are_read_without_control_characters_and_that_is_said():
    found = read(Field.PAY, ["95\x07000"])
    assert (found.values, codes(found, 2)) == ([95000.0], ["control_characters_removed"])
