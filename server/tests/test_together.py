"""Questions of one turn of the event loop are asked together."""

import asyncio
from collections.abc import Sequence

import pytest

from retail_api.together import Together


class Doubling:
    """Answers numbers, and remembers what it was asked at once."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.asked.append(list(numbers))
        if 0 in numbers:
            raise ValueError("there is a zero")
        return [number * 2 for number in numbers]


def test_asks_once_for_what_comes_in_one_turn() -> None:
    doubling = Doubling()

    async def ask() -> list[int]:
        together = Together(doubling)
        return await asyncio.gather(*(together.ask(number) for number in (1, 2, 3)))

    assert asyncio.run(ask()) == [2, 4, 6]
    assert doubling.asked == [[1, 2, 3]]


def test_waits_for_nobody() -> None:
    doubling = Doubling()

    async def ask() -> list[int]:
        together = Together(doubling)
        return [await together.ask(1), await together.ask(2)]

    assert asyncio.run(ask()) == [2, 4]
    assert doubling.asked == [[1], [2]]


def test_fails_for_each_that_asked_and_for_no_later_one() -> None:
    async def ask() -> list[int | BaseException]:
        together = Together(Doubling())
        failed = await asyncio.gather(together.ask(0), together.ask(1), return_exceptions=True)
        return [*failed, await together.ask(2)]

    zero, one, later = asyncio.run(ask())
    assert isinstance(zero, ValueError)
    assert isinstance(one, ValueError)
    assert later == 4


def test_asks_nothing_for_who_has_gone() -> None:
    doubling = Doubling()

    async def ask() -> int:
        together = Together(doubling)
        gone, stays = asyncio.create_task(together.ask(0)), asyncio.create_task(together.ask(1))
        asyncio.get_running_loop().call_soon(gone.cancel)
        answer = await stays
        with pytest.raises(asyncio.CancelledError):
            await gone
        return answer

    assert asyncio.run(ask()) == 2
    assert doubling.asked == [[1]]
