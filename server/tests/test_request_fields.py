"""Which fields POST /predict and /predict/batch name, and how they say what is wrong with each."""

import pytest
from example_bodies import of_customer, row, row_with
from raw_http import ask

SPEND, SHARE, CUSTOMER = "features.SPEND", "features.DISCOUNT_SHARE", "customer_id"
BELOW, ABOVE = "input should be greater than or equal to 0", "input should be less than or equal to 1000000000"
NO_NUMBER, NOT_FINITE = "input should be a valid number", "input should be a finite number"
NO_TEXT = "input should be a valid string"
DEEP = "[" * 100 + "]" * 100

# value in JSON, how it is quoted, fix
AMOUNTS = [
    ("true", "True", NO_NUMBER),
    ("false", "False", NO_NUMBER),
    ("null", "None", NO_NUMBER),
    ('"1"', "1", NO_NUMBER),
    ('""', "", NO_NUMBER),
    (r'"\ud800"', r"\ud800", NO_NUMBER),
    ("[]", "[]", NO_NUMBER),
    ("[1]", "[1]", NO_NUMBER),
    ("{}", "{}", NO_NUMBER),
    (DEEP, "[" * 40 + "...", NO_NUMBER),
    ("-1", "-1", BELOW),
    ("-0.5", "-0.5", BELOW),
    ("-4.9e-324", "-5e-324", BELOW),
    ("-9223372036854775809", "-9223372036854775809", BELOW),
    ("1000000001", "1000000001", ABOVE),
    ("1000000000.0000001", "1000000000.0000001", ABOVE),
    ("1e10", "10000000000.0", ABOVE),
    ("9223372036854775807", "9223372036854775807", ABOVE),
    ("9223372036854775808", "9223372036854775808", ABOVE),
    ("18446744073709551616", "18446744073709551616", ABOVE),
    # no float holds it
    ("1" + "0" * 400, "1" + "0" * 39 + "...", NO_NUMBER),
    ("1" * 4300, "1" * 40 + "...", NO_NUMBER),
    ("1e400", "inf", NOT_FINITE),
    ("-1e400", "-inf", NOT_FINITE),
    ("NaN", "nan", NOT_FINITE),
    ("Infinity", "inf", NOT_FINITE),
    ("-Infinity", "-inf", NOT_FINITE),
]

SHARES = [
    ("true", "True", NO_NUMBER),
    ('"0.5"', "0.5", NO_NUMBER),
    ("[]", "[]", NO_NUMBER),
    ("NaN", "nan", NOT_FINITE),
    ("-1e-9", "-1e-09", BELOW),
    ("1.0000001", "1.0000001", "input should be less than or equal to 1"),
]

CUSTOMERS = [
    ("1", "1", NO_TEXT),
    ("true", "True", NO_TEXT),
    ("[]", "[]", NO_TEXT),
    ("{}", "{}", NO_TEXT),
    ("NaN", "nan", NO_TEXT),
    ('""', "", "string should have at least 1 character"),
    (f'"{"x" * 129}"', "x" * 40 + "...", "string should have at most 128 characters"),
    (r'"\ud800"', r"\ud800", f"{NO_TEXT}, unable to parse raw data as a unicode string"),
]


def one_problem(port: int, body: str) -> tuple[str, str, str]:
    answer = ask(port, "POST /predict", body)
    assert (answer.status, answer.kind) == (422, "invalid-request")
    assert answer.document["detail"] == "one thing is wrong"
    (problem,) = answer.document["problems"]
    return problem["field"], problem["problem"], problem["fix"]


@pytest.mark.parametrize(("value", "quoted", "fix"), AMOUNTS)
def test_refuses_as_an_amount(served: int, *, value: str, quoted: str, fix: str) -> None:
    assert one_problem(served, row(SPEND=value)) == (SPEND, f'"{quoted}" is not accepted', fix)


@pytest.mark.parametrize(("value", "quoted", "fix"), SHARES)
def test_refuses_as_a_share(served: int, *, value: str, quoted: str, fix: str) -> None:
    assert one_problem(served, row(DISCOUNT_SHARE=value)) == (SHARE, f'"{quoted}" is not accepted', fix)


@pytest.mark.parametrize(("value", "quoted", "fix"), CUSTOMERS)
def test_refuses_as_a_customer(served: int, *, value: str, quoted: str, fix: str) -> None:
    assert one_problem(served, of_customer(value)) == (CUSTOMER, f'"{quoted}" is not accepted', fix)


