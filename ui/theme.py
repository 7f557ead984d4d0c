"""The colours of the window that a widget stands in: light or dark, as the user chose."""

from __future__ import annotations

from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QWidget

GOOD, BAD, NOTE = "#2b5d34", "#a11d2e", "#8a4708"
"""Colours of words that say that something is right, wrong, or to be looked at."""


def colours_of(widget: QWidget) -> tuple[str, str]:
    """Return the colours behind text and of text, as ``#rrggbb``."""
    palette = widget.palette()
    return tuple(palette.color(role).name() for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text))
