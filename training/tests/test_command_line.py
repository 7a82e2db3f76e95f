from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import BUCKET

from retail_training.command import COMMANDS
from retail_training.command_line import parse
from retail_training.evaluate import evaluate
from retail_training.export import export
from retail_training.settings import Settings
from retail_training.stage import run_to_exit
from retail_training.train import train
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

FOLDER = Path(__file__).parents[1]


def run(*words: str) -> None:
    parse(list(words))()


def exit_code(*words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        run_to_exit(parse(list(words)))
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_flags_reach_the_run(settings: Settings) -> None:
    run("train", "--data-dir", str(settings.data_dir), "--output-dir", str(settings.output_dir), "--seed", "8")
    record = json.loads((settings.output_dir / "trained.json").read_text())
    assert record["parameters"]["seed"] == 8


@pytest.mark.parametrize("as_job", [False, True])
def test_train_is_one_stage_and_for_sagemaker_the_whole_run(
    settings: Settings, s3: S3Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, as_job: bool
) -> None:
    base = tmp_path / "ml"
    (base / "input/config").mkdir(parents=True)
    (base / "output").mkdir()
    if as_job:
        given = {"data_dir": str(settings.data_dir), "output_dir": str(base / "model"), "model_bucket": BUCKET}
        (base / "input/config/hyperparameters.json").write_text(json.dumps(given))
    else:
        monkeypatch.setenv("DATA_DIR", str(settings.data_dir))
        monkeypatch.setenv("OUTPUT_DIR", str(base / "model"))
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(base))
    run("train")
    assert (base / "model/model.ubj").is_file()
    assert ("Contents" in s3.list_objects_v2(Bucket=BUCKET)) is as_job
    assert not (base / "output/failure").exists()


def test_a_failure_says_why_on_stderr_and_to_sagemaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "output").mkdir()
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))
    assert exit_code("train", "--data-dir", str(tmp_path)) == 1
    reason = (tmp_path / "output/failure").read_text()
    assert "fetch_data.py" in reason
    assert capsys.readouterr().err == f"training stopped: {reason}\n"


def test_a_reason_that_sagemaker_cannot_be_told_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # a folder where the file should be: even root, as tests may run, can't write it
    (tmp_path / "output/failure").mkdir(parents=True)
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))
    assert exit_code("train", "--data-dir", str(tmp_path)) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("training stopped: ")
    assert second.startswith(f'cannot write "{tmp_path}/output/failure"')


def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_learned(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    words = ("train", "--data-dir", str(settings.data_dir), "--output-dir", str(tmp_path / "file/model"))
    assert exit_code(*words) == 1
    out, err = capsys.readouterr()
    assert err.startswith(f'training stopped: cannot write to OUTPUT_DIR "{tmp_path}/file/model"')
    assert "round" not in out


def test_what_nobody_thought_of_is_told_to_sagemaker_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "output").mkdir()
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))

    def work() -> None:
        raise RuntimeError("surprise")

    with pytest.raises(RuntimeError):
        run_to_exit(work)
    assert (tmp_path / "output/failure").read_text() == "RuntimeError: surprise"


@pytest.mark.parametrize(
    ("flag", "value", "reason"),
    [
        ("--seed", "x", 'setting "seed" is "x": Input should be a valid integer'),
        ("--learning-rate", "2", 'setting "learning_rate" is "2": Input should be less than or equal to 1 (how much'),
        ("--optional-features", "INCOME", '"INCOME" is no optional feature: use DISCOUNT_SHARE, COUPON_SHARE'),
    ],
)
def test_a_wrong_setting_is_told_with_its_value_and_meaning(
    flag: str, value: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code("train", flag, value) == 1
    assert reason in capsys.readouterr().err


def test_an_unknown_hyperparameter_is_told_with_its_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "input/config").mkdir(parents=True)
    (tmp_path / "input/config/hyperparameters.json").write_text('{"sede": "7"}')
    monkeypatch.setenv("SAGEMAKER_BASE_DIR", str(tmp_path))
    assert exit_code("train") == 1
    assert 'there is no setting "sede" (its value is "7")' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["no-such-command"], 2),
        (["train", "--no-such-flag"], 2),
        (["train", "--seed", "x"], 1),
        (["train", "--optional-features", "INCOME"], 1),
        (["rollback"], 1),
        (["model-card"], 1),
    ],
)
def test_wrong_words_have_their_exit_codes(words: list[str], code: int) -> None:
    assert exit_code(*words) == code


