"""Filters that make monthly gravity fields usable: Gaussian, decorrelation (destriping) and DDK."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..errors import InputError
from .harmonics import Coefficients

EARTH_KM = 6371.0
_CUT = 1e-10
_FIRST_ORDER = 5

DDK_ALPHA = {1: 1e14, 2: 1e13, 3: 1e12, 4: 5e11, 5: 1e11, 6: 5e10, 7: 1e10, 8: 5e9}
"""Strength of the regularisation alpha l^4 of DDK1 to DDK8 (Kusche et al., 2009, and GRACE-filter)."""


def gaussian(radius_km: float, max_degree: int) -> FloatArray:
    """Return the weights W_l [degree] of Jekeli's Gaussian average (Wahr et al., 1998, eq. 34), W_0 = 1.

    The recursion loses all digits where weights get small: from 1e-10 on they are 0.

    Parameters
    ----------
    radius_km : float
        Distance at which the averaging kernel has half of its maximum (a radius, not a diameter).
    max_degree : int
        Highest degree.
    """
    if not 0 < radius_km < 10_000:
        raise InputError(f"A Gaussian filter needs a radius in km above 0, such as 300; not {radius_km:g}.")
    b = np.log(2.0) / (1.0 - np.cos(radius_km / EARTH_KM))
    weights = np.zeros(max(max_degree + 1, 2))
    weights[0] = 1.0
    weights[1] = (1.0 + np.exp(-2.0 * b)) / (1.0 - np.exp(-2.0 * b)) - 1.0 / b
    for degree in range(1, max_degree):
        value = weights[degree - 1] - (2.0 * degree + 1.0) / b * weights[degree]
        if value < _CUT:
            break
        weights[degree + 1] = value
    return weights[: max_degree + 1]


def destripe(coefficients: Coefficients, lowest_degree: int = 2, keep_short_orders: bool = False) -> Coefficients:
    """Return coefficients without the correlation of degrees of the same parity (Swenson and Wahr, 2006).

    From order 5 on, each order's coefficients of even and of odd degrees are freed of a quadratic polynomial over
    degree, fitted in a window of n = max(2, round(15 exp(-m / 10))) samples to either side (at the ends, the
    outermost window's polynomial).

    Parameters
    ----------
    coefficients : Coefficients
        Any leading dimensions.
    lowest_degree : int
        Degrees below take no part.
    keep_short_orders : bool
        What becomes of a series with fewer samples than a window: kept as it is, or set to zero (the default, which
        agrees better with the Tellus grids).
    """
    c, s = coefficients.c.copy(), coefficients.s.copy()
    top = coefficients.max_degree
    for order in range(_FIRST_ORDER, top + 1):
        for parity in (0, 1):
            first = max(lowest_degree, order)
            first += (first + parity) % 2
            degrees = np.arange(first, top + 1, 2)
            half = max(2, round(15.0 * np.exp(-order / 10.0)))
            if degrees.size == 0:
                continue
            if degrees.size < 2 * half + 1:
                residual = None if keep_short_orders else np.zeros((degrees.size, degrees.size))
            else:
                residual = np.eye(degrees.size) - _moving_quadratic(degrees.size, half)
            if residual is not None:
                for part in (c, s):
                    part[..., degrees, order] = part[..., degrees, order] @ residual.T
    return Coefficients(c, s)


def _moving_quadratic(size: int, half: int) -> FloatArray:
    """Return the matrix [size, size] that gives a moving quadratic fit of equally spaced samples."""
    offsets = np.arange(-half, half + 1) / half
    powers = np.stack([np.ones_like(offsets), offsets, offsets**2], axis=1)
    fit = powers @ np.linalg.pinv(powers)
    smoother = np.zeros((size, size))
    for sample in range(size):
        centre = min(max(sample, half), size - 1 - half)
        smoother[sample, centre - half : centre + half + 1] = fit[sample - centre + half]
    return smoother


class DDK:
    """A decorrelation filter of Kusche (2007): W = (N + alpha l^4)^-1 N for every order, of degrees up to 120.

    Parameters
    ----------
    normals : sequence of array
        Blocks of the normal matrix: order 0, then cosine and sine of each order 1, 2, ...; each over the degrees
        from its order to the highest (all have the same).
    level : int
        1 (strongest) to 8.
    max_degree : int
        Where the filtered coefficients are cut.

    Raises
    ------
    InputError
        Where the level or the blocks are none.
    """

    def __init__(self, normals: Sequence[FloatArray], level: int, max_degree: int) -> None:
        if level not in DDK_ALPHA:
            raise InputError(f"There is no DDK{level}: choose 1 to 8.")
        top = len(normals[0]) - 1
        if len(normals) < 2 * min(top, max_degree) + 1:
            raise InputError(f"The DDK normals hold {len(normals)} blocks, too few for degree {max_degree}.")
        self.max_degree = min(max_degree, top)
        self._blocks: list[tuple[FloatArray, FloatArray]] = []
        for order in range(self.max_degree + 1):
            pair = (normals[0], normals[0]) if order == 0 else (normals[2 * order - 1], normals[2 * order])
            cosine, sine = (_filter_block(block, top, DDK_ALPHA[level]) for block in pair)
            self._blocks.append((cosine, sine))
        self._top = top

    def apply(self, coefficients: Coefficients) -> Coefficients:
        """Return filtered coefficients (of the potential, before any factor of degree); degrees 0 and 1 stay."""
        degree = min(self.max_degree, coefficients.max_degree)
        given = coefficients.truncated(degree)
        c, s = given.c.copy(), given.s.copy()
        for order, blocks in enumerate(self._blocks[: degree + 1]):
            low = max(order, 2)
            if low > degree:
                continue
            rows = slice(low, degree + 1)
            for part, source, block in zip((c, s), (given.c, given.s), blocks):
                first = low - (self._top + 1 - len(block))
                square = block[first : first + degree + 1 - low, first : first + degree + 1 - low]
                part[..., rows, order] = source[..., rows, order] @ square.T
        return Coefficients(c, s)


def _filter_block(normal: npt.ArrayLike, top: int, alpha: float) -> FloatArray:
    """Return W [degree, degree] of one block, for its degrees of 2 and above."""
    matrix = np.asarray(normal, dtype=np.float64)
    first = top + 1 - len(matrix)
    skip = max(0, 2 - first)
    matrix = matrix[skip:, skip:]
    degrees = np.arange(max(first, 2), top + 1, dtype=np.float64)
    return np.asarray(np.linalg.solve(matrix + np.diag(alpha * degrees**4), matrix))


class _ArraysOnly(pickle.Unpickler):
    """Loads NumPy arrays and nothing else: a file from elsewhere must not run code."""

    _ALLOWED = frozenset({"_reconstruct", "ndarray", "dtype", "scalar"})

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of NumPy's arrays; refuse others."""
        if module.partition(".")[0] == "numpy" and name in self._ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no array")


def read_ddk_normals(path: Path) -> list[FloatArray]:
    """Return the blocks of the normal matrix in an .npz file: order 0, then cosine and sine of each order.

    The file holds either one array of blocks (as the package l3py distributes them) or one array a block, in order.

    Raises
    ------
    InputError
        Where the file does not hold such blocks.
    """
    path = Path(path)
    problem = f"{path.name} does not hold DDK normals: give the .npz of blocks (order 0, then cosine and sine of each)."
    try:
        with zipfile.ZipFile(path) as archive:
            arrays = [_array(archive.read(name)) for name in archive.namelist() if name.endswith(".npy")]
    except (OSError, ValueError, zipfile.BadZipFile, pickle.UnpicklingError, EOFError) as error:
        raise InputError(f"{problem} ({error})") from error
    blocks = list(arrays[0]) if len(arrays) == 1 and arrays[0].dtype == object else arrays
    sizes = [np.shape(block) for block in blocks]
    if not sizes or len(sizes[0]) != 2:
        raise InputError(problem)
    top = sizes[0][0] - 1
    expected = [(top + 1 - (k + 1) // 2,) * 2 for k in range(len(sizes))]
    if sizes != expected or len(sizes) != 2 * top + 1:
        raise InputError(problem)
    return [np.asarray(block, dtype=np.float64) for block in blocks]


def _array(data: bytes) -> Any:
    """Return the array in a .npy file's bytes, object arrays with care."""
    stream = io.BytesIO(data)
    version = np.lib.format.read_magic(stream)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read(stream)
    if not dtype.hasobject:
        return np.lib.format.read_array(io.BytesIO(data), allow_pickle=False)
    return np.asarray(_ArraysOnly(stream).load(), dtype=object).reshape(shape)
