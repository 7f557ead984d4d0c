"""Prior covariance of storage: a Matern term of chosen length beside one that all cells share.

C = s^2 k(d / l) + c^2. The distance d is the chord: of the great circle's length the Matern functions of smoothness
above 1/2 are not positive definite on the sphere (Gneiting 2013).

Along two rows of a grid with evenly spaced longitudes the covariance is a convolution, so that C times fields is a
batched product in the Fourier domain and C itself is never formed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..fourier import scipy_fft
from ..geodesy import EARTH_RADIUS

SMOOTHNESS = (0.5, 1.5, 2.5)
"""Values of nu whose Matern function has a closed form."""

RADIUS_KM = EARTH_RADIUS / 1000.0
_BLOCK_BYTES = 96 * 2**20


@dataclass(frozen=True)
class Prior:
    """Size and scales of the prior.

    Attributes
    ----------
    std_mm : float
        Standard deviation s of the term with a length.
    length_km : float
        Its length l.
    common_mm : float
        Standard deviation c of what all cells share.
    smoothness : float
        nu, one of `SMOOTHNESS`.
    """

    std_mm: float
    length_km: float
    common_mm: float
    smoothness: float = 0.5

    def of_chord(self, chord_km: FloatArray) -> FloatArray:
        """Return the covariance (mm2) at chords [..] in km.

        Parameters
        ----------
        chord_km : array [..]
            Straight distances through the Earth.

        Returns
        -------
        array [..]
            In mm2.
        """
        value: FloatArray = self.std_mm**2 * matern(chord_km / self.length_km, self.smoothness) + self.common_mm**2
        return value

    def unit(self) -> Prior:
        """Return the correlation of the term with a length alone."""
        return replace(self, std_mm=1.0, common_mm=0.0)


def matern(ratio: FloatArray, smoothness: float) -> FloatArray:
    """Return the Matern correlation at distances over length [..].

    Parameters
    ----------
    ratio : array [..]
        Chord over length.
    smoothness : float
        0.5, 1.5 or 2.5 (Rasmussen and Williams 2006, eq. 4.17).

    Raises
    ------
    InputError
        For another smoothness.
    """
    if smoothness not in SMOOTHNESS:
        raise InputError(f"SMOOTHNESS must be one of {', '.join(map(str, SMOOTHNESS))}, not {smoothness}.")
    q = math.sqrt(2 * smoothness) * ratio
    decay: FloatArray = np.exp(-q)
    if smoothness == 1.5:
        decay *= 1 + q
    elif smoothness == 2.5:
        decay *= 1 + q + q**2 / 3
    return decay


def chord_km(lon: FloatArray, lat: FloatArray, to_lon: FloatArray, to_lat: FloatArray) -> FloatArray:
    """Return chords [place, to place] in km between places in degrees on the authalic sphere.

    Parameters
    ----------
    lon, lat : array [place]
        In degrees.
    to_lon, to_lat : array [to place]
        In degrees.

    Returns
    -------
    array [place, to place]
        Straight distances through the Earth.
    """
    phi, other = np.radians(lat)[:, np.newaxis], np.radians(to_lat)
    turn = np.radians(lon)[:, np.newaxis] - np.radians(to_lon)
    # Not from the product of unit vectors, whose rounding is 0.1 m at distance zero: exp(-d / l) has a cusp there.
    square = np.sin((phi - other) / 2) ** 2 + np.cos(phi) * np.cos(other) * np.sin(turn / 2) ** 2
    return np.asarray(2 * RADIUS_KM * np.sqrt(square))


class RowKernel:
    """A function of the chord between cells of a grid of rows, applied to fields on the grid.

    Parameters
    ----------
    latitude : array [row]
        Of the cells' centres on the authalic sphere, degrees.
    step : float
        Degrees of longitude from column to column.
    columns : int
        Number of columns.
    single : bool
        Work in single precision: relative errors of some 1e-7.
    """

    def __init__(self, latitude: FloatArray, step: float, columns: int, single: bool = False) -> None:
        self._columns, self._rows = columns, latitude.size
        self._fft = scipy_fft()
        self._length = int(self._fft.next_fast_len(2 * columns, real=True))
        self._real = np.dtype(np.float32 if single else np.float64)
        offset = np.arange(self._length)
        self._mirrored = np.minimum(offset, self._length - offset)
        phi = np.radians(latitude)
        # Squared half chord: sin^2(dphi / 2) + cos phi cos phi' sin^2(dlambda / 2).
        self._up = np.sin((phi[:, np.newaxis] - phi) / 2) ** 2
        self._across = np.outer(np.cos(phi), np.cos(phi))
        self._turn = np.sin(np.radians(step) * np.arange(self._length // 2 + 1) / 2) ** 2

    def spectrum(self, function: Callable[[FloatArray], FloatArray]) -> FloatArray:
        """Return the transform [wave, row, row] of a `function` of chords [..] in km."""
        waves = self._length // 2 + 1
        spectrum: FloatArray = np.empty((waves, self._rows, self._rows), self._real)
        for row in range(self._rows):  # to itself and the rows behind: the function is symmetric
            square = self._up[row, row:, np.newaxis] + self._across[row, row:, np.newaxis] * self._turn
            values = function(2 * RADIUS_KM * np.sqrt(square))
            turned = self._fft.rfft(values[:, self._mirrored], axis=1).real.T
            spectrum[:, row, row:] = turned
            spectrum[:, row:, row] = turned
        return spectrum

    def apply(self, spectrum: FloatArray, fields: FloatArray) -> FloatArray:
        """Return the function's matrix times `fields` [field, row, column]."""
        result = np.empty(fields.shape, fields.dtype)
        waves = spectrum.shape[0]
        size = max(1, _BLOCK_BYTES // (2 * self._real.itemsize * waves * self._rows * 2))
        for start in range(0, fields.shape[0], size):
            part = slice(start, start + size)
            turned = self._fft.rfft(fields[part].astype(self._real, copy=False), self._length, axis=2)
            count = turned.shape[0]
            # [wave, row, field], real and imaginary parts side by side: the spectrum is real. Written into an array
            # in this order, because of matrices whose last two axes are both strided NumPy makes no library calls.
            both = np.empty((waves, self._rows, 2 * count), self._real)
            both[..., :count] = turned.real.transpose(2, 1, 0)
            both[..., count:] = turned.imag.transpose(2, 1, 0)
            product = np.matmul(spectrum, both).transpose(2, 1, 0)
            turned.real, turned.imag = product[:count], product[count:]
            result[part] = self._fft.irfft(turned, self._length, axis=2)[..., : self._columns]
        return result
