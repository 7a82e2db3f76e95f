"""Stage 3: `python -m retail_training.export` hands the model to the server."""

import json
from datetime import UTC, datetime
from typing import Any

import mlflow
from botocore.exceptions import BotoCoreError, ClientError

from retail_training.manifest import build_manifest
from retail_training.model_bucket import ModelBucket
from retail_training.progress import progress
from retail_training.run_record import Evaluated
from retail_training.s3_client import create_s3_client
from retail_training.settings import Settings
from retail_training.stage import run_stage
from retail_training.tracking import tracked_run
from retail_training.trained_model import TrainedModel, read_trained_model
from retail_training.training_error import TrainingError


def export(settings: Settings) -> None:
    """Write `manifest.json` to the output folder, upload model and manifest, then make them current."""
    model, evaluated = read_trained_model(settings), Evaluated.read(settings.output_dir)
    _check(settings, model, evaluated)
    now = datetime.now(UTC)
    manifest = build_manifest(model, evaluated, created=now, git_commit=settings.git_commit)
    path = settings.output_dir / "manifest.json"
    path.write_text(json.dumps(manifest, indent=2) + "\n")
    _upload(settings, manifest, model.content, now=now)
    with tracked_run(settings, model.record.tracking_run):
        mlflow.set_tag("model_version", manifest["version"])
        mlflow.log_artifact(str(path))


def _check(settings: Settings, model: TrainedModel, evaluated: Evaluated) -> None:
    if evaluated.model_sha256 != model.record.model_sha256:
        raise TrainingError(f'"{Evaluated.file_name()}" measures another model: evaluate this one first')
    auc = evaluated.metrics["auc_with_discount_share"]
    if auc < settings.minimum_auc:
        raise TrainingError(
            f'auc_with_discount_share is "{auc:.4f}", below MINIMUM_AUC "{settings.minimum_auc}": look at the data'
        )


def _upload(settings: Settings, manifest: dict[str, Any], model: bytes, *, now: datetime) -> None:
    if settings.model_bucket is None:
        raise TrainingError("MODEL_BUCKET is not set: name the bucket that the server reads")
    bucket = ModelBucket(create_s3_client(settings), bucket=settings.model_bucket, prefix=settings.model_prefix)
    try:
        added = bucket.add_version(manifest, model)
        progress("export", f"version {manifest['version']} {'uploaded' if added else 'is there already'}")
        moved = bucket.point_to(manifest["version"], now)
        progress("export", "current.json moved to it" if moved else "current.json names it already")
    except (BotoCoreError, ClientError) as error:
        raise TrainingError(f'cannot write to bucket "{settings.model_bucket}": {error}') from error


if __name__ == "__main__":
    run_stage(export)
