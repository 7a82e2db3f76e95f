"""GET /health, /ready and /metrics: what machines ask."""

from typing import Any

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from retail_api.current_model import CurrentModel
from retail_api.drain import Drain
from retail_api.metrics import Metrics
from retail_api.paths import HEALTH, METRICS, READY
from retail_api.readiness import NotReady, Ready, readiness

_METRICS_ANSWER: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


def health_routes(current: CurrentModel, metrics: Metrics, drain: Drain) -> APIRouter:
    """Say whether the process is alive, and whether it can predict."""
    router = APIRouter(tags=["health"])

    @router.get(HEALTH)
    async def health() -> dict[str, str]:
        """Answer while the process is alive, whatever the state of the model."""
        return {"status": "alive"}

    @router.get(READY, responses={503: {"model": NotReady, "description": "no model is loaded, or the process ends"}})
    async def ready(response: Response) -> Ready | NotReady:
        """Answer 200 while a model is loaded; 503 with the reason before, and from SIGTERM on."""
        answer = readiness(current, drain)
        response.status_code = 200 if answer.ready else 503
        return answer

    @router.get(METRICS, response_class=Response, responses=_METRICS_ANSWER)
    async def scrape() -> Response:
        """Metrics in the text format of Prometheus."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router
