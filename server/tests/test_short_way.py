"""What is right is answered without the application, which gets everything else as it was sent."""

import asyncio
from typing import Any

import pytest
from pydantic import BaseModel
from starlette.types import Message, Receive, Scope, Send

from retail_api.problem import OVERLOADED, ProblemError
from retail_api.short_way import ShortEndpoint, ShortWay

JSON = [(b"content-type", b"application/json")]
RIGHT = b'{"number": 1}'


class Number(BaseModel):
    number: int


async def double(question: Number) -> Number:
    if question.number > 1000:
        raise ProblemError(OVERLOADED, "too much", "ask for less")
    return Number(number=question.number * 2)


class Application:
    """Remembers the bodies that it was given."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def __call__(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        self.bodies.append((await receive())["body"])


def send(body: bytes, **changes: Any) -> tuple[list[Message], list[bytes]]:
    """Give what was answered the short way, and what the application got."""
    application, answered = Application(), list[Message]()

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def note(message: Message) -> None:
        answered.append(message)

    scope = {"type": "http", "path": "/double", "method": "POST", "headers": JSON} | changes
    asyncio.run(
        ShortWay(application, endpoints={"/double": ShortEndpoint(Number, Number, double)})(scope, receive, note)
    )
    return answered, application.bodies


def test_answers_what_is_right() -> None:
    (start, body), others = send(RIGHT)
    assert (start["status"], body["body"]) == (200, b'{"number":2}')
    assert (b"content-type", b"application/json") in start["headers"]
    assert others == []


def test_answers_the_problem_of_an_endpoint() -> None:
    (start, body), others = send(b'{"number": 1001}')
    assert start["status"] == 503
    assert b"ask for less" in body["body"]
    assert others == []


@pytest.mark.parametrize("body", [b"", b"{}", b"x", b'{"number": "x"}', RIGHT.decode().encode("utf-16")])
def test_leaves_what_it_cannot_read(body: bytes) -> None:
    assert send(body) == ([], [body])


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "/other"},
        {"method": "PUT"},
        {"headers": []},
        {"headers": [(b"content-type", b"application/json; charset=utf-8")]},
        {"headers": JSON * 2},
    ],
    ids=["path", "method", "no media type", "media type with a parameter", "two media types"],
)
def test_leaves_another(changes: dict[str, Any]) -> None:
    assert send(RIGHT, **changes) == ([], [RIGHT])
