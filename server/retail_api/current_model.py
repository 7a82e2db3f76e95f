"""The model that requests are answered with."""

import logging

from retail_api.load_model import load_model
from retail_api.metrics import Metrics
from retail_api.model_problem import ModelProblem
from retail_api.model_store import ModelStore
from retail_api.served_model import ServedModel

_log = logging.getLogger(__name__)


class CurrentModel:
    """Holds the last good model. One thread refreshes it, any thread may read it."""

    def __init__(self, store: ModelStore, metrics: Metrics) -> None:
        """Start without a model."""
        self._store = store
        self._metrics = metrics
        self._etag: str | None = None
        self._model: ServedModel | None = None
        self._problem: str | None = "no model has been loaded yet"

    @property
    def model(self) -> ServedModel | None:
        """The last good model, if there ever was one."""
        return self._model

    @property
    def problem(self) -> str | None:
        """Why the last refresh failed; None if it did not."""
        return self._problem

    def refresh(self) -> None:
        """Look at the pointer once and follow it. Any failure is raised and kept as the problem; the model stays."""
        try:
            outcome = self._follow_pointer()
        except ModelProblem as problem:
            self._note(problem.outcome, str(problem))
            raise
        except Exception as error:
            self._note("failed", f"{type(error).__name__}: {error}")
            raise
        self._note(outcome, None)
        self._metrics.last_good_refresh.set_to_current_time()

    def _follow_pointer(self) -> str:
        tagged = self._store.read_pointer(self._etag)
        if tagged is None:
            return "unchanged"
        if self._model is None or self._model.version != tagged.pointer.version:
            self._swap(load_model(self._store.read_bundle(tagged.pointer.version)))
        # only now: a pointer to a bad model must not count as known
        self._etag = tagged.etag
        return "loaded"

    def _swap(self, model: ServedModel) -> None:
        before = self._model.version if self._model else None
        # one assignment: a request sees the old model or the new one
        self._model = model
        self._metrics.note_model(model.version)
        _log.info("model loaded", extra={"model_version": model.version, "previous_version": before})

    def _note(self, outcome: str, problem: str | None) -> None:
        self._problem = problem
        self._metrics.refreshes.labels(outcome).inc()
