"""Removes from a virtual environment what its program never opens, then compiles the rest.

Runs in the build stage only. Whatever is listed here too many fails the build: check_packages.py uses the result.
"""

import compileall
import py_compile
import shutil
import sys
from pathlib import Path

# the only AWS services that are called, and the tables that every client reads
KEPT_AWS_DATA = {
    "s3",
    "sts",
    "_retry.json",
    "endpoints.json",
    "partitions.json",
    "sdk-default-configuration.json",
}
NEVER_IMPORTED_FOLDERS = {"tests", "__pycache__"}
NEVER_READ_SUFFIXES = {".a", ".c", ".cpp", ".h", ".hpp", ".pxd", ".pxi", ".pyc", ".pyi", ".pyx"}


def main(site_packages: str, unused: str) -> None:
    """Prune one site-packages folder; the file `unused` lists paths inside it that this program has no use for."""
    site = Path(site_packages)
    prune_aws_data(site / "botocore/data")
    for name in Path(unused).read_text().split():
        remove(site / name)
    for path in sorted(site.rglob("*"), reverse=True):
        if (path.is_dir() and path.name in NEVER_IMPORTED_FOLDERS) or path.suffix in NEVER_READ_SUFFIXES:
            remove(path)
    # unchecked: the same sources give the same bytes, whatever the time of the build
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(site, quiet=1, invalidation_mode=unchecked):
        raise SystemExit(f'"{site}" holds a module that does not compile')


def prune_aws_data(data: Path) -> None:
    """Keep the services in KEPT_AWS_DATA only."""
    for path in data.iterdir():
        if path.name not in KEPT_AWS_DATA:
            remove(path)


def remove(path: Path) -> None:
    """Remove a file or a folder; one that is not there fails, because the list is out of date then."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
