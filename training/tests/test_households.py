from pathlib import Path

import numpy as np
import pytest
from example_data import write_transactions

from retail_training.households import read_households
from retail_training.training_error import TrainingError

# household 1: two baskets in weeks 1 to 26, three item rows of which one on discount; 2 never comes back; 3 comes late
BY_HAND = """
SELECT * FROM (VALUES
    (1, 10, 2, 0.10, 0.0, 0.0, 1), (1, 10, 1, 0.20, 0.05, 0.0, 1), (1, 11, 4, 9.70, 0.0, 0.0, 26),
    (1, 12, 9, 5.00, 0.0, 1.0, 27), (1, 13, 9, 5.00, 0.0, 0.0, 52), (1, 14, 9, 5.00, 1.0, 0.0, 53),
    (2, 20, 1, 1.00, 0.0, 0.0, 5),
    (3, 30, 1, 1.00, 0.0, 0.0, 30)
) AS t(household_id, basket_id, quantity, sales_value, retail_disc, coupon_disc, week)
"""


def test_sums_the_first_half_and_the_habit_of_the_second(tmp_path: Path) -> None:
    write_transactions(tmp_path, BY_HAND)
    households = read_households(tmp_path)
    np.testing.assert_allclose(households.features, [[10.00, 7, 2, 1 / 3]], rtol=1e-6)
    np.testing.assert_allclose(households.later_discount_share, [0.5])


def test_gives_the_same_bytes_every_time(data_dir: Path) -> None:
    first, second = read_households(data_dir), read_households(data_dir)
    assert first.features.tobytes() == second.features.tobytes()


def test_says_how_to_get_the_data(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"fetch_data\.py"):
        read_households(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not parquet at all"])
def test_says_that_a_file_is_broken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "transactions.parquet").write_bytes(content)
    with pytest.raises(TrainingError, match="cannot read transactions"):
        read_households(tmp_path)


def test_says_that_a_column_is_missing(tmp_path: Path) -> None:
    write_transactions(tmp_path, "SELECT 1 AS household_id")
    with pytest.raises(TrainingError, match="basket_id"):
        read_households(tmp_path)
