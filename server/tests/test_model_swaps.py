"""200 new models while requests come in."""

import gc
import http.client
import json
import re
from contextlib import closing
from itertools import cycle
from threading import Event, Thread
from typing import Any

import numpy as np
import xgboost as xgb
from example_api import LITERAL, example_settings
from memory_store import MemoryStore, example_bundle
from running_server import running_server

from retail_api.app import create_app_for
from retail_api.model_store import TaggedPointer
from retail_api.served_model import ServedModel

SWAPS = 200
ROWS = 50
BUNDLES = [example_bundle(f"v{seed}", seed=seed) for seed in (1, 2, 3)]


class RestlessStore(MemoryStore):
    """Names another version at each look."""

    def __init__(self) -> None:
        super().__init__(*BUNDLES)
        self.versions = cycle(self.bundles)

    def read_pointer(self, known_etag: str | None) -> TaggedPointer | None:
        self.current = next(self.versions)
        return super().read_pointer(known_etag)


def expected_probabilities() -> dict[str, float]:
    row = np.array([[100.0, 5.0, 2.0, np.nan]], dtype=np.float32)
    boosters = {bundle.manifest.version: xgb.Booster(model_file=bytearray(bundle.model)) for bundle in BUNDLES}
    return {version: float(booster.inplace_predict(row)[0]) for version, booster in boosters.items()}


def post(connection: http.client.HTTPConnection, path: str, document: object) -> Any:
    connection.request("POST", path, json.dumps(document), {"content-type": "application/json"})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, body
    return json.loads(body)


def swaps(connection: http.client.HTTPConnection) -> float:
    connection.request("GET", "/metrics")
    found = re.search(r'model_refreshes_total\{outcome="loaded"\} (\S+)', connection.getresponse().read().decode())
    return float(found[1]) if found else 0


def models_in_memory() -> int:
    gc.collect()
    return sum(isinstance(one, ServedModel) for one in gc.get_objects())


class Caller(Thread):
    """Asks until told to stop, and keeps each model version with the probabilities that came with it."""

    def __init__(self, port: int, stop: Event) -> None:
        super().__init__()
        self.port, self.stop = port, stop
        self.seen: set[tuple[str, float]] = set()
        self.failure: BaseException | None = None

    def run(self) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            try:
                while not self.stop.is_set():
                    self.ask(connection)
            except BaseException as failure:  # noqa: BLE001 -- raised again in the thread that waits
                self.failure = failure

    def ask(self, connection: http.client.HTTPConnection) -> None:
        one = post(connection, "/predict", LITERAL)
        many = post(connection, "/predict/batch", {"rows": [LITERAL] * ROWS})
        self.seen.add((one["model_version"], one["probability"]))
        self.seen |= {(many["model_version"], answer["probability"]) for answer in many["predictions"]}


def test_no_request_fails_no_batch_mixes_models_and_none_is_kept() -> None:
    # of other tests
    models_before = models_in_memory()
    # far more often than the settings allow
    settings = example_settings().model_copy(update={"model_refresh_seconds": 0.005})
    stop = Event()
    with running_server(create_app_for(RestlessStore(), settings)) as port:
        callers = [Caller(port, stop) for _ in range(2)]
        for caller in callers:
            caller.start()
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            while swaps(connection) < SWAPS and all(caller.is_alive() for caller in callers):
                stop.wait(0.1)
            stop.set()
            for caller in callers:
                caller.join()
            assert [caller.failure for caller in callers] == [None] * 2
            assert swaps(connection) >= SWAPS
            # the one that is served, and one that is being loaded
            assert models_in_memory() - models_before <= 2
    # a batch of two models would show one's version with the other's probability
    seen = callers[0].seen | callers[1].seen
    assert len(seen) > 1
    assert seen <= set(expected_probabilities().items())
