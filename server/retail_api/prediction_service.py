"""From requests to predictions."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from retail_api.current_model import CurrentModel
from retail_api.metrics import Metrics
from retail_api.prediction import (
    BatchPrediction,
    BatchRequest,
    CustomerPrediction,
    Label,
    Prediction,
    PredictionRequest,
)
from retail_api.problem import NO_MODEL, ProblemError
from retail_api.served_model import ServedModel
from retail_api.together import Together

# `prediction` and `label`, by whether the probability reaches the threshold
_MEANINGS: Final[Mapping[bool, tuple[Literal[0, 1], Label]]] = {
    True: (1, "price_sensitive"),
    False: (0, "not_price_sensitive"),
}


class PredictionService:
    """Asks the current model."""

    def __init__(self, current: CurrentModel, metrics: Metrics) -> None:
        """Keep both; nothing is asked yet."""
        self._current = current
        self._metrics = metrics
        self._together = Together(self._predict_each)

    async def predict(self, request: PredictionRequest) -> Prediction:
        """Answer for one customer. Raises ProblemError while no model is loaded."""
        require_model(self._current)
        return await self._together.ask(request)

    def predict_batch(self, request: BatchRequest) -> BatchPrediction:
        """Answer for all rows with one model. Raises ProblemError while no model is loaded."""
        # taken once: the model may be swapped while this runs
        model = require_model(self._current)
        self._metrics.batch_rows.observe(len(request.rows))
        return BatchPrediction(model_version=model.version, predictions=self._ask(model, request.rows))

    def _predict_each(self, requests: Sequence[PredictionRequest]) -> list[Prediction]:
        model = require_model(self._current)
        answers = self._ask(model, requests)
        return [
            Prediction(answer.customer_id, answer.prediction, answer.label, answer.probability, model.version)
            for answer in answers
        ]

    def _ask(self, model: ServedModel, requests: Sequence[PredictionRequest]) -> list[CustomerPrediction]:
        probabilities = model.probabilities([request.features for request in requests])
        threshold = model.threshold
        self._count(model, sum(probability >= threshold for probability in probabilities), len(requests))
        return [
            CustomerPrediction(request.customer_id, *_MEANINGS[probability >= threshold], probability)
            for request, probability in zip(requests, probabilities, strict=True)
        ]

    def _count(self, model: ServedModel, sensitive: int, requests: int) -> None:
        for is_sensitive, count in ((True, sensitive), (False, requests - sensitive)):
            if count:
                _, label = _MEANINGS[is_sensitive]
                self._metrics.predictions.labels(label, model.version).inc(count)


def require_model(current: CurrentModel) -> ServedModel:
    """Give the current model. Raises ProblemError while there is none."""
    if current.model is None:
        detail, fix = current.problem or "not loaded yet", "try again when /ready answers 200"
        raise ProblemError(NO_MODEL, detail, fix, headers={"retry-after": "5"})
    return current.model
