"""What is installed to run the page: what the README lists, what the pins hold, nothing else."""

import re
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
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


def listed() -> set[str]:
    """Every distribution the README's last chapter names."""
    chapter = README.partition("## What it stands on")[2].partition("For the tests:")[0]
    return {canonicalize_name(word) for word in re.findall(r"[A-Za-z][\w.-]*\w", chapter)}


def test_nothing_is_installed_that_the_readme_does_not_list():
    assert not installed_to_run() - listed()


def test_every_installed_distribution_is_pinned_once():
    pinned = [canonicalize_name(pin.name) for pin in PINS]
    assert len(pinned) == len(set(pinned))
    assert not installed_to_run() - set(pinned)


@pytest.mark.parametrize("direct", list(asked_for(OURSELVES, set())), ids=lambda one: one.name)
def test_a_pin_lies_in_the_range_that_is_declared(direct):
    (pin,) = (one for one in PINS if one.name.lower() == direct.name.lower())
    (version,) = (one.version for one in pin.specifier)
    assert direct.specifier.contains(version)
