"""A model that has passed every check."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from retail_api.booster import Booster
from retail_api.feature_row import FeatureRow, as_values
from retail_api.model_manifest import ModelManifest


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A booster together with the manifest that describes it."""

    manifest: ModelManifest
    booster: Booster
    loaded: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def version(self) -> str:
        """The version that the manifest names."""
        return self.manifest.version

    def probabilities(self, rows: Sequence[FeatureRow]) -> list[float]:
        """For each customer the probability, 0 to 1, of being price sensitive. One call of the model for all."""
        return self.booster.predict([as_values(row) for row in rows])

    @property
    def threshold(self) -> float:
        """The probability from which on a customer is price sensitive; it came with the model."""
        return self.manifest.decision_threshold
