"""The command line: python -m advisor rank|read|template|journal|serve."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from advisor.commands.arguments import parser
from advisor.commands.journal import journal
from advisor.commands.rank import rank
from advisor.commands.read import read
from advisor.commands.saying import warn
from advisor.commands.serving import checked
from advisor.commands.template import template
from advisor.commands.trouble import CommandError
from advisor.views.terminal import visible


def serve(arguments: Namespace) -> int:
    """Serve the page; only this command loads Streamlit."""
    from advisor.serve.server import serve as serve_page  # noqa: PLC0415 - a second of start-up

    return serve_page(checked(arguments))


COMMANDS = {
    "rank": rank,
    "read": read,
    "template": template,
    "journal": journal,
    "serve": serve,
}

CANNOT = 2
"""Exit code where a file cannot be read or an argument is off."""

INTERRUPTED = 130


def main(given: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; trouble is one line on standard error."""
    arguments = parser().parse_args(given)
    try:
        return COMMANDS[arguments.command](arguments)
    except CommandError as trouble:
        warn([visible(f"advisor {arguments.command}: {trouble.text}")])
    except BrokenPipeError:
        # The reader has seen enough; what is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as trouble:  # the last line of defence: never a traceback for a person
        said = f"{type(trouble).__name__}: {trouble}"
        warn([visible(f"advisor {arguments.command}: the program itself failed, {said}")])
    return CANNOT


if __name__ == "__main__":
    sys.exit(main())
