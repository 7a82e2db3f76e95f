"""What can be known of a household after the first half of the year, and which of it a model sees."""

from dataclasses import dataclass
from typing import Final

from retail_training.training_error import TrainingError

FEATURE_WEEKS: Final = (1, 26)
"""Weeks that features are made of; the label is made of later ones."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One column; an optional one may be missing (NaN) when the model is asked. None is ever below 0."""

    name: str
    required: bool
    meaning: str
    aggregate: str
    """SQL over the item rows of one household, see households.py; the same value whatever the order of the rows."""
    probes: tuple[float, float]
    """An ordinary value and one of a frequent customer, which the server asks before it serves a model."""
    most: float = float("inf")


ALL_FEATURES: Final = (
    Feature("SPEND", required=True, meaning="money spent", aggregate="sum(cents) / 100", probes=(100, 2500)),
    Feature("UNITS", required=True, meaning="units bought", aggregate="sum(units)::DOUBLE", probes=(5, 900)),
    Feature("VISITS", required=True, meaning="baskets", aggregate="count(DISTINCT basket_id)::DOUBLE", probes=(2, 60)),
    Feature(
        "DISCOUNT_SHARE",
        required=False,
        meaning="share of the item rows with a discount of the retailer or a coupon",
        aggregate="count(*) FILTER (retail_disc + coupon_disc > 0) / count(*)",
        probes=(0.1, 0.7),
        most=1,
    ),
    Feature(
        "COUPON_SHARE",
        required=False,
        meaning="share of the item rows with a coupon",
        aggregate="count(*) FILTER (coupon_disc > 0) / count(*)",
        probes=(0.01, 0.1),
        most=1,
    ),
    Feature(
        "BASKET_SPEND",
        required=False,
        meaning="money spent in a basket, on average",
        aggregate="sum(cents) / 100 / count(DISTINCT basket_id)",
        probes=(50, 42),
    ),
    Feature(
        "WEEKS_SINCE_VISIT",
        required=False,
        meaning="weeks since the last basket",
        aggregate=f"{FEATURE_WEEKS[1]}::DOUBLE - max(week)",
        probes=(6, 0),
        most=FEATURE_WEEKS[1] - FEATURE_WEEKS[0],
    ),
)
REQUIRED: Final = tuple(feature for feature in ALL_FEATURES if feature.required)
OPTIONAL_NAMES: Final = tuple(feature.name for feature in ALL_FEATURES if not feature.required)


def chosen_features(optional: tuple[str, ...]) -> tuple[Feature, ...]:
    """Choose the required features and these optional ones, in the order of ALL_FEATURES, however they were named."""
    return tuple(feature for feature in ALL_FEATURES if feature.required or feature.name in optional)


def features_named(names: tuple[str, ...]) -> tuple[Feature, ...]:
    """Look features up in the order in which they are named. Raises TrainingError for one that isn't known here."""
    known = {feature.name: feature for feature in ALL_FEATURES}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise TrainingError(f'no feature "{unknown[0]}" is known here: use one of {", ".join(known)}')
    return tuple(known[name] for name in names)
