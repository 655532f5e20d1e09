"""What `rank --output` writes beside tables: the replies, and the figures for programs."""

import json

from tests.commands.running import SAMPLE, run_here

ON_THE_DAY = ("--today", "2027-01-06")


def test_the_replies_are_one_text_file_without_contacts_unless_asked_for(tmp_path):
    for more, there in (((), False), (("--with-contacts",), True)):
        target = tmp_path / f"replies{there}.txt"
        done = run_here("rank", SAMPLE, *ON_THE_DAY, "--output", target, *more)
        assert done.returncode == 0
        text = target.read_text(encoding="utf-8")
        assert text.count("Subject: ") == 14
        assert "Halden Optics: " in text
        assert ("Hi Ines," in text) is there


def test_the_figures_as_a_file_are_those_on_standard_output(tmp_path):
    target = tmp_path / "out.json"
    assert run_here("rank", SAMPLE, *ON_THE_DAY, "--output", target).returncode == 0
    printed = run_here("rank", SAMPLE, *ON_THE_DAY, "--json").stdout
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(printed)
