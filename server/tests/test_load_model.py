import hashlib
import math
from typing import Any

import pytest
import xgboost as xgb
from example_model import NAMES, example_booster, example_bytes, example_manifest

from retail_api.feature_row import FeatureRow, as_values
from retail_api.load_model import load_model
from retail_api.model_bundle import ModelBundle
from retail_api.model_manifest import ModelManifest
from retail_api.model_problem import ModelRejectedError

MODEL = example_bytes(example_booster())


def bundle(model: bytes = MODEL, /, **changes: Any) -> ModelBundle:
    return ModelBundle(ModelManifest.model_validate(example_manifest("v1", MODEL, **changes)), model)


def signed(model: bytes) -> ModelBundle:
    """A bad export: the manifest's digest belongs to the bad bytes."""
    return bundle(model, model={"file": "model.ubj", "sha256": hashlib.sha256(model).hexdigest(), "bytes": 1})


def test_answers_as_the_booster_it_was_made_from() -> None:
    row = FeatureRow(SPEND=70.0, UNITS=5.0, VISITS=2.0, DISCOUNT_SHARE=0.25)
    expected = example_booster().predict(xgb.DMatrix([[70.0, 5.0, 2.0, 0.25]], feature_names=NAMES))
    assert load_model(bundle()).probabilities([row]) == pytest.approx([float(expected[0])], abs=1e-6)


def test_a_feature_that_is_left_out_is_missing_and_not_zero() -> None:
    expected = example_booster().predict(xgb.DMatrix([[70.0, 5.0, 2.0, math.nan]], feature_names=NAMES))
    row = FeatureRow(SPEND=70.0, UNITS=5.0, VISITS=2.0, DISCOUNT_SHARE=None)
    assert math.isnan(as_values(row)[3])
    assert load_model(bundle()).probabilities([row]) == pytest.approx([float(expected[0])], abs=1e-6)


def test_refuses_bytes_with_another_digest() -> None:
    with pytest.raises(ModelRejectedError, match="has sha256"):
        load_model(bundle(MODEL + b" "))


@pytest.mark.parametrize("length", [0, 1, 2, 10, 100, 1000, len(MODEL) // 2, len(MODEL) - 1])
def test_refuses_a_truncated_model_whose_digest_is_right(length: int) -> None:
    with pytest.raises(ModelRejectedError, match="model file"):
        load_model(signed(MODEL[:length]))


def test_refuses_a_pickle() -> None:
    with pytest.raises(ModelRejectedError, match="not XGBoost's UBJSON"):
        load_model(signed(b"\x80\x04\x95model"))


@pytest.mark.parametrize(
    "features",
    [
        [{"name": name, "required": True} for name in NAMES],
        [{"name": name, "required": name != "DISCOUNT_SHARE"} for name in reversed(NAMES)],
        [{"name": name, "required": True} for name in NAMES[:3]],
    ],
    ids=["optional made required", "another order", "one fewer"],
)
def test_refuses_a_schema_that_it_does_not_serve(features: list[dict[str, Any]]) -> None:
    with pytest.raises(ModelRejectedError, match=r'this server sends "SPEND", "UNITS", "VISITS", "DISCOUNT_SHARE" \('):
        load_model(bundle(features=features))


def test_refuses_a_model_with_fewer_columns_than_its_manifest() -> None:
    with pytest.raises(ModelRejectedError, match="takes 3 columns"):
        load_model(signed(example_bytes(example_booster(columns=3))))


def test_refuses_a_model_that_answers_differently_from_what_training_saw() -> None:
    with pytest.raises(ModelRejectedError, match="use the same XGBoost"):
        load_model(bundle(probes=[{"features": [100.0, 5.0, 2.0, None], "probability": 0.123}]))


def test_refuses_a_probe_of_another_width() -> None:
    with pytest.raises(ModelRejectedError, match="a probe has 2 values"):
        load_model(bundle(probes=[{"features": [1.0, 2.0], "probability": 0.5}]))
