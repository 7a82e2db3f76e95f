"""What a training run is told by its environment."""

from pathlib import Path

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of one training run, each read from the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True)

    data_dir: Path = Field(Path("/data"), description="folder that holds transactions.parquet")
    output_dir: Path = Field(Path("/opt/ml/model"), description="folder that the run writes to")
    seed: int = Field(7, ge=0, description="decides which households are held out")
    git_commit: str = Field("unknown", description="commit of the training code")
    minimum_auc: float = Field(0.7, ge=0, le=1, description="held-out AUC with all features that an export needs")
    mlflow_tracking_uri: str | None = Field(
        None, description="a tracking server; by default files in output_dir/mlruns"
    )
    model_bucket: str | None = Field(None, min_length=3, description="S3 bucket to export to; only export needs it")
    model_prefix: str = Field("models/retail-price-sensitivity", pattern=r"^[^/].*[^/]$", description="no outer slash")
    aws_region: str = Field("ap-southeast-1", validation_alias=AliasChoices("AWS_DEFAULT_REGION", "AWS_REGION"))
    aws_endpoint_url: str | None = Field(None, description="read by the SDK itself; here it only decides path style")
    aws_endpoint_url_s3: str | None = Field(None, description="as aws_endpoint_url, for S3 alone")
