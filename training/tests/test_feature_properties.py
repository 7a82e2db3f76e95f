"""What holds for the features of any transactions whatever."""

from collections.abc import Sequence
from typing import Any, Final

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retail_training.feature import ALL_FEATURES
from retail_training.households import Households, build_households

Row = tuple[int, int, float, float, float, float, int]

# one for all examples: opening a database takes longer than an example
CONNECTION: Final = duckdb.connect(config={"threads": 1})

MONEY: Final = st.integers(0, 50_000).map(lambda cents: cents / 100)
DISCOUNT: Final = st.one_of(st.just(0.0), MONEY)


def rows_in(first_week: int, last_week: int) -> st.SearchStrategy[list[Row]]:
    quantity = st.integers(0, 100_000).map(lambda thousandths: thousandths / 1000)
    row = st.tuples(
        st.integers(1, 4), st.integers(1, 6), quantity, MONEY, DISCOUNT, DISCOUNT, st.integers(first_week, last_week)
    )
    return st.lists(row, min_size=1, max_size=25)


def built(rows: Sequence[Row]) -> Households:
    CONNECTION.execute(
        "CREATE OR REPLACE TABLE transactions (household_id BIGINT, basket_id BIGINT, quantity DOUBLE, "
        "sales_value DOUBLE, retail_disc DOUBLE, coupon_disc DOUBLE, week BIGINT)"
    )
    CONNECTION.execute(f"INSERT INTO transactions VALUES {', '.join(map(str, rows))}")
    return build_households(CONNECTION)


def by_household(households: Households) -> dict[int, Any]:
    return dict(zip(households.ids.tolist(), households.matrix(ALL_FEATURES).tolist(), strict=True))


bounded = settings(max_examples=25, deadline=None, derandomize=True)


@bounded
@given(rows_in(1, 26), rows_in(27, 53), rows_in(27, 53))
def test_the_future_changes_no_feature(past: list[Row], future: list[Row], other_future: list[Row]) -> None:
    first, second = by_household(built(past + future)), by_household(built(past + other_future))
    for household in first.keys() & second.keys():
        assert first[household] == second[household]


@bounded
@given(rows_in(1, 26), rows_in(27, 52), rows_in(1, 26))
def test_the_past_changes_no_label(past: list[Row], future: list[Row], other_past: list[Row]) -> None:
    first, second = built(past + future), built(other_past + future)
    labels = [dict(zip(one.ids.tolist(), one.later_discount_share.tolist(), strict=True)) for one in (first, second)]
    for household in labels[0].keys() & labels[1].keys():
        assert labels[0][household] == labels[1][household]


@bounded
@given(st.data(), rows_in(1, 53))
def test_the_order_of_the_rows_changes_nothing(data: st.DataObject, rows: list[Row]) -> None:
    first, second = built(rows), built(data.draw(st.permutations(rows)))
    assert first.ids.tolist() == second.ids.tolist()
    assert first.matrix(ALL_FEATURES).tobytes() == second.matrix(ALL_FEATURES).tobytes()
    assert first.later_discount_share.tobytes() == second.later_discount_share.tobytes()


@bounded
@given(rows_in(1, 26), rows_in(27, 52))
def test_every_feature_stays_within_its_bounds(past: list[Row], future: list[Row]) -> None:
    households = built(past + future)
    for feature in ALL_FEATURES:
        column = households.columns[feature.name]
        assert np.isfinite(column).all(), feature.name
        assert ((column >= 0) & (column <= feature.most)).all(), feature.name
    assert ((households.later_discount_share >= 0) & (households.later_discount_share <= 1)).all()


@bounded
@given(rows_in(1, 26), rows_in(27, 52))
def test_only_who_bought_in_both_halves_is_there_and_once(past: list[Row], future: list[Row]) -> None:
    both = {row[0] for row in past} & {row[0] for row in future}
    assert built(past + future).ids.tolist() == sorted(both)


@pytest.mark.parametrize("feature", ALL_FEATURES, ids=lambda feature: feature.name)
def test_the_probes_are_possible_values(feature: Any) -> None:
    assert all(0 <= probe <= feature.most for probe in feature.probes)
