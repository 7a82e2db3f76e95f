"""Which bodies POST /predict takes, and which fields it names in those that it refuses."""

from collections.abc import Mapping

import pytest
from example_bodies import features, of_customer, row, row_with
from raw_http import ask

# the largest number of digits that Python reads as an integer
MOST_DIGITS = 4300

ESCAPED = r"\ud83d\ude00"

TAKEN: Mapping[str, str | bytes] = {
    "whole numbers": row(),
    "fractions": row(SPEND="1.5", UNITS="0.1e1", VISITS="1E2"),
    "zero": row(SPEND="0", UNITS="-0", VISITS="-0.0"),
    "the largest amount": row(SPEND="1000000000", UNITS="1e9", VISITS="1000000000.0"),
    "smaller than any float": row(SPEND="1e-400", UNITS="4.9e-324"),
    "more digits than a float has": row(SPEND="1." + "0" * 1000 + "1"),
    "a discount share": row(DISCOUNT_SHARE="0.5"),
    "the least discount share": row(DISCOUNT_SHARE="0"),
    "the largest discount share": row(DISCOUNT_SHARE="1"),
    "an unknown discount share": row(DISCOUNT_SHARE="null"),
    "no customer": of_customer("null"),
    "128 characters": of_customer(f'"{"x" * 128}"'),
    "128 characters of two bytes": of_customer(f'"{"é" * 128}"'),
    "128 characters of two escapes": of_customer(f'"{ESCAPED * 128}"'),
    "a blank customer": of_customer('" "'),
    "an escaped NUL": of_customer(r'"\u0000"'),
    "an escaped name": row().replace("SPEND", r"\u0053PEND"),
    "another order": '{"customer_id": "c", "features": {"VISITS": 2, "DISCOUNT_SHARE": 0.1, "UNITS": 5, "SPEND": 1}}',
    "space around": f"\n\t {row()}\r\n",
    "the last of two features": row(SPEND='"x", "SPEND": 1'),
    "the last of two rows": f'{{"features": 1, "features": {features()}}}',
    "the last of two customers": row_with('"customer_id": 1, "customer_id": "b"'),
    "a byte order mark": f"\ufeff{row()}",
    # RFC 8259 wants UTF-8, earlier ones allowed these
    "UTF-16": row().encode("utf-16"),
    "UTF-16 of network order": row().encode("utf-16-be"),
    "UTF-32": row().encode("utf-32"),
    "UTF-32 without a mark": row().encode("utf-32-le"),
}

NO_JSON: Mapping[str, str] = {
    "only space": " ",
    "an end of line": "\n",
    "only a byte order mark": "\ufeff",
    "an open object": "{",
    "an open text": of_customer('"x')[:-1],
    "a word": "x",
    "a form": "SPEND=1&UNITS=5",
    "a comma too many": row()[:-1] + ",}",
    "two documents": row() + row(),
    "text after it": row() + "x",
    "a NUL after it": row() + "\0",
    "a comment": row() + "// x",
    "single quotes": row().replace('"', "'"),
    "another space before it": "\u00a0" + row(),
    "a vertical tab before it": "\x0b" + row(),
    "an end of line in a text": of_customer('"a\nb"'),
    "a NUL in a text": of_customer('"\0"'),
    "an unknown escape": of_customer(r'"\x"'),
    "an open list": "[" * 100,
} | {
    f"the number {number}": row(SPEND=number)
    for number in ("01", "+1", ".5", "1.", "0x10", "1_000", "1e", "nan", "inf", "--1", "1 2", "\u0661")
}

NO_TEXT: Mapping[str, str | bytes] = {
    "no UTF-8": b"\xff",
    "Latin-1": of_customer('"é"').encode("latin-1"),
    "half a character": of_customer('"X"').encode().replace(b"X", b"\xc3"),
    "a longer form of a slash": of_customer('"X"').encode().replace(b"X", b"\xc0\xaf"),
    "beyond the last character": of_customer('"X"').encode().replace(b"X", b"\xf4\x90\x80\x80"),
    "no UTF-8 after it": row().encode() + b"\xff",
    "half of UTF-16": row().encode("utf-16-le")[:-1],
    "a mark of UTF-16 before UTF-8": b"\xff\xfe{",
    "too deep": "[" * 5000 + "]" * 5000,
    "too deep and open": "[" * 100_000,
    "too deep in names": '{"a":' * 90_000,
    "too deep in a feature": row(SPEND="[" * 100_000 + "]" * 100_000),
    "too deep in what is unknown": row(AGE="[" * 100_000 + "]" * 100_000),
    "too many digits": row(SPEND="1" * (MOST_DIGITS + 1)),
    "compressed": b"\x1f\x8b\x08\x00",
}


def named(table: Mapping[str, str | bytes]) -> list[object]:
    return [pytest.param(body, id=name) for name, body in table.items()]


@pytest.mark.parametrize("body", named(TAKEN))
def test_takes(served: int, body: str | bytes) -> None:
    answer = ask(served, "POST /predict", body)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")


@pytest.mark.parametrize("body", named(NO_JSON))
def test_finds_no_json(served: int, body: str | bytes) -> None:
    answer = ask(served, "POST /predict", body)
    assert (answer.status, answer.kind, answer.fields) == (422, "invalid-request", ["body"])
    assert answer.document["problems"][0]["problem"] == "is not JSON"


@pytest.mark.parametrize("body", named(NO_TEXT))
def test_cannot_read(served: int, body: str | bytes) -> None:
    answer = ask(served, "POST /predict", body)
    assert (answer.status, answer.kind, answer.fields) == (400, "bad-request", [])


@pytest.mark.parametrize("path", ["/predict", "/predict/batch"])
def test_misses_a_body(served: int, path: str) -> None:
    answer = ask(served, f"POST {path}")
    assert (answer.status, answer.kind, answer.fields) == (422, "invalid-request", ["body"])
    assert answer.document["problems"][0]["problem"] == "is missing"
