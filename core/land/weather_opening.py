"""Opening weather of whichever kind at columns, its clock brought to UTC, and checking it before a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..work.progress import Progress, SilentProgress
from .containers import ARCHIVES, GRIB_SUFFIXES, SUFFIXES
from .precipitation import ReplacedPrecipitation
from .tiles import Tiles
from .time_axis import files_in
from .weather import WeatherSource
from .weather_check import check_weather, refuse_impossible
from .weather_clock import in_utc
from .weather_csv import CsvWeather
from .weather_files import NetcdfWeather
from .weather_meaning import WeatherOptions
from .weather_places import Places, places_of_weather, with_data


def check_before_run(source: WeatherSource, tiles: Tiles, progress: Progress, stop: bool = True) -> None:
    """Say how the weather's files were understood, warn of what is unusual in it, and refuse what is impossible.

    Raises
    ------
    InputError
        Where the weather cannot be that of the columns' place and `stop` is set.
    """
    for note in source.notes:
        progress.warn(note)
    refuse_impossible(check_weather(source, *tiles.lon_lat, SilentProgress()), progress, stop)


@contextmanager
def open_weather(
    path: Path, tiles: Tiles | Places, precipitation: Path | None = None, options: WeatherOptions | None = None
) -> Iterator[WeatherSource]:
    """Open weather of whichever kind, with precipitation of another source where one is given.

    Parameters
    ----------
    path : Path
        File or folder.
    tiles : Tiles or Places
        Columns, or places without parameters.
    precipitation : Path, optional
        File or folder of precipitation to use instead of the weather's.
    options : WeatherOptions, optional
        What the files do not say.
    """
    options = options or WeatherOptions()
    with ExitStack() as opened:
        source = _in_utc(Path(path), tiles, options, opened)
        if precipitation is not None:
            source = ReplacedPrecipitation(source, _in_utc(Path(precipitation), tiles, options, opened))
        yield source


def places_with_weather(path: Path, ease_grid: str, options: WeatherOptions) -> Places:
    """Return places spread over what weather covers at which it has data.

    Raises
    ------
    InputError
        Where the files do not say where they lie, or have no data.
    """
    places = places_of_weather(Path(path), ease_grid)
    with ExitStack() as opened:
        # The clock needs data, so that the places are looked at before it.
        files = files_in([Path(path)], (*SUFFIXES, *GRIB_SUFFIXES, *ARCHIVES))
        source = NetcdfWeather(files, places.grid, places.row, places.column, options)
        opened.callback(source.close)
        finite = np.isfinite(source.read(0, 1)["Tair"][0])
    if not finite.any():
        raise InputError(f"{path} has no data at places spread over what it covers: give PARAMETERS.")
    return with_data(places, finite)


def _in_utc(path: Path, tiles: Tiles | Places, options: WeatherOptions, opened: ExitStack) -> WeatherSource:
    """Open one file or folder and bring its clock to UTC."""
    source: CsvWeather | NetcdfWeather
    if path.suffix.lower() in (".csv", ".txt"):
        source = CsvWeather(path, tiles.count, options)
    else:
        files = files_in([path], (*SUFFIXES, *GRIB_SUFFIXES, *ARCHIVES))
        source = NetcdfWeather(files, tiles.grid, tiles.row, tiles.column, options)
        opened.callback(source.close)
    return in_utc(source, source.local, *tiles.lon_lat, source.notes)
