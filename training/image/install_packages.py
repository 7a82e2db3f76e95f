"""Installs a lock into a virtual environment, behind a package mirror and an extra CA where there is one.

Runs in the build stage only. The secrets `pipconf` (a pip.conf) and `ca` (a CA bundle) are optional files under
/run/secrets. pip reads its own configuration; uv does not, so the settings that lead to packages are translated.
"""

import configparser
import os
import subprocess
import sys
from pathlib import Path

PIP_CONFIG = Path("/run/secrets/pipconf")
CA_BUNDLE = Path("/run/secrets/ca")
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "timeout": "UV_HTTP_TIMEOUT",
    "cert": "SSL_CERT_FILE",
}


def main(environment: str, lock: str) -> None:
    """Install exactly what the lock names, with its hashes, into the virtual environment."""
    tools = Path("/tools")
    pip = [str(tools / "bin/python"), "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps"]
    subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
    subprocess.run([*pip, "--requirement", "image/requirements.txt"], env=pip_environment(), check=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    uv = [str(tools / "bin/uv"), "pip", "install", "--quiet", "--python", f"{environment}/bin/python"]
    # hashes decide what may come in, so any index may bring it, as with pip
    exactly = ["--require-hashes", "--no-deps", "--index-strategy", "unsafe-best-match", "--link-mode", "copy"]
    subprocess.run([*uv, *exactly, "--requirement", lock], env=uv_environment(), check=True)
    # uv's own lock file, which everyone may write to
    Path(environment, ".lock").unlink(missing_ok=True)


def pip_environment() -> dict[str, str]:
    """Point pip at the secrets; a CA bundle beats the one that pip.conf names, which is the host's path."""
    chosen = {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if is_filled(PIP_CONFIG):
        chosen["PIP_CONFIG_FILE"] = str(PIP_CONFIG)
    if is_filled(CA_BUNDLE):
        chosen["PIP_CERT"] = str(CA_BUNDLE)
    return os.environ | chosen


def uv_environment() -> dict[str, str]:
    """Say the same to uv."""
    chosen = uv_settings(PIP_CONFIG.read_text()) if is_filled(PIP_CONFIG) else {}
    if is_filled(CA_BUNDLE):
        chosen["SSL_CERT_FILE"] = str(CA_BUNDLE)
    return os.environ | chosen


def uv_settings(pip_config: str) -> dict[str, str]:
    """Translate the text of a pip.conf: [install] beats [global], a list of lines becomes a list of words."""
    parser = configparser.RawConfigParser()
    parser.read_string(pip_config)
    merged: dict[str, str] = {}
    for section in ("global", "install"):
        if parser.has_section(section):
            merged |= {name.replace("_", "-"): value for name, value in parser.items(section)}
    return {UV_NAMES[name]: " ".join(value.split()) for name, value in merged.items() if name in UV_NAMES}


def is_filled(path: Path) -> bool:
    """Whether a secret was given; an engine may mount an empty file for one that was not."""
    return path.is_file() and path.stat().st_size > 0


if __name__ == "__main__":
    main(*sys.argv[1:])
