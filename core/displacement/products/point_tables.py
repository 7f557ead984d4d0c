"""Displacement at points: tables of any length, layers, and EGMS, whose finest product is a grid."""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files.line_of_sight import AS_THE_FILE_SAYS, TOWARDS
from ...files.names import LOS_UP
from ...files.point_csv import PointFile, read_point_csv
from ...files.point_layer import read_point_layer
from ...files.raster import GEOGRAPHIC
from ...files.recognition import date_columns, first_line, is_egms, split_header
from ...geodesy import transform_points
from ...work.progress import Progress, stop_if_cancelled
from .egms import open_egms
from .joined import PointSet
from .meaning import Wanted, factor_to_mm
from .model import EAST, LINE_OF_SIGHT, LOOK, VERTICAL, PointProduct, RasterProduct

HEIGHTS = ("height", "elevation", "height_wgs84", "height_ellipse", "height_ortho", "dem", "hgt", "z")
_LON = ("longitude", "lon", "long")
_LAT = ("latitude", "lat")
_X = ("x", "easting", "xcoord", "x_coord")
_Y = ("y", "northing", "ycoord", "y_coord")
_INCIDENCE = ("incidence_angle", "incidenceangle", "incidence", "inc_angle", "inc")
_QUANTITIES = {"line_of_sight": LINE_OF_SIGHT, "vertical": VERTICAL, "east": EAST}


@contextmanager
def scratch_folder(output: Path) -> Iterator[Path]:
    """Give a folder beside the result for series that do not fit in memory; it is removed in the end."""
    parent = Path(output).parent
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".groundswell-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def open_points(
    source: Path, kind: str, wanted: Wanted, crs: str, scratch: Path, *, progress: Progress, layer: str = ""
) -> PointProduct | RasterProduct:
    """Return the product that a table, a layer or a folder of EGMS tables holds.

    Parameters
    ----------
    source : Path
        File or folder.
    kind : str
        As recognised: ``egms``, ``point_table`` or ``point_layer``.
    wanted : Wanted
        What the user says of the numbers.
    crs : str
        Of the coordinates, where the table does not say; empty where the user does not either.
    scratch : Path
        Folder for series.
    progress : Progress
        Hears of the reading.
    layer : str
        Of a vector file; empty: the one with dates.
    """

    def read(path: Path, number: int, of: int) -> PointFile:
        def tell(part: float) -> None:
            stop_if_cancelled(progress)
            progress.report(0.5 * (number + part) / of, f"Reading {path.name}")

        return read_point_csv(path, scratch / f"{number}.f4", tell)

    if kind == "egms":
        files = [source] if source.is_file() else _egms_files(source)
        return open_egms([read(path, number, len(files)) for number, path in enumerate(files)], wanted, progress)
    if kind == "point_layer":
        table, layer_crs = read_point_layer(source, scratch / "0.f4", layer)
        return _plain(table, wanted, layer_crs or crs)
    return _plain(read(source, 0, 1), wanted, crs)


def _egms_files(folder: Path) -> list[Path]:
    """Return the tables of EGMS in a folder; a zip file is left where its table lies beside it."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in (".csv", ".zip") or not path.is_file():
            continue
        if path.suffix.lower() == ".zip" and path.with_suffix(".csv").is_file():
            continue
        names, _ = split_header(first_line(path))
        if is_egms(names, path) and len(date_columns(names)) > 1:
            found.append(path)
    return found


def _unsaid(wanted: Wanted, quantity: str) -> dict[str, str]:
    """Return the parameters that the user did not give, each with what its convention is."""
    towards = {LINE_OF_SIGHT: "positive towards the satellite", VERTICAL: "positive up", EAST: "positive eastward"}
    said = {
        "UNIT": (wanted.unit, "mm"),
        "COMPONENT": (wanted.component, "line of sight"),
        "SIGN": (wanted.sign, towards[quantity]),
    }
    return {name: convention for name, (value, convention) in said.items() if value == AS_THE_FILE_SAYS}


def _plain(table: PointFile, wanted: Wanted, crs: str) -> PointProduct:
    """Return the points of a table or layer in the convention of fields with dates: millimetres.

    The convention (MintPy's ``save_qgis.py``, SARvey, exports of StaMPS, InSAR Explorer): fields ``D20200131`` in mm,
    line of sight, positive towards the satellite.
    """
    path = table.path
    quantity = LINE_OF_SIGHT if wanted.component == AS_THE_FILE_SAYS else _QUANTITIES[wanted.component]
    factor = factor_to_mm(path, "mm", wanted, TOWARDS)
    lon, lat = place_of(table, crs)
    columns = further_columns(table)
    warnings = []
    unsaid = _unsaid(wanted, quantity)
    if unsaid:
        warnings.append(
            f"{path.name} does not say what its numbers mean: as is the convention of fields with dates, they are "
            f"taken as {', '.join(unsaid.values())}. {', '.join(unsaid)} says otherwise."
        )
    warnings.append(f"{path.name} does not say what its displacement is relative to: REFERENCE_POINT makes it so.")
    points = PointSet.single(table)
    names = table.texts("pid", "id", "point", "name", "point_id", "code", "fid")
    return PointProduct(
        "points with dates", quantity, points.days, lon, lat, read=points.reader(factor),
        names=np.empty(0, "S1") if names is None else names, columns=columns,
        attributes={"frame": path.stem}, warnings=tuple(warnings),
    )  # fmt: skip


def place_of(table: PointFile, crs: str) -> tuple[FloatArray, FloatArray]:
    """Return longitude and latitude [point].

    Raises
    ------
    InputError
        Where the table has no coordinates, or such that nothing says of which reference system.
    """
    lon, lat = table.numbers(*_LON), table.numbers(*_LAT)
    if lon is not None and lat is not None:
        if np.nanmax(np.abs(lat), initial=0.0) > 90 or np.nanmax(np.abs(lon), initial=0.0) > 360:
            raise InputError(f"{table.path}: its longitude and latitude are no degrees.")
        return lon, lat
    x, y = table.numbers(*_X), table.numbers(*_Y)
    if x is None or y is None:
        raise InputError(
            f"{table.path} has no columns with coordinates: expected longitude and latitude, or x and y (it has "
            f"{', '.join(table.names) or 'dates only'})."
        )
    if not crs:
        raise InputError(f"{table.path} does not say of which reference system its x and y are: give it as CRS.")
    return transform_points(x, y, crs, GEOGRAPHIC)


def further_columns(table: PointFile) -> dict[str, FloatArray]:
    """Return look vectors, height and quality of the points, by our names."""
    found: dict[str, FloatArray] = {}
    for name in LOOK:
        values = table.numbers(name)
        if values is not None:
            found[name] = values
    if LOS_UP not in found:
        angle = table.numbers(*_INCIDENCE)
        if angle is not None:
            found[LOS_UP] = np.where((angle > 0) & (angle < 90), np.cos(np.radians(angle)), math.nan)
    for ours, names in (("height", HEIGHTS), ("temporal_coherence", ("temporal_coherence", "coherence", "tcoh"))):
        values = table.numbers(*names)
        if values is not None:
            found[ours] = values
    return found
