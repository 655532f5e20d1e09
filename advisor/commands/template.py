"""`template`: an empty sheet with every column and a line of help each."""

from argparse import Namespace
from pathlib import Path

from advisor.commands.saying import save, say
from advisor.commands.trouble import CommandError
from advisor.views.template import template_csv, template_workbook

WRITERS = {".csv": template_csv, ".xlsx": template_workbook}


def template(arguments: Namespace) -> int:
    """Write the empty sheet, never over a sheet somebody has filled in."""
    target: Path = arguments.output
    content = WRITERS[target.suffix.lower()]()
    if filled(target, content):
        raise CommandError("output", f"{target} is there already; choose another name.")
    save(target, content)
    say([f"{target} is written."])
    return 0


def filled(target: Path, empty: bytes) -> bool:
    """Whether a file is there that holds something else than an empty sheet."""
    if not target.is_file():
        return False
    return target.read_bytes() not in {b"", empty}
