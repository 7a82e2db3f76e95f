"""The connection to S3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from retail_training.plain_http import is_plain_http, plain_http_problem
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

    from retail_training.settings import Settings


def create_s3_client(settings: Settings) -> S3Client:
    """Connect to S3 in the settings' region; endpoint and credentials come from the SDK's own environment and files.

    Raises TrainingError when the endpoint is plain http elsewhere: the settings know that of the environment alone.
    """
    own_endpoint = settings.aws_endpoint_url_s3 or settings.aws_endpoint_url
    config = Config(
        connect_timeout=5,
        read_timeout=60,
        retries={"mode": "standard", "total_max_attempts": 3},
        # an endpoint on an address has no host name to put the bucket's name into
        s3={"addressing_style": "path" if own_endpoint else "auto"},
    )
    client = boto3.client("s3", region_name=settings.aws_region, config=config)
    endpoint = client.meta.endpoint_url
    if is_plain_http(endpoint) and not settings.allow_plain_http:
        raise TrainingError(f"the endpoint of S3 is {plain_http_problem(endpoint)}")
    return client
