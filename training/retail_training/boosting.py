"""How the model learns."""

from typing import Final

import numpy as np
import xgboost as xgb
from numpy.typing import NDArray

from retail_training.feature import FEATURES
from retail_training.task import Task

ROUNDS: Final = 150
PARAMETERS: Final[dict[str, str | int | float]] = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "max_depth": 3,
    "learning_rate": 0.05,
    "min_child_weight": 5,
    # one thread: the same bytes on every machine, and a second one gains nothing on so few rows
    "nthread": 1,
}
_OPTIONAL: Final = [index for index, feature in enumerate(FEATURES) if not feature.required]


def fit(task: Task, seed: int) -> xgb.Booster:
    """Learn from each training household twice at half weight: once with the optional features, once without.

    So the answer to a request that leaves them out is learned as well, instead of being whatever XGBoost does with
    a missing value that it has never seen.
    """
    features, labels = task.training.features, task.labels(task.training)
    matrix = xgb.DMatrix(
        np.vstack([features, without_optional(features)]),
        np.concatenate([labels, labels]),
        weight=np.full(2 * len(labels), 0.5),
        feature_names=[feature.name for feature in FEATURES],
    )
    return xgb.train(PARAMETERS | {"seed": seed}, matrix, ROUNDS)


def fit_required_only(task: Task, seed: int) -> xgb.Booster:
    """Learn from the required features alone: what the one model for both kinds of request is compared with."""
    matrix = xgb.DMatrix(without_optional(task.training.features), task.labels(task.training))
    return xgb.train(PARAMETERS | {"seed": seed}, matrix, ROUNDS)


def without_optional(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Copy the rows with every optional feature missing."""
    masked = features.copy()
    masked[:, _OPTIONAL] = np.nan
    return masked
