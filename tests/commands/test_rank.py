"""`rank`: what other programs and people rely on."""

import csv
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from advisor.__main__ import main
from tests.commands.running import (
    ROOT,
    SAMPLE,
    SAMPLE_PROFILE,
    SAMPLE_TODAY,
    assert_one_clear_line,
    run,
    run_here,
    run_json,
)

ON_THE_DAY = ("--today", SAMPLE_TODAY)


@pytest.fixture
def sheet(tmp_path):
    """Writes a sheet and gives its path."""

    def write(text, name="invites.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_the_object_has_the_keys_of_the_contract(sheet):
    ranked = run_json("rank", sheet("Company,Interest\nBirch,4\n"), *ON_THE_DAY)
    assert list(ranked) == ["invites", "plan", "set_aside", "problems", "columns", "profile"]
    assert set(ranked["plan"]) == set(
        "chosen order left_out surplus_hours prep_hours next_hour_worth next_hour_adds"
        " order_clashes".split()
    )
    assert ranked["columns"] == {"Company": "company", "Interest": "interest"}
    assert ranked["invites"][0]["row"] == 2


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_json_is_utf_8_and_strict_whatever_the_locale(sheet, locale):
    profile = sheet("runway_months = inf\n", "me.toml")
    path = sheet("Company,Café\nCafé Zürich 公司,cook\n", "café.csv")
    ranked = run_json("rank", path, "--profile", profile, "--map", "Café=role", **locale)
    assert ranked["invites"][0]["company"] == "Café Zürich 公司"
    assert ranked["columns"]["Café"] == "role"
    assert ranked["profile"]["runway_months"] == "inf"


def test_json_leaves_standard_error_to_itself(sheet):
    done = run("rank", sheet("Company,Salary\nBirch,lots\n"), "--json")
    assert done.stderr == ""
    assert json.loads(done.stdout)["problems"]


def test_people_get_a_table_and_the_problems_beside_it(sheet):
    done = run("rank", sheet("Company,Salary\nBirch,lots\n"), *ON_THE_DAY)
    assert done.returncode == 0
    assert "Birch" in done.stdout
    assert "lots" in done.stderr
    assert "lots" not in done.stdout


def test_many_problems_of_one_kind_are_one_line(sheet):
    done = run_here("rank", sheet("Company,Salary\n" + "Birch,lots\n" * 1200))
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert "1200 rows (2, 3, 4, 5, 6 and 1195 more)" in line


def test_a_cell_cannot_command_the_terminal(sheet):
    done = run_here("rank", sheet("Company,Salary\n\x1b[31mBirch,\x1b[2Jlots\n"))
    assert "\x1b" not in done.stdout + done.stderr
    assert "Birch" in done.stdout


def test_a_table_is_printed_where_the_terminal_lacks_the_letters(sheet):
    done = run("rank", sheet("Company\nCafé 公司\n"), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Caf? " in done.stdout


def test_pay_in_another_currency_than_the_profile_is_a_problem(sheet):
    profile = sheet('currency = "EUR"\nmonthly_essentials = 2000\n', "me.toml")
    path = sheet("Company,Salary\nBirch,USD 90000\nCedar,EUR 80000\n")
    problems = run_json("rank", path, "--profile", profile)["problems"]
    (found,) = [one for one in problems if one["code"] == "pay_currency_differs"]
    assert (found["level"], found["row"], found["field"]) == ("warning", 2, "pay")
    assert (found["column"], found["value"]) == ("Salary", "USD 90000")
    assert "EUR" in found["text"]


def test_a_heading_is_mapped_by_hand_and_another_left_out(sheet):
    path = sheet("Firm = name,Interest\nBirch,4\n")
    ranked = run_json("rank", path, "--map", "Firm = name=company", "--map", "Interest=")
    assert ranked["columns"] == {"Firm = name": "company", "Interest": None}
    assert ranked["invites"][0]["company"] == "Birch"
    assert "interest" in ranked["invites"][0]["missing"]


def test_dates_are_read_in_the_order_asked_for(sheet):
    path = sheet("Company,Interview date\nBirch,03/04/2027\n")
    starts = {
        order: run_json("rank", path, "--dates", order)["invites"][0]["start"]
        for order in ("dmy", "mdy")
    }
    assert starts == {"dmy": "2027-04-03", "mdy": "2027-03-04"}


BAD_PROFILES = {
    "unknown field": (b"runway = 3\n", "Did you mean runway_months?"),
    "ill typed": (b'runway_months = "long"\n', "runway_months in the profile must be"),
    "partial weights": (b"[weights]\npractice = 5\n", "lacks"),
    "broken": (b"runway_months = \n", "is not legal TOML"),
    "not UTF-8": (b'currency = "\xff"\n', "must be UTF-8"),
    "a number without end": (b"runway_months = " + b"9" * 5000, "is not legal TOML"),
    "too great a number": (
        b"runway_months = " + b"9" * 400,
        "not a number of more than 300 digits",
    ),
    "not a number": (b"runway_months = nan\n", "runway_months in the profile must be"),
}


@pytest.mark.parametrize("kind", BAD_PROFILES)
def test_a_profile_that_cannot_be_used_is_one_clear_line(sheet, kind):
    content, said = BAD_PROFILES[kind]
    done = run_here("rank", SAMPLE, "--profile", sheet(content, "me.toml"))
    assert_one_clear_line(done)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "required"),
        (("rank",), "FILE"),
        (("rank", SAMPLE, "--today", "06/01/2027"), "must be a day such as 2027-01-14"),
        (("rank", SAMPLE, "--today", "20270106"), "must be a day such as 2027-01-14"),
        (("rank", SAMPLE, "--dates", "ymd"), "dmy"),
        (("rank", SAMPLE, "--map", "Company"), "Their heading=column"),
        (("rank", SAMPLE, "--map", "Company=compny"), "Did you mean “company”?"),
        (("rank", SAMPLE, "--map", "Compny=company"), "Did you mean “Company”?"),
        (("rank", SAMPLE, "--sheet", "Invites"), "no sheet “Invites”"),
        (("rank", SAMPLE, "--json", "--output", "x.csv"), "not allowed with"),
        (("rank", SAMPLE, "--output", "x.pdf"), "must end in .csv or .xlsx or .ics"),
        (("rank", SAMPLE, "--output", "/nowhere/x.csv"), "cannot be written"),
        (("rank", SAMPLE, "--output", SAMPLE), "is the sheet itself"),
        (("rank", SAMPLE, "--profile", "/nowhere.toml"), "there is no such file"),
        (("rank", "/nowhere.csv"), "there is no such file"),
        (("rank", ROOT), "it is a folder"),
        (("rank", SAMPLE, "--nonsense"), "--nonsense"),
        (("rnk", SAMPLE), "rnk"),
    ],
)
def test_arguments_that_are_off_are_one_clear_line(arguments, said):
    done = run_here(*arguments)
    assert_one_clear_line(done)
    assert said in done.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_one_may_not_read_is_one_clear_line(sheet):
    path = sheet("Company\nBirch\n")
    path.chmod(0)
    done = run("rank", path)
    assert_one_clear_line(done)
    assert "you may not read it" in done.stderr


