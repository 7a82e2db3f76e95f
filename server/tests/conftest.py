from collections.abc import Iterator

import pytest
from example_api import example_settings
from memory_store import MemoryStore, example_bundle
from running_server import running_server

from retail_api.app import create_app_for
from retail_api.metrics import Metrics

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
def metrics() -> Metrics:
    return Metrics()
