"""MintPy's displacement series: ``timeseries*.h5`` and HDF-EOS5 files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...dates import day_number, parse_date
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.hdf5 import read_flags, read_texts, text_attributes
from ...files.line_of_sight import TOWARDS
from ...files.mintpy import grid_of_attributes, layers_of, number_of_attribute
from ...files.raster import GEOGRAPHIC, RasterGrid
from .meaning import Wanted, check_component, factor_to_mm
from .model import LINE_OF_SIGHT, Attribute, ProductReference, RasterProduct
from .windows import chunk_of, data_where_not_always_zero, window_reader

HDFEOS = "HDFEOS/GRIDS/timeseries"
GEOMETRY_NAMES = ("geo_geometryRadar.h5", "geometryGeo.h5", "geo/geo_geometryRadar.h5", "inputs/geometryGeo.h5")
MASKS = ("geo_maskTempCoh.h5", "maskTempCoh.h5")
_REMOVED = {
    "ramp": ("ramp_removed", "a ramp of every date (MintPy)"),
    "demErr": ("dem_error_removed", "what is proportional to the perpendicular baseline (MintPy)"),
    "SET": ("solid_earth_tide_removed", "tide of the solid Earth (MintPy)"),
    "ERA5": ("troposphere_removed", "delay of ERA5 (MintPy)"),
    "GACOS": ("troposphere_removed", "delay of GACOS (MintPy)"),
    "MERRA2": ("troposphere_removed", "delay of MERRA-2 (MintPy)"),
    "NARR": ("troposphere_removed", "delay of NARR (MintPy)"),
    "tropHgt": ("height_trend_removed", "what is proportional to height (MintPy)"),
    "ion": ("ionosphere_removed", "delay of the ionosphere (MintPy)"),
    "ITRF14": ("plate_motion_removed", "motion of the plate (MintPy)"),
    "PMM": ("plate_motion_removed", "motion of the plate (MintPy)"),
}
_CONFIGURED = {"mintpy.deramp": "ramp", "mintpy.topographicResidual": "demErr", "mintpy.solidEarthTides": "SET"}


def open_mintpy(dataset: Dataset, path: Path, wanted: Wanted, reference_point_given: bool) -> RasterProduct:
    """Return the series of an open file of MintPy.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Stays open while the product is read.
    path : Path
        Of it.
    wanted : Wanted
        What the user says of the numbers.
    reference_point_given : bool
        Whether the file's own reference is of no interest.

    Raises
    ------
    InputError
        Where the file is in radar coordinates, or something is missing.
    """
    eos = "HDFEOS" in dataset.groups
    holder = dataset[f"{HDFEOS}/observation"] if eos else dataset
    name = "displacement" if eos else "timeseries"
    attributes = text_attributes(dataset)
    if eos:
        attributes = {**text_attributes(dataset["HDFEOS/GRIDS/timeseries"]), **attributes}
    if name not in holder.variables:
        raise InputError(f"{path} says that it holds a series of MintPy, but has no '{name}'.")
    variable = holder.variables[name]
    grid = grid_of_attributes(attributes, variable.shape[-2:], path)
    days = _days(path, f"{HDFEOS}/observation/date" if eos else "date", variable.shape[0])
    check_component(path, "displacement in the line of sight", wanted, is_line_of_sight=True)
    wavelength = number_of_attribute(attributes, "WAVELENGTH")
    unit = netcdf.attribute(variable, "units") or attributes.get("UNIT", "")
    factor = factor_to_mm(path, unit, wanted, TOWARDS, wavelength)
    reference, warnings = _reference(attributes, grid, path)
    keep = None if reference_point_given else reference
    read = data_where_not_always_zero(window_reader(variable, factor), keep)
    layers = layers_of(dataset[f"{HDFEOS}/geometry"]) if eos and "geometry" in dataset[HDFEOS].groups else {}
    mask = read_flags(path, f"{HDFEOS}/quality/mask") if eos else _mask_beside(path, grid, warnings)
    if mask is not None and mask.shape == grid.shape:
        layers["mask"] = lambda rows, columns: mask[rows, columns].astype(np.float64)
    return RasterProduct(
        "MintPy HDF-EOS5" if eos else "MintPy time series",
        LINE_OF_SIGHT,
        grid,
        days,
        read,
        chunk=chunk_of(variable),
        layers=layers,
        reference=reference,
        attributes=_attributes(attributes, path, wavelength),
        warnings=tuple(warnings),
    )


def _mask_beside(path: Path, grid: RasterGrid, warnings: list[str]) -> npt.NDArray[np.bool_] | None:
    """Return MintPy's mask of reliable pixels that lies beside a series of the same cells, or None."""
    for name in MASKS:
        file = path.parent / name
        if not file.is_file():
            continue
        mask = read_flags(file, "mask")
        with netcdf.open_dataset(file) as dataset:
            attributes = text_attributes(dataset)
        if mask is None or mask.shape != grid.shape:
            continue
        try:
            same = grid_of_attributes(attributes, grid.shape, file).matches(grid)
        except InputError:
            continue
        if same:
            warnings.append(f"Pixels that {name} leaves out are masked, as in MintPy.")
            return mask
    return None


def _days(path: Path, name: str, n_dates: int) -> FloatArray:
    texts = read_texts(path, name)
    if len(texts) != n_dates:
        raise InputError(f"{path} has {n_dates} rasters, but {len(texts)} dates.")
    days = np.array([day_number(parse_date(text[:8], f"{path}: {name}")) for text in texts], dtype=np.float64)
    if not (np.diff(days) > 0).all():
        raise InputError(f"{path}: its dates do not ascend.")
    return days


def _reference(attributes: Mapping[str, str], grid: RasterGrid, path: Path) -> tuple[ProductReference, list[str]]:
    row, column = number_of_attribute(attributes, "REF_Y"), number_of_attribute(attributes, "REF_X")
    lat, lon = number_of_attribute(attributes, "REF_LAT"), number_of_attribute(attributes, "REF_LON")
    if not (math.isfinite(row) and math.isfinite(column)):
        if not (math.isfinite(lat) and math.isfinite(lon)):
            return ProductReference(), [f"{path.name} does not say which pixel its displacement is relative to."]
        from ...geodesy import transform_points

        x, y = ([lon], [lat]) if grid.is_geographic else transform_points([lon], [lat], GEOGRAPHIC, grid.crs)
        rows, columns = grid.index(x, y)
        row, column = float(rows[0]), float(columns[0])
    first, at = int(row), int(column)
    if not (0 <= first < grid.rows and 0 <= at < grid.columns):
        return ProductReference(), [f"The reference pixel of {path.name} lies outside its grid."]
    return ProductReference(slice(first, first + 1), slice(at, at + 1)), []


def _attributes(attributes: Mapping[str, str], path: Path, wavelength: float) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {"frame": path.stem}
    if math.isfinite(wavelength):
        found["wavelength"] = wavelength
    heading = number_of_attribute(attributes, "HEADING")
    if math.isfinite(heading):
        found["heading"] = heading
    seconds = number_of_attribute(attributes, "CENTER_LINE_UTC")
    if 0 <= seconds < 86_400:
        found["acquisition_time"] = seconds
    tokens = set(path.stem.split("_"))
    for key, token in _CONFIGURED.items():
        if attributes.get(key, "no").strip().lower() not in ("no", "none", "false", "auto", ""):
            tokens.add(token)
    for token in sorted(tokens & set(_REMOVED)):
        name, words = _REMOVED[token]
        found[name] = words if name not in found else f"{found[name]}; {words}"
    return found
