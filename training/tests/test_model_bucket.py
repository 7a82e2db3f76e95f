from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError
from conftest import BUCKET

from retail_training.model_bucket import ModelBucket
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

NOW = datetime(2026, 1, 2, tzinfo=UTC)
MODEL = b"{L model"


def described(version: str, model: bytes = MODEL) -> dict[str, Any]:
    return {"version": version, "model": {"file": "model.ubj", "sha256": hashlib.sha256(model).hexdigest()}}


@pytest.fixture
def bucket(s3: S3Client) -> ModelBucket:
    return ModelBucket(s3, bucket=BUCKET, prefix="models/x")


def test_completes_an_upload_that_was_interrupted(bucket: ModelBucket, s3: S3Client) -> None:
    s3.put_object(Bucket=BUCKET, Key="models/x/versions/m-1/model.ubj", Body=b"half")
    assert bucket.add_version(described("m-1"), MODEL)
    assert s3.get_object(Bucket=BUCKET, Key="models/x/versions/m-1/model.ubj")["Body"].read() == MODEL


def test_never_overwrites_a_version(bucket: ModelBucket) -> None:
    bucket.add_version(described("m-1"), MODEL)
    with pytest.raises(TrainingError, match="never overwritten"):
        bucket.add_version(described("m-1", b"other"), b"other")


class Racing:
    """Lets someone else act between this process's read and its conditional write of one key."""

    def __init__(self, s3: S3Client, *, key: str, by_someone_else: bytes) -> None:
        self._s3, self._key, self._content = s3, key, by_someone_else
        self.exceptions = s3.exceptions

    def get_object(self, **options: Any) -> Any:
        return self._s3.get_object(**options)

    def put_object(self, **options: Any) -> Any:
        if options["Key"] == self._key:
            self._s3.put_object(Bucket=BUCKET, Key=self._key, Body=self._content)
        return self._s3.put_object(**options)


def racing(s3: S3Client, key: str, by_someone_else: dict[str, Any]) -> ModelBucket:
    content = json.dumps(by_someone_else).encode()
    client: Any = Racing(s3, key=f"models/x/{key}", by_someone_else=content)
    return ModelBucket(client, bucket=BUCKET, prefix="models/x")


@pytest.mark.parametrize("first_export", [True, False])
def test_does_not_move_a_pointer_that_someone_else_moved(
    bucket: ModelBucket, s3: S3Client, *, first_export: bool
) -> None:
    if not first_export:
        bucket.point_to("m-1", NOW)
    with pytest.raises(TrainingError, match="by someone else meanwhile"):
        racing(s3, "current.json", {"version": "m-9"}).point_to("m-2", NOW)
    content = s3.get_object(Bucket=BUCKET, Key="models/x/current.json")["Body"].read()
    assert json.loads(content)["version"] == "m-9"


def test_a_twin_that_was_faster_is_no_failure(s3: S3Client) -> None:
    assert not racing(s3, "versions/m-1/manifest.json", described("m-1")).add_version(described("m-1"), MODEL)


def test_a_stranger_that_was_faster_is_one(s3: S3Client) -> None:
    with pytest.raises(TrainingError, match="never overwritten"):
        racing(s3, "versions/m-1/manifest.json", described("m-1", b"other")).add_version(described("m-1"), MODEL)


def test_other_failures_are_not_taken_for_a_race(s3: S3Client) -> None:
    with pytest.raises(ClientError, match="NoSuchBucket"):
        ModelBucket(s3, bucket="no-such-bucket", prefix="models/x").point_to("m-1", NOW)
