"""A file that the process for reading did not survive, or not in time."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from advisor.intake.problems import UnreadableSheet
from advisor.intake.stages import Stage

_DOING: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.DECODING: "while its letters were made out",
        Stage.SPLITTING: "while its cells were told apart",
        Stage.HEADINGS: "while its headings were looked for",
        Stage.CELLS: "while its dates, amounts and ratings were read",
        Stage.CHECKS: "while its rows were compared",
    }
)


def reader_failed(why: str, seen: Sequence[Stage] = ()) -> UnreadableSheet:
    """The refusal of such a file.

    seen  the stages that were reached, in order
    """
    doing = f" {_DOING[seen[-1]]}" if seen else ""
    return UnreadableSheet(
        "reader_failed",
        f"The file could not be read: {why}{doing}. "
        "Open it in a spreadsheet program, save it as XLSX or CSV and choose the new file.",
    )
