"""Fields of layers, in the one spelling that QGIS 3.22 to 4 understand."""

from __future__ import annotations

from qgis.core import Qgis, QgsField

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    _TEXT, _REAL = QMetaType.Type.QString, QMetaType.Type.Double
else:
    from qgis.PyQt.QtCore import QVariant

    _TEXT, _REAL = QVariant.Type.String, QVariant.Type.Double


def text_field(name: str) -> QgsField:
    """Return a field for text."""
    return QgsField(name, _TEXT)


def real_field(name: str) -> QgsField:
    """Return a field for real numbers."""
    return QgsField(name, _REAL)
