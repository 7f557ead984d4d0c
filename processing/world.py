"""The world map that QGIS brings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication


def world_map() -> Path | None:
    """Return QGIS's polygons of all countries (Natural Earth), None where this QGIS has none."""
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    return path if path.is_file() else None
