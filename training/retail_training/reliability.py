"""Whether a probability means what it says."""

import numpy as np
from pydantic import BaseModel, ConfigDict

from retail_training.measures import Labels, Probabilities

BINS = 10


class ReliabilityBin(BaseModel):
    """Some households with similar predictions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    households: int
    predicted: float
    """Their mean predicted probability."""
    observed: float
    """The share of them that was price sensitive."""


def reliability(labels: Labels, probabilities: Probabilities) -> tuple[ReliabilityBin, ...]:
    """Sort by prediction and cut into ten bins of equally many households, none of them empty."""
    order = np.argsort(probabilities, kind="stable")
    parts = np.array_split(order, min(BINS, len(order)))
    return tuple(
        ReliabilityBin(
            households=len(part),
            predicted=round(float(np.mean(probabilities[part])), 6),
            observed=round(float(np.mean(labels[part])), 6),
        )
        for part in parts
    )


def calibration_error(bins: tuple[ReliabilityBin, ...]) -> float:
    """Mean distance of predicted and observed, weighted by households (expected calibration error)."""
    total = sum(part.households for part in bins)
    return round(sum(part.households * abs(part.predicted - part.observed) for part in bins) / total, 6)
