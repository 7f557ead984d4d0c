"""Stations in tables: ``[station,lon,lat,]date,up_mm[,up_std_mm]`` and whatever else names its columns and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray, IntArray
from ...dates import date_of, day_number
from ...errors import InputError
from ...files.tables import Table, read_table, table_of
from ...files.text import stem_of
from ..station import Station, daily_means, wrapped
from .columns import (
    AS_THE_FILE_SAYS,
    GIVABLE,
    MILLIMETRES,
    RESIDUAL,
    Columns,
    TableReading,
    columns_of,
    unit_of_word,
    words_of,
)
from .geocentric import height_std, heights, on_the_earth
from .times import DECIMAL_YEAR, GPS_EPOCH_DAY, MJD_OF_2000, day_of_text, days_of_decimal_years, days_of_gps_weeks

WHAT = "a table with the columns station,lon,lat,date,up_mm"
_PLACE = re.compile(r"(lon|lat)\w*\s*[:=]\s*(-?\d+(?:\.\d+)?)", re.IGNORECASE)
_UNIT = re.compile(r"^units?\s*[:=]\s*(\w+)", re.IGNORECASE)
_LEAST_STD_MM, _LARGEST_STD_MM = 0.05, 5000.0
"""Daily heights are known to millimetres: a typical error beyond these is in another unit than its column says."""
_TOLERANCE_MM = 1e-6
_LAST_DAY_OF_WEEK = 6


@dataclass(frozen=True)
class _Layout:
    """What a table's columns are, and in which unit its heights."""

    columns: Columns
    unit: str
    remarked: bool


def read_tables(path: Path, reading: TableReading | None = None) -> list[Station]:
    """Return the stations of a table, with one height for each UTC day.

    Without a column for the station the file is one station with the file's name. Its place is that of the columns
    ``lon`` and ``lat``, of ``x``, ``y`` and ``z``, or of a remark such as ``# lon=100.2 lat=25.6``.

    Parameters
    ----------
    path : Path
        Of the table.
    reading : TableReading
        Unit and columns where the file does not say them.

    Raises
    ------
    InputError
        Where columns or unit are neither in the file nor given, or a line cannot be read.
    """
    return stations_of(read_table(path, WHAT), reading or TableReading())


def stations_of(table: Table, reading: TableReading) -> list[Station]:
    """Return the stations of a table that has been read.

    Parameters
    ----------
    table : Table
        Rows and header.
    reading : TableReading
        What the user said of columns and units.

    Returns
    -------
    list of Station
        Heights in mm.
    """
    if not table.rows:
        raise InputError(f"{table.path} holds no value: give {WHAT}.")
    layout = _layout(table, reading)
    needed = max(layout.columns.places.values())
    for line, cells in table.rows:
        if needed >= len(cells):
            raise InputError(f"{table.path}, line {line}: too few columns ({', '.join(cells)}).")
    days = _days(table, layout.columns)
    names = _names(table, layout.columns)
    stations = []
    for name in dict.fromkeys(names):
        rows = np.flatnonzero(names == name)
        station = _station(table, reading, layout, (name, rows, days[rows]))
        if station is not None:
            stations.append(station)
    if not stations:
        raise InputError(f"{table.path} holds no value: give {WHAT}.")
    return stations


def _layout(table: Table, reading: TableReading) -> _Layout:
    """Return the layout of a table: as given, as its header says or as its remarks say."""
    remarked = _remarked_columns(table)
    names = reading.names or table.header or remarked or _header_in_remarks(table) or _two_columns(table)
    if not names:
        raise InputError(
            f"{table.path} has no line with the names of its columns: give them in their order as COLUMNS, such as "
            f"'date,-,north_m,east_m,up_m' ({GIVABLE}; '-' for one to pass over)."
        )
    columns = columns_of(names, table.path)
    if not columns.has_time and columns.has("day"):  # a column 'day' with whole dates
        columns = Columns(columns.names, {**columns.places, "date": columns.places["day"]}, columns.units)
    if not columns.has_time or not columns.height:
        raise InputError(
            f"{table.path} has the columns {', '.join(names)}: date and up_mm are needed. Give the names of its "
            f"columns in their order as COLUMNS ({GIVABLE}; '-' for one to pass over)."
        )
    own = columns.units.get(columns.height, "") or next(
        (unit_of_word(match.group(1)) for match in map(_UNIT.match, table.remarks) if match), ""
    )
    return _Layout(columns, own if reading.unit == AS_THE_FILE_SAYS else reading.unit, bool(remarked))


def _remarked_columns(table: Table) -> list[str]:
    """Return the names in remarks ``column_names: ...`` with ``columns_index: ...``, as TSAnalyzer writes them."""
    found: dict[str, list[str]] = {}
    for remark in table.remarks:
        key, colon, value = remark.partition(":")
        if colon:
            found.setdefault(key.strip(), value.split())
    names, places = found.get("column_names", []), found.get("columns_index", [])
    if not names or len(names) != len(places) or not all(place.isdigit() for place in places):
        return []
    result = ["-"] * (max(map(int, places)) + 1)
    for name, place in zip(names, places):
        result[int(place)] = name
    return result


