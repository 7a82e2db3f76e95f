"""Stage 1: `python -m retail_training.train` learns the model."""

import hashlib

import mlflow

from retail_training.boosting import PARAMETERS, ROUNDS, fit
from retail_training.data_fingerprint import data_fingerprint
from retail_training.households import read_households
from retail_training.progress import progress
from retail_training.run_record import MODEL_FILE, Trained
from retail_training.settings import Settings
from retail_training.stage import run_stage
from retail_training.task import Task, split_into_task
from retail_training.tracking import tracked_run


def train(settings: Settings) -> None:
    """Read the data, learn, and write `model.ubj` and `trained.json` to the output folder."""
    households = read_households(settings.data_dir)
    task = split_into_task(households, settings.seed)
    progress("train", f"{len(households)} households, {len(task.held_out)} of them held out")
    model = bytes(fit(task, settings.seed).save_raw("ubj"))
    settings.output_dir.mkdir(parents=True, exist_ok=True)
    path = settings.output_dir / MODEL_FILE
    path.write_bytes(model)
    with tracked_run(settings) as run:
        record = _record(settings, task, run=run, model=model)
        mlflow.log_params(PARAMETERS | {"rounds": ROUNDS, "seed": settings.seed})
        mlflow.set_tags({"git_commit": settings.git_commit, "data_sha256": record.data_sha256})
        mlflow.log_artifact(str(path))
        mlflow.log_artifact(str(record.write(settings.output_dir)))
    progress("train", f"{len(model)} bytes in {path}, tracked as {run}")


def _record(settings: Settings, task: Task, *, run: str, model: bytes) -> Trained:
    return Trained(
        tracking_run=run,
        data_sha256=data_fingerprint(settings.data_dir),
        model_sha256=hashlib.sha256(model).hexdigest(),
        seed=settings.seed,
        training_households=len(task.training),
        held_out_households=len(task.held_out),
        median_discount_share=task.median_discount_share,
    )


if __name__ == "__main__":
    run_stage(train)
