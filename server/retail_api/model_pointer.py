"""Which model version is current."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from retail_api.model_manifest import ModelVersion


class ModelPointer(BaseModel):
    """The content of `current.json`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal[1]
    version: ModelVersion
