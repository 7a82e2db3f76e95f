"""The outer rim of a run: exit code out, and the reason where SageMaker and Kubernetes look for it."""

import signal
import sys
from collections.abc import Callable
from types import FrameType

from pydantic import ValidationError

from retail_training.sagemaker import report_failure
from retail_training.training_error import TrainingError
from retail_training.wrong_settings import wrong_settings

# 128 and the number of the signal, as a shell says it
STOPPED = 128 + signal.SIGTERM


def run_to_exit(work: Callable[[], None]) -> None:
    """Do the work; a failure that can be mended is one line on stderr and its own exit code.

    1: data, settings or the outside; 3: the model is not good enough; 4: someone else moved the pointer; 143: stopped.
    """
    # a process with id 1, as in a container, would otherwise not end at all
    signal.signal(signal.SIGTERM, _stop)
    try:
        work()
    except (TrainingError, ValidationError) as error:
        reason = wrong_settings(error) if isinstance(error, ValidationError) else str(error)
        print(f"training stopped: {reason}", file=sys.stderr)  # noqa: T201
        report_failure(reason)
        sys.exit(error.exit_code if isinstance(error, TrainingError) else 1)
    except Exception as error:
        report_failure(f"{type(error).__name__}: {error}")
        raise


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(STOPPED)
