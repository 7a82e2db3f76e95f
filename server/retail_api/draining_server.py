"""The web server, with a pause between "send no more" and the end."""

import signal
import time
from types import FrameType

import uvicorn

from retail_api.drain import Drain


class DrainingServer(uvicorn.Server):
    """On SIGTERM, goes on serving for `drain_seconds`, so that load balancers see /ready fail before it ends.

    A second SIGTERM, or SIGINT, ends it without the pause.
    """

    def __init__(self, config: uvicorn.Config, *, drain: Drain, drain_seconds: float) -> None:
        """Make the server; `run` starts it."""
        super().__init__(config)
        self._drain = drain
        self._drain_seconds = drain_seconds
        self._ends: float | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to drain, or end."""
        if sig == signal.SIGTERM and not self._drain.under_way:
            self._ends = time.monotonic() + self._drain_seconds
            self._drain.begin()
            return
        self._drain.begin()
        super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        """End when the pause is over. Called by uvicorn ten times a second."""
        drained = self._ends is not None and time.monotonic() >= self._ends
        return await super().on_tick(counter) or drained
