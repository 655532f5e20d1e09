"""What is said of a sheet that was ranked row by row."""

from collections.abc import Mapping

from advisor.rules.verdict import Verdict
from advisor.views.wording import LOOKS

BAR = 24
"""Places the bar of progress takes on a terminal."""

NOT_ROW_BY_ROW = (
    "The rows stand as in the file; by decision, first choice, surplus and row they make the "
    "ranking. What looks at other rows (plan, replies, doubled invites, names of competitors) "
    "is for sheets that are read whole."
)


def long_lines(target: str, advised: Mapping[str, int], aside: Mapping[str, int]) -> list[str]:
    """What was written, how many rows went where, and what was left out.

    advised  decision → invites
    aside    why rows are no invites → how many

    >>> print(long_lines("out.csv", {"accept": 2, "ask": 1000}, {"blank": 1})[1])
    1,003 rows read: 1,002 invites (2 accept, 1,000 ask first, 0 decline), 1 set aside (1 blank).
    """
    invites, others = sum(advised.values()), sum(aside.values())
    words = ", ".join(f"{advised.get(one, 0):,} {LOOKS[one].word.lower()}" for one in Verdict)
    reasons = ", ".join(f"{count:,} {why.replace('_', ' ')}" for why, count in aside.items())
    left = f"{others:,} set aside ({reasons})" if others else "none set aside"
    return [
        f"{target} is written.",
        f"{invites + others:,} rows read: {invites:,} invites ({words}), {left}.",
        NOT_ROW_BY_ROW,
    ]


def progress(share: float, invites: int) -> str:
    """A bar, the share of the file that is read, and the invites judged so far.

    >>> progress(0.5, 1200)
    '████████████············  50 %, 1,200 invites'
    """
    full = int(share * BAR)
    return f"{'█' * full}{'·' * (BAR - full)} {share:4.0%}".replace("%", " %") + (
        f", {invites:,} invites"
    )
