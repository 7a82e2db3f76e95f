"""Turns away what can't be answered soon, instead of letting everybody wait."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from retail_api.metrics import Metrics
from retail_api.paths import GUARDED
from retail_api.problem import OVERLOADED, ProblemError

RETRY_AFTER_SECONDS: Final = 1


class Admission:
    """ASGI middleware. Lets a bounded number of predictions in at once; the next ones get 503 with Retry-After."""

    def __init__(self, app: ASGIApp, *, most: int, metrics: Metrics) -> None:
        """Wrap an application."""
        self._app = app
        self._most = most
        self._inside = metrics.in_flight
        self._count = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the application if there is room."""
        if scope.get("path") not in GUARDED:
            await self._app(scope, receive, send)
        elif self._count >= self._most:
            await self._turned_away().answer()(scope, receive, send)
        else:
            await self._let_in(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._note(1)
        try:
            # a turn for the others: those that came at the same time are counted before the first is answered
            await asyncio.sleep(0)
            await self._app(scope, receive, send)
        finally:
            self._note(-1)

    def _note(self, change: int) -> None:
        self._count += change
        self._inside.set(self._count)

    def _turned_away(self) -> ProblemError:
        return ProblemError(
            OVERLOADED,
            f"{self._most} predictions are under way",
            f"try again after {RETRY_AFTER_SECONDS} s; if it stays, add replicas or raise MAX_CONCURRENT_REQUESTS",
            headers={"retry-after": str(RETRY_AFTER_SECONDS)},
        )
