"""Properties of the way from a request to the model's matrix."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from memory_store import example_bundle
from pydantic import ValidationError

from retail_api.feature_row import LARGEST, FeatureRow, as_values
from retail_api.invalid_request import explain_invalid_request
from retail_api.load_model import load_model
from retail_api.prediction import BatchRequest, PredictionRequest

MODEL = load_model(example_bundle("v1"))
AMOUNTS = some.floats(0, LARGEST) | some.integers(0, int(LARGEST))
ROWS = some.builds(
    FeatureRow, SPEND=AMOUNTS, UNITS=AMOUNTS, VISITS=AMOUNTS, DISCOUNT_SHARE=some.none() | some.floats(0, 1)
)
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=6,
)


@given(ROWS)
def test_each_value_is_in_the_column_of_its_name(row: FeatureRow) -> None:
    for found, given_value in zip(as_values(row), row.model_dump().values(), strict=True):
        assert math.isnan(found) if given_value is None else found == given_value


@given(some.lists(ROWS, min_size=1, max_size=20))
def test_every_accepted_row_has_a_probability_that_does_not_depend_on_the_others(rows: list[FeatureRow]) -> None:
    together = MODEL.probabilities(rows)
    assert together == [MODEL.probabilities([row])[0] for row in rows]
    assert all(0 <= probability <= 1 for probability in together)


@given(ROWS)
def test_a_row_survives_the_way_through_json(row: FeatureRow) -> None:
    assert FeatureRow.model_validate(json.loads(row.model_dump_json())) == row


@given(some.sampled_from(list(FeatureRow.model_fields)), some.sampled_from([math.nan, math.inf, -math.inf, -1.0, 1e10]))
def test_takes_no_number_that_the_model_was_not_made_for(name: str, value: float) -> None:
    with pytest.raises(ValidationError):
        FeatureRow.model_validate({"SPEND": 1.0, "UNITS": 1.0, "VISITS": 1.0} | {name: value})


@settings(max_examples=200)
@given(JSON | some.fixed_dictionaries({"features": JSON, "rows": JSON}))
def test_whatever_is_refused_is_explained_in_json(document: Any) -> None:
    for request in (PredictionRequest, BatchRequest):
        with pytest.raises(ValidationError) as refused:
            request.model_validate(document)
        explained = explain_invalid_request(refused.value.errors())
        assert explained.problems
        assert json.loads(bytes(explained.answer().body))["status"] == 422
