"""Addresses whose traffic anybody on the way could read and change."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_plain_http(url: str) -> bool:
    """Whether it is http:// to anywhere else than this machine."""
    return url.strip().lower().startswith("http:") and not _is_loopback(url)


def _is_loopback(url: str) -> bool:
    try:
        host = urlsplit(url.strip()).hostname or ""
        # RFC 6761, 6.3: these names are always of this machine
        return host == "localhost" or host.endswith(".localhost") or ip_address(host).is_loopback
    except ValueError:
        return False
