"""`nx run training:model-card-check` compares docs/model.md with a fresh run; this, with what is written by hand."""

import re
from pathlib import Path

from retail_training.boosting import parameters_of
from retail_training.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "model.md").read_text()
README = (Path(__file__).parents[1] / "README.md").read_text()


def cells(first: str, text: str = PAGE) -> list[str]:
    """The other cells of the row of a table that begins with this one."""
    row = next(line for line in text.splitlines() if line.startswith(f"| {first} |"))
    return [cell.strip() for cell in row.strip("|").split("|")][1:]


def test_the_page_was_made_with_the_defaults_of_today() -> None:
    settings = Settings()
    for name, value in parameters_of(settings).items():
        assert cells(name) == [str(value)]
    assert cells("early_stopping_rounds") == [str(settings.early_stopping_rounds)]
    for feature in settings.features:
        assert cells(feature.name)[:2] == ["yes" if feature.required else "no", feature.meaning]


def test_the_readme_has_the_figures_of_the_page() -> None:
    for view, row in (("all", "with `DISCOUNT_SHARE`"), ("required", "the three required features")):
        auc, interval = cells(row, README)
        assert cells(f"model, {view} features")[0] == auc
        assert interval in PAGE


def test_the_page_shows_the_plots_beside_it() -> None:
    shown = re.findall(r"\((model/\S+)\)", PAGE)
    assert sorted(DOCS / name for name in shown) == sorted((DOCS / "model").iterdir())
