"""What whoever watches a run sees."""


def progress(stage: str, text: str) -> None:
    """Print one line at once."""
    show(f"{stage}: {text}")


def show(text: str) -> None:
    """Print what was asked for."""
    print(text, flush=True)
