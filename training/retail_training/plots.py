"""The pictures of a model card."""

from retail_training.evaluated import Evaluated
from retail_training.svg_chart import Series, bar_chart, line_chart


def draw_plots(evaluated: Evaluated) -> dict[str, str]:
    """Draw them; by file name."""
    return {"roc.svg": _roc(evaluated), "calibration.svg": _calibration(evaluated), "importance.svg": _gain(evaluated)}


def _roc(evaluated: Evaluated) -> str:
    series = tuple(Series(view, points) for view, points in evaluated.roc.items())
    return line_chart("ROC, held-out households", ("false positive rate", "true positive rate"), series)


def _calibration(evaluated: Evaluated) -> str:
    series = tuple(
        Series(view, tuple((part.predicted, part.observed) for part in bins), has_dots=True)
        for view, bins in evaluated.reliability.items()
    )
    return line_chart("Calibration, held-out households", ("predicted probability", "share that was"), series)


def _gain(evaluated: Evaluated) -> str:
    bars = sorted(evaluated.importance.items(), key=lambda bar: (-bar[1], bar[0]))
    return bar_chart("Importance: share of the gain of all splits", tuple(bars))
