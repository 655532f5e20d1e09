"""How the text of a cell is read: the windows, factors and words that judge it.

A person may argue with every number here; each has its unit and its reason beside it.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Setting(StrEnum):
    """What a person can decide about the reading of one column; the key of a choice's setting."""

    RATING_SCALE = "rating_scale"  # "1-5", "1-10", "0-100", "0-1" …
    PERCENT_SCALE = "percent_scale"  # "percent" or "share": what a bare number in a share column is
    MONEY_RANGE = "money_range"  # "low", "mid" or "high": which end of a range counts
    MONEY_THOUSANDS = "money_thousands"  # "yes": bare amounts below 1,000 are thousands
    MONEY_PERIOD = "money_period"  # "hour", "day", "week", "month" or "year" of a bare amount
    MONEY_CURRENCY = "money_currency"  # a code such as "CAD" for `$`, `kr`, `¥` and bare amounts
    SEPARATOR = "separator"  # "." or ",": which of the two is the decimal mark
    BLANK_MEANS_NO = "blank_means_no"  # "yes" or "no"
    FLIP_TRUE_DATES = "flip_true_dates"  # "yes": swap day and month of a workbook's true dates


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "blank_means_no_assumed": Setting.BLANK_MEANS_NO,
        "currency_assumed": Setting.MONEY_CURRENCY,
        "date_column_half_converted": Setting.FLIP_TRUE_DATES,
        "money_currency_unclear": Setting.MONEY_CURRENCY,
        "money_period_assumed": Setting.MONEY_PERIOD,
        "money_period_converted": Setting.MONEY_PERIOD,
        "money_range_midpoint": Setting.MONEY_RANGE,
        "money_thousands_assumed": Setting.MONEY_THOUSANDS,
        "number_separator_assumed": Setting.SEPARATOR,
        "percent_scale_assumed": Setting.PERCENT_SCALE,
        "percent_scale_mixed": Setting.PERCENT_SCALE,
        "rating_scale_assumed": Setting.RATING_SCALE,
    }
)
"""Code of a problem → how its whole column can be read otherwise."""

BLANK_WORDS = frozenset(
    ["", "-", "--", "---", "n/a", "na", "#n/a", "nan", "null", "none", "nil", ".", "n.a."]
)
"""Words, case folded and dashes made plain, that stand for an empty cell."""

PLACEHOLDERS = frozenset(["tbd", "tba", "tbc", "?", "??", "???"])
"""Words, case folded, that promise an answer later: empty, and said so."""

RUNS = re.compile(
    r"(?!'*[+-]?\d+([.,]\d+)?\Z)"  # a plain number runs nothing
    r"'*([\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n])"
)
"""The beginning of a text that a spreadsheet may run as a formula (OWASP ASVS 1.2.10), or would
but for the apostrophes before it. What is written as CSV gets an apostrophe more, and loses it
where it is read again."""

LONGEST_READABLE = 200  # characters: a longer cell is prose, not a number or a date

HOURS_IN_A_YEAR = 2080.0  # h/year: 52 weeks of 40 h, as US OPM annualises hourly pay
DAYS_IN_A_YEAR = 260.0  # working days/year: 52 weeks of 5 days
WEEKS_IN_A_YEAR = 52.0  # weeks/year
MONTHS_IN_A_YEAR = 12.0  # months/year
MOST_HOURS_UNDOUBTED = 24.0  # h: a bare 45 or 90 for one invite is more often minutes than hours
TIMES_THE_WORST = 3.0  # times the worst case assumed: a column whose middle exceeds it is doubted
HOURS_IN_A_DAY = 8.0  # h: a working day, for hours written in days

PER_YEAR: Mapping[str, float] = MappingProxyType(
    {
        "hour": HOURS_IN_A_YEAR,
        "day": DAYS_IN_A_YEAR,
        "week": WEEKS_IN_A_YEAR,
        "month": MONTHS_IN_A_YEAR,
        "year": 1.0,
    }
)
"""How often each period of pay fits into a year."""

LEAST_PAY = 1_000.0  # money/year: less is a slip of the unit (95 for 95,000), not a salary
MONTHLY_PAY = 8_000.0  # money: a column below this may well tell pay per month (OECD median: 4,000)
MOST_PAY = 5_000_000.0  # money/year: more is a slip (a phone number, cents), not a salary
FARTHEST_FROM_MEDIAN = 20.0  # times: salaries one person is offered rarely differ more
MOST_NUMBER = 1e12  # larger is no amount a person means
SURELY_FULL_PAY = 10_000.0  # money/year: amounts this big say the column is not in thousands

MONEY_SCALE: Mapping[str, float] = MappingProxyType(
    {
        "JPY": 100.0,
        "INR": 50.0,
        "KRW": 1000.0,
        "HUF": 300.0,
        "IDR": 15000.0,
        "VND": 25000.0,
        "CLP": 900.0,
        "COP": 4000.0,
        "ISK": 130.0,
        "PHP": 50.0,
        "THB": 30.0,
        "TWD": 30.0,
        "CZK": 20.0,
        "RUB": 80.0,
        "ARS": 1000.0,
        "NGN": 1500.0,
        "KES": 130.0,
        "EGP": 45.0,
    }
)
"""Units of a currency that buy about as much as one dollar or euro: scales the plausible window."""

DATES_BACK_DAYS = 365  # days: an invite from longer ago is kept but doubted
DATES_AHEAD_DAYS = 731  # days: two years; interviews are not fixed further ahead
SERIAL_YEARS_BACK = 2  # years: spreadsheet day numbers from here …
SERIAL_YEARS_AHEAD = 3  # years: … to here are dates, others are numbers
EPOCH_YEARS = 10  # years around today in which 10 or 13 digits are seconds since 1970
YEARLESS_DAYS_BACK = 30  # days: a date without a year is the next one on or after today minus this
ORDER_DAYS_BACK = 60  # days: the window in which …
ORDER_DAYS_AHEAD = 365  # days: … all dates of a live sheet should fall; decides D/M against M/D

RATING_SLIPS = 0.25  # share of cells off a 1–5 scale that still counts as slips, not another scale
FIRST_IS_MOST = ("priori", "prio", "rank", "rang", "preference", "preferenz", "top")
"""Beginnings of headings, folded, under which a 1 often stands for what comes first."""

SHARE_THAT_FITS = 0.6  # share of cells that must look like dates for a spare column to speak
