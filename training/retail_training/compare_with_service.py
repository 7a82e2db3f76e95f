"""The new model against the one that the server serves now."""

from typing import Any

import numpy as np
import xgboost as xgb

from retail_training.evaluated import Comparison
from retail_training.feature import features_named
from retail_training.households import Households
from retail_training.measures import measure
from retail_training.service_model import ServiceModel
from retail_training.task import HELD_OUT_SHARE, SPLIT, Task, drawn
from retail_training.trained_model import TrainedModel


def compare_with_service(
    model: TrainedModel, task: Task, service: ServiceModel | None
) -> tuple[Comparison | None, str | None]:
    """Ask both about the households that neither has learned from; else say why that can't be done."""
    if service is None:
        return None, "no model is in service, or MODEL_BUCKET is not set"
    parameters, version = service.manifest["parameters"], service.manifest["version"]
    if parameters.get("split") != SPLIT:
        return None, f'"{version}" may have learned from any of these households, for its split is not "{SPLIT}"'
    features = tuple(feature["name"] for feature in service.manifest["features"])
    unknown = [name for name in features if name not in task.held_out.columns]
    if unknown:
        return None, f'"{version}" needs the feature "{unknown[0]}", which is not known here'
    unseen = task.held_out.where(drawn(task.held_out, f"held-out-{parameters['seed']}", HELD_OUT_SHARE))
    labels = task.labels(unseen)
    if len(np.unique(labels)) < 2:  # noqa: PLR2004 -- yes and no
        return None, f'too few households are held out from "{version}" and from this model: use its seed'
    return (
        Comparison(
            version=version,
            households=len(unseen),
            auc=measure(labels, _ask(model.booster, model.record.features, unseen)).auc,
            auc_in_service=measure(
                labels, _ask(xgb.Booster(model_file=bytearray(service.content)), features, unseen)
            ).auc,
        ),
        None,
    )


def _ask(booster: xgb.Booster, features: tuple[str, ...], households: Households) -> np.ndarray[Any, Any]:
    rows = households.matrix(features_named(features))
    return np.asarray(booster.inplace_predict(rows), dtype=np.float32)
