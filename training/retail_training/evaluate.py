"""Stage 2: `python -m retail_training.evaluate` measures the model on households that it has not seen."""

import mlflow
import numpy as np
import xgboost as xgb
from numpy.typing import NDArray
from sklearn.metrics import log_loss, roc_auc_score

from retail_training.boosting import fit_required_only, without_optional
from retail_training.data_fingerprint import data_fingerprint
from retail_training.households import read_households
from retail_training.progress import progress
from retail_training.run_record import Evaluated
from retail_training.settings import Settings
from retail_training.stage import run_stage
from retail_training.task import Task, split_into_task
from retail_training.tracking import tracked_run
from retail_training.trained_model import TrainedModel, read_trained_model
from retail_training.training_error import TrainingError


def evaluate(settings: Settings) -> None:
    """Measure, and write `evaluated.json` to the output folder."""
    model = read_trained_model(settings)
    if data_fingerprint(settings.data_dir) != model.record.data_sha256:
        raise TrainingError(f'"{settings.data_dir}" is not the data that the model was trained with: train again')
    task = split_into_task(read_households(settings.data_dir), model.record.seed)
    metrics = _measure(model, task)
    record = Evaluated(model_sha256=model.record.model_sha256, metrics=metrics)
    with tracked_run(settings, model.record.tracking_run):
        mlflow.log_metrics(metrics)
        mlflow.log_artifact(str(record.write(settings.output_dir)))
    for name, value in metrics.items():
        progress("evaluate", f"{name} {value:.4f}")


def _measure(model: TrainedModel, task: Task) -> dict[str, float]:
    labels = task.labels(task.held_out)
    full, masked = task.held_out.features, without_optional(task.held_out.features)
    reference = fit_required_only(task, model.record.seed)
    return {
        "auc_three_features": _auc(model.booster, masked, labels),
        "auc_with_discount_share": _auc(model.booster, full, labels),
        "auc_three_features_reference": _auc(reference, masked, labels),
        "log_loss_three_features": float(log_loss(labels, model.booster.inplace_predict(masked))),
        "log_loss_with_discount_share": float(log_loss(labels, model.booster.inplace_predict(full))),
        "price_sensitive_share": float(np.mean(labels)),
    }


def _auc(booster: xgb.Booster, rows: NDArray[np.float32], labels: NDArray[np.int8]) -> float:
    return float(roc_auc_score(labels, booster.inplace_predict(rows)))


if __name__ == "__main__":
    run_stage(evaluate)
