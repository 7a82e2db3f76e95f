"""The connection to S3."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from botocore.config import Config
from botocore.session import Session

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

    from retail_api.settings import Settings


def create_s3_client(settings: Settings) -> S3Client:
    """Connect to S3 in the settings' region; endpoint and credentials come from the SDK's own environment."""
    own_endpoint = settings.aws_endpoint_url_s3 or settings.aws_endpoint_url
    config = Config(
        connect_timeout=2,
        read_timeout=settings.s3_timeout_seconds,
        retries={"mode": "standard", "total_max_attempts": 2},
        # an endpoint on an address has no host name to put the bucket's name into
        s3={"addressing_style": "path" if own_endpoint else "auto"},
    )
    # botocore makes the methods of its clients as it reads what the service has
    return cast("S3Client", Session().create_client("s3", region_name=settings.aws_region, config=config))
