"""POST /predict."""

import logging

from fastapi import APIRouter, HTTPException

from retail_api.current_model import CurrentModel
from retail_api.invalid_request import InvalidRequest
from retail_api.metrics import Metrics
from retail_api.prediction import Prediction, PredictionRequest
from retail_api.pseudonym import pseudonym
from retail_api.served_model import ServedModel

_log = logging.getLogger(__name__)


def prediction_routes(current: CurrentModel, metrics: Metrics) -> APIRouter:
    """Answer with the current model, 503 while there is none."""
    router = APIRouter(tags=["prediction"])

    # async, because one prediction is shorter than the way to a thread and back
    @router.post("/predict", responses={422: {"model": InvalidRequest}, 503: {"description": "no model is loaded"}})
    async def predict(request: PredictionRequest) -> Prediction:
        """Predict whether a customer buys on discount more than the median customer."""
        if current.model is None:
            detail = {"error": "no model is loaded", "reason": current.problem}
            raise HTTPException(503, detail, headers={"Retry-After": "5"})
        answer = _ask(current.model, request)
        metrics.predictions.labels(answer.label, answer.model_version).inc()
        _log_answer(answer)
        return answer

    return router


def _ask(model: ServedModel, request: PredictionRequest) -> Prediction:
    probability = model.probability(request.features)
    sensitive = model.is_price_sensitive(probability)
    return Prediction(
        customer_id=request.customer_id,
        prediction=1 if sensitive else 0,
        label="price_sensitive" if sensitive else "not_price_sensitive",
        probability=probability,
        model_version=model.version,
    )


def _log_answer(answer: Prediction) -> None:
    customer = pseudonym(answer.customer_id) if answer.customer_id else None
    fields = {"customer": customer, "label": answer.label, "model_version": answer.model_version}
    _log.info("prediction", extra=fields)
