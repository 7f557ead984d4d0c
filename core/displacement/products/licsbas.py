"""LiCSBAS's displacement series: ``cum.h5`` and ``cum_filt.h5``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from ...arrays import FloatArray
from ...dates import day_number, parse_date
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.line_of_sight import TOWARDS
from ...files.names import LOS_EAST, LOS_NORTH, LOS_UP
from ...files.raster import GEOGRAPHIC, RasterGrid
from .meaning import Wanted, check_component, factor_to_mm
from .model import LINE_OF_SIGHT, Attribute, ProductReference, RasterProduct, ReadLayer
from .windows import chunk_of, window_reader

_LAYERS = {"E.geo": LOS_EAST, "N.geo": LOS_NORTH, "U.geo": LOS_UP, "hgt": "height"}
_RAMPS = {
    "1": "bilinear (x, y)", "1l": "x", "1c": "y", "2": "quadratic", "bl": "bilinear with xy",
}  # fmt: skip
_REFERENCE = re.compile(r"(\d+):(\d+)/(\d+):(\d+)")


def open_licsbas(dataset: Dataset, path: Path, wanted: Wanted) -> RasterProduct:
    """Return the series of an open ``cum.h5``.

    ``corner_lon``, ``corner_lat`` are the centre of the first pixel; ``refarea`` is ``x1:x2/y1:y2`` in pixels, ends
    exclusive. Pixels that LiCSBAS's mask of noise leaves out, in ``results/mask`` beside the file, are left out.

    Raises
    ------
    InputError
        Where something that the format has is missing.
    """
    needs = ("cum", "imdates", "corner_lon", "corner_lat", "post_lon", "post_lat")
    missing = [name for name in needs if name not in dataset.variables]
    if missing:
        raise InputError(f"{path} looks like LiCSBAS's cum.h5, but has no {', '.join(missing)}.")
    variable = dataset["cum"]
    rows, columns = variable.shape[1:]
    dx, dy = (float(netcdf.read_float(dataset, name)) for name in ("post_lon", "post_lat"))
    x, y = (float(netcdf.read_float(dataset, name)) for name in ("corner_lon", "corner_lat"))
    if not (dx > 0 > dy):
        raise InputError(f"{path}: post_lon must be above and post_lat below 0, not {dx:g} and {dy:g}.")
    grid = RasterGrid(GEOGRAPHIC, x - dx / 2, y - dy / 2, dx, -dy, columns=columns, rows=rows)
    dates = [str(int(value)) for value in netcdf.read(dataset, "imdates")]
    days = np.array([day_number(parse_date(text, f"{path}: imdates")) for text in dates], dtype=np.float64)
    check_component(path, "displacement in the line of sight", wanted, is_line_of_sight=True)
    factor = factor_to_mm(path, netcdf.attribute(variable, "units") or "mm", wanted, TOWARDS)
    layers, warnings = _layers(dataset, path, (rows, columns))
    reference, more = _reference(dataset, path)
    attributes: dict[str, Attribute] = {"frame": _frame_name(path), **_removed(dataset, path)}
    looks = _looks(path)
    if looks > 1:
        warnings.append(
            f"{path.name} was made with a multilook of {looks}: LiCSBAS then places its grid {(looks - 1) / 2:g} "
            "pixels of the interferograms off, less than half a pixel of its own. Its corner is taken as it is."
        )
    return RasterProduct(
        "LiCSBAS", LINE_OF_SIGHT, grid, days, window_reader(variable, factor), chunk=chunk_of(variable),
        layers=layers, reference=reference, attributes=attributes, warnings=(*warnings, *more),
    )  # fmt: skip


def _layers(dataset: Dataset, path: Path, shape: tuple[int, int]) -> tuple[dict[str, ReadLayer], list[str]]:
    found: dict[str, ReadLayer] = {}
    flat = _flat_folder(path)
    for name, ours in _LAYERS.items():
        if name in dataset.variables:
            found[ours] = _from_variable(dataset, name)
        elif (file := flat / name).is_file() and file.stat().st_size == 4 * shape[0] * shape[1]:
            found[ours] = _from_flat(np.memmap(file, dtype="<f4", mode="r", shape=shape))
    warnings = [] if LOS_UP in found else [f"{path.name} has no U.geo, and there is none beside it."]
    mask = path.parent / "results" / "mask"
    if "mask" in dataset.variables:
        found["mask"] = lambda rows, columns: netcdf.read_float(dataset, "mask", (rows, columns))
    elif mask.is_file() and mask.stat().st_size == 4 * shape[0] * shape[1]:
        kept = np.fromfile(mask, dtype="<f4").reshape(shape)
        found["mask"] = lambda rows, columns: np.asarray(kept[rows, columns], dtype=np.float64)
    return found, warnings


def _from_variable(dataset: Dataset, name: str) -> ReadLayer:
    def read(rows: slice, columns: slice) -> FloatArray:
        values = netcdf.read_float(dataset, name, (rows, columns))
        return values if name == "hgt" else np.where(values == 0, np.nan, values)

    return read


def _from_flat(values: Any) -> ReadLayer:
    return lambda rows, columns: np.asarray(values[rows, columns], dtype=np.float64)


def _flat_folder(path: Path) -> Path:
    """Return the folder ``GEOCml*`` that a ``TS_GEOCml*`` belongs to."""
    name = path.parent.name
    return path.parent.parent / name.removeprefix("TS_") if name.startswith("TS_") else path.parent


def _looks(path: Path) -> int:
    match = re.search(r"GEOCml(\d+)", path.parent.name)
    return int(match[1]) if match else 1


def _frame_name(path: Path) -> str:
    found = (re.search(r"\d{3}[AD]_\d{5}_\d{6}", part.name) for part in path.resolve().parents)
    return next((match[0] for match in found if match), path.resolve().parent.name)


def _reference(dataset: Dataset, path: Path) -> tuple[ProductReference, list[str]]:
    text = ""
    if "refarea" in dataset.variables:
        value = dataset["refarea"][...]
        text = value.decode() if isinstance(value, bytes) else str(np.asarray(value).item())
    match = _REFERENCE.fullmatch(text.strip())
    if match is None:
        return ProductReference(), [f"{path.name} does not say which pixels its displacement is relative to (refarea)."]
    left, right, top, bottom = map(int, match.groups())
    return ProductReference(slice(top, bottom), slice(left, right)), []


def _removed(dataset: Dataset, path: Path) -> dict[str, Attribute]:
    """Return what LiCSBAS took from the series, as attributes of ours."""
    found: dict[str, Attribute] = {}

    def value(name: str) -> str:
        if name not in dataset.variables:
            return ""
        array = np.ma.asarray(dataset[name][...])
        if array.size != 1:  # h5py's way to write None
            return ""
        item = array.filled().item()
        text = item.decode() if isinstance(item, bytes) else str(item)
        return "" if text.strip().lower() in ("none", "nan", "") else text.strip()

    ramp = value("deramp_flag")
    if ramp:
        found["ramp_removed"] = f"{_RAMPS.get(ramp, ramp)} (LiCSBAS, deramp_flag {ramp})"
    if value("hgt_linear_flag") not in ("", "0"):
        found["height_trend_removed"] = "what is proportional to height (LiCSBAS)"
    space, time = value("filtwidth_km"), value("filtwidth_yr")
    if space:
        years = f"{float(time):.3g} years" if time else "its time width"
        found["spatiotemporal_filter_removed"] = (
            f"Gaussian high pass in time of {years}, Gaussian low pass in space of {float(space):.3g} km (LiCSBAS)"
        )
    elif path.name.startswith("cum_filt"):
        found["spatiotemporal_filter_removed"] = "spatio-temporal filter of LiCSBAS of unknown widths"
    return found
