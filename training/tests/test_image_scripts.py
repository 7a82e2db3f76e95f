import runpy
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1]


COPIES = ["install_packages.py", "prune_packages.py", "requirements.txt", "with_fixed_times.py"]


@pytest.mark.parametrize("name", COPIES)
def test_the_image_is_made_as_the_servers_is(name: str) -> None:
    """The two build contexts can't share a file, so the copies are compared; the server's tests cover them."""
    assert (FOLDER / "image" / name).read_text() == (FOLDER.parent / "server/image" / name).read_text()


def test_training_and_serving_use_the_same_xgboost() -> None:
    def pinned(folder: Path) -> list[str]:
        return [line for line in (folder / "requirements.txt").read_text().splitlines() if line.startswith("xgboost")]

    assert pinned(FOLDER) == pinned(FOLDER.parent / "server")
    assert len(pinned(FOLDER)) == 1


def test_the_packages_are_all_there_before_pruning(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(FOLDER / "image/check_packages.py"))
    assert capsys.readouterr().out.endswith("one model measured, one run tracked, s3 and sts signed\n")
