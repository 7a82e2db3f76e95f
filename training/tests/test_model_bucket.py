from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from memory_object_store import MeddlingStore, MemoryObjectStore

from retail_training.model_bucket import ModelBucket
from retail_training.object_store import LostRaceError, ObjectStore
from retail_training.training_error import BrokenVersionError, PointerMovedError, TrainingError

NOW = datetime(2026, 1, 2, tzinfo=UTC)
MODEL = b"{L model"


def described(version: str, model: bytes = MODEL, created: str = "2026-01-02T00:00:00+00:00") -> dict[str, Any]:
    return {
        "version": version,
        "created": created,
        "model": {"file": "model.ubj", "sha256": hashlib.sha256(model).hexdigest()},
    }


def export(store: ObjectStore, version: str, model: bytes = MODEL) -> None:
    bucket = ModelBucket(store)
    bucket.add_version(described(version, model), model)
    bucket.point_to(version, NOW)


def served(store: ObjectStore) -> str | None:
    """The version that a server would load now; fails when the pointer names one that isn't whole."""
    found = ModelBucket(store).in_service()
    return found.manifest["version"] if found else None


def test_keeps_earlier_versions_and_remembers_the_one_before() -> None:
    store = MemoryObjectStore()
    export(store, "m-1")
    export(store, "m-2", b"{L other")
    pointer = ModelBucket(store).pointer()
    assert pointer
    assert (pointer.version, pointer.previous) == ("m-2", "m-1")
    assert ModelBucket(store).read_version("m-1").content == MODEL


def test_completes_an_upload_that_was_interrupted() -> None:
    store = MemoryObjectStore()
    store.put("versions/m-1/model.ubj", b"half")
    assert ModelBucket(store).add_version(described("m-1"), MODEL)
    assert ModelBucket(store).read_version("m-1").content == MODEL


def test_never_overwrites_a_version() -> None:
    bucket = ModelBucket(MemoryObjectStore())
    bucket.add_version(described("m-1"), MODEL)
    with pytest.raises(TrainingError, match="never overwritten"):
        bucket.add_version(described("m-1", b"other"), b"other")


def test_lists_whole_versions_the_newest_first() -> None:
    store = MemoryObjectStore()
    bucket = ModelBucket(store)
    bucket.add_version(described("m-old", created="2026-01-01T00:00:00+00:00"), MODEL)
    bucket.add_version(described("m-new", created="2026-02-01T00:00:00+00:00"), MODEL)
    store.put("versions/m-half/model.ubj", MODEL)
    assert [manifest["version"] for manifest in bucket.versions()] == ["m-new", "m-old"]


@pytest.mark.parametrize("missing", ["model.ubj", "manifest.json"])
def test_refuses_to_read_half_a_version(missing: str) -> None:
    whole, half = MemoryObjectStore(), MemoryObjectStore()
    ModelBucket(whole).add_version(described("m-1"), MODEL)
    for name in whole.names(""):
        if not name.endswith(missing) and (found := whole.get(name)):
            half.put(name, found.content)
    with pytest.raises(BrokenVersionError, match="not there as a whole"):
        ModelBucket(half).read_version("m-1")


def test_refuses_to_read_a_damaged_version() -> None:
    store = MemoryObjectStore()
    ModelBucket(store).add_version(described("m-1"), MODEL)
    store.put("versions/m-1/model.ubj", b"tampered")
    with pytest.raises(BrokenVersionError, match="is damaged"):
        ModelBucket(store).read_version("m-1")


class KilledError(BaseException):
    """Nobody catches this, as nobody catches SIGKILL."""


