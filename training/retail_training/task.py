"""What is to be learned, from whom, and on whom it is measured."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import train_test_split

from retail_training.households import Households

HELD_OUT_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Task:
    """Buys on discount more than the median household later on: yes or no."""

    training: Households
    held_out: Households
    median_discount_share: float
    """Of the training households alone, so that nothing about the held-out ones leaks into their labels."""

    def labels(self, households: Households) -> NDArray[np.int8]:
        """1 for a price sensitive household."""
        return (households.later_discount_share > self.median_discount_share).astype(np.int8)


def split_into_task(households: Households, seed: int) -> Task:
    """Hold out a quarter of the households; which ones depends on the seed alone."""
    training, held_out = train_test_split(
        np.arange(len(households)), test_size=HELD_OUT_SHARE, random_state=seed, shuffle=True
    )
    train = households.rows(np.sort(training))
    return Task(train, households.rows(np.sort(held_out)), float(np.median(train.later_discount_share)))
