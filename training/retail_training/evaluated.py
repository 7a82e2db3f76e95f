"""What `evaluate` found out, on the held-out households."""

from pydantic import BaseModel, ConfigDict

from retail_training.measures import Measures
from retail_training.reliability import ReliabilityBin
from retail_training.run_record import RunRecord
from retail_training.segments import Segment


class Comparison(BaseModel):
    """The new model and the one in service, both asked about the same households, which neither has learned from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    households: int
    auc: float
    auc_in_service: float


class Evaluated(RunRecord):
    """Everything that was measured."""

    model_sha256: str
    metrics: dict[str, float]
    """The figures that go into the manifest, by name."""
    roc: dict[str, tuple[tuple[float, float], ...]]
    """By kind of request: (false positive rate, true positive rate), from (0, 0) to (1, 1)."""
    reliability: dict[str, tuple[ReliabilityBin, ...]]
    """By kind of request."""
    segments: tuple[Segment, ...]
    baselines: dict[str, Measures]
    importance: dict[str, float]
    """By feature: its share of the gain of all splits."""
    comparison: Comparison | None
    not_compared: str | None
    """Why there is no comparison."""
    refused: tuple[str, ...]
    """Why the model must not be served; empty when it may."""
