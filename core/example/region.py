"""The study region: an outline within the box, about as large as Dali Prefecture, but not its border."""

from __future__ import annotations

import json
from pathlib import Path

from ..files.outputs import write_text

OUTLINE = (
    (99.00, 25.30),
    (99.18, 25.02),
    (99.52, 24.86),
    (99.86, 24.80),
    (100.16, 24.74),
    (100.42, 24.90),
    (100.66, 24.98),
    (100.88, 25.18),
    (101.02, 25.44),
    (100.98, 25.72),
    (100.86, 25.98),
    (100.68, 26.20),
    (100.46, 26.42),
    (100.18, 26.58),
    (99.92, 26.64),
    (99.66, 26.46),
    (99.40, 26.38),
    (99.14, 26.22),
    (99.02, 25.96),
    (99.06, 25.62),
)
"""Corners (lon, lat), counter-clockwise; synthetic."""


def write_region(path: Path) -> None:
    """Write the outline as GeoJSON (longitude and latitude, RFC 7946)."""
    ring = [list(corner) for corner in (*OUTLINE, OUTLINE[0])]
    feature = {
        "type": "Feature",
        "properties": {"name": "Study region (synthetic outline)", "synthetic": True},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    write_text(path, json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=1) + "\n")
