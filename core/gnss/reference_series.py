"""The vertical motion of the reference area: a table or the nearest GNSS station, interpolated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files.stations import read_stations
from .formats.columns import TableReading
from .formats.recognise import one_station


@dataclass(frozen=True)
class ReferenceSeries:
    """Vertical motion at the reference.

    Attributes
    ----------
    days : array [time]
        Days since 2000-01-01, rising.
    up_mm : array [time]
        Up positive.
    source : str
        File, for messages.
    station : str
        Name of the station; '' where the series is a table.
    typical_std_mm : float
        Median standard error of a height; NaN where unknown.
    """

    days: FloatArray
    up_mm: FloatArray
    source: str
    station: str = ""
    typical_std_mm: float = float("nan")

    def longest_gap(self, days: FloatArray) -> tuple[float, float] | None:
        """Return the ends of the longest gap between dates of the series that `days` [..] fall into, or None.

        A day that has a date of its own falls into no gap.

        Parameters
        ----------
        days : array [..]
            Days since 2000-01-01.

        Returns
        -------
        (first, last) or None
            Days since 2000-01-01.
        """
        after = np.searchsorted(self.days, days)
        inside = (after > 0) & (after < self.days.size) & ~np.isin(days, self.days)
        if not inside.any():
            return None
        start, stop = self.days[after[inside] - 1], self.days[after[inside]]
        longest = int(np.argmax(stop - start))
        return float(start[longest]), float(stop[longest])

    def at(self, days: FloatArray) -> FloatArray:
        """Return the motion in mm [..] at `days` [..], interpolated linearly between the dates of the series.

        Parameters
        ----------
        days : array [..]
            Days since 2000-01-01.

        Returns
        -------
        array [..]
            Up positive.

        Raises
        ------
        InputError
            Where the series does not reach all of `days`.
        """
        if days.min() < self.days[0] or days.max() > self.days[-1]:
            raise InputError(
                f"{self.source} covers {date_of(self.days[0])} to {date_of(self.days[-1])}, but the displacement needs "
                f"{date_of(float(days.min()))} to {date_of(float(days.max()))}: give a longer series."
            )
        return np.interp(days, self.days, self.up_mm)


def read_reference_series(path: Path, reading: TableReading | None = None) -> ReferenceSeries:
    """Read the series of one station: a table ``date,up_mm``, or any file that the import of GNSS series takes.

    The columns of a table may stand in any order among others and have other names (``time``, ``Up (mm)``, ``u_m``).
    Commas, semicolons, tabs or blanks separate them, lines that begin with ``#`` are remarks, and the rows need no
    order. Rows without a value are left out, rows of one day with different times are averaged.

    Parameters
    ----------
    path : Path
        Of the file.
    reading : TableReading, optional
        Unit and columns of a table that does not say them.

    Raises
    ------
    InputError
        Where the file is missing, has no such columns or no unit, a line cannot be read, or a date has two different
        values.
    """
    station = one_station(Path(path), replace(reading or TableReading(), average_unlike=False))
    known = station.up_std_mm[np.isfinite(station.up_std_mm)]
    std = float(np.median(known)) if known.size else float("nan")
    return ReferenceSeries(station.days, station.up_mm, str(path), typical_std_mm=std)


def nearest_station(path: Path, lon: float, lat: float, days: FloatArray) -> tuple[ReferenceSeries, float]:
    """Return the series of the station nearest to a place, and its distance in km.

    Stations that do not reach all the dates are passed over, and so are those without a place, unless there is only
    one (its distance is NaN then).

    Parameters
    ----------
    path : Path
        File of stations (`docs/files.md`).
    lon, lat : float
        Of the place, in degrees.
    days : array [date]
        That the series must reach.

    Raises
    ------
    InputError
        Where no station has a place and reaches the dates.
    """
    from pyproj import Geod

    stations = read_stations(path)
    best: tuple[ReferenceSeries, float] | None = None
    for number, name in enumerate(stations.names):
        there = np.isfinite(stations.up_mm[number])
        placed = np.isfinite(stations.lon[number] + stations.lat[number]) or len(stations.names) == 1
        own = stations.days[there]
        if not placed or own.size == 0 or own[0] > days.min() or own[-1] < days.max():
            continue
        _, _, metres = Geod(ellps="WGS84").inv(lon, lat, stations.lon[number], stations.lat[number])
        if best is None or metres / 1000 < best[1]:
            known = stations.up_std_mm[number][np.isfinite(stations.up_std_mm[number])]
            std = float(np.median(known)) if known.size else float("nan")
            series = ReferenceSeries(own, stations.up_mm[number, there], f"Station {name} of {path}", name, std)
            best = series, float(metres / 1000)
    if best is None:
        raise InputError(
            f"{path}: none of its stations ({', '.join(stations.names)}) has a place and reaches from "
            f"{date_of(float(days.min()))} to {date_of(float(days.max()))}: import a longer series."
        )
    return best
