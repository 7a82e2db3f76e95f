"""What HTTP/1.1 (RFC 9112) lets a caller send around a request, and what it does not."""

import socket
import time
from contextlib import closing

import pytest
from example_bodies import row
from raw_http import JSON, Answer, ask, exchange, request_bytes

BODY = row().encode()
CHUNKED = {**JSON, "connection": "close", "transfer-encoding": "chunked"}
# what Java's HttpClient sends with each request by default
OFFER = JSON | {"connection": "Upgrade, HTTP2-Settings", "upgrade": "h2c", "http2-settings": "AAEAAEAAAAIAAAABAAMAAABk"}


def in_chunks(port: int, *chunks: bytes) -> Answer:
    lines = "\r\n".join(f"{name}: {value}" for name, value in CHUNKED.items())
    (answer,) = exchange(port, f"POST /predict HTTP/1.1\r\nhost: test\r\n{lines}\r\n\r\n".encode() + b"".join(chunks))
    return answer


def test_reads_chunks(served: int) -> None:
    whole = b"%x\r\n%b\r\n" % (len(BODY), BODY)
    assert in_chunks(served, whole, b"0\r\n\r\n").status == 200
    assert in_chunks(served, *(b"1\r\n%c\r\n" % byte for byte in BODY), b"0\r\n\r\n").status == 200


def test_reads_chunks_with_an_extension_and_a_trailer(served: int) -> None:
    assert in_chunks(served, b"%x;name=value\r\n%b\r\n" % (len(BODY), BODY), b"0\r\nx-sum: 1\r\n\r\n").status == 200


def test_misses_a_body_without_a_chunk(served: int) -> None:
    answer = in_chunks(served, b"0\r\n\r\n")
    assert (answer.status, answer.fields) == (422, ["body"])


def test_goes_on_for_a_caller_that_waits(served: int) -> None:
    first, answer = exchange(
        served, request_bytes("POST /predict", BODY, JSON | {"connection": "close", "expect": "100-continue"})
    )
    assert (first.status, answer.status) == (100, 200)


def test_answers_pipelined_requests_in_their_order(served: int) -> None:
    sent = [("POST /predict", BODY), ("GET /health", b""), ("POST /predict", b"{}"), ("POST /predict", BODY)]
    names = [f"r-{number}" for number in range(5)]
    requests = [
        request_bytes(target, body, JSON | {"x-request-id": name})
        for (target, body), name in zip(sent, names, strict=False)
    ]
    last = request_bytes("GET /predict", b"", {"connection": "close", "x-request-id": names[-1]})
    answers = exchange(served, b"".join(requests) + last)
    assert [answer.status for answer in answers] == [200, 200, 422, 200, 405]
    assert [answer.headers["x-request-id"] for answer in answers] == names


def test_answers_after_a_problem_on_the_same_connection(served: int) -> None:
    wrong = [b"x", b"\xff", b"[" * 100_000, b"", b" " * (512 * 1024)]
    requests = b"".join(request_bytes("POST /predict", body) for body in wrong)
    answers = exchange(served, requests + request_bytes("POST /predict", BODY, JSON | {"connection": "close"}))
    assert [answer.status for answer in answers] == [422, 400, 400, 422, 422, 200]


@pytest.mark.parametrize("length", [1000, 16_000, 60_000])
def test_takes_a_long_header(served: int, length: int) -> None:
    assert ask(served, "POST /predict", BODY, JSON | {"x-long": "a" * length}).status == 200


def test_takes_many_headers(served: int) -> None:
    assert ask(served, "POST /predict", BODY, JSON | {f"x-{number}": "a" for number in range(500)}).status == 200


def test_answers_http_1_0_and_closes(served: int) -> None:
    request = request_bytes("POST /predict", BODY).replace(b"HTTP/1.1", b"HTTP/1.0", 1)
    # HTTP/1.0 knows no host
    for asked in (request, request.replace(b"host: test\r\n", b"", 1)):
        (answer,) = exchange(served, asked)
        assert (answer.status, answer.headers["connection"]) == (200, "close")


