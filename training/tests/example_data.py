"""A small year of transactions in which buying on discount is a habit."""

from pathlib import Path

import duckdb

HOUSEHOLDS = 240


def _rows(households: int) -> str:
    return f"""
SELECT household AS household_id,
       household * 1000 + week AS basket_id,
       1 + (household + week) % 3 AS quantity,
       1.10 + (household * 7 + week) % 40 AS sales_value,
       CASE WHEN (household * 31 + week * 17 + item * 5) % 100 < household % 100 THEN 0.5 ELSE 0.0 END AS retail_disc,
       0.0 AS coupon_disc,
       week
FROM range(1, {households + 1}) AS h(household), range(1, 54) AS w(week), range(0, 4) AS i(item)
WHERE (household + week) % (1 + household % 5) = 0
"""


def write_transactions(folder: Path, rows: str | None = None, *, households: int = HOUSEHOLDS) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY ({rows or _rows(households)}) TO '{folder / 'transactions.parquet'}' (FORMAT parquet)"
        )
