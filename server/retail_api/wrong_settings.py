"""Settings that can't be meant, in words."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from retail_api.settings import Settings


def wrong_settings(error: ValidationError) -> str:
    """Say every variable that is wrong, its value, and what it may be; one line for each."""
    return "\n".join(_one(detail) for detail in error.errors(include_url=False, include_context=False))


def _one(detail: ErrorDetails) -> str:
    message = detail["msg"].removeprefix("Value error, ")
    if not detail["loc"]:
        return message
    name = str(detail["loc"][0])
    field = Settings.model_fields.get(name.lower())
    meaning = f" ({field.description})" if field and field.description else ""
    if detail["type"] == "missing":
        return f"{name.upper()} is not set{meaning}"
    return f'{name.upper()} is "{detail["input"]}": {message}{meaning}'