def test_a_model_that_must_not_be_served_has_exit_code_3(trained: Settings) -> None:
    out = ["--data-dir", str(trained.data_dir), "--output-dir", str(trained.output_dir)]
    assert exit_code("evaluate", *out, "--minimum-auc", "1") == 3


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_explains_every_flag_and_its_examples_parse(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(command, "name", "")
    assert exit_code(name, "--help") == 0
    text = capsys.readouterr().out
    assert "None" not in text
    examples = re.findall(r"python -m retail_training (.+)", text.partition("examples:")[2])
    assert examples
    for example in examples:
        assert callable(parse([word.strip("'") for word in example.split()]))


@pytest.mark.parametrize("module", ["command_line", "stage", "versions", "rollback"])
def test_help_versions_and_rollback_wait_for_no_heavy_package(module: str) -> None:
    heavy = {"mlflow", "pyarrow", "sklearn", "scipy", "xgboost"}
    code = f"import sys, retail_training.{module}; print(*({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], cwd=FOLDER, capture_output=True, text=True, check=True)
    assert found.stdout == "\n"


def test_versions_and_rollback(
    evaluated: Settings, tmp_path: Path, s3: S3Client, capsys: pytest.CaptureFixture[str]
) -> None:
    def current() -> str:
        body = s3.get_object(Bucket=BUCKET, Key="models/retail-price-sensitivity/current.json")["Body"].read()
        version: str = json.loads(body)["version"]
        return version

    bucket = ("--model-bucket", BUCKET)
    run("versions", *bucket)
    assert capsys.readouterr().out == "no version yet: export a model first\n"
    with pytest.raises(TrainingError, match="no version is current yet"):
        run("rollback", *bucket)
    run("export", *bucket, "--output-dir", str(evaluated.output_dir), "--dry-run")
    assert "Contents" not in s3.list_objects_v2(Bucket=BUCKET)
    export(evaluated)
    first = current()
    assert f"would upload version {first} and make it current" in capsys.readouterr().out
    with pytest.raises(TrainingError, match="is the first version"):
        run("rollback", *bucket)
    another = evaluated.model_copy(update={"seed": 8, "output_dir": tmp_path / "second"})
    for stage in (train, evaluate, export):
        stage(another)
    second = current()
    capsys.readouterr()

    run("rollback", *bucket, "--dry-run")
    assert current() == second
    run("rollback", *bucket)
    assert current() == first
    run("rollback", *bucket, "--to", first)
    assert capsys.readouterr().out.splitlines() == [
        f"rollback: would make {first} current; it is whole",
        f"rollback: {first} is current now",
        f"rollback: {first} is current already",
    ]
    with pytest.raises(TrainingError, match='m-none" is not there as a whole: name another version'):
        run("rollback", *bucket, "--to", "m-none")

    run("versions", *bucket, "--json")
    document = json.loads(capsys.readouterr().out)
    assert document["schemaVersion"] == 1
    assert [(row["version"], row["current"]) for row in document["versions"]] == [(second, False), (first, True)]
    run("versions", *bucket)
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith(f"* {first}") for line in lines] == [False, True]


def test_a_process_is_told_to_stop_and_ends(settings: Settings) -> None:
    """It reads its transactions from a pipe that never ends, so it is surely at work when it is stopped."""
    settings.output_dir.mkdir()
    pipe = settings.output_dir / "transactions.csv"
    os.mkfifo(pipe)
    code = (
        "from pathlib import Path; from retail_training.stage import run_to_exit; "
        f"run_to_exit(lambda: Path({str(pipe)!r}).open().read())"
    )
    child = subprocess.Popen([sys.executable, "-c", code], cwd=FOLDER)
    try:
        with pipe.open("w"):
            child.send_signal(signal.SIGTERM)
            assert child.wait(timeout=60) == 143
    finally:
        child.kill()
