"""The name of a request, by which its answer, its logs and its caller's logs find each other."""

import re
import secrets
from contextvars import ContextVar
from typing import Final

from starlette.types import Scope

HEADER: Final = b"x-request-id"
# long enough for a UUID or a trace id with its parts, and nothing that a log or a terminal could misread
_SANE: Final = re.compile(rb"[0-9A-Za-z._:-]{1,128}")

current_request_id: ContextVar[str | None] = ContextVar("current_request_id", default=None)
"""The request that this code runs for; None outside of requests."""


def accept_or_make_request_id(scope: Scope) -> str:
    """Take the caller's `X-Request-ID` if it is 1 to 128 letters, digits, `.`, `_`, `:` or `-`; else make one."""
    offered = next((value for name, value in scope["headers"] if name == HEADER), b"")
    return offered.decode() if _SANE.fullmatch(offered) else secrets.token_hex(16)