@pytest.mark.parametrize(
    "wrong",
    [
        b"garbage\r\n\r\n",
        request_bytes("POST /predict", BODY, JSON | {"content-length": "x"}),
        request_bytes("POST /predict", BODY, JSON | {"content-length": "-1"}),
        request_bytes("POST /predict", BODY, JSON | {"Content-Length": "3"}),
        request_bytes("POST /predict", BODY, JSON | {"x y": "1"}),
        # RFC 9112, section 3.2
        request_bytes("POST /predict", BODY).replace(b"host: ", b"x-host: ", 1),
        request_bytes("POST /predict", BODY, JSON | {"Host": "other"}),
        request_bytes("POST /predict", BODY, OFFER).replace(b"host: ", b"x-host: ", 1),
    ],
    ids=[
        "no request",
        "a length in letters",
        "a negative length",
        "two lengths",
        "a header with a space",
        "no host",
        "two hosts",
        "no host and an offer",
    ],
)
def test_closes_on_what_is_no_http(served: int, wrong: bytes) -> None:
    (answer,) = exchange(served, wrong)
    assert answer.status == 400
    assert answer.headers["connection"].lower() == "close"


def test_closes_on_a_chunk_without_a_size(served: int) -> None:
    assert in_chunks(served, b"zz\r\n", BODY, b"\r\n0\r\n\r\n").status == 400


def test_closes_on_headers_without_an_end(served: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", served), timeout=20)) as connection:
        connection.sendall(b"POST /predict HTTP/1.1\r\nhost: test\r\nx-long: ")
        with pytest.raises(ConnectionError):
            send_without_end(connection)


def send_without_end(connection: socket.socket, part: bytes = b"a" * 10_000) -> None:
    for _ in range(1000):
        connection.sendall(part)
        # for the server's turn
        time.sleep(0.001)


@pytest.mark.parametrize("requests", [1, 200])
def test_counts_the_headers_of_each_request_alone(served: int, requests: int) -> None:
    asked = request_bytes("GET /health", b"", {"x-long": "a" * 1000})
    last = request_bytes("GET /health", b"", {"connection": "close"})
    answers = exchange(served, asked * requests + last)
    assert [answer.status for answer in answers] == [200] * (requests + 1)


def trailers(*lines: bytes) -> tuple[bytes, bytes]:
    return b"%x\r\n%b\r\n" % (len(BODY), BODY), b"\r\n".join([b"0", *lines, b"", b""])


def test_takes_a_trailer_for_no_header(served: int) -> None:
    assert in_chunks(served, *trailers(b"content-type: text/plain")).status == 200
    chunks = b"".join(trailers(b"content-type: application/json"))
    request = b"POST /predict HTTP/1.1\r\nhost: test\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n"
    (answer,) = exchange(served, request + chunks)
    assert (answer.status, answer.fields) == (422, ["body"])


@pytest.mark.parametrize("beginning", [b"0\r\nx-long: ", b"5;name="], ids=["trailer", "extension of a chunk"])
def test_closes_on_what_is_no_body_and_has_no_end(served: int, beginning: bytes) -> None:
    with closing(socket.create_connection(("127.0.0.1", served), timeout=20)) as connection:
        head = b"POST /predict HTTP/1.1\r\nhost: test\r\ntransfer-encoding: chunked\r\n\r\n"
        connection.sendall(head + beginning)
        with pytest.raises(ConnectionError):
            send_without_end(connection)


def test_closes_on_trailers_without_an_end(served: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", served), timeout=20)) as connection:
        connection.sendall(b"POST /predict HTTP/1.1\r\nhost: test\r\ntransfer-encoding: chunked\r\n\r\n0\r\n")
        with pytest.raises(ConnectionError):
            send_without_end(connection, b"x-short: a\r\n" * 1000)


def test_reads_on_in_http_1_1_whatever_else_is_offered(served: int) -> None:
    last = request_bytes("GET /health", b"", {"connection": "close"})
    answers = exchange(served, request_bytes("POST /predict", BODY, OFFER) * 3 + last)
    assert [answer.status for answer in answers] == [200] * 4


def test_reads_the_body_of_an_offer_that_comes_later(served: int) -> None:
    sent = request_bytes("POST /predict", BODY, OFFER)
    with closing(socket.create_connection(("127.0.0.1", served), timeout=20)) as connection:
        for part in (sent[:20], sent[20 : -len(BODY)], BODY[:10], BODY[10:]):
            connection.sendall(part)
            # so that each part comes alone
            time.sleep(0.02)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")


def test_is_no_proxy(served: int) -> None:
    assert ask(served, "CONNECT /predict", b"", {}).status == 405
    (answer,) = exchange(served, b"CONNECT test:80 HTTP/1.1\r\nhost: test:80\r\nconnection: close\r\n\r\n")
    assert answer.status in {400, 404}
