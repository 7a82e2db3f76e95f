"""Stage 3: `python -m retail_training export` hands the model to the server."""

import json
from datetime import UTC, datetime

import mlflow

from retail_training.evaluated import Evaluated
from retail_training.manifest import build_manifest
from retail_training.model_bucket import open_model_bucket
from retail_training.progress import progress
from retail_training.settings import Settings
from retail_training.tracking import tracked_run
from retail_training.trained_model import TrainedModel, read_trained_model
from retail_training.training_error import ModelRefusedError, TrainingError


def export(settings: Settings, *, dry_run: bool = False) -> None:
    """Write `manifest.json` to the output folder, upload model and manifest, then make them current.

    A dry run writes nothing at all.
    """
    model, evaluated = read_trained_model(settings), Evaluated.read(settings.output_dir)
    _check(model, evaluated)
    now = datetime.now(UTC)
    manifest = build_manifest(model, evaluated, settings=settings, created=now)
    if dry_run:
        progress("export", f"would upload version {manifest['version']} and make it current")
        return
    path = settings.output_dir / "manifest.json"
    path.write_text(json.dumps(manifest, indent=2) + "\n")
    bucket, version = open_model_bucket(settings), manifest["version"]
    added = bucket.add_version(manifest, model.content)
    progress("export", f"version {version} {'uploaded' if added else 'is there already'}")
    moved = bucket.point_to(version, now)
    progress("export", "current.json moved to it" if moved else "current.json names it already")
    with tracked_run(settings, model.record.tracking_run):
        mlflow.set_tag("model_version", version)
        mlflow.log_artifact(str(path))


def _check(model: TrainedModel, evaluated: Evaluated) -> None:
    if evaluated.model_sha256 != model.record.model_sha256:
        raise TrainingError(f'"{Evaluated.file_name()}" measures another model: evaluate this one first')
    if evaluated.refused:
        raise ModelRefusedError("; ".join(evaluated.refused))
