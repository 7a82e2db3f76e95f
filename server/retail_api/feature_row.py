"""What the model is asked about, in the order the model was trained with."""

import math
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

# the model computes in 32-bit floats, where a larger finite number could become infinite
LARGEST: Final = 1e9

Amount = Annotated[float, Field(ge=0, le=LARGEST)]


class FeatureRow(BaseModel):
    """One customer's half year. The order of the fields is the order of the model's columns."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)

    SPEND: Amount = Field(description="money spent in the half year", examples=[100.0])
    UNITS: Amount = Field(description="units bought in the half year", examples=[5.0])
    VISITS: Amount = Field(description="baskets bought in the half year", examples=[2.0])
    DISCOUNT_SHARE: float | None = Field(
        None, ge=0, le=1, description="share of the item rows bought on discount; left out when unknown", examples=[0.4]
    )


def as_values(row: FeatureRow) -> tuple[float, ...]:
    """Give what the model takes, in the order of the fields; one that was left out is NaN, as in training."""
    # written out, because a batch does it a thousand times
    share = row.DISCOUNT_SHARE
    return row.SPEND, row.UNITS, row.VISITS, math.nan if share is None else share
