"""What is to be learned, from whom, and on whom it is measured."""

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retail_training.households import Households
from retail_training.training_error import TrainingError

HELD_OUT_SHARE: Final = 0.25
VALIDATION_SHARE: Final = 0.2
"""Of the training households: those that say when to stop."""
SPLIT: Final = "sha256-of-household"
"""Name of how `drawn` chooses; a model that was made with another split can't be compared fairly."""


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
    """Hold out about a quarter of the households. Raises TrainingError when there is nothing to learn from them."""
    held_out = drawn(households, f"held-out-{seed}", HELD_OUT_SHARE)
    training = households.where(~held_out)
    median = float(np.median(training.later_discount_share)) if len(training) else 0.0
    task = Task(training, households.where(held_out), median)
    _check(task, seed)
    return task


def split_off_validation(households: Households, seed: int) -> tuple[Households, Households]:
    """Split training households into those to learn from and those that say when to stop."""
    validation = drawn(households, f"validation-{seed}", VALIDATION_SHARE)
    return households.where(~validation), households.where(validation)


def drawn(households: Households, name: str, share: float) -> NDArray[np.bool_]:
    """Draw about this share of the households.

    Each is drawn or not by its own id alone, so one that is held out stays so when others join or leave the data,
    and a later model is measured on households that the earlier ones have not seen either.
    """
    limit = int(share * 2**64)
    return np.array([_number(name, household) < limit for household in households.ids], dtype=np.bool_)


def _number(name: str, household: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{name}:{household}".encode()).digest()[:8])


def _check(task: Task, seed: int) -> None:
    for part in (*split_off_validation(task.training, seed), task.held_out):
        if len(np.unique(task.labels(part))) < 2:  # noqa: PLR2004 -- yes and no
            raise TrainingError(
                f"{len(task.training) + len(task.held_out)} households bought in both halves of the year, "
                "too few or too alike to learn from: each part of them needs some that are price sensitive and some not"
            )
