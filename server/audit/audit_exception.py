"""A vulnerability that is accepted, by somebody, for a reason, until a day."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class AuditException(BaseModel):
    """One entry of audit-exceptions.json."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1, description="the vulnerability: its id or one of its aliases")
    package: str = Field(min_length=1)
    owner: str = Field(min_length=1)
    reason: str = Field(min_length=10)
    expires: date = Field(description="the last day on which it holds, in UTC")


def read_exceptions(file: Path) -> list[AuditException]:
    """Read the file; raises ValidationError when an entry lacks anything."""
    return TypeAdapter(list[AuditException]).validate_json(file.read_bytes())
