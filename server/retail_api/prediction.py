"""A question to the model and its answer."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from retail_api.feature_row import FeatureRow

CustomerId = Annotated[str, Field(min_length=1, max_length=128, examples=["c-1"])]


class PredictionRequest(BaseModel):
    """Ask whether a customer is price sensitive."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    features: FeatureRow
    customer_id: CustomerId | None = Field(None, description="returned with the answer, never stored or logged")


class Prediction(BaseModel):
    """The answer."""

    # "model_version" is a fact about the answer, not a method of pydantic
    model_config = ConfigDict(frozen=True, protected_namespaces=())

    customer_id: str | None
    prediction: Literal[0, 1] = Field(description="1 when the customer is price sensitive")
    label: Literal["price_sensitive", "not_price_sensitive"]
    probability: float = Field(description="probability of price_sensitive, 0 to 1")
    model_version: str
