from datetime import date, datetime, time, timedelta

import pytest

from advisor.intake.cells import find_date_order
from advisor.intake.cells.column import Surroundings
from advisor.intake.choices import Choices
from advisor.rules.columns import Field
from tests.intake.cell_columns import TODAY, codes, column, read

CERTAIN = [
    "2027-01-14",
    "2027/1/14",
    "2027.01.14",
    "20270114",
    "2027年1月14日",
    "2027年1月14日(木)",
    "January 14th, 2027",
    "14 Jan 2027",
    "14-Jan-27",
    "Jan-14-2027",
    "14. Januar 2027",
    "14. Jänner 2027",
    "le 14 janvier 2027",
    "14 de enero de 2027",
    "giovedì 14 gennaio 2027",
    "14 januari 2027",
    "quinta-feira, 14 de janeiro de 2027",
    "Thu, 14 Jan 2027",
    "14/01/2027",
    "14.01.27",
    "01/14/2027",
    "１４/０１/２０２７",
]


@pytest.mark.parametrize("text", CERTAIN)
def test_a_certain_date_is_read_without_a_word(text):
    found = read(Field.REPLY_BY, [text])
    assert (found.values, codes(found, 2)) == ([date(2027, 1, 14)], [])


TIMED = [
    ("2027-01-14T09:30:00", time(9, 30), []),
    ("2027-01-14 09:30", time(9, 30), []),
    ("2027-01-14T09:30:00Z", time(9, 30), ["time_zone_ignored"]),
    ("2027-01-14T14:30:00.000+0000", time(14, 30), ["time_zone_ignored"]),
    ("14/01/2027 2:30 pm", time(14, 30), []),
    ("14.01.2027 um 10:30 Uhr", time(10, 30), []),
    ("14 janvier 2027 à 10h30", time(10, 30), []),
    ("14 Jan 2027 10:00-11:30", time(10), []),
    ("Jan 14, 2027, 10-11am", time(10), []),
    ("Jan 14, 2027, 3:00 - 4:00 PM", time(15), []),
    ("Jan 14, 2027, 11:00 - 1:00 PM", time(11), []),
    ("Jan 14, 2027 11:30 AM - 1:00 PM", time(11, 30), []),
    ("January 14, 2027 9:00 AM → 10:00 AM", time(9), []),
    ("10:00 14 Jan 2027 CET", time(10), ["time_zone_ignored"]),
    ("2027年1月14日 下午2:00", time(14), []),
    ("14 Jan 2027 noon", time(12), []),
]


@pytest.mark.parametrize(("text", "clock", "said"), TIMED)
def test_a_start_keeps_its_wall_clock_time_whatever_the_zone(text, clock, said):
    found = read(Field.START, [text])
    assert found.values == [datetime.combine(date(2027, 1, 14), clock)]
    assert (found.has_time, codes(found, 2)) == ([True], said)


@pytest.mark.parametrize("text", ["2027-01-14", "2027-01-14 00:00:00"])
def test_a_start_without_a_time_is_a_bare_day(text):
    assert read(Field.START, [text]).has_time == [False]


DOUBTED = [
    ("14 Jan", date(2027, 1, 14), "date_year_assumed"),
    ("1 Nov", date(2026, 11, 1), "date_year_assumed"),
    ("46401", date(2027, 1, 14), "date_serial_assumed"),
    ("1799920800", date(2027, 1, 14), "date_epoch_assumed"),
    ("14–16 Jan 2027", date(2027, 1, 14), "date_range"),
    ("14 Jan - 16 Jan 2027", date(2027, 1, 14), "date_range"),
    ("2027-01-14 to 2027-01-16", date(2027, 1, 14), "date_range"),
    ("January 14, 2027 → January 16, 2027", date(2027, 1, 14), "date_range"),
    ("Mon 14 Jan 2027", date(2027, 1, 14), "date_weekday_mismatch"),
    ("2019-01-14", date(2019, 1, 14), "date_implausible"),
]


@pytest.mark.parametrize(("text", "day", "code"), DOUBTED)
def test_a_doubtful_date_is_used_and_named(text, day, code):
    found = read(Field.REPLY_BY, [text])
    assert (found.values, codes(found, 2)) == ([day], [code])


UNUSED = [
    ("tomorrow", "date_relative"),
    ("next Friday", "date_relative"),
    ("31/02/2027", "date_impossible"),
    ("00/00/0000", "date_impossible"),
    ("2027-13-01", "date_impossible"),
    ("12027-01-14", "date_impossible"),
    ("2027-01-14 25:00", "date_impossible"),
    ("ASAP", "date_unreadable"),
    ("Jan 2027", "date_unreadable"),
    ("95000", "date_unreadable"),
    ("tbd", "placeholder"),
]


@pytest.mark.parametrize(("text", "code"), UNUSED)
def test_what_is_no_day_is_left_blank_and_named(text, code):
    found = read(Field.REPLY_BY, [text])
    assert (found.values, codes(found, 2)) == ([None], [code])


