"""What each command does, with no more imported than it needs: XGBoost and MLflow take seconds.

So help, versions and rollback are quick, and a run that is stopped while it starts ends at once.
"""

import argparse

from retail_training.settings import Settings


def whole_run(settings: Settings, _: argparse.Namespace) -> None:
    """Train, evaluate and export."""
    from retail_training.evaluate import evaluate
    from retail_training.export import export
    from retail_training.train import train

    for stage in (train, evaluate, export):
        stage(settings)


def train(settings: Settings, _: argparse.Namespace) -> None:
    """Learn the model."""
    from retail_training.train import train

    train(settings)


def evaluate(settings: Settings, _: argparse.Namespace) -> None:
    """Measure it."""
    from retail_training.evaluate import evaluate

    evaluate(settings)


def export(settings: Settings, given: argparse.Namespace) -> None:
    """Upload it."""
    from retail_training.export import export

    export(settings, dry_run=given.dry_run)


def versions(settings: Settings, given: argparse.Namespace) -> None:
    """List the versions."""
    from retail_training.versions import versions

    versions(settings, as_json=given.json)


def rollback(settings: Settings, given: argparse.Namespace) -> None:
    """Move the pointer."""
    from retail_training.rollback import rollback

    rollback(settings, given.to, dry_run=given.dry_run)


def model_card(settings: Settings, given: argparse.Namespace) -> None:
    """Write the page."""
    from retail_training.publish_card import publish_card

    publish_card(settings, given.into, check=given.check)
