"""Whether a model may be served."""

from retail_training.evaluated import Evaluated
from retail_training.settings import Settings


def reasons_to_refuse(evaluated: Evaluated, settings: Settings) -> tuple[str, ...]:
    """Say every reason why it may not."""
    return tuple(reason for reason in (_too_weak(evaluated, settings), _worse(evaluated, settings)) if reason)


def _too_weak(evaluated: Evaluated, settings: Settings) -> str | None:
    auc = evaluated.metrics["auc_all_features"]
    if auc >= settings.minimum_auc:
        return None
    return f'auc_all_features is "{auc:.4f}", below MINIMUM_AUC "{settings.minimum_auc}": look at the data'


def _worse(evaluated: Evaluated, settings: Settings) -> str | None:
    found = evaluated.comparison
    if found is None or found.auc >= found.auc_in_service - settings.max_auc_drop:
        return None
    return (
        f'auc is "{found.auc:.4f}" where "{found.version}", which is in service, has "{found.auc_in_service:.4f}" '
        f'for the same households, more than MAX_AUC_DROP "{settings.max_auc_drop}" above: look at what changed'
    )
