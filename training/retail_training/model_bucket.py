"""The place that the server reads models from."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from datetime import datetime

    from mypy_boto3_s3 import S3Client

# S3 answers 409 when two conditional writes of one key meet, and 404 when the key that should match is gone
LOST_RACE: Final = frozenset({HTTPStatus.PRECONDITION_FAILED, HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND})


@dataclass(frozen=True, slots=True)
class _Document:
    content: dict[str, Any]
    etag: str


class ModelBucket:
    """Writes `<prefix>/versions/<version>/` once, and moves `<prefix>/current.json`."""

    def __init__(self, client: S3Client, *, bucket: str, prefix: str) -> None:
        """Keep the client; nothing is called yet."""
        self._client = client
        self._bucket = bucket
        self._prefix = prefix

    def add_version(self, manifest: dict[str, Any], model: bytes) -> bool:
        """Upload the model, then its manifest; False when this version is there already, and nothing was written.

        A manifest that is there promises a model that is there, because it is written last.
        """
        folder = f"versions/{manifest['version']}"
        if self._has_same_model(folder, manifest):
            return False
        digest = hashlib.sha256(model).digest()
        self._put(f"{folder}/{manifest['model']['file']}", model, ChecksumSHA256=_base64(digest))
        try:
            self._put(f"{folder}/manifest.json", _json(manifest), IfNoneMatch="*")
        except ClientError as error:
            # another run of the same inputs was faster: then it wrote the same version
            if _status(error) in LOST_RACE and self._has_same_model(folder, manifest):
                return False
            raise
        return True

    def point_to(self, version: str, moved: datetime) -> bool:
        """Make this version current; False when it is already. Raises TrainingError when someone else moved it."""
        current = self._read("current.json")
        before = current.content["version"] if current else None
        if before == version:
            return False
        pointer = {"format": 1, "version": version, "previous": before, "moved": moved.isoformat()}
        condition = {"IfMatch": current.etag} if current else {"IfNoneMatch": "*"}
        try:
            self._put("current.json", _json(pointer), **condition)
        except ClientError as error:
            if _status(error) not in LOST_RACE:
                raise
            raise TrainingError(
                f'"{self._url("current.json")}" was moved from "{before}" by someone else meanwhile: '
                f'look at it, then export again if "{version}" should be served'
            ) from error
        return True

    def _has_same_model(self, folder: str, manifest: dict[str, Any]) -> bool:
        found = self._read(f"{folder}/manifest.json")
        if found is None:
            return False
        if found.content["model"] != manifest["model"]:
            raise TrainingError(
                f'"{self._url(folder)}" holds another model with sha256 "{found.content["model"]["sha256"]}": '
                "a version is never overwritten, remove it if it is wrong"
            )
        return True

    def _read(self, name: str) -> _Document | None:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=f"{self._prefix}/{name}")
        except self._client.exceptions.NoSuchKey:
            return None
        return _Document(json.loads(answer["Body"].read()), answer["ETag"])

    def _put(self, name: str, content: bytes, **condition: Any) -> None:  # noqa: ANN401 -- options of the SDK
        self._client.put_object(Bucket=self._bucket, Key=f"{self._prefix}/{name}", Body=content, **condition)

    def _url(self, name: str) -> str:
        return f"s3://{self._bucket}/{self._prefix}/{name}"


def _status(error: ClientError) -> int:
    return error.response["ResponseMetadata"]["HTTPStatusCode"]


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, indent=2, allow_nan=False) + "\n").encode()


def _base64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()
