"""Whether this process should get traffic."""

from pydantic import BaseModel, ConfigDict

from retail_api.current_model import CurrentModel
from retail_api.drain import Drain


class Ready(BaseModel):
    """It should."""

    model_config = ConfigDict(protected_namespaces=())

    ready: bool = True
    model_version: str
    last_refresh_problem: str | None


class NotReady(BaseModel):
    """It should not, yet or any more."""

    ready: bool = False
    reason: str


def readiness(current: CurrentModel, drain: Drain) -> Ready | NotReady:
    """Judge by the model and by the drain."""
    if drain.under_way:
        return NotReady(reason="the process is ending")
    if current.model is None:
        return NotReady(reason=current.problem or "no model is loaded")
    return Ready(model_version=current.model.version, last_refresh_problem=current.problem)
