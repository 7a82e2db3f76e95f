"""A value means the same however it is written, and comes back as it was sent."""

import pytest
from example_bodies import of_customer, row
from raw_http import Answer, ask

# of example_booster: on which side of a split of its trees an amount is
FEW, MANY = row(SPEND="10"), row(SPEND="100")


def probability(answer: Answer) -> float:
    assert answer.status == 200, answer.body
    found: float = answer.document["probability"]
    return found


@pytest.mark.parametrize("written", ["100.0", "1e2", "1E+2", "0.1e3", "1000e-1", "100.00000000000000000000000001"])
def test_reads_a_number_however_it_is_written(served: int, written: str) -> None:
    expected = probability(ask(served, "POST /predict", MANY))
    assert expected != probability(ask(served, "POST /predict", FEW))
    assert probability(ask(served, "POST /predict", row(SPEND=written))) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_reads_text_in_each_encoding(served: int, encoding: str) -> None:
    answer = ask(served, "POST /predict", of_customer('"é€😀"').encode(encoding))
    assert answer.document["customer_id"] == "é€😀"


@pytest.mark.parametrize("first", ["1", "1e9", "null", '"x"', "[]"])
def test_reads_the_last_of_two(served: int, first: str) -> None:
    expected = probability(ask(served, "POST /predict", MANY))
    assert probability(ask(served, "POST /predict", row(SPEND=f'{first}, "SPEND": 100'))) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"\u00e9"', "é"),
        (r'"\ud83d\ude00"', "😀"),
        (r'"\u0000"', "\0"),
        (r'"\"\\\/\b\f\n\r\t"', '"\\/\b\f\n\r\t'),
        ('" a "', " a "),
        ('"\u2028\ufeff"', "\u2028\ufeff"),
        ('"1e400"', "1e400"),
    ],
)
def test_gives_the_customer_back(served: int, written: str, meant: str) -> None:
    assert ask(served, "POST /predict", of_customer(written)).document["customer_id"] == meant


def test_answers_in_one_order_of_names(served: int) -> None:
    one = ask(served, "POST /predict", of_customer('"é"'))
    assert list(one.document) == ["customer_id", "prediction", "label", "probability", "model_version"]
    assert one.body.startswith('{"customer_id":"é","prediction":'.encode())
    many = ask(served, "POST /predict/batch", f'{{"rows": [{of_customer("null")}]}}').document
    assert list(many) == ["model_version", "predictions"]
    assert list(many["predictions"][0]) == ["customer_id", "prediction", "label", "probability"]


def test_names_problems_in_one_order(served: int) -> None:
    document = ask(served, "POST /predict", "{}").document
    assert list(document) == ["type", "title", "status", "detail", "fix", "request_id", "problems"]
    assert list(document["problems"][0]) == ["field", "problem", "fix"]
