"""What stands between uploader and ranking: questions, report, rows set aside, undo."""

import pandas as pd
import pytest

from advisor.views.tables import Column
from tests.page.sheets import (
    COMMONEST,
    HEALTHY,
    POLLUTED,
    labels,
    look_closer,
    open_page,
    press,
    ranked,
    says,
    texts,
    upload,
)
from tests.page.workbooks import two_sheets, uncomputed


@pytest.fixture
def page():
    return open_page()


def ask_about(page, text):
    """The box with the answer to a question."""
    return next(box for box in page.selectbox if box.label == text)


def confirm(page, text):
    box = ask_about(page, text)
    page.button(key=f"{box.key}_confirm").click().run()
    assert not page.exception


ORDER = "Which comes first in the dates of this sheet?"


def test_a_healthy_sheet_shows_one_line_and_nothing_else(page):
    before = set(texts(page))
    upload(page, "mine.csv", HEALTHY)
    shown = [text for text in texts(page) if text.startswith("mine.csv")]
    assert shown == ["mine.csv: 2 rows read, 2 invites, 0 set aside"]
    assert "Confirm" not in labels(page)
    assert not any(label.startswith("Undo ") for label in labels(page))
    assert not says(page, "You are looking at a made-up person")
    assert before


def test_the_order_of_dates_is_asked_with_samples_and_a_guess_already_chosen(page):
    upload(page, "mine.csv", POLLUTED)
    assert ask_about(page, ORDER).value == "dmy"
    assert "such as 03/04/2027 · 05/04/2027 · 06/04/2027" in texts(page)
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-04-03")


def test_the_other_order_of_dates_is_one_choice_away_and_one_undo_back(page):
    upload(page, "mine.csv", POLLUTED)
    ask_about(page, ORDER).set_value("mdy").run()
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-03-04")
    assert ORDER not in [box.label for box in page.selectbox]
    press(page, "Undo the order of dates")
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-04-03")
    assert ask_about(page, ORDER).value == "dmy"


def test_a_doubtful_heading_is_used_once_its_guess_is_confirmed(page):
    upload(page, "mine.csv", POLLUTED)
    assert ranked(page)[Column.REPLY_BY].isna().all()
    assert "such as 2027-01-02 · 2027-01-03 · 2027-01-04" in texts(page)
    confirm(page, "Is this Reply by?")
    assert ranked(page)[Column.REPLY_BY].min() == pd.Timestamp("2027-01-02")


def test_a_field_given_to_a_second_column_leaves_the_first(page):
    upload(page, "mine.csv", POLLUTED)
    confirm(page, "Is this Pay?")
    ask_about(page, "Is this Reply by?").set_value("pay").run()
    assert not page.exception
    assert not says(page, "That could not be done")


def test_the_ranking_says_which_figures_rest_on_what_nobody_confirmed(page):
    upload(page, "mine.csv", POLLUTED)
    assert says(page, "Pay and Interview date rest on readings you have not confirmed.")
    assert any("1 cell of Pay could not be used and counts as unknown" in t for t in texts(page))


def test_a_cell_with_two_remarks_is_counted_once(page):
    upload(page, "mine.xlsx", uncomputed())
    assert says(page, "1 cell of Pay could not be used and counts as unknown.")


def test_confirming_all_silences_the_line_and_keeps_every_figure(page):
    upload(page, "mine.csv", POLLUTED)
    before = ranked(page)
    press(page, "Confirm all")
    assert not any("not confirmed" in text for text in texts(page))
    assert ranked(page).equals(before)
    assert "Confirm all" not in labels(page)


def test_a_row_set_aside_is_kept_with_one_tick(page):
    look_closer(upload(page, "mine.csv", POLLUTED))
    assert "a total: Total | 190000" in texts(page)
    box = next(box for box in page.checkbox if box.label == "Keep row 5")
    box.check().run()
    assert "mine.csv: 4 rows read, 4 invites, 0 set aside" in texts(page)
    assert "Total" in ranked(page)[Column.COMPANY].tolist()
    press(page, "Undo keeping row 5")
    assert "mine.csv: 4 rows read, 3 invites, 1 set aside" in texts(page)


