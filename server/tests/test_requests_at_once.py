"""Requests that come at the same time get each its own answer."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from example_bodies import features
from raw_http import JSON, exchange, request_bytes

CALLERS = 8
AMOUNTS = range(0, 100, 2)


def row(amount: int, customer: str) -> str:
    return f'{{"features": {features(SPEND=str(amount))}, "customer_id": "{customer}"}}'


def call(port: int, caller: int) -> list[Any]:
    """One row of each amount, every other one in a batch, and a wrong one after each: all sent at once."""
    requests = b""
    for amount in AMOUNTS:
        mine = row(amount, f"{caller}-{amount}")
        path, body = ("/predict", mine) if amount % 4 else ("/predict/batch", f'{{"rows": [{mine}, {mine}]}}')
        requests += request_bytes(f"POST {path}", body)
        requests += request_bytes("POST /predict", row(-1, f"{caller}-{amount}"))
    last = request_bytes("GET /health", b"", JSON | {"connection": "close"})
    return [answer.document for answer in exchange(port, requests + last)][:-1]


def test_nobody_gets_the_answer_of_another(served: int) -> None:
    alone = dict(zip(AMOUNTS, map(probability, call(served, 0)[::2]), strict=True))
    assert len(set(alone.values())) > 2
    with ThreadPoolExecutor(CALLERS) as pool:
        answers = list(pool.map(lambda caller: call(served, caller), range(CALLERS)))
    for caller, documents in enumerate(answers):
        for amount, right, wrong in zip(AMOUNTS, documents[::2], documents[1::2], strict=True):
            rows = right.get("predictions", [right])
            assert [one["customer_id"] for one in rows] == [f"{caller}-{amount}"] * len(rows)
            assert [one["probability"] for one in rows] == [alone[amount]] * len(rows)
            assert [problem["field"] for problem in wrong["problems"]] == ["features.SPEND"]


def probability(document: Any) -> float:
    found: float = document.get("predictions", [document])[0]["probability"]
    return found
