"""What a file of transactions must hold."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TransactionColumn:
    """One column of numbers; a value outside of `least` to `most` is refused."""

    name: str
    least: int
    most: int
    whole: bool = False


# up to here every whole number is a double of its own
_EXACT: Final = 2**53
# far above any price, and far below where sums of cents leave 64 bits
_MONEY: Final = 10**9

COLUMNS: Final = (
    TransactionColumn("household_id", 0, _EXACT, whole=True),
    TransactionColumn("basket_id", 0, _EXACT, whole=True),
    TransactionColumn("quantity", 0, _MONEY),
    TransactionColumn("sales_value", 0, _MONEY),
    TransactionColumn("retail_disc", 0, _MONEY),
    TransactionColumn("coupon_disc", 0, _MONEY),
    TransactionColumn("week", 1, 53, whole=True),
)
"""Other columns may be there too; they are not read."""
