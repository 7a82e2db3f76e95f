"""A model that has passed every check."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import xgboost as xgb

from retail_api.feature_row import FeatureRow
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

    def probability(self, row: FeatureRow) -> float:
        """Probability, 0 to 1, that this customer is price sensitive."""
        return float(self.booster.inplace_predict(row.as_array())[0])

    def is_price_sensitive(self, probability: float) -> bool:
        """Whether a probability reaches the threshold that came with the model."""
        return probability >= self.manifest.decision_threshold
