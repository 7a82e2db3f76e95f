"""Settings that can't be meant, in words."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from retail_training.plain_http import without_credentials
from retail_training.quoted import quoted
from retail_training.settings import Settings


def wrong_settings(error: ValidationError) -> str:
    """Say every setting that is wrong, its value, and what it may be."""
    return "; ".join(_one(detail) for detail in error.errors(include_url=False, include_context=False))


def _one(detail: ErrorDetails) -> str:
    name = str(detail["loc"][0])
    value = quoted(without_credentials(str(detail["input"])))
    if detail["type"] == "extra_forbidden":
        return f"there is no setting {quoted(name)} (its value is {value}): remove it, or see --help for its right name"
    field = Settings.model_fields.get(name)
    meaning = f" ({field.description})" if field else ""
    return f"setting {quoted(name)} is {value}: {detail['msg'].removeprefix('Value error, ')}{meaning}"
