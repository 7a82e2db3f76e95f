"""The place that the server reads models from."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from retail_training.object_store import LostRaceError, ObjectStore
from retail_training.s3_client import create_s3_client
from retail_training.s3_object_store import S3ObjectStore
from retail_training.service_model import ServiceModel
from retail_training.settings import Settings
from retail_training.training_error import BrokenVersionError, PointerMovedError, TrainingError

POINTER: Final = "current.json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which version is current, and which was before."""

    version: str
    previous: str | None
    etag: str


class ModelBucket:
    """Writes `versions/<version>/` once, and moves `current.json`."""

    def __init__(self, store: ObjectStore) -> None:
        """Keep the store; nothing is called yet."""
        self._store = store

    def add_version(self, manifest: dict[str, Any], model: bytes) -> bool:
        """Upload the model, then its manifest; False when this version is there already, and nothing was written.

        A manifest that is there promises a model that is there, because it is written last.
        """
        version = manifest["version"]
        if self._has_same_model(version, manifest):
            return False
        self._store.put(f"{_folder(version)}/{manifest['model']['file']}", model)
        try:
            self._store.create(_manifest_name(version), _json(manifest))
        except LostRaceError as error:
            # another run of the same inputs was faster: then it wrote the same version
            if self._has_same_model(version, manifest):
                return False
            raise TrainingError(f'"{self._store.address(_folder(version))}" came and went: export again') from error
        return True

    def point_to(self, version: str, moved: datetime) -> bool:
        """Make this version current; False when it is already. Raises PointerMovedError when someone else moved it."""
        current = self.pointer()
        before = current.version if current else None
        if before == version:
            return False
        content = _json({"format": 1, "version": version, "previous": before, "moved": moved.isoformat()})
        try:
            if current:
                self._store.replace(POINTER, content, current.etag)
            else:
                self._store.create(POINTER, content)
        except LostRaceError as error:
            raise PointerMovedError(
                f'"{self._store.address(POINTER)}" was moved from "{before}" by someone else meanwhile: '
                f'look at it, then do this again if "{version}" should be served'
            ) from error
        return True

    def pointer(self) -> Pointer | None:
        """Read which version is current; None before the first export."""
        found = self._store.get(POINTER)
        if found is None:
            return None
        content = json.loads(found.content)
        return Pointer(content["version"], content.get("previous"), found.etag)

    def in_service(self) -> ServiceModel | None:
        """Read the current version."""
        pointer = self.pointer()
        return self.read_version(pointer.version) if pointer else None

    def read_version(self, version: str) -> ServiceModel:
        """Read a version. Raises BrokenVersionError when it isn't there as a whole, with the model of its manifest."""
        manifest = self.manifest(version)
        file = None if manifest is None else self._store.get(f"{_folder(version)}/{manifest['model']['file']}")
        if manifest is None or file is None:
            raise BrokenVersionError(f'"{self._store.address(_folder(version))}" is not there as a whole')
        if hashlib.sha256(file.content).hexdigest() != manifest["model"]["sha256"]:
            raise BrokenVersionError(f'"{self._store.address(_folder(version))}" is damaged')
        return ServiceModel(manifest, file.content)

    def manifest(self, version: str) -> dict[str, Any] | None:
        """Read the manifest of a version; None when it isn't there."""
        found = self._store.get(_manifest_name(version))
        if found is None:
            return None
        content: dict[str, Any] = json.loads(found.content)
        return content

    def versions(self) -> list[dict[str, Any]]:
        """Read the manifests of all versions, the newest first; an upload that was not finished is none."""
        names = [name.split("/") for name in self._store.names("versions/")]
        found = [self.manifest(parts[1]) for parts in names if parts[2:] == ["manifest.json"]]
        return sorted((manifest for manifest in found if manifest), key=lambda one: str(one["created"]), reverse=True)

    def _has_same_model(self, version: str, manifest: dict[str, Any]) -> bool:
        found = self.manifest(version)
        if found is None:
            return False
        if found["model"] != manifest["model"]:
            raise TrainingError(
                f'"{self._store.address(_folder(version))}" holds another model with sha256 '
                f'"{found["model"]["sha256"]}": a version is never overwritten, remove it if it is wrong'
            )
        return True


def open_model_bucket(settings: Settings) -> ModelBucket:
    """Open the bucket of the settings. Raises TrainingError when they name none."""
    if settings.model_bucket is None:
        raise TrainingError("MODEL_BUCKET is not set: name the bucket that the server reads")
    store = S3ObjectStore(create_s3_client(settings), bucket=settings.model_bucket, prefix=settings.model_prefix)
    return ModelBucket(store)


def _folder(version: str) -> str:
    return f"versions/{version}"


def _manifest_name(version: str) -> str:
    return f"{_folder(version)}/manifest.json"


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, indent=2, allow_nan=False) + "\n").encode()
