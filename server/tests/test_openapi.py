"""Whatever the OpenAPI document allows or forbids, the API answers as the document says, and never with 5xx."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
import schemathesis
from example_api import example_settings
from hypothesis import HealthCheck, given, settings
from memory_store import MemoryStore, example_bundle
from running_server import running_server
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from retail_api.app import create_app_for

APP = create_app_for(MemoryStore(example_bundle("v1")), example_settings())
OPERATIONS: Final = {
    found.ok().label: found.ok()
    for found in schemathesis.openapi.from_dict(APP.openapi()).get_all_operations()
    if isinstance(found, Ok)
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running_server(APP) as port:
        yield f"http://127.0.0.1:{port}"


# a GET without parameters can't be asked wrongly
CASES: Final = [
    (label, mode) for label in OPERATIONS for mode in GenerationMode if label.startswith("POST") or mode.is_positive
]


# schemathesis 4.32.5 seeds itself by the random module
@pytest.mark.filterwarnings("ignore:Do not use the `random` module")
@pytest.mark.parametrize(("operation", "mode"), CASES)
def test_answers_as_documented(url: str, operation: str, mode: GenerationMode) -> None:
    @settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=OPERATIONS[operation].as_strategy(generation_mode=mode))
    def answers(case: Any) -> None:
        case.call_and_validate(base_url=url)

    answers()


def test_describes_every_path() -> None:
    paths = {label.split()[1] for label in OPERATIONS}
    assert paths == {"/health", "/ready", "/metrics", "/model", "/predict", "/predict/batch"}


def test_gives_problems_their_media_type() -> None:
    answers = APP.openapi()["paths"]["/predict"]["post"]["responses"]
    assert set(answers) == {"200", "400", "408", "413", "422", "503"}
    assert {next(iter(answer["content"])) for status, answer in answers.items() if status != "200"} == {
        "application/problem+json"
    }
