"""Where models come from."""

from dataclasses import dataclass
from typing import Protocol

from retail_api.model_bundle import ModelBundle
from retail_api.model_pointer import ModelPointer


@dataclass(frozen=True, slots=True)
class TaggedPointer:
    """A pointer and the tag by which the store recognises it."""

    pointer: ModelPointer
    etag: str | None


class ModelStore(Protocol):
    """Read access to exported models."""

    def read_pointer(self, known_etag: str | None) -> TaggedPointer | None:
        """Read the pointer, or None if it still is the one tagged `known_etag`. Raises ModelProblem."""

    def read_bundle(self, version: str) -> ModelBundle:
        """Read one version. Raises ModelProblem."""
