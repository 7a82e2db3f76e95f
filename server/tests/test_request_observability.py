"""What is seen of a request from outside, whatever becomes of it."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from example_api import example_settings
from example_bodies import of_customer, row
from memory_store import MemoryStore, example_bundle
from raw_http import JSON, ask
from running_server import running_server

from retail_api.app import create_app_for

REQUESTS = [
    ("POST", "/predict", of_customer('"household-4711"').encode(), 200),
    ("POST", "/predict", row(SPEND="-1").encode(), 422),
    ("POST", "/predict", b"x", 422),
    ("POST", "/predict", b"\xff", 400),
    ("POST", "/predict", b" " * (512 * 1024 + 1), 413),
    ("POST", "/predict/batch", f'{{"rows": [{row()}, {row()}]}}'.encode(), 200),
    ("POST", "/predict/batch", b"{}", 422),
    ("PUT", "/predict", b"", 405),
    ("PUT", "/predict/batch", b"", 405),
]


@pytest.fixture
def port() -> Iterator[int]:
    with running_server(create_app_for(MemoryStore(example_bundle("v1")), example_settings())) as port:
        yield port


@pytest.fixture
def port_without_model() -> Iterator[int]:
    with running_server(create_app_for(MemoryStore(), example_settings()), until="/health") as port:
        yield port


def samples(port: int, name: str) -> dict[str, float]:
    text = ask(port, "GET /metrics").body.decode()
    return {labels: float(value) for labels, value in re.findall(rf"(?m)^{name}(?:\{{(.*)\}})? (\S+)$", text)}


def test_counts_and_times_each_by_its_route(port: int) -> None:
    for method, path, body, status in REQUESTS:
        assert ask(port, f"{method} {path}", body).status == status
    counted, timed = samples(port, "http_requests_total"), samples(port, "http_request_duration_seconds_count")
    expected = {
        ("POST", "/predict", 200): 1,
        ("POST", "/predict", 422): 2,
        ("POST", "/predict", 400): 1,
        ("POST", "/predict", 413): 1,
        ("POST", "/predict/batch", 200): 1,
        ("POST", "/predict/batch", 422): 1,
        ("PUT", "/predict", 405): 1,
        ("PUT", "/predict/batch", 405): 1,
    }
    for (method, route, status), count in expected.items():
        assert counted[f'method="{method}",route="{route}",status="{status}"'] == count
    assert timed['method="POST",route="/predict"'] == 5
    assert samples(port, "predictions_in_flight") == {"": 0}
    assert sum(samples(port, "predictions_total").values()) == 3


def test_logs_one_line_for_each(port: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "retail_api"):
        for method, path, body, _ in REQUESTS:
            ask(port, f"{method} {path}", body)
    lines: list[dict[str, Any]] = [line.__dict__ for line in caplog.records if line.message == "request"]
    seen = [(line["method"], line["route"], line["status"]) for line in lines]
    assert seen == [(method, path, status) for method, path, _, status in REQUESTS]
    assert all(line["milliseconds"] >= 0 for line in lines)
    one, batch = lines[0], lines[5]
    assert (one["label"], one["model_version"], len(one["customer"]) > 0) == ("not_price_sensitive", "v1", True)
    assert (batch["rows"], batch["model_version"]) == (2, "v1")
    # a row without a customer names none
    assert [line.get("customer") for line in lines[1:]] == [None] * 8
    assert "household-4711" not in str(lines)


@pytest.mark.parametrize(("method", "path", "body", "status"), REQUESTS)
def test_names_each_in_its_answer(served: int, *, method: str, path: str, body: bytes, status: int) -> None:
    answer = ask(served, f"{method} {path}", body, JSON | {"x-request-id": "r-1"})
    assert (answer.status, answer.headers["x-request-id"]) == (status, "r-1")
    assert status == 200 or answer.document["request_id"] == "r-1"


@pytest.mark.parametrize("path", ["/predict", "/predict/batch"])
def test_looks_at_the_body_before_the_model(port_without_model: int, path: str) -> None:
    assert ask(port_without_model, f"POST {path}", b"{}").status == 422
    assert ask(port_without_model, f"POST {path}", b"\xff").status == 400
    good = row() if path == "/predict" else f'{{"rows": [{row()}]}}'
    answer = ask(port_without_model, f"POST {path}", good)
    assert (answer.status, answer.kind, answer.headers["retry-after"]) == (503, "no-model", "5")
