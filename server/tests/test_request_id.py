import json
import logging
from collections.abc import Iterator

import pytest
from example_api import LITERAL, example_api, wait_until_ready
from fastapi.testclient import TestClient

from retail_api.json_logging import set_up_json_logging


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with example_api() as client:
        wait_until_ready(client)
        yield client


@pytest.mark.parametrize("offered", ["a", "0af7651916cd43dd8448eb211c80319c", "user.1:b_c-d", "x" * 128])
def test_keeps_the_id_of_the_caller(client: TestClient, offered: str) -> None:
    answer = client.post("/predict", json=LITERAL, headers={"X-Request-ID": offered})
    assert answer.headers["x-request-id"] == offered


@pytest.mark.parametrize("offered", ["", "x" * 129, "a b", 'a"b', "a\tb", "<b>"])
def test_makes_one_in_place_of_what_could_be_misread(client: TestClient, offered: str) -> None:
    made = client.get("/health", headers={"X-Request-ID": offered}).headers["x-request-id"]
    assert made != offered
    assert len(made) == 32


def test_makes_another_one_each_time(client: TestClient) -> None:
    made = {client.get("/health").headers["x-request-id"] for _ in range(3)}
    assert len(made) == 3


def test_writes_it_into_each_line_of_the_request(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        set_up_json_logging("INFO")
        client.post("/predict", json=LITERAL, headers={"X-Request-ID": "r-1"})
        logging.getLogger("elsewhere").info("outside of requests")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (of_request,) = [line for line in lines if line.get("request_id") == "r-1"]
    assert (of_request["message"], of_request["route"], of_request["model_version"]) == ("request", "/predict", "v1")
    assert "outside of requests" in {line["message"] for line in lines if "request_id" not in line}