def _two_columns(table: Table) -> list[str]:
    """Return the names of a table of a date and one value, whose columns need none."""
    try:
        for _, cells in table.rows:
            if len(cells) != 2:
                return []
            day_of_text(cells[0])
    except InputError:
        return []
    return ["date", "up"]


def _header_in_remarks(table: Table) -> list[str]:
    """Return the names in the last remark that has as many as there are columns, among them a date and a height."""
    for remark in reversed(table.remarks):
        names = table_of(table.path, [(0, remark)], []).header
        if len(names) == len(table.rows[0][1]):
            columns = columns_of(names, table.path)
            if columns.has_time and columns.height:
                return names
    return []


def _names(table: Table, columns: Columns) -> npt.NDArray[np.object_]:
    if not columns.has("station"):
        return np.array([stem_of(table.path)] * len(table.rows), dtype=object)
    place = columns.places["station"]
    return np.array([cells[place] for _, cells in table.rows], dtype=object)


def _days(table: Table, columns: Columns) -> FloatArray:
    """Return the days of all rows, with the fraction where the rows have a time of day."""
    places = columns.places
    if columns.has("date"):
        texts = [(line, cells[places["date"]]) for line, cells in table.rows]
        if all(DECIMAL_YEAR.fullmatch(text.strip()) for _, text in texts):
            return days_of_decimal_years(np.array([float(text) for _, text in texts]), table.path)
        return np.array([_day(table, line, text) for line, text in texts])
    if columns.has("year", "doy"):
        year, doy = _numbers(table, places["year"]), _numbers(table, places["doy"])
        return np.array([day_number(date(int(y), 1, 1)) for y in year]) + doy - 1.0
    if columns.has("year", "month", "day"):
        triples = zip(*(_numbers(table, places[role]) for role in ("year", "month", "day")))
        try:
            return np.array([float(day_number(date(int(y), int(m), int(d)))) for y, m, d in triples])
        except ValueError as error:
            raise InputError(f"{table.path}: its years, months and days are no dates ({error}): see COLUMNS.") from None
    if columns.has("mjd"):
        return _numbers(table, places["mjd"]) - MJD_OF_2000
    if columns.has("year"):
        return days_of_decimal_years(_numbers(table, places["year"]), table.path)
    weeks = _numbers(table, places["week"])
    day_of_week = next((role for role in ("dow", "day") if columns.has(role)), "")
    if not day_of_week:
        return days_of_gps_weeks(weeks, table.path)
    days = np.floor(_numbers(table, places[day_of_week]))
    if np.any((days < 0) | (days > _LAST_DAY_OF_WEEK)):
        raise InputError(
            f"{table.path}: its days of the GPS week run from {np.nanmin(days):g} to {np.nanmax(days):g}; they are 0 "
            "(Sunday) to 6. Name the columns by COLUMNS."
        )
    return np.asarray(GPS_EPOCH_DAY + 7.0 * weeks + days)


def _day(table: Table, line: int, text: str) -> float:
    try:
        return day_of_text(text)
    except InputError as error:
        raise InputError(f"{table.path}, line {line}: {error}") from None


def _numbers(table: Table, place: int, rows: IntArray | None = None) -> FloatArray:
    """Return a column as numbers, NaN where empty; only `rows` of it where they are given."""
    chosen = table.rows if rows is None else [table.rows[row] for row in rows]
    return np.array([table.number(cells[place], line) for line, cells in chosen])


def _station(
    table: Table, reading: TableReading, layout: _Layout, part: tuple[str, IntArray, FloatArray]
) -> Station | None:
    """Return one station, or None where it has no height."""
    name, rows, days = part
    columns = layout.columns
    notes = [*_note_on_residuals(table, columns)]
    if columns.is_geocentric:
        up, std, place = _geocentric(table, layout, rows)
    else:
        scale = _scale(table, layout)
        up = scale * _numbers(table, columns.places[columns.height], rows)
        std = _std(table, layout, scale, rows)
        place = _place(table, columns, rows)
    up, note = _without_fills(up, f"{table.path}, station {name}")
    notes += [note] if note else []
    there = np.isfinite(up) & np.isfinite(days)
    if not there.any():
        return None
    _check_spread(table, reading, layout, std)
    days, up, std = days[there], up[there], std[there]
    order = np.lexsort((up, days))
    days, up, std = days[order], up[order], std[order]
    same = np.append(False, np.diff(days) == 0)
    alike = same & (np.abs(np.diff(up, prepend=np.nan)) <= _TOLERANCE_MM)
    if not reading.average_unlike and np.any(same & ~alike):
        day = date_of(float(days[np.flatnonzero(same & ~alike)[0]]))
        raise InputError(f"{table.path} has two values for {day}: keep one line for each date.")
    days, up, std = daily_means(days[~alike], up[~alike], std[~alike])
    return Station(name, *place, days, up, std, notes=tuple(notes))


