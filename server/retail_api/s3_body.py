"""Reads what S3 sends, within a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import urllib3

if TYPE_CHECKING:
    from botocore.response import StreamingBody


def read_within(seconds: float, body: StreamingBody) -> bytes:
    """Read all of it. Raises BotoCoreError when it ends early, or is not complete in time.

    The client's own read timeout starts again with every byte, so a body that drips in would never end.
    """
    # botocore has no way of its own to end a read; urllib3 made `shutdown` for that
    response = body._raw_stream  # type: ignore[attr-defined]  # noqa: SLF001
    if not isinstance(response, urllib3.HTTPResponse):
        # already in memory
        return body.read()
    end = threading.Timer(seconds, response.shutdown)
    end.daemon = True
    end.start()
    try:
        return body.read()
    finally:
        end.cancel()
