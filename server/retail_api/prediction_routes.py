"""POST /predict and /predict/batch."""

from fastapi import APIRouter

from retail_api.paths import PREDICT, PREDICT_BATCH
from retail_api.prediction import BatchPrediction, BatchRequest, Prediction, PredictionRequest
from retail_api.prediction_service import PredictionService
from retail_api.problem_responses import problem_responses
from retail_api.pseudonym import pseudonym
from retail_api.request_log import note_in_log

_PROBLEMS = problem_responses(400, 408, 413, 422, 503)


class PredictionEndpoints:
    """Answer with the current model, 503 while there is none."""

    def __init__(self, service: PredictionService) -> None:
        """Keep what predicts."""
        self._service = service

    # async, because one prediction is shorter than the way to a thread and back
    async def predict(self, request: PredictionRequest) -> Prediction:
        """Predict whether a customer buys on discount more than the median customer."""
        answer = await self._service.predict(request)
        customer = pseudonym(answer.customer_id) if answer.customer_id else None
        note_in_log(customer=customer, label=answer.label, model_version=answer.model_version)
        return answer

    async def predict_batch(self, request: BatchRequest) -> BatchPrediction:
        """Predict for up to 1,000 customers, all by the same model, in the order of the rows."""
        answer = self._service.predict_batch(request)
        note_in_log(rows=len(answer.predictions), model_version=answer.model_version)
        return answer


def prediction_routes(endpoints: PredictionEndpoints) -> APIRouter:
    """Give each endpoint its path."""
    router = APIRouter(tags=["prediction"])
    router.post(PREDICT, responses=_PROBLEMS)(endpoints.predict)
    router.post(PREDICT_BATCH, responses=_PROBLEMS)(endpoints.predict_batch)
    return router
