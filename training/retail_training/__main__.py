"""The whole run: `python -m retail_training`."""

import argparse

from retail_training.evaluate import evaluate
from retail_training.export import export
from retail_training.stage import run_stage
from retail_training.train import train


def main() -> None:
    """Train, evaluate and export, in that order; everything is set by the environment."""
    parser = argparse.ArgumentParser(prog="retail_training", description=main.__doc__)
    parser.add_argument(
        "job", nargs="?", choices=["train"], help="what SageMaker says to every training container; changes nothing"
    )
    parser.parse_args()
    run_stage(train, evaluate, export)


if __name__ == "__main__":
    main()
