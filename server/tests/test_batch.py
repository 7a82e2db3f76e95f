import json
from typing import Any

import pytest
from example_api import LITERAL, example_api, wait_until_ready
from raw_http import JSON, Answer, ask, exchange, request_bytes

ROWS: list[dict[str, Any]] = [
    {"features": {"SPEND": 1.0 * spend, "UNITS": 5, "VISITS": 2}, "customer_id": f"c-{spend}"} for spend in range(100)
]


def ask_batch(port: int, rows: list[dict[str, Any]]) -> Answer:
    return ask(port, "POST /predict/batch", json.dumps({"rows": rows}))


def test_answers_each_row_as_predict_does_in_their_order(served: int) -> None:
    batch = ask_batch(served, ROWS).document
    requests = [request_bytes("POST /predict", json.dumps(row)) for row in ROWS]
    last = request_bytes("GET /health", b"", JSON | {"connection": "close"})
    one_by_one = [answer.document for answer in exchange(served, b"".join([*requests, last]))[:-1]]
    assert [answer | {"model_version": batch["model_version"]} for answer in batch["predictions"]] == one_by_one
    assert len({answer["probability"] for answer in one_by_one}) > 1


def test_takes_optional_features_row_by_row(served: int) -> None:
    features = {"SPEND": 100, "UNITS": 5, "VISITS": 2}
    rows: list[dict[str, Any]] = [{"features": features}, {"features": features | {"DISCOUNT_SHARE": 0.99}}]
    answers = ask_batch(served, rows).document["predictions"]
    assert [answer["customer_id"] for answer in answers] == [None, None]


@pytest.mark.parametrize(("rows", "status"), [(1, 200), (1000, 200), (0, 422), (1001, 422)])
def test_bounds_the_number_of_rows(served: int, rows: int, status: int) -> None:
    assert ask_batch(served, [LITERAL] * rows).status == status


def test_counts_the_rows() -> None:
    with example_api() as fresh:
        wait_until_ready(fresh)
        fresh.post("/predict/batch", json={"rows": ROWS})
        text = fresh.get("/metrics").text
    assert 'batch_rows_bucket{le="100.0"} 1.0' in text
    counted = [float(line.split()[-1]) for line in text.splitlines() if line.startswith("predictions_total{")]
    assert sum(counted) == 100
