"""The grid of a frame: the one that most of its interferograms have, or that products of HyP3 have in common."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...arrays import IntArray
from ...errors import InputError
from ...files.raster import RasterGrid
from ...wording import number_of
from ...work.progress import Progress, stop_if_cancelled
from .lattice import mismatch, offset_in, other_cells
from .licsar import PairFiles
from .pair_reading import read_header
from .resampling import resampled

HYP3_AREAS = ("overlap", "union")
MIN_SHARE = 0.5
"""Part of the area where most products lie that a product must cover."""
_SMALL_OVERLAP = 0.8

Skip = Callable[[str, str], None]
Found = list[tuple[PairFiles, RasterGrid]]


def readable(pairs: list[PairFiles], progress: Progress, skip: Skip) -> Found:
    """Return the pairs whose phase can be opened and lies north-up, with its grid; `skip` hears of the others."""
    found: Found = []
    for number, pair in enumerate(pairs):
        stop_if_cancelled(progress)
        try:
            found.append((pair, read_header(pair.unwrapped)))
        except InputError as error:
            skip(pair.name, str(error))
        progress.report((number + 1) / len(pairs), "Looking at the files")
    return found


def shared_grid(found: Found, skip: Skip) -> tuple[list[PairFiles], RasterGrid]:
    """Return the pairs on the grid that most of them have (the first of equals), and that grid."""
    frame, chosen = _largest_group(found, lambda grid, known: grid.shape == known.shape and not mismatch(grid, known))
    for pair, grid in found:
        if pair.name not in chosen:
            skip(pair.name, f"{pair.unwrapped.name}: {mismatch(grid, frame)}")
    return [pair for pair, _ in found if pair.name in chosen], frame


def common_grid(found: Found, area: str, skip: Skip, warn: Callable[[str], None]) -> tuple[list[PairFiles], RasterGrid]:
    """Return the pairs whose rasters lie on one lattice of cells, and the part of it that the stack takes.

    HyP3 gives every product its own extent on a lattice that all products of one posting and UTM zone share. So the
    phase is shifted by whole cells. Products on another lattice of about the same posting (another UTM zone) are
    resampled. Those of another posting are left out, and those that cover less than half of the area where most of
    them lie (every edge of it is the median of the products' edges).

    Parameters
    ----------
    found : list of (PairFiles, RasterGrid)
        From :func:`readable`.
    area : str
        ``overlap``: the cells that every product covers; ``union``: all cells that any product covers.
    skip, warn : function
        Called with a pair's name and why it is left out; of a sentence for the user.

    Raises
    ------
    InputError
        Where the products have no cell in common.
    """
    lattice, chosen = _largest_group(found, lambda grid, known: offset_in(grid, known) is not None)
    members: list[tuple[PairFiles, tuple[int, int, int, int]]] = []
    moved: list[str] = []
    for pair, grid in found:
        offset = offset_in(grid, lattice) if pair.name in chosen else None
        if offset is None:
            on_lattice = resampled(pair, grid, lattice)
            if on_lattice is None:
                skip(pair.name, f"{pair.unwrapped.name}: {other_cells(grid, lattice)}")
                continue
            moved.append(pair.name)
            pair, grid = on_lattice
            offset = offset_in(grid, lattice)
        assert offset is not None
        row, column = offset
        members.append((pair, (row, column, row + grid.rows, column + grid.columns)))
    boxes = np.array([box for _, box in members])
    typical = np.sort(boxes, axis=0)[len(boxes) // 2]
    share = _cells(_overlap(boxes, typical)) / _cells(typical)
    for (pair, _), part in zip(members, share):
        if part < MIN_SHARE:
            skip(pair.name, f"it covers {part:.0%} of the area where most products lie")
    near = share >= MIN_SHARE
    pairs, boxes = [pair for (pair, _), good in zip(members, near) if good], boxes[near]
    overlap = np.concatenate([boxes[:, :2].max(axis=0), boxes[:, 2:].min(axis=0)])
    union = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    if area == "overlap":
        _look_at(overlap, union, pairs, boxes, warn)
    kept = {pair.name for pair in pairs}
    moved = [name for name in moved if name in kept]
    if moved:
        warn(
            f"{number_of(len(moved), 'interferogram lies', 'interferograms lie')} on other cells than the others "
            f"({moved[0]}, ...), such as those of another UTM zone: resampled bilinearly."
        )
    row, column, last_row, last_column = (int(edge) for edge in (overlap if area == "overlap" else union))
    return pairs, lattice.window(row, column, last_row - row, last_column - column)


def _largest_group(found: Found, alike: Callable[[RasterGrid, RasterGrid], bool]) -> tuple[RasterGrid, set[str]]:
    """Return the first grid of the largest group of grids that are alike, and the names of its pairs."""
    groups: list[tuple[RasterGrid, list[str]]] = []
    for pair, grid in found:
        members = next((members for known, members in groups if alike(grid, known)), None)
        if members is None:
            groups.append((grid, [pair.name]))
        else:
            members.append(pair.name)
    grid, names = max(groups, key=lambda group: len(group[1]))
    return grid, set(names)


def _overlap(boxes: IntArray, other: IntArray) -> IntArray:
    """Return what boxes [box, (row, column, last row, last column)] have in common with another."""
    return np.concatenate([np.maximum(boxes[:, :2], other[:2]), np.minimum(boxes[:, 2:], other[2:])], axis=1)


def _cells(boxes: IntArray) -> IntArray:
    """Return the number of cells of boxes [.., 4]; 0 for those that are turned inside out."""
    sides = np.maximum(boxes[..., 2:] - boxes[..., :2], 0)
    return np.asarray(sides[..., 0] * sides[..., 1])


def _look_at(
    overlap: IntArray, union: IntArray, pairs: list[PairFiles], boxes: IntArray, warn: Callable[[str], None]
) -> None:
    """Warn of a small overlap; InputError where there is none."""
    part = float(_cells(overlap) / _cells(union))
    if part == 0:
        raise InputError(
            "The HyP3 products have no pixel that all of them cover: set HYP3_AREA to union (missing where a product "
            "does not reach), or take the products of one track and frame only."
        )
    if part < _SMALL_OVERLAP:
        smallest = pairs[int(np.argmin(_cells(boxes)))].name
        warn(
            f"The area that all HyP3 products cover is {part:.0%} of the area that any of them covers; the smallest "
            f"product is {smallest}. HYP3_AREA = union keeps the rest, missing where a product does not reach."
        )
