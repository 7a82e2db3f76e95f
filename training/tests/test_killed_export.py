"""A real process, really killed. Deaths before and after every call are cheaper, in test_model_bucket.py."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import BUCKET
from killing_s3 import KillingS3
from serving import serving

from retail_training.export import export
from retail_training.model_bucket import open_model_bucket
from retail_training.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def s3() -> Iterator[KillingS3]:
    with serving(KillingS3()) as server:
        yield server


def killed_export(settings: Settings, server: KillingS3) -> int:
    command = [sys.executable, "-m", "retail_training", "export", "--output-dir", str(settings.output_dir)]
    environment = os.environ | {"MODEL_BUCKET": BUCKET, "AWS_ENDPOINT_URL": server.url}
    child = subprocess.Popen(command, cwd=Path(__file__).parents[1], env=environment, stdout=subprocess.PIPE)
    server.victim = child.pid
    child.communicate()
    return child.returncode


def test_killed_between_its_writes_the_bucket_stays_servable_and_the_next_run_completes(
    evaluated: Settings, s3: KillingS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3.url)
    bucket = open_model_bucket(Settings(model_bucket=BUCKET))
    s3.kill_at("manifest.json", after_writing=False)
    assert killed_export(evaluated, s3) == -signal.SIGKILL
    assert [name.rpartition("/")[2] for name in s3.objects] == ["model.ubj"]
    # no pointer yet, so a server goes on waiting; never a pointer to half a version
    assert bucket.in_service() is None
    s3.kill_at("", after_writing=False)
    export(evaluated)
    served = bucket.in_service()
    assert served
    assert served.content == (evaluated.output_dir / "model.ubj").read_bytes()
    assert len(s3.objects) == 3
