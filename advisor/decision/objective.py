"""What a better plan is, as one whole number a candidate: the number of a set is their sum.

Compared as numbers, two sums compare as the plan's aims do, one after the other: more interviews
that must be, more surplus, less preparation, fewer invites, the alphabetically first names, the
earlier rows. The lowest bits say which candidates are in the sum.
"""

from collections import Counter
from collections.abc import Sequence

from advisor.decision.candidates import Candidate


def weigh_candidates(candidates: Sequence[Candidate]) -> list[int]:
    """The whole number of each candidate, comparable within these candidates only.

    Each aim gets as many bits as all candidates together can fill.
    """
    surplus_bits = sum(abs(one.surplus) for one in candidates).bit_length()
    minute_bits = sum(one.minutes for one in candidates).bit_length()
    count_bits = len(candidates).bit_length()
    tie_bits, ties = _ties(candidates)
    numbers = []
    for one, tie in zip(candidates, ties, strict=True):
        number = (one.must << surplus_bits) + one.surplus
        number = (number << minute_bits) - one.minutes
        number = (number << count_bits) - 1
        numbers.append((number << tie_bits) + tie)
    return numbers


def read_members(number: int, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates whose numbers were added up to `number`."""
    return [one for one, bit in zip(candidates, _row_bits(candidates), strict=True) if number & bit]


def _row_bits(candidates: Sequence[Candidate]) -> list[int]:
    """One bit each, the higher the earlier the row."""
    latest_first = sorted((one.row for one in candidates), reverse=True)
    bits = {row: 1 << place for place, row in enumerate(latest_first)}
    return [bits[one.row] for one in candidates]


def _ties(candidates: Sequence[Candidate]) -> tuple[int, list[int]]:
    """How many bits decide between equals, and each candidate's share in them.

    Of two sets of one size the alphabetically first has more of the first name in which they
    differ: so each name counts its members, the first name in the highest bits. Below the names
    stand the rows.
    """
    place = len(candidates)
    places: dict[tuple[str, str, int], int] = {}
    for name, members in sorted(Counter(one.name for one in candidates).items(), reverse=True):
        places[name] = place
        place += members.bit_length()
    names = [1 << places[one.name] for one in candidates]
    return place, [name + row for name, row in zip(names, _row_bits(candidates), strict=True)]
