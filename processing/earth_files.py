"""The Earth: the same parameters and one reader for every step that turns load into displacement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingAlgorithm

from .parameters import Reader, add, any_file, choice
from .translation import tr

if TYPE_CHECKING:
    from ..core.loading.earth_choice import Earth

MODELS = ("PREM", "ak135", "PREM-soft", "PREM-hard", "PREM-continental", "PREM-sediments")
"""The shipped models; a test holds them against those of the core."""


def add_earth(algorithm: QgsProcessingAlgorithm, advanced: bool = True) -> None:
    """Add `EARTH_MODEL`, and the advanced parameters `LOVE_NUMBERS` and `CRUST`."""
    add(
        algorithm,
        choice("EARTH_MODEL", tr("Earth model"), MODELS, MODELS[0]),
        tr("Elastic structure behind the load Love numbers."),
        advanced=advanced,
    )
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


def read_earth(read: Reader) -> Earth:
    """Return the Earth that a user chose."""
    from ..core.loading.earth_choice import Earth

    return Earth(read.choice("EARTH_MODEL"), read.optional_file("LOVE_NUMBERS"), read.optional_file("CRUST"))
