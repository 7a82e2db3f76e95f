"""The experiment log."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import mlflow
from mlflow.entities import Metric
from mlflow.exceptions import MlflowException

from retail_training.settings import Settings
from retail_training.training_error import TrainingError

EXPERIMENT: Final = "retail-price-sensitivity"
# MLflow's REST API takes at most 1,000 metrics in one call
_BATCH: Final = 1000


@contextmanager
def tracked_run(settings: Settings, run: str | None = None) -> Iterator[str]:
    """Log to a new run, or to the one with this id, inside the block; yields the run's id."""
    # MLflow would otherwise report the use of its functions to its makers
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    try:
        mlflow.set_tracking_uri(settings.mlflow_tracking_uri or _local_files(settings))
        mlflow.set_experiment(EXPERIMENT)
        with mlflow.start_run(run_id=run) as active:
            yield active.info.run_id
    except MlflowException as error:
        raise TrainingError(f"cannot track the run ({error}): check MLFLOW_TRACKING_URI") from error


def log_curve(name: str, values: list[float]) -> None:
    """Log one value a step, in few calls."""
    run = mlflow.active_run()
    assert run is not None  # noqa: S101 -- inside of tracked_run
    start = run.info.start_time
    points = [Metric(name, value, start, step) for step, value in enumerate(values)]
    for first in range(0, len(points), _BATCH):
        mlflow.MlflowClient().log_batch(run.info.run_id, metrics=points[first : first + _BATCH])


def _local_files(settings: Settings) -> str:
    # MLflow 3 asks for this word before it writes plain files; its databases need packages that nothing else here does
    os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")
    return (settings.output_dir.resolve() / "mlruns").as_uri()
