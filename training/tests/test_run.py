from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from conftest import BUCKET
from example_data import write_transactions

from retail_training.evaluate import evaluate
from retail_training.evaluated import Evaluated
from retail_training.export import export
from retail_training.run_record import Trained
from retail_training.settings import Settings
from retail_training.train import train
from retail_training.training_error import ModelRefusedError, TrainingError

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


def test_exports_what_it_trained(evaluated: Settings, s3: S3Client) -> None:
    export(evaluated)
    version = manifest(evaluated)["version"]
    folder = f"models/retail-price-sensitivity/versions/{version}"
    objects = stored(s3)
    pointer = json.loads(objects.pop("models/retail-price-sensitivity/current.json"))
    assert (pointer["version"], pointer["previous"]) == (version, None)
    assert objects == {
        f"{folder}/model.ubj": (evaluated.output_dir / "model.ubj").read_bytes(),
        f"{folder}/manifest.json": json.dumps(manifest(evaluated), indent=2).encode() + b"\n",
    }


@pytest.mark.parametrize("optional", [("DISCOUNT_SHARE",), (), ("COUPON_SHARE", "DISCOUNT_SHARE", "WEEKS_SINCE_VISIT")])
def test_the_manifest_is_what_the_server_reads(settings: Settings, s3: S3Client, optional: tuple[str, ...]) -> None:
    image = "sha256:" + "0" * 64
    chosen = {"optional_features": optional, "image_digest": image, "minimum_auc": 0.0}
    settings = settings.model_copy(update=chosen)
    run(settings)
    schema = json.loads((WORKSPACE / "server/model-manifest.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    found = manifest(settings)
    assert list(validator.iter_errors(found)) == []
    assert [one["name"] for one in found["features"] if one["required"]] == ["SPEND", "UNITS", "VISITS"]
    assert {one["name"] for one in found["features"] if not one["required"]} == set(optional)
    assert found["training_image"] == image
    # the documentation's request, as a row: the optional ones are absent
    assert found["probes"][0]["features"] == [100.0, 5.0, 2.0, *[None] * len(optional)]
    assert stored(s3)


def test_learns_the_habit_and_records_it(settings: Settings) -> None:
    settings = settings.model_copy(update={"model_bucket": None})
    train(settings)
    evaluate(settings)
    metrics = Evaluated.read(settings.output_dir).metrics
    assert metrics["auc_all_features"] > 0.9
    assert metrics["auc_all_features"] > metrics["auc_required_features"]
    trained = Trained.read(settings.output_dir)
    (run_folder,) = settings.output_dir.glob(f"mlruns/*/{trained.tracking_run}")
    logged = (run_folder / "metrics/auc_required_features").read_text()
    assert float(logged.split()[1]) == pytest.approx(metrics["auc_required_features"])
    curve = (run_folder / "metrics/validation_log_loss").read_text().splitlines()
    assert len(curve) >= trained.rounds
    assert (run_folder / "params/features").read_text() == "SPEND,UNITS,VISITS,DISCOUNT_SHARE"
    assert {path.name for path in (run_folder / "artifacts").iterdir()} == {
        *("model.ubj", "trained.json", "evaluated.json", "model-card.md", "model-card.html"),
        *("roc.svg", "calibration.svg", "importance.svg"),
    }


def test_two_runs_give_the_same_model_to_the_bit_and_upload_nothing_twice(
    evaluated: Settings, tmp_path: Path, s3: S3Client, capsys: pytest.CaptureFixture[str]
) -> None:
    export(evaluated)
    before = stored(s3)
    again = evaluated.model_copy(update={"output_dir": tmp_path / "again", "git_commit": "89abcde"})
    run(again)
    assert Trained.read(again.output_dir).model_sha256 == Trained.read(evaluated.output_dir).model_sha256
    assert manifest(again)["version"] == manifest(evaluated)["version"]
    assert stored(s3) == before
    assert "current.json names it already" in capsys.readouterr().out


def test_another_seed_is_another_version_and_remembers_the_previous_one(
    evaluated: Settings, tmp_path: Path, s3: S3Client
) -> None:
    export(evaluated)
    other = evaluated.model_copy(update={"output_dir": tmp_path / "other", "seed": 8, "max_auc_drop": 1.0})
    run(other)
    pointer = json.loads(stored(s3)["models/retail-price-sensitivity/current.json"])
    assert pointer["previous"] == manifest(evaluated)["version"]
    assert pointer["version"] == manifest(other)["version"]
    assert manifest(other)["model"]["sha256"] != manifest(evaluated)["model"]["sha256"]


def test_refuses_a_model_that_is_worse_than_the_one_in_service(
    evaluated: Settings, tmp_path: Path, s3: S3Client
) -> None:
    export(evaluated)
    before = stored(s3)
    blind = {"output_dir": tmp_path / "blind", "optional_features": (), "minimum_auc": 0.0}
    worse = evaluated.model_copy(update=blind)
    with pytest.raises(ModelRefusedError, match=r'which is in service, has .* more than MAX_AUC_DROP "0\.02" above'):
        run(worse)
    compared = Evaluated.read(worse.output_dir).comparison
    assert compared
    # same data and seed: the same households are held out from both
    assert compared.households == Trained.read(worse.output_dir).held_out_households
    assert compared.auc_in_service == Evaluated.read(evaluated.output_dir).metrics["auc_all_features"]
    with pytest.raises(ModelRefusedError):
        export(worse)
    assert stored(s3) == before
    assert "Refused: auc is" in (worse.output_dir / "model-card.md").read_text()


def test_says_why_it_does_not_compare_and_keeps_no_model_back_for_it(evaluated: Settings, s3: S3Client) -> None:
    export(evaluated)
    folder = f"models/retail-price-sensitivity/versions/{manifest(evaluated)['version']}"

    def reason(name: str, content: bytes) -> str:
        s3.put_object(Bucket=BUCKET, Key=f"{folder}/{name}", Body=content)
        evaluate(evaluated)
        found = Evaluated.read(evaluated.output_dir)
        assert (found.comparison, found.refused) == (None, ())
        return found.not_compared or ""

    other, older = manifest(evaluated), manifest(evaluated)
    other["features"].append({"name": "INCOME", "required": False})
    del older["parameters"]["split"]
    assert 'needs the feature "INCOME"' in reason("manifest.json", json.dumps(other).encode())
    older_reason = reason("manifest.json", json.dumps(older).encode())
    assert "may have learned from any of these households" in older_reason
    assert "is damaged" in reason("model.ubj", b"tampered")


def test_refuses_to_measure_with_other_data(trained: Settings, tmp_path: Path) -> None:
    write_transactions(tmp_path / "other", households=120)
    with pytest.raises(TrainingError, match="not the data that the model was trained with"):
        evaluate(trained.model_copy(update={"data_dir": tmp_path / "other"}))


def test_refuses_to_measure_another_model(trained: Settings) -> None:
    (trained.output_dir / "model.ubj").write_bytes(b"{L")
    with pytest.raises(TrainingError, match="train again"):
        evaluate(trained)


def test_refuses_to_export_the_measurements_of_another_model(evaluated: Settings) -> None:
    train(evaluated.model_copy(update={"seed": 8}))
    with pytest.raises(TrainingError, match="measures another model"):
        export(evaluated)


def test_refuses_a_model_that_is_not_good_enough(trained: Settings, s3: S3Client) -> None:
    strict = trained.model_copy(update={"minimum_auc": 1.0})
    with pytest.raises(ModelRefusedError, match=r'below MINIMUM_AUC "1\.0"') as caught:
        evaluate(strict)
    assert caught.value.exit_code == 3
    with pytest.raises(ModelRefusedError, match="below MINIMUM_AUC"):
        export(strict)
    assert stored(s3) == {}


def test_refuses_to_export_nowhere(evaluated: Settings) -> None:
    with pytest.raises(TrainingError, match="MODEL_BUCKET is not set"):
        export(evaluated.model_copy(update={"model_bucket": None}))


def test_says_that_the_bucket_is_missing(trained: Settings, s3: S3Client) -> None:
    with pytest.raises(TrainingError, match=r'cannot read bucket "no-such-bucket".*NoSuchBucket'):
        evaluate(trained.model_copy(update={"model_bucket": "no-such-bucket"}))
    assert stored(s3) == {}


def test_tracks_where_it_is_told_to(settings: Settings, tmp_path: Path) -> None:
    train(settings.model_copy(update={"mlflow_tracking_uri": (tmp_path / "elsewhere").as_uri()}))
    assert len(list(tmp_path.glob("elsewhere/*/*/params/seed"))) == 1
    assert not (settings.output_dir / "mlruns").exists()


def test_says_which_tracking_server_does_not_work(settings: Settings) -> None:
    with pytest.raises(TrainingError, match="check MLFLOW_TRACKING_URI"):
        train(settings.model_copy(update={"mlflow_tracking_uri": "no-such-scheme://x"}))
