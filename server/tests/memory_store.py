"""Models in memory, as training would export them."""

from typing import Any

from example_model import example_booster, example_bytes, example_manifest

from retail_api.model_bundle import ModelBundle
from retail_api.model_manifest import ModelManifest
from retail_api.model_pointer import ModelPointer
from retail_api.model_problem import ModelUnavailableError
from retail_api.model_store import TaggedPointer


def example_bundle(version: str, /, *, seed: int = 1, **changes: Any) -> ModelBundle:
    model = example_bytes(example_booster(seed=seed))
    return ModelBundle(ModelManifest.model_validate(example_manifest(version, model, **changes)), model)


class MemoryStore:
    def __init__(self, *bundles: ModelBundle) -> None:
        self.bundles = {bundle.manifest.version: bundle for bundle in bundles}
        self.current = next(iter(self.bundles), None)

    def point_to(self, version: str | None) -> None:
        self.current = version

    def read_pointer(self, known_etag: str | None) -> TaggedPointer | None:
        if self.current is None:
            raise ModelUnavailableError("nothing was exported yet")
        if known_etag == self.current:
            return None
        return TaggedPointer(ModelPointer(format=1, version=self.current), self.current)

    def read_bundle(self, version: str) -> ModelBundle:
        if version not in self.bundles:
            raise ModelUnavailableError(f'there is no version "{version}"')
        return self.bundles[version]
