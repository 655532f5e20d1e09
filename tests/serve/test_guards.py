"""The guards in front of a shared copy, each alone."""

import asyncio

import pytest

from advisor import Hosting
from advisor.rules.hosting import rows_allowed
from advisor.serve.guards import MEGABYTE, METRICS, MOST_LEDGERS, Closed, Uploads, Visitors
from advisor.serve.headers import HEADERS, StrictHeaders
from tests.serve.asking import apart, ask, fine

BOUNDS = Hosting(visitors=2, kept_mb=2)
MINE = "/_stcore/upload_file/me/first"


def test_every_answer_carries_the_headers_and_replaces_what_stood_there():
    async def framed(scope, receive, send):
        headers = [(b"x-frame-options", b"ALLOWALL")]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send({"type": "http.response.body", "body": b"gone"})

    answer = ask(StrictHeaders(framed))
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers.getlist("x-frame-options") == ["DENY"]


def test_a_file_made_of_a_sheet_is_kept_in_no_cache_of_the_browser():
    assert ask(StrictHeaders(fine), path="/media/0a1b.xlsx").headers["cache-control"] == "no-store"
    assert "cache-control" not in ask(StrictHeaders(fine), path="/static/main.js").headers


def connecting(*messages, extensions=("websocket.http.response",)):
    """What a connection is sent through the strict headers by an application that says this."""
    sent = []

    async def saying(scope, receive, send):
        for message in messages:
            await send(message)

    async def send(message):
        sent.append(message)

    scope = {"type": "websocket", "extensions": {key: {} for key in extensions}}
    apart(StrictHeaders(saying)(scope, None, send))
    return sent


def told(message):
    found = {name.decode(): value.decode() for name, value in message["headers"]}
    return {name: found[name.lower()] for name in HEADERS}


def test_an_opened_connection_carries_the_headers_and_closes_as_it_likes():
    close = {"type": "websocket.close", "code": 1001}
    accepted, closed = connecting({"type": "websocket.accept"}, close)
    assert told(accepted) == HEADERS
    assert closed == close


def test_a_refused_connection_is_answered_with_the_headers():
    start, body = connecting({"type": "websocket.close", "code": 1008})
    assert (start["type"], start["status"]) == ("websocket.http.response.start", 403)
    assert told(start) == HEADERS
    assert body["type"] == "websocket.http.response.body"


def test_a_server_that_cannot_answer_a_connection_closes_it():
    close = {"type": "websocket.close", "code": 1008}
    assert connecting(close, extensions=()) == [close]


