"""Parameters of the best estimate: GRACE as data, the region that is judged, and what is left out."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingAlgorithm

from ..core.assimilation.exact_options import BestOptions
from ..core.assimilation.options import AssimilationOptions
from .parameters import Reader, add, integer, netcdf_input, polygons, switch, text
from .translation import tr

PAPER = AssimilationOptions()


def add_best(algorithm: QgsProcessingAlgorithm) -> None:
    """Add what only the best estimate uses."""
    add(
        algorithm,
        netcdf_input("GRACE", tr("Storage of GRACE as data"), optional=True),
        tr("Storage from Import GRACE, used as data with its own footprint and errors."),
    )
    add(
        algorithm,
        polygons("REGION", tr("Region")),
        tr("Polygons whose mean storage is judged. Empty: the hull of the data."),
    )
    add(
        algorithm,
        integer("WITHHOLD", tr("Withhold every n-th month of GRACE"), 4, 0, 1000, optional=True),
        tr("These months judge the analysis by a solution without them; the output uses all. 0: none."),
        advanced=True,
    )
    add(
        algorithm,
        text("EXCLUDE_STATIONS", tr("Stations not to be used"), "auto"),
        tr("auto: stations that contradict all others are left out and named; or names, separated by commas."),
        advanced=True,
    )
    add(
        algorithm,
        switch("USE_SUSPECT", tr("Use data that fail the season check"), False),
        tr("Data whose season is no season of water (sign, unit, dates) are left out unless this is on."),
        advanced=True,
    )


def read_best(read: Reader, region: Path | None) -> BestOptions:
    """Return the choices of the best estimate; errors that are empty are found from the data."""
    sizes: dict[str, float] = {}
    for name, size in (
        ("PRIOR_ERROR", "fast_mm"),
        ("PRIOR_CORRELATION_LENGTH", "fast_length_km"),
        ("ERROR_MEMORY", "fast_memory_days"),
        ("TIE_ERROR", "frame_tie_mm"),
    ):
        value = read.optional_number(name)
        if value is not None and value > 0:
            sizes[size] = value
    error = read.optional_number("OBSERVATION_ERROR")
    if error:
        nugget, length = read.optional_number("ERROR_NUGGET"), read.optional_number("ERROR_CORRELATION_LENGTH")
        own = 1.0 if not length else PAPER.error_nugget if nugget is None else nugget
        sizes.update(frame_own_mm=error * own**0.5, frame_air_mm=error * (1 - own) ** 0.5)
        if length:
            sizes["frame_length_km"] = length
    return BestOptions(
        grace=read.optional_file("GRACE"),
        withhold=read.integer("WITHHOLD"),
        exclude_stations=read.text("EXCLUDE_STATIONS"),
        use_suspect=read.switch("USE_SUSPECT"),
        region=region,
        smoother=read.choice("WINDOW") in ("auto", "enks"),
        reference=read.choice("REFERENCE"),
        deramped=read.switch("DERAMPED"),
        remove_trend=read.switch("REMOVE_TREND"),
        station_error_mm=read.optional_number("STATION_ERROR") or None,
        sizes=sizes,
    )
