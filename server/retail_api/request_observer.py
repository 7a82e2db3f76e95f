"""Times, counts and logs each request."""

import logging
import time
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from retail_api.metrics import Metrics

_log = logging.getLogger(__name__)

# asked every few seconds by machines
QUIET_ROUTES: Final = frozenset({"/health", "/ready", "/metrics"})


class RequestObserver:
    """ASGI middleware. Names requests by their route, so that a path never reaches a label or a log."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Wrap an application."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the application, then note what happened."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # an exception that no handler took is answered with 500 outside of this middleware
        status, started = 500, time.perf_counter()

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method, route = scope["method"], getattr(scope.get("route"), "path", "unmatched")
        self._metrics.requests.labels(method, route, status).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        level = logging.DEBUG if route in QUIET_ROUTES and status < 500 else logging.INFO  # noqa: PLR2004
        fields = {"method": method, "route": route, "status": status, "milliseconds": round(seconds * 1000, 2)}
        _log.log(level, "request", extra=fields)
