"""The errors of one epoch's observations: what is a cell's own, what neighbours share, what all share.

An interferometric displacement of one epoch is modelled as

    y = H x + own + atmosphere + tie + free patterns

with a part of its own (nugget) and a part correlated over some tens of kilometres (atmosphere), which make the standard
deviation r; the error of the reference area's tie (GNSS), common to all; and, where nothing ties the frame, an offset
(and a ramp, if one was taken out) of unknown size. Such a pattern says that nothing is known of the displacement along
it: the observations and what the members predict are both projected on what is left, as the processing did it
(:mod:`..loading.free_patterns`). Each frame has a tie and free patterns of its own (:mod:`.frames`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ...errors import InputError
from ...geodesy import distance_km
from ...loading.free_patterns import FreePatterns, offset_and_plane
from ..frames import Frames
from ..options import AssimilationOptions

UNKNOWN_OFFSET_MM = 1e3
"""Standard deviation that stands for an unknown offset where one is needed: far above any motion of the ground."""

_LEFT = 1e-9  # part of an observation's square below which nothing is left of it but rounding
_MOST_POINTS = 6000  # their covariance takes 288 MB


@dataclass(frozen=True)
class ObservationError:
    """Errors of the points' observations at one epoch.

    Attributes
    ----------
    variances : array [point]
        Of everything but free patterns (mm2).
    covariance : array [point, point], optional
        The same with the covariances; None where the errors are independent.
    free : array [point, term], optional
        Patterns of unknown size; None where the displacement is absolute.
    """

    variances: FloatArray
    covariance: FloatArray | None = None
    free: FloatArray | None = None

    @property
    def single_std(self) -> FloatArray:
        """Standard deviation [point] of an observation taken alone: an unknown offset counts in full."""
        unknown = 0.0 if self.free is None else UNKNOWN_OFFSET_MM**2 * self.free.any(axis=1)
        std: FloatArray = np.sqrt(self.variances + unknown)
        return std

    def matrix(self, used: BoolArray) -> FloatArray:
        """Return the covariance of the used observations, without free patterns."""
        if self.covariance is None:
            return np.diag(self.variances[used])
        part: FloatArray = self.covariance[np.ix_(used, used)]
        return part

    def patterns(self, used: BoolArray) -> FloatArray | None:
        """Return the free patterns of the used observations as orthonormal columns [observation, term], or None."""
        return None if self.free is None else FreePatterns(self.free).within(used)

    def informative(self, observed: FloatArray) -> FloatArray:
        """Return observations [point] with NaN also where what is free takes up all of one, which then says nothing.

        So it is with a single cell of a frame whose offset is unknown, and with three of a frame less a plane.
        """
        used: BoolArray = np.isfinite(observed)
        patterns = self.patterns(used)
        if patterns is None:
            return observed
        nothing = (patterns**2).sum(axis=1) > 1 - _LEFT
        if not nothing.any():
            return observed
        informing = observed.copy()
        informing[np.flatnonzero(used)[nothing]] = np.nan
        return informing

    def scaled(self, vector: FloatArray, used: BoolArray) -> FloatArray:
        """Return the covariance of the used observations times `vector` [observation(, term)]."""
        if self.covariance is None:
            diagonal = self.variances[used]
            return diagonal * vector if vector.ndim == 1 else diagonal[:, np.newaxis] * vector
        product: FloatArray = self.matrix(used) @ vector
        return product


def projected_variances(error: ObservationError, used: BoolArray, patterns: FloatArray | None) -> FloatArray:
    """Return the variances [observation] of the errors of what :func:`without` leaves."""
    variances = error.variances[used]
    if patterns is None:
        return variances
    shared = error.scaled(patterns, used)
    inner = patterns @ (patterns.T @ shared)
    left: FloatArray = variances - 2 * (patterns * shared).sum(axis=1) + (patterns * inner).sum(axis=1)
    return left


def projected_covariances(
    error: ObservationError, used: BoolArray, patterns: FloatArray | None, first: IntArray, second: IntArray
) -> FloatArray:
    """Return the covariances [pair] of what :func:`without` leaves at two different observations `first`, `second`."""
    places = np.flatnonzero(used)
    covariances = np.zeros(first.size)
    if error.covariance is not None:
        covariances = error.covariance[places[first], places[second]]
    if patterns is None:
        return covariances
    shared = error.scaled(patterns, used)
    inner = patterns @ (patterns.T @ shared)
    crossed = (patterns[first] * shared[second]).sum(axis=1) + (shared[first] * patterns[second]).sum(axis=1)
    left: FloatArray = covariances - crossed + (inner[first] * patterns[second]).sum(axis=1)
    return left


def observation_error(
    lon: FloatArray,
    lat: FloatArray,
    options: AssimilationOptions,
    station_std: FloatArray | None = None,
    frames: Frames | None = None,
) -> ObservationError:
    """Return the errors that a user has chosen, of points [point] in degrees.

    Parameters
    ----------
    lon, lat : array [point]
        Degrees.
    options : AssimilationOptions
        Choices.
    station_std : array [station], optional
        Standard deviations of the last points where these are stations: their heights share no error with each other
        or with the interferometric displacement, and nothing is free in them.
    frames : Frames, optional
        Of the other points; a single frame of the chosen REFERENCE where not given.

    Raises
    ------
    InputError
        Where a covariance of more points is asked for than memory should hold.
    """
    if station_std is not None and station_std.size:
        cells = slice(lon.size - station_std.size)
        return _with_stations(observation_error(lon[cells], lat[cells], options, None, frames), station_std)
    size = lon.size
    if size == 0:
        return ObservationError(np.zeros(0))
    frames = frames or Frames.single(options, size)
    own = np.full(size, options.observation_error_mm**2)
    tie = options.tie_error_mm**2 * frames.tied[frames.number]
    free = _free(lon, lat, frames, options.deramped)
    length = options.error_correlation_length_km
    if length == 0 and not tie.any():
        return ObservationError(own, None, free)
    if size > _MOST_POINTS:
        if options.method.endswith("_1d"):
            return ObservationError(own + tie, None, free)
        raise InputError(
            f"Errors that {size} observed cells share need too much memory (at most {_MOST_POINTS} cells): use a "
            "coarser grid or a smaller window."
        )
    covariance = options.tie_error_mm**2 * frames.between_points(frames.share_tie)
    if length > 0:
        distance = distance_km(lon, lat, lon, lat)
        air = (1 - options.error_nugget) * own[0] * np.exp(-distance / length)
        covariance += air * frames.between_points(frames.share_air)
    np.fill_diagonal(covariance, own + tie)
    return ObservationError(own + tie, covariance, free)


def _free(lon: FloatArray, lat: FloatArray, frames: Frames, deramped: bool) -> FloatArray | None:
    """Return the free patterns of all frames [point, term]: an offset, or a plane that was taken out of each."""
    columns = []
    for number, unknown in enumerate(frames.unknown):
        inside = frames.number == number
        if not (unknown or deramped) or not inside.any():
            continue
        own = offset_and_plane(lon[inside], lat[inside])[:, : 3 if deramped else 1]
        columns.append(np.zeros((lon.size, own.shape[1])))
        columns[-1][inside] = own
    return np.concatenate(columns, axis=1) if columns else None


def _with_stations(error: ObservationError, std: FloatArray) -> ObservationError:
    """Return errors of cells and, behind them, of stations with standard deviations `std` [station] (mm)."""
    count, size = error.variances.size, error.variances.size + std.size
    variances = np.concatenate([error.variances, std**2])
    covariance = None
    if error.covariance is not None:
        covariance = np.diag(variances)
        covariance[:count, :count] = error.covariance
    free = None
    if error.free is not None:
        free = np.zeros((size, error.free.shape[1]))
        free[:count] = error.free
    return ObservationError(variances, covariance, free)
