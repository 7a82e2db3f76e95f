"""What is sent in clear may not leave this machine unless somebody says that it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from serving import serving
from tracking_server import TrackingServer

from retail_training.s3_client import create_s3_client
from retail_training.settings import Settings
from retail_training.train import train
from retail_training.training_error import TrainingError
from retail_training.wrong_settings import wrong_settings

if TYPE_CHECKING:
    from pathlib import Path

ENDPOINTS = ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "MLFLOW_S3_ENDPOINT_URL")
MLFLOW_CREDENTIALS = (
    *("MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN"),
    *("MLFLOW_TRACKING_AUTH", "MLFLOW_TRACKING_AWS_SIGV4"),
)


@pytest.fixture(autouse=True)
def nobody_in_particular(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither MLflow's nor the SDK's own files and variables say who this is."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    for name in (*MLFLOW_CREDENTIALS, "AWS_CONFIG_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", ENDPOINTS)
@pytest.mark.parametrize(
    "url",
    [
        "http://minio:9000",
        "HTTP://10.0.0.7",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1@minio:9000",
        "http://[fd00::1]:9000",
        "http:minio",
    ],
)
def test_an_endpoint_elsewhere_needs_https(name: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, url)
    with pytest.raises(ValidationError) as caught:
        Settings()
    reason = wrong_settings(caught.value)
    assert f'setting "{name.lower()}" is ' in reason
    assert "use https://" in reason
    assert "ALLOW_PLAIN_HTTP=true" in reason


@pytest.mark.parametrize("name", ENDPOINTS)
@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9000",
        "http://127.1.2.3",
        "http://localhost:9000/",
        "http://LOCALHOST",
        "http://s3.localhost:4566",
        "http://[::1]:9000",
        "https://minio:9000",
    ],
)
def test_on_this_machine_or_encrypted_it_is_taken(name: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, url)
    assert getattr(Settings(), name.lower()) == url


def test_it_is_taken_where_somebody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOW_PLAIN_HTTP", "true")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://minio:9000")
    assert create_s3_client(Settings()).meta.endpoint_url == "http://minio:9000"


def test_an_endpoint_of_the_sdks_own_file_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").write_text("[default]\nendpoint_url = http://minio:9000\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    # the SDK reads it once for a process
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    with pytest.raises(TrainingError, match=r'the endpoint of S3 is "http://minio:9000".*use https://'):
        create_s3_client(Settings())


def test_a_password_in_a_refused_address_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://user:hunter2@minio:9000")
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert "hunter2" not in wrong_settings(caught.value)
    assert "http://…@minio:9000" in wrong_settings(caught.value)


def refusal(settings: Settings, uri: str) -> str:
    with pytest.raises(TrainingError) as caught:
        train(settings.model_copy(update={"mlflow_tracking_uri": uri}))
    # it is told before anything is learned
    assert not (settings.output_dir / "model.ubj").exists()
    return str(caught.value)


@pytest.mark.parametrize("name", MLFLOW_CREDENTIALS)
def test_credentials_are_not_sent_in_clear_to_a_tracking_server(
    settings: Settings, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "true" if name.endswith("SIGV4") else "hunter2")
    reason = refusal(settings, "http://mlflow.example.com")
    assert reason.startswith('MLFLOW_TRACKING_URI is "http://mlflow.example.com"')
    assert "use https://" in reason
    assert "hunter2" not in reason


def test_nor_those_of_mlflows_own_file(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / ".mlflow").mkdir()
    (tmp_path / ".mlflow/credentials").write_text("[mlflow]\nmlflow_tracking_password = hunter2\n")
    assert "use https://" in refusal(settings, "http://mlflow.example.com")


def test_nor_those_of_the_address(settings: Settings) -> None:
    reason = refusal(settings, "http://user:hunter2@mlflow.example.com")
    assert 'MLFLOW_TRACKING_URI is "http://…@mlflow.example.com"' in reason
    assert "hunter2" not in reason


@pytest.mark.parametrize("allowed", [{"allow_plain_http": True}, {}])
def test_a_tracking_server_without_credentials_or_knowingly_allowed_is_asked(
    settings: Settings, tmp_path: Path, allowed: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    if allowed:
        monkeypatch.setenv("MLFLOW_TRACKING_TOKEN", "hunter2")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving(TrackingServer(tmp_path / "artifacts")) as server:
        # as a proxy it is asked for any address
        monkeypatch.setenv("http_proxy", server.url)
        train(settings.model_copy(update={"mlflow_tracking_uri": "http://mlflow.example.com", **allowed}))
    assert server.told("runs/create")


def test_a_password_of_the_address_is_not_told_when_the_server_fails(
    settings: Settings,
) -> None:
    # nothing listens there
    with pytest.raises(TrainingError, match="check MLFLOW_TRACKING_URI") as caught:
        train(settings.model_copy(update={"mlflow_tracking_uri": "https://user:hunter2@127.0.0.1:1"}))
    assert "hunter2" not in str(caught.value)
