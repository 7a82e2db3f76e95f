"""An MLflow tracking server of a few lines on this machine: the calls of its REST API that a run makes."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

EXPERIMENT: Final = {"experiment_id": "1", "name": "retail-price-sensitivity", "lifecycle_stage": "active"}


class TrackingServer(ThreadingHTTPServer):
    """Knows one run, and keeps what it is told about it; artifacts go to a folder."""

    def __init__(self, artifacts: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.artifacts = artifacts
        # of its own: MLflow remembers for the life of the process where the artifacts of a run go
        self.run = uuid4().hex
        self.calls: list[tuple[str, dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def told(self, call: str) -> list[dict[str, Any]]:
        return [body for name, body in self.calls if name == call]

    def answer(self, call: str) -> dict[str, Any]:
        run = {
            "info": {
                "run_id": self.run,
                "run_uuid": self.run,
                "run_name": "first",
                "experiment_id": "1",
                "user_id": "training",
                "status": "RUNNING",
                "start_time": 1,
                "artifact_uri": self.artifacts.as_uri(),
                "lifecycle_stage": "active",
            },
            "data": {},
        }
        answers: dict[str, dict[str, Any]] = {
            "experiments/get-by-name": {"experiment": EXPERIMENT},
            "experiments/get": {"experiment": EXPERIMENT},
            "runs/create": {"run": run},
            "runs/get": {"run": run},
            "runs/update": {"run_info": run["info"]},
        }
        return answers.get(call, {})


class _Handler(BaseHTTPRequestHandler):
    server: TrackingServer

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, told: dict[str, Any]) -> None:
        call = urlsplit(self.path).path.removeprefix("/api/2.0/mlflow/")
        self.server.calls.append((call, told))
        body = json.dumps(self.server.answer(call)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- its name in the base class
        """Say nothing."""
