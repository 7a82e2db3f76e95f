"""The HEALTHCHECK of the container image: exit 0 when /health answers, 1 with the reason when not."""

import os
import sys
import urllib.request

# an address to listen on everywhere is none to call
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104


def main() -> int:
    """Ask the server in this container."""
    host = os.environ.get("HOST", "127.0.0.1")
    url = f"http://{EVERYWHERE.get(host, host)}:{os.environ.get('PORT', '8000')}/health"
    try:
        # a proxy of the environment is not meant for this container's own server
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(url, timeout=3):
            return 0
    except OSError as error:
        print(f'"{url}" does not answer: {error}', file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
