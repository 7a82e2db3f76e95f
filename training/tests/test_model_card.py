from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from retail_training.document import Heading, Paragraph, Picture, Table
from retail_training.evaluated import Evaluated
from retail_training.html_page import to_html
from retail_training.markdown import to_markdown
from retail_training.publish_card import publish_card
from retail_training.run_record import Trained
from retail_training.settings import Settings
from retail_training.svg_chart import Series, bar_chart, line_chart
from retail_training.training_error import TrainingError

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "<script>alert(1)</script> | [x](javascript:y) `z` *b* _i_ &amp; # \\"
BLOCKS = (Heading(1, HOSTILE), Paragraph(HOSTILE), Table(("a|b", "c"), ((HOSTILE, "line\nbreak"),)))


def test_markdown_escapes_what_would_be_markup() -> None:
    text = to_markdown(BLOCKS)
    assert not re.search(r"(?<!\\)[<>`*\[]", text)
    table = text.rstrip().splitlines()[-1]
    # the row's own three bars, and those of the text escaped
    assert len(re.findall(r"(?<!\\)\|", table)) == 3
    assert "line break" in table
    assert r"\_i\_" in text


def test_markdown_leaves_names_alone() -> None:
    assert to_markdown((Paragraph("DISCOUNT_SHARE is 0.5 (a share)"),)) == "DISCOUNT_SHARE is 0.5 (a share)\n"


def test_html_escapes_every_text_and_holds_its_pictures() -> None:
    page = to_html((*BLOCKS, Picture("roc.svg", '"><script>')), {"roc.svg": "<svg/>"})
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<svg/>" in page
    assert 'aria-label="&quot;&gt;&lt;script&gt;"' in page


def test_charts_are_well_formed_and_escape_their_texts() -> None:
    lines = line_chart(HOSTILE, (HOSTILE, "up"), (Series(HOSTILE, ((0, 0), (1, 1)), has_dots=True),))
    bars = bar_chart(HOSTILE, ((HOSTILE, 1.0), ("none", 0.0)))
    for chart in (lines, bars):
        root = ET.fromstring(chart)  # noqa: S314 -- made here
        assert HOSTILE in {element.text for element in root.iter()}
        assert not [element for element in root.iter() if element.tag.endswith("script")]


def test_a_line_goes_from_corner_to_corner() -> None:
    root = ET.fromstring(line_chart("t", ("x", "y"), (Series("s", ((0, 0), (1, 1))),)))  # noqa: S314 -- made here
    frame = next(element for element in root.iter() if element.get("fill") == "none")
    left, top, width, height = (float(frame.get(name, "")) for name in ("x", "y", "width", "height"))
    line = next(element for element in root.iter() if element.tag.endswith("polyline"))
    assert line.get("points") == f"{left:.1f},{top + height:.1f} {left + width:.1f},{top:.1f}"


def test_the_card_says_what_was_measured(evaluated: Settings) -> None:
    folder = evaluated.output_dir
    found, record = Evaluated.read(folder), Trained.read(folder)
    markdown, html = ((folder / f"model-card.{kind}").read_text() for kind in ("md", "html"))
    for card in (markdown, html):
        assert record.data_sha256 in card
        assert record.model_sha256 in card
        assert f"{found.metrics['auc_all_features']:.4f}" in card
        assert "logistic regression, all features" in card
        assert "lowest third of SPEND" in card
        assert "Not compared with a model in service" in card
    assert html.count("<svg") == 3
    for name in re.findall(r"\((\S+\.svg)\)", markdown):
        assert (folder / name).is_file()
    # thirds and bins hold every held-out household once
    assert sum(segment.households for segment in found.segments[:3]) == record.held_out_households
    assert [sum(part.households for part in bins) for bins in found.reliability.values()] == [
        record.held_out_households
    ] * 2
    assert sum(found.importance.values()) == pytest.approx(1, abs=1e-5)
    for points in found.roc.values():
        assert (points[0], points[-1]) == ((0, 0), (1, 1))


def test_the_page_is_made_and_compared(settings: Settings, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    publish_card(settings, str(docs), check=False)
    publish_card(settings, str(docs), check=True)
    (docs / "model/roc.svg").write_text("other")
    with pytest.raises(TrainingError, match=r"roc\.svg\" is not what a fresh run gives"):
        publish_card(settings, str(docs), check=True)
