"""Figures as text for reports, and as files."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from ..files.outputs import whole_file

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "svg", "pdf")
_IMAGE_ID = re.compile(r'(<image\b[^>]*?)\sid="[^"]*"')
"""Made of the picture itself: two equal pictures would share it. Nothing refers to it."""
_REFERENCES = re.compile(r'(\bid="|url\(#|href="#)')


def to_svg(figure: Figure, prefix: str, description: str = "") -> str:
    """Return a figure as an SVG element to put into an HTML page.

    Parameters
    ----------
    figure : Figure
        To draw.
    prefix : str
        Put before every identifier, so that several figures may stand in one page. Unique in the page.
    description : str
        What the figure shows, for those who cannot see it.
    """
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    stream = io.StringIO()
    # Text stays text: it can be selected, searched and read aloud, and takes a tenth of the room of outlines.
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": prefix}):
        FigureCanvasSVG(figure).print_svg(stream, metadata={"Date": None, "Creator": None})
    text = stream.getvalue()
    text = text[text.index("<svg") :]
    text = _IMAGE_ID.sub(r"\1", text)
    text = _REFERENCES.sub(rf"\g<1>{prefix}-", text)
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    return text.replace("<svg", f'<svg role="img" aria-label="{_escape(description)}"', 1)


def to_png(figure: Figure, dpi: int = 150) -> bytes:
    """Return a figure as the bytes of a PNG file."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    stream = io.BytesIO()
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(dpi)
    canvas.print_png(stream)
    return stream.getvalue()


def save(figure: Figure, path: Path, dpi: int = 300) -> None:
    """Write a figure as PNG, SVG or PDF, by the ending of `path`; whole or not at all.

    Raises
    ------
    InputError
        Where the ending is another.
    OutputError
        Where the file cannot be written.
    """
    path = Path(path)
    kind = path.suffix[1:].lower()
    if kind not in FORMATS:
        raise InputError(f"{path.name}: a chart can be saved as {', '.join(FORMATS)}; choose one of these endings.")
    with whole_file(path) as temporary:
        figure.savefig(temporary, dpi=dpi, format=kind)


def _escape(text: str) -> str:
    for plain, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(plain, written)
    return text
