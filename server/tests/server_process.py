"""The process as the container starts it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from example_store import BUCKET
from running_server import wait_until_ready

FOLDER = Path(__file__).parent.parent


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


def process_environment(port: int, s3_url: str = "http://127.0.0.1:1") -> dict[str, str]:
    own = {"MODEL_BUCKET": BUCKET, "AWS_ENDPOINT_URL_S3": s3_url, "HOST": "127.0.0.1", "PORT": str(port)}
    return os.environ | own


@contextmanager
def server_process(environment: Mapping[str, str], until: str = "/ready") -> Iterator[subprocess.Popen[str]]:
    """Start it, wait until that path answers 200, and end it."""
    with subprocess.Popen(
        [sys.executable, "main.py"], cwd=FOLDER, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            wait_until_ready(int(environment["PORT"]), until)
            yield process
        finally:
            process.kill()
