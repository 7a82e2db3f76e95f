"""What whoever uses a model should know about it (after "Model Cards for Model Reporting", Mitchell et al., 2019)."""

from pathlib import Path

from retail_training.document import Block, Heading, Paragraph, Picture, Table
from retail_training.evaluated import Evaluated
from retail_training.feature import features_named
from retail_training.html_page import to_html
from retail_training.markdown import to_markdown
from retail_training.measure_model import ALL_FEATURES_VIEW, REQUIRED_VIEW
from retail_training.measures import Measures
from retail_training.plots import draw_plots
from retail_training.run_record import Trained


def write_model_card(folder: Path, record: Trained, evaluated: Evaluated) -> list[Path]:
    """Write the card as Markdown and as HTML, and the plots; returns the paths."""
    plots = draw_plots(evaluated)
    blocks = (*card_blocks(record, evaluated, plot_folder=""), *_service(evaluated))
    files = {"model-card.md": to_markdown(blocks), "model-card.html": to_html(blocks, plots), **plots}
    for name, content in files.items():
        (folder / name).write_text(content)
    return [folder / name for name in files]


def card_blocks(record: Trained, evaluated: Evaluated, *, plot_folder: str) -> tuple[Block, ...]:
    """Say it; the plots lie in this folder, which ends in a slash or is empty."""
    return (
        Heading(1, "Model card: retail price sensitivity"),
        *_use(),
        *_features(record, evaluated),
        *_training(record),
        *_figures(evaluated),
        Heading(2, "Plots"),
        Picture(f"{plot_folder}roc.svg", "ROC curve of both kinds of request"),
        Picture(f"{plot_folder}calibration.svg", "predicted probability against the share that was price sensitive"),
        Picture(f"{plot_folder}importance.svg", "importance of each feature"),
    )


def _use() -> tuple[Block, ...]:
    return (
        Paragraph(
            "From what a household bought in weeks 1 to 26 of a year, the model gives the probability that it buys on "
            "discount more than the median household in weeks 27 to 52."
        ),
        Heading(2, "Use and limits"),
        Paragraph(
            "Made for choosing who gets which offer. Not made for prices that differ from person to person, for "
            "credit, or for anything that a household can't refuse. The data is one retailer's single year, so it "
            "says nothing about other shops, countries or years; nothing is known of who the people are, so fairness "
            "between groups of people can't be measured."
        ),
    )


def _features(record: Trained, evaluated: Evaluated) -> tuple[Block, ...]:
    rows = tuple(
        (
            feature.name,
            "yes" if feature.required else "no",
            feature.meaning,
            f"{evaluated.importance[feature.name]:.1%}",
        )
        for feature in features_named(record.features)
    )
    return Heading(2, "Features"), Table(("feature", "required", "meaning", "share of gain"), rows)


def _training(record: Trained) -> tuple[Block, ...]:
    rows = (
        ("data", f"{record.data_file}, sha256 {record.data_sha256}"),
        ("model", f"sha256 {record.model_sha256}"),
        ("learned from", f"{record.training_households} households"),
        ("measured on", f"{record.held_out_households} others, held out by a hash of their id"),
        ("price sensitive is", f"a discount share above {record.median_discount_share:.4f} in weeks 27 to 52"),
        *((name, str(value)) for name, value in record.parameters.items()),
    )
    return Heading(2, "Training"), Table(("what", "value"), rows)


def _figures(evaluated: Evaluated) -> tuple[Block, ...]:
    views = [(f"model, {view}", _of_view(evaluated, view)) for view in (ALL_FEATURES_VIEW, REQUIRED_VIEW)]
    rows = tuple(_measured(name, measures) for name, measures in (*views, *evaluated.baselines.items()))
    segments = tuple(
        (
            segment.name,
            str(segment.households),
            f"{segment.price_sensitive_share:.3f}",
            "-" if segment.auc is None else f"{segment.auc:.4f}",
            f"{segment.mean_error:+.3f}",
        )
        for segment in evaluated.segments
    )
    return (
        Heading(2, "Figures, held-out households"),
        Table(("predicted by", "ROC AUC", "PR AUC", "Brier", "log loss"), rows),
        Paragraph(
            f"With other households like these the ROC AUC would be {_range(evaluated, 'all_features')} with all and "
            f"{_range(evaluated, 'required_features')} with the required features, 95 times of 100. "
            f"A model that was made for the required features alone has a ROC AUC of "
            f"{evaluated.metrics['auc_required_features_reference']:.4f}. The mean distance of predicted and observed "
            f"share over ten bins is {evaluated.metrics['calibration_error']:.4f} with all features."
        ),
        Heading(2, "By segment, all features"),
        Table(("households", "number", "price sensitive", "ROC AUC", "mean error"), segments),
    )


def _of_view(evaluated: Evaluated, view: str) -> Measures:
    suffix = view.replace(" ", "_")
    return Measures(**{name: evaluated.metrics[f"{name}_{suffix}"] for name in Measures.model_fields})


def _range(evaluated: Evaluated, view: str) -> str:
    return f"{evaluated.metrics[f'auc_low_{view}']:.3f} to {evaluated.metrics[f'auc_high_{view}']:.3f}"


def _measured(name: str, measures: Measures) -> tuple[str, ...]:
    return (name, *(f"{value:.4f}" for value in (measures.auc, measures.pr_auc, measures.brier, measures.log_loss)))


def _service(evaluated: Evaluated) -> tuple[Block, ...]:
    found = evaluated.comparison
    text = (
        f"Not compared with a model in service: {evaluated.not_compared}."
        if found is None
        else f"For {found.households} households that neither has learned from, this model has a ROC AUC of "
        f"{found.auc:.4f} and the one in service, {found.version}, of {found.auc_in_service:.4f}."
    )
    refused = tuple(Paragraph(f"Refused: {reason}.") for reason in evaluated.refused)
    return Heading(2, "Compared with the model in service"), Paragraph(text), *refused
