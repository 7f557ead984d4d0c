"""What a user's files hold, found quickly and before any step runs: dates, gaps, months."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..dates import date_of, day_number
from ..errors import InputError
from ..files import netcdf
from ..files.raster import GEOGRAPHIC
from ..files.recognition import recognise
from ..files.stations import read_stations
from ..geodesy import transform_points
from ..gnss.reference_series import read_reference_series
from ..grace.recognition import ReadOptions, open_product
from ..grid.regions import read_polygons
from ..insar.delays.gacos import find_delays
from ..insar.frames.finding import find_any_frame
from ..insar.frames.pair_reading import read_header
from ..insar.frames.pairs import Frame
from ..land.parameter_files import read_parameters
from ..land.time_axis import files_in
from ..land.weather_opening import open_weather
from ..language import tr
from ..work.progress import SilentProgress


@dataclass(frozen=True)
class Finding:
    """What was found in one input.

    Attributes
    ----------
    text : str
        In a sentence or two.
    usable : bool
        False where the study cannot use it.
    first, last : float
        First and last day that it covers, counted from 2000-01-01; NaN where that is not known.
    box : (west, east, south, north) or None
        What it covers, in degrees; None where that is not known.
    """

    text: str
    usable: bool = True
    first: float = math.nan
    last: float = math.nan
    box: tuple[float, float, float, float] | None = None


def frame_finding(folder: Path) -> Finding:
    """Say what a folder of interferograms holds, from its names alone.

    Parameters
    ----------
    folder : Path
        As the user chose it.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        frame = find_any_frame(folder)
    except InputError as error:
        return Finding(str(error), False)
    if not frame.pairs:
        return Finding(tr("No usable interferogram among {count} entries.").format(count=len(frame.skipped)), False)
    days = np.unique([day_number(day) for pair in frame.pairs for day in (pair.reference, pair.secondary)])
    gap = int(np.argmax(np.diff(days)))
    texts = [
        tr(
            "Frame {name}: {pairs} interferograms of {dates} dates, {first} to {last}; the longest gap is {gap} days "
            "from {start}."
        ).format(
            name=frame.name,
            pairs=len(frame.pairs),
            dates=days.size,
            first=date_of(days[0]),
            last=date_of(days[-1]),
            gap=int(days[gap + 1] - days[gap]),
            start=date_of(days[gap]),
        )
    ]
    if frame.skipped:
        texts.append(tr("Entries that are no usable pairs: {count}.").format(count=len(frame.skipped)))
    if not any("U" in files for files in frame.geometry):
        texts.append(tr("No line-of-sight vectors (E, N, U): one angle will stand for the whole frame."))
    return Finding(" ".join(texts), True, float(days[0]), float(days[-1]), _box_of(frame))


def _box_of(frame: Frame) -> tuple[float, float, float, float] | None:
    """Return what the first interferogram covers, in degrees; None where its header cannot be read."""
    try:
        grid = read_header(frame.pairs[0].unwrapped)
    except InputError:
        return None
    x = grid.x_min + grid.dx * grid.columns * np.array([0.0, 1.0, 0.0, 1.0])
    y = grid.y_max - grid.dy * grid.rows * np.array([0.0, 0.0, 1.0, 1.0])
    lon, lat = transform_points(x, y, grid.crs, GEOGRAPHIC)
    return float(lon.min()), float(lon.max()), float(lat.min()), float(lat.max())


def product_finding(path: Path) -> Finding:
    """Say which finished displacement product a file or folder is.

    Parameters
    ----------
    path : Path
        As the user chose it.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        found = recognise(path)
    except InputError as error:
        return Finding(str(error), False)
    if found is None:
        return Finding(tr("No displacement product that is known here."), False)
    if found.step != "importdisplacement":
        return Finding("", False)
    return Finding(f"{found.title[:1].upper()}{found.title[1:]}. {found.note}".strip())


def is_vertical_product(path: Path) -> bool:
    """Return whether a product holds vertical motion already: level 3 of the European Ground Motion Service.

    Parameters
    ----------
    path : Path
        File or folder.

    Returns
    -------
    bool
        False where the names do not say so.
    """
    names = [path.name, *(one.name for one in path.iterdir())] if path.is_dir() else [path.name]
    return any("EGMS_L3" in name.upper() for name in names)


def region_finding(path: Path) -> Finding:
    """Say where the polygons of a file lie.

    Parameters
    ----------
    path : Path
        Vector file.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        corners = np.concatenate(read_polygons(path).rings)
    except InputError as error:
        return Finding(str(error), False)
    west, south = corners.min(axis=0)
    east, north = corners.max(axis=0)
    text = tr("Polygons from {west:.2f} to {east:.2f} E and {south:.2f} to {north:.2f} N.")
    text = text.format(west=west, east=east, south=south, north=north)
    return Finding(text, box=(float(west), float(east), float(south), float(north)))


