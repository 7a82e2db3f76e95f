"""Methods and paths around /predict and /predict/batch."""

import pytest
from example_bodies import row
from raw_http import ask

PATHS = ["/predict", "/predict/batch"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
def test_takes_only_post(served: int, method: str, path: str) -> None:
    answer = ask(served, f"{method} {path}", b"", {})
    assert (answer.status, answer.kind, answer.headers["allow"]) == (405, "method-not-allowed", "POST")


@pytest.mark.parametrize("path", PATHS)
def test_answers_head_without_a_body(served: int, path: str) -> None:
    answer = ask(served, f"HEAD {path}", b"", {})
    assert (answer.status, answer.headers["allow"], answer.body) == (405, "POST", b"")
    assert answer.headers["content-type"] == "application/problem+json"


def test_looks_at_the_method_before_the_body(served: int) -> None:
    assert ask(served, "PUT /predict", b"\xff").status == 405


def test_looks_at_the_size_before_the_method(served: int) -> None:
    assert ask(served, "PUT /predict", b" " * (512 * 1024 + 1)).status == 413


@pytest.mark.parametrize("size", [512 * 1024, 512 * 1024 + 1])
def test_takes_a_body_up_to_its_limit(served: int, size: int) -> None:
    assert ask(served, "POST /predict", row().ljust(size)).status == (200 if size == 512 * 1024 else 413)


@pytest.mark.parametrize(
    "target", ["/predict?", "/predict?x=1&x=2", "/predict?%ff", "/%70redict", f"/predict?{'a' * 30_000}"]
)
def test_reads_no_query(served: int, target: str) -> None:
    assert ask(served, f"POST {target}", row()).status == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", PATHS)
def test_sends_callers_with_a_slash_too_many_to_the_path(served: int, method: str, path: str) -> None:
    answer = ask(served, f"{method} {path}/?x=1", row(), {"host": "api.example"})
    # 307 keeps the method and the body
    assert (answer.status, answer.headers["location"]) == (307, f"http://api.example{path}?x=1")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/PREDICT",
        "//predict",
        "/predict/batch/1",
        "/predict/../predict",
        "/predict;x",
        "/predict%00",
        "/predict%20",
    ],
)
def test_knows_no_other_path(served: int, path: str) -> None:
    answer = ask(served, f"POST {path}", row())
    assert (answer.status, answer.kind) == (404, "not-found")
