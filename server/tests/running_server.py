"""The application behind the real web server, on a port of its own."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

import uvicorn
from fastapi import FastAPI

from retail_api.bounded_protocol import BoundedProtocol


@contextmanager
def running_server(app: FastAPI, *, until: str = "/ready") -> Iterator[int]:
    """Serve in a thread; gives the port once that path answers 200."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        config = uvicorn.Config(
            app, http=BoundedProtocol, log_config=None, access_log=False, timeout_graceful_shutdown=5
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            wait_until_ready(port, until)
            yield port
        finally:
            server.should_exit = True
            thread.join()


def wait_until_ready(port: int, path: str = "/ready", seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while status(port, path) != 200:
        assert time.monotonic() < end
        time.sleep(0.05)


def status(port: int, path: str) -> int | None:
    """The status of a GET; None when nothing listens."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except ConnectionError:
            return None
