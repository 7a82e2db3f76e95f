import threading
import time

import pytest

from retail_api.current_model import CurrentModel
from retail_api.metrics import Metrics
from retail_api.model_problem import ModelUnavailableError
from retail_api.model_refresh import ModelRefresh
from retail_api.model_store import TaggedPointer


class FlakyStore:
    """Fails a number of times, then says that nothing has changed."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.answered = threading.Event()

    def read_pointer(self, known_etag: str | None) -> TaggedPointer | None:
        if self.failures > 0:
            self.failures -= 1
            raise ModelUnavailableError(f"down, tag {known_etag}")
        self.answered.set()
        return None

    def read_bundle(self, version: str) -> None:
        raise AssertionError(version)


def refresh_of(store: FlakyStore, every_seconds: float) -> ModelRefresh:
    return ModelRefresh(CurrentModel(store, Metrics()), every_seconds=every_seconds)  # type: ignore[arg-type]


def test_tries_again_until_the_store_answers(caplog: pytest.LogCaptureFixture) -> None:
    store = FlakyStore(failures=3)
    refresh = refresh_of(store, every_seconds=0.05)
    refresh.start()
    assert store.answered.wait(10)
    refresh.stop()
    attempts = [record.__dict__["attempt"] for record in caplog.records if record.message == "model refresh failed"]
    assert attempts == [1, 2, 3]


@pytest.mark.parametrize("failures", [0, 1000], ids=["between two looks", "between two attempts"])
def test_stops_while_it_waits(failures: int) -> None:
    before = set(threading.enumerate())
    refresh = refresh_of(FlakyStore(failures), every_seconds=3600)
    refresh.start()
    (started,) = set(threading.enumerate()) - before
    time.sleep(0.1)
    refresh.stop()
    assert not started.is_alive()
