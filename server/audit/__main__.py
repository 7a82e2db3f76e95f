"""`python -m audit FOLDER`: checks the locks that the image of this container is built from.

Exit code 0: it may be used as it is. 1: something has to be done. 2: nobody could be asked, or not about this folder.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from audit.audit_exception import read_exceptions
from audit.judge import judge
from audit.vulnerability import read_report

# pip-audit ends with 1 when it found something, and also when it failed; only the first prints a report
SETTLED: Final = {0, 1}
# what images are built from; not every container has the second
LOCK: Final = "requirements.txt"
OTHER_LOCKS: Final = ("requirements-telemetry.txt",)


def main(folder: Path) -> int:
    """Audit the locks in this folder, and print what has to be done."""
    if not (folder / LOCK).is_file():
        print(f'no "{folder / LOCK}": name the folder of a container')
        return 2
    others = (folder / name for name in OTHER_LOCKS)
    report = ask([folder / LOCK, *(lock for lock in others if lock.is_file())])
    if report is None:
        return 2
    found = read_report(report)
    to_do = judge(found, read_exceptions(folder / "audit-exceptions.json"), datetime.now(UTC).date())
    clean = f"{len(report['dependencies'])} packages, {len(found)} known vulnerabilities, all accepted"
    print("\n".join(to_do) or clean)
    return 1 if to_do else 0


def ask(locks: Sequence[Path]) -> dict[str, Any] | None:
    """Run pip-audit. AUDIT_OSV_URL leads it to another service that answers as OSV's `/v1/query` does."""
    service = ["--vulnerability-service", "osv"]
    if url := os.environ.get("AUDIT_OSV_URL"):
        service += ["--osv-url", url]
    # hashes: what is asked about is exactly what is locked, and nothing is resolved or downloaded
    exactly = [*(f"--requirement={lock}" for lock in locks), "--require-hashes", "--disable-pip"]
    options = ["--format", "json", "--progress-spinner", "off", *service, *exactly]
    asked = subprocess.run([sys.executable, "-m", "pip_audit", *options], capture_output=True, text=True, check=False)
    if asked.returncode in SETTLED and asked.stdout.startswith("{"):
        report: dict[str, Any] = json.loads(asked.stdout)
        return report
    reason = (asked.stderr.strip().splitlines() or ["no reason given"])[-1]
    print(f"the vulnerability service could not be asked ({reason}): check the network, or set AUDIT_OSV_URL")
    return None


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m audit", description="check the locks of a container")
    parser.add_argument("folder", type=Path, help="where its requirements.txt and audit-exceptions.json are")
    sys.exit(main(parser.parse_args().folder))
