"""The log levels that an operator may ask for."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

LogLevel = Annotated[
    Literal["DEBUG", "INFO", "WARNING", "ERROR"],
    BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value),
]
"""One of DEBUG, INFO, WARNING, ERROR, in any case."""
