"""Parameters for an Earth of the user's own."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

from .parameters import add, any_file
from .translation import tr


def add_earth_files(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the advanced parameters `LOVE_NUMBERS` and `CRUST`."""
    add(
        algorithm,
        any_file("LOVE_NUMBERS", tr("Table of Love numbers"), tr("All files (*)"), optional=True),
        tr("Instead of the Earth model: degree, h, l, k in the layout of LoadDef, gravity-toolkit or REAR."),
        advanced=True,
    )
    add(
        algorithm,
        any_file("CRUST", tr("Crustal column"), tr("Tables (*.csv *.txt);;All files (*)"), optional=True),
        tr(
            "On top of the Earth model, from the surface down: thickness_km,vp_km_s,vs_km_s,density_g_cm3 in each "
            "line. Its Love numbers are computed the first time (some seconds) and kept."
        ),
        advanced=True,
    )
