"""The page with a sheet of one's own, and sheets that are polluted in one way each."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from advisor.page.state import Key
from advisor.views.tables import Column

ROOT = Path(__file__).parents[2]

POLLUTED = b"""Company,Position,Deadline,Interview date,Salery,Excitement (1-5),Chance (%),Notes
Alder,Clerk,2027-01-02,03/04/2027,85000,5,35,x
Birch,Cook,2027-01-03,05/04/2027,lots,3,20,y
Cedar,Baker,2027-01-04,06/04/2027,105000,2,50,
Total,,,,190000,,,
"""
"""Dates that can be read two ways, a misspelled and a doubtful heading, an amount without a figure,
a total."""

HEALTHY = b"""Company,Role,Interview date,Interest (1-5),Prep hours willing
Alder,Clerk,2027-01-14 10:00,5,6
Birch,Cook,2027-01-15 09:00,1,6
"""

COMMONEST = b"""Company,Position,Date Applied,Status,Notes
Alder,Clerk,2027-01-02,Interview scheduled,nice people
Birch,Cook,2027-01-03,Applied,
Cedar,Baker,2027-01-04,Rejected,
"""


def open_page():
    """The page as it first opens, on the sample."""
    return AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()


def upload(page, name, content):
    page.file_uploader(key=Key.UPLOAD).upload(name, content)
    page.run()
    assert not page.exception
    return page


def look_closer(page):
    next(one for one in page.toggle if one.label == "Check the sheet").set_value(True).run()
    assert not page.exception
    return page


def texts(page):
    return [one.value for one in page.text]


def says(page, beginning):
    return any(text.startswith(beginning) for text in texts(page))


def press(page, label, place=0):
    [one for one in page.button if one.label == label][place].click().run()
    assert not page.exception
    return page


def labels(page):
    return [one.label for one in page.button]


def ranked(page):
    return next(one.value for one in page.dataframe if Column.VERDICT in one.value.columns)
