"""Which data a model was made from."""

import hashlib
from pathlib import Path

from retail_training.households import TRANSACTIONS_FILE


def data_fingerprint(data_dir: Path) -> str:
    """SHA-256 of the transactions file, in hex."""
    with (data_dir / TRANSACTIONS_FILE).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
