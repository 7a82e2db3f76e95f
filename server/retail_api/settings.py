"""What the process is told by its environment."""

from typing import Annotated, Self

from pydantic import AliasChoices, Field, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from retail_api.log_level import LogLevel
from retail_api.plain_http import is_plain_http

# 3 to 63 letters, digits, dots and hyphens: "General purpose bucket naming rules", Amazon S3 User Guide
BucketName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]


class Settings(BaseSettings):
    """Settings of one API process, each read from the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    model_bucket: BucketName = Field(description="S3 bucket that holds the exported models")
    model_prefix: str = Field("models/retail-price-sensitivity", pattern=r"^[^/].*[^/]$", description="no outer slash")
    model_refresh_seconds: float = Field(60, ge=1, le=86_400, description="time between two looks at the model pointer")
    model_read_seconds: float = Field(60, ge=1, le=600, description="longest time to read one object")
    s3_timeout_seconds: float = Field(10, ge=0.1, le=60, description="longest silence of S3")
    # EKS sets AWS_REGION, the original documents AWS_DEFAULT_REGION; the SDK for Python reads only the second
    aws_region: str = Field("ap-southeast-1", validation_alias=AliasChoices("AWS_DEFAULT_REGION", "AWS_REGION"))
    # before the addresses: their check asks for it
    allow_plain_http: bool = Field(default=False, description="whether S3 may be elsewhere and without encryption")
    aws_endpoint_url: str | None = Field(None, description="read by the SDK itself; here checked, and for path style")
    aws_endpoint_url_s3: str | None = Field(None, description="as aws_endpoint_url, for S3 alone")
    otel_exporter_otlp_endpoint: str | None = Field(None, min_length=1, description="where traces go; none without")
    otel_service_name: str = Field("retail-api", min_length=1, description="name of this service in traces")
    log_level: LogLevel = "INFO"
    host: str = Field("127.0.0.1", description="address to listen on; the container image sets 0.0.0.0")
    port: int = Field(8000, ge=1, le=65535)
    max_concurrent_requests: int = Field(128, ge=1, le=4096, description="predictions let in at once; then 503")
    max_body_bytes: int = Field(512 * 1024, ge=1024, le=16 * 1024 * 1024, description="largest body; then 413")
    body_seconds: float = Field(10, ge=0.1, le=60, description="longest time to send a body; then 408")
    drain_seconds: float = Field(5, ge=0, description="time to go on serving after SIGTERM, with /ready at 503")
    shutdown_seconds: int = Field(15, ge=1, description="time that open requests get after that")
    # 30 is also Kubernetes' own default of terminationGracePeriodSeconds
    grace_seconds: float = Field(30, ge=1, description="time between SIGTERM and SIGKILL, as the platform is told")

    @field_validator("aws_endpoint_url", "aws_endpoint_url_s3")
    @classmethod
    def _encrypted(cls, url: str | None, info: ValidationInfo) -> str | None:
        """Whoever is on the way could put another model in the place of ours, with its digest."""
        if url and is_plain_http(url) and not info.data.get("allow_plain_http"):
            raise ValueError(
                "S3 is neither encrypted nor on this machine: use https://, or set ALLOW_PLAIN_HTTP=true for a network "
                "that you trust"
            )
        return url

    @model_validator(mode="after")
    def _end_within_grace(self) -> Self:
        needed = self.drain_seconds + self.shutdown_seconds
        if needed >= self.grace_seconds:
            raise ValueError(
                f"DRAIN_SECONDS and SHUTDOWN_SECONDS are {needed:g} together, GRACE_SECONDS is {self.grace_seconds:g}: "
                "the process would be killed with requests open; lower the first two, or raise the platform's grace "
                "period and GRACE_SECONDS"
            )
        return self
