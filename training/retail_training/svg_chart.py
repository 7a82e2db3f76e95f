"""Charts as small SVG files: the same figures give the same bytes."""

from dataclasses import dataclass
from html import escape
from typing import Final

WIDTH: Final = 480
HEIGHT: Final = 360
_LEFT, _TOP, _PLOT_WIDTH, _PLOT_HEIGHT = 60, 40, 390, 260
COLOURS: Final = ("#1f6feb", "#d4731c", "#6e7781")

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A line through points from (0, 0) to (1, 1)."""

    name: str
    points: Points
    has_dots: bool = False


def line_chart(title: str, axes: tuple[str, str], series: tuple[Series, ...]) -> str:
    """Draw lines over the unit square, and the diagonal for comparison."""
    lines = [_diagonal()]
    for place, one in enumerate(series):
        colour = COLOURS[place % len(COLOURS)]
        lines.append(_polyline(one, colour))
        lines.append(_text(_LEFT + 200, _TOP + 210 + 18 * place, one.name, fill=colour))
    return _svg(title, [*_frame(axes), *lines])


def bar_chart(title: str, bars: tuple[tuple[str, float], ...]) -> str:
    """Draw one horizontal bar for each name; values are shares from 0 to 1."""
    height = _PLOT_HEIGHT / max(len(bars), 1)
    parts = []
    for place, (name, value) in enumerate(bars):
        top = _TOP + place * height
        parts.append(
            f'<rect x="170" y="{top + height * 0.15:.1f}" width="{value * 230:.1f}" height="{height * 0.7:.1f}" '
            f'fill="{COLOURS[0]}"/>'
        )
        middle = top + height / 2 + 4
        parts.append(_text(160, middle, name, anchor="end"))
        parts.append(_text(176 + value * 230, middle, f"{value:.1%}"))
    return _svg(title, parts)


def _frame(axes: tuple[str, str]) -> list[str]:
    parts = [
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_PLOT_WIDTH}" height="{_PLOT_HEIGHT}" fill="none" stroke="#8c959f"/>'
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = _place((tick, tick))
        parts.append(_text(x, _TOP + _PLOT_HEIGHT + 18, f"{tick:g}", anchor="middle"))
        parts.append(_text(_LEFT - 8, y + 4, f"{tick:g}", anchor="end"))
    across, up = axes
    parts.append(_text(_LEFT + _PLOT_WIDTH / 2, HEIGHT - 14, across, anchor="middle"))
    middle = _TOP + _PLOT_HEIGHT / 2
    return [*parts, _text(16, middle, up, anchor="middle", turn=f' transform="rotate(-90 16 {middle:g})"')]


def _diagonal() -> str:
    (x1, y1), (x2, y2) = _place((0, 0)), _place((1, 1))
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#8c959f" stroke-dasharray="4 4"/>'


def _polyline(series: Series, colour: str) -> str:
    places = [_place(point) for point in series.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>' + dots * series.has_dots


def _place(point: tuple[float, float]) -> tuple[float, float]:
    return _LEFT + point[0] * _PLOT_WIDTH, _TOP + (1 - point[1]) * _PLOT_HEIGHT


def _text(x: float, y: float, text: str, *, anchor: str = "start", fill: str = "#1f2328", turn: str = "") -> str:  # noqa: PLR0913 -- SVG's own attributes
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}"{turn}>{escape(text)}</text>'


def _svg(title: str, parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="sans-serif" font-size="12">\n<title>{escape(title)}</title>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>\n'
        f"{_text(WIDTH / 2, 22, title, anchor='middle')}\n{body}\n</svg>\n"
    )
