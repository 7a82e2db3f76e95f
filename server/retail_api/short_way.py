"""The way of a request that is right."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fastapi import Response
from pydantic import TypeAdapter, ValidationError
from starlette.types import ASGIApp, Receive, Scope, Send

from retail_api.body_limit import replay
from retail_api.problem import ProblemError

_Read = Callable[[bytes], object]
_Write = Callable[[object], bytes]
_JSON: Final = [b"application/json"]


@dataclass(frozen=True, slots=True)
class ShortEndpoint:
    """What an endpoint is asked by POST, what it answers, and the endpoint."""

    question: type
    answer: type
    endpoint: Callable[[Any], Awaitable[object]]


class ShortWay:
    """ASGI middleware. Reads a body straight into an endpoint's model, and writes its answer straight into JSON.

    That takes a tenth of the time of the application, which gets all that can't be read so: it knows every other kind
    of JSON, says what is wrong with the rest, and has the same endpoints.
    """

    def __init__(self, app: ASGIApp, *, endpoints: Mapping[str, ShortEndpoint]) -> None:
        """Wrap an application; its endpoints by their paths."""
        self._app = app
        self._ways = {path: _way(short) for path, short in endpoints.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is right, and leave the rest to the application. Takes the body in one message."""
        known = self._ways.get(scope.get("path", ""))
        if known is None or scope["method"] != "POST" or _media_types(scope) != _JSON:
            await self._app(scope, receive, send)
            return
        read, endpoint, write = known
        body: bytes = (await receive())["body"]
        try:
            question = read(body)
        except ValidationError:
            await self._app(scope, replay(body, receive), send)
            return
        try:
            answer = Response(write(await endpoint(question)), media_type="application/json")
        except ProblemError as problem:
            answer = problem.answer()
        await answer(scope, receive, send)


def _way(short: ShortEndpoint) -> tuple[_Read, Callable[[Any], Awaitable[object]], _Write]:
    return TypeAdapter[Any](short.question).validate_json, short.endpoint, TypeAdapter[Any](short.answer).dump_json


def _media_types(scope: Scope) -> list[bytes]:
    return [value for name, value in scope["headers"] if name == b"content-type"]
