"""The paths of the API, where more than one part needs to know them."""

from typing import Final

PREDICT: Final = "/predict"
PREDICT_BATCH: Final = "/predict/batch"
HEALTH: Final = "/health"
READY: Final = "/ready"
METRICS: Final = "/metrics"

# those that cost something: bounded in number and size
GUARDED: Final = frozenset({PREDICT, PREDICT_BATCH})
# asked every few seconds by machines
QUIET: Final = frozenset({HEALTH, READY, METRICS})
