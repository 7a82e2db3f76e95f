"""What is wrong with a request, said so that it can be put right."""

from collections.abc import Sequence
from typing import Any, Final

from retail_api.problem import INVALID_REQUEST, FieldProblem, ProblemError

_QUOTED_CHARACTERS: Final = 40
# a thousand wrong rows are wrong in the same way
_MOST_PROBLEMS: Final = 20


def explain_invalid_request(details: Sequence[Any]) -> ProblemError:
    """Name each field that is wrong (the first 20), what is wrong with it, and the fix. Takes pydantic's errors."""
    count = f"{len(details)} things are" if len(details) != 1 else "one thing is"
    problems = [_explain(detail) for detail in details[:_MOST_PROBLEMS]]
    return ProblemError(INVALID_REQUEST, f"{count} wrong", 'follow the "fix" of each of "problems"', problems)


def _explain(detail: dict[str, Any]) -> FieldProblem:
    location = [_visible(part) for part in detail["loc"] if part != "body"]
    kind: str = detail["type"]
    if kind == "json_invalid":
        return FieldProblem(field="body", problem="is not JSON", fix="send one JSON object as application/json")
    if isinstance(detail["input"], bytes):
        fix = 'send it with the header "Content-Type: application/json"'
        return FieldProblem(field="body", problem="is not said to be JSON", fix=fix)
    field = ".".join(location) or "body"
    if kind == "missing":
        return FieldProblem(field=field, problem="is missing", fix=f'add "{field}"')
    if kind == "extra_forbidden":
        return FieldProblem(field=field, problem="is not known", fix=f'remove "{field}"')
    message = str(detail["msg"])
    return FieldProblem(field=field, problem=f"{_quoted(detail['input'])} is not accepted", fix=_lower_first(message))


def _quoted(value: object) -> str:
    # text, because NaN and infinity have no JSON
    return f'"{_visible(value)}"'


def _visible(value: object) -> str:
    text = str(value)
    shortened = f"{text[:_QUOTED_CHARACTERS]}{'...' if len(text) > _QUOTED_CHARACTERS else ''}"
    # JSON can name half a character, and no answer can be written with it
    return shortened.encode("utf-8", "backslashreplace").decode()


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