def test_a_kept_row_can_be_set_aside_again(page):
    look_closer(upload(page, "mine.csv", POLLUTED))
    next(box for box in page.checkbox if box.label == "Keep row 5").check().run()
    next(box for box in page.checkbox if box.label == "Keep row 5").uncheck().run()
    assert "mine.csv: 4 rows read, 3 invites, 1 set aside" in texts(page)


def test_many_remarks_of_one_kind_are_one_line_that_opens(page):
    rows = "".join(f"Firm {n},lots\n" for n in range(40))
    look_closer(upload(page, "mine.csv", f"Company,Pay\nFirst,85000\n{rows}".encode()))
    line = next(text for text in texts(page) if "40 rows" in text)
    assert "3, 4, 5, 6, 7 and 35 more" in line
    next(one for one in page.toggle if one.label == "Show all 40").set_value(True).run()
    opened = next(one.value for one in page.dataframe if "Stands there" in one.value.columns)
    assert opened["Row"].tolist() == list(range(3, 43))


def test_the_report_shows_one_level_or_one_heading(page):
    look_closer(upload(page, "mine.csv", POLLUTED))
    ask_about(page, "Column").set_value("Deadline").run()
    assert not says(page, "Row 3, column E (Salery)")
    ask_about(page, "Column").set_value("Salery").run()
    assert says(page, "Row 3, column E (Salery)")


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("Company,Excitement\nA,8\nB,3\n", "Scale 0-10"),
        ("Company,Chance\nA,35\nB,20\n", "They are shares of 1"),
        ("Company,Pay\nA,95\nB,80\nC,70\nD,60\n", "× 1,000, all 4"),
    ],
    ids=["scale", "share", "thousands"],
)
def test_a_choice_is_a_button_and_settles_its_line(page, content, label):
    look_closer(upload(page, "mine.csv", content.encode()))
    told = texts(page)
    press(page, label)
    assert label not in labels(page)
    assert texts(page) != told


def test_blank_means_no_can_be_taken_back(page):
    content = b"Company,First choice?,Interest (1-5)\nA,x,5\nB,,4\nC,,3\n"
    look_closer(upload(page, "mine.csv", content))
    press(page, "Blank means unknown")
    assert "Blank means unknown" not in labels(page)
    press(page, "Undo blank means unknown")
    assert "Blank means unknown" in labels(page)


def test_what_was_said_survives_sliders_and_another_file_in_between(page):
    upload(page, "mine.csv", POLLUTED)
    ask_about(page, ORDER).set_value("mdy").run()
    page.slider(key="reason_hours").set_value(4.0).run()
    page.file_uploader(key="upload").clear()
    upload(page, "other.csv", HEALTHY)
    page.file_uploader(key="upload").clear()
    upload(page, "again.csv", POLLUTED)
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-03-04")


def test_what_was_said_is_replayed_on_a_newer_sheet_with_the_same_headings(page):
    upload(page, "mine.csv", POLLUTED)
    ask_about(page, ORDER).set_value("mdy").run()
    confirm(page, "Is this Reply by?")
    page.file_uploader(key="upload").clear()
    upload(page, "newer.csv", POLLUTED.replace(b"Cedar,Baker", b"Dogwood,Baker"))
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-03-04")
    assert ranked(page)[Column.REPLY_BY].notna().all()
    press(page, "Undo what you said last time")
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-04-03")


def test_a_remembered_order_never_overrules_what_a_newer_sheet_proves(page):
    upload(page, "mine.csv", POLLUTED)
    ask_about(page, ORDER).set_value("mdy").run()
    page.file_uploader(key="upload").clear()
    upload(page, "newer.csv", POLLUTED.replace(b"06/04/2027", b"16/04/2027"))
    assert ranked(page)[Column.WHEN].min() == pd.Timestamp("2027-04-03")


