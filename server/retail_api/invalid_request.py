"""Answers to requests that make no sense."""

from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel

_QUOTED_CHARACTERS = 40


class FieldProblem(BaseModel):
    """One thing that is wrong."""

    field: str
    problem: str
    fix: str


class InvalidRequest(BaseModel):
    """Everything that is wrong, at once."""

    error: str
    problems: list[FieldProblem]


async def answer_invalid_request(_request: Request, error: Exception) -> JSONResponse:
    """422 with the field, what is wrong with it, and the fix."""
    if not isinstance(error, RequestValidationError):
        raise TypeError(f'cannot explain "{type(error).__name__}"') from error
    problems = [_explain(detail) for detail in error.errors()]
    body = InvalidRequest(error="the request is not valid", problems=problems)
    return JSONResponse(body.model_dump(), status_code=422)


def _explain(detail: dict[str, Any]) -> FieldProblem:
    location = [str(part) for part in detail["loc"] if part != "body"]
    kind: str = detail["type"]
    if kind == "json_invalid":
        return FieldProblem(field="body", problem="is not JSON", fix="send one JSON object as application/json")
    field = ".".join(location) or "body"
    if kind == "missing":
        return FieldProblem(field=field, problem="is missing", fix=f'add "{field}"')
    if kind == "extra_forbidden":
        return FieldProblem(field=field, problem="is not known", fix=f'remove "{field}"')
    message = str(detail["msg"])
    return FieldProblem(field=field, problem=f"{_quoted(detail['input'])} is not accepted", fix=_lower_first(message))


def _quoted(value: object) -> str:
    # text, because NaN and infinity have no JSON
    text = str(value)
    return f'"{text[:_QUOTED_CHARACTERS]}{"..." if len(text) > _QUOTED_CHARACTERS else ""}"'


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
