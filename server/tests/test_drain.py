import asyncio
import signal

import uvicorn
from example_api import LITERAL, example_api, wait_until_ready

from retail_api.drain import Drain
from retail_api.draining_server import DrainingServer


def draining_server(drain: Drain, seconds: float) -> DrainingServer:
    return DrainingServer(uvicorn.Config("main:create", log_config=None), drain=drain, drain_seconds=seconds)


def test_goes_on_serving_while_it_drains() -> None:
    drain = Drain()
    server = draining_server(drain, 3600)
    server.handle_exit(signal.SIGTERM, None)
    assert drain.under_way
    assert not asyncio.run(server.on_tick(1))


def test_ends_when_the_time_is_over() -> None:
    server = draining_server(Drain(), 0)
    assert not asyncio.run(server.on_tick(1))
    server.handle_exit(signal.SIGTERM, None)
    assert asyncio.run(server.on_tick(1))


def test_ends_at_once_when_told_twice_or_by_hand() -> None:
    twice, by_hand = draining_server(Drain(), 3600), draining_server(Drain(), 3600)
    for _ in range(2):
        twice.handle_exit(signal.SIGTERM, None)
    by_hand.handle_exit(signal.SIGINT, None)
    assert asyncio.run(twice.on_tick(1))
    assert asyncio.run(by_hand.on_tick(1))


def test_is_not_ready_but_answers_and_closes_connections_while_it_drains() -> None:
    drain = Drain()
    with example_api(drain=drain) as client:
        wait_until_ready(client)
        assert "connection" not in client.post("/predict", json=LITERAL).headers
        drain.begin()
        answer = client.post("/predict", json=LITERAL)
        ready, health = client.get("/ready"), client.get("/health")
    assert (answer.status_code, answer.headers["connection"]) == (200, "close")
    assert (ready.status_code, ready.json()) == (503, {"ready": False, "reason": "the process is ending"})
    assert health.status_code == 200
