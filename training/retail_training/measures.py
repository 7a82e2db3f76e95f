"""How good probabilities are, given what happened."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

Labels = NDArray[np.int8]
Probabilities = NDArray[np.float32]
# of a normal distribution, which hold 95 of 100 values
_DEVIATIONS: Final = 1.959964


class Measures(BaseModel):
    """Of one set of predictions. Needs households of both kinds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    auc: float
    """Area under the ROC curve: 0.5 is a coin, 1 is perfect."""
    pr_auc: float
    """Average precision; a coin has the share of price sensitive households."""
    brier: float
    """Mean squared error of the probability: 0.25 is what a constant 0.5 has, 0 is perfect."""
    log_loss: float


def measure(labels: Labels, probabilities: Probabilities) -> Measures:
    """Measure, to six digits: what comes after them may differ from one processor to another."""
    return Measures(
        auc=round(float(roc_auc_score(labels, probabilities)), 6),
        pr_auc=round(float(average_precision_score(labels, probabilities)), 6),
        brier=round(float(brier_score_loss(labels, probabilities)), 6),
        log_loss=round(float(log_loss(labels, probabilities)), 6),
    )


def auc_interval(labels: Labels, probabilities: Probabilities) -> tuple[float, float]:
    """Where the AUC of other households like these would be, 95 times of 100 (DeLong et al., 1988)."""
    yes, no = probabilities[labels == 1], probabilities[labels == 0]
    # for each household, the share of the other kind that it is on the right side of; a tie is half
    ranks = _ranks(np.concatenate([yes, no]))
    above_no = (ranks[: len(yes)] - _ranks(yes)) / len(no)
    below_yes = 1 - (ranks[len(yes) :] - _ranks(no)) / len(yes)
    deviation = _DEVIATIONS * float(np.sqrt(_variance_of_mean(above_no) + _variance_of_mean(below_yes)))
    auc = float(np.mean(above_no))
    return round(max(auc - deviation, 0.0), 6), round(min(auc + deviation, 1.0), 6)


def _variance_of_mean(values: NDArray[np.float64]) -> float:
    return float(np.var(values, ddof=1)) / len(values) if len(values) > 1 else 0.0


def _ranks(values: Probabilities) -> NDArray[np.float64]:
    """Rank from 1 up; equal values share the mean of their ranks."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = (np.cumsum(count) - (count - 1) / 2)[place]
    return ranks
