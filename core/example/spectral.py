"""Random fields on the pixels with a power-law spectrum, as turbulent air and rough terrain have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray


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

    @property
    def wavenumber(self) -> FloatArray:
        """Cycles per km of the transform's cells."""
        ky = np.fft.fftfreq(2 * self.rows, self.pixel_km)[:, None]
        kx = np.fft.rfftfreq(2 * self.columns, self.pixel_km)[None]
        return np.asarray(np.hypot(ky, kx))

    def transform(self, rng: np.random.Generator) -> FloatArray:
        """Return the transform of a random field, for :meth:`field`."""
        noise = np.fft.rfft2(rng.standard_normal((2 * self.rows, 2 * self.columns)))
        power = (self.wavenumber**2 + self.outer_km**-2) ** (-self.slope / 2)
        power[0, 0] = 0.0
        return np.asarray(noise * np.sqrt(power))

    def field(self, transform: FloatArray) -> FloatArray:
        """Return the field [row, column] of a transform, less its mean."""
        whole = np.fft.irfft2(transform, s=(2 * self.rows, 2 * self.columns))
        part = whole[: self.rows, : self.columns]
        return np.asarray(part - part.mean())

    def unit_field(self, rng: np.random.Generator) -> FloatArray:
        """Return a random field [row, column] of mean 0 and standard deviation 1."""
        field = self.field(self.transform(rng))
        return np.asarray(field / field.std())
