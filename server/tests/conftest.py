from collections.abc import Iterator

import boto3
import pytest
from example_api import example_settings
from example_store import BUCKET, ExampleStore
from memory_store import MemoryStore, example_bundle
from moto import mock_aws
from running_server import running_server

from retail_api.app import create_app_for
from retail_api.metrics import Metrics
from retail_api.s3_client import create_s3_client
from retail_api.s3_model_store import S3ModelStore
from retail_api.settings import Settings

# what the shell may have set, and no test means
FOREIGN = (
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_S3",
    "AWS_PROFILE",
    "AWS_REGION",
    "HOST",
    "PORT",
    "LOG_LEVEL",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
)


@pytest.fixture(autouse=True, scope="session")
def own_environment() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        for name in FOREIGN:
            environment.delenv(name, raising=False)
        environment.setenv("AWS_ACCESS_KEY_ID", "fake-access-key")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "fake-secret-key")
        environment.setenv("AWS_DEFAULT_REGION", "ap-southeast-1")
        yield


@pytest.fixture(scope="session")
def served(own_environment: None) -> Iterator[int]:  # noqa: ARG001 -- before anything else
    """The port of a server that has a model. Shared by all tests: for those that look at nothing but answers."""
    with running_server(create_app_for(MemoryStore(example_bundle("v1")), example_settings())) as port:
        yield port


@pytest.fixture
def exported() -> Iterator[ExampleStore]:
    """A bucket as training leaves it, without a model yet."""
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket=BUCKET)
        yield ExampleStore(client)


@pytest.fixture
def store(exported: ExampleStore) -> S3ModelStore:
    settings = Settings(model_bucket=BUCKET, model_prefix=exported.prefix)
    return S3ModelStore(create_s3_client(settings), settings)


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()
