import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from retail_training.sagemaker import hyperparameters, is_training_job, report_failure
from retail_training.settings import Settings
from retail_training.training_error import TrainingError


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders of a SageMaker training job, without hyperparameters yet."""
    for name in ("input/config", "input/data/training", "model", "output"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))
    return tmp_path


def give(job: Path, content: Any) -> None:
    (job / "input/config/hyperparameters.json").write_text(json.dumps(content))


def test_flags_come_before_the_environment_and_that_before_hyperparameters(
    job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(job, {"seed": "1", "max_depth": "1", "MAX_ROUNDS": "1"})
    monkeypatch.setenv("SEED", "2")
    monkeypatch.setenv("MAX_DEPTH", "2")
    settings = Settings(seed=3)
    assert (settings.seed, settings.max_depth, settings.max_rounds) == (3, 2, 1)


def test_the_channel_is_the_folder_of_the_data_unless_another_is_named(
    job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Settings().data_dir == job / "input/data/training"
    monkeypatch.setenv("DATA_DIR", "/elsewhere")
    assert Settings().data_dir == Path("/elsewhere")


def test_outside_of_a_job_there_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))
    assert not is_training_job()
    assert hyperparameters() == {}
    assert Settings().data_dir == Path("/data")
    report_failure("nowhere to write to")
    assert list(tmp_path.iterdir()) == []


def test_what_sagemakers_own_sdk_adds_is_left_alone(job: Path) -> None:
    give(job, {"sagemaker_region": '"eu-west-1"', "seed": "1"})
    assert Settings().seed == 1


def test_a_number_of_the_sdk_is_as_good_as_its_text(job: Path) -> None:
    give(job, {"learning_rate": 0.1})
    assert Settings().learning_rate == 0.1


def test_an_unknown_hyperparameter_is_refused(job: Path) -> None:
    give(job, {"sede": "1"})
    with pytest.raises(ValidationError, match="sede"):
        Settings()


@pytest.mark.parametrize("content", ["[]", "{", "\xff"])
def test_hyperparameters_of_another_form_are_refused(job: Path, content: str) -> None:
    (job / "input/config/hyperparameters.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(TrainingError, match=r"hyperparameters\.json"):
        Settings()


def test_the_reason_of_a_failure_is_as_long_as_sagemaker_shows(job: Path) -> None:
    report_failure("x" * 5000)
    assert (job / "output/failure").read_text() == "x" * 1024


def test_optional_features_are_named_with_commas_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPTIONAL_FEATURES", "WEEKS_SINCE_VISIT, DISCOUNT_SHARE")
    names = [feature.name for feature in Settings().features]
    assert names == ["SPEND", "UNITS", "VISITS", "DISCOUNT_SHARE", "WEEKS_SINCE_VISIT"]
    monkeypatch.setenv("OPTIONAL_FEATURES", "")
    assert [feature.name for feature in Settings().features] == ["SPEND", "UNITS", "VISITS"]


def test_an_unknown_feature_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValidationError, match='"INCOME" is no optional feature: use DISCOUNT_SHARE'):
        Settings(optional_features=("INCOME",))


@pytest.mark.parametrize(
    "wrong",
    [
        {"seed": -1},
        {"max_depth": 0},
        {"learning_rate": 0},
        {"minimum_auc": 1.1},
        {"image_digest": "latest"},
        {"model_prefix": "/models"},
        {"transactions": ""},
    ],
)
def test_values_that_cannot_be_meant_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        Settings(**wrong)
