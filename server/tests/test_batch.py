from collections.abc import Iterator
from typing import Any

import pytest
from example_api import LITERAL, example_api, wait_until_ready
from fastapi.testclient import TestClient

ROWS: list[dict[str, Any]] = [
    {"features": {"SPEND": 1.0 * spend, "UNITS": 5, "VISITS": 2}, "customer_id": f"c-{spend}"} for spend in range(100)
]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with example_api() as client:
        wait_until_ready(client)
        yield client


def test_answers_each_row_as_predict_does_in_their_order(client: TestClient) -> None:
    batch = client.post("/predict/batch", json={"rows": ROWS}).json()
    one_by_one = [client.post("/predict", json=row).json() for row in ROWS]
    assert [answer | {"model_version": batch["model_version"]} for answer in batch["predictions"]] == one_by_one
    assert len({answer["probability"] for answer in one_by_one}) > 1


def test_takes_optional_features_row_by_row(client: TestClient) -> None:
    features = {"SPEND": 100, "UNITS": 5, "VISITS": 2}
    rows = [{"features": features}, {"features": features | {"DISCOUNT_SHARE": 0.99}}]
    answers = client.post("/predict/batch", json={"rows": rows}).json()["predictions"]
    assert [answer["customer_id"] for answer in answers] == [None, None]


@pytest.mark.parametrize(("rows", "status"), [(1, 200), (1000, 200), (0, 422), (1001, 422)])
def test_bounds_the_number_of_rows(client: TestClient, rows: int, status: int) -> None:
    assert client.post("/predict/batch", json={"rows": [LITERAL] * rows}).status_code == status


def test_names_the_row_and_the_field_that_is_wrong(client: TestClient) -> None:
    wrong = {"features": {"SPEND": 1, "UNITS": -1, "VISITS": 1}}
    answer = client.post("/predict/batch", json={"rows": [LITERAL, wrong, LITERAL]})
    assert [problem["field"] for problem in answer.json()["problems"]] == ["rows.1.features.UNITS"]


def test_counts_the_rows() -> None:
    with example_api() as fresh:
        wait_until_ready(fresh)
        fresh.post("/predict/batch", json={"rows": ROWS})
        text = fresh.get("/metrics").text
    assert 'batch_rows_bucket{le="100.0"} 1.0' in text
    counted = [float(line.split()[-1]) for line in text.splitlines() if line.startswith("predictions_total{")]
    assert sum(counted) == 100
