"""The model of an emulated S3 is followed, whatever is exported to it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from example_model import example_booster, example_bytes, example_manifest
from example_store import BUCKET, ExampleStore
from moto import mock_aws

from retail_api.current_model import CurrentModel
from retail_api.model_problem import ModelRejectedError, ModelUnavailableError
from retail_api.s3_client import create_s3_client
from retail_api.s3_model_store import S3ModelStore
from retail_api.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_s3 import S3Client

    from retail_api.metrics import Metrics

_PREFIXES = (f"models/test-{number}" for number in count())


@pytest.fixture(scope="module")
def emulated() -> Iterator[S3Client]:
    with mock_aws():
        client = create_s3_client(Settings(model_bucket=BUCKET))
        client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "ap-southeast-1"})
        yield client


@pytest.fixture
def exported(emulated: S3Client) -> ExampleStore:
    """Where training exports to, with nothing there yet."""
    return ExampleStore(emulated, next(_PREFIXES))


@pytest.fixture
def current(emulated: S3Client, exported: ExampleStore, metrics: Metrics) -> CurrentModel:
    settings = Settings(model_bucket=BUCKET, model_prefix=exported.prefix)
    return CurrentModel(S3ModelStore(emulated, settings), metrics)


def served_version(current: CurrentModel) -> str | None:
    return current.model.version if current.model else None


def outcomes(metrics: Metrics, outcome: str) -> float | None:
    return metrics.registry.get_sample_value("model_refreshes_total", {"outcome": outcome})


def test_follows_the_pointer(exported: ExampleStore, current: CurrentModel) -> None:
    exported.export("v1")
    current.refresh()
    assert (served_version(current), current.problem) == ("v1", None)
    exported.export("v2", seed=2)
    current.refresh()
    assert served_version(current) == "v2"


def test_follows_the_pointer_back(exported: ExampleStore, current: CurrentModel) -> None:
    for version, seed in (("v1", 1), ("v2", 2)):
        exported.export(version, seed=seed)
        current.refresh()
    exported.point_to("v1")
    current.refresh()
    assert served_version(current) == "v1"


def test_reads_nothing_again_while_the_pointer_stays(
    exported: ExampleStore, current: CurrentModel, metrics: Metrics
) -> None:
    exported.export("v1")
    current.refresh()
    loaded = current.model
    current.refresh()
    assert current.model is loaded
    assert (outcomes(metrics, "loaded"), outcomes(metrics, "unchanged")) == (1, 1)


def test_says_what_is_missing_when_nothing_was_exported(
    exported: ExampleStore, current: CurrentModel, metrics: Metrics
) -> None:
    with pytest.raises(ModelUnavailableError, match=rf"s3://{BUCKET}/{exported.prefix}/current.json"):
        current.refresh()
    assert current.model is None
    assert "NoSuchKey" in str(current.problem)
    assert outcomes(metrics, "unavailable") == 1


def break_digest(exported: ExampleStore) -> None:
    exported.export("v2", model={"file": "model.ubj", "sha256": "0" * 64, "bytes": 1})


def truncate_model(exported: ExampleStore) -> None:
    exported.export("v2")
    exported.put("versions/v2/model.ubj", example_bytes(example_booster())[:50])


def point_nowhere(exported: ExampleStore) -> None:
    exported.point_to("v2")


def lose_model(exported: ExampleStore) -> None:
    exported.put_json("versions/v2/manifest.json", example_manifest("v2", example_bytes(example_booster())))
    exported.point_to("v2")


def change_schema(exported: ExampleStore) -> None:
    exported.export("v2", features=[{"name": "SPEND", "required": True}])


def write_no_json(exported: ExampleStore) -> None:
    exported.put("current.json", b"v2")


def climb_out(exported: ExampleStore) -> None:
    exported.point_to("../../other")


def name_another_version(exported: ExampleStore) -> None:
    exported.export("v2", version="v3")


def use_a_newer_format(exported: ExampleStore) -> None:
    exported.export("v2", format=2)


@pytest.mark.parametrize(
    ("damage", "kind", "text"),
    [
        (break_digest, ModelRejectedError, "has sha256"),
        (truncate_model, ModelRejectedError, "has sha256"),
        (point_nowhere, ModelUnavailableError, "versions/v2/manifest.json"),
        (lose_model, ModelUnavailableError, "versions/v2/model.ubj"),
        (change_schema, ModelRejectedError, "this server sends"),
        (write_no_json, ModelRejectedError, "current.json"),
        (climb_out, ModelRejectedError, "version"),
        (name_another_version, ModelRejectedError, 'says version "v3"'),
        (use_a_newer_format, ModelRejectedError, "format"),
    ],
)
def test_keeps_the_last_good_model_and_recovers(
    exported: ExampleStore, current: CurrentModel, *, damage: Any, kind: type[Exception], text: str
) -> None:
    exported.export("v1")
    current.refresh()
    damage(exported)
    # twice: a bad pointer must not count as seen
    for _ in range(2):
        with pytest.raises(kind, match=text):
            current.refresh()
    assert served_version(current) == "v1"
    assert text in str(current.problem)
    exported.export("v4", seed=4)
    current.refresh()
    assert (served_version(current), current.problem) == ("v4", None)


def test_says_that_the_store_does_not_answer(monkeypatch: pytest.MonkeyPatch, metrics: Metrics) -> None:
    # port 1 of this machine: refused at once
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")
    settings = Settings(model_bucket=BUCKET)
    current = CurrentModel(S3ModelStore(create_s3_client(settings), settings), metrics)
    with pytest.raises(ModelUnavailableError, match="Could not connect"):
        current.refresh()
    assert "check MODEL_BUCKET" in str(current.problem)


def test_reports_its_own_defects_too(metrics: Metrics) -> None:
    class BrokenStore:
        def read_pointer(self, known_etag: str | None) -> None:
            raise RuntimeError(f"broken after {known_etag}")

        def read_bundle(self, version: str) -> Any:
            raise NotImplementedError(version)

    current = CurrentModel(BrokenStore(), metrics)
    with pytest.raises(RuntimeError):
        current.refresh()
    assert current.problem == "RuntimeError: broken after None"
    assert outcomes(metrics, "failed") == 1
