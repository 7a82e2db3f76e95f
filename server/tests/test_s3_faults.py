"""Whatever S3 does, the last good model serves, the reason is told, and the next good model is taken."""

from collections.abc import Iterator

import pytest
from example_api import example_settings
from example_store import ExampleStore
from s3_stub import (
    Fault,
    S3Stub,
    another_tag_each_time,
    broken_off,
    closed,
    drip,
    elsewhere,
    endless,
    expired,
    forbidden,
    internal_error,
    no_bucket,
    no_tag,
    s3_stub,
    silence,
    slow_down,
    tampered,
    truncated,
    web_page,
    without_length,
)

from retail_api.current_model import CurrentModel
from retail_api.metrics import Metrics
from retail_api.model_problem import ModelProblem, ModelRejectedError, ModelUnavailableError
from retail_api.s3_client import create_s3_client
from retail_api.s3_model_store import S3ModelStore

POINTER, MANIFEST, MODEL = "current.json", "manifest.json", "model.ubj"


@pytest.fixture(scope="module")
def service() -> Iterator[S3Stub]:
    with s3_stub() as stub:
        yield stub


@pytest.fixture(scope="module")
def store(service: S3Stub) -> Iterator[S3ModelStore]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ENDPOINT_URL_S3", service.url)
        settings = example_settings(s3_timeout_seconds=0.5, model_read_seconds=1)
        yield S3ModelStore(create_s3_client(settings), settings)


@pytest.fixture
def s3(service: S3Stub) -> S3Stub:
    service.clear()
    ExampleStore(service).export("v1")
    return service


@pytest.fixture
def current(s3: S3Stub, store: S3ModelStore, metrics: Metrics) -> CurrentModel:  # noqa: ARG001 -- with v1 in it
    current = CurrentModel(store, metrics)
    current.refresh()
    return current


def version(current: CurrentModel) -> str:
    assert current.model is not None
    return current.model.version


@pytest.mark.parametrize("where", [POINTER, MANIFEST, MODEL])
@pytest.mark.parametrize(
    "expected",
    [
        (silence, ModelUnavailableError, "timed out|timeout"),
        (forbidden, ModelUnavailableError, "AccessDenied"),
        (expired, ModelUnavailableError, "ExpiredToken"),
        (no_bucket, ModelUnavailableError, "NoSuchBucket"),
        (elsewhere, ModelUnavailableError, "PermanentRedirect"),
        (internal_error, ModelUnavailableError, "InternalError"),
        (slow_down, ModelUnavailableError, "SlowDown"),
        (drip, ModelUnavailableError, "bytes"),
        (truncated, ModelUnavailableError, "bytes"),
        (closed, ModelUnavailableError, "closed"),
        (broken_off, ModelUnavailableError, "Connection broken"),
        (endless, ModelRejectedError, "has 1000000000000 bytes, at most 268435456 are read"),
        (web_page, ModelRejectedError, "sha256|is not valid"),
        (without_length, ModelUnavailableError, "does not say its length"),
    ],
    ids=lambda expected: expected[0].__name__,
)
def test_keeps_the_last_good_model_and_recovers(
    s3: S3Stub, current: CurrentModel, *, where: str, expected: tuple[Fault, type[ModelProblem], str]
) -> None:
    fault, kind, text = expected
    ExampleStore(s3).export("v2", seed=2)
    s3.faults[where] = fault
    with pytest.raises(kind, match=text):
        current.refresh()
    assert version(current) == "v1"
    assert current.problem
    s3.faults.clear()
    current.refresh()
    assert version(current) == "v2"
    assert current.problem is None


@pytest.mark.parametrize("where", [POINTER, MANIFEST, MODEL])
@pytest.mark.parametrize("fault", [forbidden, internal_error, truncated, tampered, web_page, closed])
def test_starts_when_s3_recovers(
    s3: S3Stub, store: S3ModelStore, metrics: Metrics, *, where: str, fault: Fault
) -> None:
    current = CurrentModel(store, metrics)
    s3.faults[where] = fault
    with pytest.raises(ModelProblem):
        current.refresh()
    assert current.model is None
    s3.faults.clear()
    current.refresh()
    assert version(current) == "v1"


@pytest.mark.parametrize("fault", [no_tag, another_tag_each_time])
def test_loads_nothing_again_when_only_the_tag_is_wrong(s3: S3Stub, current: CurrentModel, fault: Fault) -> None:
    s3.faults[POINTER] = fault
    loaded = current.model
    for _ in range(3):
        current.refresh()
    assert current.model is loaded
    ExampleStore(s3).export("v2", seed=2)
    current.refresh()
    assert version(current) == "v2"


def test_asks_with_the_tag_it_knows_and_reads_nothing_else(s3: S3Stub, current: CurrentModel) -> None:
    s3.asked.clear()
    current.refresh()
    ((key, tag),) = s3.asked
    assert key.endswith(POINTER)
    assert tag is not None


def test_keeps_serving_when_the_pointer_names_a_version_that_is_not_there(s3: S3Stub, current: CurrentModel) -> None:
    ExampleStore(s3).point_to("v9")
    with pytest.raises(ModelUnavailableError, match=r"versions/v9/manifest.json"):
        current.refresh()
    assert version(current) == "v1"


def test_refuses_a_model_with_one_wrong_bit(s3: S3Stub, current: CurrentModel) -> None:
    ExampleStore(s3).export("v2", seed=2)
    s3.faults[MODEL] = tampered
    with pytest.raises(ModelRejectedError, match="has sha256"):
        current.refresh()
    assert version(current) == "v1"


def test_refuses_a_model_of_an_older_schema(s3: S3Stub, current: CurrentModel) -> None:
    older = [{"name": name, "required": True} for name in ("SPEND", "UNITS", "VISITS")]
    ExampleStore(s3).export("v2", features=older)
    with pytest.raises(ModelRejectedError, match="deploy the server that belongs to the model"):
        current.refresh()
    assert version(current) == "v1"


def test_tells_when_it_last_followed_the_pointer(current: CurrentModel, s3: S3Stub, metrics: Metrics) -> None:
    def last_good() -> float:
        return metrics.registry.get_sample_value("model_last_good_refresh_timestamp_seconds") or 0

    before = last_good()
    assert before > 0
    s3.faults[POINTER] = forbidden
    with pytest.raises(ModelUnavailableError):
        current.refresh()
    assert last_good() == before
    s3.faults.clear()
    current.refresh()
    assert last_good() > before
