"""The columns of the model, in order. The server serves exactly these."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Feature:
    """One column; an optional one may be missing (NaN) when the model is asked."""

    name: str
    required: bool


FEATURES: Final = (
    Feature("SPEND", required=True),
    Feature("UNITS", required=True),
    Feature("VISITS", required=True),
    Feature("DISCOUNT_SHARE", required=False),
)
