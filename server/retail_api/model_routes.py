"""GET /model."""

from datetime import datetime

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from retail_api.current_model import CurrentModel
from retail_api.model_manifest import ModelManifest


class ModelInUse(BaseModel):
    """The served model, and whether a newer one could not be followed."""

    version: str
    loaded: datetime
    last_refresh_problem: str | None
    manifest: ModelManifest


def model_routes(current: CurrentModel) -> APIRouter:
    """Say which model answers."""
    router = APIRouter(tags=["model"])

    @router.get("/model", responses={503: {"description": "no model is loaded"}})
    async def model_in_use() -> ModelInUse:
        """Describe the served model: its version, data, parameters and metrics."""
        model = current.model
        if model is None:
            raise HTTPException(503, {"error": "no model is loaded", "reason": current.problem})
        return ModelInUse(
            version=model.version, loaded=model.loaded, last_refresh_problem=current.problem, manifest=model.manifest
        )

    return router
