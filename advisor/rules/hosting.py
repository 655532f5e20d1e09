"""What one visitor of a shared copy may take up; on one's own machine nothing of this applies."""

from collections.abc import Mapping
from dataclasses import dataclass

ROWS_VARIABLE = "ADVISOR_ROWS"
"""The environment variable by which a shared copy tells its page the most rows of a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """The bounds of a shared copy.

    visitors      pages open at once; the next one is asked to come back
    rows          of a sheet that the page shows; the command line takes any number
    upload_mb     megabytes of one file: twenty times a sheet of 20,000 plain rows compressed
    kept_mb       megabytes of all files that one visitor has given and not taken back
    away_seconds  until a visitor who has left is forgotten
    """

    visitors: int = 50
    rows: int = 20_000
    upload_mb: int = 5
    kept_mb: int = 20
    away_seconds: int = 30

    @property
    def environment(self) -> Mapping[str, str]:
        """What the page of this copy is told by its environment.

        >>> Hosting(rows=500).environment
        {'ADVISOR_ROWS': '500'}
        """
        return {ROWS_VARIABLE: str(self.rows)}


def rows_allowed(environment: Mapping[str, str]) -> int | None:
    """The most rows of a sheet that this copy's page shows; None where there is no bound.

    Raises ValueError where the environment names no whole number above 0.

    >>> rows_allowed({"ADVISOR_ROWS": "20000"}), rows_allowed({})
    (20000, None)
    """
    told = environment.get(ROWS_VARIABLE, "").strip()
    if not told:
        return None
    if not told.isdecimal() or not int(told):
        raise ValueError(f'{ROWS_VARIABLE} must be a whole number above 0, not "{told}"')
    return int(told)
