import json
import logging
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from example_api import LITERAL, example_api, example_settings, wait_until_ready
from fastapi.testclient import TestClient
from memory_store import MemoryStore, example_bundle

from retail_api.app import create_app


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(example_bundle("v1"))


@pytest.fixture
def client(store: MemoryStore) -> Iterator[TestClient]:
    with example_api(store) as client:
        wait_until_ready(client)
        yield client


def test_answers_the_documented_request(client: TestClient) -> None:
    answer = client.post("/predict", json=LITERAL)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["customer_id"], body["model_version"]) == ("c-1", "v1")
    assert 0 < body["probability"] < 1
    assert body["prediction"] == (1 if body["probability"] >= 0.5 else 0)
    assert body["label"] == ("price_sensitive" if body["prediction"] else "not_price_sensitive")


def test_describes_the_model(client: TestClient) -> None:
    body = client.get("/model").json()
    assert (body["version"], body["manifest"]["git_commit"], body["last_refresh_problem"]) == ("v1", "0123456", None)


def test_serves_docs_that_name_the_features(client: TestClient) -> None:
    assert client.get("/docs").status_code == 200
    assert "SPEND" in client.get("/openapi.json").json()["components"]["schemas"]["FeatureRow"]["properties"]


def test_serves_docs_whose_every_part_is_its_own(client: TestClient) -> None:
    page = client.get("/docs").text
    parts = re.findall(r"""(?:src|href|url)(?:=|: )["']([^"']+)["']""", page)
    kinds = {part: client.get(f"/{part}").headers["content-type"].partition(";")[0] for part in parts}
    assert kinds == {
        "docs/swagger-ui.css": "text/css",
        "docs/swagger-ui-bundle.js": "text/javascript",
        "docs/favicon-32x32.png": "image/png",
        "openapi.json": "application/json",
    }
    assert "//" not in re.sub(r"<!--.*?-->", "", page)
    assert client.get("/docs/__init__.py").status_code == 404


def test_counts_by_route_and_never_by_path(client: TestClient) -> None:
    client.post("/predict", json=LITERAL)
    client.get("/secret-c-1")
    text = client.get("/metrics").text
    assert 'http_requests_total{method="POST",route="/predict",status="200"} 1.0' in text
    assert 'http_requests_total{method="GET",route="unmatched",status="404"} 1.0' in text
    assert 'model_loaded_timestamp_seconds{model_version="v1"}' in text
    assert "secret-c-1" not in text


def test_is_alive_but_not_ready_before_there_is_a_model(store: MemoryStore) -> None:
    store.point_to(None)
    with example_api(store) as client:
        assert client.get("/health").status_code == 200
        assert client.get("/ready").status_code == 503
        answer = client.post("/predict", json=LITERAL)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert client.get("/model").status_code == 503
        store.point_to("v1")
        wait_until_ready(client)
        assert client.post("/predict", json=LITERAL).status_code == 200


def test_is_alive_and_says_why_it_is_not_ready_while_s3_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
    with TestClient(create_app(example_settings())) as client:
        end = time.monotonic() + 10
        while "Could not connect" not in (answer := client.get("/ready")).text:
            assert time.monotonic() < end, answer.text
            time.sleep(0.05)
        assert answer.status_code == 503
        assert client.get("/health").json() == {"status": "alive"}


def test_keeps_answering_while_a_new_model_is_bad(client: TestClient, store: MemoryStore) -> None:
    store.point_to("gone")
    end = time.monotonic() + 10
    while client.get("/ready").json()["last_refresh_problem"] is None:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert client.get("/ready").status_code == 200
    assert client.post("/predict", json=LITERAL).json()["model_version"] == "v1"


def test_logs_no_customer(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "retail_api"):
        for _ in range(2):
            client.post("/predict", json=LITERAL | {"customer_id": "household-4711"})
    records: list[dict[str, Any]] = [record.__dict__ for record in caplog.records]
    assert "household-4711" not in json.dumps(records, default=str)
    customers = [record["customer"] for record in records if record.get("route") == "/predict"]
    assert len(customers) == 2
    assert len(set(customers)) == 1
