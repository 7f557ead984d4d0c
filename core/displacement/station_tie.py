"""Tying a frame to GNSS stations inside it: one constant per date, and a plane where there are enough.

Interferograms know no absolute motion, and orbits and air tilt a frame from date to date. Stations in the frame tell
both. At station s and date t the line of sight should be ``U up_s(t) - d_s(t) = m(t) + a(t) x + b(t) y + c_s``, with
the constant c_s of the station's series. Least squares over all stations and dates gives m, a, b and c; stations are
weighed by their own errors and the frame's, and each is compared with the frame as tied by the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError

PLANE_STATIONS = 5
"""Stations from which a plane is fitted beside the constant: three terms, and two to see errors by."""
LEAST_DATES = 10
"""Dates that station and frame must have in common."""
DEFAULT_STATION_STD_MM = 6.0
"""Error (mm) of a daily vertical position whose file says none (Blewitt and Lavallee 2002: 5 to 8 mm)."""
_CONTRADICTION = 3.0
"""A station whose residual is larger than so many of its expected errors contradicts the others."""
_ROUNDS = 60
_LAGS_DAYS = np.arange(-90, 91, 6)


@dataclass(frozen=True)
class StationSamples:
    """Stations inside a frame, and the frame at their places.

    Attributes
    ----------
    names : tuple of str [station]
        Of the stations.
    east_km, north_km : array [station]
        From the frame's middle.
    up : array [station]
        Upward component of the line of sight there.
    station_mm : array [station, date]
        Vertical position at the frame's dates; NaN where there is none.
    frame_mm : array [station, date]
        The frame's line-of-sight displacement there; NaN where there is none.
    std_mm : array [station]
        Expected error of the difference along the line of sight: station's and frame's.
    """

    names: tuple[str, ...]
    east_km: FloatArray
    north_km: FloatArray
    up: FloatArray
    station_mm: FloatArray
    frame_mm: FloatArray
    std_mm: FloatArray


@dataclass(frozen=True)
class StationFigures:
    """A station against the frame as the other stations tie it.

    Attributes
    ----------
    name : str
        Of the station.
    n_dates : int
        In common.
    correlation : float
        Between station and frame, both vertical.
    lag_days : float
        By how much the frame has to come later for the best correlation; within 90 days.
    scale : float
        Slope of the frame over the station; its sign is the sign of the frame.
    residual_mm : float
        Root mean square of the difference along the line of sight.
    used : bool
        False where it contradicts the others and was left out.
    """

    name: str
    n_dates: int
    correlation: float
    lag_days: float
    scale: float
    residual_mm: float
    used: bool


@dataclass(frozen=True)
class Tie:
    """What is added to a frame's line-of-sight displacement.

    Attributes
    ----------
    terms : array [date, term]
        Constant in mm, and where there are enough stations slopes to the east and north in mm per km; 0 at the first
        date.
    covariance : array [date, term, term]
        Of the terms.
    figures : tuple of StationFigures
        Of all stations.
    """

    terms: FloatArray
    covariance: FloatArray
    figures: tuple[StationFigures, ...]

    @property
    def stations(self) -> tuple[str, ...]:
        """Names of the stations that the tie rests on."""
        return tuple(figure.name for figure in self.figures if figure.used)


def tie_by_stations(samples: StationSamples, days: FloatArray) -> Tie:
    """Return the tie of a frame by all stations inside it that do not contradict the others.

    Parameters
    ----------
    samples : StationSamples
        Stations and frame.
    days : array [date]
        Of the frame.

    Raises
    ------
    InputError
        Where a date has no station, or stations and frame contradict each other.
    """
    used = np.ones(len(samples.names), dtype=bool)
    while True:
        residual = _left_out(samples, used)
        worse = np.where(used, residual / (_CONTRADICTION * samples.std_mm), 0.0)
        if used.sum() < 3 or worse.max() <= 1.0:
            break
        used[int(np.argmax(worse))] = False
    if used.sum() > 1 and np.median(worse[used]) > 1.0 or used.sum() < len(used) / 2:
        listed = ", ".join(f"{name} {value:.0f} mm" for name, value in zip(samples.names, residual))
        raise InputError(
            f"STATIONS: the stations and the frame contradict each other (residuals along the line of sight: {listed}; "
            f"{np.median(samples.std_mm):.0f} mm are expected). Look at the sign of the displacement, at jumps of the "
            "stations and at what moves them alone, or tie by one good station with REFERENCE_SERIES."
        )
    terms, covariance, _ = _solve(samples, used)
    empty = np.flatnonzero(~np.isfinite(terms[:, 0]))
    if empty.size:
        from ..dates import date_of

        raise InputError(
            f"STATIONS: no station inside the frame has a position within three days of "
            f"{date_of(float(days[empty[0]]))} ({empty.size} of {days.size} dates): give longer series."
        )
    figures = tuple(_figures(samples, number, used, days) for number in range(len(samples.names)))
    return Tie(terms - terms[0], covariance, figures)


def _differences(samples: StationSamples) -> FloatArray:
    """Return station less frame along the line of sight [station, date]."""
    return np.asarray(samples.up[:, None] * samples.station_mm - samples.frame_mm)


def _design(samples: StationSamples, used: BoolArray) -> FloatArray:
    """Return the terms at the stations [station, term]: a plane only where stations spread in both directions."""
    terms = [np.ones(used.size)]
    if used.sum() >= PLANE_STATIONS:
        east, north = samples.east_km, samples.north_km
        places = np.stack([east[used] - east[used].mean(), north[used] - north[used].mean()], axis=1)
        if np.linalg.cond(places) < 10.0:
            terms += [east, north]
    return np.stack(terms, axis=1)


def _solve(samples: StationSamples, used: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return terms [date, term], their covariance, and the constants of the stations, by alternating least squares."""
    design, values = _design(samples, used), _differences(samples)
    there = np.isfinite(values) & used[:, None]
    weight = np.where(there, 1.0 / samples.std_mm[:, None] ** 2, 0.0)
    n_terms, n_dates = design.shape[1], values.shape[1]
    normal = np.einsum("st,si,sj->tij", weight, design, design)
    enough = np.linalg.matrix_rank(normal) == n_terms
    constant_only = ~enough & (weight.sum(axis=0) > 0)
    normal[constant_only] = 0.0
    normal[constant_only, 0, 0] = weight.sum(axis=0)[constant_only]
    for term in range(1, n_terms):
        normal[constant_only, term, term] = 1e12  # a slope of 0 where a date has too few stations
    inverse = np.full((n_dates, n_terms, n_terms), np.nan)
    known = enough | constant_only
    inverse[known] = np.linalg.inv(normal[known])
    constants = np.zeros(used.size)
    terms = np.full((n_dates, n_terms), np.nan)
    clean = np.where(there, values, 0.0)
    for _ in range(_ROUNDS):
        rhs = np.einsum("st,si->ti", weight * (clean - constants[:, None]), design)
        terms[known] = np.einsum("tij,tj->ti", inverse[known], rhs[known])
        rest = np.where(there, clean - design @ np.nan_to_num(terms).T, 0.0)
        count = np.maximum(there.sum(axis=1), 1)
        new = np.where(used, rest.sum(axis=1) / count, 0.0)
        new -= new[used].mean()
        if np.abs(new - constants).max() < 1e-6:
            break
        constants = new
    return terms, inverse, constants


