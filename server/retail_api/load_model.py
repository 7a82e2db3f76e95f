"""From untrusted bytes to a model that may be served."""

import hashlib
import math
from typing import Final

from retail_api.booster import Booster
from retail_api.feature_row import FeatureRow
from retail_api.model_bundle import ModelBundle
from retail_api.model_manifest import ModelFeature, ModelManifest
from retail_api.model_problem import ModelRejectedError
from retail_api.prediction import MOST_ROWS
from retail_api.served_model import ServedModel
from retail_api.xgboost_library import XGBoostError, version

PROBE_TOLERANCE: Final = 1e-5
SERVED_FEATURES: Final = tuple(
    ModelFeature(name=name, required=field.is_required()) for name, field in FeatureRow.model_fields.items()
)


def load_model(bundle: ModelBundle) -> ServedModel:
    """Check the bundle and load it. Raises ModelRejectedError, which says what is wrong with it."""
    _check_digest(bundle)
    _check_features(bundle.manifest)
    booster = _load_booster(bundle.model)
    _check_columns(booster)
    _check_probes(booster, bundle.manifest)
    _warm(booster)
    return ServedModel(bundle.manifest, booster)


def _check_digest(bundle: ModelBundle) -> None:
    wanted, found = bundle.manifest.model.sha256, hashlib.sha256(bundle.model).hexdigest()
    if found != wanted:
        raise ModelRejectedError(
            f'model "{bundle.manifest.version}" has sha256 "{found}", its manifest says "{wanted}": export it again'
        )


def _check_features(manifest: ModelManifest) -> None:
    if manifest.features != SERVED_FEATURES:
        raise ModelRejectedError(
            f'model "{manifest.version}" takes {_named(manifest.features)}, '
            f"this server sends {_named(SERVED_FEATURES)}: deploy the server that belongs to the model"
        )


def _named(features: tuple[ModelFeature, ...]) -> str:
    return ", ".join(f'"{feature.name}"{"" if feature.required else " (optional)"}' for feature in features)


def _load_booster(model: bytes) -> Booster:
    # XGBoost 3.2.0 ends the whole process on an empty buffer, and picks the format by the first bytes
    if not model.startswith(b"{L"):
        raise ModelRejectedError("the model file is not XGBoost's UBJSON: export it as model.ubj")
    try:
        return Booster(model)
    except XGBoostError as error:
        raise ModelRejectedError(f"XGBoost cannot load the model file ({error}): export it again") from error


def _check_columns(booster: Booster) -> None:
    found, wanted = booster.num_features(), len(SERVED_FEATURES)
    if found != wanted:
        raise ModelRejectedError(f"the model file takes {found} columns, its manifest says {wanted}: export it again")


def _check_probes(booster: Booster, manifest: ModelManifest) -> None:
    """Another XGBoost may load the same file and answer differently: ask what the trainer asked."""
    for probe in manifest.probes:
        if len(probe.features) != len(SERVED_FEATURES):
            raise ModelRejectedError(f"a probe has {len(probe.features)} values, the model {len(SERVED_FEATURES)}")
        found = _ask(booster, [math.nan if value is None else value for value in probe.features])
        # "not close" also holds for NaN
        if not math.isclose(found, probe.probability, rel_tol=0, abs_tol=PROBE_TOLERANCE):
            raise ModelRejectedError(
                f"the model answers {found} where training saw {probe.probability} "
                f'(XGBoost "{version()}" here, "{manifest.versions.get("xgboost")}" there): use the same XGBoost'
            )


def _ask(booster: Booster, values: list[float]) -> float:
    try:
        (found,) = booster.predict([values])
    except XGBoostError as error:
        raise ModelRejectedError(f"the model does not answer ({error}): export it again") from error
    return found


def _warm(booster: Booster) -> None:
    # XGBoost makes its buffers at the first call; no request should wait for them
    booster.predict([[0.0] * len(SERVED_FEATURES)] * MOST_ROWS)
