"""What the API answers when it can't do what was asked, as RFC 9457 describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from fastapi import Response
from pydantic import BaseModel, Field

from retail_api.request_id import current_request_id

MEDIA_TYPE: Final = "application/problem+json"
_TYPES: Final = "urn:problem-type:retail-api:"


class FieldProblem(BaseModel):
    """One thing that is wrong with a request."""

    field: str = Field(description="where: the names on the way to it, joined by dots")
    problem: str
    fix: str


class Problem(BaseModel):
    """The body of every answer that is an error (RFC 9457)."""

    type: str = Field(description="the kind of problem, for programs", examples=[f"{_TYPES}invalid-request"])
    title: str = Field(description="the kind of problem, for people")
    status: int = Field(description="the HTTP status, again")
    detail: str = Field(description="what happened this time")
    fix: str = Field(description="what to do about it")
    request_id: str | None = Field(description="the X-Request-ID of this answer, which the logs have too")
    problems: list[FieldProblem] = Field(description="each thing that is wrong with the request; the first 20")


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its name in `type`, its title, its status."""

    name: str
    title: str
    status: HTTPStatus


INVALID_REQUEST: Final = ProblemKind("invalid-request", "the request is not valid", HTTPStatus.UNPROCESSABLE_ENTITY)
BODY_TOO_LARGE: Final = ProblemKind("body-too-large", "the body is too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
BODY_TOO_SLOW: Final = ProblemKind("body-too-slow", "the body came too slowly", HTTPStatus.REQUEST_TIMEOUT)
NO_MODEL: Final = ProblemKind("no-model", "no model is loaded", HTTPStatus.SERVICE_UNAVAILABLE)
OVERLOADED: Final = ProblemKind("overloaded", "too many requests at once", HTTPStatus.SERVICE_UNAVAILABLE)
DEFECT: Final = ProblemKind("defect", "the server failed", HTTPStatus.INTERNAL_SERVER_ERROR)


@dataclass(eq=False)
class ProblemError(Exception):
    """Ends a request with a problem."""

    kind: ProblemKind
    detail: str
    fix: str
    problems: list[FieldProblem] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)

    def answer(self) -> Response:
        """Make the answer to the request that this code runs for."""
        kind = self.kind
        body = Problem(
            type=f"{_TYPES}{kind.name}",
            title=kind.title,
            status=kind.status,
            detail=self.detail,
            fix=self.fix,
            request_id=current_request_id.get(),
            problems=self.problems,
        )
        return Response(body.model_dump_json(), kind.status, self.headers, MEDIA_TYPE)
