"""The season-aware prior of a storage series, and the errors of the data: sizes, and what is believed of them.

The error of a storage series is taken as

    s(x, t) = a(x) S(x, t) + b(x) dS/dt(x, t) + l(x, t) + r(x, t) + q(x, t),

with S its own season: a and b are a part common to all cells and a field, constant in time; l is a yearly wave that
the series lacks in places (snow in mountains that it smooths away); r forgets within weeks, q within years. Sizes that
the data can tell are estimated with log-normal hyperpriors (:mod:`..information.likelihood`); a common factor or shift
is a single draw, whose variance nothing can tell.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from types import MappingProxyType

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError


@dataclass(frozen=True)
class Sizes:
    """Standard deviations, lengths and memories of the prior and of the data's errors.

    Attributes
    ----------
    season_common, season_field : float
        Of the factor a on the season, common to all cells and varying (1).
    shift_common, shift_field : float
        Of b (days).
    season_length_km : float
        Of the fields of a and b.
    season_local_mm, season_local_km : float
        Of l.
    fast_mm, fast_length_km, fast_memory_days : float
        Of r.
    slow_mm, slow_length_km, slow_memory_days : float
        Of q.
    constant_mm : float
        Of the datum of each point in time.
    station_factor : float
        On the stations' own errors.
    station_slow_mm, station_memory_days : float
        Error of a station that stays for months.
    station_season_mm : float
        Yearly error of a station's own.
    station_slope_mm_yr : float
        Motion of a station that is no load.
    frame_own_mm, frame_air_mm, frame_length_km : float
        Error of a frame's cell: its own, and that of the air with its length.
    frame_tie_mm : float
        Error common to a tied frame at an epoch.
    frame_plane_mm : float
        Planes at each epoch, per 100 km along each axis.
    frame_slope_mm_yr : float
        Motion of a cell that is no load.
    grace_factor : float
        On GRACE's errors.
    grace_length_km : float
        Of GRACE's errors.
    """

    season_common: float = 0.40
    season_field: float = 0.15
    shift_common: float = 10.0
    shift_field: float = 5.0
    season_length_km: float = 800.0
    season_local_mm: float = 8.0
    season_local_km: float = 300.0
    fast_mm: float = 25.0
    fast_length_km: float = 400.0
    fast_memory_days: float = 60.0
    slow_mm: float = 25.0
    slow_length_km: float = 800.0
    slow_memory_days: float = 400.0
    constant_mm: float = 100.0
    station_factor: float = 1.0
    station_slow_mm: float = 0.8
    station_memory_days: float = 60.0
    station_season_mm: float = 0.3
    station_slope_mm_yr: float = 0.3
    frame_own_mm: float = 2.0
    frame_air_mm: float = 4.0
    frame_length_km: float = 60.0
    frame_tie_mm: float = 4.0
    frame_plane_mm: float = 0.3
    frame_slope_mm_yr: float = 0.5
    grace_factor: float = 1.0
    grace_length_km: float = 400.0

    def __post_init__(self) -> None:
        """Hold that every size is a number, 0 or more."""
        for field in fields(self):
            value = getattr(self, field.name)
            if not 0 <= value < float("inf"):
                raise InputError(f"{field.name} of the season-aware prior must be 0 or more, not {value}.")

    def changed(self, names: tuple[str, ...], logarithms: FloatArray) -> Sizes:
        """Return sizes in which those named have the given logarithms; the field of b goes with that of a."""
        values = {name: float(np.exp(value)) for name, value in zip(names, logarithms)}
        if "season_field" in values:
            values["shift_field"] = self.shift_field * values["season_field"] / self.season_field
        return replace(self, **values)

    def changed_to(self, **values: float) -> Sizes:
        """Return sizes of which some have other values."""
        return replace(self, **values)

    def logarithms(self, names: tuple[str, ...]) -> FloatArray:
        """Return the logarithms of the sizes named."""
        return np.log([getattr(self, name) for name in names])

    def without_season(self) -> Sizes:
        """Return sizes with which the season stays as it is: no factor, no shift."""
        return replace(
            self, season_common=0.0, season_field=0.0, shift_common=0.0, shift_field=0.0, season_local_mm=0.0
        )


SPREAD = MappingProxyType(
    {
        "season_field": 1.6,
        "season_local_mm": 2.5,
        "fast_mm": 2.0,
        "fast_length_km": 1.6,
        "fast_memory_days": 2.0,
        "slow_mm": 2.5,
        "station_factor": 1.5,
        "station_slow_mm": 1.6,
        "station_season_mm": 2.5,
        "station_slope_mm_yr": 3.0,
        "frame_own_mm": 1.8,
        "frame_air_mm": 1.8,
        "frame_length_km": 1.6,
        "frame_tie_mm": 2.0,
        "frame_plane_mm": 3.0,
        "frame_slope_mm_yr": 2.5,
        "grace_factor": 1.5,
    }
)
"""Log-normal hyperpriors of what is estimated: the factor that is one standard deviation of the logarithm."""
