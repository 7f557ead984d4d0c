"""Folders of GeoTIFFs that are named by dates: the series of dolphin and of other programs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ...dates import day_number, parse_date, with_compact_dates
from ...errors import InputError
from ...files.line_of_sight import TOWARDS
from ...files.raster import RasterGrid, grid_of, open_raster
from ...files.raster_values import read_band
from .meaning import Wanted, factor_to_mm
from .model import EAST, LINE_OF_SIGHT, VERTICAL, Float32, ProductReference, RasterProduct
from .windows import data_where_not_always_zero

_TWO = re.compile(r"(?<!\d)(\d{8})(?:T\d{6}Z?)?[_-](\d{8})(?:T\d{6}Z?)?(?!\d)")
_ONE = re.compile(r"(?<!\d)(\d{8})(?:T\d{6}Z?)?(?!\d)")
_SUFFIXES = (".tif", ".tiff")
_NOT_DISPLACEMENT = re.compile(
    r"(?<![a-z])(?:cc|coh|corr?|coherence|mask|conncomp|quality|std|sigma|hgt|dem|residuals?)(?![a-z])", re.IGNORECASE
)


@dataclass(frozen=True)
class DatedRaster:
    """A raster of displacement between two dates; `first` is None where its name has one date only."""

    path: Path
    first: date | None
    second: date


def dated_rasters(folder: Path) -> list[DatedRaster]:
    """Return the GeoTIFFs of a folder that are named by one date, or by two, in the order of the dates."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _SUFFIXES or path.name.startswith(".") or _NOT_DISPLACEMENT.search(path.stem):
            continue
        name = with_compact_dates(path.stem)
        two, one = _TWO.search(name), _ONE.search(name)
        try:
            if two:
                found.append(DatedRaster(path, parse_date(two[1]), parse_date(two[2])))
            elif one:
                found.append(DatedRaster(path, None, parse_date(one[1])))
        except InputError:
            continue
    return sorted(found, key=lambda raster: raster.second)


def open_dated_rasters(folder: Path, wanted: Wanted, crs: str = "") -> RasterProduct:
    """Return the series that the rasters of a folder form.

    Parameters
    ----------
    folder : Path
        ``YYYYMMDD*.tif``: displacement at dates; ``YYYYMMDD_YYYYMMDD*.tif`` with a common first date: since then.
        Dates may be written ``YYYY-MM-DD`` too.
    wanted : Wanted
        Unit and sign are read from the bands' own unit and metadata, or taken from here.
    crs : str
        Reference system of rasters that name none; empty where the user does not either.

    Raises
    ------
    InputError
        Where the files do not form a series on one grid, or unit or sign are unknown.
    """
    rasters = dated_rasters(folder)
    firsts = {raster.first for raster in rasters}
    if len(firsts) > 1:
        raise InputError(
            f"{folder} holds rasters between many pairs of dates: these are interferograms for Import interferograms, "
            "not a series of displacement."
        )
    seconds = [raster.second for raster in rasters]
    twice = next((day for number, day in enumerate(seconds[1:]) if seconds[number] == day), None)
    if twice:
        names = ", ".join(raster.path.name for raster in rasters if raster.second == twice)
        raise InputError(f"{folder}: several rasters have the date {twice} ({names}): leave one in the folder.")
    start = next(iter(firsts)) if rasters else None
    days = [day_number(day) for day in seconds]
    if start is not None:
        if day_number(start) >= days[0]:
            raise InputError(f"{folder}: the first date {start} of the names is not before the second ones.")
        days = [day_number(start), *days]
    if len(days) < 2:
        raise InputError(f"{folder} has {len(rasters)} dated rasters: a series needs two dates at least.")
    grid = _common_grid(rasters, crs)
    unit, sign, block = _what_it_says(rasters[0].path)
    if _is_of_dolphin(folder):  # whose series are in metres, positive towards the satellite
        unit, sign = unit or "m", sign or TOWARDS
    reference = _reference(folder, grid)
    if wanted.component in ("vertical", "east"):
        quantity = VERTICAL if wanted.component == "vertical" else EAST
        sign = sign or TOWARDS  # up and east are positive by the component's name
    else:
        quantity = LINE_OF_SIGHT
    factor = factor_to_mm(folder, unit, wanted, sign)
    removed = {name: "short-wavelength part only (file names)" for name in ("long_wavelength_removed",)}
    short = any("short_wavelength" in raster.path.name for raster in rasters)
    return RasterProduct(
        "dated rasters",
        quantity,
        grid,
        np.array(days, dtype=np.float64),
        data_where_not_always_zero(
            _Reader([raster.path for raster in rasters], factor, start is not None).read, reference
        ),
        chunk=block,
        reference=reference,
        attributes={"frame": folder.resolve().name, **(removed if short else {})},
        warnings=()
        if reference.is_area
        else (
            f"The rasters in {folder.name} do not say what their displacement is relative to: give REFERENCE_POINT to "
            "make it relative to a place.",
        ),
    )


