"""Stage 1: `python -m retail_training train` learns the model."""

import hashlib
import os
from pathlib import Path
from tempfile import TemporaryFile

import mlflow

from retail_training.boosting import Learned, learn, parameters_of
from retail_training.progress import progress
from retail_training.run_record import MODEL_FILE, Trained
from retail_training.settings import Settings
from retail_training.task import SPLIT, Task, split_into_task
from retail_training.tracking import log_curve, refuse_credentials_in_clear, tracked_run
from retail_training.training_data import TrainingData, read_training_data
from retail_training.training_error import TrainingError


def train(settings: Settings) -> None:
    """Read the data, learn, and write `model.ubj` and `trained.json` to the output folder."""
    refuse_credentials_in_clear(settings)
    data = read_training_data(settings)
    task = split_into_task(data.households, settings.seed)
    _make_folder(settings.output_dir)
    progress("train", f"{len(data.households)} households, {len(task.held_out)} of them held out")
    learned = learn(task, settings.features, settings)
    progress("train", f"{learned.rounds} rounds are best for the validation households")
    model = bytes(learned.booster.save_raw("ubj"))
    path = _write_model(settings, model)
    with tracked_run(settings) as run:
        record = _record(settings, data, task, learned, run=run, model=model)
        mlflow.log_params(record.parameters | {"features": ",".join(record.features)})
        log_curve("validation_log_loss", learned.validation_loss)
        mlflow.set_tags({"git_commit": settings.git_commit, "data_sha256": data.sha256})
        mlflow.log_artifact(str(path))
        mlflow.log_artifact(str(record.write(settings.output_dir)))
    progress("train", f"{len(model)} bytes in {path}, tracked as {run}")


def _make_folder(folder: Path) -> None:
    """Make it and try it, before the time to learn is spent."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()
    except OSError as error:
        raise TrainingError(
            f'cannot write to OUTPUT_DIR "{folder}" ({error.strerror}): name or mount a folder that user {os.getuid()} '
            "may write to"
        ) from error


def _write_model(settings: Settings, model: bytes) -> Path:
    path = settings.output_dir / MODEL_FILE
    path.write_bytes(model)
    return path


def _record(  # noqa: PLR0913 -- everything that is known by now, for the one place that writes it down
    settings: Settings, data: TrainingData, task: Task, learned: Learned, *, run: str, model: bytes
) -> Trained:
    return Trained(
        tracking_run=run,
        data_file=data.file,
        data_sha256=data.sha256,
        model_sha256=hashlib.sha256(model).hexdigest(),
        features=tuple(feature.name for feature in settings.features),
        parameters=parameters_of(settings)
        | {"rounds": learned.rounds, "early_stopping_rounds": settings.early_stopping_rounds, "split": SPLIT},
        training_households=len(task.training),
        held_out_households=len(task.held_out),
        median_discount_share=task.median_discount_share,
    )
