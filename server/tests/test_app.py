import json
import logging
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from example_api import LITERAL, wait_until_ready
from example_store import BUCKET, ExampleStore
from fastapi.testclient import TestClient

from retail_api.app import create_app, create_app_for
from retail_api.s3_model_store import S3ModelStore
from retail_api.settings import Settings


def api(store: S3ModelStore) -> AbstractContextManager[TestClient]:
    return TestClient(create_app_for(store, Settings(model_bucket=BUCKET, model_refresh_seconds=1)))


@pytest.fixture
def client(exported: ExampleStore, store: S3ModelStore) -> Iterator[TestClient]:
    exported.export("v1")
    with api(store) as client:
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


def test_takes_the_optional_feature_whole_numbers_and_no_customer(client: TestClient) -> None:
    features = {"SPEND": 100, "UNITS": 5, "VISITS": 2, "DISCOUNT_SHARE": 0.5}
    assert client.post("/predict", json={"features": features}).json()["customer_id"] is None


@pytest.mark.parametrize(
    ("features", "field", "problem", "fix"),
    [
        ('{"SPEND": 1, "UNITS": 5}', "features.VISITS", "is missing", 'add "features.VISITS"'),
        (
            '{"SPEND": 1, "UNITS": 5, "VISITS": 2, "AGE": 3}',
            "features.AGE",
            "is not known",
            'remove "features.AGE"',
        ),
        ('{"SPEND": NaN, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"nan"', "input should be a finite number"),
        ('{"SPEND": Infinity, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"inf"', "input should be a finite number"),
        ('{"SPEND": 1e400, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"inf"', "input should be a finite number"),
        ('{"SPEND": 1e30, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"1e+30"', "less than or equal to 1000000000"),
        ('{"SPEND": -1, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"-1"', "greater than or equal to 0"),
        ('{"SPEND": "100", "UNITS": 5, "VISITS": 2}', "features.SPEND", '"100"', "valid number"),
        ('{"SPEND": true, "UNITS": 5, "VISITS": 2}', "features.SPEND", '"True"', "valid number"),
        (
            '{"SPEND": 1, "UNITS": 5, "VISITS": 2, "DISCOUNT_SHARE": 1.1}',
            "features.DISCOUNT_SHARE",
            '"1.1"',
            "equal to 1",
        ),
        ("[1, 2, 3]", "features", '"[1, 2, 3]"', "valid dictionary"),
    ],
)
def test_explains_a_bad_feature(client: TestClient, *, features: str, field: str, problem: str, fix: str) -> None:
    answer = client.post(
        "/predict", content=f'{{"features": {features}}}', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422
    (only,) = answer.json()["problems"]
    assert only["field"] == field
    assert problem in only["problem"]
    assert fix in only["fix"]


def test_names_every_problem_at_once(client: TestClient) -> None:
    answer = client.post("/predict", json={"features": {"SPEND": -1, "AGE": 1}, "customer_id": ""})
    fields = {problem["field"] for problem in answer.json()["problems"]}
    assert fields == {"features.SPEND", "features.UNITS", "features.VISITS", "features.AGE", "customer_id"}


@pytest.mark.parametrize("content", ["{", "", "null"])
def test_explains_a_body_that_is_no_object(client: TestClient, content: str) -> None:
    answer = client.post("/predict", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["field"] == "body"


def test_describes_the_model(client: TestClient) -> None:
    body = client.get("/model").json()
    assert (body["version"], body["manifest"]["git_commit"], body["last_refresh_problem"]) == ("v1", "0123456", None)


def test_serves_docs_that_name_the_features(client: TestClient) -> None:
    assert client.get("/docs").status_code == 200
    assert "SPEND" in client.get("/openapi.json").json()["components"]["schemas"]["FeatureRow"]["properties"]


def test_counts_by_route_and_never_by_path(client: TestClient) -> None:
    client.post("/predict", json=LITERAL)
    client.get("/secret-c-1")
    text = client.get("/metrics").text
    assert 'http_requests_total{method="POST",route="/predict",status="200"} 1.0' in text
    assert 'http_requests_total{method="GET",route="unmatched",status="404"} 1.0' in text
    assert 'model_loaded_timestamp_seconds{model_version="v1"}' in text
    assert "secret-c-1" not in text


def test_is_alive_but_not_ready_before_there_is_a_model(exported: ExampleStore, store: S3ModelStore) -> None:
    with api(store) as client:
        assert client.get("/health").status_code == 200
        assert client.get("/ready").status_code == 503
        answer = client.post("/predict", json=LITERAL)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert client.get("/model").status_code == 503
        exported.export("v1")
        wait_until_ready(client)
        assert client.post("/predict", json=LITERAL).status_code == 200


def test_is_alive_and_says_why_it_is_not_ready_while_s3_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
    with TestClient(create_app(Settings(model_bucket=BUCKET))) as client:
        end = time.monotonic() + 10
        while "Could not connect" not in (answer := client.get("/ready")).text:
            assert time.monotonic() < end, answer.text
            time.sleep(0.05)
        assert answer.status_code == 503
        assert client.get("/health").json() == {"status": "alive"}


def test_keeps_answering_while_a_new_model_is_bad(client: TestClient, exported: ExampleStore) -> None:
    exported.point_to("gone")
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
