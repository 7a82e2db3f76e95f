"""The experiment log."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import mlflow
from mlflow.entities import Metric
from mlflow.exceptions import MlflowException
from mlflow.utils.credentials import get_default_host_creds

from retail_training.plain_http import is_plain_http, plain_http_problem, without_credentials
from retail_training.settings import Settings
from retail_training.training_error import TrainingError

EXPERIMENT: Final = "retail-price-sensitivity"
# MLflow's REST API takes at most 1,000 metrics in one call
_BATCH: Final = 1000


@contextmanager
def tracked_run(settings: Settings, run: str | None = None) -> Iterator[str]:
    """Log to a new run, or to the one with this id, inside the block; yields the run's id."""
    refuse_credentials_in_clear(settings)
    # MLflow would otherwise report the use of its functions to its makers
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    try:
        mlflow.set_tracking_uri(settings.mlflow_tracking_uri or _local_files(settings))
        mlflow.set_experiment(EXPERIMENT)
        with mlflow.start_run(run_id=run) as active:
            yield active.info.run_id
    except MlflowException as error:
        reason = without_credentials(str(error))
        raise TrainingError(f"cannot track the run ({reason}): check MLFLOW_TRACKING_URI") from error


def refuse_credentials_in_clear(settings: Settings) -> None:
    """Raise TrainingError when who this is would be sent by plain http; what is logged may be."""
    uri = settings.mlflow_tracking_uri
    if uri is not None and is_plain_http(uri) and _has_credentials(uri) and not settings.allow_plain_http:
        raise TrainingError(f"MLFLOW_TRACKING_URI is {plain_http_problem(uri)}, or leave the credentials out")


def _has_credentials(uri: str) -> bool:
    # from MLflow's own variables and file
    own = get_default_host_creds(uri)  # type: ignore[no-untyped-call] # MLflow leaves it without types
    return uri != without_credentials(uri) or any((own.username, own.password, own.token, own.auth, own.aws_sigv4))


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
