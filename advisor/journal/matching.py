"""Which line of a newer sheet is which earlier invite: certain, asked, new or gone."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from advisor.journal.state import KeptInvite, Scalar
from advisor.rules.columns import Field

Cells = Mapping[Field, Scalar]
Key = Callable[[Cells], Hashable | None]
"""What two readings of the same invite have in common; None where too little is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """How the lines of a sheet meet the earlier invites.

    same   row → id of the invite it certainly is
    asked  row → ids of the invites it may be; never merged unasked
    new    rows that are no earlier invite
    gone   ids of invites of an earlier sheet that no line can be
    joined ids of lines → ids of the earlier invites they turned out to be
    """

    same: Mapping[int, int]
    asked: Mapping[int, tuple[int, ...]]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    joined: Mapping[int, int] = field(default_factory=dict)


def match(rows: Mapping[int, Cells], known: Sequence[KeptInvite]) -> Matching:
    """Match by company, role and start, then by company and role where both occur once.

    rows   the newer sheet
    known  all earlier invites; a cell counts as the sheet gave it and as the person edited it
    """
    same = _in_order(_grouped(whole, rows, known))
    left, free = _rest(rows, known, same)
    same |= _only_pairs(_grouped(by_start, left, free))
    left, free = _rest(rows, known, same)
    movable = {one.id: one for one in free if _may_move(one)}
    once = _only_pairs(_grouped(by_role, rows, known))
    same |= {
        row: number
        for row, number in once.items()
        if row in left and number in movable and not _other_round(rows[row], movable[number])
    }
    return _told(rows, known, same)


def match_lines(rows: Mapping[int, Cells], known: Sequence[KeptInvite]) -> Matching:
    """Match the same file read again: a line is the invite it was."""
    lines = {one.row: one.id for one in known if one.row is not None}
    same = {row: lines[row] for row in rows if row in lines}
    left, free = _rest(rows, known, same)
    return _told(rows, known, same | dict(match(left, free).same))


def turned_out(
    lines: Matching, rows: Mapping[int, Cells], known: Sequence[KeptInvite], digest: str
) -> Matching:
    """Have lines of the same file join earlier invites once they are read as what they are.

    lines   how the lines meet the invites they were
    digest  of the file
    Only lines that no earlier sheet held, and that are named otherwise than before.
    """
    before = {one.row: one for one in known if one.row is not None and one.born == digest}
    news = {
        row: cells
        for row, cells in rows.items()
        if row in before and by_start(cells) != by_start(before[row].cells)
    }
    earlier = [one for one in known if one.gone_since is not None and one.born != digest]
    found = match(news, earlier)
    joined = {before[row].id: number for row, number in found.same.items()}
    gone = tuple(number for number in lines.gone if number not in joined.values())
    return replace(lines, asked={**lines.asked, **found.asked}, joined=joined, gone=gone)


def same_lines(choices: str, others: str) -> bool:
    """Whether two sets of choices, as JSON, take the same lines of a file for rows."""
    one, other = (json.loads(text or "{}") for text in (choices, others))
    return all(one.get(name) == other.get(name) for name in ("sheet", "flip"))


def _told(rows: Mapping[int, Cells], known: Sequence[KeptInvite], same: dict[int, int]) -> Matching:
    left, free = _rest(rows, known, same)
    near = [_grouped(key, left, free) for key in ENOUGH_TO_ASK]
    candidates: dict[int, set[int]] = {row: set() for row in left}
    for lines, numbers in chain.from_iterable(near):
        for row in lines:
            candidates[row].update(numbers)
    asked = {row: tuple(sorted(numbers)) for row, numbers in candidates.items() if numbers}
    named = {number for numbers in asked.values() for number in numbers}
    return Matching(
        same=same,
        asked=asked,
        new=tuple(row for row in left if row not in asked),
        gone=tuple(one.id for one in free if one.id not in named and not one.by_hand),
    )


def _rest(
    rows: Mapping[int, Cells], known: Sequence[KeptInvite], same: Mapping[int, int]
) -> tuple[dict[int, Cells], list[KeptInvite]]:
    taken = set(same.values())
    left = {row: cells for row, cells in rows.items() if row not in same}
    return left, [one for one in known if one.id not in taken]


def plain(cell: Scalar) -> str:
    """A name without what people write differently: case, spaces, marks.

    >>> plain("  ACME,  Inc. ") == plain("Acme Inc")
    True
    """
    text = unicodedata.normalize("NFKC", str(cell or "")).casefold()
    return " ".join(re.findall(r"\w+", text))


def whole(cells: Cells) -> Hashable | None:
    """Everything the line says."""
    return tuple(sorted(cells.items())) or None


def by_role(cells: Cells) -> Hashable | None:
    """Company and role."""
    company = plain(cells.get(Field.COMPANY))
    return (company, plain(cells.get(Field.ROLE))) if company else None


def by_start(cells: Cells) -> Hashable | None:
    """Company, role and start."""
    names = by_role(cells)
    return None if names is None else (names, cells.get(Field.START))


def by_company(cells: Cells) -> Hashable | None:
    """The company alone: enough to ask."""
    return plain(cells.get(Field.COMPANY)) or None


def by_hour(cells: Cells) -> Hashable | None:
    """Role and start, whatever the company is called now: enough to ask."""
    role, start = plain(cells.get(Field.ROLE)), cells.get(Field.START)
    return (role, start) if role and start else None


def by_first_word(cells: Cells) -> Hashable | None:
    """Role and the first word of the company (Acme, Acme Ltd): enough to ask."""
    company, role = plain(cells.get(Field.COMPANY)), plain(cells.get(Field.ROLE))
    return (company.split()[0], role) if company and role else None


ENOUGH_TO_ASK: tuple[Key, ...] = (by_company, by_hour, by_first_word)


def readings(invite: KeptInvite) -> tuple[Cells, Cells]:
    """The invite as its sheet gave it and as it counts now."""
    return invite.cells, {key: one for key in Field if (one := invite.value(key)) is not None}


Groups = Iterable[tuple[list[int], list[int]]]
"""Rows and ids that share a key."""


def _grouped(key: Key, rows: Mapping[int, Cells], known: Sequence[KeptInvite]) -> Groups:
    lines, invites = defaultdict(list), defaultdict(list)
    for row, cells in rows.items():
        lines[key(cells)].append(row)
    for one in known:
        for found in {key(before) for before in readings(one)}:
            invites[found].append(one.id)
    return [
        (lines[found], invites[found]) for found in lines if found is not None and found in invites
    ]


def _in_order(groups: Groups) -> dict[int, int]:
    """Lines that are alike in everything pair with their invites in order."""
    same: dict[int, int] = {}
    taken: set[int] = set()
    for rows, numbers in groups:
        free = [number for number in numbers if number not in taken]
        pairs = dict(zip(rows, free, strict=False))
        same |= pairs
        taken |= set(pairs.values())
    return same


def _only_pairs(groups: Groups) -> dict[int, int]:
    """Rows and ids that are the only ones with their key, and pair with nothing else."""
    pairs = [(rows[0], ids[0]) for rows, ids in groups if len(rows) == len(ids) == 1]
    often = Counter(number for _, number in pairs)
    return {row: number for row, number in pairs if often[number] == 1}


def _may_move(invite: KeptInvite) -> bool:
    """Whether another start can only mean a new appointment: it is neither gone nor over."""
    return invite.gone_since is None and invite.debrief is None


def _other_round(cells: Cells, invite: KeptInvite) -> bool:
    now, before = plain(cells.get(Field.ROUND)), plain(invite.value(Field.ROUND))
    return bool(now and before and now != before)
