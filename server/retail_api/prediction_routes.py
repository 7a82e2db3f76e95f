"""POST /predict and /predict/batch."""

from fastapi import APIRouter

from retail_api.current_model import CurrentModel
from retail_api.metrics import Metrics
from retail_api.paths import PREDICT, PREDICT_BATCH
from retail_api.prediction import BatchPrediction, BatchRequest, Prediction, PredictionRequest
from retail_api.prediction_service import PredictionService
from retail_api.problem_responses import problem_responses
from retail_api.pseudonym import pseudonym
from retail_api.request_log import note_in_log

_PROBLEMS = problem_responses(400, 408, 413, 422, 503)


def prediction_routes(current: CurrentModel, metrics: Metrics) -> APIRouter:
    """Answer with the current model, 503 while there is none."""
    router = APIRouter(tags=["prediction"])
    service = PredictionService(current, metrics)

    # async, because one prediction is shorter than the way to a thread and back
    @router.post(PREDICT, responses=_PROBLEMS)
    async def predict(request: PredictionRequest) -> Prediction:
        """Predict whether a customer buys on discount more than the median customer."""
        answer = service.predict(request)
        customer = pseudonym(answer.customer_id) if answer.customer_id else None
        note_in_log(customer=customer, label=answer.label, model_version=answer.model_version)
        return answer

    @router.post(PREDICT_BATCH, responses=_PROBLEMS)
    async def predict_batch(request: BatchRequest) -> BatchPrediction:
        """Predict for up to 1,000 customers, all by the same model, in the order of the rows."""
        answer = service.predict_batch(request)
        note_in_log(rows=len(answer.predictions), model_version=answer.model_version)
        return answer

    return router
