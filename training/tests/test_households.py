from pathlib import Path

import numpy as np
import pytest
from example_data import write_transactions

from retail_training.feature import ALL_FEATURES
from retail_training.households import read_households

# household 1: two baskets in weeks 1 to 26, three item rows of which one on discount; 2 never comes back; 3 comes late
BY_HAND = """
SELECT * FROM (VALUES
    (1, 10, 2, 0.10, 0.0, 0.0, 1), (1, 10, 1, 0.20, 0.05, 0.0, 1), (1, 11, 4, 9.70, 0.0, 0.0, 24),
    (1, 12, 9, 5.00, 0.0, 1.0, 27), (1, 13, 9, 5.00, 0.0, 0.0, 52), (1, 14, 9, 5.00, 1.0, 0.0, 53),
    (2, 20, 1, 1.00, 0.0, 0.0, 5),
    (3, 30, 1, 1.00, 0.0, 0.0, 30)
) AS t(household_id, basket_id, quantity, sales_value, retail_disc, coupon_disc, week)
"""
COUPONS = BY_HAND.replace("0.05, 0.0, 1)", "0.0, 0.05, 1)")


@pytest.mark.parametrize(
    ("rows", "shares"), [(BY_HAND, [1 / 3, 0]), (COUPONS, [1 / 3, 1 / 3])], ids=["discount", "coupon"]
)
def test_sums_the_first_half_and_the_habit_of_the_second(tmp_path: Path, rows: str, shares: list[float]) -> None:
    write_transactions(tmp_path, rows)
    households = read_households(tmp_path / "transactions.parquet")
    assert [feature.name for feature in ALL_FEATURES][3:5] == ["DISCOUNT_SHARE", "COUPON_SHARE"]
    np.testing.assert_allclose(households.matrix(ALL_FEATURES), [[10.00, 7, 2, *shares, 5.00, 2]], rtol=1e-6)
    np.testing.assert_allclose(households.later_discount_share, [0.5])
    assert households.ids.tolist() == [1]


def test_gives_the_same_bytes_every_time(data_dir: Path) -> None:
    first, second = (read_households(data_dir / "transactions.parquet") for _ in range(2))
    assert first.matrix(ALL_FEATURES).tobytes() == second.matrix(ALL_FEATURES).tobytes()
