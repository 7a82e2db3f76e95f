from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from conftest import BUCKET

from retail_training.feature import ALL_FEATURES
from retail_training.settings import Settings
from retail_training.training_data import read_training_data
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from pathlib import Path

    from mypy_boto3_s3 import S3Client


def test_folder_file_and_s3_give_the_same(data_dir: Path, s3: S3Client) -> None:
    path = data_dir / "transactions.parquet"
    s3.upload_file(str(path), BUCKET, "2026/transactions.parquet")
    address = f"s3://{BUCKET}/2026/transactions.parquet"
    found = [
        read_training_data(settings)
        for settings in (
            Settings(data_dir=data_dir),
            Settings(transactions=str(path)),
            Settings(transactions=address),
        )
    ]
    assert {data.sha256 for data in found} == {hashlib.sha256(path.read_bytes()).hexdigest()}
    assert {data.file for data in found} == {"transactions.parquet"}
    assert len({data.households.matrix(ALL_FEATURES).tobytes() for data in found}) == 1


def test_a_folder_may_hold_csv(tmp_path: Path) -> None:
    (tmp_path / "transactions.csv").write_text("household_id\n")
    with pytest.raises(TrainingError, match=r'transactions\.csv" is not a file of transactions'):
        read_training_data(Settings(data_dir=tmp_path))


def test_says_how_to_get_the_data(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"fetch_data\.py"):
        read_training_data(Settings(data_dir=tmp_path))


def test_says_what_a_file_may_be(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="set TRANSACTIONS to"):
        read_training_data(Settings(transactions=str(tmp_path / "none.csv")))


@pytest.mark.parametrize("address", ["s3://", "s3://bucket", "s3://bucket/", "s3://bucket/folder/", "s3:///key"])
def test_an_address_without_an_object_is_refused(address: str) -> None:
    with pytest.raises(TrainingError, match="write s3://bucket/key"):
        read_training_data(Settings(transactions=address))


@pytest.mark.parametrize("address", [f"s3://{BUCKET}/none.parquet", "s3://no-such-bucket/transactions.parquet"])
def test_says_what_cannot_be_read_from_s3(s3: S3Client, address: str) -> None:
    assert s3.list_buckets()
    with pytest.raises(TrainingError, match=f'cannot read "{address}" .*(404|NoSuchBucket)'):
        read_training_data(Settings(transactions=address))
