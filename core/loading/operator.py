"""The observation operator: storage of all cells to displacement of all points, for a whole ensemble at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from ..geodesy import EARTH_RADIUS, half_chord_squared, unit_vectors
from .cells import ExactCells, GridCells
from .kernel import DiskKernel, DiskKernels
from .love_numbers import LoveNumbers, load
from .row_convolution import RowConvolution, column_reach, spectrum_bytes
from .sphere import Lattice, cap_half_chord, columns_on, find_lattice, places, rows_of
from .tree_sum import TreeSum

_SMALL_MATRIX = 16 * 2**20
_LARGE_MATRIX = 192 * 2**20
_PAIRS_AT_ONCE = 2**20


class LoadOperator:
    """Vertical displacement of points under the water of cells, on a layered elastic Earth.

    Every cell acts on every point, however far; each is a disk of its own radius. The same sum is done
    in one of four ways, by size: with a matrix; by Fourier transforms along rows where the cells (or
    those of them that are given) lie on rows with evenly spaced longitudes and the points keep one
    offset to them (:class:`.row_convolution.RowConvolution`); for other points over such cells with
    far cells gathered in blocks (:class:`.tree_sum.TreeSum`, the only one that is not exact: 1e-3 of the
    displacement for some hundred points, up to 1e-2 for ten thousand); or with the matrix made anew,
    block by block, for each application.

    Parameters
    ----------
    cell_lon, cell_lat : array [cell]
        Centres on the sphere, degrees.
    cell_radius : float or array [cell]
        Radius of the disk that has the cell's area, m.
    point_lon, point_lat : array [point], optional
        Where the displacement is wanted; the cells' centres where not given.
    love_numbers : LoveNumbers, optional
        Of the Earth; PREM in the CE frame where not given.
    cutoff : float, optional
        m; pairs further apart count as zero. It loses a quarter to two thirds of the displacement of
        large loads at 300 km; without it nothing is truncated.
    keep_degree_zero : bool
        As in :func:`.disk.vertical_response`.
    cell_shapes : GridCells, optional
        Edges of the same cells (:mod:`.cells`). Cells nearer than four of their longer sides then act
        with their exact shape instead of as disks, which are wrong by 4 % for the neighbours at 25
        degrees of latitude and by 90 % at 60.

    Raises
    ------
    InputError
        Where places, radii or the cut-off are not usable.

    Notes
    -----
    Storage must be complete: a missing value (NaN) is refused, because leaving it out would mean that
    there is no water. Leave cells without a load out of the operator, or set them to zero knowingly.
    """

    def __init__(
        self,
        cell_lon: npt.ArrayLike,
        cell_lat: npt.ArrayLike,
        cell_radius: npt.ArrayLike,
        point_lon: npt.ArrayLike | None = None,
        point_lat: npt.ArrayLike | None = None,
        love_numbers: LoveNumbers | None = None,
        *,
        cutoff: float | None = None,
        keep_degree_zero: bool = False,
        cell_shapes: GridCells | None = None,
    ) -> None:
        self._cell_lon, self._cell_lat = places(cell_lon, cell_lat, "cells")
        if (point_lon is None) != (point_lat is None):
            raise InputError("Points need both longitudes and latitudes.")
        if point_lon is None or point_lat is None:
            self._point_lon, self._point_lat = self._cell_lon, self._cell_lat
        else:
            self._point_lon, self._point_lat = places(point_lon, point_lat, "points")
        if cutoff is not None and not cutoff > 0:
            raise InputError(f"The cut-off distance must be a positive number of metres; it is {cutoff:g}.")
        self._cutoff = cutoff
        self._radii = _cell_radii(cell_radius, self._cell_lon.size)
        numbers = load() if love_numbers is None else love_numbers
        self._kernels = DiskKernels(numbers, keep_degree_zero)
        self._shapes = cell_shapes
        if cell_shapes is not None and cell_shapes.lon.size != self._cell_lon.size:
            raise InputError(f"There are {cell_shapes.lon.size} shapes for {self._cell_lon.size} cells.")
        self._exact_of = lambda cells: ExactCells(cells, numbers, keep_degree_zero)
        self._matrix: FloatArray | None = None
        self._rows: RowConvolution | None = None
        self._tree: TreeSum | None = None
        if self._matrix_bytes <= _SMALL_MATRIX:
            self._matrix = self.matrix()
            return
        self._rows = self._as_rows()
        if self._rows is None and self._matrix_bytes <= _LARGE_MATRIX:
            self._matrix = self.matrix()
        elif self._rows is None and not keep_degree_zero:
            self._tree = self._as_tree()

    @classmethod
    def of_cells(
        cls,
        cells: GridCells,
        point_lon: npt.ArrayLike | None = None,
        point_lat: npt.ArrayLike | None = None,
        love_numbers: LoveNumbers | None = None,
        cutoff: float | None = None,
    ) -> LoadOperator:
        """Return the operator of the cells of a grid, with their exact shapes.

        Parameters
        ----------
        cells : GridCells
            From :func:`.cells.grid_cells`: on the authalic sphere.
        point_lon, point_lat : array [point], optional
            Degrees on the same sphere (:func:`.cells.authalic_latitude`).
        love_numbers, cutoff
            As for the class.
        """
        return cls(
            cells.lon,
            cells.lat,
            cells.radius,
            point_lon,
            point_lat,
            love_numbers=love_numbers,
            cutoff=cutoff,
            cell_shapes=cells,
        )

    @property
    def n_cells(self) -> int:
        """Number of cells."""
        return self._cell_lon.size

    @property
    def n_points(self) -> int:
        """Number of points."""
        return self._point_lon.size

    def apply(self, storage: npt.ArrayLike) -> FloatArray:
        """Return the vertical displacement under a load.

        Parameters
        ----------
        storage : array [.., cell]
            mm of water.

        Returns
        -------
        array [.., point]
            mm, up positive (so negative under water).

        Raises
        ------
        InputError
            Where storage is missing (NaN) anywhere, or has another number of cells.
        """
        fields, shape = self._fields(storage, self.n_cells, "storage", "cells")
        fields = fields * 1e-3
        if self._matrix is not None:
            result = fields @ self._matrix.T
        elif self._rows is not None:
            result = self._rows.apply(fields)
        elif self._tree is not None:
            result = self._tree.apply(fields)
        else:
            result = np.empty((fields.shape[0], self.n_points))
            for start, block in self.matrix_blocks():
                result[:, start : start + len(block)] = fields @ block.T
        return np.asarray(result.reshape(*shape, self.n_points))

    def adjoint(self, values: npt.ArrayLike) -> FloatArray:
        """Return the transposed operator of values at the points: [.., point] -> [.., cell].

        For every storage x and all values y: sum(apply(x) * y) = sum(x * adjoint(y)).
        """
        fields, shape = self._fields(values, self.n_points, "values", "points")
        if self._matrix is not None:
            result = fields @ self._matrix
        elif self._rows is not None:
            result = self._rows.adjoint(fields)
        elif self._tree is not None:
            result = self._tree.adjoint(fields)
        else:
            result = np.zeros((fields.shape[0], self.n_cells))
            for start, block in self.matrix_blocks():
                result += fields[:, start : start + len(block)] @ block
        return np.asarray((result * 1e-3).reshape(*shape, self.n_cells))

    def matrix(self) -> FloatArray:
        """Return the operator [point, cell] in mm per m of water."""
        if self._matrix is not None:
            return self._matrix
        result = np.empty((self.n_points, self.n_cells))
        for start, block in self.matrix_blocks():
            result[start : start + len(block)] = block
        return result

    @property
    def nbytes(self) -> int:
        """Memory that the operator holds between applications."""
        if self._rows is not None:
            return self._rows.nbytes
        if self._tree is not None:
            return self._tree.nbytes
        return 0 if self._matrix is None else self._matrix.nbytes

    @property
    def _matrix_bytes(self) -> int:
        return 8 * self.n_points * self.n_cells

    def matrix_blocks(self) -> Iterator[tuple[int, FloatArray]]:
        """Yield the first point and the matrix [point, cell] of one block of points after another."""
        cells = unit_vectors(self._cell_lon, self._cell_lat)
        points = unit_vectors(self._point_lon, self._point_lat)
        radii, group = np.unique(self._radii, return_inverse=True)
        kernels = self._kernels.of_radii(radii)
        groups = [np.flatnonzero(group == number) for number in range(radii.size)] if radii.size > 1 else []
        size = max(1, _PAIRS_AT_ONCE // self.n_cells)
        exact = None if self._shapes is None else self._exact_of(self._shapes)
        for start in range(0, self.n_points, size):
            square = half_chord_squared(points[start : start + size], cells)
            if groups:
                block = np.empty_like(square)
                for kernel, members in zip(kernels, groups):
                    block[:, members] = kernel.at(square[:, members])
            else:
                block = kernels[0].at(square)
            if exact is not None:
                some = slice(start, start + size)
                exact.replace_pairs(block, self._point_lon[some], self._point_lat[some])
            if self._cutoff is not None:
                block[square > cap_half_chord(self._cutoff, EARTH_RADIUS)] = 0.0
            yield start, block

    def _as_rows(self) -> RowConvolution | None:
        """Return the convolution along rows, where cells and points allow it and it needs less memory."""
        lattice = find_lattice(self._cell_lon, self._cell_lat)
        if lattice is None:
            return None
        on = columns_on(lattice, self._point_lon)
        if on is None:
            return None
        column, offset = on
        latitudes, row = rows_of(self._point_lat)
        if spectrum_bytes(latitudes.size, lattice, column_reach(lattice, column), offset) > self._matrix_bytes:
            return None
        kernels = self._row_kernels(lattice)
        if kernels is None:
            return None
        exact = None
        if self._shapes is not None:
            one_of_each = np.zeros(lattice.latitudes.size, np.intp)
            one_of_each[lattice.row] = np.arange(self.n_cells)
            exact = self._exact_of(self._shapes.part(one_of_each))
        return RowConvolution(lattice, kernels, latitudes, row, column, offset=offset, cutoff=self._cutoff, exact=exact)

    def _as_tree(self) -> TreeSum | None:
        """Return the sum with far cells in blocks, where the cells allow it."""
        lattice = find_lattice(self._cell_lon, self._cell_lat)
        kernels = None if lattice is None else self._row_kernels(lattice)
        if lattice is None or kernels is None:
            return None
        area = np.sin(self._radii / EARTH_RADIUS / 2) ** 2 / np.sin(kernels[0].alpha / 2) ** 2
        exact = None if self._shapes is None else self._exact_of(self._shapes)
        return TreeSum(
            lattice,
            self._cell_lon,
            self._cell_lat,
            area,
            kernels,
            point_lon=self._point_lon,
            point_lat=self._point_lat,
            cutoff=self._cutoff,
            exact=exact,
        )

    def _row_kernels(self, lattice: Lattice) -> list[DiskKernel] | None:
        """Return a kernel for each row of cells, or None where a row holds cells of different radii."""
        radii = np.zeros(lattice.latitudes.size)
        radii[lattice.row] = self._radii
        if not np.array_equal(radii[lattice.row], self._radii):
            return None
        return self._kernels.of_radii(radii)

    @staticmethod
    def _fields(values: npt.ArrayLike, size: int, what: str, places_: str) -> tuple[FloatArray, tuple[int, ...]]:
        array = np.asarray(values)
        array = array if array.dtype.kind == "f" else array.astype(np.float64)
        if array.ndim == 0 or array.shape[-1] != size:
            raise InputError(
                f"The last dimension of the {what} must hold the {size} {places_} of the operator; "
                f"the shape is {array.shape}."
            )
        fields = array.reshape(-1, size)
        if not np.all(np.isfinite(fields)):
            raise InputError(
                f"The {what} have missing values (NaN): the load operator needs every one of the {size} {places_}. "
                "Fill them, or leave those out of the operator."
            )
        return fields, array.shape[:-1]


def _cell_radii(radius: npt.ArrayLike, cells: int) -> FloatArray:
    radii = np.asarray(radius, np.float64).ravel()
    if radii.size not in (1, cells):
        raise InputError(f"Give one radius for all cells or one for each: {radii.size} for {cells} cells.")
    if not np.all(np.isfinite(radii)) or radii.min() <= 0:
        raise InputError("The radius of every cell must be a positive number of metres.")
    return np.asarray(np.broadcast_to(radii, cells) if radii.size == 1 else radii)
