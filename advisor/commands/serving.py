"""The arguments of `serve`: where the page listens, who may ask for it, what a visitor may take."""

import argparse
from argparse import Namespace
from ipaddress import ip_address
from typing import Any

from advisor import Hosting
from advisor.commands.trouble import CommandError

LOOPBACK_HOSTS = ("127.0.0.1", "localhost")
HIGHEST_PORT = 65_535


def a_count(text: str) -> int:
    """A whole number above 0."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f'must be a whole number above 0, not "{text}"')
    return int(text)


def a_port(text: str) -> int:
    """A port: 1 … 65535."""
    port = a_count(text)
    if port > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"must be at most {HIGHEST_PORT}, not {port}")
    return port


def an_address(text: str) -> str:
    """An address of this machine, in numbers."""
    try:
        return str(ip_address(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'must be an address such as 127.0.0.1 or 0.0.0.0, not "{text}"'
        ) from None


def add_serve(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add `serve` to the commands."""
    bounds = Hosting()
    serve = commands.add_parser(
        "serve",
        help="the page for people beyond this computer; nothing they enter is kept",
        allow_abbrev=False,
    )
    serve.add_argument("--address", type=an_address, default="127.0.0.1", help="where to listen")
    serve.add_argument("--port", type=a_port, default=8501)
    serve.add_argument(
        "--host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name people type to get here, such as advice.example.org; repeatable",
    )
    for name, default, what in (
        ("--visitors", bounds.visitors, "pages open at once"),
        ("--rows", bounds.rows, "rows of a sheet on the page"),
        ("--upload-mb", bounds.upload_mb, "megabytes of one file"),
    ):
        serve.add_argument(name, type=a_count, default=default, help=f"{what} ({default})")


def checked(arguments: Namespace) -> Namespace:
    """The arguments with the hosts filled in where only this computer can ask.

    Raises CommandError where others can ask, and by which name is not said: a page that answers
    to any name can be read by any other page they have open (DNS rebinding).
    """
    if not arguments.host:
        if not ip_address(arguments.address).is_loopback:
            raise CommandError(
                "host",
                f"on {arguments.address} others can reach the page; say by which name, "
                "with --host advice.example.org.",
            )
        arguments.host = list(LOOPBACK_HOSTS)
    return arguments
