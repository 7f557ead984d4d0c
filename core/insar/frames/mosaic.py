"""Several products of one pair of dates, such as bursts or neighbouring frames of a track, as one interferogram."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...errors import InputError
from ...files.raster import RasterGrid
from ...wording import number_of
from .lattice import offset_in, other_cells
from .layers import Array, Source, grid_of_source, window_of_raster
from .pairs import PairFiles
from .resampling import resampled

_SAME = 0.9
"""Part of the smaller product that another of the same dates covers, from which on they are the same product twice."""
_LEAST_OVERLAP = 50
"""Cells with phase in both: the constant between two products of less is no median."""
_MOST_TURNED = 0.05
"""Part of an overlap that may differ by more than half a turn: noise of incoherent cells does in a few."""


@dataclass
class Seam:
    """Where a product was joined to others of its dates.

    Attributes
    ----------
    cells : int
        With phase in both.
    rest : float
        Spread of their difference about its median, rad (1.48 times the median absolute deviation).
    turned : float
        Part of the cells that differ from the median by more than half a turn.
    """

    cells: int
    rest: float
    turned: float


@dataclass
class Seams:
    """Gathers what is found where products meet.

    Attributes
    ----------
    products : dict of str to int
        Products by the name of the pair that they are joined to.
    found : dict of str to list of Seam
        By the name of the pair, of those that were read.
    loose : dict of str to list of str
        Products without a common cell with the others, by pair: they are left out.
    broken : dict of str to str
        Rasters that cannot be read, and why: they are left out.
    resampled : set of str
        Products on other cells than the first of their dates.
    """

    products: dict[str, int] = field(default_factory=dict)
    found: dict[str, list[Seam]] = field(default_factory=dict)
    loose: dict[str, list[str]] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    resampled: set[str] = field(default_factory=set)

    def sentences(self) -> list[str]:
        """Return what the user should know once all pairs have been read."""
        if not self.found:
            return self._of_left_out()
        seams = [seam for own in self.found.values() for seam in own]
        rests = np.array([seam.rest for seam in seams])
        worst = max(self.found, key=lambda name: max((seam.rest for seam in self.found[name]), default=0.0))
        most = max(self.products.values())
        words = (
            f"{number_of(len(self.found), 'interferogram is', 'interferograms are')} joined of up to {most} products "
            "that meet: each was shifted by the median difference where they overlap "
            f"({int(np.median([seam.cells for seam in seams]))} cells in the middle). Beside that constant they differ "
            f"there by {np.median(rests):.2f} rad in the middle and {rests.max():.2f} rad at most ({worst})."
        )
        torn = {name: max(seam.turned for seam in own) for name, own in self.found.items()}
        bad = [name for name, part in torn.items() if part > _MOST_TURNED]
        if bad:
            worst = max(bad, key=lambda name: torn[name])
            words += (
                f" In {len(bad)} of them more than {_MOST_TURNED:.0%} of the overlap (up to "
                f"{torn[worst]:.0%}, {worst}) is off by half a turn and more: an error of the unwrapping in one of the "
                "products, which leaves a step at the seam."
            )
        return [words, *self._of_left_out()]

    def _of_left_out(self) -> list[str]:
        found = [
            f"{name} cannot be read and was left out of the interferogram that it is a part of: {why}"
            for name, why in self.broken.items()
        ]
        if self.resampled:
            found.append(
                f"{number_of(len(self.resampled), 'product lies', 'products lie')} on other cells than the first of "
                f"their dates ({min(self.resampled)}, ...), such as those of another UTM zone: resampled bilinearly."
            )
        if not self.loose:
            return found
        first = next(iter(self.loose))
        return [
            *found,
            f"{number_of(len(self.loose), 'interferogram has', 'interferograms have')} products that share no data "
            f"with the others of their dates ({first}: {self.loose[first][0]}): they were left out, because nothing "
            "says by how much their phase is shifted.",
        ]


class Mosaic:
    """Products on one lattice of cells as one layer; earlier ones go before later ones.

    Parameters
    ----------
    parts : tuple of Path or Layer
        Rasters of which 0 is no data.
    grid : RasterGrid
        That holds all of them.
    pair : str
        Name of the pair.
    seams : Seams, optional
        For phase, whose constants are made to agree; None: values as they are.
    """

    def __init__(self, parts: tuple[Source, ...], grid: RasterGrid, pair: str, seams: Seams | None = None) -> None:
        self._parts, self._grid, self._pair, self._seams = parts, grid, pair, seams
        self._boxes = [_box(grid_of_source(part), grid) for part in parts]
        self._broken = {} if seams is None else seams.broken
        self._shifts: list[float] | None = None if seams is not None else [0.0] * len(parts)
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Names of the first product and how many there are."""
        return f"{self._parts[0].name} and {len(self._parts) - 1} more"

    def grid(self) -> RasterGrid:
        """Return the grid."""
        return self._grid

    def read(self, rows: slice, columns: slice) -> Array:
        """Return a window; 0 is no data."""
        with self._lock:
            if self._shifts is None:
                self._shifts = self._constants()
        result = np.zeros((rows.stop - rows.start, columns.stop - columns.start), dtype=np.float32)
        for number, shift in enumerate(self._shifts):
            if np.isfinite(shift):
                self._fill(result, number, shift, (rows, columns))
        return result

    def _fill(self, result: Array, number: int, shift: float, window: tuple[slice, slice]) -> None:
        """Put the cells of a part where there is nothing yet."""
        row, column, last_row, last_column = self._boxes[number]
        top, bottom = max(row, window[0].start), min(last_row, window[0].stop)
        left, right = max(column, window[1].start), min(last_column, window[1].stop)
        if top >= bottom or left >= right:
            return
        values = self._part(number, slice(top - row, bottom - row), slice(left - column, right - column))
        if values is None:
            return
        here = result[
            top - window[0].start : bottom - window[0].start, left - window[1].start : right - window[1].start
        ]
        new = (here == 0) & (values != 0) & np.isfinite(values)
        here[new] = values[new] + np.float32(shift)

    def _part(self, number: int, rows: slice, columns: slice) -> Array | None:
        """Return cells of a part; None where they cannot be read, which is remembered."""
        part = self._parts[number]
        try:
            values = window_of_raster(part, rows, columns) if isinstance(part, Path) else part.read(rows, columns)
        except InputError as error:
            self._broken[part.name] = str(error)
            return None
        return values.astype(np.float32)

    def _constants(self) -> list[float]:
        """Return what is added to each part; NaN where it meets no other."""
        assert self._seams is not None
        shifts = [0.0] + [np.nan] * (len(self._parts) - 1)
        own: list[Seam] = []
        waiting = list(range(1, len(self._parts)))
        while waiting:
            tries = [(number, *self._meet(number, shifts)) for number in waiting]
            number, constant, seam = max(tries, key=lambda one: one[2].cells)
            if seam.cells < _LEAST_OVERLAP:
                break
            shifts[number] = constant
            own.append(seam)
            waiting.remove(number)
        if own:
            self._seams.found[self._pair] = own
        loose = [name for name in (self._parts[number].name for number in waiting) if name not in self._broken]
        if loose:
            self._seams.loose[self._pair] = loose
        return shifts

    def _meet(self, number: int, shifts: list[float]) -> tuple[float, Seam]:
        """Return what makes a part agree with those that are joined already, and how they meet."""
        differences = []
        box = self._boxes[number]
        for other, shift in enumerate(shifts):
            if other == number or not np.isfinite(shift):
                continue
            row, column, last_row, last_column = _common(box, self._boxes[other])
            if row >= last_row or column >= last_column:
                continue
            mine, known = (
                self._part(
                    k,
                    slice(row - self._boxes[k][0], last_row - self._boxes[k][0]),
                    slice(column - self._boxes[k][1], last_column - self._boxes[k][1]),
                )
                for k in (number, other)
            )
            if mine is None or known is None:
                continue
            mine, known = mine.astype(np.float64), known.astype(np.float64)
            both = (mine != 0) & (known != 0) & np.isfinite(mine) & np.isfinite(known)
            differences.append(known[both] + shift - mine[both])
        every = np.concatenate(differences) if differences else np.empty(0)
        if not every.size:
            return np.nan, Seam(0, np.nan, 0.0)
        constant = float(np.median(every))
        off = np.abs(every - constant)
        return constant, Seam(every.size, 1.4826 * float(np.median(off)), float(np.mean(off > np.pi)))


