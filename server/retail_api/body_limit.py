"""Reads bodies, up to a size and within a time."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from retail_api.paths import GUARDED
from retail_api.problem import BODY_TOO_LARGE, BODY_TOO_SLOW, ProblemError

# read and thrown away before the answer: a caller that is still sending may never see an answer it gets too early
_THROWN_AWAY_BODIES: Final = 16
_CLOSE: Final = {"connection": "close"}


class _GoneError(Exception):
    """The caller has gone."""


class BodyLimit:
    """ASGI middleware. Refuses a body over `most_bytes` with 413, and one that takes over `seconds` with 408.

    What is sent is counted, so that a body without (or with a wrong) Content-Length is bounded too.
    """

    def __init__(self, app: ASGIApp, *, most_bytes: int, seconds: float) -> None:
        """Wrap an application."""
        self._app = app
        self._most_bytes = most_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the application, which gets the whole body at once."""
        if scope.get("path") not in GUARDED:
            await self._app(scope, receive, send)
            return
        try:
            body = await self._read(receive)
        except ProblemError as problem:
            await problem.answer()(scope, receive, send)
        except _GoneError:
            return
        else:
            await self._app(scope, replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._read_bounded(receive)
        except TimeoutError:
            raise self._too_slow() from None

    async def _read_bounded(self, receive: Receive) -> bytes:
        body, size, more = bytearray(), 0, True
        while more and size <= self._most_bytes * _THROWN_AWAY_BODIES:
            chunk, more = await _next_chunk(receive)
            size += len(chunk)
            if size <= self._most_bytes:
                body += chunk
        if size > self._most_bytes:
            raise self._too_large()
        return bytes(body)

    def _too_large(self) -> ProblemError:
        fix = f"send at most {self._most_bytes} bytes: fewer rows in each request"
        return ProblemError(BODY_TOO_LARGE, f"the body has more than {self._most_bytes} bytes", fix, headers=_CLOSE)

    def _too_slow(self) -> ProblemError:
        detail = f"the body was not complete after {self._seconds:g} s"
        return ProblemError(BODY_TOO_SLOW, detail, "send it again, over a faster connection", headers=_CLOSE)


async def _next_chunk(receive: Receive) -> tuple[bytes, bool]:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise _GoneError
    return message.get("body", b""), message.get("more_body", False)


def replay(body: bytes, receive: Receive) -> Receive:
    """Give a body that was read already, then what comes after it."""
    given = False

    async def replayed() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replayed
