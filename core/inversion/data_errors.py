"""The errors of the data by kind: what is a datum's own, what neighbours share, what all share.

R = D_own^2 + D_air A D_air + fixed parts, with a factor on every kind's standard deviations (``ESTIMATE_ERRORS``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assimilation.frames import Frames
from ..assimilation.inputs.stated_errors import StatedErrors
from ..geodesy import distance_km
from ..loading.free_patterns import offset_and_plane
from .options import StorageInversionOptions

STATIONS, GRACE = "stations", "GRACE"
# Where neither user nor file says it, as in the assimilation: error of a cell (Chen et al. 2022), its independent part,
# and the error of a tie.
_PLAIN_MM, _NUGGET, _TIE_MM = 9.0, 0.2, 3.0


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
        """Return R [datum, datum] (mm2) for factors [kind] on the standard deviations.

        Parameters
        ----------
        factors : array [kind], optional
            1 each where not given.

        Returns
        -------
        array [datum, datum]
            In mm2.
        """
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
        """Return the covariance [datum, datum] of one kind.

        Parameters
        ----------
        kind : int
            Index into `kinds`.
        factors : array [kind]
            On the standard deviations.

        Returns
        -------
        array [datum, datum]
            In mm2.
        """
        own = np.where(self.own_kind == kind, self.own * factors[kind], 0.0)
        inside = self.shared_kind == kind
        both = inside[:, np.newaxis] & inside
        result: FloatArray = np.where(both, self.shared * factors[kind] ** 2, 0.0)
        result[np.diag_indices_from(result)] += own**2
        return result

    def thinned(self, chosen: IntArray) -> DataErrors:
        """Return the errors of some of the data.

        Parameters
        ----------
        chosen : int array [kept]
            Indices of data.

        Returns
        -------
        DataErrors
            Of these, in their order.
        """
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
    lon: FloatArray,
    lat: FloatArray,
    frames: Frames,
    options: StorageInversionOptions,
    stated: Sequence[StatedErrors] = (),
) -> tuple[DataErrors, FloatArray]:
    """Return errors and free patterns [point, term] of the frames' points (degrees).

    Parameters
    ----------
    lon, lat : array [point]
        Degrees.
    frames : Frames
        Of the points.
    options : StorageInversionOptions
        What is given there stands before what the files state.
    stated : sequence of StatedErrors [frame]
        By the files.

    Returns
    -------
    tuple
        Errors, and patterns of unknown size.
    """
    size = frames.number.size
    every = [_sizes(options, stated[n] if n < len(stated) else None) for n in range(len(frames.every))]
    own, air, common, tie = (
        np.array([getattr(one, name) for one in every])[frames.number]
        for name in ("own_mm", "air_mm", "common_mm", "tie_mm")
    )
    lengths = [one.length_km for one in every if one.air_mm > 0]
    shared: FloatArray = np.zeros((size, size))
    fixed: FloatArray
    if lengths:
        # One length for all frames: with several the covariance between them need not be one.
        decay = np.exp(-distance_km(lon, lat, lon, lat) / float(np.mean(lengths)))
        shared = np.where(frames.between_points(frames.share_air), np.outer(air, air) * decay, 0.0)
    tied = frames.tied[frames.number]
    both = frames.between_points(frames.share_tie) & np.logical_and.outer(tied, tied)
    fixed = np.where(both, np.outer(tie, tie), 0.0)
    absolute = ~tied & ~frames.unknown[frames.number]
    same = (frames.number[:, np.newaxis] == frames.number) & absolute
    fixed += np.where(same, np.outer(common, common), 0.0)
    kinds = [f"{frame.name}{part}" for frame in frames.every for part in (", own", ", shared")]
    shared_kind = np.where(air > 0, 2 * frames.number + 1, -1)
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


@dataclass(frozen=True)
class _Sizes:
    """Errors of a frame's cells: their own, the air's with its length, what all share (absolute; tied), in mm."""

    own_mm: float
    air_mm: float
    length_km: float
    common_mm: float
    tie_mm: float


def _sizes(options: StorageInversionOptions, stated: StatedErrors | None) -> _Sizes:
    """Return what the user gives, or else what the frame's file states, or else the values of the assimilation."""
    tie = options.tie_error_mm
    of_file = 0.0 if stated is None or not np.isfinite(stated.tie_mm) else stated.tie_mm
    if stated is not None and options.observation_error_mm is None and np.isfinite(stated.own_mm):
        length = options.error_correlation_length_km
        if length is None:
            length = stated.length_km if np.isfinite(stated.length_km) else 0.0
        total, share = np.hypot(stated.own_mm, stated.air_mm), stated.own_mm**2
        nugget = options.error_nugget if options.error_nugget is not None else share / total**2
    else:
        total = _PLAIN_MM if options.observation_error_mm is None else options.observation_error_mm
        length = options.error_correlation_length_km or 0.0
        nugget = _NUGGET if options.error_nugget is None else options.error_nugget
        of_file = 0.0 if options.observation_error_mm is not None else of_file
    nugget = nugget if length > 0 else 1.0
    own, air = float(total * np.sqrt(nugget)), float(total * np.sqrt(1 - nugget))
    return _Sizes(own, air, float(length), of_file, tie if tie is not None else of_file or _TIE_MM)


def station_errors(std: FloatArray, options: StorageInversionOptions) -> DataErrors:
    """Return errors of stations with standard deviations `std` [station] (mm).

    Parameters
    ----------
    std : array [station]
        In mm.
    options : StorageInversionOptions
        Choices.

    Returns
    -------
    DataErrors
        With what all stations share.
    """
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
    """Return the errors of several kinds of data that share nothing, one behind the other.

    Parameters
    ----------
    parts : list of DataErrors
        In the order of the data.

    Returns
    -------
    DataErrors
        Of all data.
    """
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
