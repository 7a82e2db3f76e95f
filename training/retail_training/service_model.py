"""A model as the server gets it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ServiceModel:
    """What the pointer names."""

    manifest: dict[str, Any]
    content: bytes
