"""Choosing the reference area: automatically, about a place, or by polygons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...files.raster import GEOGRAPHIC, RasterGrid
from ...geodesy import METRES_PER_DEGREE, pixel_size, transform_points
from ...grid.polygon_pixels import pixels_of_polygons
from ...grid.reference_pixels import ReferencePixels, pixels_in_box, rectangle
from ...grid.regions import read_polygons
from ...wording import part_of
from ...work.progress import Progress
from ..frames.placement import describe

_LEAST_PIXELS = 3  # on a side: however large pixels are, one alone is no reference


def pixels_at(grid: RasterGrid, place: tuple[float, ...], size_km: float) -> ReferencePixels:
    """Return the pixels of a place given by the user: those whose centres lie in it, at least the one at its middle.

    Parameters
    ----------
    grid : RasterGrid
        Of the stack.
    place : tuple of 2 or 4 floats
        ``lon, lat`` of the centre, or ``lon_min, lon_max, lat_min, lat_max``, in degrees.
    size_km : float
        Length of the area's sides about a point.

    Raises
    ------
    InputError
        Where the place is none, or lies outside the grid.
    """
    if len(place) not in (2, 4) or not all(map(math.isfinite, place)):
        raise InputError(f"REFERENCE {place} is neither lon, lat nor lon_min, lon_max, lat_min, lat_max in degrees.")
    if len(place) == 4:
        lon_min, lon_max, lat_min, lat_max = place
        if lon_min > lon_max or lat_min > lat_max:
            raise InputError(f"REFERENCE {place}: lon_min, lon_max, lat_min, lat_max are not in order.")
        box = lon_min, lon_max, lat_min, lat_max
    else:
        lon, lat = place
        half_lat = size_km * 500 / METRES_PER_DEGREE
        half_lon = half_lat / max(0.01, math.cos(math.radians(lat)))
        box = lon - half_lon, lon + half_lon, lat - half_lat, lat + half_lat
    turns = 360.0 * round((_middle_lon(grid) - (box[0] + box[1]) / 2) / 360.0)  # 181 degrees east are -179
    box = box[0] + turns, box[1] + turns, box[2], box[3]
    pixels = pixels_in_box(grid, *box)
    if pixels is None:
        raise InputError(
            f"REFERENCE {box[0]:.6g}..{box[1]:.6g} E, {box[2]:.6g}..{box[3]:.6g} N lies outside the stack, which "
            f"covers {describe(grid)}."
        )
    return pixels


def _middle_lon(grid: RasterGrid) -> float:
    """Return the longitude of the grid's middle in degrees, as the grid counts it."""
    x, y = grid.x_min + grid.columns * grid.dx / 2, grid.y_max - grid.rows * grid.dy / 2
    if grid.is_geographic:
        return x
    lon, _ = transform_points(np.array([x]), np.array([y]), grid.crs, GEOGRAPHIC)
    return float(lon[0]) if np.isfinite(lon[0]) else 0.0


def pixels_in_polygons(grid: RasterGrid, path: Path, progress: Progress) -> ReferencePixels:
    """Return the pixels whose centres lie in the polygons of a vector file.

    Raises
    ------
    InputError
        Where the file has no polygons, or all lie outside the grid.
    """
    found = pixels_of_polygons(read_polygons(path), grid)
    if found.pixels is None:
        raise InputError(
            f"REFERENCE_AREA: the polygons of {path} lie outside the stack, which covers {describe(grid)}: choose "
            "polygons inside it."
        )
    if found.n_outside:
        progress.warn(
            f"{part_of(found.n_outside, found.n_polygons, 'reference polygons', 'lies', 'lie')} outside the stack: the "
            "others alone are the reference area."
        )
    return found.pixels


@dataclass(frozen=True)
class Quality:
    """What the choice of a reference rests on, per pixel [row, column].

    Attributes
    ----------
    n_pairs : int array
        Pairs in use that have data.
    coherence : array
        Mean over the pairs, 0 to 1; NaN where unknown.
    n_errors, n_loops : int array
        Loops that miss closure by more than half a turn; loops.
    closure_squares : array
        Sum of squared closures in rad^2.
    rate : array
        Rough velocity relative to the frame's mean (any unit); NaN where unknown.
    phase_squares : array or None
        Sum of the squared phases in rad^2 of the pairs in use, as they come; None where unknown.
    """

    n_pairs: IntArray
    coherence: FloatArray
    n_errors: IntArray
    n_loops: IntArray
    closure_squares: FloatArray
    rate: FloatArray
    phase_squares: FloatArray | None = None


