"""Named objects that several writers share: what a model bucket needs of S3."""

from dataclasses import dataclass
from typing import Protocol


class LostRaceError(Exception):
    """The condition of a write did not hold, so nothing was written."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """What is there, and the ETag that says whether it is still the same."""

    content: bytes
    etag: str


class ObjectStore(Protocol):
    """Every call raises TrainingError when the store can't be asked. A write is there as a whole or not at all."""

    def get(self, name: str) -> StoredObject | None:
        """Read it; None when it isn't there."""

    def put(self, name: str, content: bytes) -> None:
        """Write it, whatever was there."""

    def create(self, name: str, content: bytes) -> None:
        """Write it; raises LostRaceError when it is there."""

    def replace(self, name: str, content: bytes, etag: str) -> None:
        """Write it; raises LostRaceError when what is there hasn't this ETag."""

    def names(self, start: str) -> list[str]:
        """Every name that begins so, sorted."""

    def address(self, name: str) -> str:
        """Where it is, for messages."""
