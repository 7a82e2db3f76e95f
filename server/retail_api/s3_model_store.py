"""Models in an S3 bucket."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import BaseModel, ValidationError

from retail_api.model_bundle import ModelBundle
from retail_api.model_manifest import ModelManifest
from retail_api.model_pointer import ModelPointer
from retail_api.model_problem import ModelRejectedError, ModelUnavailableError
from retail_api.model_store import TaggedPointer
from retail_api.s3_body import read_within

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef

    from retail_api.settings import Settings

LARGEST_OBJECT_BYTES: Final = 256 * 1024 * 1024

_Document = TypeVar("_Document", bound=BaseModel)


class S3ModelStore:
    """Reads `<prefix>/current.json` and `<prefix>/versions/<version>/`."""

    def __init__(self, client: S3Client, settings: Settings) -> None:
        """Keep the client; nothing is read yet."""
        self._client = client
        self._bucket = settings.model_bucket
        self._prefix = settings.model_prefix
        self._read_seconds = settings.model_read_seconds

    def read_pointer(self, known_etag: str | None) -> TaggedPointer | None:
        """See ModelStore."""
        key = f"{self._prefix}/current.json"
        try:
            answer = self._get(key, known_etag)
            pointer = _parse(ModelPointer, self._body(key, answer), key)
            # a store without tags is asked for the pointer itself each time
            return TaggedPointer(pointer, answer.get("ETag"))
        except (ClientError, BotoCoreError) as error:
            if _is_not_modified(error):
                return None
            raise self._unavailable(key, error) from error

    def read_bundle(self, version: str) -> ModelBundle:
        """See ModelStore."""
        folder = f"{self._prefix}/versions/{version}"
        manifest = _parse(ModelManifest, self._read(f"{folder}/manifest.json"), f"{folder}/manifest.json")
        if manifest.version != version:
            raise ModelRejectedError(
                f'"{folder}/manifest.json" says version "{manifest.version}": export the model again'
            )
        return ModelBundle(manifest, self._read(f"{folder}/{manifest.model.file}"))

    def _read(self, key: str) -> bytes:
        try:
            return self._body(key, self._get(key, None))
        except (ClientError, BotoCoreError) as error:
            raise self._unavailable(key, error) from error

    def _get(self, key: str, known_etag: str | None) -> GetObjectOutputTypeDef:
        if known_etag is None:
            return self._client.get_object(Bucket=self._bucket, Key=key)
        return self._client.get_object(Bucket=self._bucket, Key=key, IfNoneMatch=known_etag)

    def _body(self, key: str, answer: GetObjectOutputTypeDef) -> bytes:
        size = answer.get("ContentLength")
        if size is None:
            raise self._unavailable(key, "the answer does not say its length, so it can't be bounded")
        if size > LARGEST_OBJECT_BYTES:
            raise ModelRejectedError(f'"{key}" has {size} bytes, at most {LARGEST_OBJECT_BYTES} are read')
        return read_within(self._read_seconds, answer["Body"])

    def _unavailable(self, key: str, error: object) -> ModelUnavailableError:
        return ModelUnavailableError(
            f'cannot read "s3://{self._bucket}/{key}" ({error}): '
            "check MODEL_BUCKET, MODEL_PREFIX and what the role may read"
        )


def _is_not_modified(error: Exception) -> bool:
    return (
        isinstance(error, ClientError)
        and error.response["ResponseMetadata"]["HTTPStatusCode"] == HTTPStatus.NOT_MODIFIED
    )


def _parse(document: type[_Document], text: bytes, key: str) -> _Document:
    try:
        return document.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the document"
        raise ModelRejectedError(f'"{key}" is not valid: {field}: {first["msg"]}: export the model again') from error
