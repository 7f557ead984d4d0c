"""Masking fast pixels and averaging displacement over EASE-Grid 2.0 cells, in one pass by row blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, LOS_EAST, LOS_NORTH, LOS_UP, VERTICAL_DISPLACEMENT
from ..files.points import is_points, read_places
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid
from ..wording import number_of
from ..work.blocks import RowBlock, report_each, row_blocks
from ..work.progress import Progress
from .cell_errors import NOISE_STD, cell_errors, walk_errors, with_walk
from .cell_sums import CellMeans, PixelCells, PointCells, cells_holding
from .gridded_writing import places_km, write_cells, write_errors, write_means
from .tied_means import Parts, TiedMeans, parts_of

QUANTITIES = (DISPLACEMENT, VERTICAL_DISPLACEMENT)
LOS = (LOS_UP, LOS_EAST, LOS_NORTH)
_HANDED_ON = (
    "wavelength",
    "frame",
    "heading",
    "incidence_source",
    "metadata_incidence_angle",
    "gap_model",
    "weighting",
    "vertical_frame",
    "reference_station",
    "reference_up_std",
    "synthetic",
    "product",
    "displacement_reference",
    "reference_kind",
)
_BLOCK_MB = 128.0
_COARSE_PIXEL = 0.25


@dataclass(frozen=True)
class DownsampleOptions:
    """What to keep, and the cells to average over; defaults as in Chen et al. (2022).

    Attributes
    ----------
    max_velocity_mm_yr : float
        Pixels whose absolute line-of-sight velocity is above it are left out.
    grid : {"M25", "M36", "M09"}
        EASE-Grid 2.0.
    min_valid_fraction : float
        Cells keep a date only where at least this part of the frame's pixels in them has a value.
    unit : str
        The parameter `UNIT`: of the displacement where the file does not say it.
    min_points : int
        Cells of a file of points keep a date only where at least so many have a value.
    """

    max_velocity_mm_yr: float = 5.0
    grid: str = "M25"
    min_valid_fraction: float = 0.1
    unit: str = ""
    min_points: int = 1


@dataclass(frozen=True)
class DownsampleResult:
    """What came out.

    Attributes
    ----------
    n_cells : int
        Cells with a value at one date at least.
    n_pixels_masked : int
        Solved pixels left out because they are too fast.
    n_pixels_used : int
        Pixels that went into the means.
    """

    n_cells: int
    n_pixels_masked: int
    n_pixels_used: int


@dataclass
class _Counts:
    """Pixels by what became of them."""

    solved: int = 0
    masked: int = 0
    without_velocity: int = 0
    used: int = 0
    incoherent: int = 0
    values: int = 0
    invented: int = 0


def quantity_of(dataset: Dataset) -> str:
    """Return which displacement a file holds.

    Raises
    ------
    InputError
        Where it holds none.
    """
    for name in QUANTITIES:
        if name in dataset.variables:
            return name
    raise InputError(
        f"{dataset.filepath()} has neither {' nor '.join(QUANTITIES)}: choose a displacement series "
        "(from Invert interferograms) or gridded displacement."
    )


def mask_and_downsample(
    series_path: Path, output_path: Path, options: DownsampleOptions, progress: Progress
) -> DownsampleResult:
    """Write the cell means of a displacement series without its fast pixels.

    A pixel belongs to the cell that holds its centre (pixels are far smaller than cells). The mask is on the
    line-of-sight velocity relative to the reference area, before any conversion, as in Chen et al. (2022),
    section II.C; pixels without a velocity cannot be judged and are left out too. Mean, population standard
    deviation and number of pixels are found for each cell and date in one pass: memory holds cells x dates and one
    block of rows.

    Parameters
    ----------
    series_path : Path
        Displacement series (`docs/files.md`), line of sight or vertical, in degrees or any projection.
    output_path : Path
        Gridded displacement.
    options : DownsampleOptions
        Mask and cells.
    progress : Progress
        Called after every block.

    Raises
    ------
    InputError
        Where the file is not such a series, or no cell keeps a value.
    """
    _check(options)
    with netcdf.open_chain_file(series_path, ["velocity"], options.unit, progress.warn) as series:
        quantity = quantity_of(series)
        days, whole = netcdf.read_days(series), Grid(options.grid)
        cells, window = _cells(series, whole, progress)
        means = TiedMeans(days, window[2] * window[3])
        geometry = {name: CellMeans(1, window[2] * window[3]) for name in LOS if name in series.variables}
        noise = CellMeans(1, window[2] * window[3])
        counts = _accumulate(series, quantity, cells, options, means, geometry=geometry, noise=noise, progress=progress)
        mean, part = means.solve()
        enough = means.all.count >= options.min_valid_fraction * cells.n_pixels
        if is_points(series):
            enough &= means.all.count >= options.min_points
        kept = enough & (part > 0)
        _check_result(series_path, counts, kept, options)
        _warn(series, counts, options, progress)
        _warn_of_gaps(counts, np.where(kept, part, 0), means, progress)
        with netcdf.create(
            output_path,
            f"Cell means of {quantity.replace('_', ' ')}",
            "maskdownsample",
            f"MAX_VELOCITY={options.max_velocity_mm_yr:g}, GRID={options.grid}, "
            f"MIN_VALID_FRACTION={options.min_valid_fraction:g}",
        ) as target:
            _write_head(target, series, whole, window, options, counts=counts)
            write_means(target, quantity, means, np.where(kept, mean, np.nan), part)
            write_cells(target, geometry, means.all, cells.n_pixels)
            found = cell_errors(np.where(kept, mean, np.nan), np.where(kept, part, 0), days, places_km(target))
            walk = walk_errors(series, noise.mean[0], means.all.n_members)
            write_errors(target, found if walk is None else with_walk(found, walk), kept)
    return DownsampleResult(int(kept.any(axis=0).sum()), counts.masked, counts.used)


def _check(options: DownsampleOptions) -> None:
    if not options.max_velocity_mm_yr > 0:
        raise InputError("MAX_VELOCITY must be above 0 mm/yr: 5 in the paper, a large number to keep every pixel.")
    if not 0 <= options.min_valid_fraction <= 1:
        raise InputError("MIN_VALID_FRACTION must lie between 0 and 1.")
    if options.min_points < 1:
        raise InputError(f"MIN_POINTS must be 1 or more, not {options.min_points}.")


def _cells(
    series: Dataset, whole: Grid, progress: Progress
) -> tuple[PixelCells | PointCells, tuple[int, int, int, int]]:
    """Return which cells hold the pixels or points of a series, and the window of these cells."""
    if is_points(series):
        points = PointCells(*read_places(series), whole)
        return points, points.window
    grid = netcdf.read_grid(series)
    window = cells_holding(grid, whole)
    _warn_of_coarse_pixels(grid, whole, progress)
    return PixelCells(grid, whole, window), window


def _warn_of_coarse_pixels(grid: RasterGrid, whole: Grid, progress: Progress) -> None:
    height = grid.dy * (111_000.0 if grid.is_geographic else 1.0)
    if height > _COARSE_PIXEL * whole.cell_size:
        progress.warn(
            f"Pixels of {height / 1000:.1f} km are coarse for cells of {whole.cell_size / 1000:.0f} km: a pixel counts "
            "for the one cell that holds its centre. Choose a larger GRID or a smaller MULTILOOK."
        )


def _accumulate(
    series: Dataset,
    quantity: str,
    cells: PixelCells | PointCells,
    options: DownsampleOptions,
    means: TiedMeans,
    *,
    geometry: dict[str, CellMeans],
    noise: CellMeans,
    progress: Progress,
) -> _Counts:
    """Add every block of rows to the means, and count pixels."""
    counts = _Counts()
    for block in report_each(_blocks(series, quantity), progress, "Averaging over cells"):
        cell = cells.of_rows(block.rows)
        cells.count(cell)
        values = np.asarray(netcdf.read(series, quantity, (slice(None), block.rows)), dtype=np.float32)
        values = values.reshape(values.shape[0], -1)
        part = _parts(series, block, values)
        used = _used(series, block, np.isfinite(values).any(axis=0), options, counts) & (cell >= 0)
        counts.used += int(used.sum())
        counts.values += int(np.count_nonzero(np.isfinite(values[:, used])))
        counts.invented += int(np.count_nonzero(np.isfinite(values[:, used]) & (part[:, used] == 0)))
        means.add(cell[used], values[:, used], part[:, used])
        for name, sums in geometry.items():
            component = netcdf.read_float(series, name, block.rows).ravel()
            sums.add(cell[used], component[None, used])
        if NOISE_STD in series.variables:
            noise.add(cell[used], netcdf.read_float(series, NOISE_STD, block.rows).ravel()[None, used] ** 2)
    return counts


def _parts(series: Dataset, block: RowBlock, values: FloatArray) -> Parts:
    """Return the connected parts [date, pixel] of some rows, 0 where a value is missing or made up by a gap model."""
    found = []
    for name in ("determined", "part"):
        stored = None
        if name in series.variables:
            series.variables[name].set_auto_mask(False)
            stored = np.asarray(netcdf.read(series, name, (slice(None), block.rows))).reshape(values.shape)
        found.append(stored)
    determined, part = found
    return parts_of(values, None if determined is None else determined != 0, part)


def _blocks(series: Dataset, quantity: str) -> list[RowBlock]:
    """Blocks of whole rows of chunks (or of points), so that no chunk is decompressed twice."""
    variable = series.variables[quantity]
    chunks = variable.chunking()
    rows_of_chunk = 1 if chunks == "contiguous" else int(chunks[1])
    # The block in the file's type, its copy with NaN, and the used part of it.
    columns = variable.shape[2] if variable.ndim == 3 else 1
    bytes_per_row = 3 * 4 * variable.shape[0] * columns
    return row_blocks(variable.shape[1], bytes_per_row, _BLOCK_MB, rows_of_chunk)


def _used(
    series: Dataset, block: RowBlock, has_values: BoolArray, options: DownsampleOptions, counts: _Counts
) -> BoolArray:
    """Return which pixels [pixel] of a block go into the means."""
    velocity = netcdf.read_float(series, "velocity", block.rows).ravel()
    solved = has_values
    if "mask" in series.variables:
        solved = solved & (np.asarray(netcdf.read(series, "mask", block.rows)).ravel() != 0)
    if "incoherent" in series.variables:
        bad = solved & (np.asarray(netcdf.read(series, "incoherent", block.rows)).ravel() != 0)
        counts.incoherent += int(bad.sum())
        solved = solved & ~bad
    judged = np.isfinite(velocity)
    fast = np.abs(np.where(judged, velocity, 0.0)) > options.max_velocity_mm_yr
    counts.solved += int(solved.sum())
    counts.masked += int((solved & fast).sum())
    counts.without_velocity += int((solved & ~judged).sum())
    return np.asarray(solved & judged & ~fast)


def _check_result(path: Path, counts: _Counts, kept: BoolArray, options: DownsampleOptions) -> None:
    if counts.solved == 0:
        raise InputError(f"{path} has no solved pixel: its displacement is missing everywhere.")
    if counts.used == 0 and counts.masked:
        raise InputError(
            f"All {counts.masked} solved pixels of {path} move faster than {options.max_velocity_mm_yr:g} mm/yr "
            "relative to the reference area: raise MAX_VELOCITY, or choose a reference on stable ground."
        )
    if counts.used == 0:
        raise InputError(f"No solved pixel of {path} has a velocity: invert the interferograms again, with more dates.")
    if not kept.any():
        raise InputError(
            f"No cell keeps a value: less than {options.min_valid_fraction:.0%} of the frame's pixels are usable in "
            "every one. Lower MIN_VALID_FRACTION or raise MAX_VELOCITY."
        )


def _warn(series: Dataset, counts: _Counts, options: DownsampleOptions, progress: Progress) -> None:
    area = netcdf.read_reference_area(series)
    where = (
        "an unknown reference"
        if area is None
        else f"the reference area ({area.lon_min:.3f}..{area.lon_max:.3f} E, {area.lat_min:.3f}..{area.lat_max:.3f} N)"
    )
    if counts.masked:
        progress.warn(
            f"{counts.masked} of {counts.solved} pixels move faster than {options.max_velocity_mm_yr:g} mm/yr and were "
            f"left out. Velocity is relative to {where}: another reference masks other pixels."
        )
    if counts.without_velocity:
        progress.warn(f"{counts.without_velocity} pixels have no velocity and were left out.")


def _warn_of_gaps(counts: _Counts, part: Parts, means: TiedMeans, progress: Progress) -> None:
    if counts.invented:
        progress.warn(
            f"{counts.invented / counts.values:.1%} of the pixels' values were made up by a model across gaps and are "
            "left out; pixels are tied over the dates that they have in common, so that the means do not jump where "
            "pixels come and go."
        )
    if counts.incoherent:
        progress.warn(
            f"{number_of(counts.incoherent, 'pixel')} whose loops do not close (noise that was left in the products) "
            "were left out."
        )
    cut = int(np.count_nonzero(part.max(axis=0) > 1))
    if cut:
        progress.warn(
            f"{number_of(cut, 'cell has', 'cells have')} dates that no pixel connects: trend and season, fitted to all "
            "parts together, give the constants between them ('part' in the file)."
        )


def _write_head(
    target: Dataset,
    series: Dataset,
    whole: Grid,
    window: tuple[int, int, int, int],
    options: DownsampleOptions,
    *,
    counts: _Counts,
) -> None:
    netcdf.extend_history(target, series)
    netcdf.write_grid(target, whole.window(*window))
    netcdf.write_time(target, netcdf.read_days(series))
    area = netcdf.read_reference_area(series)
    if area is not None:
        area.write(target)
    removed = [name for name in series.ncattrs() if name.endswith("_removed")]
    netcdf.copy_attributes(series, target, (*_HANDED_ON, *removed))
    target.setncatts(
        {
            "ease_grid": whole.name,
            "ease_row0": window[0],
            "ease_col0": window[1],
            "max_velocity": options.max_velocity_mm_yr,
            "min_valid_fraction": options.min_valid_fraction,
            "n_pixels_masked": counts.masked,
        }
    )
