"""All figures of one model."""

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

from retail_training.baselines import baselines
from retail_training.boosting import learn_required_only, without_optional
from retail_training.evaluated import Evaluated
from retail_training.feature import REQUIRED, Feature, features_named
from retail_training.measures import Labels, Measures, Probabilities, auc_interval, measure
from retail_training.reliability import calibration_error, reliability
from retail_training.segments import segments
from retail_training.task import Task
from retail_training.trained_model import TrainedModel

ALL_FEATURES_VIEW = "all features"
REQUIRED_VIEW = "required features"


def measure_model(model: TrainedModel, task: Task) -> Evaluated:
    """Measure both kinds of request: with all features, and with the required ones alone."""
    features = features_named(model.record.features)
    labels = task.labels(task.held_out)
    views = _predict(model, task, features)
    bins = {view: reliability(labels, probabilities) for view, probabilities in views.items()}
    return Evaluated(
        model_sha256=model.record.model_sha256,
        metrics=_metrics(model, task, views) | {"calibration_error": calibration_error(bins[ALL_FEATURES_VIEW])},
        roc={view: _roc(labels, probabilities) for view, probabilities in views.items()},
        reliability=bins,
        segments=segments(task.held_out, labels, views[ALL_FEATURES_VIEW]),
        baselines=baselines(task, features),
        importance=_importance(model),
        comparison=None,
        not_compared=None,
        refused=(),
    )


def _predict(model: TrainedModel, task: Task, features: tuple[Feature, ...]) -> dict[str, Probabilities]:
    rows = task.held_out.matrix(features)
    return {
        ALL_FEATURES_VIEW: _answers(model, rows),
        REQUIRED_VIEW: _answers(model, without_optional(rows, features)),
    }


def _answers(model: TrainedModel, rows: NDArray[np.float32]) -> Probabilities:
    return np.asarray(model.booster.inplace_predict(rows), dtype=np.float32)


def _metrics(model: TrainedModel, task: Task, views: dict[str, Probabilities]) -> dict[str, float]:
    labels = task.labels(task.held_out)
    reference = learn_required_only(task, model.record.xgboost_parameters, model.record.rounds)
    alone = measure(labels, np.asarray(reference.inplace_predict(task.held_out.matrix(REQUIRED)), dtype=np.float32))
    return {
        **_named(measure(labels, views[ALL_FEATURES_VIEW]), "all_features"),
        **_named(measure(labels, views[REQUIRED_VIEW]), "required_features"),
        **_interval(labels, views[ALL_FEATURES_VIEW], "all_features"),
        **_interval(labels, views[REQUIRED_VIEW], "required_features"),
        "auc_required_features_reference": alone.auc,
        "price_sensitive_share": round(float(np.mean(labels)), 6),
    }


def _named(measures: Measures, view: str) -> dict[str, float]:
    return {f"{name}_{view}": value for name, value in measures.model_dump().items()}


def _interval(labels: Labels, probabilities: Probabilities, view: str) -> dict[str, float]:
    low, high = auc_interval(labels, probabilities)
    return {f"auc_low_{view}": low, f"auc_high_{view}": high}


def _roc(labels: Labels, probabilities: Probabilities) -> tuple[tuple[float, float], ...]:
    wrong, right, _ = roc_curve(labels, probabilities)
    return tuple((round(float(x), 6), round(float(y), 6)) for x, y in zip(wrong, right, strict=True))


def _importance(model: TrainedModel) -> dict[str, float]:
    found = model.booster.get_score(importance_type="total_gain")
    gains = {name: float(np.sum(found.get(name, 0.0))) for name in model.record.features}
    whole = sum(gains.values()) or 1.0
    return {name: round(gain / whole, 6) for name, gain in gains.items()}
