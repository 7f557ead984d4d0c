"""Random fields on the pixels with a power-law spectrum, as turbulent air and rough terrain have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray

ComplexArray = npt.NDArray[np.complex128]


@dataclass(frozen=True)
class SpectralFields:
    """Fields on a grid of pixels, cut from a periodic one of twice the size.

    Attributes
    ----------
    rows, columns : int
        Of the grid.
    pixel_km : float
        Size of a pixel.
    slope : float
        Of the two-dimensional power spectrum, such as 8/3.
    outer_km : float
        Waves longer than this gain no more power.
    """

    rows: int
    columns: int
    pixel_km: float
    slope: float
    outer_km: float

    @cached_property
    def wavenumber(self) -> FloatArray:
        """Cycles per km of the transform's cells."""
        ky = np.fft.fftfreq(2 * self.rows, self.pixel_km)[:, None]
        kx = np.fft.rfftfreq(2 * self.columns, self.pixel_km)[None]
        return np.asarray(np.hypot(ky, kx))

    @cached_property
    def _amplitude(self) -> FloatArray:
        amplitude = (self.wavenumber**2 + self.outer_km**-2) ** (-self.slope / 4)
        amplitude[0, 0] = 0.0
        return np.asarray(amplitude)

    def transform(self, rng: np.random.Generator) -> ComplexArray:
        """Return the transform of a random field, for :meth:`field`."""
        noise = np.fft.rfft2(rng.standard_normal((2 * self.rows, 2 * self.columns)))
        return np.asarray(noise * self._amplitude)

    def field(self, transform: ComplexArray) -> FloatArray:
        """Return the field [row, column] of a transform, less its mean."""
        whole = np.fft.irfft2(transform, s=(2 * self.rows, 2 * self.columns))
        part = whole[: self.rows, : self.columns]
        return np.asarray(part - part.mean())

    def raw_field(self, rng: np.random.Generator) -> FloatArray:
        """Return a random field [row, column] as it comes: its mean over the grid is not taken off."""
        whole = np.fft.irfft2(self.transform(rng), s=(2 * self.rows, 2 * self.columns))
        return np.asarray(whole[: self.rows, : self.columns])

    def unit_field(self, rng: np.random.Generator) -> FloatArray:
        """Return a random field [row, column] of mean 0 and standard deviation 1."""
        field = self.field(self.transform(rng))
        return np.asarray(field / field.std())
