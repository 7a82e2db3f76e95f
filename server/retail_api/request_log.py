"""What the one log line of a request says beyond its status and time."""

from contextvars import ContextVar

current_fields: ContextVar[dict[str, object] | None] = ContextVar("current_fields", default=None)
"""The fields of the request that this code runs for; None outside of requests."""


def note_in_log(**fields: object) -> None:
    """Add fields to the log line of this request. Never a customer in clear."""
    known = current_fields.get()
    if known is not None:
        known.update(fields)
