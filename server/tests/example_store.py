"""What training does to the bucket, and what can go wrong with it."""

from __future__ import annotations

import json
from typing import Any, Protocol

from example_model import example_booster, example_bytes, example_manifest

BUCKET = "example-models"


class Puts(Protocol):
    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> Any:  # noqa: N803 -- as S3's client names them
        ...


class ExampleStore:
    def __init__(self, client: Puts, prefix: str = "models/retail-price-sensitivity") -> None:
        self.client = client
        self.prefix = prefix

    def export(self, version: str, /, *, seed: int = 1, **changes: Any) -> None:
        model = example_bytes(example_booster(seed=seed))
        self.put(f"versions/{version}/model.ubj", model)
        self.put_json(f"versions/{version}/manifest.json", example_manifest(version, model, **changes))
        self.point_to(version)

    def point_to(self, version: str) -> None:
        self.put_json("current.json", {"format": 1, "version": version, "previous": None})

    def put_json(self, name: str, document: object) -> None:
        self.put(name, json.dumps(document).encode())

    def put(self, name: str, content: bytes) -> None:
        self.client.put_object(Bucket=BUCKET, Key=f"{self.prefix}/{name}", Body=content)
