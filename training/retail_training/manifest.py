"""What an exported model says about itself. The server's model-manifest.schema.json describes the same document."""

import hashlib
import json
import math
import platform
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from typing import Any, Final

import numpy as np
import xgboost as xgb

from retail_training.boosting import PARAMETERS, ROUNDS
from retail_training.feature import FEATURES
from retail_training.households import TRANSACTIONS_FILE
from retail_training.run_record import MODEL_FILE, Evaluated
from retail_training.trained_model import TrainedModel

DECISION_THRESHOLD: Final = 0.5
LIBRARIES: Final = ("xgboost-cpu", "numpy", "duckdb", "scikit-learn")
# the first is the request of the documentation; all are asked again by the server before it serves the model
PROBE_ROWS: Final = (
    (100.0, 5.0, 2.0, math.nan),
    (100.0, 5.0, 2.0, 0.1),
    (2500.0, 900.0, 60.0, 0.7),
    (0.0, 0.0, 0.0, math.nan),
)


def build_manifest(model: TrainedModel, evaluated: Evaluated, *, created: datetime, git_commit: str) -> dict[str, Any]:
    """Describe the model. The version is derived from everything but the moment and the commit."""
    record = model.record
    content = {
        "model": {"file": MODEL_FILE, "sha256": record.model_sha256, "bytes": len(model.content)},
        "features": [{"name": feature.name, "required": feature.required} for feature in FEATURES],
        "decision_threshold": DECISION_THRESHOLD,
        "probes": [_probe(model.booster, row) for row in PROBE_ROWS],
        "metrics": evaluated.metrics,
        "data": {
            "file": TRANSACTIONS_FILE,
            "sha256": record.data_sha256,
            "training_households": record.training_households,
            "held_out_households": record.held_out_households,
            "median_discount_share": record.median_discount_share,
        },
        "parameters": PARAMETERS | {"rounds": ROUNDS, "seed": record.seed},
        "versions": _versions(),
    }
    described = {"format": 1, "version": _version(content), "created": created.isoformat(), "git_commit": git_commit}
    return described | content


def _probe(booster: xgb.Booster, row: tuple[float, ...]) -> dict[str, Any]:
    probability = booster.inplace_predict(np.array([row], dtype=np.float32))[0]
    return {"features": [None if math.isnan(value) else value for value in row], "probability": float(probability)}


def _versions() -> dict[str, str]:
    # under its import name, which is what the server knows it by
    names = {"xgboost-cpu": "xgboost"}
    return {names.get(name, name): version(name) for name in LIBRARIES} | {"python": platform.python_version()}


def _version(content: Mapping[str, Any]) -> str:
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"m-{hashlib.sha256(canonical.encode()).hexdigest()[:16]}"
