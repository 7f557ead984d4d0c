"""Random fields of an ensemble: AR(1) in time, Gaussian in space, of zero mean over the members.

Draws come from counter-based generators (Philox) whose key is the seed and whose counter holds the moment and the
variable, member after member, so that no number depends on how the columns are split over workers or where a run is
taken up again. They do depend on the window of cells that is drawn for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .perturbations import PerturbationSettings

_STREAM = 11  # of land perturbations; assimilation has streams of its own
_KERNEL_REACH = 3.0  # standard deviations at which the spatial kernel ends


def _generator(seed: int, moment: int, field: int) -> np.random.Generator:
    counter = np.array([0, 0, field, moment % 2**64], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=np.array([seed, _STREAM], dtype=np.uint64), counter=counter))


@dataclass(frozen=True)
class Cells:
    """Where the columns lie on a window of cells.

    Attributes
    ----------
    shape : (int, int)
        Rows and columns of the window.
    row, column : int array [tile]
        Cell of each column; several may share one, and then its perturbation.
    row_degrees, column_degrees : float
        Size of a cell.
    """

    shape: tuple[int, int]
    row: IntArray
    column: IntArray
    row_degrees: float
    column_degrees: float


class EnsembleFields:
    """Fields [field, member, tile] at moments `interval_hours` apart, counted from 2000-01-01.

    Parameters
    ----------
    settings : PerturbationSettings
        Variables, correlation times and lengths.
    seed : int
        Chosen by the user.
    members : int
        Size of the ensemble.
    cells : Cells
        Where the columns lie.
    """

    def __init__(self, settings: PerturbationSettings, seed: int, members: int, cells: Cells) -> None:
        self.settings, self._seed, self._members, self._cells = settings, seed, members, cells
        values, vectors = np.linalg.eigh(settings.correlation_matrix())
        self._root = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
        self._memory = np.array(
            [np.exp(-settings.interval_hours / field.hours) if field.hours > 0 else 0.0 for field in settings.fields]
        )
        self._smooth = [_smoother(field.degrees, cells) for field in settings.fields]
        self._moment: int | None = None
        self._state = np.zeros((len(settings.fields), members, cells.row.size))

    @property
    def state(self) -> tuple[int | None, FloatArray]:
        """Moment and uncorrelated fields [field, member, tile], for a restart."""
        return self._moment, self._state

    def resume(self, moment: int, state: FloatArray) -> None:
        """Continue from what :attr:`state` gave."""
        self._moment, self._state = moment, np.array(state, dtype=np.float64)

    def moment_of(self, day: float) -> int:
        """Return the last moment at or before `day` (days since 2000-01-01)."""
        return int(np.floor(day * 24.0 / self.settings.interval_hours + 1e-6))

    def at(self, moment: int) -> FloatArray:
        """Return the correlated fields [field, member, tile] at a moment; moments must not go back."""
        if self._moment is None:
            self._moment, self._state = moment, self._draw(moment)
        while self._moment < moment:
            self._moment += 1
            memory = self._memory[:, None, None]
            self._state = memory * self._state + np.sqrt(1.0 - memory * memory) * self._draw(self._moment)
        return np.einsum("fg,gmt->fmt", self._root, self._state)

    def day_fields(self, first: float, days: float) -> tuple[FloatArray, int]:
        """Return the fields [moment, field, member, tile] that bracket a span of days, and the first's number."""
        start, stop = self.moment_of(first), self.moment_of(first + days - 1e-9) + 1
        # The state for a restart is that of the span's last moment but one, at which the next span begins.
        fields = [self.at(moment) for moment in range(start, stop)]
        kept = self._moment, self._state
        fields.append(self.at(stop))
        if kept[0] is not None:
            self._moment, self._state = kept
        return np.stack(fields), start

    def _draw(self, moment: int) -> FloatArray:
        """Return white noise in time [field, member, tile], correlated in space, of zero mean over the members."""
        cells = self._cells
        drawn = np.empty_like(self._state)
        for number, smooth in enumerate(self._smooth):
            field = smooth(_generator(self._seed, moment, number), self._members)
            drawn[number] = field[:, cells.row, cells.column]
        if self._members > 2:
            drawn = (drawn - drawn.mean(axis=1, keepdims=True)) * np.sqrt(self._members / (self._members - 1))
        return drawn


def _smoother(degrees: float, cells: Cells) -> Callable[[np.random.Generator, int], FloatArray]:
    """Return a function that draws fields [member, row, column] of unit variance and Gaussian correlation."""
    rows, columns = (_kernel(degrees, size) for size in (cells.row_degrees, cells.column_degrees))
    padded = cells.shape[0] + rows.size - 1, cells.shape[1] + columns.size - 1

    def draw(generator: np.random.Generator, members: int) -> FloatArray:
        noise = generator.standard_normal((members, *padded))
        over_rows = sum(weight * noise[:, shift : shift + cells.shape[0]] for shift, weight in enumerate(rows))
        field = sum(
            weight * np.asarray(over_rows)[..., shift : shift + cells.shape[1]] for shift, weight in enumerate(columns)
        )
        return np.asarray(field)

    return draw


def _kernel(degrees: float, cell: float) -> FloatArray:
    """Return weights whose autocorrelation is exp(-x^2 / (2 L^2)), of unit sum of squares."""
    width = degrees / cell / np.sqrt(2.0)
    reach = int(np.ceil(_KERNEL_REACH * width)) if width > 0.05 else 0
    offset = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (offset / max(width, 0.05)) ** 2) if reach else np.ones(1)
    return weights / np.sqrt((weights * weights).sum())
