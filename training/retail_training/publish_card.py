"""`python -m retail_training model-card` writes the page of the documentation."""

import tempfile
from pathlib import Path

from retail_training.evaluate import evaluate
from retail_training.evaluated import Evaluated
from retail_training.markdown import to_markdown
from retail_training.model_card import card_blocks
from retail_training.plots import draw_plots
from retail_training.run_record import Trained
from retail_training.settings import Settings
from retail_training.train import train
from retail_training.training_error import TrainingError


def publish_card(settings: Settings, into: str | None, *, check: bool) -> None:
    """Train and evaluate without a bucket, then write `model.md` and `model/*.svg`, or compare them with what is there.

    Raises TrainingError when they differ.
    """
    if into is None:
        raise TrainingError("--into is not set: name the folder of the page, like --into docs")
    for name, content in _fresh(settings).items():
        path = Path(into) / name
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        elif not path.is_file() or path.read_text() != content:
            raise TrainingError(f'"{path}" is not what a fresh run gives: make it again without --check')


def _fresh(settings: Settings) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        alone = {"output_dir": Path(folder), "model_bucket": None, "mlflow_tracking_uri": None, "minimum_auc": 0.0}
        own = settings.model_copy(update=alone)
        train(own)
        evaluate(own)
        record, evaluated = Trained.read(Path(folder)), Evaluated.read(Path(folder))
    page = to_markdown(card_blocks(record, evaluated, plot_folder="model/"))
    return {"model.md": page} | {f"model/{name}": plot for name, plot in draw_plots(evaluated).items()}
