"""Real processes, really killed, and two at once. Deaths around every call are cheaper, in test_model_bucket.py."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from conftest import BUCKET
from exporter import start_export
from killing_s3 import KillingS3
from serving import serving

from retail_training.evaluated import Evaluated
from retail_training.export import export
from retail_training.model_bucket import ModelBucket, open_model_bucket
from retail_training.settings import Settings
from retail_training.training_error import PointerMovedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EARLIER = b"{L earlier"
MODEL, MANIFEST, POINTER = "model.ubj", "manifest.json", "current.json"


@pytest.fixture
def s3() -> Iterator[KillingS3]:
    with serving(KillingS3()) as server:
        yield server


@pytest.fixture
def bucket(s3: KillingS3, monkeypatch: pytest.MonkeyPatch) -> ModelBucket:
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3.url)
    return open_model_bucket(Settings(model_bucket=BUCKET))


def version_in_service(bucket: ModelBucket) -> str | None:
    """What a server would load now; fails when the pointer names a version that isn't whole."""
    found = bucket.in_service()
    return found.manifest["version"] if found else None


@pytest.fixture(params=[None, "m-earlier"])
def earlier(request: pytest.FixtureRequest, bucket: ModelBucket) -> str | None:
    """The version that is in service before."""
    version: str | None = request.param
    if version:
        model = {"file": MODEL, "sha256": hashlib.sha256(EARLIER).hexdigest()}
        bucket.add_version({"version": version, "model": model}, EARLIER)
        bucket.point_to(version, datetime.now(UTC))
    return version


@pytest.mark.parametrize("after_writing", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", [MODEL, MANIFEST, POINTER])
def test_killed_at_a_write_a_model_stays_servable(
    evaluated: Settings, s3: KillingS3, *, name: str, after_writing: bool, earlier: str | None
) -> None:
    bucket = open_model_bucket(evaluated)
    s3.kill_at(name, after_writing=after_writing)
    child = start_export(evaluated, s3.url)
    s3.victim = child.pid
    child.join()
    assert child.exitcode == -signal.SIGKILL
    moved = name == POINTER and after_writing
    assert (version_in_service(bucket) == earlier) is not moved
    if earlier:
        assert bucket.read_version(earlier).content == EARLIER
    # and the next run completes it
    s3.kill_at("", after_writing=False)
    export(evaluated)
    served = bucket.in_service()
    assert served
    assert served.content == (evaluated.output_dir / MODEL).read_bytes()


def other_version(evaluated: Settings, folder: Path) -> Settings:
    """The same model, measured otherwise."""
    shutil.copytree(evaluated.output_dir, folder)
    path = folder / Evaluated.file_name()
    document = json.loads(path.read_text())
    document["metrics"]["another"] = 0.5
    path.write_text(json.dumps(document))
    return evaluated.model_copy(update={"output_dir": folder})


@pytest.mark.usefixtures("earlier")
def test_of_two_at_once_one_wins_and_none_is_lost(
    evaluated: Settings, s3: KillingS3, bucket: ModelBucket, tmp_path: Path
) -> None:
    both = [evaluated, other_version(evaluated, tmp_path / "other")]
    s3.meeting = threading.Barrier(2)
    children = [start_export(settings, s3.url) for settings in both]
    for child in children:
        child.join()
    s3.meeting = None
    exits = [child.exitcode for child in children]
    # the other was told that someone else had moved the pointer
    assert sorted(exits, key=str) == [0, PointerMovedError.exit_code]
    written = [json.loads((settings.output_dir / MANIFEST).read_text())["version"] for settings in both]
    assert len(set(written)) == 2
    assert version_in_service(bucket) == written[exits.index(0)]
    assert [bucket.read_version(version).manifest["version"] for version in written] == written