def joined(
    candidates: Iterable[tuple[str, PairFiles]], skipped: list[tuple[str, str]]
) -> tuple[list[PairFiles], Seams]:
    """Return one pair for each two dates, and where products of the same dates meet.

    Parameters
    ----------
    candidates : iterable of (str, PairFiles)
        Names of products and their files, the preferred first.
    skipped : list of (str, str)
        Receives products that are not used, and why.
    """
    groups: dict[str, list[tuple[str, PairFiles]]] = {}
    for label, pair in candidates:
        groups.setdefault(pair.name, []).append((label, pair))
    seams = Seams()
    pairs = [_of_dates(members, skipped, seams) for members in groups.values()]
    return sorted(pairs, key=lambda pair: (pair.reference, pair.secondary)), seams


def _of_dates(members: list[tuple[str, PairFiles]], skipped: list[tuple[str, str]], seams: Seams) -> PairFiles:
    first = members[0][1]
    if len(members) == 1:
        return first
    placed: list[tuple[PairFiles, RasterGrid]] = []
    for label, pair in members:
        try:
            grid = grid_of_source(pair.unwrapped)
        except InputError as error:
            skipped.append((label, str(error)))
            continue
        if placed and offset_in(grid, placed[0][1]) is None:
            moved = resampled(pair, grid, placed[0][1])
            if moved is None:
                why = other_cells(grid, placed[0][1])
                skipped.append((label, f"another product has the dates {pair.name}, and {why}"))
                continue
            pair, grid = moved
            seams.resampled.add(label)
        if any(_covered(grid, other) > _SAME for _, other in placed):
            skipped.append((label, f"another product has the dates {pair.name}"))
        else:
            placed.append((pair, grid))
    if len(placed) < 2:
        return placed[0][0] if placed else first
    lattice = placed[0][1]
    boxes = np.array([_box(grid, lattice) for _, grid in placed])
    row, column = (int(edge) for edge in boxes[:, :2].min(axis=0))
    last_row, last_column = (int(edge) for edge in boxes[:, 2:].max(axis=0))
    whole = lattice.window(row, column, last_row - row, last_column - column)
    seams.products[first.name] = len(placed)
    known = [pair.coherence for pair, _ in placed if pair.coherence is not None]
    baselines = np.array([pair.baseline for pair, _ in placed])
    finite = baselines[np.isfinite(baselines)]
    return dataclasses.replace(
        placed[0][0],
        unwrapped=Mosaic(tuple(pair.unwrapped for pair, _ in placed), whole, first.name, seams),
        coherence=Mosaic(tuple(known), whole, first.name) if len(known) == len(placed) else None,
        baseline=float(finite.mean()) if finite.size else float("nan"),
        turned=any(pair.turned for pair, _ in placed),
    )


def _box(grid: RasterGrid, lattice: RasterGrid) -> tuple[int, int, int, int]:
    """Return first row and column of a grid in a lattice that it lies on, and the last ones (exclusive)."""
    offset = offset_in(grid, lattice)
    if offset is None:
        raise InputError(other_cells(grid, lattice))
    return offset[0], offset[1], offset[0] + grid.rows, offset[1] + grid.columns


def _common(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _covered(grid: RasterGrid, other: RasterGrid) -> float:
    """Return which part of the smaller of two grids the other covers."""
    row, column, last_row, last_column = _common(_box(grid, other), (0, 0, other.rows, other.columns))
    cells = max(last_row - row, 0) * max(last_column - column, 0)
    return cells / min(grid.rows * grid.columns, other.rows * other.columns)
