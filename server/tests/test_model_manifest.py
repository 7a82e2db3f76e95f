import json
from pathlib import Path

from retail_api.model_manifest import ModelManifest

SCHEMA = Path(__file__).parents[1] / "model-manifest.schema.json"


def test_the_published_schema_is_that_of_the_code() -> None:
    """Training checks its own manifest against this file."""
    assert json.loads(SCHEMA.read_text()) == ModelManifest.model_json_schema()
