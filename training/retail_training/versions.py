"""`python -m retail_training versions` lists what is in the bucket."""

import json
from typing import Any

from retail_training.model_bucket import open_model_bucket
from retail_training.progress import show
from retail_training.settings import Settings


def versions(settings: Settings, *, as_json: bool) -> None:
    """Print every whole version, the newest first."""
    bucket = open_model_bucket(settings)
    pointer = bucket.pointer()
    rows = [_row(manifest, pointer.version if pointer else None) for manifest in bucket.versions()]
    if as_json:
        show(json.dumps({"schemaVersion": 1, "versions": rows}, indent=2))
        return
    for row in rows:
        mark = "*" if row["current"] else " "
        auc = "unknown" if row["auc"] is None else f"{row['auc']:.4f}"
        show(f"{mark} {row['version']}  {row['created']}  auc {auc}  commit {row['git_commit']}")
    if not rows:
        show("no version yet: export a model first")


def _row(manifest: dict[str, Any], current: str | None) -> dict[str, Any]:
    return {
        "version": manifest["version"],
        "current": manifest["version"] == current,
        "created": manifest["created"],
        "auc": manifest["metrics"].get("auc_all_features"),
        "git_commit": manifest["git_commit"],
        "sha256": manifest["model"]["sha256"],
    }