@pytest.mark.parametrize(
    "body", ["null", "true", "0", "1.5", '""', '"x"', "[]", "NaN", "-Infinity", f"[{row()}]", DEEP]
)
def test_refuses_what_is_no_object(served: int, body: str) -> None:
    assert one_problem(served, body)[0] == "body"
    assert one_problem(served, f'{{"features": {body}}}')[0] == "features"


MANY = [f"A{number:02}" for number in range(25)]

# the fields in their order: first those of the schema, then what is not known
FIELDS = {
    "nothing": ("{}", ["features"]),
    "only a customer": ('{"customer_id": "c"}', ["features"]),
    "no feature": ('{"features": {}}', [SPEND, "features.UNITS", "features.VISITS"]),
    "names in lower case": (row(SPEND=None, spend="1"), [SPEND, "features.spend"]),
    "an unknown name": (row_with('"a": 1'), ["a"]),
    "an unknown name with a dot": (row_with('"a.b": 1'), ["a.b"]),
    "an unknown name without a letter": (row_with('"": 1'), ["body"]),
    "a long unknown name": (row_with(f'"{"n" * 100}": 1'), ["n" * 40 + "..."]),
    "half a character as a name": (row_with(r'"\ud800": 1'), ["body"]),
    "an unknown feature": (row(AGE="1"), ["features.AGE"]),
    "an unknown feature twice": (row(AGE='1, "AGE": 2'), ["features.AGE"]),
    "unknown names everywhere": (row(AGE="1")[:-1] + ', "b": 2}', ["features.AGE", "b"]),
    "deep values of unknown names": (row(AGE=DEEP)[:-1] + f', "b": {DEEP}}}', ["features.AGE", "b"]),
    "a wrong last feature of two": (row(SPEND='1, "SPEND": -1'), [SPEND]),
    "a wrong last row of two": (row_with('"features": null'), ["features"]),
    "a wrong last customer of two": (row_with('"customer_id": "c", "customer_id": 1'), [CUSTOMER]),
    "a batch": (f'{{"rows": [{row()}]}}', ["features", "rows"]),
    "everything": (
        '{"x": 1, "customer_id": "", "features": {"AGE": 1, "DISCOUNT_SHARE": 2, "SPEND": -1}}',
        [SPEND, "features.UNITS", "features.VISITS", SHARE, "features.AGE", CUSTOMER, "x"],
    ),
    "more than are told": (row(**dict.fromkeys(MANY, "1")), [f"features.{name}" for name in MANY[:20]]),
}


@pytest.mark.parametrize(("body", "expected"), FIELDS.values(), ids=FIELDS)
def test_names_the_fields(served: int, body: str, expected: list[str]) -> None:
    answer = ask(served, "POST /predict", body)
    assert (answer.status, answer.kind, answer.fields) == (422, "invalid-request", expected)


OF_BATCH = {
    "nothing": ("{}", ["rows"]),
    "one row of /predict": (row(), ["rows", "features"]),
    "null": ('{"rows": null}', ["rows"]),
    "an object": ('{"rows": {}}', ["rows"]),
    "no row": ('{"rows": []}', ["rows"]),
    "a row too many": (f'{{"rows": [{", ".join([row()] * 1001)}]}}', ["rows"]),
    "wrong rows, too many": (f'{{"rows": [{", ".join(["1"] * 1001)}]}}', ["rows"]),
    "an unknown name": (f'{{"rows": [{row()}], "a": 1}}', ["a"]),
    "a row that is null": (f'{{"rows": [{row()}, null]}}', ["rows.1"]),
    "a row that is a list": ('{"rows": [[]]}', ["rows.0"]),
    "wrong features": (
        f'{{"rows": [{row()}, {row(SPEND="-1", AGE="1")}]}}',
        ["rows.1.features.SPEND", "rows.1.features.AGE"],
    ),
    "an unknown name in a row": (f'{{"rows": [{row_with(chr(34) + "z" + chr(34) + ": 1")}]}}', ["rows.0.z"]),
    "a list of rows": (f"[{row()}]", ["body"]),
}


@pytest.mark.parametrize(("body", "expected"), OF_BATCH.values(), ids=OF_BATCH)
def test_names_the_fields_of_a_batch(served: int, body: str, expected: list[str]) -> None:
    answer = ask(served, "POST /predict/batch", body)
    assert (answer.status, answer.kind, answer.fields) == (422, "invalid-request", expected)


def test_takes_the_last_of_two_batches(served: int) -> None:
    answer = ask(served, "POST /predict/batch", f'{{"rows": 1, "rows": [{row()}]}}')
    assert len(answer.document["predictions"]) == 1
