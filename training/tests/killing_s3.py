"""An S3 of a few lines on this machine, which can kill whoever writes to it, and bring writers to the same point."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class KillingS3(ThreadingHTTPServer):
    """GetObject and PutObject with If-Match and If-None-Match, as the S3 API reference has them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, bytes] = {}
        self.victim: int | None = None
        """Process to kill with SIGKILL at the next write to a name with this ending."""
        self.at = ""
        self.after_writing = False
        self.writing = threading.Lock()
        self.meeting: threading.Barrier | None = None
        """Whoever reads the pointer waits here for the others, and gets what was there before they came."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def kill_at(self, ending: str, *, after_writing: bool) -> None:
        self.at, self.after_writing = ending, after_writing

    def is_fatal(self, path: str, *, after_writing: bool) -> bool:
        return bool(self.at) and path.endswith(self.at) and self.after_writing is after_writing

    def kill(self) -> None:
        assert self.victim
        os.kill(self.victim, signal.SIGKILL)


def etag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()}"'


class _Handler(BaseHTTPRequestHandler):
    server: KillingS3
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        found = self.server.objects.get(self.path)
        if self.server.meeting and self.path.endswith("current.json"):
            self.server.meeting.wait(timeout=60)
        if found is None:
            self._answer(404, b"<Error><Code>NoSuchKey</Code><Message>none</Message></Error>")
        else:
            self._answer(200, found, found)

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.is_fatal(self.path, after_writing=False):
            self.server.kill()
            return
        with self.server.writing:
            before = self.server.objects.get(self.path)
            wanted = self.headers["If-Match"]
            lost = (self.headers["If-None-Match"] and before is not None) or (wanted and etag(before or b"") != wanted)
            if not lost:
                self.server.objects[self.path] = content
        if lost:
            self._answer(412, b"<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>")
            return
        if self.server.is_fatal(self.path, after_writing=True):
            self.server.kill()
            return
        self._answer(200, b"", content)

    def _answer(self, status: int, body: bytes, tagged: bytes | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if tagged is not None:
            self.send_header("ETag", etag(tagged))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name in the base class
        """Say nothing."""
