"""Writing the displacement series file block of rows by block of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import DISPLACEMENT, DISPLACEMENT_STD, LOS_EAST, LOS_NORTH, LOS_UP
from ...files.raster import RasterGrid
from ...work.blocks import RowBlock
from ..stack.reading import chunk_rows

_HANDED_ON = (LOS_EAST, LOS_NORTH, LOS_UP, "height")
_ATTRIBUTES = (
    "wavelength", "frame", "heading", "incidence_source", "metadata_incidence_angle", "acquisition_time", "synthetic",
)  # fmt: skip


_ERRORS = "from the errors of network and air"
_AIR = "what neighbouring dates differ by beyond the network's errors: air, here and at the reference"
_MAPS = {
    "velocity": ("mm/yr", "f4", "line-of-sight velocity", "positive: towards the satellite"),
    "velocity_std": ("mm/yr", "f4", "standard deviation of the velocity", "from the errors of network and air"),
    "velocity_std_bootstrap": ("mm/yr", "f4", "standard deviation of the velocity", "from drawing the dates again"),
    "annual_amplitude": ("mm", "f4", "amplitude of the annual motion", "NaN where the series is below 1.5 years"),
    "annual_phase": ("day", "f4", "day of the year on which the annual motion is largest", "0 is 1 January"),
    "annual_amplitude_std": ("mm", "f4", "standard deviation of the annual amplitude", _ERRORS),
    "annual_phase_std": ("day", "f4", "standard deviation of the annual phase", _ERRORS),
    "semiannual_amplitude": ("mm", "f4", "amplitude of the semi-annual motion", ""),
    "semiannual_phase": ("day", "f4", "first day of the year on which the semi-annual motion is largest", ""),
    "semiannual_amplitude_std": ("mm", "f4", "standard deviation of the semi-annual amplitude", _ERRORS),
    "semiannual_phase_std": ("day", "f4", "standard deviation of the semi-annual phase", _ERRORS),
    "noise_std": ("mm", "f4", "standard deviation of an interferogram of mean weight", "from the residuals"),
    "air_std": ("mm", "f4", "standard deviation of the errors that differ from date to date", _AIR),
    "residual_rms": ("mm", "f4", "root mean square of the interferograms less the series", ""),
    "temporal_coherence": ("1", "f4", "temporal coherence", "mean of exp(i residual phase), absolute value"),
    "n_interferograms": ("1", "i4", "interferograms used", ""),
    "n_gaps": ("1", "i4", "unconnected parts of the pixel's network beyond the first", ""),
    "longest_gap": ("day", "f4", "longest run of steps between dates that the interferograms do not determine", ""),
    "longest_part": ("day", "f4", "time from the first to the last date of the longest connected part", ""),
    "mean_coherence": ("1", "f4", "mean coherence of the interferograms used", ""),
    "n_without_loop": ("1", "i4", "interferograms used that are in no closed loop at the pixel", ""),
    "mask": ("1", "u1", "1 where the pixel is solved", ""),
}
_STEP = ("mm", "f4", "step of the displacement", "of the fit, at the date in the name")
_SERIES = {
    DISPLACEMENT: (
        "line-of-sight displacement",
        "positive towards the satellite, relative to the reference area and the first date",
    ),
    "determined": (
        "1 where interferograms determine the displacement",
        "but for a constant of the connected part; 0 where the model across gaps made it up",
    ),
    DISPLACEMENT_STD: (
        "standard deviation of the displacement",
        "error of each date relative to the mean of its connected part, from network and air; NaN where undetermined",
    ),
}

SeriesBlock = dict[str, npt.NDArray[Any]]
"""What the inversion of a block of pixels gives, by the name of the variable: [date, pixel] or [pixel]."""


def describe(name: str) -> tuple[str, str, str, str]:
    """Return unit, type, words and remark of a map in the file."""
    return _MAPS.get(name, _STEP)


def dtype_of(name: str) -> str:
    """Return the type of a variable in the file."""
    if name in _SERIES:
        return "u1" if name == "determined" else "f4"
    return _MAPS.get(name, _STEP)[1]


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
    names : sequence of str
        Variables to write.
    """

    def __init__(self, dataset: Dataset, grid: RasterGrid, days: FloatArray, names: Sequence[str]) -> None:
        self._dataset, self._columns = dataset, grid.columns
        self._names = frozenset(names)
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        rows = chunk_rows(*grid.shape)
        for name in names:
            if name in _SERIES:
                words, comment = _SERIES[name]
                chunks: tuple[int, ...] = (1, rows, grid.columns)
                where = ("time", "y", "x")
                if name == "determined":
                    variable = netcdf.add_variable(
                        dataset, name, where, "1", words, dtype="u1", chunks=chunks, fill=None
                    )
                else:
                    variable = netcdf.add_variable(dataset, name, where, "mm", words, chunks=chunks)
            else:
                units, dtype, words, comment = _MAPS.get(name, _STEP)
                fill = {"fill": None} if dtype == "u1" else {}
                chunks = (rows, grid.columns)
                variable = netcdf.add_variable(
                    dataset, name, ("y", "x"), units, words, dtype=dtype, chunks=chunks, **fill
                )
            if comment:
                variable.comment = comment

    def write(self, rows: RowBlock, block: SeriesBlock) -> None:
        """Write the pixels of some rows."""
        for name, values in block.items():
            if name in self._names:
                shape = (*values.shape[:-1], rows.size, self._columns)
                self._dataset[name][..., rows.rows, :] = values.reshape(shape)
        if "part" in block and block["part"].max(initial=0) > 1:
            self._write_part(rows, block["part"])

    def _write_part(self, rows: RowBlock, part: npt.NDArray[Any]) -> None:
        """Write which part determines each date, in a variable that only files with several parts have."""
        if "part" not in self._dataset.variables:
            chunks = (1, chunk_rows(len(self._dataset.dimensions["y"]), self._columns), self._columns)
            words = "number of the connected part that determines the displacement"
            variable = netcdf.add_variable(
                self._dataset, "part", ("time", "y", "x"), "1", words, dtype="u2", chunks=chunks
            )
            variable.comment = "from 0; interferograms leave the constant between two parts of a pixel open"
        numbers = np.maximum(part.astype(np.int32) - 1, 0).astype(np.uint16)
        self._dataset["part"][:, rows.rows, :] = numbers.reshape(len(part), rows.size, self._columns)

    def hand_on(self, stack: Dataset, n_loop_errors: npt.NDArray[Any] | None) -> None:
        """Copy geometry, loop errors (`n_loop_errors` where the stack has none) and attributes of the stack."""
        for name in _HANDED_ON:
            if name in stack.variables:
                source = stack[name]
                target = netcdf.add_variable(self._dataset, name, ("y", "x"), source.units, source.long_name)
                target[:] = netcdf.read_float(stack, name)
        for name in ("mean_loop_closure", "phase_bias_velocity"):
            if name in stack.variables:
                source = stack[name]
                target = netcdf.add_variable(self._dataset, name, ("y", "x"), source.units, source.long_name)
                target[:] = netcdf.read_float(stack, name)
        if "incoherent" in stack.variables:
            words = stack["incoherent"].long_name
            target = netcdf.add_variable(self._dataset, "incoherent", ("y", "x"), "1", words, dtype="u1", fill=None)
            target[:] = netcdf.read(stack, "incoherent")
        if "n_loop_errors" in stack.variables:
            n_loop_errors = netcdf.read(stack, "n_loop_errors")
        if n_loop_errors is not None:
            words = "loops that miss closure by more than half a turn"
            netcdf.add_variable(self._dataset, "n_loop_errors", ("y", "x"), "1", words, dtype="i4")[:] = n_loop_errors
        netcdf.copy_attributes(stack, self._dataset, _ATTRIBUTES)
        netcdf.extend_history(self._dataset, stack)
