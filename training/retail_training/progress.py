"""What whoever watches a run sees."""


def progress(stage: str, text: str) -> None:
    """Print one line at once."""
    print(f"{stage}: {text}", flush=True)
