"""The outer rim of a run: settings in, exit code out."""

import sys
from collections.abc import Callable

from pydantic import ValidationError

from retail_training.settings import Settings
from retail_training.training_error import TrainingError


def run_stage(*stages: Callable[[Settings], None]) -> None:
    """Run the stages in order; a failure that can be mended is one line on stderr and exit code 1."""
    try:
        settings = Settings()
        for stage in stages:
            stage(settings)
    except (TrainingError, ValidationError) as error:
        sys.exit(f"training stopped: {error}")
