"""Writing cell means, their spread, their errors and the cells' geometry."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD, VERTICAL_DISPLACEMENT
from .cell_errors import CellErrors
from .cell_sums import CellMeans
from .tied_means import Parts, TiedMeans

_COMMENTS = {
    DISPLACEMENT: "positive towards the satellite, relative to the reference area and the first date",
    VERTICAL_DISPLACEMENT: "positive up, since the first date; see the attribute vertical_frame",
}


def write_means(target: Dataset, quantity: str, means: TiedMeans, mean: FloatArray, part: Parts) -> None:
    """Write the means [date, cell], NaN where a cell keeps none, their spread, counts and parts."""
    rows, columns = len(target.dimensions["y"]), len(target.dimensions["x"])
    words = "Vertical displacement" if quantity == VERTICAL_DISPLACEMENT else "Line-of-sight displacement"
    dimensions = ("time", "y", "x")
    shape = (mean.shape[0], rows, columns)
    kept = np.isfinite(mean)
    variable = netcdf.add_variable(
        target,
        quantity,
        dimensions,
        "mm",
        words,
        cell_methods="area: mean",
        comment=_COMMENTS[quantity],
    )
    variable[:] = mean.reshape(shape)
    spread = netcdf.add_variable(
        target, DISPLACEMENT_STD, dimensions, "mm", "Standard deviation of the pixels of the cell (population form)"
    )
    spread[:] = np.where(kept, means.all.std, np.nan).reshape(shape)
    number = netcdf.add_variable(target, "n_pixels", dimensions, "1", "Number of pixels in the mean", dtype="i4")
    number[:] = means.all.count.reshape(shape)
    if np.where(kept, part, 0).max(initial=0) > 1:
        words = "number of the part of the cell's series, from 1"
        parts = netcdf.add_variable(target, "part", dimensions, "1", words, dtype="u2", fill=None)
        parts.comment = "constants between parts come from a fitted trend and season; 0 is missing"
        parts[:] = np.where(kept, part, 0).reshape(shape)


def write_cells(target: Dataset, geometry: dict[str, CellMeans], means: CellMeans, n_pixels: IntArray) -> None:
    """Write which part of each cell was used, and how the satellite sees it; `n_pixels` [cell] are of the frame."""
    shape = (len(target.dimensions["y"]), len(target.dimensions["x"]))
    fraction = netcdf.add_variable(
        target, "valid_fraction", ("y", "x"), "1", "Pixels used over pixels of the frame whose centre lies in the cell"
    )
    fraction[:] = _ratio(means.n_members, n_pixels).reshape(shape)
    for name, sums in geometry.items():
        variable = netcdf.add_variable(
            target,
            name,
            ("y", "x"),
            "1",
            f"Unit vector to the satellite: {name[4:]} component, mean over the cell",
        )
        variable[:] = np.where(sums.count[0] > 0, sums.mean[0], np.nan).reshape(shape)


def places_km(target: Dataset) -> FloatArray:
    """Return the places of the cells on the grid's plane [cell, 2] in km."""
    x, y = (netcdf.read_float(target, name) / 1000.0 for name in ("x", "y"))
    return np.stack([axis.ravel() for axis in np.meshgrid(x, y)], axis=1)


def write_errors(target: Dataset, found: CellErrors, kept: BoolArray) -> None:
    """Write the errors of a date's mean, for the steps that come after."""
    shape = (len(target.dimensions["y"]), len(target.dimensions["x"]))
    words = "Standard deviation of the errors of the mean at a date"
    variable = netcdf.add_variable(target, "error_std", ("y", "x"), "mm", words)
    variable.comment = (
        "air, here and at the reference, from what neighbouring dates differ by beyond trend and season; decorrelation "
        "of the pixels here and of the reference area, from the network of interferograms"
    )
    variable[:] = np.where(kept.any(axis=0), found.std, np.nan).reshape(shape)
    known = found.std[np.isfinite(found.std)]
    if known.size:
        target.error_std_mm = float(np.sqrt(np.mean(known**2)))
    if np.isfinite(found.correlation_length_km):
        target.error_correlation_length_km = found.correlation_length_km
        target.error_common_share = found.common_share


def _ratio(part: IntArray, whole: IntArray) -> FloatArray:
    return np.asarray(np.where(whole > 0, part / np.maximum(whole, 1), np.nan), dtype=np.float64)
