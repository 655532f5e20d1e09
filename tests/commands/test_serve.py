"""The arguments of `serve`; the server itself is tried in tests/serve."""

import pytest

from advisor.__main__ import main


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--address", "0.0.0.0"], "others can reach the page; say by which name"),
        (["--address", "everywhere"], "must be an address such as 127.0.0.1"),
        (["--port", "0"], "must be a whole number above 0"),
        (["--port", "70000"], "must be at most 65535, not 70000"),
        (["--visitors", "-3"], "must be a whole number above 0"),
        (["--rows", "many"], 'must be a whole number above 0, not "many"'),
    ],
)
def test_an_argument_that_is_off_is_one_line(given, said, capsys):
    try:
        code = main(["serve", *given])
    except SystemExit as exit_:
        code = exit_.code
    told = capsys.readouterr().err
    assert code == 2
    assert said in told
    assert len(told.strip().splitlines()) == 1
