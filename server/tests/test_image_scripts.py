import subprocess
import sys
from pathlib import Path

import pytest

from image.install_packages import is_filled, uv_settings
from image.prune_packages import main as prune_packages
from image.with_fixed_times import FIXED_TIME
from image.with_fixed_times import main as with_fixed_times


def test_tells_uv_what_pip_was_told() -> None:
    config = """
[global]
index-url = https://mirror.example/simple
extra_index_url =
    https://one.example/simple
    https://two.example/100%
trusted-host = mirror.example
no-cache-dir = true
[install]
timeout = 90
[list]
format = columns
"""
    assert uv_settings(config) == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INDEX": "https://one.example/simple https://two.example/100%",
        "UV_INSECURE_HOST": "mirror.example",
        "UV_HTTP_TIMEOUT": "90",
    }


def test_lets_the_install_section_win() -> None:
    assert uv_settings("[install]\ntimeout = 2\n[global]\ntimeout = 1\n") == {"UV_HTTP_TIMEOUT": "2"}


def test_takes_an_empty_secret_for_none(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "full").write_text("x")
    assert [is_filled(tmp_path / name) for name in ("absent", "empty", "full")] == [False, False, True]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in (
        "botocore/data/s3/service-2.json",
        "botocore/data/ec2/service-2.json",
        "botocore/data/endpoints.json",
        "package/module.py",
        "package/module.pyi",
        "package/tests/test_module.py",
        "package/testing.py",
        "package/include/header.h",
        "unused/module.py",
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    return site


def prune(site: Path, *unused: str) -> None:
    names = site.parent / "unused.txt"
    names.write_text("\n".join(unused))
    prune_packages(str(site), str(names))


def files(site: Path) -> set[str]:
    return {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def test_prunes_what_is_never_opened(site: Path) -> None:
    prune(site, "unused")
    assert files(site) == {
        "botocore/data/s3/service-2.json",
        "botocore/data/endpoints.json",
        "package/module.py",
        "package/testing.py",
    }


def test_compiles_to_the_same_bytes_whenever_it_runs(site: Path) -> None:
    compiled = site / f"package/__pycache__/module.{sys.implementation.cache_tag}.pyc"
    prune(site)
    before = compiled.read_bytes()
    (site / "package/module.py").touch()
    prune(site)
    assert compiled.read_bytes() == before


def test_fails_on_a_path_that_is_not_there(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        prune(site, "renamed")


def test_fails_on_a_module_that_does_not_compile(site: Path) -> None:
    (site / "package/broken.py").write_text("def")
    with pytest.raises(SystemExit, match="does not compile"):
        prune(site)


def test_the_packages_are_all_there_before_pruning() -> None:
    result = subprocess.run([sys.executable, "image/check_packages.py"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_gives_all_that_a_command_made_one_time(tmp_path: Path) -> None:
    made = tmp_path / "made"
    program = "import os, sys; os.makedirs(sys.argv[1] + '/a/b'); os.symlink('/nowhere', sys.argv[1] + '/a/link')"
    with_fixed_times(str(made), sys.executable, "-c", program, str(made))
    paths = [made, *made.rglob("*")]
    assert [path.lstat().st_mtime for path in paths] == [FIXED_TIME] * 4


def test_fails_as_its_command_does(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        with_fixed_times(str(tmp_path), sys.executable, "-c", "raise SystemExit(7)")
    assert ended.value.code == 7
    assert tmp_path.stat().st_mtime != FIXED_TIME
