"""What is counted."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector


class Metrics:
    """The metrics of one application, in a registry of their own so that several can live in one process."""

    def __init__(self) -> None:
        """Register everything at zero."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.requests = Counter(
            "http_requests", "Requests answered", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "http_request_duration_seconds",
            "Time to answer",
            ["method", "route"],
            buckets=(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1),
            registry=self.registry,
        )
        self.predictions = Counter(
            "predictions", "Predictions made", ["label", "model_version"], registry=self.registry
        )
        self.batch_rows = Histogram(
            "batch_rows", "Rows in a batch", buckets=(1, 10, 50, 100, 250, 500, 1000), registry=self.registry
        )
        self.in_flight = Gauge("predictions_in_flight", "Requests for predictions let in", registry=self.registry)
        self.last_good_refresh = Gauge(
            "model_last_good_refresh_timestamp_seconds",
            "When the store last answered with a pointer to the served model; 0 for never",
            registry=self.registry,
        )
        self.refreshes = Counter("model_refreshes", "Looks at the model pointer", ["outcome"], registry=self.registry)
        self._model_loaded = Gauge(
            "model_loaded_timestamp_seconds",
            "When the served model was loaded",
            ["model_version"],
            registry=self.registry,
        )

    def note_model(self, version: str) -> None:
        """Say that this version is served from now on, instead of any other."""
        self._model_loaded.clear()
        self._model_loaded.labels(version).set_to_current_time()
