"""A model version as it was read, not yet trusted."""

from dataclasses import dataclass

from retail_api.model_manifest import ModelManifest


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """A manifest and the bytes that claim to be its model."""

    manifest: ModelManifest
    model: bytes
