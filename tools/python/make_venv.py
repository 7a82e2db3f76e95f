"""Makes `<folder>/.venv` from `<folder>/requirements-dev.txt`, hashes checked: `python3.11 make_venv.py server`.

Does nothing when it was made from the same requirements.
"""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Make it, alone: two at once would install into the same folder."""
    venv, requirements = folder / ".venv", folder / "requirements-dev.txt"
    made_from = venv / "made-from"
    with requirements.open("rb") as locked:
        # the kernel gives it back when this process is killed
        fcntl.flock(locked, fcntl.LOCK_EX)
        wanted = hashlib.sha256(locked.read()).hexdigest()
        if not made_from.is_file() or made_from.read_text() != wanted:
            install(venv, requirements)
            # last: what was interrupted is made again
            made_from.write_text(wanted)


def install(venv: Path, requirements: Path) -> None:
    """Replace whatever is there."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    pip = str(venv / "bin/pip")
    # pip 23 takes the newest release for `coverage[toml]`, whatever is pinned, and then misses its hash: so it resolves
    # nothing.
    # What is imported is compiled then: most of the packages never are.
    exactly = ["--require-hashes", "--no-deps", "--no-compile"]
    subprocess.run([pip, "install", "--quiet", *exactly, "--requirement", str(requirements)], check=True)
    subprocess.run([pip, "check"], check=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("name the folder: python3.11 tools/python/make_venv.py server")
    main(Path(sys.argv[1]))
