"""Hyperparameters of a SageMaker training job, as settings."""

from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from retail_training.sagemaker import channel_folder, hyperparameters

CHANNEL = "training"
"""Name of the input channel whose folder holds the transactions."""


class SageMakerSource(PydanticBaseSettingsSource):
    """`seed` or `SEED` in HyperParameters is the setting `seed`; the channel's folder is `data_dir`."""

    def __init__(self, settings: type[BaseSettings]) -> None:
        """Nothing is read yet."""
        super().__init__(settings)

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """Give the value, its key and whether it still has to be parsed, as the base class wants."""
        return self().get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Give all of them; a name that is no setting stays in, and is refused with the others that are wrong."""
        folder = channel_folder(CHANNEL)
        given: dict[str, Any] = {"data_dir": folder} if folder else {}
        return given | {name.lower(): value for name, value in hyperparameters().items()}
