from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

# before the libraries that read it: on so few rows threads only wait for each other, which costs a third of the time
os.environ.setdefault("OMP_NUM_THREADS", "1")

import boto3
import pytest
from example_data import write_transactions
from moto import mock_aws

from retail_training.evaluate import evaluate
from retail_training.settings import Settings
from retail_training.train import train

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mypy_boto3_s3 import S3Client

BUCKET = "example-models"


def isolate(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*map(str.upper, Settings.model_fields), "AWS_PROFILE", "SAGEMAKER_BASE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "fake-access-key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "fake-secret-key")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-southeast-1")
    # a run leaves these behind for the rest of its process
    monkeypatch.setenv("MLFLOW_EXPERIMENT_ID", "")
    monkeypatch.delenv("MLFLOW_EXPERIMENT_ID")
    monkeypatch.setenv("MLFLOW_DISABLE_TELEMETRY", "true")
    monkeypatch.setenv("MLFLOW_ALLOW_FILE_STORE", "true")


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)


@pytest.fixture
def s3() -> Iterator[S3Client]:
    # a session of its own for each test would read the description of S3 again
    with mock_aws(config={"core": {"reset_boto3_session": False}}):
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket=BUCKET)
        yield client


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_transactions(folder)
    return folder


@pytest.fixture
def settings(data_dir: Path, tmp_path: Path) -> Settings:
    return Settings(data_dir=data_dir, output_dir=tmp_path / "out", model_bucket=BUCKET, git_commit="0123456")


@pytest.fixture(scope="session")
def trained_once(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    with pytest.MonkeyPatch.context() as monkeypatch:
        isolate(monkeypatch)
        train(Settings(data_dir=data_dir, output_dir=folder, git_commit="0123456"))
    return folder


@pytest.fixture(scope="session")
def evaluated_once(data_dir: Path, trained_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_run(trained_once, tmp_path_factory.mktemp("evaluated") / "out")
    with pytest.MonkeyPatch.context() as monkeypatch:
        isolate(monkeypatch)
        evaluate(Settings(data_dir=data_dir, output_dir=folder))
    return folder


@pytest.fixture
def trained(settings: Settings, trained_once: Path) -> Settings:
    """The settings, once `train` is through with them."""
    copy_run(trained_once, settings.output_dir)
    return settings


@pytest.fixture
def evaluated(settings: Settings, evaluated_once: Path) -> Settings:
    """The settings, once `train` and `evaluate` are, the latter without a bucket to compare with."""
    copy_run(evaluated_once, settings.output_dir)
    return settings


def copy_run(source: Path, to: Path) -> Path:
    shutil.copytree(source, to)
    # MLflow writes down where the files of a run are
    for meta in to.rglob("meta.yaml"):
        meta.write_text(meta.read_text().replace(source.as_uri(), to.as_uri()))
    return to
