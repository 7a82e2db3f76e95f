"""The application, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError

from retail_api.current_model import CurrentModel
from retail_api.health_routes import health_routes
from retail_api.invalid_request import answer_invalid_request
from retail_api.metrics import Metrics
from retail_api.model_refresh import ModelRefresh
from retail_api.model_routes import model_routes
from retail_api.model_store import ModelStore
from retail_api.prediction_routes import prediction_routes
from retail_api.request_observer import RequestObserver
from retail_api.s3_client import create_s3_client
from retail_api.s3_model_store import S3ModelStore
from retail_api.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """Make the API for models in S3. Nothing is read from S3 before the application starts."""
    store = S3ModelStore(create_s3_client(settings), bucket=settings.model_bucket, prefix=settings.model_prefix)
    return create_app_for(store, refresh_seconds=settings.model_refresh_seconds)


def create_app_for(store: ModelStore, *, refresh_seconds: float) -> FastAPI:
    """Make the API for any store of models."""
    metrics = Metrics()
    current = CurrentModel(store, metrics)
    refresh = ModelRefresh(current, every_seconds=refresh_seconds)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        refresh.start()
        yield
        refresh.stop()

    app = FastAPI(title="Retail price sensitivity", lifespan=lifespan)
    app.add_middleware(RequestObserver, metrics=metrics)
    app.add_exception_handler(RequestValidationError, answer_invalid_request)
    for router in (health_routes(current, metrics), prediction_routes(current, metrics), model_routes(current)):
        app.include_router(router)
    return app
