"""What the README promises is there: the map, the dependencies, the pictures, its size."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_readme_is_short_enough_to_read():
    assert len(README.splitlines()) <= 150


def test_the_map_names_every_room_and_no_other():
    mapped = set(re.findall(r"^\| `(advisor/\w+)` \|", README, flags=re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "advisor").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "advisor").glob("*.py")} - {"__init__", "__main__"}
    assert {one.removeprefix("advisor/") for one in mapped} == rooms | modules


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_each_dependency_is_named_with_its_range_and_a_reason(requirement):
    name, low, high = re.fullmatch(r"([\w-]+)>=([\d.]+),<([\d.]+)", requirement).groups()
    assert re.search(rf"^\| .*\b{name} ≥ {low}, < {high}\b.* \| \w", README, flags=re.MULTILINE)


@pytest.mark.parametrize("place", re.findall(r"\]\(((?!https?:)[^)#]+)\)", README))
def test_what_the_readme_links_to_exists(place):
    assert (ROOT / place).is_file()


def test_both_commands_stand_in_a_block_of_their_own():
    for name in ("run", "test"):
        assert re.search(rf"<!-- {name} -->\n```\n[^\n]+\n```\n", README)


def test_the_day_that_fits_the_sample_is_the_same_in_both_places():
    sample = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    days = re.findall(r"--today ([\d-]+)", README + sample)
    assert len(days) == 2
    assert len(set(days)) == 1
