"""RFC 9457: every error is an application/problem+json with type, title, status and detail."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from example_api import LITERAL, example_api, wait_until_ready
from fastapi.testclient import TestClient
from memory_store import MemoryStore

from retail_api.current_model import CurrentModel
from retail_api.problem_answers import _answer


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with example_api() as client:
        wait_until_ready(client)
        yield client


def without_model() -> TestClient:
    return example_api(MemoryStore())


@pytest.mark.parametrize(
    ("request_line", "content", "status", "kind"),
    [
        ("POST /predict", b"{}", 422, "invalid-request"),
        ("POST /predict", b"x", 422, "invalid-request"),
        ("POST /predict", b"\xff", 400, "bad-request"),
        ("POST /predict", b"[" * 100_000, 400, "bad-request"),
        ("POST /predict/batch", b'{"rows": []}', 422, "invalid-request"),
        ("POST /predict", b" " * (512 * 1024 + 1), 413, "body-too-large"),
        ("GET /predict", b"", 405, "method-not-allowed"),
        ("GET /nowhere", b"", 404, "not-found"),
    ],
)
def test_every_error_is_a_problem(
    client: TestClient, *, request_line: str, content: bytes, status: int, kind: str
) -> None:
    answer = client.request(*request_line.split(), content=content, headers={"content-type": "application/json"})
    body = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert body["type"] == f"urn:problem-type:retail-api:{kind}"
    assert (body["status"], body["request_id"]) == (status, answer.headers["x-request-id"])
    assert all(body[field] for field in ("title", "detail", "fix"))


@pytest.mark.parametrize(("method", "path"), [("POST", "/predict"), ("POST", "/predict/batch"), ("GET", "/model")])
def test_says_when_to_try_again_without_a_model(method: str, path: str) -> None:
    with without_model() as client:
        answer = client.request(method, path, json={"rows": [LITERAL]} if path.endswith("batch") else LITERAL)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["title"] == "no model is loaded"


def test_keeps_the_header_that_names_the_allowed_method(client: TestClient) -> None:
    assert client.get("/predict").headers["allow"] == "POST"


def test_names_at_most_twenty_problems(client: TestClient) -> None:
    body = client.post("/predict/batch", json={"rows": [{"features": {}}] * 50}).json()
    assert body["detail"] == "150 things are wrong"
    assert len(body["problems"]) == 20
    assert body["problems"][3]["field"] == "rows.1.features.SPEND"


@pytest.mark.parametrize(
    "content", [rb'{"customer_id": "\ud800", "features": 1}', rb'{"\ud800": 1, "features": "\udfff"}']
)
def test_answers_half_characters_in_whole_ones(client: TestClient, content: bytes) -> None:
    answer = client.post("/predict", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert "\\ud" in answer.text


def test_shortens_what_it_quotes(client: TestClient) -> None:
    answer = client.post("/predict", json=LITERAL | {"customer_id": "x" * 129})
    (problem,) = answer.json()["problems"]
    assert problem["problem"] == f'"{"x" * 40}..." is not accepted'


def test_a_defect_is_a_problem_that_tells_no_secret(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_self: CurrentModel) -> None:
        raise RuntimeError("secret")

    with example_api() as client:
        monkeypatch.setattr(CurrentModel, "model", property(fail))
        with caplog.at_level(logging.ERROR, "retail_api.request_observer"):
            answer = client.post("/predict", json=LITERAL)
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "RuntimeError: secret" in caplog.text


def test_explains_only_what_it_knows() -> None:
    with pytest.raises(TypeError, match="ValueError"):
        asyncio.run(_answer(None, ValueError()))  # type: ignore[arg-type]
