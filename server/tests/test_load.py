"""Twice as many callers as there is room for. LOAD_SECONDS makes it longer (default 2)."""

import http.client
import json
import os
import re
import time
from collections import Counter
from contextlib import closing
from threading import Event, Thread

from example_api import LITERAL
from example_store import ExampleStore
from running_server import status
from s3_stub import s3_stub
from server_process import free_port, process_environment, server_process

ROOM = 4
SECONDS = float(os.environ.get("LOAD_SECONDS", "2"))
# what the allocator takes more when one run needs a page more than another; not more in a minute than in a second
MOST_GROWTH = 2 * 1024 * 1024
ONE = ("/predict", json.dumps(LITERAL).encode())
MANY = ("/predict/batch", json.dumps({"rows": [LITERAL] * 200}).encode())


class Caller(Thread):
    """Asks without a pause, and counts the answers."""

    def __init__(self, port: int, stop: Event) -> None:
        super().__init__()
        self.port, self.stop = port, stop
        self.statuses: Counter[int] = Counter()
        self.failure: BaseException | None = None

    def run(self) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            try:
                while not self.stop.is_set():
                    self.ask(connection, *ONE)
                    self.ask(connection, *MANY)
            except BaseException as failure:  # noqa: BLE001 -- raised again in the thread that waits
                self.failure = failure

    def ask(self, connection: http.client.HTTPConnection, path: str, body: bytes) -> None:
        connection.request("POST", path, body, {"content-type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        self.statuses[answer.status] += 1
        assert answer.status == 200 or answer.headers["retry-after"] == "1"


def resident_bytes(port: int) -> float:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", "/metrics")
        found = re.search(r"(?m)^process_resident_memory_bytes (\S+)", connection.getresponse().read().decode())
    assert found is not None
    return float(found[1])


def load(port: int, seconds: float) -> Counter[int]:
    stop = Event()
    callers = [Caller(port, stop) for _ in range(2 * ROOM)]
    for caller in callers:
        caller.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert (status(port, "/health"), status(port, "/ready")) == (200, 200)
        stop.wait(0.25)
    stop.set()
    for caller in callers:
        caller.join()
    assert [caller.failure for caller in callers] == [None] * len(callers)
    return sum((caller.statuses for caller in callers), Counter())


def test_turns_requests_away_rather_than_break() -> None:
    port = free_port()
    with s3_stub() as s3:
        ExampleStore(s3).export("v1")
        settings = {"MAX_CONCURRENT_REQUESTS": str(ROOM), "LOG_LEVEL": "WARNING"}
        with server_process(process_environment(port, s3.url) | settings):
            load(port, SECONDS / 2)
            before = resident_bytes(port)
            statuses = load(port, SECONDS)
            assert set(statuses) == {200, 503}
            assert resident_bytes(port) - before < MOST_GROWTH
            # as if nothing had been: one caller at a time is never turned away
            assert set(load_one(port)) == {200}


def load_one(port: int) -> Counter[int]:
    caller = Caller(port, Event())
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        for _ in range(20):
            caller.ask(connection, *ONE)
    return caller.statuses
