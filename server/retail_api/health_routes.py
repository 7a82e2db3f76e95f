"""GET /health, /ready and /metrics: what machines ask."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from retail_api.current_model import CurrentModel
from retail_api.metrics import Metrics


def health_routes(current: CurrentModel, metrics: Metrics) -> APIRouter:
    """Say whether the process is alive, and whether it can predict."""
    router = APIRouter(tags=["health"])

    @router.get("/health")
    async def health() -> dict[str, str]:
        """Answer while the process is alive, whatever the state of the model."""
        return {"status": "alive"}

    @router.get("/ready", responses={503: {"description": "no model is loaded"}})
    async def ready() -> JSONResponse:
        """Answer 200 once a model is loaded; 503 with the reason before."""
        if current.model is None:
            return JSONResponse({"ready": False, "reason": current.problem}, status_code=503)
        return JSONResponse(
            {"ready": True, "model_version": current.model.version, "last_refresh_problem": current.problem}
        )

    @router.get("/metrics")
    async def scrape() -> Response:
        """Metrics in the text format of Prometheus."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router
