"""`read`: what was understood, one object per file and line."""

import json

import pytest

from tests.commands.running import SAMPLE, SAMPLE_TODAY, assert_one_clear_line, run_here, run_json

READ_KEYS = (
    "file sheet rows_read invites set_aside problems columns questions encoding delimiter"
).split()


@pytest.fixture
def sheet(tmp_path):
    """Writes a sheet and gives its path."""

    def write(text, name="invites.csv"):
        path = tmp_path / name
        path.write_bytes(text.encode())
        return path

    return write


def lines_of(done):
    return [json.loads(line, parse_constant=pytest.fail) for line in done.stdout.splitlines()]


def test_a_file_has_the_keys_of_the_contract_in_its_order():
    record = run_json("read", SAMPLE, "--today", SAMPLE_TODAY)
    assert list(record) == READ_KEYS
    assert record["file"] == str(SAMPLE)
    assert (record["rows_read"], len(record["invites"])) == (14, 14)
    first = record["invites"][0]
    assert first["first_choice"] is True
    assert (first["pay"], first["pay_currency"]) == (68000.0, "EUR")
    assert (first["start"], first["reply_by"]) == ("2027-01-28T10:00:00", "2027-01-15")
    assert "dealbreaker" not in first


def test_each_argument_has_its_line_in_the_order_given(sheet, tmp_path):
    good, other = sheet("Company\nBirch\n"), sheet("Company\nCedar\n", "other.csv")
    missing = tmp_path / "missing.csv"
    done = run_here("read", good, missing, other, good, "--json")
    assert done.returncode == 2
    records = lines_of(done)
    assert [record["file"] for record in records] == [str(p) for p in (good, missing, other, good)]
    assert records[1]["error"] == "file_missing"
    assert set(records[1]) == {"file", "error", "text"}
    assert records[2]["invites"] == [{"row": 2, "company": "Cedar"}]


def test_a_problem_tells_what_was_assumed_and_how_to_mend_it(sheet):
    record = run_json("read", sheet("Company,Salary\nBirch,lots\n"))
    (problem,) = [one for one in record["problems"] if one["row"] == 2]
    assert list(problem) == ("code level row column field value text assumed fix choices".split())
    assert (problem["column"], problem["field"], problem["value"]) == ("Salary", "pay", "lots")


def test_people_are_told_what_each_heading_was_taken_for(sheet):
    done = run_here("read", sheet("Firm,Shoe size\nBirch,44\n"))
    assert done.returncode == 0
    assert "Firm → Company" in done.stdout
    assert "Shoe size → (not used)" in done.stdout
    assert "Birch" in done.stdout


def test_a_heading_to_map_that_a_file_lacks_is_an_error_of_that_file(sheet):
    files = sheet("Zorp,Role\nBirch,Cook\n"), sheet("Company,Role\nCedar,Cook\n", "b.csv")
    done = run_here("read", *files, "--map", "Zorp=company", "--json")
    assert done.returncode == 2
    good, bad = lines_of(done)
    assert good["invites"] == [{"row": 2, "company": "Birch", "role": "Cook"}]
    assert bad["error"] == "choice_unknown"
    assert "Zorp" in done.stderr


def test_a_sheet_of_one_column_is_read_once_its_heading_is_mapped(sheet):
    file = sheet("Firms I heard from\nBirch\nCedar\n")
    done = run_here("read", file, "--map", "Firms I heard from=company", "--json")
    assert done.returncode == 0
    (read,) = lines_of(done)
    assert [invite["company"] for invite in read["invites"]] == ["Birch", "Cedar"]


def test_a_file_name_that_is_no_text_comes_back_as_it_was_given(tmp_path):
    path = tmp_path / "caf\udce9.csv"
    path.write_bytes(b"Company\nBirch\n")
    assert run_json("read", path)["file"] == str(path)


def test_a_missing_file_is_one_clear_line():
    done = run_here("read", "/nowhere.csv")
    assert_one_clear_line(done)
    assert "there is no such file" in done.stderr
