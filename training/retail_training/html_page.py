"""A page as one HTML file."""

from html import escape
from typing import Final

from retail_training.document import Block, Heading, Paragraph, Picture, Table

_STYLE: Final = (
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2em .6em;text-align:left}"
)


def to_html(blocks: tuple[Block, ...], pictures: dict[str, str]) -> str:
    """Render it with the SVG pictures inside, by their paths; every text is escaped."""
    title = next(block.text for block in blocks if isinstance(block, Heading))
    body = "\n".join(_block(block, pictures) for block in blocks)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n{body}\n</html>\n"
    )


def _block(block: Block, pictures: dict[str, str]) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Picture(path, text):
            return f'<figure role="img" aria-label="{escape(text)}">{pictures[path]}</figure>'
        case Table(columns, rows):
            return "\n".join(["<table>", _row("th", columns), *(_row("td", row) for row in rows), "</table>"])


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
