"""The folders of a SageMaker training job, which are simply not there when a run is started otherwise.

See "How Amazon SageMaker AI Provides Training Information" in the Amazon SageMaker AI developer guide.
"""

import json
import os
import sys
from pathlib import Path
from typing import Final

from retail_training.training_error import TrainingError

# CreateTrainingJob shows the first 1,024 characters of the file as FailureReason
_SHOWN: Final = 1024


def base_folder() -> Path:
    """`/opt/ml`, or what SAGEMAKER_BASE_DIR says, as in SageMaker's own toolkit."""
    return Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"))


def is_training_job() -> bool:
    """Whether SageMaker started this process."""
    return _hyperparameters_file().is_file()


def hyperparameters() -> dict[str, str]:
    """Read what the job's HyperParameters say; every value is a text. Raises TrainingError when it isn't so."""
    path = _hyperparameters_file()
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_bytes())
    except ValueError as error:
        raise TrainingError(f'cannot read "{path}" ({error}): SageMaker writes a JSON object there') from error
    if not isinstance(content, dict):
        raise TrainingError(f'"{path}" holds no JSON object: SageMaker writes one there')
    # names of this kind are added by SageMaker's own Python SDK
    own = {str(name): value for name, value in content.items() if not str(name).startswith("sagemaker_")}
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in own.items()}


def channel_folder(channel: str) -> Path | None:
    """Find the folder that SageMaker copied this input channel to, if it did."""
    folder = base_folder() / "input/data" / channel
    return folder if folder.is_dir() else None


def report_failure(reason: str) -> None:
    """Say why the job failed, where SageMaker reads it; where that can't be written, the exit code is all it learns."""
    folder = base_folder() / "output"
    path = folder / "failure"
    try:
        if folder.is_dir():
            path.write_text(reason[:_SHOWN])
    except OSError as error:
        # printed, not raised: the reason of the failure must not give way to this one
        print(f'cannot write "{path}" ({error.strerror}): let user {os.getuid()} write there', file=sys.stderr)  # noqa: T201


def _hyperparameters_file() -> Path:
    return base_folder() / "input/config/hyperparameters.json"
