"""Turns what goes wrong inside the application into problem bodies."""

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from retail_api.invalid_request import explain_invalid_request
from retail_api.problem import ProblemError, ProblemKind


def answer_with_problems(app: FastAPI) -> None:
    """Give each error that the application knows a problem body. What it doesn't know, the request observer answers."""
    app.add_exception_handler(ProblemError, _answer)
    app.add_exception_handler(RequestValidationError, _answer)
    app.add_exception_handler(HTTPException, _answer)


async def _answer(_request: Request, error: Exception) -> Response:
    match error:
        case ProblemError():
            return error.answer()
        case RequestValidationError():
            return explain_invalid_request(error.errors()).answer()
        case HTTPException():
            return _explain_http(error).answer()
        case _:
            raise TypeError(f'cannot explain "{type(error).__name__}"') from error


def _explain_http(error: HTTPException) -> ProblemError:
    status = HTTPStatus(error.status_code)
    kind = ProblemKind(status.phrase.lower().replace(" ", "-"), status.phrase.lower(), status)
    detail = status.description or error.detail
    return ProblemError(kind, detail, 'see "/docs" for what this server answers', headers=error.headers or {})
