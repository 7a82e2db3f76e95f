"""What a training run is told by flags, environment, SageMaker's hyperparameters and defaults, in that order."""

from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from retail_training.feature import OPTIONAL_NAMES, Feature, chosen_features
from retail_training.plain_http import is_plain_http, plain_http_problem
from retail_training.settings_source import SageMakerSource


class Settings(BaseSettings):
    """Settings of one training run, each read from the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True, extra="forbid")

    data_dir: Path = Field(Path("/data"), description="folder that holds transactions.parquet or transactions.csv")
    transactions: str | None = Field(
        None, min_length=1, description="the file itself (.parquet, .csv) or s3://bucket/key; instead of data_dir"
    )
    output_dir: Path = Field(Path("/opt/ml/model"), description="folder that the run writes to")
    optional_features: Annotated[tuple[str, ...], NoDecode] = Field(
        ("DISCOUNT_SHARE",), description=f"comma-separated, of {', '.join(OPTIONAL_NAMES)}; empty for none"
    )
    seed: int = Field(7, ge=0, lt=2**31, description="decides which households are held out")
    max_depth: int = Field(3, ge=1, le=16, description="levels of a tree")
    learning_rate: float = Field(0.05, gt=0, le=1, description="how much of each new tree is believed")
    max_rounds: int = Field(1000, ge=1, le=10_000, description="trees at most")
    early_stopping_rounds: int = Field(30, ge=1, description="rounds without a better validation loss that end it")
    git_commit: str = Field("unknown", description="commit of the training code")
    image_digest: str | None = Field(
        None, pattern=r"^sha256:[0-9a-f]{64}$", description="digest of the image that this runs in"
    )
    minimum_auc: float = Field(0.7, ge=0, le=1, description="held-out AUC with all features that an export needs")
    max_auc_drop: float = Field(0.02, ge=0, le=1, description="how far below the model in service a new one may be")
    mlflow_tracking_uri: str | None = Field(
        None, description="a tracking server; by default files in output_dir/mlruns"
    )
    model_bucket: str | None = Field(None, min_length=3, description="S3 bucket that the server reads models from")
    model_prefix: str = Field("models/retail-price-sensitivity", pattern=r"^[^/].*[^/]$", description="no outer slash")
    aws_region: str = Field(
        "ap-southeast-1",
        validation_alias=AliasChoices("AWS_DEFAULT_REGION", "AWS_REGION"),
        description="region of the bucket",
    )
    # before the addresses: their check asks for it
    allow_plain_http: bool = Field(
        default=False, description="whether S3, and MLflow with credentials, may be elsewhere and without encryption"
    )
    aws_endpoint_url: str | None = Field(None, description="read by the SDK itself; here checked, and for path style")
    aws_endpoint_url_s3: str | None = Field(None, description="as aws_endpoint_url, for S3 alone")
    mlflow_s3_endpoint_url: str | None = Field(None, description="read by MLflow itself, for artifacts in S3")

    @field_validator("optional_features", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value

    @field_validator("optional_features")
    @classmethod
    def _known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in OPTIONAL_NAMES:
                raise ValueError(f'"{name}" is no optional feature: use {", ".join(OPTIONAL_NAMES)}')
        return names

    @field_validator("aws_endpoint_url", "aws_endpoint_url_s3", "mlflow_s3_endpoint_url")
    @classmethod
    def _encrypted(cls, url: str | None, info: ValidationInfo) -> str | None:
        if url is not None and is_plain_http(url) and not info.data.get("allow_plain_http"):
            raise ValueError(f"it is {plain_http_problem(url)}")
        return url

    @property
    def features(self) -> tuple[Feature, ...]:
        """What the model sees."""
        return chosen_features(self.optional_features)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- a run reads no such files
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Ask flags, then the environment, then SageMaker."""
        return init_settings, env_settings, SageMakerSource(settings_cls)
