"""The errors of the data by kind: what is a datum's own, what neighbours share, what all share.

R = D_own^2 + D_air A D_air + fixed parts, with a factor on every kind's standard deviations (``ESTIMATE_ERRORS``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assimilation.frames import Frames
from ..geodesy import distance_km
from ..loading.free_patterns import offset_and_plane
from .options import StorageInversionOptions

STATIONS, GRACE = "stations", "GRACE"


@dataclass(frozen=True)
class DataErrors:
    """Errors of all data of an epoch.

    Attributes
    ----------
    kinds : tuple of str [kind]
        Parts whose size has a factor.
    own, own_kind : array [datum]
        Standard deviation of what is a datum's own (mm), and its kind.
    shared, shared_kind : array [datum, datum], array [datum]
        Covariance that data of a kind share (mm2), without factors, and its kind; -1 where a datum shares nothing.
    fixed : array [datum, datum]
        Covariance without a factor: common error of stations, ties (mm2).
    """

    kinds: tuple[str, ...]
    own: FloatArray
    own_kind: IntArray
    shared: FloatArray
    shared_kind: IntArray
    fixed: FloatArray

    def covariance(self, factors: FloatArray | None = None) -> FloatArray:
        """Return R [datum, datum] (mm2) for factors [kind] on the standard deviations."""
        sizes = np.ones(len(self.kinds)) if factors is None else factors
        result = self.fixed.copy()
        for kind in range(len(self.kinds)):
            result += self.part(kind, sizes)
        if (self.shared_kind >= 0).any() and self._crossed.any():
            scale = np.where(self.shared_kind >= 0, sizes[self.shared_kind], 0.0)
            result += self._crossed * np.outer(scale, scale)
        return result

    @property
    def _crossed(self) -> FloatArray:
        """Shared covariance between different kinds: frames of one track that see the same air."""
        return np.where(self.shared_kind[:, np.newaxis] != self.shared_kind, self.shared, 0.0)

    def part(self, kind: int, factors: FloatArray) -> FloatArray:
        """Return the covariance [datum, datum] of one kind."""
        own = np.where(self.own_kind == kind, self.own * factors[kind], 0.0)
        inside = self.shared_kind == kind
        both = inside[:, np.newaxis] & inside
        result: FloatArray = np.where(both, self.shared * factors[kind] ** 2, 0.0)
        result[np.diag_indices_from(result)] += own**2
        return result

    def thinned(self, chosen: IntArray) -> DataErrors:
        """Return the errors of some of the data."""
        place = np.ix_(chosen, chosen)
        return DataErrors(
            self.kinds,
            self.own[chosen],
            self.own_kind[chosen],
            self.shared[place],
            self.shared_kind[chosen],
            fixed=self.fixed[place],
        )


def frame_errors(
    lon: FloatArray, lat: FloatArray, frames: Frames, options: StorageInversionOptions
) -> tuple[DataErrors, FloatArray]:
    """Return errors and free patterns [point, term] of the frames' points (degrees)."""
    size = frames.number.size
    nugget = options.error_nugget if options.error_correlation_length_km > 0 else 1.0
    own = np.full(size, options.observation_error_mm * np.sqrt(nugget))
    shared: FloatArray = np.zeros((size, size))
    fixed: FloatArray
    if nugget < 1:
        air = (1 - nugget) * options.observation_error_mm**2
        decay = np.exp(-distance_km(lon, lat, lon, lat) / options.error_correlation_length_km)
        shared = np.where(frames.between_points(frames.share_air), air * decay, 0.0)
    tied = frames.tied[frames.number]
    both = frames.between_points(frames.share_tie) & np.logical_and.outer(tied, tied)
    fixed = np.where(both, options.tie_error_mm**2, 0.0)
    kinds = [f"{frame.name}{part}" for frame in frames.every for part in (", own", ", shared")]
    shared_kind = 2 * frames.number + 1 if nugget < 1 else np.full(size, -1)
    columns = [np.zeros((size, 0))]
    for number, unknown in enumerate(frames.unknown):
        inside = frames.number == number
        if not (unknown or options.deramped or frames.every[number].deramped) or not inside.any():
            continue
        plane = options.deramped or frames.every[number].deramped
        patterns = offset_and_plane(lon[inside], lat[inside])[:, : 3 if plane else 1]
        columns.append(np.zeros((size, patterns.shape[1])))
        columns[-1][inside] = patterns
    errors = DataErrors(tuple(kinds), own, 2 * frames.number, shared, np.asarray(shared_kind), fixed=fixed)
    return errors, np.concatenate(columns, axis=1)


def station_errors(std: FloatArray, options: StorageInversionOptions) -> DataErrors:
    """Return errors of stations with standard deviations `std` [station] (mm)."""
    size = std.size
    common = np.full((size, size), options.common_mode_mm**2)
    none = np.full(size, -1)
    return DataErrors((STATIONS,), std, np.zeros(size, np.intp), np.zeros((size, size)), none, fixed=common)


def grace_errors(lon: FloatArray, lat: FloatArray, std: FloatArray, options: StorageInversionOptions) -> DataErrors:
    """Return errors of rows of GRACE: neighbours correlate over the footprint.

    Parameters
    ----------
    lon, lat : array [row]
        Centres (degrees).
    std : array [row]
        Standard deviation (mm).
    options : StorageInversionOptions
        ``footprint_km`` is the errors' length.

    Returns
    -------
    DataErrors
        Of the rows.
    """
    kind = np.zeros(std.size, np.intp)
    # A hundredth of the variance is a row's own, so that identical rows stay regular.
    shared = 0.99 * np.outer(std, std) * np.exp(-distance_km(lon, lat, lon, lat) / options.footprint_km)
    return DataErrors((GRACE,), 0.1 * std, kind, shared, kind.copy(), fixed=np.zeros(shared.shape))


def joined_errors(parts: list[DataErrors]) -> DataErrors:
    """Return the errors of several kinds of data that share nothing, one behind the other."""
    sizes = np.cumsum([0, *(part.own.size for part in parts)])
    counts = np.cumsum([0, *(len(part.kinds) for part in parts)])
    total = int(sizes[-1])
    shared, fixed = np.zeros((total, total)), np.zeros((total, total))
    for start, part in zip(sizes, parts):
        place = slice(start, start + part.own.size)
        shared[place, place], fixed[place, place] = part.shared, part.fixed
    number = [np.where(p.shared_kind >= 0, p.shared_kind + first, -1) for p, first in zip(parts, counts)]
    return DataErrors(
        tuple(kind for part in parts for kind in part.kinds),
        np.concatenate([part.own for part in parts]),
        np.concatenate([part.own_kind + first for part, first in zip(parts, counts)]),
        shared,
        np.concatenate(number),
        fixed=fixed,
    )
