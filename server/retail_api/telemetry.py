"""Traces (OpenTelemetry), where they are asked for and the image was built with them."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from retail_api.paths import GUARDED, QUIET
from retail_api.request_id import current_request_id
from retail_api.request_log import note_in_log

if TYPE_CHECKING:
    from fastapi import FastAPI
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span
    from starlette.types import Scope

    from retail_api.settings import Settings

_log = logging.getLogger(__name__)
# the last of what requirements-telemetry.txt adds
_NEEDED: Final = "opentelemetry.instrumentation.asgi"
_NAMED: Final = GUARDED | {"/model", "/docs", "/openapi.json"}


def trace_requests(app: FastAPI, settings: Settings) -> TracerProvider | None:
    """Send a span for each request, but those of machines, to OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP).

    Without that setting nothing is even imported. The SDK reads its other OTEL_ variables by itself. A collector that
    is down costs spans, never requests.
    """
    if settings.otel_exporter_otlp_endpoint is None:
        return None
    if not is_installed():
        _log.warning(
            "no traces: OTEL_EXPORTER_OTLP_ENDPOINT is set, but this image has no OpenTelemetry: "
            "build it with --build-arg LOCK=requirements-telemetry.txt"
        )
        return None
    return _trace(app, settings)


def is_installed() -> bool:
    """Whether requirements-telemetry.txt was installed."""
    try:
        return find_spec(_NEEDED) is not None
    except ModuleNotFoundError:
        return False


def _trace(app: FastAPI, settings: Settings) -> TracerProvider:
    # optional, and 10 MB
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    from opentelemetry.util.http import parse_excluded_urls  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({"service.name": settings.otel_service_name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    app.add_middleware(
        OpenTelemetryMiddleware,
        tracer_provider=provider,
        exclude_spans=["receive", "send"],
        excluded_urls=parse_excluded_urls(",".join(f"{path}$" for path in sorted(QUIET))),
        default_span_details=_name,
        server_request_hook=_connect,
    )
    return provider


def _name(scope: Scope) -> tuple[str, dict[str, Any]]:
    path = scope["path"] if scope["path"] in _NAMED else "unmatched"
    return f"{scope['method']} {path}", {}


def _connect(span: Span, _scope: Scope) -> None:
    """Let the span and the log line find each other."""
    span.set_attribute("request_id", current_request_id.get() or "")
    note_in_log(trace_id=f"{span.get_span_context().trace_id:032x}")
