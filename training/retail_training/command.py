"""What the command line offers: each command, what it does and which settings it reads."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from retail_training import command_work
from retail_training.settings import Settings

Work = Callable[[Settings, argparse.Namespace], None]
_PLACES: Final = ("output_dir", "mlflow_tracking_uri")
_DATA: Final = ("data_dir", "transactions")
_AWS: Final = ("aws_region",)
_BUCKET: Final = ("model_bucket", "model_prefix", *_AWS)
_LEARNING: Final = (
    "optional_features",
    "seed",
    "max_depth",
    "learning_rate",
    "max_rounds",
    "early_stopping_rounds",
    "git_commit",
)
_LIMITS: Final = ("minimum_auc", "max_auc_drop")


@dataclass(frozen=True, slots=True)
class Option:
    """A flag that is no setting."""

    flag: str
    help: str
    is_switch: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `python -m retail_training`."""

    name: str
    help: str
    settings: tuple[str, ...]
    work: Work
    examples: tuple[str, ...]
    options: tuple[Option, ...] = ()


RUN: Final = Command(
    "run",
    "train, evaluate and export, in that order; also what no command at all does, and SageMaker's train",
    (*_DATA, *_PLACES, *_LEARNING, "image_digest", *_LIMITS, *_BUCKET),
    command_work.whole_run,
    ("run --model-bucket example-models", "run --transactions s3://example-data/2026/transactions.parquet"),
)
COMMANDS: Final = (
    RUN,
    Command(
        "train",
        "learn the model: model.ubj and trained.json in the output folder",
        (*_DATA, *_PLACES, *_LEARNING, *_AWS),
        command_work.train,
        ("train --seed 7 --data-dir .slipway/data --output-dir out", "train --optional-features ''"),
    ),
    Command(
        "evaluate",
        "measure it on the held-out households, write the model card; exit code 3 when it must not be served",
        (*_DATA, *_PLACES, *_LIMITS, *_BUCKET),
        command_work.evaluate,
        ("evaluate --output-dir out", "evaluate --model-bucket example-models --max-auc-drop 0.01"),
    ),
    Command(
        "export",
        "upload it and make it current; exit code 4 when someone else moved the pointer meanwhile",
        (*_PLACES, "git_commit", "image_digest", *_BUCKET),
        command_work.export,
        ("export --model-bucket example-models", "export --model-bucket example-models --dry-run"),
        (Option("--dry-run", "say which version it is, and write nothing", is_switch=True),),
    ),
    Command(
        "versions",
        "list the versions in the bucket, the newest first; * is current",
        _BUCKET,
        command_work.versions,
        ("versions --model-bucket example-models --json",),
        (Option("--json", "as JSON", is_switch=True),),
    ),
    Command(
        "rollback",
        "make the version before the current one current again, or the one that is named",
        _BUCKET,
        command_work.rollback,
        ("rollback --model-bucket example-models", "rollback --to m-276f46f396320298 --dry-run"),
        (Option("--to", "the version"), Option("--dry-run", "check it, and change nothing", is_switch=True)),
    ),
    Command(
        "model-card",
        "train and evaluate afresh, then write the page model.md and its plots",
        (*_DATA, *_LEARNING, *_AWS),
        command_work.model_card,
        ("model-card --data-dir .slipway/data --into docs",),
        (
            Option("--into", "folder of the page; required"),
            Option("--check", "write nothing; exit code 1 when the page differs", is_switch=True),
        ),
    ),
)
