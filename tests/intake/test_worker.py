import os
import re
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.files.encodings import decode
from advisor.intake.invites import read_here, read_invites
from advisor.intake.problems import UnreadableSheet
from advisor.intake.stages import Stage, reached
from advisor.intake.worker import MEMORY_BYTES, NoChild, Worker, run_apart
from tests.intake.crafted import plain_rows, sheet_xml, text_sheet, workbook


@pytest.fixture(scope="module")
def worker():
    worker = Worker(seconds=20)
    yield worker
    worker.close()


def test_a_function_runs_in_another_process(worker) -> None:
    assert worker.run(os.getpid) != os.getpid()


def test_the_same_process_reads_file_after_file(worker) -> None:
    assert worker.run(os.getpid) == worker.run(os.getpid)


def test_a_refusal_comes_back_as_it_was_raised(worker) -> None:
    with pytest.raises(ChoiceError, match="There is no encoding named 'klingon'"):
        worker.run(decode, b"Company", "klingon")


def test_arguments_and_results_cross_whole(worker) -> None:
    decoded = worker.run(decode, "Müller;".encode() * 200_000)
    assert decoded.text == "Müller;" * 200_000


def test_a_failure_of_ours_is_said_in_one_sentence_without_its_inside(worker) -> None:
    with pytest.raises(UnreadableSheet, match="The file could not be read") as refusal:
        worker.run(int, "secret cell")
    assert refusal.value.code == "reader_failed"
    assert "secret" not in refusal.value.text


def test_a_process_that_dies_is_said_and_replaced(worker) -> None:
    with pytest.raises(UnreadableSheet, match="could not be read"):
        worker.run(os._exit, 3)
    assert worker.run(abs, -4) == 4


def die_among_the_cells() -> None:
    reached(Stage.HEADINGS)
    reached(Stage.CELLS)
    os._exit(3)


def test_a_process_that_dies_in_the_middle_says_what_it_was_at(worker) -> None:
    with pytest.raises(UnreadableSheet, match="while its dates, amounts and ratings were read"):
        worker.run(die_among_the_cells)
    assert worker.run(abs, -4) == 4


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_reading_tells_its_stages_in_order_while_it_goes_on(kind) -> None:
    content = text_sheet().encode() if kind == "csv" else workbook(sheet_xml(*plain_rows()))
    seen: list[Stage] = []
    read_invites(content, f"mine.{kind}", today=date(2027, 1, 7), watch=seen.append)
    assert seen == list(Stage)


def test_a_process_that_was_ended_between_two_files_is_replaced_in_silence(worker) -> None:
    os.kill(worker.run(os.getpid), signal.SIGKILL)
    time.sleep(0.2)
    assert worker.run(abs, -4) == 4


@pytest.mark.parametrize(("function", "argument"), [(time.sleep, 60), (sum, range(10**12))])
def test_a_reading_that_takes_too_long_is_ended(function, argument) -> None:
    worker = Worker(seconds=0.5)
    try:
        with pytest.raises(UnreadableSheet, match="too much time") as refusal:
            worker.run(function, argument)
        assert refusal.value.code == "reader_failed"
    finally:
        worker.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_a_reading_that_needs_too_much_memory_is_refused_and_the_next_goes_on(worker) -> None:
    with pytest.raises(UnreadableSheet, match="memory"):
        worker.run(bytes, 4_000_000_000)
    assert worker.run(abs, -4) == 4


def address_space() -> int:
    """Bytes this process has reserved at most, after a table was read."""
    read_here(text_sheet().encode(), "mine.csv", today=date(2027, 1, 7))
    return int(re.search(r"VmPeak:\s*(\d+)", Path("/proc/self/status").read_text())[1]) * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_a_small_sheet_leaves_most_of_the_address_space_to_larger_ones(worker) -> None:
    assert worker.run(address_space) < MEMORY_BYTES / 2


def test_threads_share_one_process(worker) -> None:
    found = []
    threads = [threading.Thread(target=lambda: found.append(worker.run(os.getpid))) for _ in "1234"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_printing_does_not_disturb_the_answers(worker) -> None:
    assert worker.run(print, "hello") is None
    assert worker.run(abs, -4) == 4


def test_a_machine_without_child_processes_is_told_apart(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NoChild, match="No reading process can be started"):
        Worker().run(abs, -4)


def test_a_child_that_ends_before_it_is_ready_is_told_apart(monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    with pytest.raises(NoChild, match="ends before it is ready"):
        Worker().run(abs, -4)


def test_the_shared_process_ends_with_the_program() -> None:
    script = "from advisor.intake.worker import run_apart; import os; print(run_apart(os.getpid))"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, cwd=root, check=True
    )
    assert done.stderr == b""
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_choices_cross_to_the_other_process() -> None:
    assert (
        run_apart(Choices.to_json, Choices(sheet="Invites")) == Choices(sheet="Invites").to_json()
    )
