"""What is installed to run the page: what the README lists, what the pins hold, nothing else."""

import re
from collections.abc import Iterator
from importlib.metadata import files, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OURSELVES = "interview-advisor"
PINS = [
    Requirement(line)
    for line in (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def asked_for(name: str, extras: set[str]) -> Iterator[Requirement]:
    """What this distribution requires here with these of its extras."""
    for line in requires(name) or []:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in {"", *extras}):
            yield one


def installed_to_run() -> set[str]:
    """Every distribution a plain installation brings, whoever asks for it."""
    found: set[str] = set()
    waiting = [*asked_for(OURSELVES, set())]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name not in found:
            found.add(name)
            waiting += asked_for(name, one.extras)
    return found


CHAPTER = README.partition("## What it stands on")[2].partition("For the tests:")[0]
TABLE = re.findall(r"^\| (.+?) \| ([\d +]+) MB \|", CHAPTER, re.MULTILINE)
BRINGS, ENDS, ELSEWHERE = "nothing else is installed:", ": 0.5 GB", r"\(.*?\)"
"""How the README begins and ends what the direct ones bring; in brackets is another system's."""

TIMES = 2.0
"""How far a size may be from the one told; it differs with the version and the system."""


def told() -> dict[str, tuple[SpecifierSet, float]]:
    """The range and the megabytes of each distribution in the README's table."""
    found = {}
    for names, sizes in TABLE:
        for one, size in zip(names.split("; "), sizes.split(" + "), strict=True):
            name, least, most = re.fullmatch(r"(\S+) ≥ (\S+), < (\S+)", one).groups()
            found[canonicalize_name(name)] = SpecifierSet(f">={least},<{most}"), float(size)
    return found


def brought() -> set[str]:
    """The distributions of which the README says that the direct ones bring them."""
    names = CHAPTER.partition(BRINGS)[2].partition(ENDS)[0]
    return {canonicalize_name(name.strip()) for name in re.sub(ELSEWHERE, "", names).split(",")}


def megabytes(name: str) -> float:
    """What the files of an installed distribution take."""
    found = {Path(one.locate()) for one in files(name) or []}
    return sum(one.stat().st_size for one in found if one.exists()) / 1e6


def direct() -> dict[str, Requirement]:
    return {canonicalize_name(one.name): one for one in asked_for(OURSELVES, set())}


def test_the_readme_tells_the_ranges_that_are_declared():
    ranges = {name: ours for name, (ours, _) in told().items()}
    assert ranges == {name: one.specifier for name, one in direct().items()}


def test_what_else_is_installed_is_what_the_readme_says_they_bring():
    assert installed_to_run() - set(direct()) - {"colorama"} == brought()


@pytest.mark.parametrize(("name", "size"), [(name, size) for name, (_, size) in told().items()])
def test_the_readme_tells_how_large_a_dependency_is(name, size):
    assert size / TIMES <= max(1.0, megabytes(name)) <= size * TIMES


def test_every_installed_distribution_is_pinned_once():
    pinned = [canonicalize_name(pin.name) for pin in PINS]
    assert len(pinned) == len(set(pinned))
    assert not installed_to_run() - set(pinned)


@pytest.mark.parametrize("direct", list(asked_for(OURSELVES, set())), ids=lambda one: one.name)
def test_a_pin_lies_in_the_range_that_is_declared(direct):
    (pin,) = (one for one in PINS if one.name.lower() == direct.name.lower())
    (version,) = (one.version for one in pin.specifier)
    assert direct.specifier.contains(version)
