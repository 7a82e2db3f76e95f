"""Whether the process is on its way out."""


class Drain:
    """Set once, after SIGTERM. From then on the process says that it is not ready, and goes on answering."""

    def __init__(self) -> None:
        """Start in service."""
        self._under_way = False

    @property
    def under_way(self) -> bool:
        """Whether traffic should go elsewhere."""
        return self._under_way

    def begin(self) -> None:
        """Ask for traffic to go elsewhere. May be called from a signal handler."""
        self._under_way = True
