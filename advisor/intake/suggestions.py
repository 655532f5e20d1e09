"""The nearest of some names, for "did you mean"."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from advisor.intake.vocabulary import fold


def nearest(name: str, names: Iterable[str]) -> str:
    """A half sentence that proposes the nearest name, or lists what there is.

    >>> nearest("Salery", ["Company", "Salary"])
    'Did you mean “Salary”?'
    >>> nearest("x", ["Company", "Salary"])
    'There are: Company, Salary.'
    """
    known = [known for known in names if known]
    hit = process.extractOne(
        name,
        known,
        processor=fold,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.5,
    )
    if hit is not None:
        return f"Did you mean “{hit[0]}”?"
    return f"There are: {', '.join(known[:40])}."
