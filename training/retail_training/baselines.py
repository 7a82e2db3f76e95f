"""What a model has to be better than."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from retail_training.feature import Feature
from retail_training.measures import Measures, measure
from retail_training.task import Task


def baselines(task: Task, features: tuple[Feature, ...]) -> dict[str, Measures]:
    """Measure the simple ways on the held-out households: the same answer for all, and logistic regressions."""
    labels = task.labels(task.held_out)
    required = tuple(feature for feature in features if feature.required)
    return {
        "the base rate for all": measure(labels, _base_rate(task)),
        "logistic regression, required features": measure(labels, _logistic(task, required)),
        "logistic regression, all features": measure(labels, _logistic(task, features)),
    }


def _base_rate(task: Task) -> NDArray[np.float32]:
    rate = np.mean(task.labels(task.training))
    return np.full(len(task.held_out), rate, dtype=np.float32)


def _logistic(task: Task, features: tuple[Feature, ...]) -> NDArray[np.float32]:
    # amounts are skewed: a few households buy a hundred times what the others do
    regression = make_pipeline(StandardScaler(), LogisticRegression())
    regression.fit(np.log1p(task.training.matrix(features)), task.labels(task.training))
    predicted = regression.predict_proba(np.log1p(task.held_out.matrix(features)))
    return np.asarray(predicted[:, 1], dtype=np.float32)
