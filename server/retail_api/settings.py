"""What the process is told by its environment."""

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from retail_api.log_level import LogLevel


class Settings(BaseSettings):
    """Settings of one API process, each read from the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    model_bucket: str = Field(min_length=3, description="S3 bucket that holds the exported models")
    model_prefix: str = Field("models/retail-price-sensitivity", pattern=r"^[^/].*[^/]$", description="no outer slash")
    model_refresh_seconds: float = Field(60, ge=1, description="time between two looks at the model pointer")
    # EKS sets AWS_REGION, the original documents AWS_DEFAULT_REGION; the SDK for Python reads only the second
    aws_region: str = Field("ap-southeast-1", validation_alias=AliasChoices("AWS_DEFAULT_REGION", "AWS_REGION"))
    aws_endpoint_url: str | None = Field(None, description="read by the SDK itself; here it only decides path style")
    aws_endpoint_url_s3: str | None = Field(None, description="as aws_endpoint_url, for S3 alone")
    log_level: LogLevel = "INFO"
    host: str = Field("127.0.0.1", description="address to listen on; the container image sets 0.0.0.0")
    port: int = Field(8000, ge=1, le=65535)
    shutdown_seconds: int = Field(20, ge=0, description="time that open requests get after SIGTERM")
