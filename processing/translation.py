"""The one function that marks and translates text for users."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return `text` in the user's language; call it as bare ``tr("literal")`` so that the text is found."""
    return QCoreApplication.translate("@default", text)
