"""A small model that really was trained, and the manifest that training would write for it."""

import hashlib
from functools import cache
from typing import Any

import numpy as np
import xgboost as xgb

NAMES = ["SPEND", "UNITS", "VISITS", "DISCOUNT_SHARE"]
PROBE = (100.0, 5.0, 2.0, None)


@cache
def example_booster(*, seed: int = 1, columns: int = 4) -> xgb.Booster:
    random = np.random.default_rng(seed)
    rows = random.random((200, columns)) * 100
    rows[::2, -1] = np.nan
    labels = (rows[:, 0] + random.normal(0, 10, 200) > 50).astype(int)
    names = NAMES[:columns]
    return xgb.train(
        {"objective": "binary:logistic", "max_depth": 2, "nthread": 1},
        xgb.DMatrix(rows, labels, feature_names=names),
        5,
    )


@cache
def example_bytes(booster: xgb.Booster) -> bytes:
    return bytes(booster.save_raw("ubj"))


def example_manifest(version: str, model: bytes, /, **changes: Any) -> dict[str, Any]:
    manifest: dict[str, Any] = {
        "format": 1,
        "version": version,
        "created": "2026-01-02T03:04:05Z",
        "git_commit": "0123456",
        "model": {"file": "model.ubj", "sha256": hashlib.sha256(model).hexdigest(), "bytes": len(model)},
        "features": [{"name": name, "required": name != "DISCOUNT_SHARE"} for name in NAMES],
        "decision_threshold": 0.5,
        "probes": [{"features": PROBE, "probability": _probe(model)}],
        "metrics": {"auc_with_discount_share": 0.8},
        "data": {"sha256": "0" * 64, "households": 200},
        "parameters": {"max_depth": 2},
        "versions": {"xgboost": xgb.__version__},
    }
    return manifest | changes


@cache
def _probe(model: bytes) -> float:
    booster = xgb.Booster(model_file=bytearray(model))
    return float(booster.inplace_predict(np.array([PROBE], dtype=np.float32))[0])
