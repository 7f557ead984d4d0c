"""The colours of the window that a widget stands in: light or dark, as the user chose."""

from __future__ import annotations

from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QWidget

from ..core.charts.theme import readable


def colours_of(widget: QWidget) -> tuple[str, str]:
    """Return the colours behind text and of text, as ``#rrggbb``."""
    palette = widget.palette()
    return tuple(palette.color(role).name() for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text))


def ink_of(widget: QWidget) -> str:
    """Return the colour of text on the window, as ``#rrggbb``: readable, whatever the theme's palette says."""
    palette = widget.palette()
    behind = palette.color(QPalette.ColorRole.Window).name()
    return readable(palette.color(QPalette.ColorRole.WindowText).name(), behind)
