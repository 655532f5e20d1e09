"""A shared copy as it runs: who may ask, what they may take, what they never see."""

import time

import pytest
from websockets.exceptions import InvalidStatus

from advisor.serve.headers import HEADERS
from tests.serve.visiting import ANSWERS_WITHIN, Copy, shared_copy, visitor
from tests.started import started

ROWS, VISITORS = 50, 3


@pytest.fixture(scope="module")
def data_home(tmp_path_factory):
    """Where this system's programs would keep a person's data."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def copy(data_home):
    bounds = ["--visitors", str(VISITORS), "--rows", str(ROWS), "--upload-mb", "1"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(data_home))
        patch.delenv("ADVISOR_JOURNAL", raising=False)
        with shared_copy(*bounds) as running:
            yield running


def sheet(company: str, rows: int = 1) -> bytes:
    """A sheet whose every row names this company."""
    return ("company,role\n" + f"{company},Engineer\n" * rows).encode()


def strict_in(headers) -> bool:
    """Whether these carry all that every answer must."""
    return all(headers.get(name.lower()) == value for name, value in HEADERS.items())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/_stcore/health", 200),
        ("/favicon.png", 200),
        ("/_stcore/metrics", 404),
        ("/media/nothing", 404),
        ("/component/nothing/index.html", 404),
        ("/static/../../pyproject.toml", 400),
        ("/static/%2e%2e/%2e%2e/pyproject.toml", 400),
        ("/static/..%2f..%2fpyproject.toml", 400),
        ("/app/static/../pyproject.toml", 400),
        ("//rebound.example/", 400),
        ("/%00", 400),
    ],
)
def test_every_answer_is_strict_and_none_leads_outside(copy, path, status):
    found, headers, text = copy.get(path)
    assert found == status
    assert strict_in(headers)
    assert "[project]" not in text


def test_an_open_connection_is_strict(copy):
    with visitor(copy) as one:
        assert strict_in(one.wire.response.headers)


def test_the_page_answers_only_to_its_own_name(copy):
    status, headers, text = copy.get("/", Host="rebound.example")
    assert (status, text) == (400, "Invalid host header")
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("header", ["Host", "Origin"])
def test_a_page_of_somebody_else_cannot_open_a_connection(copy, header):
    told = "rebound.example" if header == "Host" else "https://rebound.example"
    if header == "Origin":
        with pytest.raises(InvalidStatus) as refused, visitor(copy, Origin=told):
            pass
        assert refused.value.response.status_code == 403
        assert strict_in(refused.value.response.headers)
    else:
        elsewhere = Copy(port=copy.port, pid=copy.pid)
        status, _, _ = elsewhere.get("/_stcore/stream", Host=told, Upgrade="websocket")
        assert status == 400


def test_nobody_sees_what_another_entered(copy):
    with visitor(copy) as one, visitor(copy) as other, visitor(copy) as third:
        names = {"Aldermarsh": one, "Birchwater": other, "Cedarholm": third}
        for person in names.values():
            person.look()
        for name, person in names.items():
            person.give(sheet(name), "invites.csv")
        for name, person in names.items():
            person.look()
            seen = {other for other in names if other in person.text()}
            assert seen == {name}


def test_one_visitor_cannot_give_another_a_file(copy):
    with visitor(copy) as one:
        one.look()
        real, one.id = one.id, "somebody-else"
        assert one.put("stray", sheet("Stray"), "invites.csv")[0] == 400
        one.id = real


def test_a_file_over_the_bound_is_refused(copy):
    with visitor(copy) as one:
        one.look()
        assert one.put("large", b"x" * 1_100_000, "large.csv")[0] == 413


def test_a_sheet_of_too_many_rows_is_sent_to_the_command_line(copy):
    with visitor(copy) as one:
        one.look()
        one.give(sheet("Justenough", ROWS), "invites.csv")
        assert "Justenough" in one.text()
        one.give(sheet("Toomany", ROWS + 1), "invites.csv")
        assert f"This sheet has {ROWS + 1} invites; this copy shows at most {ROWS}." in one.text()
        assert "python -m advisor rank" in one.text()
        assert "Toomany" not in one.text()


def test_a_visitor_too_many_is_asked_to_come_back(copy):
    with visitor(copy) as one, visitor(copy) as other, visitor(copy) as third:
        for person in (one, other, third):
            person.look()
        status, headers, text = copy.get("/")
        assert status == 503
        assert headers["retry-after"] == "60"
        assert "Please come back in a minute" in text
        with pytest.raises(InvalidStatus), visitor(copy):
            pass
        one.look()
    assert copy.get("/")[0] == 200


def test_nothing_of_it_is_kept_in_a_file(copy, data_home):
    with visitor(copy) as one:
        one.look()
        one.give(sheet("Dunmore"), "invites.csv")
    assert not list(data_home.iterdir())


def test_who_left_is_forgotten_though_nobody_else_comes_or_goes():
    with started("tests.serve.watched_copy", "--port") as server:
        copy = Copy(port=server.port, pid=server.process.pid)
        with visitor(copy) as one:
            one.look()
            one.give(sheet("Dunmore"), "invites.csv")
            assert int(copy.get("/held")[2]) >= 3  # what they entered, the sheet as read, as kept
        until = time.monotonic() + ANSWERS_WITHIN
        while copy.get("/held")[2] != "0" and time.monotonic() < until:
            time.sleep(0.2)
        assert copy.get("/held")[2] == "0"
