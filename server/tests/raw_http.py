"""Requests byte by byte, as a careless or a hostile caller may send them."""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

JSON: Final = {"content-type": "application/json"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def document(self) -> Any:
        return json.loads(self.body)

    @property
    def kind(self) -> str:
        """The last part of a problem's type."""
        return str(self.document["type"]).rpartition(":")[2]

    @property
    def fields(self) -> list[str]:
        return [problem["field"] for problem in self.document["problems"]]


def exchange(port: int, sent: bytes) -> list[Answer]:
    """Send all of it at once, and read until the server closes."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(sent)
        return list(_parse(b"".join(iter(lambda: connection.recv(65536), b""))))


def request_bytes(target: str, body: bytes | str, headers: Mapping[str, str] = JSON) -> bytes:
    """A request like `POST /predict` with its length; the connection stays open after it."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"{name}: {value}" for name, value in {"host": "test", "content-length": len(content), **headers}.items()]
    return "\r\n".join([f"{target} HTTP/1.1", *lines, "\r\n"]).encode("latin-1") + content


def ask(port: int, target: str, body: bytes | str = b"", headers: Mapping[str, str] = JSON) -> Answer:
    (answer,) = exchange(port, request_bytes(target, body, {"connection": "close", **headers}))
    return answer


def _parse(received: bytes) -> Iterator[Answer]:
    while received:
        head, _, received = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        headers = {name.lower(): value for name, value in pairs}
        status = int(first.split()[1])
        # an answer like 100 has none, another without a length ends with the connection
        length = 0 if status < 200 else int(headers.get("content-length", len(received)))
        yield Answer(status, headers, received[:length])
        received = received[length:]
