from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from conftest import BUCKET
from example_data import write_transactions

from retail_training.evaluate import evaluate
from retail_training.export import export
from retail_training.run_record import Evaluated, Trained
from retail_training.settings import Settings
from retail_training.train import train
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

WORKSPACE = Path(__file__).parents[2]


def run(settings: Settings) -> None:
    for stage in (train, evaluate, export):
        stage(settings)


def stored(s3: S3Client) -> dict[str, bytes]:
    keys = [entry["Key"] for entry in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]
    return {key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}


def manifest(settings: Settings) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((settings.output_dir / "manifest.json").read_text())
    return content


def test_exports_what_it_trained(settings: Settings, s3: S3Client) -> None:
    run(settings)
    version = manifest(settings)["version"]
    folder = f"models/retail-price-sensitivity/versions/{version}"
    objects = stored(s3)
    pointer = json.loads(objects.pop("models/retail-price-sensitivity/current.json"))
    assert (pointer["version"], pointer["previous"]) == (version, None)
    assert objects == {
        f"{folder}/model.ubj": (settings.output_dir / "model.ubj").read_bytes(),
        f"{folder}/manifest.json": json.dumps(manifest(settings), indent=2).encode() + b"\n",
    }


def test_the_manifest_is_what_the_server_reads(settings: Settings, s3: S3Client) -> None:
    run(settings)
    schema = json.loads((WORKSPACE / "server/model-manifest.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert list(validator.iter_errors(manifest(settings))) == []
    assert stored(s3)


def test_learns_the_habit_and_records_it(settings: Settings) -> None:
    train(settings)
    evaluate(settings)
    metrics = Evaluated.read(settings.output_dir).metrics
    assert metrics["auc_with_discount_share"] > 0.9
    assert metrics["auc_with_discount_share"] > metrics["auc_three_features"]
    trained = Trained.read(settings.output_dir)
    (logged,) = settings.output_dir.glob(f"mlruns/*/{trained.tracking_run}/metrics/auc_three_features")
    assert float(logged.read_text().split()[1]) == pytest.approx(metrics["auc_three_features"])
    assert len(list(settings.output_dir.glob(f"mlruns/*/{trained.tracking_run}/artifacts/*"))) == 3


def test_running_again_gives_the_same_version_and_uploads_nothing(
    settings: Settings, tmp_path: Path, s3: S3Client, capsys: pytest.CaptureFixture[str]
) -> None:
    run(settings)
    before = stored(s3)
    again = settings.model_copy(update={"output_dir": tmp_path / "again", "git_commit": "89abcde"})
    run(again)
    assert manifest(again)["version"] == manifest(settings)["version"]
    assert stored(s3) == before
    assert "current.json names it already" in capsys.readouterr().out


def test_another_seed_is_another_version_and_remembers_the_previous_one(
    settings: Settings, tmp_path: Path, s3: S3Client
) -> None:
    run(settings)
    other = settings.model_copy(update={"output_dir": tmp_path / "other", "seed": 8})
    run(other)
    pointer = json.loads(stored(s3)["models/retail-price-sensitivity/current.json"])
    assert pointer["previous"] == manifest(settings)["version"]
    assert pointer["version"] == manifest(other)["version"]


def test_refuses_to_measure_with_other_data(settings: Settings, tmp_path: Path) -> None:
    train(settings)
    write_transactions(tmp_path / "other", "SELECT 1 AS household_id")
    with pytest.raises(TrainingError, match="not the data that the model was trained with"):
        evaluate(settings.model_copy(update={"data_dir": tmp_path / "other"}))


def test_refuses_to_measure_another_model(settings: Settings) -> None:
    train(settings)
    (settings.output_dir / "model.ubj").write_bytes(b"{L")
    with pytest.raises(TrainingError, match="train again"):
        evaluate(settings)


def test_refuses_to_export_the_measurements_of_another_model(settings: Settings) -> None:
    train(settings)
    evaluate(settings)
    train(settings.model_copy(update={"seed": 8}))
    with pytest.raises(TrainingError, match="measures another model"):
        export(settings)


def test_refuses_to_export_a_model_that_is_not_good_enough(settings: Settings, s3: S3Client) -> None:
    with pytest.raises(TrainingError, match=r'below MINIMUM_AUC "1\.0"'):
        run(settings.model_copy(update={"minimum_auc": 1.0}))
    assert stored(s3) == {}


def test_refuses_to_export_nowhere(settings: Settings) -> None:
    with pytest.raises(TrainingError, match="MODEL_BUCKET is not set"):
        run(settings.model_copy(update={"model_bucket": None}))


def test_says_that_the_bucket_is_missing(settings: Settings, s3: S3Client) -> None:
    with pytest.raises(TrainingError, match=r'cannot write to bucket "no-such-bucket".*NoSuchBucket'):
        run(settings.model_copy(update={"model_bucket": "no-such-bucket"}))
    assert stored(s3) == {}


@pytest.mark.parametrize("stage", ["evaluate", "export"])
def test_a_stage_alone_says_what_has_to_run_before(stage: str, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", f"retail_training.{stage}"],
        env={"OUTPUT_DIR": str(tmp_path), "DATA_DIR": str(tmp_path)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "run the stage that writes it again" in result.stderr
    assert "Traceback" not in result.stderr
