"""Kill a process that streams edits into a journal, again and again, and look at what is left.

Run as `python -m tests.journal.kill_rounds FOLDER ROUNDS SEED`: one line of JSON on standard
output, the rounds, the edits acknowledged, and what was missing or damaged.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from advisor.journal import Keeping, Place, open_journal
from advisor.rules.columns import Field

MOST_EDITS = 12
"""Acknowledged edits after which the kill comes at the latest; with 0 it can hit the birth."""

LONGEST = 0.02
"""Seconds from the last of them to the kill: some edits more, or a file half made."""

ROUNDS_PER_FILE = 5


def place(path: Path) -> Place:
    return Place(keeping=Keeping.FILE, path=path)


def stream_edits(path: Path, pipe: int, start: int) -> None:
    """Edit for ever; each number goes into the pipe once its edit is acknowledged."""
    journal = open_journal(place(path))
    person = journal.people.current().id
    state = journal.state(person)
    if not state.invites:
        journal.record.invite(state, {Field.COMPANY: "Acme"})
    number = start
    while True:
        number += 1
        journal.record.edit(journal.state(person), 1, Field.PAY, number)
        os.write(pipe, f"{number}\n".encode())


def kill_in_the_middle(path: Path, start: int, edits: int, after: float) -> list[int]:
    """The numbers acknowledged by a process killed `after` seconds since it said so many."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        stream_edits(path, writing, start)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        heard = [pipe.readline() for _ in range(edits)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [int(line) for line in [*heard, *pipe] if line.endswith("\n")]


def faults(path: Path, acknowledged: list[int]) -> list[str]:
    """What the journal lacks of what was acknowledged, and what its check finds."""
    journal = open_journal(place(path))
    found = [*journal.notices, *journal.check().findings]
    exported = json.loads(journal.export_text())
    entries = [one for person in exported["persons"] for one in person["entries"]]
    kept = {one["body"]["value"] for one in entries if one["kind"] == "edit"}
    found += [f"{number} is missing" for number in acknowledged if number not in kept]
    journal.close()
    return found


def main(folder: Path, rounds: int, seed: int) -> None:
    """Play the rounds; a fresh file every few of them, so that its birth is hit as well."""
    chance = random.Random(seed)
    found: list[str] = []
    acknowledged: list[int] = []
    total = 0
    for number in range(rounds):
        if number % ROUNDS_PER_FILE == 0:
            acknowledged = []
        path = folder / f"{seed}-{number // ROUNDS_PER_FILE}" / "journal.sqlite3"
        last = 1000 * number
        edits, after = chance.randint(0, MOST_EDITS), chance.uniform(0, LONGEST)
        new = kill_in_the_middle(path, last, edits, after)
        acknowledged += new
        total += len(new)
        found += faults(path, acknowledged)
    json.dump({"rounds": rounds, "acknowledged": total, "faults": found}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
