"""Weather of one place out of a CSV table: Groundswell's own, or FLUXNET's."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import EPOCH
from ..errors import InputError
from .weather import RANGES, Timing, Values
from .weather_meaning import WeatherOptions
from .weather_products import humidity_of_dew_point

_OPTIONAL = ("Rainf_C", "Snowf")
_DEFAULT_HEIGHT = 10.0  # m
_MISSING = -9990.0  # FLUXNET's -9999, and below
_STAMP = "%Y%m%d%H%M"
# FLUXNET2015 and ONEFlux, half-hourly and hourly: gap-filled first, then as measured; all in the units of its
# documentation: degC, W m-2, hPa, kPa, mm per interval, m s-1.
_FLUXNET: dict[str, tuple[str, ...]] = {
    "temperature": ("TA_F", "TA_F_MDS", "TA_ERA", "TA"),
    "deficit": ("VPD_F", "VPD_F_MDS", "VPD_ERA", "VPD"),
    "pressure": ("PA_F", "PA_ERA", "PA"),
    "rain": ("P_F", "P_ERA", "P"),
    "LWdown": ("LW_IN_F", "LW_IN_F_MDS", "LW_IN_ERA", "LW_IN"),
    "SWdown": ("SW_IN_F", "SW_IN_F_MDS", "SW_IN_ERA", "SW_IN"),
    "Wind": ("WS_F", "WS_ERA", "WS"),
}


class CsvWeather:
    """Weather of one place, the same for all columns.

    Parameters
    ----------
    path : Path
        Table with the header ``time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind[,Rainf_C]``; the time is the
        beginning of the interval, ISO 8601, UTC unless it says otherwise. Comments begin with ``#``; ``# RefH=10``
        is read. Or a table of FLUXNET2015 (``TIMESTAMP_START,TIMESTAMP_END,TA_F,...``), in local standard time.
    tiles : int
        Number of columns.
    options : WeatherOptions
        What the table does not say.

    Raises
    ------
    InputError
        Where the table cannot be read.
    """

    at_stamp: frozenset[str] = frozenset()
    synthetic = False

    def __init__(self, path: Path, tiles: int, options: WeatherOptions | None = None) -> None:
        options = options or WeatherOptions()
        self.name, self._tiles = str(path), tiles
        self.notes: list[str] = []
        self.local = ""
        lines = _lines(path)
        rows = _rows([line for line in lines if line.strip() and not line.lstrip().startswith("#")])
        if len(rows) < 2:
            raise InputError(f"{path} has fewer than two rows of weather.")
        fluxnet = "TIMESTAMP_START" in rows[0]
        height = _height(lines, path)
        if fluxnet and not options.height and height is None:
            self.notes.append(
                f"{path}: FLUXNET's tables do not give the height of the tower; {_DEFAULT_HEIGHT:g} m was taken. Give "
                "WEATHER_HEIGHT."
            )
        self.height: float = options.height or height or _DEFAULT_HEIGHT
        days = _fluxnet_days(rows, path) if fluxnet else _own_days(rows, path)
        if fluxnet and options.utc_offset is None:
            self.local = "FLUXNET's tables are in local standard time"
        elif options.utc_offset is not None:
            days = days - options.utc_offset / 24.0
        self.timing = _timing(days, path)
        self._values = _fluxnet_values(rows, path, self.timing.step) if fluxnet else _own_values(rows, path)

    def read(self, first: int, count: int) -> Values:
        """Return weather [interval, tile]."""
        return {
            name: np.repeat(values[first : first + count, None], self._tiles, axis=1)
            for name, values in self._values.items()
        }


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a table: {error}.") from error


def _rows(lines: list[str]) -> list[dict[str, str]]:
    """Return the rows by column; semicolons between columns allow for decimal commas."""
    if not lines or ";" not in lines[0]:
        return list(csv.DictReader(lines))
    rows = csv.DictReader(lines, delimiter=";")
    return [{name: (value or "").replace(",", ".") for name, value in row.items() if name} for row in rows]


def _height(lines: list[str], path: Path) -> float | None:
    for line in lines:
        key, _, value = line.lstrip("# ").partition("=")
        if line.lstrip().startswith("#") and key.strip() == "RefH":
            try:
                return float(value)
            except ValueError:
                raise InputError(f"{path}: RefH={value.strip()} is not a height in metres.") from None
    return None


def _own_days(rows: list[dict[str, str]], path: Path) -> FloatArray:
    if "TIMESTAMP" in rows[0]:
        raise InputError(
            f"{path} is a daily or longer table of FLUXNET (TIMESTAMP): the model needs the course of the day. Give "
            "the half-hourly (HH) or hourly (HR) table."
        )
    missing = [name for name in ("time", *RANGES) if name not in rows[0] and name not in _OPTIONAL]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}: see docs/files.md for the header.")
    return np.array([_day(row["time"], path, number, _iso) for number, row in enumerate(rows)])


def _own_values(rows: list[dict[str, str]], path: Path) -> dict[str, FloatArray]:
    return {name: _column(rows, name, path) for name in RANGES if name in rows[0]}


def _fluxnet_days(rows: list[dict[str, str]], path: Path) -> FloatArray:
    return np.array([_day(row["TIMESTAMP_START"], path, number, _compact) for number, row in enumerate(rows)])


def _fluxnet_values(rows: list[dict[str, str]], path: Path, step: float) -> dict[str, FloatArray]:
    """Return the model's variables; humidity from the vapour pressure deficit, precipitation without phase."""
    found: dict[str, FloatArray] = {}
    for name, candidates in _FLUXNET.items():
        column = next((candidate for candidate in candidates if candidate in rows[0]), "")
        if not column:
            raise InputError(f"{path}: this table of FLUXNET has no {' or '.join(candidates)}: '{name}' is needed.")
        values = _column(rows, column, path)
        found[name] = np.where(values <= _MISSING, np.nan, values)
    kelvin, pressure = found["temperature"] + 273.15, found["pressure"] * 1000.0
    saturated = humidity_of_dew_point(kelvin, pressure)
    # Specific humidity of a vapour pressure e is eps e / (p - (1 - eps) e); the deficit is taken off e itself.
    vapour = saturated * pressure / (0.622 + 0.378 * saturated) - found["deficit"] * 100.0
    humidity = 0.622 * np.maximum(vapour, 0.0) / (pressure - 0.378 * np.maximum(vapour, 0.0))
    return {
        "Tair": kelvin,
        "Qair": humidity,
        "Psurf": pressure,
        "Rainf": found["rain"] / (step * 86400.0),
        "LWdown": found["LWdown"],
        "SWdown": found["SWdown"],
        "Wind": found["Wind"],
    }


