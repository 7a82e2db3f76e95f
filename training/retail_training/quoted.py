"""Values from outside, made visible."""

import json
from typing import Final

LONGEST: Final = 60


def quoted(value: str) -> str:
    """In double quotes, with control characters escaped, and no longer than a message can bear."""
    return json.dumps(value if len(value) <= LONGEST else value[:LONGEST] + "…", ensure_ascii=False)
