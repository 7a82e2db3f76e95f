from collections.abc import Callable

from retail_training.object_store import LostRaceError, StoredObject


class MemoryObjectStore:
    """An ObjectStore."""

    def __init__(self) -> None:
        self._objects: dict[str, StoredObject] = {}
        self._writes = 0

    def get(self, name: str) -> StoredObject | None:
        return self._objects.get(name)

    def put(self, name: str, content: bytes) -> None:
        self._writes += 1
        self._objects[name] = StoredObject(content, f'"{self._writes}"')

    def create(self, name: str, content: bytes) -> None:
        if name in self._objects:
            raise LostRaceError(name)
        self.put(name, content)

    def replace(self, name: str, content: bytes, etag: str) -> None:
        found = self._objects.get(name)
        if found is None or found.etag != etag:
            raise LostRaceError(name)
        self.put(name, content)

    def names(self, start: str) -> list[str]:
        return sorted(name for name in self._objects if name.startswith(start))

    def address(self, name: str) -> str:
        return f"memory://{name}"


class MeddlingStore(MemoryObjectStore):
    """Does something before each call, and something after it: someone else acts, or the process dies."""

    def __init__(self, before: Callable[[str], None], after: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self._before, self._after = before, after

    def get(self, name: str) -> StoredObject | None:
        self._before(f"get {name}")
        found = super().get(name)
        self._after()
        return found

    def put(self, name: str, content: bytes) -> None:
        self._before(f"write {name}")
        super().put(name, content)
        self._after()
