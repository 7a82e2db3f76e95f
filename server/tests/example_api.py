"""The API around models in memory, called without a network."""

import time
from typing import Any, Final

from example_store import BUCKET
from fastapi.testclient import TestClient
from memory_store import MemoryStore, example_bundle

from retail_api.app import create_app_for
from retail_api.drain import Drain
from retail_api.model_store import ModelStore
from retail_api.settings import Settings

LITERAL: Final = {"features": {"SPEND": 100.0, "UNITS": 5.0, "VISITS": 2.0}, "customer_id": "c-1"}


def example_settings(**changes: Any) -> Settings:
    return Settings(model_bucket=BUCKET, model_refresh_seconds=1, **changes)


def example_api(store: ModelStore | None = None, drain: Drain | None = None, **changes: Any) -> TestClient:
    """Call it in a `with`, so that it starts."""
    return TestClient(create_app_for(store or MemoryStore(example_bundle("v1")), example_settings(**changes), drain))


def wait_until_ready(client: TestClient, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while client.get("/ready").status_code != 200:
        assert time.monotonic() < end, client.get("/ready").text
        time.sleep(0.02)
