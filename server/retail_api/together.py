"""Many questions that come at the same time, asked as one."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Together(Generic[Question, Answer]):
    """Collects the questions of one turn of the event loop, and asks them in one call.

    No question waits for others that may come: under light load each is asked alone, as soon as it could be anyway.
    """

    def __init__(self, ask: Callable[[Sequence[Question]], Sequence[Answer]]) -> None:
        """Keep what asks. It gives one answer for each question, in their order; what it raises, each of them gets."""
        self._ask = ask
        self._waiting: list[tuple[Question, asyncio.Future[Answer]]] = []

    async def ask(self, question: Question) -> Answer:
        """Give the answer to one question."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._answer)
        answer: asyncio.Future[Answer] = loop.create_future()
        self._waiting.append((question, answer))
        return await answer

    def _answer(self) -> None:
        asked, self._waiting = self._waiting, []
        # who no longer waits is not asked for
        asked = [(question, future) for question, future in asked if not future.done()]
        try:
            answers = self._ask([question for question, _ in asked])
        except Exception as error:  # noqa: BLE001 raised where each question was asked
            for _, future in asked:
                future.set_exception(error)
        else:
            for (_, future), answer in zip(asked, answers, strict=True):
                future.set_result(answer)
