"""A page as Markdown."""

import re

from retail_training.document import Block, Heading, Paragraph, Picture, Table


def to_markdown(blocks: tuple[Block, ...]) -> str:
    """Render it; what would be Markdown or HTML inside of a text is escaped."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_text(text)}"
        case Paragraph(text):
            return _text(text)
        case Picture(path, text):
            return f"![{_text(text)}]({path})"
        case Table(columns, rows):
            return "\n".join([_row(columns), "|" + "---|" * len(columns), *map(_row, rows)])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_text(cell) for cell in cells) + " |"


def _text(text: str) -> str:
    # an underscore inside of a word is only itself; at its edge it would begin emphasis
    return re.sub(r"([\\`*\[\]<>|#&~]|\b_|_\b)", r"\\\1", " ".join(text.split()))
