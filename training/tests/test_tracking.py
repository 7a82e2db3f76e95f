from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from serving import serving
from tracking_server import TrackingServer

from retail_training.evaluate import evaluate
from retail_training.run_record import Trained
from retail_training.train import train
from retail_training.training_error import ModelRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from retail_training.settings import Settings


def test_a_tracking_server_is_told_everything_in_few_calls(settings: Settings, tmp_path: Path) -> None:
    with serving(TrackingServer(tmp_path / "artifacts")) as server:
        chosen = {"mlflow_tracking_uri": server.url, "model_bucket": None, "minimum_auc": 1.0}
        there = settings.model_copy(update=chosen)
        train(there)
        with pytest.raises(ModelRefusedError):
            evaluate(there)
    assert Trained.read(there.output_dir).tracking_run == server.run
    batches = server.told("runs/log-batch")
    logged = {metric["key"]: metric["value"] for batch in batches for metric in batch.get("metrics", [])}
    assert {"validation_log_loss", "auc_all_features", "calibration_error"} <= logged.keys()
    assert {param["key"] for batch in batches for param in batch.get("params", [])} >= {"seed", "rounds", "features"}
    tags = {tag["key"]: tag["value"] for batch in batches for tag in batch.get("tags", [])}
    tags |= {tag["key"]: tag["value"] for tag in server.told("runs/set-tag")}
    assert tags["git_commit"] == "0123456"
    assert tags["verdict"].startswith("refused: auc_all_features")
    assert {path.name for path in (tmp_path / "artifacts").iterdir()} >= {"model.ubj", "model-card.html", "roc.svg"}
    assert [update["status"] for update in server.told("runs/update") if "end_time" in update] == ["FINISHED"] * 2
    # a run of hundreds of rounds must not be hundreds of calls
    assert len(server.calls) < 40