def test_a_file_in_a_closed_folder_is_left_to_be_opened_and_to_say_so(sheet, monkeypatch):
    def closed(path, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    path = sheet("Company\nBirch\n")
    monkeypatch.setattr(Path, "stat", closed)
    monkeypatch.setattr(Path, "open", closed)
    monkeypatch.setattr(Path, "read_bytes", closed)
    done = run_here("rank", path)
    assert_one_clear_line(done)
    assert "you may not read it" in done.stderr


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing here", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_table_is_one_clear_line(sheet, content):
    done = run_here("rank", sheet(content))
    assert_one_clear_line(done)
    assert "invites.csv" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_trouble(sheet):
    path = sheet("Company\n" + "Birch\n" * 3000)
    running = subprocess.Popen(
        [sys.executable, "-m", "advisor", "rank", path],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read().decode()
    running.stderr.close()
    assert running.wait() == 0
    assert "BrokenPipe" not in said
    assert "Traceback" not in said


def piped(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "advisor", *arguments],
        cwd=ROOT,
        input=SAMPLE.read_bytes(),
        capture_output=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no name for standard input here")
def test_a_sheet_from_a_pipe_is_read_once_and_ranked_like_the_file(tmp_path):
    done = piped("rank", "/dev/stdin", "--json", *ON_THE_DAY)
    assert json.loads(done.stdout) == run_json("rank", SAMPLE, *ON_THE_DAY)
    refused = piped("rank", "/dev/stdin", "--output", str(tmp_path / "out.parquet"))
    assert refused.returncode == 2
    assert b"it is no file on a disk" in refused.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="nothing without an end here")
def test_what_never_ends_is_not_read_to_its_end():
    done = run_here("rank", "/dev/zero")
    assert_one_clear_line(done)
    assert "at most 20 MB are read" in done.stderr


@pytest.mark.parametrize("words", [("rank",), ("rank", "--json"), ("read",)])
def test_a_closed_standard_output_is_one_clear_line(words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert main([words[0], str(SAMPLE), *words[1:]]) == 2
    said = capsys.readouterr().err
    assert said == f"advisor {words[0]}: Standard output is closed.\n"


def test_a_closed_standard_error_changes_nothing(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["rank", str(SAMPLE), "--map", "Company="]) == 0
    assert "Optical Systems Engineer" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_standard_output_is_one_clear_line():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "advisor", "rank", SAMPLE],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("advisor rank: Standard output cannot be written: ")
    assert done.stderr.count("\n") == 1


def written(tmp_path, name):
    target = tmp_path / name
    done = run_here("rank", SAMPLE, "--profile", SAMPLE_PROFILE, *ON_THE_DAY, "--output", target)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{target} is written.\n"
    return target


def test_the_ending_of_the_output_says_what_is_written(tmp_path):
    text = written(tmp_path, "out.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text, newline="")))) == 14
    events = Calendar.from_ical(written(tmp_path, "out.ics").read_bytes()).walk("VEVENT")
    assert "Interview: Halden Optics, Optical Systems Engineer" in [
        str(event["summary"]) for event in events
    ]


@pytest.mark.parametrize("name", ["out.csv", "OUT.XLSX"])
def test_what_was_written_reads_back_as_the_same_invites(tmp_path, name):
    before = run_json("read", SAMPLE, *ON_THE_DAY)
    after = run_json("read", written(tmp_path, name), *ON_THE_DAY)
    assert "contact" not in {key for invite in after["invites"] for key in invite}

    def comparable(invites):
        rows = [{k: v for k, v in one.items() if k not in {"row", "contact"}} for one in invites]
        return sorted(rows, key=lambda one: one["company"])

    assert comparable(after["invites"]) == comparable(before["invites"])
    assert [one for one in after["problems"] if one["level"] != "info"] == []
    assert after["questions"] == []


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_was_advised_is_not_taken_for_a_column_of_the_person(sheet, tmp_path, name):
    target = tmp_path / name
    assert run_here("rank", sheet("Company,Role\nBirch,Cook\n"), "--output", target).returncode == 0
    again = run_json("read", target)
    assert {key for key in again["columns"].values() if key} == {"company", "role"}
    assert again["questions"] == []
    assert {one["level"] for one in again["problems"]} == {"info"}


def test_contacts_are_written_when_asked_for(tmp_path):
    target = tmp_path / "out.csv"
    assert "Ines Aubry" not in written(tmp_path, "out.csv").read_text(encoding="utf-8-sig")
    done = run_here("rank", SAMPLE, "--with-contacts", "--output", target)
    assert done.returncode == 0
    assert "Ines Aubry" in target.read_text(encoding="utf-8-sig")


def test_the_computer_s_day_is_used_unless_another_is_given(sheet):
    path = sheet("Company,Interview date,Will prepare\nBirch,2001-02-03 10:00,8\n")
    assert run_json("rank", path)["plan"]["left_out"] == {"2": "past"}
    planned = run_json("rank", path, "--today", "2001-02-01")
    assert planned["invites"][0]["start"] == "2001-02-03T10:00:00"
    assert planned["plan"]["left_out"] == {}
