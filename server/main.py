"""Entry of the container: `python main.py`, or `uvicorn main:create --factory` (which does not drain)."""

import gc
from contextlib import suppress

if __name__ == "__main__":
    # what is imported stays: looking for garbage among it is a fifth of the time to start
    gc.disable()

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from retail_api.app import create_app
from retail_api.bounded_protocol import BoundedProtocol
from retail_api.drain import Drain
from retail_api.draining_server import DrainingServer
from retail_api.json_logging import set_up_json_logging
from retail_api.settings import Settings
from retail_api.wrong_settings import wrong_settings


def create(settings: Settings | None = None, drain: Drain | None = None) -> FastAPI:
    """Make the application from the given settings, or from the environment."""
    settings = settings or Settings()
    set_up_json_logging(settings.log_level)
    return create_app(settings, drain)


def main() -> None:
    """Serve until SIGTERM, go on for the time to drain, then finish open requests."""
    settings, drain = _settings(), Drain()
    application = create(settings, drain)
    gc.freeze()
    # a batch makes some thousand objects and keeps none: Python's 700 would have them looked through several times
    gc.set_threshold(20_000)
    gc.enable()
    config = uvicorn.Config(
        application,
        host=settings.host,
        port=settings.port,
        http=BoundedProtocol,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )
    # Ctrl-C of a developer: no trace
    with suppress(KeyboardInterrupt):
        DrainingServer(config, drain=drain, drain_seconds=settings.drain_seconds).run()


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        raise SystemExit(wrong_settings(error)) from None


if __name__ == "__main__":
    main()