def _note_on_residuals(table: Table, columns: Columns) -> list[str]:
    name = columns.names[columns.places[columns.height]]
    if not RESIDUAL & set(words_of(name)):
        return []
    return [
        f"{table.path}: its heights are residuals ('{name}'): trend and jumps were taken out before, and with them "
        "what water has in common with a trend. The velocity says nothing here."
    ]


def _scale(table: Table, layout: _Layout) -> float:
    if not layout.unit:
        name = layout.columns.names[layout.columns.places[layout.columns.height]]
        raise InputError(
            f"{table.path} does not say in which unit its column '{name}' is: give UNIT (mm, cm or m), or write "
            f"it into the column's name ({name}_mm, {name}_m)."
        )
    return MILLIMETRES[layout.unit]


def _std(table: Table, layout: _Layout, scale: float, rows: IntArray) -> FloatArray:
    columns = layout.columns
    role = next((role for role in (f"{columns.height}_std", "up_std") if columns.has(role)), "")
    if not role:
        return np.full(len(rows), np.nan)
    own = columns.units.get(role, "")
    std = (MILLIMETRES[own] if own else scale) * _numbers(table, columns.places[role], rows)
    return np.where(std >= 0, std, np.nan)


def _geocentric(table: Table, layout: _Layout, rows: IntArray) -> tuple[FloatArray, FloatArray, tuple[float, float]]:
    """Return heights, their standard deviations in mm, and the place, of x, y and z."""
    columns = layout.columns
    factor = MILLIMETRES[layout.unit] / 1000.0 if layout.unit else 1.0
    xyz = factor * np.column_stack([_numbers(table, columns.places[axis], rows) for axis in ("x", "y", "z")])
    there = np.all(np.isfinite(xyz), axis=1)
    if not on_the_earth(xyz[there]):
        raise InputError(
            f"{table.path}: x, y and z are no metres from the Earth's centre. If they are motions in a local system, "
            "name the one that points up by COLUMNS ('date,east,north,up_m'); if the unit is another, give UNIT."
        )
    up, std = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    up[there], place = heights(xyz[there])
    if columns.has("x_std", "y_std", "z_std"):
        spread = factor * np.column_stack([_numbers(table, columns.places[f"{a}_std"], rows) for a in "xyz"])
        std = height_std(spread, None, place)
    return up, std, place


def _place(table: Table, columns: Columns, rows: IntArray) -> tuple[float, float]:
    if columns.has("lon", "lat"):
        last = rows[-1:]
        lon, lat = (float(_numbers(table, columns.places[role], last)[0]) for role in ("lon", "lat"))
        if not (-180.0 <= lon <= 360.0 and -90.0 <= lat <= 90.0):
            raise InputError(
                f"{table.path}: lon {lon:g} and lat {lat:g} are no degrees: name the columns by COLUMNS if they are "
                "something else."
            )
        return wrapped(lon), lat
    found = {key.lower(): float(value) for remark in table.remarks for key, value in _PLACE.findall(remark)}
    return wrapped(found["lon"]) if "lon" in found else np.nan, found.get("lat", np.nan)


def _without_fills(up: FloatArray, source: str) -> tuple[FloatArray, str]:
    """Return heights without values that only say that there is none, and a note on them."""
    known = up[np.isfinite(up)]
    if known.size == 0:
        return up, ""
    middle = float(np.median(known))
    usual = max(10.0 * float(np.median(np.abs(known - middle))), 1.0)
    text = np.abs(up)
    fill = np.isin(text, _FILLS) | np.isin(text / 10.0, _FILLS) | np.isin(text / 1000.0, _FILLS)
    fill &= np.abs(up - middle) > usual
    if not fill.any():
        return up, ""
    note = f"{source}: {int(fill.sum())} rows with {up[fill][0]:g} mm were left out: they stand for 'no value'."
    return np.where(fill, np.nan, up), note


_FILLS = (99.0, 99.99, 999.0, 999.9, 999.99, 9999.0, 9999.9, 9999.99, 99999.0, 999999.0, 32767.0, 1e20, 1e30)


def _check_spread(table: Table, reading: TableReading, layout: _Layout, std: FloatArray) -> None:
    """Refuse a unit that the standard deviations contradict."""
    known = std[np.isfinite(std) & (std > 0)]
    if known.size == 0 or reading.unit != AS_THE_FILE_SAYS or not layout.remarked:
        return
    typical = float(np.median(known))
    if not _LEAST_STD_MM <= typical <= _LARGEST_STD_MM:
        raise InputError(
            f"{table.path} says that it is in {layout.unit}, but its standard deviations were {typical:.2g} mm then: "
            "give the unit that it is in as UNIT."
        )
