"""The model that `train` left behind."""

import hashlib
from dataclasses import dataclass

import xgboost as xgb

from retail_training.run_record import MODEL_FILE, Trained
from retail_training.settings import Settings
from retail_training.training_error import TrainingError


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """The record of the training, the bytes of the model and the model."""

    record: Trained
    content: bytes
    booster: xgb.Booster


def read_trained_model(settings: Settings) -> TrainedModel:
    """Read it from the output folder. Raises TrainingError when the model isn't the one of the record."""
    record = Trained.read(settings.output_dir)
    path = settings.output_dir / MODEL_FILE
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != record.model_sha256:
        raise TrainingError(f'"{path}" is not the model of "{Trained.file_name()}" beside it: train again')
    return TrainedModel(record, content, xgb.Booster(model_file=bytearray(content)))
