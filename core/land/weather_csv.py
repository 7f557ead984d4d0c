"""Weather of one place out of a CSV table."""

from __future__ import annotations

import csv
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import EPOCH
from ..errors import InputError
from .weather import RANGES, Timing, Values

_OPTIONAL = ("Rainf_C", "Snowf")


class CsvWeather:
    """Weather of one place, the same for all columns.

    Parameters
    ----------
    path : Path
        Table with the header ``time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind[,Rainf_C]``; the time is the
        beginning of the interval, ISO 8601, UTC unless it says otherwise. Comments begin with ``#``; ``# RefH=10``
        is read.
    tiles : int
        Number of columns.

    Raises
    ------
    InputError
        Where the table cannot be read.
    """

    at_stamp: frozenset[str] = frozenset()
    synthetic = False

    def __init__(self, path: Path, tiles: int) -> None:
        self.name, self._tiles = str(path), tiles
        lines = _lines(path)
        self.height = _height(lines, path)
        rows = list(csv.DictReader(line for line in lines if line.strip() and not line.lstrip().startswith("#")))
        if len(rows) < 2:
            raise InputError(f"{path} has fewer than two rows of weather.")
        missing = [name for name in ("time", *RANGES) if name not in rows[0] and name not in _OPTIONAL]
        if missing:
            raise InputError(f"{path} has no column {', '.join(missing)}: see docs/files.md for the header.")
        days = np.array([_day(row["time"], path, number) for number, row in enumerate(rows)])
        self.timing = _timing(days, path)
        self._values = {name: _column(rows, name, path) for name in RANGES if name in rows[0]}

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


def _height(lines: list[str], path: Path) -> float:
    for line in lines:
        key, _, value = line.lstrip("# ").partition("=")
        if line.lstrip().startswith("#") and key.strip() == "RefH":
            try:
                return float(value)
            except ValueError:
                raise InputError(f"{path}: RefH={value.strip()} is not a height in metres.") from None
    return 10.0


def _day(text: str, path: Path, number: int) -> float:
    try:
        moment = datetime.fromisoformat((text or "").strip().replace("Z", "+00:00"))
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
