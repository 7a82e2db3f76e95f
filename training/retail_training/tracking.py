"""The experiment log."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import mlflow

from retail_training.settings import Settings

EXPERIMENT: Final = "retail-price-sensitivity"


@contextmanager
def tracked_run(settings: Settings, run: str | None = None) -> Iterator[str]:
    """Log to a new run, or to the one with this id, inside the block; yields the run's id."""
    # MLflow would otherwise report the use of its functions to its makers
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    mlflow.set_tracking_uri(settings.mlflow_tracking_uri or _local_files(settings))
    mlflow.set_experiment(EXPERIMENT)
    with mlflow.start_run(run_id=run) as active:
        yield active.info.run_id


def _local_files(settings: Settings) -> str:
    # MLflow 3 asks for this word before it writes plain files; its databases need packages that nothing else here does
    os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")
    return (settings.output_dir.resolve() / "mlruns").as_uri()
