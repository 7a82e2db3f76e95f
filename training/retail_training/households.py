"""From a year of item rows to one row a household."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
from numpy.typing import NDArray

from retail_training.feature import ALL_FEATURES, FEATURE_WEEKS, Feature
from retail_training.transactions import open_transactions

LABEL_WEEKS: Final = (27, 52)
_AGGREGATES: Final = ", ".join(f"{feature.aggregate} AS {feature.name}" for feature in ALL_FEATURES)

# Money and units are summed as exact numbers: a sum of doubles depends on the order in which threads come by.
_QUERY: Final = f"""
WITH item_rows AS (
    SELECT *, round(sales_value * 100)::BIGINT AS cents, quantity::DECIMAL(18, 3) AS units FROM transactions
),
first_half AS (
    SELECT household_id, {_AGGREGATES}
    FROM item_rows WHERE week BETWEEN {FEATURE_WEEKS[0]} AND {FEATURE_WEEKS[1]} GROUP BY household_id
),
second_half AS (
    SELECT household_id, count(*) FILTER (retail_disc + coupon_disc > 0) / count(*) AS later_discount_share
    FROM item_rows WHERE week BETWEEN {LABEL_WEEKS[0]} AND {LABEL_WEEKS[1]} GROUP BY household_id
)
SELECT * FROM first_half JOIN second_half USING (household_id) ORDER BY household_id
"""  # noqa: S608 -- made of constants


@dataclass(frozen=True, slots=True)
class Households:
    """Households that bought in both halves of the year, ordered by id."""

    ids: NDArray[np.int64]
    columns: Mapping[str, NDArray[np.float32]]
    """What is known after weeks 1 to 26: one column for each of ALL_FEATURES, by its name."""
    later_discount_share: NDArray[np.float64]
    """Share of the item rows of weeks 27 to 52 that were bought on discount."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ids)

    def matrix(self, features: tuple[Feature, ...]) -> NDArray[np.float32]:
        """One row a household, one column for each of these features, in their order."""
        return np.column_stack([self.columns[feature.name] for feature in features])

    def where(self, chosen: NDArray[np.bool_]) -> "Households":
        """Only the chosen ones."""
        columns = {name: column[chosen] for name, column in self.columns.items()}
        return Households(self.ids[chosen], columns, self.later_discount_share[chosen])


def read_households(path: Path) -> Households:
    """Read a file of transactions. Raises TrainingError when it isn't what it should be."""
    with open_transactions(path) as connection:
        return build_households(connection)


def build_households(connection: duckdb.DuckDBPyConnection) -> Households:
    """Build them from the view or table `transactions`."""
    found = connection.execute(_QUERY).fetchnumpy()
    columns = {feature.name: np.asarray(found[feature.name], dtype=np.float32) for feature in ALL_FEATURES}
    ids = np.asarray(found["household_id"], dtype=np.int64)
    return Households(ids, columns, np.asarray(found["later_discount_share"], dtype=np.float64))
