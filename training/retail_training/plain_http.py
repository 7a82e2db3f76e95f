"""Addresses whose traffic anybody on the way could read and change."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from retail_training.quoted import quoted


def is_plain_http(url: str) -> bool:
    """Whether it is http:// to anywhere else than this machine."""
    return url.strip().lower().startswith("http:") and not _is_loopback(url)


def plain_http_problem(url: str) -> str:
    """Say the value, what is wrong with it, and the fix."""
    return (
        f"{quoted(without_credentials(url))}, which is neither encrypted nor on this machine: "
        f"use https://, or set ALLOW_PLAIN_HTTP=true for a network that you trust"
    )


def without_credentials(text: str) -> str:
    """Leave out the user and password of each address in it."""
    return re.sub(r"(?<=//)[^/?#\s]*@", "…@", text)


def _is_loopback(url: str) -> bool:
    try:
        host = urlsplit(url.strip()).hostname or ""
        # RFC 6761, 6.3: these names are always of this machine
        return host == "localhost" or host.endswith(".localhost") or ip_address(host).is_loopback
    except ValueError:
        return False
