"""Logs as one JSON object a line."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Final

from retail_api.log_level import LogLevel
from retail_api.request_id import current_request_id

# what every record has, and the web server's copy of its message for a terminal; the rest is what a caller added
_OF_EVERY_RECORD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}

_encode: Final = json.JSONEncoder(default=str).encode


def set_up_json_logging(level: LogLevel) -> None:
    """Send every logger of the process, the web server's included, to stdout as JSON."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # nobody reads them here, and each record would look for them (Logging HOWTO, "Optimization")
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    # the SDK logs requests with their headers at DEBUG
    logging.getLogger("botocore").setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))


class JsonFormatter(logging.Formatter):
    """Writes time, level, logger, message, the request's id, the fields given as `extra`, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Make the line. A field that has no JSON is written as its text."""
        fields: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := current_request_id.get():
            fields["request_id"] = request_id
        fields |= {name: value for name, value in vars(record).items() if name not in _OF_EVERY_RECORD}
        if record.exc_info:
            fields["exc_info"] = self.formatException(record.exc_info)
        return _encode(fields)
