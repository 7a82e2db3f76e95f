"""Stage 2: `python -m retail_training evaluate` measures the model on households that it has not seen."""

import mlflow

from retail_training.compare_with_service import compare_with_service
from retail_training.evaluated import Comparison, Evaluated
from retail_training.measure_model import measure_model
from retail_training.model_bucket import open_model_bucket
from retail_training.model_card import write_model_card
from retail_training.progress import progress
from retail_training.settings import Settings
from retail_training.task import Task, split_into_task
from retail_training.tracking import tracked_run
from retail_training.trained_model import TrainedModel, read_trained_model
from retail_training.training_data import TrainingData, read_training_data
from retail_training.training_error import BrokenVersionError, ModelRefusedError, TrainingError
from retail_training.verdict import reasons_to_refuse


def evaluate(settings: Settings) -> None:
    """Measure, and write `evaluated.json`, the model card and its plots to the output folder.

    Raises ModelRefusedError, after everything is written, when the model must not be served.
    """
    model = read_trained_model(settings)
    evaluated = _evaluate(settings, model, _same_data(settings, model))
    path = evaluated.write(settings.output_dir)
    card = write_model_card(settings.output_dir, model.record, evaluated)
    with tracked_run(settings, model.record.tracking_run):
        mlflow.log_metrics(evaluated.metrics)
        mlflow.set_tag("verdict", f"refused: {'; '.join(evaluated.refused)}" if evaluated.refused else "may be served")
        for file in (path, *card):
            mlflow.log_artifact(str(file))
    _report(evaluated)
    if evaluated.refused:
        raise ModelRefusedError("; ".join(evaluated.refused))


def _same_data(settings: Settings, model: TrainedModel) -> TrainingData:
    data = read_training_data(settings)
    if data.sha256 != model.record.data_sha256:
        raise TrainingError(f'"{data.file}" is not the data that the model was trained with: train again')
    return data


def _evaluate(settings: Settings, model: TrainedModel, data: TrainingData) -> Evaluated:
    task = split_into_task(data.households, model.record.seed)
    measured = measure_model(model, task)
    comparison, not_compared = _compare(settings, model, task)
    found = measured.model_copy(update={"comparison": comparison, "not_compared": not_compared})
    return found.model_copy(update={"refused": reasons_to_refuse(found, settings)})


def _compare(settings: Settings, model: TrainedModel, task: Task) -> tuple[Comparison | None, str | None]:
    try:
        service = open_model_bucket(settings).in_service() if settings.model_bucket else None
    except BrokenVersionError as error:
        # no reason to keep a good model back: the next export is what mends this
        return None, str(error)
    return compare_with_service(model, task, service)


def _report(evaluated: Evaluated) -> None:
    for name, value in evaluated.metrics.items():
        progress("evaluate", f"{name} {value:.4f}")
    if evaluated.comparison:
        found = evaluated.comparison
        progress(
            "evaluate",
            f"model in service ({found.version}): auc {found.auc_in_service:.4f}, "
            f"this one {found.auc:.4f}, for {found.households} households that neither has seen",
        )
    else:
        progress("evaluate", f"not compared with a model in service: {evaluated.not_compared}")
