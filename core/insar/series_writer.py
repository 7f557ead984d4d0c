"""Writing the displacement series file block of rows by block of rows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import netcdf
from ..arrays import FloatArray
from ..blocks import RowBlock
from ..outputs import check_room
from ..raster import RasterGrid
from .stack import chunk_rows

_HANDED_ON = ("los_east", "los_north", "los_up", "height")
_ATTRIBUTES = ("wavelength", "frame", "heading", "incidence_source", "metadata_incidence_angle", "synthetic")


@dataclass(frozen=True)
class SeriesBlock:
    """What the inversion of a block of pixels gives; see `docs/files.md` for the meaning.

    Attributes
    ----------
    displacement : float32 array [date, pixel]
        mm.
    velocity, velocity_std : float32 array [pixel]
        mm/yr.
    annual_amplitude, annual_phase, residual_rms, temporal_coherence : float32 array [pixel]
        mm, day of the year, mm, 1.
    n_interferograms, n_gaps : int32 array [pixel]
        Counts; n_gaps is -999 (missing) where there is no interferogram.
    mask : uint8 array [pixel]
        1 = solved.
    """

    displacement: npt.NDArray[np.float32]
    velocity: npt.NDArray[np.float32]
    velocity_std: npt.NDArray[np.float32]
    annual_amplitude: npt.NDArray[np.float32]
    annual_phase: npt.NDArray[np.float32]
    residual_rms: npt.NDArray[np.float32]
    temporal_coherence: npt.NDArray[np.float32]
    n_interferograms: npt.NDArray[np.int32]
    n_gaps: npt.NDArray[np.int32]
    mask: npt.NDArray[np.uint8]


_MAPS = {
    "velocity": ("mm/yr", "f4", "line-of-sight velocity", "positive: towards the satellite"),
    "velocity_std": ("mm/yr", "f4", "standard deviation of the velocity", "formal, from the residuals of the fit"),
    "annual_amplitude": ("mm", "f4", "amplitude of the annual motion", "NaN where the series is below 1.5 years"),
    "annual_phase": ("day", "f4", "day of the year on which the annual motion is largest", "0 is 1 January"),
    "residual_rms": ("mm", "f4", "root mean square of the interferograms less the series", ""),
    "temporal_coherence": ("1", "f4", "temporal coherence", "mean of exp(i residual phase), absolute value"),
    "n_interferograms": ("1", "i4", "interferograms used", ""),
    "n_gaps": ("1", "i4", "unconnected parts of the pixel's network beyond the first", ""),
    "mask": ("1", "u1", "1 where the pixel is solved", ""),
}


class SeriesWriter:
    """Adds blocks of rows to a new series file.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Newly created, empty.
    grid : RasterGrid
        Of the stack.
    days : array [date]
        Days since 2000-01-01.
    """

    def __init__(self, dataset: Any, grid: RasterGrid, days: FloatArray) -> None:
        self._dataset, self._columns = dataset, grid.columns
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        rows = chunk_rows(*grid.shape)
        displacement = netcdf.add_variable(
            dataset,
            "displacement",
            ("time", "y", "x"),
            "mm",
            "line-of-sight displacement",
            chunks=(1, rows, grid.columns),
        )
        displacement.comment = "positive towards the satellite, relative to the reference area and the first date"
        for name, (units, dtype, words, comment) in _MAPS.items():
            fill = {"fill": None} if dtype == "u1" else {}
            variable = netcdf.add_variable(dataset, name, ("y", "x"), units, words, dtype, (rows, grid.columns), **fill)
            if comment:
                variable.comment = comment

    def write(self, rows: RowBlock, block: SeriesBlock) -> None:
        """Write the pixels of some rows."""
        check_room(self._dataset.filepath())
        for field in fields(block):
            values = getattr(block, field.name)
            shape = (*values.shape[:-1], rows.size, self._columns)
            self._dataset[field.name][..., rows.rows, :] = values.reshape(shape)

    def hand_on(self, stack: Any, n_loop_errors: npt.NDArray[Any] | None) -> None:
        """Copy geometry, loop errors (`n_loop_errors` where the stack has none) and attributes of the stack."""
        for name in _HANDED_ON:
            if name in stack.variables:
                source = stack[name]
                target = netcdf.add_variable(self._dataset, name, ("y", "x"), source.units, source.long_name)
                target[:] = netcdf.read_float(stack, name)
        if "n_loop_errors" in stack.variables:
            n_loop_errors = netcdf.read(stack, "n_loop_errors")
        if n_loop_errors is not None:
            words = "loops that miss closure by more than half a turn"
            netcdf.add_variable(self._dataset, "n_loop_errors", ("y", "x"), "1", words, "i4")[:] = n_loop_errors
        netcdf.copy_attributes(stack, self._dataset, _ATTRIBUTES)
        netcdf.extend_history(self._dataset, stack)
