"""A collector on 127.0.0.1 that takes OTLP over HTTP (OpenTelemetry Protocol specification, "OTLP/HTTP")."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from example_api import LITERAL, example_api, wait_until_ready
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

TRACE = "0af7651916cd43dd8448eb211c80319c"


@contextmanager
def collector() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    received: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append((self.path, self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", received
        server.shutdown()
        thread.join()


def spans(received: list[tuple[str, bytes]]) -> list[Any]:
    found = []
    for path, body in received:
        assert path == "/v1/traces"
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            found += [span for scope in resource.scope_spans for span in scope.spans]
    return found


def test_sends_a_span_for_each_prediction(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with collector() as (url, received):
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        with example_api() as client, caplog.at_level(logging.INFO, "retail_api"):
            wait_until_ready(client)
            headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01", "x-request-id": "r-1"}
            client.post("/predict", json=LITERAL | {"customer_id": "household-4711"}, headers=headers)
            client.get("/health")
            client.get("/household-4711")
        found = spans(received)
    # /health and /ready are not traced, and an unknown path names no span
    assert sorted(span.name for span in found) == ["GET unmatched", "POST /predict"]
    (prediction,) = [span for span in found if span.name == "POST /predict"]
    assert prediction.trace_id.hex() == TRACE
    assert ("request_id", "r-1") in [(one.key, one.value.string_value) for one in prediction.attributes]
    assert b"household-4711" not in prediction.SerializeToString()
    (record,) = [record.__dict__ for record in caplog.records if record.__dict__.get("route") == "/predict"]
    assert record["trace_id"] == TRACE


def test_answers_while_the_collector_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    with example_api() as client:
        wait_until_ready(client)
        assert client.post("/predict", json=LITERAL).status_code == 200


def test_says_what_to_build_when_it_is_not_in_the_image(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
    for name in [name for name in sys.modules if name.startswith("opentelemetry.instrumentation")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "opentelemetry.instrumentation", None)
    with example_api() as client:
        wait_until_ready(client)
        assert client.post("/predict", json=LITERAL).status_code == 200
    assert "--build-arg LOCK=requirements-telemetry.txt" in caplog.text


def test_traces_nothing_unless_asked() -> None:
    with example_api() as client:
        assert "OpenTelemetryMiddleware" not in str(client.app.user_middleware)  # type: ignore[attr-defined]
