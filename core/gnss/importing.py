"""GNSS position series to the file of stations, and one station's series as reference of a displacement."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.outputs import write_text
from ..files.stations import Stations, write_stations
from ..files.text import suffix_of
from ..work.blocks import report_each
from ..work.progress import PartOf, Progress
from .cleaning import Cleaned, CleaningOptions, CorrectedStep, clean
from .formats.columns import TableReading
from .formats.nevada import read_steps
from .formats.places import is_place_list, read_places
from .formats.recognise import SUFFIXES, first_place, read_stations_of
from .sampling import regular_days, sampled
from .station import Station, Step
from .trends import LEAST_IN_COMMON, Trend, common_mode, trend_of

_STEP_LIST = "steps.txt"
_LONG_NAME = re.compile(r"\w{4}\d\d[A-Z]{3}")
"""Names of nine characters since RINEX 3: the four of old, monument, receiver and country."""
_LEAST_DAYS = 2
_MOST_NAMED = 3


@dataclass(frozen=True)
class GnssOptions:
    """What to import and how to clean it.

    Attributes
    ----------
    extent : (west, east, south, north) or None
        In degrees: only stations inside; None for all, also those without a place.
    start, end : date or None
        First and last date, both included; None for no limit.
    mean_days : int
        Length of the means: 1 for daily heights, 12 for the revisit time of Sentinel-1.
    epochs : Path, optional
        A file with a time axis (such as a displacement series): means are centred on its dates.
    cleaning : CleaningOptions
        Outliers and jumps.
    reading : TableReading
        Unit and columns of tables that do not say them.
    """

    extent: tuple[float, float, float, float] | None = None
    start: date | None = None
    end: date | None = None
    mean_days: int = 1
    epochs: Path | None = None
    cleaning: CleaningOptions = field(default_factory=CleaningOptions)
    reading: TableReading = field(default_factory=TableReading)

    def __post_init__(self) -> None:
        """Refuse means over no day and periods that end before they begin."""
        if self.mean_days < 1:
            raise InputError("Means need at least one day.")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InputError(f"END ({self.end}) is before START ({self.start}).")


@dataclass(frozen=True)
class StationSummary:
    """One station of the result.

    Attributes
    ----------
    name : str
        Of the station.
    lon, lat : float
        Degrees.
    n_days : int
        Daily heights used.
    first, last : date
        Of them.
    velocity_mm_yr, velocity_std_mm_yr : float
        Trend by MIDAS, and its standard error; of series too short for it, of the joint fit.
    annual_amplitude_mm : float
        NaN where the series is shorter than a year and a half.
    n_outliers, n_steps : int
        Days left out, jumps taken away.
    n_proposed, n_earthquakes : int
        Jumps that no list names and that were left in; earthquakes whose motion was left in.
    """

    name: str
    lon: float
    lat: float
    n_days: int
    first: date
    last: date
    velocity_mm_yr: float
    annual_amplitude_mm: float
    n_outliers: int
    n_steps: int
    velocity_std_mm_yr: float = float("nan")
    n_proposed: int = 0
    n_earthquakes: int = 0


@dataclass(frozen=True)
class GnssResult:
    """What came out.

    Attributes
    ----------
    stations : tuple of StationSummary
        In the order of the file.
    days : array [time]
        Dates of the file.
    up_mm : array [station, time]
        Heights of the file.
    """

    stations: tuple[StationSummary, ...]
    days: FloatArray
    up_mm: FloatArray


def import_gnss(paths: list[Path], output: Path, options: GnssOptions, progress: Progress) -> GnssResult:
    """Write the file of stations (`docs/files.md`).

    Parameters
    ----------
    paths : list of Path
        Files or folders: series of the Nevada Geodetic Laboratory (``tenv3``, ``tenv``, ``txyz2``), PBO ``.pos``,
        EarthScope's CSV, JPL ``.series``, SIO ``.neu``, TMS, earth-fixed coordinates, tables
        ``station,lon,lat,date,up_mm``; the laboratory's step list ``steps.txt``; lists of places.
    output : Path
        File of stations.
    options : GnssOptions
        Period, means and cleaning.
    progress : Progress
        Called after every station; warned of jumps that were taken away and of files that could not be read.

    Raises
    ------
    InputError
        Where no series can be read or none lies in the period.
    """
    raw = _in_period(_read(paths, options, PartOf(progress, 0.0, 0.5)), options)
    cleaned = []
    for station in report_each(raw, PartOf(progress, 0.5, 0.9), "Looking for outliers and jumps"):
        cleaned.append(clean(station, options.cleaning))
    _tell(cleaned, progress)
    days = _days(raw, options)
    pairs = [sampled(one.station, days, options.mean_days) for one in cleaned]
    up, std = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])
    if not np.isfinite(up).any():
        raise InputError("No station has enough heights for a mean: choose shorter means or other dates.")
    names = tuple(one.station.name for one in cleaned)
    lon, lat = np.array([station.lon for station in raw]), np.array([station.lat for station in raw])
    trends = [trend_of(one) for one in cleaned]
    with netcdf.create(output, "Vertical positions of GNSS stations", "importgnss", _parameters(options)) as dataset:
        write_stations(dataset, Stations(names, lon, lat, days, up, up_std_mm=std))
        _write_trends(dataset, trends)
        if len(cleaned) >= LEAST_IN_COMMON:
            _write_common_mode(dataset, common_mode(cleaned, trends, days))
        dataset.setncatts(
            {
                "mean_days": options.mean_days,
                "corrected_steps": _steps_as_json({one.station.name: one.steps for one in cleaned}),
                "proposed_steps": _steps_as_json({one.station.name: one.proposed for one in cleaned}),
            }
        )
    return GnssResult(tuple(_summary(one, trend) for one, trend in zip(cleaned, trends)), days, up)


def _write_trends(dataset: Dataset, trends: list[Trend]) -> None:
    for name, words, values in (
        ("velocity", "vertical trend by MIDAS", [trend.velocity_mm_yr for trend in trends]),
        ("velocity_std", "standard error of the trend", [trend.velocity_std_mm_yr for trend in trends]),
    ):
        netcdf.add_variable(dataset, name, ("station",), "mm/yr", words)[:] = np.array(values)


def _write_common_mode(dataset: Dataset, values: FloatArray) -> None:
    words = "median of the stations' residuals after trend, seasons and jumps: shown, not removed from 'up'"
    netcdf.add_variable(dataset, "common_mode", ("time",), "mm", words)[:] = values


def write_reference_series(result: GnssResult, name: str, path: Path) -> str:
    """Write the heights of one station as table ``date,up_mm``, and return its name.

    Parameters
    ----------
    result : GnssResult
        From :func:`import_gnss`.
    name : str
        Of the station; '' where there is only one.
    path : Path
        Table.

    Raises
    ------
    InputError
        Where there is no such station, or there are several and none is named.
    """
    names = [station.name for station in result.stations]
    if not name and len(names) > 1:
        raise InputError(f"There are several stations: choose one of {', '.join(names)} as STATION.")
    wanted = name or names[0]
    found = [number for number, other in enumerate(names) if other.lower() == wanted.lower()]
    if not found:
        raise InputError(f"There is no station '{wanted}' (STATION): choose one of {', '.join(names)}.")
    up = result.up_mm[found[0]]
    lines = [f"{date_of(day).isoformat()},{value:.3f}\n" for day, value in zip(result.days, up) if np.isfinite(value)]
    write_text(path, "date,up_mm\n" + "".join(lines))
    return names[found[0]]


def _read(paths: list[Path], options: GnssOptions, progress: Progress) -> list[Station]:
    """Return the stations inside the extent, with their known steps; files that cannot be read are warned of."""
    series, lists, places = _files(paths)
    steps = [read_steps(path) for path in lists]
    known_places: dict[str, tuple[float, float]] = {}
    for path in places:
        known_places.update(read_places(path))
    stations: dict[str, Station] = {}
    problems: list[str] = []
    for path in report_each(series, progress, "Reading stations"):
        try:
            found = _stations_in(path, options, known_places)
        except InputError as error:
            problems.append(str(error))
            continue
        for station in found:
            if station.name in stations:
                problems.append(f"{path}: station {station.name} comes twice; the first file counts.")
            else:
                stations[station.name] = _with_steps(station, steps)
    if not stations:
        raise InputError(" ".join(problems[:3]) or "No station lies inside EXTENT: choose a larger one.")
    for problem in (*problems, *(note for station in stations.values() for note in station.notes)):
        progress.warn(problem)
    return [stations[name] for name in sorted(stations)]


def _stations_in(path: Path, options: GnssOptions, places: dict[str, tuple[float, float]]) -> list[Station]:
    """Return the stations of a file that lie inside the extent; series elsewhere are not read to their end."""
    first = first_place(path, options.reading)
    if first is not None and not _inside(*first, options):
        return []
    found = []
    for one in read_stations_of(path, options.reading):
        if not np.isfinite(one.lon + one.lat):
            at = next((places[name] for name in _names_of(one.name) if name in places), (one.lon, one.lat))
            one = replace(one, lon=at[0], lat=at[1])
        if _inside(one.lon, one.lat, options):
            found.append(one)
    return found


def _names_of(name: str) -> list[str]:
    """Return the names that a list may have a station under: its own, and the first four of nine characters."""
    own = name.upper()
    return [own, own[:4]] if _LONG_NAME.fullmatch(own) else [own]


def _inside(lon: float, lat: float, options: GnssOptions) -> bool:
    if options.extent is None:
        return True
    west, east, south, north = options.extent
    return south <= lat <= north and (lon - west) % 360.0 <= (east - west) % 360.0


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Path], list[Path]]:
    """Return the files with series, the step lists and the lists of places."""
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files += sorted(file for file in path.rglob("*") if file.is_file() and suffix_of(file) in SUFFIXES)
        elif path.exists():
            files.append(path)
        else:
            raise InputError(f"{path} does not exist: choose files or a folder of GNSS series.")
    lists = [path for path in files if path.name.lower() == _STEP_LIST]
    files = [path for path in files if path.name.lower() != _STEP_LIST and not path.name.lower().startswith("readme")]
    places = [path for path in files if is_place_list(path)]
    series = [path for path in files if path not in places]
    if not series:
        raise InputError(
            f"{', '.join(map(str, paths))} holds no GNSS series ({', '.join(SUFFIXES)}): choose files of the Nevada "
            "Geodetic Laboratory (tenv3), of another centre, or tables with the columns station,lon,lat,date,up_mm."
        )
    return series, lists, places


def _with_steps(station: Station, lists: list[dict[str, list[Step]]]) -> Station:
    """Return a station with its listed steps; nine characters and their first four are the same station."""
    listed: list[Step] = []
    for steps in lists:
        names = _names_of(station.name)
        longer = [name for name in steps if len(names) == 1 and name[:4] == names[0] and _LONG_NAME.fullmatch(name)]
        found = next((steps[name] for name in names if name in steps), None)
        listed += found if found is not None else [step for name in longer for step in steps[name]]
    return replace(station, known_steps=(*listed, *station.known_steps))


def _in_period(stations: list[Station], options: GnssOptions) -> list[Station]:
    """Return the stations with days in the period, cut to it."""
    first = -np.inf if options.start is None else day_number(options.start)
    last = np.inf if options.end is None else day_number(options.end)
    kept = []
    for one in stations:
        inside = (one.days >= first) & (one.days < last + 1)
        if inside.sum() >= _LEAST_DAYS:
            days, up, std = one.days[inside], one.up_mm[inside], one.up_std_mm[inside]
            kept.append(replace(one, days=days, up_mm=up, up_std_mm=std))
    if not kept:
        days = np.concatenate([one.days for one in stations])
        raise InputError(
            f"The stations have heights from {date_of(days.min())} to {date_of(days.max())}, fewer than {_LEAST_DAYS} "
            f"of them from {options.start or 'the beginning'} to {options.end or 'the end'}: change START and END."
        )
    return kept


def _days(stations: list[Station], options: GnssOptions) -> FloatArray:
    if options.epochs is None:
        return regular_days(stations, options.mean_days)
    with netcdf.open_dataset(options.epochs, ["time"]) as dataset:
        return np.floor(netcdf.read_days(dataset))


def _parameters(options: GnssOptions) -> str:
    epochs = f", EPOCHS={options.epochs.name}" if options.epochs else ""
    return (
        f"MEAN_DAYS={options.mean_days}{epochs}, LEAST_STEP={options.cleaning.least_step_mm:g}, "
        f"UNLISTED={options.cleaning.correct_unlisted_steps}, EARTHQUAKES={options.cleaning.correct_earthquakes}"
    )


def _tell(cleaned: list[Cleaned], progress: Progress) -> None:
    for one in cleaned:
        name = one.station.name
        for step in one.steps:
            progress.warn(
                f"{name}: a jump of {step.size_mm:+.1f} mm on {date_of(step.day)} was taken away ({step.cause})."
            )
        for step in one.proposed:
            progress.warn(
                f"{name}: the height may jump by {step.size_mm:+.1f} mm (+-{step.std_mm:.1f}) on {date_of(step.day)}, "
                "which no list names: it was left in, since water can do such things too. Look at the series; list the "
                "date in steps.txt, or set UNLISTED, to take it away."
            )
        if one.unjudged:
            dates = ", ".join(f"{date_of(step.day)} ({step.cause})" for step in one.unjudged[:_MOST_NAMED])
            more = f" and {len(one.unjudged) - _MOST_NAMED} more" if len(one.unjudged) > _MOST_NAMED else ""
            progress.warn(f"{name}: the height may jump on {dates}{more}, but too few days lie beside it to tell.")
        if not np.isfinite(one.station.lon + one.station.lat):
            progress.warn(f"{name} has no place: give columns lon and lat, or a remark '# lon=100.2 lat=25.6'.")


def _steps_as_json(steps: dict[str, tuple[CorrectedStep, ...]]) -> str:
    return json.dumps(
        {
            name: [
                {"date": str(date_of(step.day)), "size_mm": round(step.size_mm, 2), "cause": step.cause} for step in own
            ]
            for name, own in steps.items()
            if own
        }
    )


def _summary(one: Cleaned, trend: Trend) -> StationSummary:
    station = one.station
    return StationSummary(
        name=station.name,
        lon=station.lon,
        lat=station.lat,
        n_days=station.days.size,
        first=date_of(station.days[0]),
        last=date_of(station.days[-1]),
        velocity_mm_yr=trend.velocity_mm_yr,
        annual_amplitude_mm=trend.annual_mm,
        n_outliers=one.n_outliers,
        n_steps=len(one.steps),
        velocity_std_mm_yr=trend.velocity_std_mm_yr,
        n_proposed=len(one.proposed),
        n_earthquakes=len(one.kept),
    )