def _is_of_dolphin(folder: Path) -> bool:
    """Return whether dolphin's own files lie in a folder of its series or in those above."""
    places = (folder, *folder.resolve().parents[:2])
    return any((place / name).is_file() for place in places for name in ("dolphin_config.yaml", "dolphin.log"))


def _reference(folder: Path, grid: RasterGrid) -> ProductReference:
    """Return the pixel that ``reference_point.txt`` names (row, column), as dolphin writes it; none without it."""
    path = folder / "reference_point.txt"
    if not path.is_file():
        return ProductReference()
    numbers = re.findall(r"\d+", path.read_text(encoding="utf-8", errors="replace"))
    if len(numbers) != 2 or int(numbers[0]) >= grid.rows or int(numbers[1]) >= grid.columns:
        return ProductReference()
    row, column = map(int, numbers)
    return ProductReference(slice(row, row + 1), slice(column, column + 1))


def _common_grid(rasters: list[DatedRaster], crs: str) -> RasterGrid:
    dataset = open_raster(rasters[0].path)
    first = grid_of(dataset)
    if not dataset.GetProjection():
        if not crs:
            raise InputError(f"{rasters[0].path} does not say of which reference system it is: give it as CRS.")
        first = replace(first, crs=crs)
    if not (first.dx > 0 and first.dy > 0):
        raise InputError(f"{rasters[0].path} is not north-up: warp it with GDAL first.")
    for raster in rasters[1:]:
        if not replace(grid_of(open_raster(raster.path)), crs=first.crs).matches(first):
            raise InputError(
                f"{raster.path} has another grid than {rasters[0].path.name}: a series needs one grid for all dates."
            )
    return first


def _what_it_says(path: Path) -> tuple[str, str, tuple[int, int]]:
    """Return unit, sign and block size of a raster; the texts are empty where it does not say."""
    dataset = open_raster(path)
    band = dataset.GetRasterBand(1)
    texts = {**dataset.GetMetadata(), **band.GetMetadata()}
    lower = {key.lower(): str(value) for key, value in texts.items()}
    unit = band.GetUnitType() or lower.get("units", "") or lower.get("unit", "")
    said = " ".join([band.GetDescription() or "", *(f"{key} {value}" for key, value in lower.items())]).lower()
    sign = ""
    if re.search(r"positive[^.;]{0,40}(?:towards?|to) the (?:satellite|platform|sensor|radar)", said):
        sign = TOWARDS
    elif re.search(r"positive[^.;]{0,40}away from the (?:satellite|platform|sensor|radar)", said):
        sign = "away"
    columns, rows = band.GetBlockSize()
    return unit, sign, (rows, columns)


@dataclass(frozen=True)
class _Reader:
    """Reads windows of all dates."""

    paths: list[Path]
    factor: float
    zero_first: bool

    def read(self, rows: slice, columns: slice) -> Float32:
        """Return [date, row, column] in mm."""
        shape = rows.stop - rows.start, columns.stop - columns.start
        values = np.zeros((len(self.paths) + self.zero_first, *shape), dtype=np.float32)
        for number, path in enumerate(self.paths, int(self.zero_first)):
            values[number] = _window(path, rows, columns)
        values *= np.float32(self.factor)
        return values


def _window(path: Path, rows: slice, columns: slice) -> Any:
    return read_band(open_raster(path), path, rows, columns).as_float().astype(np.float32)
