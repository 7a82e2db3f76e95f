"""Why there is no (newer) model."""


class ModelProblem(Exception):  # noqa: N818 -- a state of the outside that the server reports, not a defect
    """The wanted model can't be served; the text says what, the value and the fix."""

    outcome: str


class ModelUnavailableError(ModelProblem):
    """The store did not answer, or does not hold what was asked for."""

    outcome = "unavailable"


class ModelRejectedError(ModelProblem):
    """The store answered with something that must not be served."""

    outcome = "rejected"
