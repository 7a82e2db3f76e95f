"""What the Content-Type of a body may be: application/json or application/*+json, with any parameters."""

import pytest
from example_bodies import row
from raw_http import ask

JSON_TYPES = [
    "application/json",
    "Application/JSON",
    "application/json;",
    "application/json; charset=utf-8",
    # RFC 8259 defines no charset: "Adding one really has no effect on compliant recipients"
    "application/json; charset=utf-16",
    'application/json; profile="a;b"',
    "application/problem+json",
    "application/vnd.api+json",
    "application/ld+json; charset=utf-8",
]
OTHER_TYPES = [
    "",
    "json",
    "*/*",
    "application",
    "application/jsonx",
    "application/xjson",
    "application/json+x",
    "application/ json",
    "application/json charset=utf-8",
    "application/json, text/plain",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/json",
    "text/plain",
    "image/svg+json",
    "\xff/json",
]


@pytest.mark.parametrize("media_type", JSON_TYPES)
def test_takes_json(served: int, media_type: str) -> None:
    assert ask(served, "POST /predict", row(), {"content-type": media_type}).status == 200
    batch = f'{{"rows": [{row()}]}}'
    assert ask(served, "POST /predict/batch", batch, {"content-type": media_type}).status == 200


@pytest.mark.parametrize("headers", [{}, *({"content-type": media_type} for media_type in OTHER_TYPES)])
@pytest.mark.parametrize("body", [row().encode(), b"{}", b"x", b"\xff"])
def test_refuses_anything_else(served: int, headers: dict[str, str], body: bytes) -> None:
    answer = ask(served, "POST /predict", body, headers)
    assert (answer.status, answer.kind, answer.fields) == (422, "invalid-request", ["body"])
    assert answer.document["problems"][0]["fix"] == 'send it with the header "Content-Type: application/json"'


def test_misses_a_body_first(served: int) -> None:
    answer = ask(served, "POST /predict", b"", {"content-type": "text/plain"})
    assert answer.document["problems"][0]["problem"] == "is missing"


def test_takes_the_first_of_two(served: int) -> None:
    json, text = "application/json", "text/plain"
    assert ask(served, "POST /predict", row(), {"content-type": json, "Content-Type": text}).status == 200
    assert ask(served, "POST /predict", row(), {"content-type": text, "Content-Type": json}).status == 422
