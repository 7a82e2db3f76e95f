"""`python -m retail_training rollback` makes an earlier version current again."""

from datetime import UTC, datetime

from retail_training.model_bucket import ModelBucket, open_model_bucket
from retail_training.progress import progress
from retail_training.settings import Settings
from retail_training.training_error import BrokenVersionError, TrainingError


def rollback(settings: Settings, to: str | None, *, dry_run: bool) -> None:
    """Move the pointer to this version, or to the one before the current; the version is read and checked first.

    Nothing is removed, so a rollback is undone by another one.
    """
    bucket = open_model_bucket(settings)
    version = to or _previous(bucket)
    _check(bucket, version)
    if dry_run:
        progress("rollback", f"would make {version} current; it is whole")
        return
    moved = bucket.point_to(version, datetime.now(UTC))
    progress("rollback", f"{version} is current {'now' if moved else 'already'}")


def _check(bucket: ModelBucket, version: str) -> None:
    try:
        bucket.read_version(version)
    except BrokenVersionError as error:
        raise TrainingError(f"{error}: name another version, see python -m retail_training versions") from error


def _previous(bucket: ModelBucket) -> str:
    pointer = bucket.pointer()
    if pointer is None:
        raise TrainingError("no version is current yet: export a model first")
    if pointer.previous is None:
        raise TrainingError(f'"{pointer.version}" is the first version: name another with --to')
    return pointer.previous
