"""From a year of transactions to one row a household."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
from numpy.typing import NDArray

from retail_training.feature import FEATURES
from retail_training.training_error import TrainingError

TRANSACTIONS_FILE: Final = "transactions.parquet"

# Money is summed in whole cents: a sum of floats depends on the order in which threads come by.
_QUERY: Final = """
WITH item_rows AS (
    SELECT household_id, basket_id, quantity, week,
           round(sales_value * 100)::BIGINT AS cents,
           retail_disc + coupon_disc > 0 AS discounted
    FROM read_parquet(?)
),
first_half AS (
    SELECT household_id,
           sum(cents) / 100 AS SPEND,
           sum(quantity)::DOUBLE AS UNITS,
           count(DISTINCT basket_id)::DOUBLE AS VISITS,
           count(*) FILTER (discounted) / count(*) AS DISCOUNT_SHARE
    FROM item_rows WHERE week BETWEEN 1 AND 26 GROUP BY household_id
),
second_half AS (
    SELECT household_id, count(*) FILTER (discounted) / count(*) AS later_discount_share
    FROM item_rows WHERE week BETWEEN 27 AND 52 GROUP BY household_id
)
SELECT * FROM first_half JOIN second_half USING (household_id) ORDER BY household_id
"""


@dataclass(frozen=True, slots=True)
class Households:
    """Households that bought in both halves of the year, ordered by id."""

    features: NDArray[np.float32]
    """What is known after weeks 1 to 26: one column for each of FEATURES."""
    later_discount_share: NDArray[np.float64]
    """Share of the item rows of weeks 27 to 52 that were bought on discount."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self.later_discount_share)

    def rows(self, index: NDArray[np.intp]) -> "Households":
        """Only these rows."""
        return Households(self.features[index], self.later_discount_share[index])


def read_households(data_dir: Path) -> Households:
    """Read `transactions.parquet`. Raises TrainingError when it isn't there or isn't what it should be."""
    path = data_dir / TRANSACTIONS_FILE
    if not path.is_file():
        raise TrainingError(f'no "{path}": fetch it with fetch_data.py and mount its folder as DATA_DIR')
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
            columns = connection.execute(_QUERY, [str(path)]).fetchnumpy()
    except duckdb.Error as error:
        raise TrainingError(f'cannot read transactions from "{path}" ({error}): fetch it again') from error
    features = np.column_stack([columns[feature.name] for feature in FEATURES]).astype(np.float32)
    return Households(features, np.asarray(columns["later_discount_share"], dtype=np.float64))
