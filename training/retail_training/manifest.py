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

from retail_training.evaluated import Evaluated
from retail_training.feature import Feature, features_named
from retail_training.run_record import MODEL_FILE
from retail_training.settings import Settings
from retail_training.trained_model import TrainedModel

DECISION_THRESHOLD: Final = 0.5
LIBRARIES: Final = ("xgboost-cpu", "numpy", "duckdb", "scikit-learn")


def build_manifest(
    model: TrainedModel, evaluated: Evaluated, *, settings: Settings, created: datetime
) -> dict[str, Any]:
    """Describe the model. The version is derived from everything but the moment, the commit and the image."""
    record, features = model.record, features_named(model.record.features)
    content = {
        "model": {"file": MODEL_FILE, "sha256": record.model_sha256, "bytes": len(model.content)},
        "features": [{"name": feature.name, "required": feature.required} for feature in features],
        "decision_threshold": DECISION_THRESHOLD,
        "probes": [_probe(model.booster, row) for row in _probe_rows(features)],
        "metrics": evaluated.metrics,
        "data": {
            "file": record.data_file,
            "sha256": record.data_sha256,
            "training_households": record.training_households,
            "held_out_households": record.held_out_households,
            "median_discount_share": record.median_discount_share,
        },
        "parameters": record.parameters,
        "versions": _versions(),
    }
    described = {
        "format": 1,
        "version": _version(content),
        "created": created.isoformat(),
        "git_commit": settings.git_commit,
        "training_image": settings.image_digest,
    }
    return described | content


def _probe_rows(features: tuple[Feature, ...]) -> list[tuple[float, ...]]:
    """Ask as a request without optional features does, an ordinary one, a frequent customer and an empty one."""
    ordinary, frequent = (tuple(feature.probes[kind] for feature in features) for kind in (0, 1))
    nothing = tuple(0.0 if feature.required else math.nan for feature in features)
    plain = tuple(feature.probes[0] if feature.required else math.nan for feature in features)
    return [plain, ordinary, frequent, nothing]


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
