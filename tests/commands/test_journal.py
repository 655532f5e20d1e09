"""`journal`: list, export, import and check what the page keeps."""

import json
import os
import subprocess
import sys

import pytest

from advisor.commands.arguments import OneLineParser
from advisor.commands.journal import add_journal, journal
from advisor.commands.trouble import CommandError
from advisor.rules.columns import Field
from tests.commands.running import ROOT
from tests.journal.journals import in_file, now, sheet
from tests.started import like_anybody


@pytest.fixture
def path(tmp_path):
    """A journal of Ada: two invites, one gone, one edit."""
    place = tmp_path / "journal.sqlite3"
    kept = in_file(place)
    kept.people.new("Ada")
    kept.record.upload(now(kept), sheet({"company": "Acme"}, {"company": "Birch"}))
    kept.record.upload(now(kept), sheet({"company": "Acme"}, name="invites.csv"))
    kept.record.edit(now(kept), 1, Field.PAY, 100)
    kept.close()
    return place


@pytest.fixture
def run(capsys):
    """Runs `journal` with these arguments; gives its exit code and what it said."""

    def command(*arguments):
        parser = OneLineParser(prog="advisor")
        add_journal(parser.add_subparsers(dest="command", required=True))
        code = journal(parser.parse_args(["journal", *map(str, arguments)]))
        return code, capsys.readouterr().out

    return command


def test_list_says_who_is_in_it_and_how_much(run, path):
    code, said = run("--file", path, "list")
    (ada,) = json.loads(said)["persons"]
    assert code == 0
    assert ada.pop("since").startswith("2027-01-12T09:")
    assert ada.pop("last").startswith("2027-01-12T09:")
    assert ada == {
        "id": 1,
        "name": "Ada",
        "sheet": "invites.csv",
        "invites": 1,
        "gone": 1,
        "edited": 1,
        "debriefs": 0,
    }


def test_without_a_file_named_it_is_the_one_the_environment_names(run, path, monkeypatch):
    monkeypatch.setenv("ADVISOR_JOURNAL", str(path))
    assert json.loads(run("list")[1])["journal"] == str(path)


@pytest.mark.parametrize("keeping", ["off", ":memory:"])
def test_where_nothing_is_kept_there_is_no_file_to_look_at(run, monkeypatch, keeping):
    monkeypatch.setenv("ADVISOR_JOURNAL", keeping)
    with pytest.raises(CommandError, match="There is no file to look at: ADVISOR_JOURNAL says"):
        run("list")


def test_what_is_exported_can_be_imported_elsewhere(run, path, tmp_path):
    out, other = tmp_path / "out.json", tmp_path / "other.sqlite3"
    assert run("--file", path, "export", out, "--names")[0] == 0
    code, said = run("--file", other, "import", out)
    assert (code, json.loads(said)) == (0, {"imported": [{"id": 1, "name": "Ada"}]})
    assert now(in_file(other)).invites == now(in_file(path)).invites


def test_an_export_to_the_screen_does_not_name_the_person(run, path):
    assert "Ada" not in run("--file", path, "export")[1]


def test_an_export_of_somebody_unknown_names_the_nearest(run, path):
    with pytest.raises(CommandError, match=r'no person "Ade" in the journal\. Did you mean “Ada”'):
        run("--file", path, "export", "--person", "Ade")


def test_an_export_never_overwrites_a_file(run, path, tmp_path):
    (tmp_path / "out.json").write_text("mine")
    with pytest.raises(CommandError, match="is there already; choose another name"):
        run("--file", path, "export", tmp_path / "out.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"\xff\xfe\x00", "is not text in UTF-8"),
        (b"{}", "This is not a journal that the advisor has exported"),
    ],
)
def test_an_import_of_something_else_is_one_clear_line(run, path, tmp_path, content, said):
    if content is not None:
        (tmp_path / "in.json").write_bytes(content)
    with pytest.raises(CommandError, match=said):
        run("--file", path, "import", tmp_path / "in.json")


def test_a_whole_journal_checks_out(run, path):
    code, said = run("--file", path, "check")
    assert code == 0
    assert json.loads(said) == {
        "journal": str(path),
        "whole": True,
        "schema": 3,
        "findings": [],
    }


def test_a_damaged_journal_is_found_and_left_where_it_is(run, path):
    path.write_bytes(b"nothing" * 1000)
    code, said = run("--file", path, "check")
    assert (code, json.loads(said)["whole"]) == (2, False)
    assert path.exists()


def test_a_damaged_journal_that_is_listed_says_where_it_was_set_aside(run, path):
    path.write_bytes(b"nothing" * 1000)
    with pytest.raises(CommandError, match="It was set aside unchanged as"):
        run("--file", path, "list")


@pytest.mark.parametrize("act", ["list", "export"])
def test_no_journal_is_said_and_none_is_made(run, tmp_path, act):
    with pytest.raises(CommandError, match="There is no journal"):
        run("--file", tmp_path / "none", act)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("act", ["list", "export", "check"])
def test_a_journal_that_can_only_be_read_is_listed_exported_and_checked(path, act):
    path.chmod(0o400)
    path.parent.chmod(0o500)
    command = [sys.executable, "-m", "advisor", "journal", "--file", str(path), act]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
            preexec_fn=like_anybody,
        )
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    assert done.returncode == 0, done.stdout
    assert [one.name for one in path.parent.iterdir()] == [path.name]
