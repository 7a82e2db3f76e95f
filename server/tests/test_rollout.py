"""One process is replaced by another under traffic, as in a rolling update."""

import http.client
import json
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from threading import Event, Thread

import pytest
from example_api import LITERAL
from example_store import ExampleStore
from s3_stub import S3Stub, s3_stub
from server_process import free_port, process_environment, server_process

BODY = json.dumps(LITERAL).encode()
JSON = {"content-type": "application/json"}
# between the requests of a caller, so that they take the time of neither process
PAUSE_SECONDS = 0.01


@pytest.fixture(scope="module")
def s3() -> Iterator[S3Stub]:
    with s3_stub() as stub:
        ExampleStore(stub).export("v1")
        yield stub


class KeepAliveCaller(Thread):
    """Keeps a connection to a process that is ready, until that process closes it in an answer."""

    def __init__(self, ports: Sequence[int], stop: Event) -> None:
        super().__init__()
        self.ports, self.stop = ports, stop
        self.answered: dict[int, int] = dict.fromkeys(ports, 0)
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self.call_one()
        except BaseException as failure:  # noqa: BLE001 -- raised again in the thread that waits
            self.failure = failure

    def call_one(self) -> None:
        for port in self.ports:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                if is_ready(connection):
                    return self.call_until_closed(connection)
        raise AssertionError("no process is ready")

    def call_until_closed(self, connection: http.client.HTTPConnection) -> None:
        while not self.stop.is_set():
            connection.request("POST", "/predict", BODY, JSON)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, body
            self.answered[connection.port] += 1
            if answer.headers["connection"] == "close":
                return
            self.stop.wait(PAUSE_SECONDS)


def is_ready(connection: http.client.HTTPConnection) -> bool:
    try:
        connection.request("GET", "/ready")
        answer = connection.getresponse()
        answer.read()
    except ConnectionRefusedError:
        # a process that has ended; a load balancer would have forgotten it
        return False
    return answer.status == 200 and answer.headers["connection"] != "close"


def test_loses_no_request(s3: S3Stub) -> None:
    before, after = free_port(), free_port()
    stop = Event()
    callers = [KeepAliveCaller([before, after], stop) for _ in range(3)]
    # nobody reads what they log
    quiet = {"LOG_LEVEL": "WARNING"}
    with (
        server_process(process_environment(before, s3.url) | quiet | {"DRAIN_SECONDS": "3"}) as old,
        server_process(process_environment(after, s3.url) | quiet),
    ):
        for caller in callers:
            caller.start()
        wait_for(lambda: all(caller.answered[before] for caller in callers), callers)
        old.send_signal(signal.SIGTERM)
        old.communicate(timeout=60)
        wait_for(lambda: all(caller.answered[after] for caller in callers), callers)
        stop.set()
        for caller in callers:
            caller.join()
    assert [caller.failure for caller in callers] == [None] * 3
    assert old.returncode in (0, -signal.SIGTERM)


def wait_for(happened: object, callers: Sequence[KeepAliveCaller]) -> None:
    assert callable(happened)
    while not happened():
        assert [caller.failure for caller in callers] == [None] * len(callers)
        callers[0].stop.wait(0.02)


@pytest.fixture
def ending(s3: S3Stub) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    port = free_port()
    with server_process(process_environment(port, s3.url) | {"DRAIN_SECONDS": "2"}) as process:
        yield port, process


def test_finishes_what_is_open_when_it_ends(ending: tuple[int, subprocess.Popen[str]]) -> None:
    port, process = ending
    with (
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as open_request,
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as other,
    ):
        open_request.putrequest("POST", "/predict")
        open_request.putheader("content-type", "application/json")
        open_request.putheader("content-length", str(len(BODY)))
        open_request.endheaders(BODY[:5])
        assert is_ready(other)
        process.send_signal(signal.SIGTERM)
        while is_ready(other):
            pass
        # it no longer accepts connections, and waits for the open request
        wait_until_refused(port)
        open_request.send(BODY[5:])
        answer = open_request.getresponse()
        assert (answer.status, answer.headers["connection"]) == (200, "close")
    output, _ = process.communicate(timeout=60)
    assert '"message": "request"' in output


def wait_until_refused(port: int) -> None:
    while True:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            try:
                connection.request("GET", "/ready")
                answer = connection.getresponse()
                assert (answer.status, json.loads(answer.read())["reason"]) == (503, "the process is ending")
            except ConnectionError:
                return
        # not faster, because each one is logged, and nobody reads the log yet
        time.sleep(0.1)
