"""Names, times, counts and logs each request."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from retail_api.drain import Drain
from retail_api.metrics import Metrics
from retail_api.paths import GUARDED, QUIET
from retail_api.problem import DEFECT, ProblemError
from retail_api.request_id import HEADER, accept_or_make_request_id, current_request_id
from retail_api.request_log import current_fields

_log = logging.getLogger(__name__)


class RequestObserver:
    """ASGI middleware. Names requests by their route, so that a path never reaches a label or a log."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, drain: Drain) -> None:
        """Wrap an application."""
        self._app = app
        self._metrics = metrics
        self._drain = drain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the application, then note what happened."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # of the task that the web server made for this request alone
        current_request_id.set(accept_or_make_request_id(scope))
        current_fields.set({})
        status, started = 0, time.perf_counter()

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._add_headers(message)
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        except Exception:
            _log.exception("request failed")
            if status:
                raise
            await _DEFECT.answer()(scope, receive, note_status)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _add_headers(self, message: Message) -> None:
        added = [(HEADER, (current_request_id.get() or "").encode())]
        if self._drain.under_way:
            # so that the caller's next request opens a connection, which goes to another process
            added.append((b"connection", b"close"))
        message["headers"] = [*message.get("headers", ()), *added]

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method, route = scope["method"], _route(scope)
        self._metrics.requests.labels(method, route, status).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        level = logging.DEBUG if route in QUIET and status < 500 else logging.INFO  # noqa: PLR2004
        fields = {"method": method, "route": route, "status": status, "milliseconds": round(seconds * 1000, 2)}
        _log.log(level, "request", extra=fields | (current_fields.get() or {}))


_DEFECT = ProblemError(DEFECT, "this is a defect of the server", "try again; if it stays, report the request_id")


def _route(scope: Scope) -> str:
    found: str | None = getattr(scope.get("route"), "path", None)
    # a request that was turned away never reached the router
    return found or (scope["path"] if scope["path"] in GUARDED else "unmatched")
