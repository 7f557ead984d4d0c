"""The pixels whose centres lie in polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..files.raster import RasterGrid
from .reference_pixels import ReferencePixels, pixels_of_mask
from .regions import Polygons, in_cells, turns_of_longitude


@dataclass(frozen=True)
class PolygonPixels:
    """What polygons hold of a grid.

    Attributes
    ----------
    pixels : ReferencePixels or None
        All of them together; None where all polygons lie outside the grid.
    n_polygons, n_outside : int
        Separate polygons; those of them that lie outside.
    """

    pixels: ReferencePixels | None
    n_polygons: int
    n_outside: int


def pixels_of_polygons(polygons: Polygons, grid: RasterGrid) -> PolygonPixels:
    """Return the pixels of a grid whose centres lie in the polygons, holes left out.

    A polygon that holds no centre, because it is smaller than a pixel or thin, gives the pixel in which its
    representative point lies: the middle of the widest part of it at half its height.

    Parameters
    ----------
    polygons : Polygons
        From :func:`~.regions.read_polygons`.
    grid : RasterGrid
        In longitude and latitude or any projection.
    """
    parts = _parts(polygons, grid)
    touched = [(part, window) for part in parts if (window := _window(part, grid)) is not None]
    outside = len(parts) - len(touched)
    windows = [window for _, window in touched]
    row, column = min((w[0] for w in windows), default=0), min((w[2] for w in windows), default=0)
    row_stop, column_stop = max((w[1] for w in windows), default=0), max((w[3] for w in windows), default=0)
    mask = np.zeros((row_stop - row, column_stop - column), dtype=bool)
    for part, (top, bottom, left, right) in touched:
        view = mask[top - row : bottom - row, left - column : right - column]
        inside = _centres_inside(part, top, left, view.shape)
        if not inside.any():
            x, y = _representative_point(part)
            cell = int(np.floor(y)) - top, int(np.floor(x)) - left
            if not (0 <= cell[0] < view.shape[0] and 0 <= cell[1] < view.shape[1]):
                outside += 1
                continue
            inside[cell] = True
        view |= inside
    n_turns = len(turns_of_longitude(grid))
    pixels = pixels_of_mask(mask, row, column) if mask.any() else None
    # Of the images of a polygon at other turns of longitude all but one lie outside.
    n_polygons = len(parts) // n_turns
    return PolygonPixels(pixels, n_polygons, outside - (n_turns - 1) * n_polygons)


def _parts(polygons: Polygons, grid: RasterGrid) -> list[list[FloatArray]]:
    """Return the rings of every separate polygon, in columns and rows, at every turn of longitude that may count."""
    parts: list[list[FloatArray]] = []
    for turn in turns_of_longitude(grid):
        for ring in polygons.rings:
            column, row = in_cells(ring, grid, turn)
            x, y = ring.T
            if float(np.sum((x[:-1] - x[0]) * (y[1:] - y[0]) - (x[1:] - x[0]) * (y[:-1] - y[0]))) > 0:
                parts.append([])  # outer rings run counter-clockwise, and their holes follow them
            parts[-1].append(np.column_stack([column, row]))
    return parts


def _window(part: list[FloatArray], grid: RasterGrid) -> tuple[int, int, int, int] | None:
    """Rows and columns (ends exclusive) of the pixels that a polygon touches; None where it touches none."""
    outer = part[0]
    if not np.isfinite(outer).all():  # beyond what the projection can show
        return None
    (x_min, y_min), (x_max, y_max) = outer.min(axis=0), outer.max(axis=0)
    top, bottom = max(0, int(np.floor(y_min))), min(grid.rows, int(np.floor(y_max)) + 1)
    left, right = max(0, int(np.floor(x_min))), min(grid.columns, int(np.floor(x_max)) + 1)
    return (top, bottom, left, right) if top < bottom and left < right else None


def _edges(part: list[FloatArray]) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    edges = np.concatenate([np.column_stack([ring[:-1], ring[1:]]) for ring in part])
    x0, y0, x1, y1 = edges.T
    return x0, y0, x1, y1


def _centres_inside(part: list[FloatArray], row: int, column: int, shape: tuple[int, ...]) -> BoolArray:
    """Return which centres of a window lie inside: those with an odd number of edges to the west of them."""
    x0, y0, x1, y1 = _edges(part)
    low, high = np.minimum(y0, y1), np.maximum(y0, y1)
    # An edge belongs to the lines through centres that it meets, its lower end included and its upper end not.
    first = np.clip(np.ceil(low - 0.5), row, row + shape[0]).astype(np.intp)
    last = np.clip(np.ceil(high - 0.5), row, row + shape[0]).astype(np.intp)
    count = np.maximum(last - first, 0)
    of = np.repeat(np.arange(count.size), count)
    line = first[of] + np.arange(of.size) - np.repeat(np.cumsum(count) - count, count)
    x = x0[of] + (line + 0.5 - y0[of]) / (y1[of] - y0[of]) * (x1[of] - x0[of])
    passed: IntArray = np.clip(np.ceil(x - 0.5) - column, 0, shape[1]).astype(np.intp)
    crossings = np.zeros((shape[0], shape[1] + 1), dtype=np.int32)
    np.add.at(crossings, (line - row, passed), 1)
    return np.asarray(np.cumsum(crossings[:, :-1], axis=1) % 2 == 1)


def _representative_point(part: list[FloatArray]) -> tuple[float, float]:
    """Return column and row of the middle of the widest part inside, at half the polygon's height."""
    x0, y0, x1, y1 = _edges(part)
    y = float(part[0][:, 1].min() + part[0][:, 1].max()) / 2
    crossed = (np.minimum(y0, y1) <= y) & (y < np.maximum(y0, y1))
    if not crossed.any():  # flat: all of it at one latitude
        middle = part[0].mean(axis=0)
        return float(middle[0]), float(middle[1])
    x = np.sort((x0 + (y - y0) / np.where(crossed, y1 - y0, 1.0) * (x1 - x0))[crossed])
    widest = int(np.argmax(x[1::2] - x[::2]))
    return float(x[2 * widest] + x[2 * widest + 1]) / 2, y
