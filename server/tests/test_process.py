"""The process as the container starts it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from example_api import example_settings
from memory_store import MemoryStore, example_bundle
from running_server import running_server
from server_process import FOLDER, free_port, process_environment, server_process

from retail_api.app import create_app_for


@pytest.fixture
def environment() -> dict[str, str]:
    return process_environment(free_port())


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    environment["DRAIN_SECONDS"] = "0"
    with server_process(environment, until="/health") as process:
        yield process


def health_check(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "health_check.py"], cwd=FOLDER, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104 -- an answer to ask, nothing listens there
def test_the_health_check_passes_while_the_server_lives(host: str) -> None:
    with running_server(create_app_for(MemoryStore(example_bundle("v1")), example_settings())) as port:
        assert health_check(process_environment(port) | {"HOST": host}).returncode == 0


def test_the_health_check_says_why_it_fails(environment: dict[str, str]) -> None:
    result = health_check(environment)
    assert result.returncode == 1
    assert "does not answer" in result.stderr


def test_ends_on_sigterm_and_logs_only_json(server: subprocess.Popen[str]) -> None:
    server.send_signal(signal.SIGTERM)
    output, _ = server.communicate(timeout=20)
    lines = [json.loads(line) for line in output.splitlines()]
    assert {"level", "logger", "message", "time"} <= set(lines[0])
    assert not any("color_message" in line for line in lines)
    failures = [line for line in lines if line["message"] == "model refresh failed"]
    assert all("Could not connect" in line["problem"] and "exc_info" not in line for line in failures)
    assert any("Finished server process" in line["message"] for line in lines)
    assert server.returncode in (0, -signal.SIGTERM)


def test_refuses_to_start_without_a_bucket(environment: dict[str, str]) -> None:
    del environment["MODEL_BUCKET"]
    result = subprocess.run(
        [sys.executable, "main.py"], cwd=FOLDER, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "MODEL_BUCKET" in result.stderr