def _left_out(samples: StationSamples, used: BoolArray) -> FloatArray:
    """Return the root mean square of each station's residual against the tie by the other used ones [station]."""
    return np.array([_residual(samples, number, used)[1] for number in range(used.size)])


def _residual(samples: StationSamples, number: int, used: BoolArray) -> tuple[FloatArray, float]:
    """Return the frame at a station as the others tie it [date], and the residual's root mean square."""
    others = used.copy()
    others[number] = False
    if not others.any():
        return samples.frame_mm[number], 0.0
    terms, _, _ = _solve(samples, others)
    design = np.array([1.0, samples.east_km[number], samples.north_km[number]])[: terms.shape[1]]
    tied = samples.frame_mm[number] + terms @ design
    rest = samples.up[number] * samples.station_mm[number] - tied
    there = np.isfinite(rest)
    return tied, float(np.std(rest[there])) if there.sum() > 1 else 0.0


def _figures(samples: StationSamples, number: int, used: BoolArray, days: FloatArray) -> StationFigures:
    tied, residual = _residual(samples, number, used)
    frame, station = tied / samples.up[number], samples.station_mm[number]
    both = np.isfinite(frame) & np.isfinite(station)
    correlation, scale = _agreement(frame[both], station[both])
    best = (-np.inf, 0.0)
    for lag in _LAGS_DAYS:
        shifted = np.interp(days + lag, days[both], frame[both], left=np.nan, right=np.nan)
        there = both & np.isfinite(shifted)
        if there.sum() >= LEAST_DATES:
            value = _agreement(shifted[there], station[there])[0]
            best = max(best, (value, float(lag)), key=lambda pair: (pair[0], -abs(pair[1])))
    return StationFigures(
        samples.names[number],
        int(both.sum()),
        correlation,
        best[1],
        scale,
        residual_mm=residual,
        used=bool(used[number]),
    )


def _agreement(frame: FloatArray, station: FloatArray) -> tuple[float, float]:
    """Return correlation, and slope of the frame over the station; NaN for fewer than three values."""
    if frame.size < 3 or np.ptp(frame) == 0 or np.ptp(station) == 0:
        return float("nan"), float("nan")
    a, b = frame - frame.mean(), station - station.mean()
    return float(a @ b / np.sqrt((a @ a) * (b @ b))), float(a @ b / (b @ b))


def table_of(figures: Sequence[StationFigures]) -> str:
    """Return the figures as text, a station a line."""
    lines = ["station,n_dates,r,lag_days,scale,residual_mm,used"]
    for figure in figures:
        lines.append(
            f"{figure.name},{figure.n_dates},{figure.correlation:.2f},{figure.lag_days:.0f},{figure.scale:.2f},"
            f"{figure.residual_mm:.1f},{int(figure.used)}"
        )
    return "\n".join(lines)
