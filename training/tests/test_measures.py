import numpy as np
import pytest

from retail_training.measures import auc_interval, measure
from retail_training.reliability import calibration_error, reliability


def labelled(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int8)


def predicted(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_measures_by_hand() -> None:
    # of the four pairs of a yes and a no, three are in the right order
    found = measure(labelled(0, 1, 0, 1), predicted(0.1, 0.4, 0.5, 0.8))
    assert found.auc == 0.75
    # precision 1 at the first yes, 2/3 at the second
    assert found.pr_auc == pytest.approx((1 + 2 / 3) / 2, abs=1e-6)
    assert found.brier == pytest.approx((0.01 + 0.36 + 0.25 + 0.04) / 4, abs=1e-6)
    assert found.log_loss == pytest.approx(-np.mean(np.log([0.9, 0.4, 0.5, 0.8])), abs=1e-6)


def test_the_interval_by_hand() -> None:
    low, high = auc_interval(labelled(1, 1, 0, 0), predicted(0.8, 0.4, 0.5, 0.1))
    # shares on the right side: 1 and 1/2 for yes, 1/2 and 1 for no; each has the variance 1/8, of the mean 1/16
    deviation = 1.959964 * (2 / 16) ** 0.5
    assert low == pytest.approx(0.75 - deviation, abs=1e-6)
    assert high == min(1.0, 0.75 + deviation)


def test_the_interval_counts_ties_half() -> None:
    low, high = auc_interval(labelled(1, 0, 1, 0), predicted(0.5, 0.5, 0.5, 0.5))
    assert (low, high) == (0.5, 0.5)


def test_the_interval_holds_the_truth_about_95_times_of_100() -> None:
    random = np.random.default_rng(3)
    # two normal distributions one apart: the true AUC is the normal distribution's value at 1/sqrt(2)
    truth, inside = 0.760250, 0
    for _ in range(300):
        labels = random.integers(0, 2, 200).astype(np.int8)
        low, high = auc_interval(labels, (random.normal(size=200) + labels).astype(np.float32))
        inside += low <= truth <= high
    assert 0.90 < inside / 300 < 0.99


def test_bins_hold_equally_many_in_the_order_of_their_prediction() -> None:
    predictions = np.linspace(0, 1, 100, dtype=np.float32)
    bins = reliability((predictions > 0.5).astype(np.int8), predictions)
    assert [part.households for part in bins] == [10] * 10
    assert [part.predicted for part in bins] == sorted(part.predicted for part in bins)
    assert [part.observed for part in bins] == [0] * 5 + [1] * 5
    # a tenth of the way apart on average at both ends, half a way in the middle
    assert calibration_error(bins) == pytest.approx(0.25, abs=0.01)


def test_a_calibrated_prediction_has_no_error() -> None:
    bins = reliability(labelled(0, 1, 0, 1), predicted(0.5, 0.5, 0.5, 0.5))
    assert sum(part.households for part in bins) == 4
    assert calibration_error(reliability(labelled(1, 1), predicted(1, 1))) == 0
