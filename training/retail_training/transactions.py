"""From a file to a checked table of item rows."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from retail_training.training_error import TrainingError
from retail_training.transaction_column import COLUMNS
from retail_training.transaction_findings import header_findings, number_of, row_findings

_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
_NATIVE = (*_NUMBERS, "FLOAT", "DOUBLE", "DECIMAL")


@contextmanager
def open_transactions(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a database with the view `transactions`: one row an item row, every column of COLUMNS as a number.

    A file whose name ends in `.csv` is read as CSV with a header, every other one as Parquet. Raises TrainingError
    with all that is wrong when it can't be read or a row is not as it should be: no row is ever left out.
    """
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
            names = _load_csv(connection, path) if path.suffix == ".csv" else _load_parquet(connection, path)
            _refuse_bad_rows(connection, path, names)
            _create_view(connection)
            yield connection
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise TrainingError(f'cannot read transactions from "{path}" ({error}): fetch it again') from error


def _load_parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    header = connection.execute("SELECT name FROM parquet_schema(?) OFFSET 1", [str(path)]).fetchall()
    names = [name for (name,) in header]
    columns = _present(connection, "SELECT * FROM read_parquet(?)", path)
    connection.execute(
        f"CREATE TABLE raw AS SELECT file_row_number + 1 AS row{columns} "  # noqa: S608 -- from COLUMNS
        "FROM read_parquet(?, file_row_number = true)",
        [str(path)],
    )
    return names


def _present(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> str:
    """Give SQL for the columns that are there and wanted; what is no number by its type becomes text."""
    described = connection.execute(f"DESCRIBE {query}", [str(path)]).fetchall()
    types = {name: kind for name, kind, *_ in described}
    wanted = [column.name for column in COLUMNS if column.name in types]
    return "".join(
        f", {name}" if types[name].startswith(_NATIVE) else f", {name}::VARCHAR AS {name}" for name in wanted
    )


def _load_csv(connection: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    with path.open(newline="", encoding="utf-8-sig") as file:  # a byte order mark is no part of a name
        names = next(csv.reader(file), [])
    # names of our own, because those of the file may be there twice
    places = {name: f"c{place}" for place, name in reversed(list(enumerate(names)))}
    columns = "".join(f", {places[column.name]} AS {column.name}" for column in COLUMNS if column.name in places)
    types = {f"c{place}": "VARCHAR" for place in range(len(names))}
    rows = connection.read_csv(
        str(path), columns=types, header=True, sep=",", auto_detect=False, null_padding=True, parallel=False
    )
    rows.create_view("csv_rows")
    connection.execute(f"CREATE TABLE raw AS SELECT row_number() OVER () AS row{columns} FROM csv_rows")  # noqa: S608 -- from COLUMNS
    return names


def _refuse_bad_rows(connection: duckdb.DuckDBPyConnection, path: Path, names: list[str]) -> None:
    findings = header_findings(names) + row_findings(connection, names)
    if findings:
        listed = "".join(f"\n  {finding}" for finding in findings)
        raise TrainingError(f'"{path}" is not a file of transactions; mend the file, no row is left out:{listed}')


def _create_view(connection: duckdb.DuckDBPyConnection) -> None:
    columns = [f"{number_of(column)}{'::BIGINT' if column.whole else ''} AS {column.name}" for column in COLUMNS]
    connection.execute(f"CREATE VIEW transactions AS SELECT {', '.join(columns)} FROM raw")  # noqa: S608 -- from COLUMNS
