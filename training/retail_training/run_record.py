"""What the stages of a run leave for each other in the output folder."""

from pathlib import Path
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from retail_training.training_error import TrainingError

MODEL_FILE: Final = "model.ubj"


class RunRecord(BaseModel):
    """A JSON document in the output folder, named by its class."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def write(self, folder: Path) -> Path:
        """Write it."""
        path = folder / self.file_name()
        path.write_text(self.model_dump_json(indent=2) + "\n")
        return path

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read it. Raises TrainingError when the stage that writes it has not run."""
        path = folder / cls.file_name()
        try:
            return cls.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise TrainingError(f'cannot read "{path}" ({error}): run the stage that writes it again') from error

    @classmethod
    def file_name(cls) -> str:
        """`trained.json` for Trained."""
        return f"{cls.__name__.lower()}.json"


class Trained(RunRecord):
    """What `train` did."""

    tracking_run: str
    data_sha256: str
    model_sha256: str
    seed: int
    training_households: int
    held_out_households: int
    median_discount_share: float


class Evaluated(RunRecord):
    """What `evaluate` measured on the held-out households."""

    model_sha256: str
    metrics: dict[str, float]
