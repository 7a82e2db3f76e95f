"""What the stages of a run leave for each other in the output folder."""

import os
from pathlib import Path
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from retail_training.training_error import TrainingError

MODEL_FILE: Final = "model.ubj"
RECORDED_ONLY: Final = ("rounds", "early_stopping_rounds", "split")


class RunRecord(BaseModel):
    """A JSON document in the output folder, named by its class."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def write(self, folder: Path) -> Path:
        """Write it, so that it is there as a whole or not at all."""
        path = folder / self.file_name()
        scratch = path.with_suffix(".part")
        scratch.write_text(self.model_dump_json(indent=2) + "\n")
        os.replace(scratch, path)  # noqa: PTH105 -- says that it replaces
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
    data_file: str
    data_sha256: str
    model_sha256: str
    features: tuple[str, ...]
    parameters: dict[str, str | int | float]
    """What decided the model: XGBoost's parameters, the rounds that were found and how the households were split."""
    training_households: int
    held_out_households: int
    median_discount_share: float

    @property
    def seed(self) -> int:
        """What decided who is held out."""
        return int(self.parameters["seed"])

    @property
    def xgboost_parameters(self) -> dict[str, str | int | float]:
        """Those that XGBoost is told, without what is only recorded beside them."""
        return {name: value for name, value in self.parameters.items() if name not in RECORDED_ONLY}

    @property
    def rounds(self) -> int:
        """Number of trees."""
        return int(self.parameters["rounds"])
