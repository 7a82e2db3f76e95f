"""Each log line is one JSON object, whatever is logged."""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest

from retail_api.json_logging import JsonFormatter
from retail_api.request_id import current_request_id


def written(message: str, *words: object, **extra: object) -> dict[str, Any]:
    record = logging.makeLogRecord(
        {"name": "retail_api", "levelname": "INFO", "msg": message, "args": words, "created": 0.25, **extra}
    )
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert line.isascii()
    fields: dict[str, Any] = json.loads(line)
    return fields


def test_says_when_what_and_who() -> None:
    assert written("%s of %d", "one", 2) == {
        "time": "1970-01-01T00:00:00.250000+00:00",
        "level": "INFO",
        "logger": "retail_api",
        "message": "one of 2",
    }


def test_says_what_was_added() -> None:
    assert written("x", status=200, customer=None)["status"] == 200
    assert written("x", status=200, customer=None)["customer"] is None


def test_leaves_out_the_copy_for_a_terminal() -> None:
    assert "color_message" not in written("x", color_message="\x1b[1mx")


def test_names_the_request() -> None:
    token = current_request_id.set("r-1")
    try:
        assert written("x")["request_id"] == "r-1"
    finally:
        current_request_id.reset(token)


@pytest.mark.parametrize("text", ["a\nb", "\x1b[31m", '"}', "\u2028", "\ud800", "é"])
def test_keeps_a_line_a_line(text: str) -> None:
    assert written(text)["message"] == text
    assert written("x", field=text)["field"] == text


def test_writes_what_has_no_json_as_text() -> None:
    assert written("x", folder=Path("a"))["folder"] == "a"


def test_says_where_an_error_came_from() -> None:
    try:
        int("secret")
    except ValueError:
        trace = written("x", exc_info=sys.exc_info())["exc_info"]
    assert trace.startswith("Traceback")
    assert "test_says_where_an_error_came_from" in trace
    assert trace.endswith("ValueError: invalid literal for int() with base 10: 'secret'")
