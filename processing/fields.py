"""Fields of layers, in the one spelling that QGIS 3.22 to 4 understand."""

from __future__ import annotations

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType

_TEXT, _REAL = QMetaType.Type.QString, QMetaType.Type.Double
if Qgis.QGIS_VERSION_INT < 33800:  # takes the kinds of QVariant, which Qt 6 has no more; their numbers are the same
    from qgis.PyQt.QtCore import QVariant

    _kind = type(QVariant().type())
    _TEXT, _REAL = _kind(int(_TEXT)), _kind(int(_REAL))


def text_field(name: str) -> QgsField:
    """Return a field for text."""
    return QgsField(name, _TEXT)


def real_field(name: str) -> QgsField:
    """Return a field for real numbers."""
    return QgsField(name, _REAL)
