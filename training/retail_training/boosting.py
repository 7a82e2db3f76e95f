"""How the model learns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import xgboost as xgb
from numpy.typing import NDArray

from retail_training.feature import REQUIRED, Feature
from retail_training.households import Households
from retail_training.learning_progress import LearningProgress
from retail_training.settings import Settings
from retail_training.task import Task, split_off_validation

Parameters = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Learned:
    """A model, and how it came about."""

    booster: xgb.Booster
    rounds: int
    validation_loss: list[float]
    """Log loss on the validation households, round by round, while the number of rounds was sought."""


FIXED: Final[Parameters] = {
    "objective": "binary:logistic",
    "eval_metric": "logloss",
    "tree_method": "hist",
    "min_child_weight": 5,
    # one thread: the same bytes on every machine, and a second one gains nothing on so few rows
    "nthread": 1,
}


def parameters_of(settings: Settings) -> Parameters:
    """Say what XGBoost is told."""
    chosen: Parameters = {"max_depth": settings.max_depth, "learning_rate": settings.learning_rate}
    return FIXED | chosen | {"seed": settings.seed}


def learn(task: Task, features: tuple[Feature, ...], settings: Settings) -> Learned:
    """Find the number of rounds with the validation households, then learn that long from all training households."""
    parameters = parameters_of(settings)
    seen, validation = split_off_validation(task.training, settings.seed)
    loss: dict[str, dict[str, list[float]]] = {}
    stopped = xgb.train(
        parameters,
        _matrix(task, seen, features),
        settings.max_rounds,
        evals=[(_matrix(task, validation, features), "validation")],
        evals_result=loss,
        early_stopping_rounds=settings.early_stopping_rounds,
        verbose_eval=False,
        callbacks=[LearningProgress()],
    )
    rounds = stopped.best_iteration + 1
    booster = xgb.train(parameters, _matrix(task, task.training, features), rounds)
    return Learned(booster, rounds, loss["validation"]["logloss"])


def learn_required_only(task: Task, parameters: Parameters, rounds: int) -> xgb.Booster:
    """Learn from the required features alone: what the one model for both kinds of request is compared with."""
    return xgb.train(parameters, _matrix(task, task.training, REQUIRED), rounds)


def _matrix(task: Task, households: Households, features: tuple[Feature, ...]) -> xgb.DMatrix:
    """Show each household twice at half weight: once with the optional features, once without.

    So the answer to a request that leaves them out is learned as well, instead of being whatever XGBoost does with
    a missing value that it has never seen.
    """
    rows, labels = households.matrix(features), task.labels(households)
    return xgb.DMatrix(
        np.vstack([rows, without_optional(rows, features)]),
        np.concatenate([labels, labels]),
        weight=np.full(2 * len(labels), 0.5),
        feature_names=[feature.name for feature in features],
    )


def without_optional(rows: NDArray[np.float32], features: tuple[Feature, ...]) -> NDArray[np.float32]:
    """Copy the rows with every optional feature missing."""
    masked = rows.copy()
    masked[:, [not feature.required for feature in features]] = np.nan
    return masked
