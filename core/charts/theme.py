"""A finished figure in other colours of page and text, such as those of a dark desktop.

Charts are drawn for white paper. On a dark window every colour that would be hard to see is made lighter until its
contrast is enough; hues stay, so that a line keeps its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import FloatArray
from . import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TEXT_CONTRAST = 4.5
"""Least contrast of text with what is behind it (WCAG 2.1, 1.4.3)."""
LINE_CONTRAST = 3.0
"""Least contrast of the lines of a chart (WCAG 2.1, 1.4.11)."""
_GRID_SHARE = 0.2  # of the text's colour in the lines of the grid, the rest is background
_STEPS = 20


def contrast(one: Any, other: Any) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Any, background: Any, least: float = TEXT_CONTRAST) -> str:
    """Return a colour, moved towards white or black until it has the least contrast with a background.

    Parameters
    ----------
    colour, background : colour
        ``#rrggbb``, or as matplotlib takes them.
    least : float
        Contrast that is wanted.
    """
    own = _codes(colour)
    end = np.array([1.0, 1.0, 1.0] if _luminance(background) < 0.18 else [0.0, 0.0, 0.0])
    for step in range(_STEPS + 1):
        mixed = own + (end - own) * step / _STEPS
        if contrast(mixed, background) >= least:
            break
    return _written(mixed)


def adapt(figure: Figure, background: str, ink: str) -> None:
    """Give a figure that was drawn for white paper the colours of a window.

    Parameters
    ----------
    figure : Figure
        Finished; its artists are changed.
    background, ink : str
        Of the window's text fields, ``#rrggbb``. On a white background nothing changes.
    """
    if background.lower() == "#ffffff":
        return
    from matplotlib.collections import Collection
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.text import Text

    grid = _written(_codes(background) * (1.0 - _GRID_SHARE) + _codes(ink) * _GRID_SHARE)
    for artist in figure.findobj():
        if isinstance(artist, Text):
            artist.set_color(readable(artist.get_color(), background))
        elif isinstance(artist, Line2D):
            _adapt_line(artist, background, grid)
        elif isinstance(artist, Patch):
            _adapt_faces(artist, background)
        elif isinstance(artist, Collection):
            _adapt_faces(artist, background, many=True)


def _adapt_line(line: Any, background: str, grid: str) -> None:
    from matplotlib.colors import to_hex

    def of(colour: Any) -> Any:
        if isinstance(colour, str) and colour in ("none", "auto"):
            return colour
        if to_hex(colour) == style.GRID:
            return grid
        return background if to_hex(colour) == "#ffffff" else readable(colour, background, LINE_CONTRAST)

    # Asked for all before any is set: points take the line's colour where they have none of their own.
    face, edge = of(line.get_markerfacecolor()), of(line.get_markeredgecolor())
    line.set_color(of(line.get_color()))
    line.set_markerfacecolor(face)
    line.set_markeredgecolor(edge)


def _adapt_faces(artist: Any, background: str, many: bool = False) -> None:
    from matplotlib.colors import to_hex, to_rgba

    def of(colour: Any) -> Any:
        *_, alpha = to_rgba(colour)
        if alpha == 0:
            return colour
        solid = to_hex(colour)
        turned = background if solid == "#ffffff" else readable(solid, background, LINE_CONTRAST)
        return to_rgba(turned, alpha)

    if many:
        if artist.get_array() is None:
            artist.set_facecolor([of(colour) for colour in artist.get_facecolor()])
            artist.set_edgecolor([of(colour) for colour in artist.get_edgecolor()])
        return
    face, edge = of(artist.get_facecolor()), of(artist.get_edgecolor())
    artist.set_facecolor(face)
    artist.set_edgecolor(edge)


def _luminance(colour: Any) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.1)."""
    codes = _codes(colour)
    linear = np.where(codes <= 0.04045, codes / 12.92, ((codes + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _codes(colour: Any) -> FloatArray:
    """Return red, green and blue, 0 to 1; written as ``#rrggbb`` matplotlib is not needed for it."""
    if isinstance(colour, str) and colour.startswith("#") and len(colour) == 7:
        return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255.0
    from matplotlib.colors import to_rgb

    return np.array(to_rgb(colour))


def _written(codes: FloatArray) -> str:
    return "#" + "".join(f"{round(255 * float(code)):02x}" for code in codes)
