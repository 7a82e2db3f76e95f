"""A question to the model and its answer."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from retail_api.feature_row import FeatureRow

# at the most they take about 15 ms, in which the server answers nobody else
MOST_ROWS: Final = 1000

Label = Literal["price_sensitive", "not_price_sensitive"]
CustomerId = Annotated[str, Field(min_length=1, max_length=128, examples=["c-1"])]


class PredictionRequest(BaseModel):
    """Ask whether a customer is price sensitive."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    features: FeatureRow
    customer_id: CustomerId | None = Field(None, description="returned with the answer, never stored or logged")


class BatchRequest(BaseModel):
    """Ask about many customers at once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: list[PredictionRequest] = Field(min_length=1, max_length=MOST_ROWS)


# what we say ourselves needs no check, and a batch says it a thousand times: plain dataclasses, which are not frozen,
# because that would make them three times as long
@dataclass(slots=True)
class CustomerPrediction:
    """The answer for one customer."""

    customer_id: str | None
    prediction: Annotated[Literal[0, 1], Field(description="1 when the customer is price sensitive")]
    label: Label
    probability: Annotated[float, Field(description="probability of price_sensitive, 0 to 1")]


@dataclass(slots=True)
class Prediction(CustomerPrediction):
    """The answer, and the model that gave it."""

    model_version: str


@dataclass(slots=True)
class BatchPrediction:
    """The answers in the order of the rows, all by one model."""

    model_version: str
    predictions: list[CustomerPrediction]