def delays_finding(folder: Path, frame: Path) -> Finding:
    """Say for how many of a frame's dates a folder has GACOS delays.

    Parameters
    ----------
    folder : Path
        With GACOS delays.
    frame : Path
        Folder of interferograms.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        delays = find_delays(folder)
        pairs = find_any_frame(frame).pairs
    except InputError as error:
        return Finding(str(error), False)
    dates = {day for pair in pairs for day in (pair.reference, pair.secondary)}
    there = len(dates & delays.keys())
    text = tr("Delays for {there} of the frame's {dates} dates.").format(there=there, dates=len(dates))
    return Finding(text, there > 0)


def series_finding(path: Path) -> Finding:
    """Say which dates the vertical series of the reference area has.

    Parameters
    ----------
    path : Path
        Table, or file of stations.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    if path.suffix in (".nc", ".nc4"):
        return Finding(tr("A file of stations: the one nearest to the reference area is taken."))
    try:
        series = read_reference_series(path)
    except InputError as error:
        return Finding(str(error), False)
    first, last = date_of(series.days[0]), date_of(series.days[-1])
    text = tr("{dates} dates, {first} to {last}; range {size:.0f} mm.")
    text = text.format(dates=series.days.size, first=first, last=last, size=np.ptp(series.up_mm))
    return Finding(text, True, float(series.days[0]), float(series.days[-1]))


def storage_finding(path: Path) -> Finding:
    """Say which dates and variables the output of a land model has, from its first and last file.

    Parameters
    ----------
    path : Path
        File or folder of files.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        files = files_in([path])
        with netcdf.open_dataset(files[0]) as dataset:
            first = netcdf.read_days(dataset).min()
            names = [name for name, variable in dataset.variables.items() if variable.ndim >= 3]
        with netcdf.open_dataset(files[-1]) as dataset:
            last = netcdf.read_days(dataset).max()
    except InputError as error:
        return Finding(str(error), False)
    shown = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")
    if len(files) > 1:
        text = tr("{files} files, {first} to {last}; variables {names}.")
    else:
        text = tr("{first} to {last}; variables {names}.")
    text = text.format(files=len(files), first=date_of(first), last=date_of(last), names=shown)
    return Finding(text, True, float(first), float(last))


def parameters_finding(path: Path) -> Finding:
    """Say how many columns of the land model a file describes, and where.

    Parameters
    ----------
    path : Path
        NetCDF of parameters.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        tiles = read_parameters(path)
    except InputError as error:
        return Finding(str(error), False)
    lon, lat = tiles.lon_lat
    text = tr("{count} columns on the EASE-Grid 2.0 {grid}, {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N.")
    return Finding(
        text.format(
            count=tiles.count,
            grid=tiles.ease_grid,
            west=lon.min(),
            east=lon.max(),
            south=lat.min(),
            north=lat.max(),
        )
    )


def weather_finding(path: Path, parameters: Path) -> Finding:
    """Say which days the weather covers at the columns of a file of parameters.

    Parameters
    ----------
    path : Path
        File or folder of weather.
    parameters : Path
        NetCDF of parameters, whose columns it must cover.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        with open_weather(path, read_parameters(parameters)) as weather:
            timing, product = weather.timing, weather.name
    except InputError as error:
        return Finding(str(error), False)
    first, last = date_of(timing.start), date_of(timing.start + timing.step * (timing.count - 1))
    text = tr("{name}: {first} to {last}, every {hours:g} hours.")
    text = text.format(name=Path(product).name, first=first, last=last, hours=24 * timing.step)
    return Finding(text, True, timing.start, timing.start + timing.step * (timing.count - 1))


def stations_finding(path: Path) -> Finding:
    """Say how many stations a file holds, and which dates; of series that are still to be imported, what they are.

    Parameters
    ----------
    path : Path
        From `importgnss`, or series as downloaded.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        series = None if path.suffix in (".nc", ".nc4") else recognise(path)
        if series is not None and series.step == "importgnss":
            return Finding(tr("{name}: imported first.").format(name=series.title))
        stations = read_stations(path)
    except InputError as error:
        return Finding(str(error), False)
    first, last = date_of(stations.days[0]), date_of(stations.days[-1])
    if len(stations.names) == 1:
        text = tr("1 station: {names}; {dates} dates, {first} to {last}.")
    else:
        text = tr("{count} stations: {names}; {dates} dates, {first} to {last}.")
    shown = ", ".join(stations.names[:6]) + (", ..." if len(stations.names) > 6 else "")
    text = text.format(count=len(stations.names), names=shown, dates=stations.days.size, first=first, last=last)
    return Finding(text, True, float(stations.days[0]), float(stations.days[-1]))


def grace_finding(path: Path) -> Finding:
    """Say which product and months a GRACE file or folder holds.

    Parameters
    ----------
    path : Path
        File or folder of a product.

    Returns
    -------
    Finding
        What it holds, or what is wrong with it, in a sentence.
    """
    try:
        with open_product(path, ReadOptions(), SilentProgress()) as product:
            windows, months = product.solutions.windows, np.unique(product.solutions.months)
            name = product.name
    except InputError as error:
        return Finding(str(error), False)
    missing = int(months[-1] - months[0] + 1 - months.size)
    if missing:
        text = tr("{name}: {months} months, {first} to {last}; {missing} months between them are missing.")
    else:
        text = tr("{name}: {months} months, {first} to {last}.")
    first, last = date_of(windows.min()), date_of(windows.max() - 1)
    text = text.format(name=name, months=months.size, first=first, last=last, missing=missing)
    return Finding(text, True, float(windows.min()), float(windows.max() - 1))
