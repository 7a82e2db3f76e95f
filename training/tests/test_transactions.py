from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pytest

from retail_training.feature import ALL_FEATURES
from retail_training.households import read_households
from retail_training.training_error import TrainingError
from retail_training.transaction_findings import MOST_FINDINGS
from retail_training.transactions import open_transactions

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "household_id,basket_id,quantity,sales_value,retail_disc,coupon_disc,week"
GOOD = "1,10,2,3.50,0,0,1"


def written(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "transactions.csv"
    path.write_text("\n".join((header, *lines)) + "\n")
    return path


def message(path: Path) -> str:
    with pytest.raises(TrainingError) as caught, open_transactions(path):
        pass
    return str(caught.value)


def test_csv_and_parquet_give_the_same_households(data_dir: Path, tmp_path: Path) -> None:
    parquet, text = data_dir / "transactions.parquet", tmp_path / "transactions.csv"
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT * FROM '{parquet}') TO '{text}' (HEADER)")
    first, second = read_households(parquet), read_households(text)
    np.testing.assert_array_equal(first.matrix(ALL_FEATURES), second.matrix(ALL_FEATURES))
    np.testing.assert_array_equal(first.later_discount_share, second.later_discount_share)


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("1,10,-2,3.50,0,0,1", 'row 2: quantity "-2" is below 0'),
        ("1,10,2,nan,0,0,1", 'row 2: sales_value "nan" is not finite'),
        ("1,10,2,inf,0,0,1", 'row 2: sales_value "inf" is not finite'),
        ("1,10,2,1e10,0,0,1", 'row 2: sales_value "1e10" is above 1000000000'),
        ("1,10,2,three,0,0,1", 'row 2: sales_value "three" is not a number'),
        ("1,10,2,3.50,0,0,0", 'row 2: week "0" is below 1'),
        ("1,10,2,3.50,0,0,54", 'row 2: week "54" is above 53'),
        ("1,10,2,3.50,0,0,1.5", 'row 2: week "1.5" is not a whole number'),
        (",10,2,3.50,0,0,1", "row 2: household_id is missing"),
        ("1,10,2,3.50,0,0", "row 2: week is missing"),
        ('"1\x1b[31m",10,2,3.50,0,0,1', r'row 2: household_id "1\u001b[31m" is not a number'),
        (f"{'9' * 90}x,10,2,3.50,0,0,1", f'row 2: household_id "{"9" * 60}…" is not a number'),
    ],
)
def test_a_bad_row_is_told_by_number_and_value(tmp_path: Path, line: str, finding: str) -> None:
    assert message(written(tmp_path, GOOD, line, GOOD)).splitlines()[1:] == [f"  {finding}"]


def test_everything_is_told_at_once_in_order(tmp_path: Path) -> None:
    header = HEADER.replace("coupon_disc", "week")  # of the two, the first is checked
    findings = message(
        written(tmp_path, "1,10,2,3,0,1,99", "x,10,2,-1,0,1,1", "1,10,2,3,0,77,1", header=header)
    ).splitlines()[1:]
    assert findings == [
        '  column "coupon_disc" is missing',
        '  column "week" is there 2 times',
        '  row 2: household_id "x" is not a number',
        '  row 2: sales_value "-1" is below 0',
        '  row 3: week "77" is above 53',
    ]


def test_findings_are_told_up_to_a_bound_and_counted_after_it(tmp_path: Path) -> None:
    findings = message(written(tmp_path, *["1,10,-2,3.50,0,0,1"] * (MOST_FINDINGS + 7))).splitlines()[1:]
    assert len(findings) == MOST_FINDINGS + 1
    assert findings[-1] == "  and 7 more"


def test_a_file_of_something_else_names_every_column(tmp_path: Path) -> None:
    findings = message(written(tmp_path, "1", header="other")).splitlines()[1:]
    assert findings == [f'  column "{name}" is missing' for name in HEADER.split(",")]


def parquet(folder: Path, week: str) -> Path:
    path = folder / "transactions.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 1 AS household_id, 2 AS basket_id, 1 AS quantity, 1.5 AS sales_value, 0.0 AS retail_disc, "
            f"0.0 AS coupon_disc, week FROM (VALUES ({week})) AS w(week)) TO '{path}' (FORMAT parquet)"
        )
    return path


@pytest.mark.parametrize(
    ("week", "finding"),
    [
        ("1), (NULL", "row 2: week is missing"),
        ("1), (54", 'row 2: week "54" is above 53'),
        ("'1'), ('x'", 'row 2: week "x" is not a number'),
        ("DATE '2026-01-01'", 'row 1: week "2026-01-01" is not a number'),
        ("1::DOUBLE), ('nan'::DOUBLE", 'row 2: week "nan" is not finite'),
    ],
)
def test_rows_of_parquet_are_checked_whatever_their_type(tmp_path: Path, week: str, finding: str) -> None:
    assert message(parquet(tmp_path, week)).splitlines()[1:] == [f"  {finding}"]


@pytest.mark.parametrize("name", ["transactions.parquet", "transactions.csv"])
@pytest.mark.parametrize("content", [b"", b"not parquet at all", b"\xff\xfe\x00"])
def test_says_that_a_file_is_broken(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert f'"{tmp_path / name}"' in message(tmp_path / name)


def test_a_row_with_too_many_values_is_refused(tmp_path: Path) -> None:
    assert "cannot read transactions" in message(written(tmp_path, GOOD, GOOD + ",9"))


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    with open_transactions(written(tmp_path, GOOD, header="\ufeff" + HEADER)) as connection:
        row: Any = connection.execute("SELECT * FROM transactions").fetchone()
    assert row == (1, 10, 2, 3.5, 0, 0, 1)


def test_rows_are_numbered_across_quoted_line_breaks(tmp_path: Path) -> None:
    header = HEADER + ",note"
    found = message(written(tmp_path, GOOD + ',"two\nlines"', "1,10,2,3.50,0,0,99,", header=header))
    assert found.splitlines()[1:] == ['  row 2: week "99" is above 53']


def test_columns_in_another_order_and_further_ones_are_fine(tmp_path: Path) -> None:
    path = written(tmp_path, "7,x,1,10,2,3.50,0,0.25", header="week,note,household_id," + HEADER[13:-5])
    with open_transactions(path) as connection:
        row: Any = connection.execute("SELECT * FROM transactions").fetchone()
    assert row == (1, 10, 2, 3.5, 0, 0.25, 7)
