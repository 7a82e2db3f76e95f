"""Processes of their own that export, without the second that each would take to import what they need."""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

from retail_training.command_line import parse
from retail_training.stage import run_to_exit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerProcess

    from retail_training.settings import Settings

# the children are forked from a process that has imported these, and that has no threads; it is started in this
# project's folder, from which it can't import what is beside this file
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["retail_training.command_line", "retail_training.export", "retail_training.stage"])


def start_export(settings: Settings, url: str) -> ForkServerProcess:
    """Start `python -m retail_training export` of what these settings have evaluated, to the S3 at this address."""
    words = ["export", "--model-bucket", str(settings.model_bucket), "--output-dir", str(settings.output_dir)]
    child = _FORKS.Process(target=_export, args=(os.environ | {"AWS_ENDPOINT_URL": url}, words))
    child.start()
    return child


def _export(environment: Mapping[str, str], words: list[str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    run_to_exit(parse(words))
