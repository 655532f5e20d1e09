"""What holds only where the page is shared with people beyond this computer."""

import os

from advisor import Reading
from advisor.rules.hosting import rows_allowed

TOO_MANY = (
    "This sheet has {found:,} invites; this copy shows at most {most:,}. Nothing of it was used. "
    "On your own computer any number is ranked: python -m advisor rank {name}"
)


def too_many(reading: Reading) -> str | None:
    """Why this copy does not show so large a sheet, with the way that does; None where it does."""
    most, found = rows_allowed(os.environ), len(reading.invites)
    if most is None or found <= most:
        return None
    return TOO_MANY.format(found=found, most=most, name=reading.name)