def test_a_kept_row_is_kept_in_a_newer_sheet_only_where_it_stands_unchanged(page):
    look_closer(upload(page, "mine.csv", POLLUTED))
    next(box for box in page.checkbox if box.label == "Keep row 5").check().run()
    page.file_uploader(key="upload").clear()
    moved = POLLUTED.replace(b"Total,", b"Elm,Smith,,,,,,\nTotal,")
    upload(page, "moved.csv", moved)
    assert "moved.csv: 5 rows read, 5 invites, 0 set aside" in texts(page)
    page.file_uploader(key="upload").clear()
    upload(page, "changed.csv", POLLUTED.replace(b"190000", b"190001"))
    assert "changed.csv: 4 rows read, 3 invites, 1 set aside" in texts(page)


def test_a_sheet_is_chosen_among_several(page):
    upload(page, "mine.xlsx", two_sheets())
    box = next(box for box in page.selectbox if box.label.startswith("More than one sheet"))
    assert box.value == "This year"
    box.set_value("Last year").run()
    assert ranked(page)[Column.COMPANY].tolist() == ["Old firm"]
    press(page, "Undo the sheet")
    assert "New firm" in ranked(page)[Column.COMPANY].tolist()


def test_an_encoding_is_chosen_where_the_letters_look_wrong(page):
    upload(page, "mine.csv", "Company,Role\nМосква,Повар\nСофия,Врач\n".encode("koi8-r"))
    box = next(box for box in page.selectbox if box.label.startswith("Do the letters look right?"))
    box.set_value("koi8-r").run()
    assert set(ranked(page)[Column.COMPANY]) == {"Москва", "София"}


def test_a_choice_that_makes_the_file_unreadable_is_taken_back_and_said(page):
    upload(page, "mine.csv", "Company,Role\nCafé,Chef\nMüller,Koch\n".encode("cp1252"))
    box = next(box for box in page.selectbox if box.label.startswith("Do the letters look right?"))
    box.set_value("utf-16").run()
    assert not page.exception
    assert len(ranked(page)) == 2


def test_the_commonest_sheet_loads_and_ranks_and_says_nothing_it_does_not_know(page):
    upload(page, "tracker.csv", COMMONEST)
    assert "tracker.csv: 3 rows read, 2 invites, 1 set aside" in texts(page)
    assert set(ranked(page)[Column.COMPANY]) == {"Alder", "Birch"}
    assert ranked(page)[Column.WHEN].isna().all()
    assert "**What your sheet does not say**" in [one.value for one in page.markdown]
    assert not any("not confirmed" in text for text in texts(page))


def test_a_sheet_that_gives_reasons_is_not_asked_for_them(page):
    upload(page, "mine.csv", HEALTHY)
    assert "**What your sheet does not say**" not in [one.value for one in page.markdown]


def downloads(page):
    return [one.proto.label for one in page.get("download_button")]


def test_the_rows_with_errors_are_a_download_where_there_are_any(page):
    look_closer(upload(page, "mine.csv", POLLUTED))
    assert "Only 1 row with errors" in downloads(page)
    look_closer(upload(page, "tracker.csv", COMMONEST))
    assert "Report" in downloads(page)
    assert not any(label.startswith("Only") for label in downloads(page))


HOSTILE = b"""Company,![](http://x.example/a.png),Deadline
"[link](http://x.example)",:material/home:,**bold** http://x.example
=cmd|' /C calc'!A0,<img src=http://x.example/b.png>,http://x.example
"""


def test_text_of_the_sheet_never_becomes_markup_or_a_label(page):
    look_closer(upload(page, "![](http://x.example/n.png).csv", HOSTILE))
    spoken = [one.value for one in (*page.markdown, *page.caption, *page.subheader)]
    widgets = (*page.button, *page.selectbox, *page.checkbox, *page.toggle)
    spoken += [one.label for one in widgets]
    assert not any("x.example" in text for text in spoken)


def test_of_thousands_alike_the_first_thousand_are_shown_and_the_others_counted(page):
    rows = "".join(f"Firm {n},lots\n" for n in range(1500))
    look_closer(upload(page, "mine.csv", f"Company,Pay\nFirst,85000\n{rows}".encode()))
    next(one for one in page.toggle if one.label == "Show all 1,500").set_value(True).run()
    opened = next(one.value for one in page.dataframe if "Stands there" in one.value.columns)
    assert len(opened) == 1000
    assert "and 500 more that say the same" in [one.value for one in page.caption]
