"""How good the model is for one kind of household."""

import numpy as np
from pydantic import BaseModel, ConfigDict

from retail_training.households import Households
from retail_training.measures import Labels, Probabilities, measure

SEGMENTED_BY = ("SPEND", "VISITS")
_NAMES = ("lowest", "middle", "highest")


class Segment(BaseModel):
    """A third of the held-out households."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    households: int
    price_sensitive_share: float
    auc: float | None
    """None when they are all alike, so that there is nothing to tell apart."""
    mean_error: float
    """Mean prediction minus what happened; above 0 the model calls them price sensitive too often."""


def segments(households: Households, labels: Labels, probabilities: Probabilities) -> tuple[Segment, ...]:
    """Cut the households into thirds by SPEND, and again by VISITS."""
    found = []
    for feature in SEGMENTED_BY:
        thirds = np.array_split(np.argsort(households.columns[feature], kind="stable"), 3)
        for name, part in zip(_NAMES, thirds, strict=True):
            found.append(_segment(f"{name} third of {feature}", labels[part], probabilities[part]))
    return tuple(found)


def _segment(name: str, labels: Labels, probabilities: Probabilities) -> Segment:
    share = float(np.mean(labels))
    return Segment(
        name=name,
        households=len(labels),
        price_sensitive_share=round(share, 6),
        auc=measure(labels, probabilities).auc if 0 < share < 1 else None,
        mean_error=round(float(np.mean(probabilities)) - share, 6),
    )
