"""Entry of the container: `python main.py`, or `uvicorn main:create --factory`."""

import uvicorn
from fastapi import FastAPI

from retail_api.app import create_app
from retail_api.json_logging import set_up_json_logging
from retail_api.settings import Settings


def create(settings: Settings | None = None) -> FastAPI:
    """Make the application from the given settings, or from the environment."""
    settings = settings or Settings()
    set_up_json_logging(settings.log_level)
    return create_app(settings)


def main() -> None:
    """Serve until SIGTERM, then finish open requests."""
    settings = Settings()
    uvicorn.run(
        create(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=settings.shutdown_seconds,
    )


if __name__ == "__main__":
    main()
