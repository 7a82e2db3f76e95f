"""Keeps the current model current."""

import logging
import random
import threading

from tenacity import RetryCallState, RetryError, Retrying, retry_if_exception_type, wait_random_exponential
from tenacity.nap import sleep_using_event
from tenacity.stop import stop_when_event_set

from retail_api.current_model import CurrentModel
from retail_api.model_problem import ModelProblem

_log = logging.getLogger(__name__)


class ModelRefresh:
    """A background thread that refreshes at once, then every `every_seconds`, give or take a tenth."""

    def __init__(self, current: CurrentModel, *, every_seconds: float) -> None:
        """Make the thread; it does nothing before `start`."""
        self._current = current
        self._every_seconds = every_seconds
        self._stopping = threading.Event()
        # a daemon: a read that hangs must not keep the process from ending
        self._thread = threading.Thread(target=self._run, name="model-refresh", daemon=True)

    def start(self) -> None:
        """Start refreshing."""
        self._thread.start()

    def stop(self, timeout_seconds: float = 5) -> None:
        """Stop refreshing; wait that long for a refresh that is under way."""
        self._stopping.set()
        self._thread.join(timeout_seconds)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._until_refreshed()(self._current.refresh)
            except RetryError:
                # raised only when stop() came between two attempts
                return
            self._stopping.wait(self._every_seconds * random.uniform(0.9, 1.1))  # noqa: S311 -- spread, not secrecy

    def _until_refreshed(self) -> Retrying:
        return Retrying(
            retry=retry_if_exception_type(Exception),
            wait=wait_random_exponential(multiplier=1, max=self._every_seconds),
            sleep=sleep_using_event(self._stopping),
            stop=stop_when_event_set(self._stopping),
            before_sleep=_log_failure,
        )


def _log_failure(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    # a problem of the outside explains itself; anything else is a defect, and where it happened matters
    trace = None if isinstance(error, ModelProblem) else error
    fields = {"attempt": state.attempt_number, "problem": str(error)}
    _log.warning("model refresh failed", exc_info=trace, extra=fields)
