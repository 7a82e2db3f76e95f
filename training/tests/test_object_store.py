"""What every ObjectStore does, the one in memory and S3's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import BUCKET
from memory_object_store import MemoryObjectStore

from retail_training.object_store import LostRaceError, ObjectStore
from retail_training.s3_object_store import S3ObjectStore
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@pytest.fixture(params=["memory", "s3"])
def store(request: pytest.FixtureRequest) -> ObjectStore:
    if request.param == "memory":
        return MemoryObjectStore()
    s3: S3Client = request.getfixturevalue("s3")
    return S3ObjectStore(s3, bucket=BUCKET, prefix="models/x")


def etag(store: ObjectStore, name: str) -> str:
    found = store.get(name)
    assert found
    return found.etag


def test_nothing_is_there_at_first(store: ObjectStore) -> None:
    assert store.get("a") is None
    assert store.names("") == []


def test_put_writes_whatever_was_there(store: ObjectStore) -> None:
    store.put("a", b"1")
    store.put("a", b"2")
    assert (found := store.get("a"))
    assert found.content == b"2"


def test_create_writes_once(store: ObjectStore) -> None:
    store.create("a", b"1")
    with pytest.raises(LostRaceError):
        store.create("a", b"2")
    assert (found := store.get("a"))
    assert found.content == b"1"


def test_replace_writes_over_what_was_read(store: ObjectStore) -> None:
    store.put("a", b"1")
    before = etag(store, "a")
    store.replace("a", b"2", before)
    with pytest.raises(LostRaceError):
        store.replace("a", b"3", before)
    assert (found := store.get("a"))
    assert found.content == b"2"


def test_replace_does_not_make_what_is_gone(store: ObjectStore) -> None:
    store.put("a", b"1")
    with pytest.raises(LostRaceError):
        store.replace("b", b"2", etag(store, "a"))
    assert store.get("b") is None


def test_names_are_sorted_and_begin_as_asked(store: ObjectStore) -> None:
    for name in ("v/2/b", "v/1/a", "w"):
        store.put(name, b"1")
    assert store.names("v/") == ["v/1/a", "v/2/b"]


def test_s3_lists_more_than_one_page(s3: S3Client) -> None:
    store = S3ObjectStore(s3, bucket=BUCKET, prefix="models/x", page=2)
    for name in ("v/1", "v/2", "v/3"):
        store.put(name, b"")
    assert store.names("v/") == ["v/1", "v/2", "v/3"]


def test_s3_says_which_bucket_and_why(s3: S3Client) -> None:
    nowhere = S3ObjectStore(s3, bucket="no-such-bucket", prefix="models/x")
    with pytest.raises(TrainingError, match=r'cannot read bucket "no-such-bucket".*NoSuchBucket'):
        nowhere.get("a")
    with pytest.raises(TrainingError, match=r'cannot write to bucket "no-such-bucket".*NoSuchBucket'):
        nowhere.create("a", b"")
    with pytest.raises(TrainingError, match="NoSuchBucket"):
        nowhere.names("")
    assert nowhere.address("a") == "s3://no-such-bucket/models/x/a"
