"""The objects below one prefix of an S3 bucket."""

from __future__ import annotations

import base64
import hashlib
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from retail_training.object_store import LostRaceError, StoredObject
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_s3 import S3Client

# S3 answers 409 when two conditional writes of one key meet, and NoSuchKey when the key that should match is gone
_LOST: Final = frozenset({HTTPStatus.PRECONDITION_FAILED, HTTPStatus.CONFLICT})


class S3ObjectStore:
    """An ObjectStore."""

    def __init__(self, client: S3Client, *, bucket: str, prefix: str, page: int = 1000) -> None:
        """Keep the client; nothing is called yet. ListObjectsV2 answers with at most 1,000 keys in a page."""
        self._client = client
        self._bucket = bucket
        self._prefix = prefix
        self._page = page

    def get(self, name: str) -> StoredObject | None:
        """Read it."""
        with self._asking("read"):
            try:
                answer = self._client.get_object(Bucket=self._bucket, Key=self._key(name))
            except self._client.exceptions.NoSuchKey:
                return None
            return StoredObject(answer["Body"].read(), answer["ETag"])

    def put(self, name: str, content: bytes) -> None:
        """Write it."""
        self._put(name, content)

    def create(self, name: str, content: bytes) -> None:
        """Write it if it isn't there."""
        self._put(name, content, IfNoneMatch="*")

    def replace(self, name: str, content: bytes, etag: str) -> None:
        """Write it if it is still the same."""
        self._put(name, content, IfMatch=etag)

    def names(self, start: str) -> list[str]:
        """List, page by page."""
        with self._asking("read"):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=self._key(start), PaginationConfig={"PageSize": self._page}
            )
            keys = [entry["Key"] for page in pages for entry in page.get("Contents", [])]
        return [key.removeprefix(f"{self._prefix}/") for key in keys]

    def address(self, name: str) -> str:
        """As the AWS command line writes it."""
        return f"s3://{self._bucket}/{self._key(name)}"

    def _put(self, name: str, content: bytes, **condition: Any) -> None:  # noqa: ANN401 -- options of the SDK
        checksum = base64.b64encode(hashlib.sha256(content).digest()).decode()
        with self._asking("write to"):
            try:
                self._client.put_object(
                    Bucket=self._bucket, Key=self._key(name), Body=content, ChecksumSHA256=checksum, **condition
                )
            except ClientError as error:
                if condition and _lost(error):
                    raise LostRaceError(self.address(name)) from error
                raise

    @contextmanager
    def _asking(self, what: str) -> Iterator[None]:
        try:
            yield
        except (BotoCoreError, ClientError) as error:
            raise TrainingError(f'cannot {what} bucket "{self._bucket}": {error}') from error

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}"


def _lost(error: ClientError) -> bool:
    status, code = error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"]
    return status in _LOST or code == "NoSuchKey"