def dying_at(call: int, *, answered: bool) -> MeddlingStore:
    """A store in whose n-th call the process dies, before or after the store did what it was asked."""
    begun: list[str] = []

    def before(name: str) -> None:
        begun.append(name)
        if len(begun) == call and not answered:
            raise KilledError

    def after() -> None:
        if len(begun) == call and answered:
            raise KilledError

    return MeddlingStore(before, after)


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("before", [None, "m-0"])
def test_killed_at_any_call_it_leaves_a_servable_model_and_the_next_run_completes(
    before: str | None, *, answered: bool
) -> None:
    for call in range(1, 100):
        dying = dying_at(call, answered=answered)
        alive = MemoryObjectStore()
        # the same objects, through a process that does not die
        alive.__dict__["_objects"] = dying.__dict__["_objects"]
        if before:
            export(alive, before, b"{L before")
        try:
            export(dying, "m-1")
        except KilledError:
            assert served(alive) in {before, "m-1"}
            export(alive, "m-1")
            assert served(alive) == "m-1"
        else:
            assert call > 5, "an export asks the store at least five times"
            return
    pytest.fail("an export never ended")


def racing(at: str, act: Any) -> MeddlingStore:
    """A store in which someone else acts just before the first call of this name."""
    waiting = [act]

    def before(call: str) -> None:
        if call == at and waiting:
            waiting.pop()(store)

    store = MeddlingStore(before)
    return store


@pytest.mark.parametrize("version", ["m-1", "m-2"])
def test_of_two_exporters_one_wins_and_none_is_lost(version: str) -> None:
    """The other one exports from start to end within any one call of this one."""
    calls = ["get versions/m-1/manifest.json", "write versions/m-1/model.ubj", "get current.json", "write current.json"]
    for call in calls:
        store = racing(call, lambda others: export(others, version, MODEL if version == "m-1" else b"{L other"))
        try:
            export(store, "m-1")
            winner = "m-1"
        except PointerMovedError:
            winner = version
        assert served(store) == winner
        kept = {manifest["version"] for manifest in ModelBucket(store).versions()}
        assert kept == {"m-1", version}


class Late(MemoryObjectStore):
    """Writes conditionally only after someone else did."""

    def __init__(self, act: Any) -> None:
        super().__init__()
        self._acts = [act]

    def create(self, name: str, content: bytes) -> None:
        self._act(name)
        super().create(name, content)

    def replace(self, name: str, content: bytes, etag: str) -> None:
        self._act(name)
        super().replace(name, content, etag)

    def _act(self, name: str) -> None:
        if self._acts and self._acts[-1](self, name):
            self._acts.pop()


@pytest.mark.parametrize("first_export", [True, False])
def test_does_not_move_a_pointer_that_someone_else_moved(*, first_export: bool) -> None:
    def move(store: MemoryObjectStore, name: str) -> bool:
        store.put(name, b'{"version": "m-9"}')
        return True

    store = Late(move)
    if not first_export:
        store.put("current.json", b'{"version": "m-1"}')
    with pytest.raises(PointerMovedError, match="by someone else meanwhile") as caught:
        ModelBucket(store).point_to("m-2", NOW)
    assert caught.value.exit_code == 4
    assert (pointer := ModelBucket(store).pointer())
    assert pointer.version == "m-9"


def faster(model: bytes) -> Any:
    def write(store: MemoryObjectStore, name: str) -> bool:
        if name.endswith("manifest.json"):
            MemoryObjectStore.put(store, name, _json(described("m-1", model)))
            return True
        return False

    return write


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode()


def test_a_twin_that_was_faster_is_no_failure() -> None:
    assert not ModelBucket(Late(faster(MODEL))).add_version(described("m-1"), MODEL)


def test_a_stranger_that_was_faster_is_one() -> None:
    with pytest.raises(TrainingError, match="never overwritten"):
        ModelBucket(Late(faster(b"other"))).add_version(described("m-1"), MODEL)


def test_a_manifest_that_came_and_went_is_told() -> None:
    class Fickle(MemoryObjectStore):
        def create(self, name: str, content: bytes) -> None:
            del content
            raise LostRaceError(name)

    with pytest.raises(TrainingError, match="export again"):
        ModelBucket(Fickle()).add_version(described("m-1"), MODEL)
