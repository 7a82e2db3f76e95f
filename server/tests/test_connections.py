"""What callers do on real connections: slow, endless and simultaneous bodies."""

import http.client
import json
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

import pytest
from example_api import LITERAL, example_settings
from memory_store import MemoryStore, example_bundle
from running_server import running_server, status

from retail_api.app import create_app_for

BODY = json.dumps(LITERAL).encode()
JSON = {"content-type": "application/json"}
LIMIT = 2048


@contextmanager
def example_server(**changes: Any) -> Iterator[int]:
    settings = example_settings(max_concurrent_requests=2, max_body_bytes=LIMIT, **changes)
    with running_server(create_app_for(MemoryStore(example_bundle("v1")), settings)) as port:
        yield port


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with example_server(body_seconds=60) as port:
        yield port


def connect(port: int) -> Any:
    return closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20))


def begin(connection: http.client.HTTPConnection, sent: bytes, whole: int = len(BODY)) -> None:
    """Announce a body and send the beginning of it."""
    connection.putrequest("POST", "/predict")
    connection.putheader("content-type", "application/json")
    connection.putheader("content-length", str(whole))
    connection.endheaders(sent)


def in_chunks(size: int, chunk: int = 1000) -> Iterator[bytes]:
    for _ in range(size // chunk):
        yield b" " * chunk
    yield BODY


@pytest.mark.parametrize(("size", "expected"), [(1000, 200), (3000, 413), (30_000, 413)])
def test_bounds_a_body_that_does_not_say_its_length(port: int, size: int, expected: int) -> None:
    with connect(port) as connection:
        # http.client sends an iterator in chunks
        connection.request("POST", "/predict", in_chunks(size), JSON, encode_chunked=True)
        answer = connection.getresponse()
        body = json.loads(answer.read())
    assert answer.status == expected
    if expected == 413:
        assert body["fix"] == f"send at most {LIMIT} bytes: fewer rows in each request"


def test_answers_an_endless_body_before_it_ends(port: int) -> None:
    with connect(port) as connection:
        # the byte at which the server stops reading: one more, and closing could overtake the answer
        begin(connection, b" " * (LIMIT * 16 + 1), whole=10**12)
        assert connection.getresponse().status == 413


def test_gives_up_on_a_body_that_does_not_come() -> None:
    with example_server(body_seconds=0.2) as port, connect(port) as connection:
        begin(connection, BODY[:5])
        answer = connection.getresponse()
        body = json.loads(answer.read())
    assert (answer.status, answer.headers["connection"], body["title"]) == (408, "close", "the body came too slowly")


def test_forgets_callers_who_go_away(port: int) -> None:
    for _ in range(5):
        with connect(port) as connection:
            begin(connection, BODY[:5])
    wait_for_in_flight(port, 0)
    with connect(port) as connection:
        connection.request("POST", "/predict", BODY, JSON)
        assert connection.getresponse().status == 200


def test_turns_away_what_is_too_much_and_finishes_what_it_let_in(port: int) -> None:
    with ExitStack() as stack:
        inside = [stack.enter_context(connect(port)) for _ in range(2)]
        for connection in inside:
            begin(connection, BODY[:5])
            wait_for_in_flight(port, inside.index(connection) + 1)
        third = stack.enter_context(connect(port))
        third.request("POST", "/predict", BODY, JSON)
        answer = third.getresponse()
        assert (answer.status, answer.headers["retry-after"]) == (503, "1")
        assert json.loads(answer.read())["title"] == "too many requests at once"
        # what machines ask is never turned away
        assert [status(port, path) for path in ("/health", "/ready", "/metrics")] == [200] * 3
        for connection in inside:
            connection.send(BODY[5:])
            assert connection.getresponse().status == 200
        third.request("POST", "/predict", BODY, JSON)
        assert third.getresponse().status == 200


def wait_for_in_flight(port: int, count: int) -> None:
    while f"predictions_in_flight {count:.1f}" not in metrics(port):
        pass


def metrics(port: int) -> str:
    with connect(port) as connection:
        connection.request("GET", "/metrics")
        text: str = connection.getresponse().read().decode()
        return text