def choose_window(
    grid: RasterGrid, quality: Quality, size_km: float, needed: IntArray | None = None
) -> ReferencePixels:
    """Return the best reference area.

    Among all windows of the wanted size: those as complete as the most complete (within 1 %); of these those with
    hardly more loop errors than the fewest; of these the half that moves most like the frame's median (a subsiding
    town is coherent, but no reference); of these the one with the smallest ratio of closure to coherence, which counts
    the more the more the window moves against the median or its pixels against each other (measured by how much
    pixels of a window usually do). Of equals it is the northernmost and westernmost.

    Parameters
    ----------
    grid : RasterGrid
        Of the stack.
    quality : Quality
        Of its pixels.
    size_km : float
        Length of the window's sides.
    needed : int array [row, column], optional
        How many of the pairs that must not be lost have data: windows that have most of them come first then, among
        those that are at least 90 % as complete as the most complete.

    Raises
    ------
    InputError
        Where no pixel has data.
    """
    height, width = _window_size(grid, size_km)
    filled = _box_sum(quality.n_pairs, height, width)
    if filled.max() == 0:
        raise InputError("No pixel has data in the interferograms that are left: relax the limits of the check.")
    good = filled >= (0.99 if needed is None else 0.9) * filled.max()
    if needed is not None:
        wanted = _box_sum(needed, height, width)
        good &= wanted >= 0.99 * wanted[good].max()
    loops = np.maximum(_box_sum(quality.n_loops, height, width), 1)
    error_rate = _box_sum(quality.n_errors, height, width) / loops
    good &= error_rate <= error_rate[good].min() + 1e-3
    distance = np.abs(_box_mean(quality.rate, height, width) - _median(quality.rate))
    distance = np.where(np.isnan(distance), np.inf, distance)
    good &= distance <= np.median(distance[good])
    closure = np.sqrt(np.maximum(_box_sum(quality.closure_squares, height, width), 0.0) / loops)
    coherence = _box_mean(quality.coherence, height, width)
    score = (closure + 1e-3) / np.where(coherence > 0, coherence, 0.01)
    spread = _box_mean(quality.rate**2, height, width) - _box_mean(quality.rate, height, width) ** 2
    typical = float(np.median(spread[good])) if np.isfinite(spread[good]).all() else 0.0
    if typical > 0:
        score *= np.sqrt(1.0 + (distance**2 + np.maximum(spread, 0.0)) / typical)
    score = np.where(good, score, np.inf)
    row, column = np.unravel_index(int(np.argmin(score)), score.shape)
    return rectangle(int(row), int(row) + height, int(column), int(column) + width)


def quietest_window(grid: RasterGrid, quality: Quality, size_km: float) -> ReferencePixels | None:
    """Return the window whose phase as it comes is nearest to 0: where a stack with a reference of its own may have it.

    Among the windows as complete as the most complete (within 1 %); None where the phases are not known.

    Parameters
    ----------
    grid : RasterGrid
        Of the stack.
    quality : Quality
        Of its pixels.
    size_km : float
        Length of the window's sides.
    """
    if quality.phase_squares is None:
        return None
    height, width = _window_size(grid, size_km)
    filled = _box_sum(quality.n_pairs, height, width)
    squares = _box_sum(quality.phase_squares, height, width) / np.maximum(filled, 1)
    squares = np.where(filled >= np.maximum(0.99 * filled.max(), 1), squares, np.inf)
    row, column = np.unravel_index(int(np.argmin(squares)), squares.shape)
    return rectangle(int(row), int(row) + height, int(column), int(column) + width)


def _window_size(grid: RasterGrid, size_km: float) -> tuple[int, int]:
    """Rows and columns of the window: odd, so that it has a middle, three at least, and no larger than the grid."""
    widths, height = pixel_size(grid)
    pixel = height / 1000, max(float(widths[grid.rows // 2]) / 1000, 1e-3)
    rows, columns = (max(_LEAST_PIXELS, 2 * int(size_km / cell / 2) + 1) for cell in pixel)
    return min(rows, grid.rows), min(columns, grid.columns)


def _box_sum(values: FloatArray | IntArray, height: int, width: int) -> FloatArray:
    """Return the sums over all windows [row - height + 1, column - width + 1]; missing values count nothing."""
    clean = np.where(np.isfinite(values), values, 0).astype(np.float64)
    total = np.zeros((clean.shape[0] + 1, clean.shape[1] + 1))
    total[1:, 1:] = clean.cumsum(axis=0).cumsum(axis=1)
    return total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]


def _box_mean(values: FloatArray, height: int, width: int) -> FloatArray:
    count = _box_sum(np.isfinite(values).astype(np.float64), height, width)
    return np.where(count > 0.5, _box_sum(values, height, width) / np.maximum(count, 1), np.nan)


def _median(values: FloatArray) -> float:
    there: BoolArray = np.isfinite(values)
    return float(np.median(values[there])) if there.any() else 0.0
