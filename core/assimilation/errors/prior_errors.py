"""An ensemble of a single storage series: errors that are correlated in space and time, with zero mean."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...errors import InputError
from ...fourier import scipy_fft
from .perturbations import PRIOR_STREAM, centred, generator

_PADDING = 5.0  # correlation lengths; the field repeats itself beyond, where exp(-5) is left of the correlation


@dataclass(frozen=True)
class ErrorField:
    """Gaussian random fields on a grid with correlation exp(-distance / length) and unit variance.

    The fields are drawn by the Fourier transform on a grid that is padded so far that its two ends, which touch in
    such a field, are all but uncorrelated.

    Attributes
    ----------
    shape : (int, int)
        Rows and columns of the grid.
    root : array [padded row, padded column]
        Square root of the spectrum.
    """

    shape: tuple[int, int]
    root: FloatArray

    @classmethod
    def create(cls, shape: tuple[int, int], spacing_km: tuple[float, float], length_km: float) -> ErrorField:
        """Prepare the spectrum.

        Parameters
        ----------
        shape : (int, int)
            Rows and columns of the grid.
        spacing_km : (float, float)
            True distance of neighbouring rows and columns.
        length_km : float
            Distance over which the correlation falls to 1/e; 0 for independent cells.
        """
        fft = scipy_fft()
        padded = tuple(
            fft.next_fast_len(size + min(int(np.ceil(_PADDING * length_km / step)), size))
            for size, step in zip(shape, spacing_km)
        )
        rows, columns = (
            np.minimum(np.arange(size), size - np.arange(size)) * step for size, step in zip(padded, spacing_km)
        )
        distance = np.hypot(rows[:, np.newaxis], columns)
        covariance = np.exp(-distance / length_km) if length_km > 0 else (distance == 0).astype(np.float64)
        # A correlation that still lives at half the padded size is not exactly one on a ring: what that makes
        # negative is cut, and the variance restored.
        spectrum = np.maximum(fft.fft2(covariance).real, 0.0)
        return cls(shape, np.sqrt(spectrum / spectrum.mean()))

    def correlation(self) -> FloatArray:
        """Return the correlation [row, column] that the fields have between the first cell and each."""
        rows, columns = self.shape
        values: FloatArray = scipy_fft().ifft2(self.root**2).real[:rows, :columns]
        return values

    def covary(self, fields: FloatArray) -> FloatArray:
        """Return the correlation of the grid's cells times `fields` [.., row, column]."""
        rows, columns = self.shape
        spectrum = scipy_fft().fft2(fields, s=self.root.shape) * self.root**2
        product: FloatArray = scipy_fft().ifft2(spectrum, overwrite_x=True).real[..., :rows, :columns]
        return product

    def pair(self, rng: np.random.Generator) -> FloatArray:
        """Draw two independent fields, [2, row, column]."""
        rows, columns = self.shape
        white = rng.standard_normal((2, *self.root.shape))
        field = scipy_fft().ifft2(self.root * (white[0] + 1j * white[1]), overwrite_x=True)[:rows, :columns]
        return np.stack([field.real, field.imag]) * np.sqrt(self.root.size)


class PriorErrors:
    """Errors of the members, one epoch after the other: first-order autoregressive in time.

    Parameters
    ----------
    field : ErrorField
        Their correlation in space.
    cells : array [row, column] of bool
        Which cells of the grid are wanted.
    members, seed : int
        Size of the ensemble; seed of its draws.
    memory_days : float
        Time after which the correlation has fallen to 1/e.
    pool : Executor
        Draws the fields; the result does not depend on its size.
    """

    def __init__(
        self, field: ErrorField, cells: BoolArray, members: int, seed: int, memory_days: float, *, pool: Executor
    ) -> None:
        self._field, self._cells, self._members = field, cells, members
        self._seed, self._memory, self._pool = seed, memory_days, pool
        self._day: float | None = None
        self._errors = np.zeros((members, int(cells.sum())))

    @property
    def state(self) -> tuple[float, FloatArray] | None:
        """Day and errors [member, cell] of the last epoch; None before the first."""
        return None if self._day is None else (self._day, self._errors)

    def take_up(self, day: float, errors: FloatArray) -> None:
        """Go on from the errors [member, cell] that another run ended with.

        Raises
        ------
        InputError
            Where they are of another number of members or cells.
        """
        if errors.shape != self._errors.shape:
            raise InputError(
                f"The run to be taken up had {errors.shape[0]} members and {errors.shape[1]} cells with storage, this "
                f"one has {self._errors.shape[0]} and {self._errors.shape[1]}: give the files and MEMBERS of that run."
            )
        self._day, self._errors = day, errors

    def advance(self, day: float) -> FloatArray:
        """Return the errors [member, cell] at `day`, of unit variance and zero mean over the members."""
        fresh = self._draw(day)
        if self._day is None:
            self._errors = fresh
        else:
            kept = np.exp(-(day - self._day) / self._memory)
            self._errors = kept * self._errors + np.sqrt(1 - kept**2) * fresh
        self._day = day
        return self._errors

    def _draw(self, day: float) -> FloatArray:
        draws = np.empty((self._members, self._errors.shape[1]))

        def draw_pair(number: int) -> None:
            pair = self._field.pair(generator(self._seed, PRIOR_STREAM, day, number))
            for member, field in zip(range(2 * number, min(2 * number + 2, self._members)), pair):
                draws[member] = field[self._cells]

        _finish(self._pool.map(draw_pair, range((self._members + 1) // 2)))
        return centred(draws)


def additive(storage: FloatArray, errors: FloatArray, std: float) -> FloatArray:
    """Return members [member, cell]: the storage [cell] plus errors [member, cell] of `std` mm.

    Their mean is the storage, as the errors' mean is zero.
    """
    members: FloatArray = storage + std * errors
    return members


def lognormal(storage: FloatArray, errors: FloatArray, relative_std: FloatArray) -> FloatArray:
    """Return members [member, cell]: the storage [cell] times lognormal factors whose mean over the members is 1.

    Parameters
    ----------
    storage : array [cell]
        Positive.
    errors : array [member, cell]
        Of unit variance.
    relative_std : array [cell]
        Standard deviation of the factors.
    """
    factors = np.exp(np.sqrt(np.log1p(relative_std**2)) * errors)
    members: FloatArray = storage * (factors / factors.mean(axis=0))
    return members


def relative_errors(mean_storage: FloatArray, lowest: float, std: float) -> FloatArray:
    """Return the standard deviation [cell] of the factors that gives `std` mm at the mean storage [cell].

    Raises
    ------
    InputError
        Where the lowest storage of the series is not above 0, as in anomalies.
    """
    if lowest <= 0:
        raise InputError(
            f"PRIOR_ERROR_MODEL lognormal needs storage above 0 everywhere, but the lowest is {lowest:.6g} mm "
            "(storage as anomalies?). Choose additive."
        )
    ratios: FloatArray = std / mean_storage
    return ratios


def _finish(results: Iterable[None]) -> None:
    for _ in results:
        pass
