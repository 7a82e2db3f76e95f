"""pip-audit asks a service on 127.0.0.1 that answers as OSV does (https://google.github.io/osv.dev/post-v1-query)."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pydantic import ValidationError

from audit.__main__ import main
from audit.audit_exception import AuditException, read_exceptions
from audit.judge import judge
from audit.vulnerability import Vulnerability

SERVER = Path(__file__).parents[1]
Audit = Callable[[str], tuple[int, str]]
TODAY = date(2026, 1, 2)
FOUND = Vulnerability(package="urllib3", version="1.0", ids=frozenset({"PYSEC-1", "CVE-2026-1"}), fixed_in=("1.1",))
LOCK = f"urllib3==1.0 --hash=sha256:{'0' * 64}\nnumpy==2.0 --hash=sha256:{'1' * 64}\n"


def accepted(**changes: Any) -> AuditException:
    entry = {"id": "CVE-2026-1", "package": "urllib3", "owner": "mlops", "reason": "not reachable from outside"}
    return AuditException.model_validate({"expires": "2026-01-02"} | entry | changes)


def test_names_what_is_open_with_its_fix() -> None:
    assert judge([FOUND], [], TODAY) == ['urllib3 1.0: CVE-2026-1, PYSEC-1: update to "1.1"']
    (line,) = judge([FOUND.model_copy(update={"fixed_in": ()})], [], TODAY)
    assert "no version is fixed yet" in line


@pytest.mark.parametrize("name", ["CVE-2026-1", "PYSEC-1"])
def test_accepts_an_exception_until_its_last_day(name: str) -> None:
    assert judge([FOUND], [accepted(id=name)], TODAY) == []


def test_wants_a_new_decision_after_that() -> None:
    (line,) = judge([FOUND], [accepted(expires="2026-01-01")], TODAY)
    assert line.startswith('the exception for "CVE-2026-1" expired on 2026-01-01')


def test_wants_an_unused_exception_removed() -> None:
    (line,) = judge([], [accepted()], TODAY)
    assert line.endswith("matches nothing: remove it")


def test_takes_no_exception_for_another_package() -> None:
    assert len(judge([FOUND], [accepted(package="numpy")], TODAY)) == 2


@pytest.mark.parametrize("field", ["id", "package", "owner", "reason", "expires"])
def test_refuses_an_exception_without_all_of_it(tmp_path: Path, field: str) -> None:
    entry = accepted().model_dump(mode="json")
    del entry[field]
    (tmp_path / "exceptions.json").write_text(json.dumps([entry]))
    with pytest.raises(ValidationError, match=field):
        read_exceptions(tmp_path / "exceptions.json")


@contextmanager
def osv(vulnerable: str, status: int = 200) -> Iterator[str]:
    """A service that knows one vulnerability of one package."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = json.loads(self.rfile.read(int(self.headers["content-length"])))
            name = query["package"]["name"]
            ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.1"}]}]
            affected = [{"package": {"name": name, "ecosystem": "PyPI"}, "ranges": ranges}]
            one = {"id": "PYSEC-1", "aliases": ["CVE-2026-1"], "summary": "bad", "affected": affected}
            body = json.dumps({"vulns": [one]} if name == vulnerable else {}).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("requirements.txt", "requirements-telemetry.txt"):
        (tmp_path / name).write_text(LOCK)
    (tmp_path / "audit-exceptions.json").write_text("[]")
    return tmp_path


@pytest.fixture
def audit(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Audit:
    def run(url: str) -> tuple[int, str]:
        monkeypatch.setenv("AUDIT_OSV_URL", url)
        # pip-audit keeps a cache
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        return main(folder), capsys.readouterr().out

    return run


def test_finds_what_is_vulnerable(audit: Audit) -> None:
    with osv("urllib3") as url:
        code, said = audit(url)
    assert (code, said.count('urllib3 1.0: CVE-2026-1, PYSEC-1: update to "1.1"')) == (1, 1)


def test_audits_a_container_that_has_one_lock(folder: Path, audit: Audit) -> None:
    (folder / "requirements-telemetry.txt").unlink()
    with osv("other") as url:
        assert audit(url) == (0, "2 packages, 0 known vulnerabilities, all accepted\n")


def test_says_so_when_the_service_fails(audit: Audit) -> None:
    with osv("other", status=500) as url:
        code, said = audit(url)
    assert (code, said.count("the vulnerability service could not be asked")) == (2, 1)


def test_says_so_when_nobody_can_be_asked(audit: Audit) -> None:
    # port 1 of this machine: refused at once
    code, said = audit("http://127.0.0.1:1/v1/query")
    assert code == 2
    assert "set AUDIT_OSV_URL" in said


def test_says_so_when_the_folder_has_no_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "audit", str(tmp_path)]
    result = subprocess.run(command, cwd=SERVER, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stdout == f'no "{tmp_path}/requirements.txt": name the folder of a container\n'