def test_a_relative_day_offers_the_day_it_would_be_today():
    assert read(Field.START, ["next Friday"]).findings[0].choices == ("2026-11-27",)


def test_a_workbooks_duration_is_no_date():
    natives = [timedelta(hours=3), time(9)]
    found = read(Field.START, ["3:00", "9:00"], natives=natives)
    assert (found.values, codes(found, 2)) == ([None, None], ["date_unreadable"])


def test_a_bare_day_number_of_a_workbook_keeps_its_time():
    found = read(Field.START, ["46401.4375"], natives=[46401.4375])
    assert found.values == [datetime.fromisoformat("2027-01-14 10:30")]


def order_of(*columns, **around):
    return find_date_order(columns, Surroundings(today=TODAY, **around))


def starts(texts, **more):
    return column(Field.START, texts, heading="Interview date", **more)


def replies(texts):
    return column(Field.REPLY_BY, texts, heading="Reply by")


def first_codes(order):
    return {heading: found[0].code for heading, found in order.findings.items()}


def test_one_cell_above_twelve_proves_the_order_of_the_whole_file():
    order = order_of(starts(["12/01/2027"]), replies(["08/01/2027", "15/01/2027"]))
    assert order.order == "dmy"
    assert first_codes(order) == {
        "Interview date": "date_order_inferred",
        "Reply by": "date_order_inferred",
    }


def test_certain_dates_need_no_word_about_their_order():
    assert order_of(starts(["14/01/2027", "02/02/2027"])).findings == {}


def test_both_orders_in_one_file_leave_the_doubtful_cells_blank():
    cells = starts(["14/01/2027", "01/15/2027", "03/04/2027", "05/05/2027"])
    order = order_of(cells)
    assert (order.order, order.conflict) == (None, True)
    found = read(Field.START, cells.texts, date_order=order.order)
    assert [value and value.date() for value in found.values] == [
        date(2027, 1, 14),
        date(2027, 1, 15),
        None,
        date(2027, 5, 5),
    ]
    assert codes(found, 4) == ["date_order_conflict"]
    assert found.findings[0].choices == ("2027-04-03", "2027-03-04")


SPEAKING = [
    (["03.04.2027"], [""], "dmy", "parted by dots"),
    (["03/02/2027"], ["04/01/2027"], "dmy", "due after"),
    (["02/03/2027"], ["01/04/2027"], "mdy", "due after"),
    (["03/12/2026"], [""], "dmy", "far from today"),
    (["12/03/2026"], [""], "mdy", "far from today"),
    (["Wed 12/2", "Thu 12/3"], ["", ""], "mdy", "days of the week"),
    (["Wed 2/12", "Thu 3/12", "Fri 12/11"], ["", "", ""], "dmy", "days of the week"),
]


@pytest.mark.parametrize(("start", "reply", "expected", "why"), SPEAKING)
def test_what_merely_speaks_for_an_order_is_used_under_a_warning(start, reply, expected, why):
    order = order_of(starts(start), replies(reply))
    warning = order.findings["Interview date"][0]
    assert (order.order, warning.code) == (expected, "date_order_assumed")
    assert why in warning.assumed


def test_number_formats_of_true_dates_speak_for_an_order():
    cells = starts(
        ["2027-01-14", "03/04/2027"],
        natives=[date(2027, 1, 14), None],
        formats=["mm/dd/yyyy", None],
    )
    assert order_of(cells).order == "mdy"


def test_pounds_put_the_day_first_and_dollars_with_am_or_pm_the_month():
    pounds = column(Field.PAY, ["£95,000"], heading="Salary")
    dollars = column(Field.PAY, ["$95,000"], heading="Salary")
    assert order_of(starts(["03/04/2027"]), pounds).order == "dmy"
    assert order_of(starts(["03/04/2027 2:00 PM"]), dollars).order == "mdy"


def test_the_persons_choice_goes_before_all_evidence():
    chosen = Choices(date_order="mdy")
    assert order_of(starts(["14/01/2027", "03/04/2027"]), choices=chosen).order == "mdy"


def test_a_column_that_is_not_ours_can_prove_the_order():
    applied = column(Field.NOTES, ["15/10/2026", "03/11/2026"], heading="Date applied")
    order = order_of(starts(["03/04/2027"]), applied)
    assert first_codes(order) == {"Interview date": "date_order_inferred"}


def half_converted(**more):
    texts = ["14/01/2027", "2027-03-02", "16/02/2027"]
    return read(
        Field.START, texts, natives=[None, datetime.fromisoformat("2027-03-02"), None], **more
    )


def test_true_dates_among_text_dates_above_twelve_may_have_been_swapped():
    found = half_converted()
    assert codes(found) == ["date_column_half_converted"]
    assert found.values[1] == datetime.fromisoformat("2027-03-02")


def test_the_person_can_swap_the_true_dates_back():
    found = half_converted(settings={"flip_true_dates": "yes"})
    assert (found.values[1], codes(found)) == (datetime.fromisoformat("2027-02-03"), [])
