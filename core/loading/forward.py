"""Storage files to files of vertical displacement."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .. import netcdf
from ..arrays import BoolArray
from ..errors import InputError
from ..outputs import check_room
from ..progress import Progress, SilentProgress, stop_if_cancelled
from ..raster import RasterGrid
from .cells import GridCells, cell_area, grid_cells
from .disk import vertical_response
from .love_numbers import LoveNumbers, load
from .operator import LoadOperator

_BLOCK_BYTES = 64 * 2**20
_COPIED = ("ease_grid", "ease_row0", "ease_col0", "synthetic", "product")
_MILLIMETRES = ("mm", "kg m-2", "kg/m2", "kg/m^2", "kg m^-2", "kg m**-2", "millimeter", "millimetre")
_LARGE_LOAD = 2_000_000.0


@dataclass(frozen=True)
class ForwardOptions:
    """How displacement is computed.

    Attributes
    ----------
    earth_model : str
        Behind the load Love numbers.
    cutoff_km : float, optional
        Cells further away than this do not count; None: all count.
    """

    earth_model: str = "PREM"
    cutoff_km: float | None = None


def forward_model(
    storage_path: Path, output_path: Path, options: ForwardOptions | None = None, progress: Progress | None = None
) -> None:
    """Write the vertical displacement that the storage of a file causes, on the storage's grid.

    Every member and time of ``tws`` [member, time, y, x] or [time, y, x] (mm) becomes
    ``vertical_displacement`` (mm, up positive) in the CE frame, degree 0 dropped. Cells that have no
    storage at any time (sea, or beyond the model) are no load; a cell that misses some times only is an error.

    Parameters
    ----------
    storage_path, output_path : Path
        Storage file and result.
    options : ForwardOptions, optional
        Earth model and cut-off.
    progress : Progress, optional
        Of the caller; receives the warnings on what is missing.

    Raises
    ------
    InputError
        Where the storage cannot be read, is not in mm or misses values.
    """
    options = options or ForwardOptions()
    progress = SilentProgress() if progress is None else progress
    love_numbers = load(options.earth_model)
    with netcdf.open_dataset(Path(storage_path), ("tws",)) as source:
        grid = netcdf.read_grid(source)
        _check_storage(source)
        loaded = _loaded_cells(source, progress)
        if not loaded.all():
            progress.warn(
                f"{np.count_nonzero(~loaded)} of {loaded.size} cells of {storage_path} have no storage at any time: "
                "they are taken as cells without a load."
            )
        cells = grid_cells(grid)
        warn_of_edge(grid, cells, love_numbers, progress)
        here = loaded.ravel()

        def build(cutoff: float | None) -> LoadOperator:
            return LoadOperator.of_cells(cells.part(here), cells.lon, cells.lat, love_numbers, cutoff)

        full = build(None)
        cut = None if options.cutoff_km is None else build(1e3 * options.cutoff_km)
        with netcdf.create(
            output_path,
            "Vertical displacement by the load of terrestrial water storage",
            "forwardmodel",
            f"EARTH_MODEL={options.earth_model}, CUTOFF={options.cutoff_km or 'none'}",
        ) as target:
            _prepare(source, target, grid, options)
            _convolve(source, target, full, cut, here, progress, options)


def _convolve(
    source: Any,
    target: Any,
    full: LoadOperator,
    cut: LoadOperator | None,
    here: BoolArray,
    progress: Progress,
    options: ForwardOptions,
) -> None:
    """Fill the output block by block in time, and say what the cut-off loses."""
    variable = source.variables["tws"]
    missing = total = 0.0
    for index, done in _blocks(variable):
        stop_if_cancelled(progress)
        storage = netcdf.read_float(source, "tws", index)
        fields = storage.reshape(-1, here.size)[:, here]
        if not np.all(np.isfinite(fields)):
            raise InputError(
                f"{source.filepath()}: some cells have storage at some times and none at others. "
                "Fill the gaps or shorten the period."
            )
        displacement = full.apply(fields)
        if cut is not None:
            near = cut.apply(fields)
            missing += float(np.sum((displacement - near) ** 2))
            total += float(np.sum(displacement**2))
            displacement = near
        check_room(target.filepath())
        target.variables["vertical_displacement"][index] = displacement.reshape(storage.shape)
        progress.report(done, "Storage to displacement")
    if cut is not None and total > 0:
        lost = math.sqrt(missing / total)
        target.cutoff_lost_fraction = lost
        progress.warn(
            f"The cut-off at {options.cutoff_km:g} km loses {100 * lost:.0f} % of this load's displacement "
            "(root mean square over all cells and dates)."
        )


def _blocks(variable: Any) -> Iterator[tuple[tuple[slice, ...], float]]:
    """Yield indices [member,] time of blocks that fit in memory, and the part that is done after each."""
    shape = variable.shape
    members = shape[0] if len(shape) == 4 else 1
    times, cells = shape[-3], shape[-2] * shape[-1]
    steps = max(1, int(_BLOCK_BYTES / (8 * cells)))
    together = min(members, steps)
    steps = max(1, steps // together)
    for member in range(0, members, together):
        for start in range(0, times, steps):
            part = slice(start, min(start + steps, times))
            done = (member + together * part.stop / times) / members
            ahead = (slice(member, min(member + together, members)),) if len(shape) == 4 else ()
            yield (*ahead, part), min(done, 1.0)


def _check_storage(source: Any) -> None:
    variable = source.variables["tws"]
    if variable.dimensions[-3:] != ("time", *netcdf.coordinate_names(source)[::-1]) or variable.ndim not in (3, 4):
        raise InputError(
            f"{source.filepath()}: 'tws' must have the dimensions [member,] time, y, x; it has "
            f"{', '.join(variable.dimensions)}. Import the file with Import storage first."
        )
    units = netcdf.attribute(variable, "units")
    if not units.lower().startswith(_MILLIMETRES):
        raise InputError(
            f"{source.filepath()}: storage must be in mm of water, but the unit of 'tws' is '{units or 'not given'}'. "
            "Import the file with Import storage, which converts it."
        )


def _loaded_cells(source: Any, progress: Progress) -> BoolArray:
    """Return the cells [y, x] that have storage at any time."""
    variable = source.variables["tws"]
    loaded = np.zeros(variable.shape[-2:], bool)
    largest = 0.0
    for index, _ in _blocks(variable):
        stop_if_cancelled(progress)
        values = netcdf.read_float(source, "tws", index).reshape(-1, *loaded.shape)
        finite = np.isfinite(values)
        loaded |= finite.any(axis=0)
        largest = max(largest, float(np.abs(values, where=finite, out=np.zeros_like(values)).max()))
    if not loaded.any():
        raise InputError(f"{source.filepath()}: 'tws' has no values at all.")
    if 0 < largest < 2:
        progress.warn(
            f"No storage in {source.filepath()} exceeds {largest:.2g} mm: check that it is in mm and not in metres."
        )
    return loaded


def _prepare(source: Any, target: Any, grid: RasterGrid, options: ForwardOptions) -> None:
    """Write everything but the displacement."""
    netcdf.copy_attributes(source, target, _COPIED)
    netcdf.extend_history(target, source)
    target.setncatts({"earth_model": options.earth_model, "love_number_frame": "CE", "degree_zero": "dropped"})
    target.cutoff_km = math.nan if options.cutoff_km is None else float(options.cutoff_km)
    netcdf.write_grid(target, grid)
    bounds = netcdf.read_float(source, "time_bnds") if "time_bnds" in source.variables else None
    netcdf.write_time(target, netcdf.read_days(source), bounds)
    dimensions: tuple[str, ...] = ("time", "y", "x")
    if source.variables["tws"].ndim == 4:
        target.createDimension("member", source.variables["tws"].shape[0])
        dimensions = ("member", *dimensions)
    netcdf.add_variable(
        target,
        "vertical_displacement",
        dimensions,
        "mm",
        "vertical displacement by the load of terrestrial water storage, up positive",
        chunks=(1,) * (len(dimensions) - 2) + grid.shape,
    )


def warn_of_edge(grid: RasterGrid, cells: GridCells, love_numbers: LoveNumbers, progress: Progress) -> None:
    """Warn where a load that goes on beyond the grid would move the grid's middle much.

    The measure is a uniform load: what a cap of 2000 km moves its centre, and the part of it that comes
    from beyond the grid's nearest edge.
    """
    area = float(np.sum(cell_area(cells)))
    reach = min(0.5 * math.sqrt(area) * math.sqrt(min(grid.rows / grid.columns, grid.columns / grid.rows)), _LARGE_LOAD)
    within, whole = (float(vertical_response(0.0, radius, love_numbers)) for radius in (reach, _LARGE_LOAD))
    share = 1 - within / whole
    if share > 0.05:
        progress.warn(
            f"Storage beyond the file's edge counts as none, and the edge is {reach / 1e3:.0f} km from the middle: "
            f"were the load to go on to 2000 km, up to {100 * share:.0f} % of the displacement would be missing. "
            "Give storage over a larger area, at least 1000 km around the place of interest."
        )
