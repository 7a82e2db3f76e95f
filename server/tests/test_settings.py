import os
import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from retail_api.s3_client import create_s3_client
from retail_api.settings import Settings
from retail_api.wrong_settings import wrong_settings


def test_reads_the_documented_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODEL_BUCKET", "models-of-ours")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("MODEL_REFRESH_SECONDS", "5")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    settings = Settings()
    assert settings.model_bucket == "models-of-ours"
    assert settings.model_prefix == "models/retail-price-sensitivity"
    assert (settings.log_level, settings.port, settings.model_refresh_seconds) == ("DEBUG", 9000, 5)
    assert settings.aws_region == "eu-west-1"


def test_takes_the_region_of_the_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    monkeypatch.setenv("AWS_REGION", "us-west-2")
    assert Settings(model_bucket="bucket").aws_region == "us-west-2"


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"model_bucket": "bucket", "model_prefix": "/models/"},
        {"model_bucket": "bucket", "port": 0},
        {"model_bucket": "bucket", "log_level": "loud"},
        {"model_bucket": "bucket", "model_refresh_seconds": 0},
        {"model_bucket": "Bucket"},
        {"model_bucket": "s3://bucket"},
        {"model_bucket": "b" * 64},
        {"model_bucket": "bucket", "max_concurrent_requests": 0},
        {"model_bucket": "bucket", "max_body_bytes": 1024**3},
        {"model_bucket": "bucket", "body_seconds": float("inf")},
        {"model_bucket": "bucket", "s3_timeout_seconds": 0},
    ],
)
def test_refuses_what_cannot_work(wrong: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODEL_BUCKET", raising=False)
    with pytest.raises(ValidationError):
        Settings(**wrong)


@pytest.mark.parametrize(
    ("drain", "shutdown", "grace", "fits"),
    [(5, 20, 30, True), (10, 20, 30, False), (5, 20, 25, False), (0, 1, 2, True)],
)
def test_ends_before_the_platform_kills_it(*, drain: float, shutdown: int, grace: float, fits: bool) -> None:
    def make() -> Settings:
        return Settings(model_bucket="bucket", drain_seconds=drain, shutdown_seconds=shutdown, grace_seconds=grace)

    if fits:
        assert make().drain_seconds == drain
    else:
        with pytest.raises(ValidationError, match="would be killed with requests open"):
            make()


def test_puts_the_bucket_into_the_path_at_an_endpoint_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    client = create_s3_client(Settings(model_bucket="bucket"))
    url = client.generate_presigned_url("get_object", Params={"Bucket": "bucket", "Key": "key"})
    assert url.startswith("http://127.0.0.1:9/bucket/key?")


def test_puts_the_bucket_into_the_host_name_at_aws() -> None:
    client = create_s3_client(Settings(model_bucket="bucket"))
    url = client.generate_presigned_url("get_object", Params={"Bucket": "bucket", "Key": "key"})
    assert url.startswith("https://bucket.s3.")


# RFC 6761, 6.3 and RFC 1122, 3.2.1.3: these names and addresses never leave the machine
@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8:9000", "localhost:9000", "s3.localhost", "[::1]:9000"])
def test_takes_plain_http_on_this_machine(host: str) -> None:
    assert Settings(model_bucket="bucket", aws_endpoint_url=f"http://{host}").aws_endpoint_url == f"http://{host}"


@pytest.mark.parametrize("url", ["http://minio:9000", "HTTP://10.0.0.1", " http://localhost.example", "http://[::2]"])
@pytest.mark.parametrize("name", ["aws_endpoint_url", "aws_endpoint_url_s3"])
def test_refuses_plain_http_elsewhere_unless_told(name: str, url: str) -> None:
    def make(**settings: Any) -> Settings:
        return Settings(model_bucket="bucket", **settings)

    with pytest.raises(ValidationError, match="ALLOW_PLAIN_HTTP=true for a network that you trust"):
        make(**{name: url})
    assert make(**{name: url.lower().replace("http", "https", 1)})
    assert make(**{name: url}, allow_plain_http=True)


@pytest.mark.parametrize("url", ["http://[", "http:", "http://"])
def test_trusts_no_address_that_it_cannot_read(url: str) -> None:
    with pytest.raises(ValidationError, match="ALLOW_PLAIN_HTTP"):
        Settings(model_bucket="bucket", aws_endpoint_url=url)


def told(**variables: Any) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        Settings(**variables)
    return wrong_settings(refused.value).splitlines()


def test_says_what_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODEL_BUCKET", raising=False)
    assert told() == ["MODEL_BUCKET is not set (S3 bucket that holds the exported models)"]


def test_says_each_value_that_is_wrong_and_what_it_may_be() -> None:
    assert told(model_bucket="bucket", port=0, max_concurrent_requests="many") == [
        'PORT is "0": Input should be greater than or equal to 1',
        (
            'MAX_CONCURRENT_REQUESTS is "many": Input should be a valid integer, unable to parse string as an integer '
            "(predictions let in at once; then 503)"
        ),
    ]


def test_says_which_settings_do_not_fit_together() -> None:
    (line,) = told(model_bucket="bucket", grace_seconds=5)
    assert line.startswith("DRAIN_SECONDS and SHUTDOWN_SECONDS are 20 together, GRACE_SECONDS is 5: ")


def test_a_process_says_it_without_a_trace() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "MODEL_BUCKET"}
    ended = subprocess.run([sys.executable, "main.py"], env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith("MODEL_BUCKET is not set")
