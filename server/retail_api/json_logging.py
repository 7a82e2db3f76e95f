"""Logs as one JSON object a line."""

import logging
import sys

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

from retail_api.log_level import LogLevel
from retail_api.request_id import current_request_id


def set_up_json_logging(level: LogLevel) -> None:
    """Send every logger of the process, the web server's included, to stdout as JSON."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        JsonFormatter(
            "{levelname}{name}{message}",
            style="{",
            timestamp="time",
            # the web server's copy of its message for a terminal
            reserved_attrs=[*RESERVED_ATTRS, "color_message"],
            rename_fields={"levelname": "level", "name": "logger"},
        )
    )
    handler.addFilter(_add_request_id)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # the SDK logs requests with their headers at DEBUG
    logging.getLogger("botocore").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))


def _add_request_id(record: logging.LogRecord) -> bool:
    if request_id := current_request_id.get():
        record.request_id = request_id
    return True
