"""A model that has passed every check."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import xgboost as xgb

from retail_api.feature_row import FeatureRow, as_matrix
from retail_api.model_manifest import ModelManifest


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A booster together with the manifest that describes it."""

    manifest: ModelManifest
    booster: xgb.Booster
    loaded: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def version(self) -> str:
        """The version that the manifest names."""
        return self.manifest.version

    def probabilities(self, rows: Sequence[FeatureRow]) -> list[float]:
        """For each customer the probability, 0 to 1, of being price sensitive. One call of the model for all."""
        found: list[float] = self.booster.inplace_predict(as_matrix(rows)).tolist()
        return found

    def is_price_sensitive(self, probability: float) -> bool:
        """Whether a probability reaches the threshold that came with the model."""
        return probability >= self.manifest.decision_threshold
