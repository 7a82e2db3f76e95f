"""GET /model."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel

from retail_api.current_model import CurrentModel
from retail_api.model_manifest import ModelManifest
from retail_api.prediction_service import require_model
from retail_api.problem_responses import problem_responses


class ModelInUse(BaseModel):
    """The served model, and whether a newer one could not be followed."""

    version: str
    loaded: datetime
    last_refresh_problem: str | None
    metrics: dict[str, float]
    manifest: ModelManifest


def model_routes(current: CurrentModel) -> APIRouter:
    """Say which model answers."""
    router = APIRouter(tags=["model"])

    @router.get("/model", responses=problem_responses(503))
    async def model_in_use() -> ModelInUse:
        """Describe the served model: its version, metrics, data and parameters."""
        model = require_model(current)
        return ModelInUse(
            version=model.version,
            loaded=model.loaded,
            last_refresh_problem=current.problem,
            metrics=model.manifest.metrics,
            manifest=model.manifest,
        )

    return router
