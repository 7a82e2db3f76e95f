"""Everything that is wrong with a table of transactions, at once."""

from typing import Final

import duckdb

from retail_training.quoted import quoted
from retail_training.transaction_column import COLUMNS, TransactionColumn

MOST_FINDINGS: Final = 20
"""How many are told; the rest is counted."""


def header_findings(names: list[str]) -> list[str]:
    """Say which columns are missing, and which are there twice."""
    missing = [f'column "{column.name}" is missing' for column in COLUMNS if column.name not in names]
    twice = [
        f'column "{column.name}" is there {count} times'
        for column in COLUMNS
        if (count := names.count(column.name)) > 1
    ]
    return missing + twice


def row_findings(connection: duckdb.DuckDBPyConnection, names: list[str]) -> list[str]:
    """Say what is wrong in the rows of the table `raw`, by row (1 is the first after the header) and column."""
    checks = [_check(place, column) for place, column in enumerate(COLUMNS) if column.name in names]
    if not checks:
        return []
    found = connection.execute(
        f"SELECT row, name, value, reason, count(*) OVER () FROM ({' UNION ALL '.join(checks)}) "  # noqa: S608 -- from COLUMNS
        f"WHERE reason IS NOT NULL ORDER BY row, place LIMIT {MOST_FINDINGS}"
    ).fetchall()
    told = [f"row {row}: {name} {_shown(value)}{reason}" for row, name, value, reason, _ in found]
    left = found[0][4] - len(found) if found else 0
    return [*told, f"and {left} more"] if left else told


def _shown(value: str | None) -> str:
    return "" if value is None else f"{quoted(value)} "


def _check(place: int, column: TransactionColumn) -> str:
    number = number_of(column)
    fraction = f"WHEN {number} <> floor({number}) THEN 'is not a whole number'" if column.whole else ""
    return f"""
    SELECT row, {place} AS place, '{column.name}' AS name, {column.name}::VARCHAR AS value, CASE
        WHEN {column.name} IS NULL THEN 'is missing'
        WHEN {number} IS NULL THEN 'is not a number'
        WHEN NOT isfinite({number}) THEN 'is not finite'
        WHEN {number} < {column.least} THEN 'is below {column.least}'
        WHEN {number} > {column.most} THEN 'is above {column.most}'
        {fraction}
    END AS reason FROM raw"""  # noqa: S608 -- from COLUMNS


def number_of(column: TransactionColumn) -> str:
    """Give SQL for the value as a double, or NULL when it isn't a number."""
    return f"TRY_CAST({column.name} AS DOUBLE)"
