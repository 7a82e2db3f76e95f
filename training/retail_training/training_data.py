"""The households of a run, and which file they were made from."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError

from retail_training.households import Households, read_households
from retail_training.s3_client import create_s3_client
from retail_training.settings import Settings
from retail_training.training_error import TrainingError

FILE_NAMES: Final = ("transactions.parquet", "transactions.csv")
_S3: Final = "s3://"


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What was read."""

    file: str
    """Its name without folder or bucket, so that it doesn't matter where it lies."""
    sha256: str
    households: Households


def read_training_data(settings: Settings) -> TrainingData:
    """Read it from where the settings say. Raises TrainingError with the reason when that can't be."""
    with _local_file(settings) as path:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return TrainingData(path.name, digest, read_households(path))


@contextmanager
def _local_file(settings: Settings) -> Iterator[Path]:
    if settings.transactions is None:
        yield _in_folder(settings.data_dir)
    elif settings.transactions.startswith(_S3):
        with tempfile.TemporaryDirectory(prefix="transactions-") as folder:
            yield _download(settings, settings.transactions, Path(folder))
    else:
        yield _existing(Path(settings.transactions))


def _in_folder(folder: Path) -> Path:
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    raise TrainingError(f'no "{folder / FILE_NAMES[0]}": fetch it with fetch_data.py and mount its folder as DATA_DIR')


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise TrainingError(f'no file "{path}": set TRANSACTIONS to a .parquet or .csv file, or to s3://bucket/key')
    return path


def _download(settings: Settings, address: str, folder: Path) -> Path:
    bucket, _, key = address.removeprefix(_S3).partition("/")
    path = folder / (key.rpartition("/")[2] or "nothing")
    if not bucket or key.endswith("/") or not key:
        raise TrainingError(f'"{address}" names no object: write s3://bucket/key')
    try:
        create_s3_client(settings).download_file(bucket, key, str(path))
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise TrainingError(f'cannot read "{address}" ({error}): check its name and who may read it') from error
    return path
