"""The application, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.telemetry import TelemetryConfig

from retail_api.admission import Admission
from retail_api.body_limit import BodyLimit
from retail_api.current_model import CurrentModel
from retail_api.docs_routes import docs_routes
from retail_api.drain import Drain
from retail_api.health_routes import health_routes
from retail_api.metrics import Metrics
from retail_api.model_refresh import ModelRefresh
from retail_api.model_routes import model_routes
from retail_api.model_store import ModelStore
from retail_api.paths import PREDICT, PREDICT_BATCH
from retail_api.prediction import BatchPrediction, BatchRequest, Prediction, PredictionRequest
from retail_api.prediction_routes import PredictionEndpoints, prediction_routes
from retail_api.prediction_service import PredictionService
from retail_api.problem_answers import answer_with_problems
from retail_api.problem_responses import DescribedApi
from retail_api.request_observer import RequestObserver
from retail_api.s3_client import create_s3_client
from retail_api.s3_model_store import S3ModelStore
from retail_api.settings import Settings
from retail_api.short_way import ShortEndpoint, ShortWay
from retail_api.telemetry import trace_requests

# we trace in our own way (telemetry.py); FastAPI would look for a tracer at each request
_NO_TELEMETRY: Final[TelemetryConfig] = {"tracing": False, "metrics": False, "logs": False}


def create_app(settings: Settings, drain: Drain | None = None) -> FastAPI:
    """Make the API for models in S3. Nothing is read from S3 before the application starts."""
    store = S3ModelStore(create_s3_client(settings), settings)
    return create_app_for(store, settings, drain)


def create_app_for(store: ModelStore, settings: Settings, drain: Drain | None = None) -> FastAPI:
    """Make the API for any store of models."""
    drain, metrics = drain or Drain(), Metrics()
    current = CurrentModel(store, metrics)
    refresh = ModelRefresh(current, every_seconds=settings.model_refresh_seconds)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        refresh.start()
        yield
        refresh.stop()
        if traces is not None:
            await run_in_threadpool(traces.shutdown)

    # the pages that FastAPI has itself load their scripts from a CDN
    app = DescribedApi(
        title="Retail price sensitivity", lifespan=lifespan, telemetry=_NO_TELEMETRY, docs_url=None, redoc_url=None
    )
    endpoints = PredictionEndpoints(PredictionService(current, metrics))
    # the last one added is the first to see a request
    app.add_middleware(
        ShortWay,
        endpoints={
            PREDICT: ShortEndpoint(PredictionRequest, Prediction, endpoints.predict),
            PREDICT_BATCH: ShortEndpoint(BatchRequest, BatchPrediction, endpoints.predict_batch),
        },
    )
    app.add_middleware(BodyLimit, most_bytes=settings.max_body_bytes, seconds=settings.body_seconds)
    app.add_middleware(Admission, most=settings.max_concurrent_requests, metrics=metrics)
    traces = trace_requests(app, settings)
    app.add_middleware(RequestObserver, metrics=metrics, drain=drain)
    answer_with_problems(app)
    app.include_router(health_routes(current, metrics, drain))
    app.include_router(prediction_routes(endpoints))
    app.include_router(model_routes(current))
    app.include_router(docs_routes(app.title))
    return app
