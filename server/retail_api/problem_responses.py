"""How the OpenAPI document describes answers that are errors."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI

from retail_api.problem import MEDIA_TYPE, Problem


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Say that these statuses come with a problem body."""
    return {status: {"model": Problem, "description": HTTPStatus(status).phrase} for status in statuses}


class DescribedApi(FastAPI):
    """An application whose OpenAPI document gives problems their own media type, which FastAPI can't be told."""

    def openapi(self) -> dict[str, Any]:
        """Make the document, once."""
        if self.openapi_schema is None:
            for path in super().openapi()["paths"].values():
                for operation in path.values():
                    _name_media_type(operation["responses"])
        return super().openapi()


def _name_media_type(responses: dict[str, Any]) -> None:
    for response in responses.values():
        content = response.get("content", {})
        schema = content.get("application/json", {}).get("schema", {})
        if schema.get("$ref") == "#/components/schemas/Problem":
            content[MEDIA_TYPE] = content.pop("application/json")