def test_nothing_but_styles_may_be_inline_and_no_text_is_ever_run():
    policy = HEADERS["Content-Security-Policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert scripts == "script-src 'self' blob:"
    assert "unsafe-eval" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_a_file_within_the_bound_is_taken_and_one_beyond_it_is_refused_before_it_is_read():
    uploads = Uploads(fine, bounds=BOUNDS)
    assert ask(uploads, "PUT", MINE, body=b"x" * MEGABYTE).status == 204
    beyond = ask(uploads, "PUT", "/_stcore/upload_file/me/second", body=b"x" * (MEGABYTE + 1))
    assert beyond.status == 413
    assert beyond.text == "The files of one visitor may take 2 MB in all. Remove one first.\n"


def test_the_same_file_again_takes_its_own_place():
    uploads = Uploads(fine, bounds=BOUNDS)
    for _ in range(4):
        assert ask(uploads, "PUT", MINE, body=b"x" * MEGABYTE).status == 204


def test_a_file_taken_back_makes_room():
    uploads = Uploads(fine, bounds=BOUNDS)
    second = "/_stcore/upload_file/me/second"
    assert ask(uploads, "PUT", MINE, body=b"x" * 2 * MEGABYTE).status == 204
    assert ask(uploads, "PUT", second, body=b"x").status == 413
    assert ask(uploads, "DELETE", MINE).status == 204
    assert ask(uploads, "PUT", second, body=b"x").status == 204


def test_one_visitors_files_take_nothing_from_another():
    uploads = Uploads(fine, bounds=BOUNDS)
    for visitor in "abc":
        path = f"/_stcore/upload_file/{visitor}/first"
        assert ask(uploads, "PUT", path, body=b"x" * 2 * MEGABYTE).status == 204


def test_a_file_that_streamlit_refuses_is_not_counted():
    async def refusing(scope, receive, send):
        await send({"type": "http.response.start", "status": 403, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    uploads = Uploads(refusing, bounds=BOUNDS)
    for _ in range(3):
        assert ask(uploads, "PUT", MINE, body=b"x" * 2 * MEGABYTE).status == 403
    assert not any(uploads.kept.values())


@pytest.mark.parametrize("length", ["", "many", "-5", "1e3"])
def test_a_file_that_does_not_say_how_long_it_is_is_refused(length):
    answer = ask(Uploads(fine, bounds=BOUNDS), "PUT", MINE, headers=[("content-length", length)])
    assert answer.status == 411


def test_the_count_of_files_stays_small_whoever_comes():
    uploads = Uploads(fine, bounds=BOUNDS)
    for number in range(MOST_LEDGERS + 5):
        uploads._count("PUT", f"visitor {number}", "first", 1)
    assert len(uploads.kept) == MOST_LEDGERS


def test_taking_back_what_was_never_given_pushes_nobody_out():
    uploads = Uploads(fine, bounds=BOUNDS)
    uploads._count("PUT", "me", "first", 1)
    for number in range(MOST_LEDGERS + 5):
        uploads._count("DELETE", f"visitor {number}", "first", 0)
    assert uploads.kept == {"me": {"first": 1}}


@pytest.mark.parametrize("second", ["second", "first"])
def test_files_that_come_in_at_the_same_time_are_bounded_together(second):
    answers = []

    async def slow(scope, receive, send):
        """While the first file comes in, another of the same visitor is offered."""
        if not answers:
            answers.append(None)
            path = f"/_stcore/upload_file/me/{second}"
            answers[0] = ask(uploads, "PUT", path, body=b"x" * (MEGABYTE + 1)).status
        await fine(scope, receive, send)

    uploads = Uploads(slow, bounds=BOUNDS)
    assert ask(uploads, "PUT", MINE, body=b"x" * MEGABYTE).status == 204
    assert answers == [413]
    assert ask(uploads, "PUT", MINE, body=b"x" * 2 * MEGABYTE).status == 204


def test_what_only_its_keeper_asks_is_answered_to_nobody():
    assert ask(Closed(fine), path=METRICS).status == 404
    assert ask(Closed(fine)).status == 204


def test_other_requests_pass_untouched():
    assert (
        ask(Uploads(fine, bounds=BOUNDS), "PUT", "/elsewhere", headers=[("a", "b")]).status == 204
    )


def connection():
    """A visitor's connection: what it was sent, and how to let it go."""
    leave, sent = asyncio.Event(), []

    async def receive():
        await leave.wait()
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    return leave, sent, receive, send


async def staying(scope, receive, send):
    """An application in which a visitor stays until they leave."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await receive()
    else:
        await fine(scope, receive, send)


STREAM = {"type": "websocket", "path": "/_stcore/stream"}


def test_a_visitor_beyond_the_bound_is_refused_until_one_leaves():
    async def scene():
        guard = Visitors(staying, bounds=BOUNDS)
        inside = [connection() for _ in range(2)]
        stays = [asyncio.create_task(guard(STREAM, *one[2:])) for one in inside]
        await asyncio.sleep(0)
        late = connection()
        late[0].set()
        await guard(STREAM, *late[2:])
        for one in inside:
            one[0].set()
        await asyncio.gather(*stays)
        again = connection()
        again[0].set()
        await guard(STREAM, *again[2:])
        return [one[1] for one in inside], late[1], again[1], guard.inside

    inside, late, again, left = apart(scene())
    assert inside == [[{"type": "websocket.accept"}]] * 2
    assert late == [{"type": "websocket.close", "code": 1013}]
    assert again == [{"type": "websocket.accept"}]
    assert left == 0


def test_a_full_copy_says_so_on_the_page_and_serves_those_inside():
    guard = Visitors(fine, bounds=BOUNDS)
    guard.inside = 2
    answer = ask(guard)
    assert answer.status == 503
    assert answer.headers["retry-after"] == "60"
    assert answer.text.startswith("This copy is full: 2 people have it open.")
    assert ask(guard, path="/static/js/index.js").status == 204


def test_a_visitor_whose_page_fails_makes_room():
    async def failing(scope, receive, send):
        raise RuntimeError("the page failed")

    guard = Visitors(failing, bounds=BOUNDS)
    with pytest.raises(RuntimeError, match="the page failed"):
        apart(guard(STREAM, *connection()[2:]))
    assert guard.inside == 0


@pytest.mark.parametrize("told", ["0", "-1", "many", "2.5"])
def test_a_bound_that_is_no_number_of_rows_is_refused(told):
    with pytest.raises(ValueError, match=f'ADVISOR_ROWS must be .* not "{told}"'):
        rows_allowed({"ADVISOR_ROWS": told})
