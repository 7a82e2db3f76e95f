"""What whoever watches sees of the learning."""

from typing import Final

import xgboost as xgb

from retail_training.progress import progress

EVERY: Final = 25


class LearningProgress(xgb.callback.TrainingCallback):
    """One line every 25 rounds; the rounds are the measure, so that the lines are the same on every machine."""

    def after_iteration(
        self, model: xgb.Booster, epoch: int, evals_log: xgb.callback.TrainingCallback.EvalsLog
    ) -> bool:
        """Print, and go on."""
        del model
        if (epoch + 1) % EVERY == 0:
            (loss,) = evals_log["validation"].values()
            progress("train", f"round {epoch + 1}, validation log loss {loss[-1]:.4f}")
        return False
