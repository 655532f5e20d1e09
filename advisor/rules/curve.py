"""What a curve behind a reason is: the value of one motivation over one answer."""

from dataclasses import dataclass

from advisor.rules.motivations import Motive


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A motivation's value over one answer, the invite's other answers as they are.

    leading  the input, or `Level.RIVAL`
    answers  ascending, in the input's unit; `values` of the same length in [0, 1]
    now      the invite's own answer (may be infinite), `met` the value it has there
    """

    motive: Motive
    leading: str
    answers: tuple[float, ...]
    values: tuple[float, ...]
    now: float
    met: float