def _iso(text: str) -> datetime:
    # "Z" and fractions of seconds of other lengths are not ISO 8601 to Python before 3.11.
    return datetime.fromisoformat(re.sub(r"Z$", "+00:00", text))


def _compact(text: str) -> datetime:
    return datetime.strptime(text.split(".")[0], _STAMP)


def _day(text: str, path: Path, number: int, read: Callable[[str], datetime]) -> float:
    try:
        moment = read((text or "").strip())
    except ValueError:
        raise InputError(f"{path}: '{text}' in row {number + 1} is no time: write it as 2018-12-31T00:30.") from None
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return (moment - datetime(EPOCH.year, EPOCH.month, EPOCH.day)).total_seconds() / 86400.0


def _timing(days: FloatArray, path: Path) -> Timing:
    steps = np.diff(days)
    step = float(np.median(steps))
    off = np.flatnonzero(np.abs(steps - step) > 1e-4)
    if off.size or step <= 0:
        row = int(off[0]) + 2 if off.size else 2
        raise InputError(f"{path}: the times are not equally spaced at row {row}: fill the gap or sort the table.")
    if abs(round(1.0 / step) - 1.0 / step) > 1e-3:
        raise InputError(f"{path}: a step of {step * 24:g} h does not divide the day.")
    return Timing(float(days[0]), 1.0 / round(1.0 / step), days.size)


def _column(rows: list[dict[str, str]], name: str, path: Path) -> FloatArray:
    values = np.full(len(rows), np.nan)
    for number, row in enumerate(rows):
        text = (row[name] or "").strip()
        if text and text.lower() not in ("nan", "na"):
            try:
                values[number] = float(text)
            except ValueError:
                raise InputError(f"{path}: '{text}' in row {number + 1}, column '{name}', is no number.") from None
    return values
