"""An S3 of our own on 127.0.0.1, which can be told to fail as networks and services do."""

import hashlib
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

from example_store import BUCKET

Fault = Callable[["Request", bytes], None]


class S3Stub:
    """Stores what ExampleStore puts."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        # by the end of the key
        self.faults: dict[str, Fault] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.closing = Event()
        self.url = ""

    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> None:  # noqa: N803 -- as S3's client names them
        assert Bucket == BUCKET
        self.objects[Key] = Body

    def clear(self) -> None:
        self.objects.clear()
        self.faults.clear()
        self.asked.clear()

    def fault_for(self, key: str) -> Fault | None:
        return next((fault for end, fault in self.faults.items() if key.endswith(end)), None)


class Request(BaseHTTPRequestHandler):
    stub: S3Stub

    def do_GET(self) -> None:
        key = urlsplit(self.path).path.removeprefix(f"/{BUCKET}/")
        self.stub.asked.append((key, self.headers["If-None-Match"]))
        fault, content = self.stub.fault_for(key), self.stub.objects.get(key)
        if fault is not None:
            fault(self, content or b"")
        elif content is None:
            self.refuse(404, "NoSuchKey")
        elif self.headers["If-None-Match"] == etag(content):
            self.answer(304, b"", etag(content))
        else:
            self.answer(200, content, etag(content))

    def answer(self, status: int, content: bytes, tag: str | None, /, *, claimed: int | None = None) -> None:
        self.send_response(status)
        if tag is not None:
            self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(content) if claimed is None else claimed))
        self.end_headers()
        self.wfile.write(content)

    def refuse(self, status: int, code: str) -> None:
        # "Error responses", Amazon S3 API Reference
        self.answer(status, f"<Error><Code>{code}</Code><Message>fault</Message></Error>".encode(), None)

    def reset(self) -> None:
        """End the connection by RST, as a crashed or overloaded machine does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def etag(content: bytes) -> str:
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def silence(request: Request, _content: bytes) -> None:
    request.stub.closing.wait(20)
    request.close_connection = True


def forbidden(request: Request, _content: bytes) -> None:
    request.refuse(403, "AccessDenied")


def expired(request: Request, _content: bytes) -> None:
    request.refuse(400, "ExpiredToken")


def no_bucket(request: Request, _content: bytes) -> None:
    request.refuse(404, "NoSuchBucket")


def elsewhere(request: Request, _content: bytes) -> None:
    """Answer as S3 does to who asks in the wrong region."""
    request.refuse(301, "PermanentRedirect")


def internal_error(request: Request, _content: bytes) -> None:
    request.refuse(500, "InternalError")


def slow_down(request: Request, _content: bytes) -> None:
    request.refuse(503, "SlowDown")


def drip(request: Request, content: bytes) -> None:
    """Send a byte now and then, each one in time for the client's read timeout."""
    request.answer(200, content[:1], etag(content), claimed=len(content))
    for byte in content[1:]:
        if request.stub.closing.is_set():
            return
        time.sleep(0.1)
        try:
            request.wfile.write(bytes([byte]))
        except OSError:
            return


def truncated(request: Request, content: bytes) -> None:
    request.answer(200, content[: len(content) // 2], etag(content), claimed=len(content))
    request.close_connection = True


def closed(request: Request, _content: bytes) -> None:
    request.reset()


def broken_off(request: Request, content: bytes) -> None:
    request.answer(200, content[: len(content) // 2], etag(content), claimed=len(content))
    request.reset()


def endless(request: Request, content: bytes) -> None:
    """Announce more than anybody should read."""
    request.answer(200, content, etag(content), claimed=10**12)
    request.close_connection = True


def tampered(request: Request, content: bytes) -> None:
    """Turn one bit in the middle."""
    middle = len(content) // 2
    request.answer(200, content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :], etag(content))


def no_tag(request: Request, content: bytes) -> None:
    request.answer(200, content, None)


def another_tag_each_time(request: Request, content: bytes) -> None:
    request.answer(200, content, f'"{time.monotonic_ns()}"')


def without_length(request: Request, content: bytes) -> None:
    request.send_response(200)
    request.end_headers()
    request.wfile.write(content)


def web_page(request: Request, _content: bytes) -> None:
    """Answer as a captive proxy does."""
    request.answer(200, b"<html>please sign in</html>", '"page"')


@contextmanager
def s3_stub() -> Iterator[S3Stub]:
    stub = S3Stub()
    handler = type("StubRequest", (Request,), {"stub": stub})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        stub.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield stub
        finally:
            stub.closing.set()
            server.shutdown()
            thread.join()
