"""The process as the container starts it."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


@pytest.fixture
def environment(port: int) -> dict[str, str]:
    return os.environ | {
        "MODEL_BUCKET": "example-models",
        "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:1",
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }


@pytest.fixture
def server(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "main.py"], cwd=FOLDER, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until_alive(port)
            yield process
        finally:
            process.kill()


def wait_until_alive(port: int) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/health")
            assert connection.getresponse().status == 200
        except ConnectionRefusedError:
            assert time.monotonic() < end
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()


def health_check(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "health_check.py"], cwd=FOLDER, env=environment, capture_output=True, text=True, check=False
    )


def test_the_health_check_passes_while_the_server_lives(
    server: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    assert server.poll() is None
    everywhere = environment | {"HOST": "0.0.0.0"}  # noqa: S104 -- an answer to ask, nothing listens there
    assert (health_check(environment).returncode, health_check(everywhere).returncode) == (0, 0)


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
    assert "model_bucket" in result.stderr
