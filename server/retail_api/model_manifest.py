"""What a trained model says about itself."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# a version becomes part of an S3 key, so it can't climb out of the prefix
ModelVersion = Annotated[str, Field(pattern=r"^[0-9a-z][0-9a-z-]{0,63}$")]


class _Part(BaseModel):
    # a later training may add a field that this server has no use for
    model_config = ConfigDict(frozen=True, extra="ignore")


class ModelFile(_Part):
    """The exported model beside the manifest."""

    file: Literal["model.ubj"]
    sha256: Sha256
    bytes: int = Field(gt=0)


class ModelFeature(_Part):
    """One column that the model was trained with."""

    name: str
    required: bool


class Probe(_Part):
    """A row and the probability that the trainer saw for it; an absent feature is null."""

    features: tuple[float | None, ...]
    probability: float = Field(ge=0, le=1)


class ModelManifest(_Part):
    """The manifest, format 1. Written by training after the model file, read here before it."""

    format: Literal[1]
    version: ModelVersion
    created: datetime
    git_commit: str
    model: ModelFile
    features: tuple[ModelFeature, ...]
    decision_threshold: float = Field(ge=0, le=1, description="probability from which the answer is price_sensitive")
    probes: tuple[Probe, ...] = Field(min_length=1)
    metrics: dict[str, float]
    data: dict[str, str | int | float]
    parameters: dict[str, str | int | float]
    versions: dict[str, str]
