"""The synthetic study area, and series out of files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .shared import PathLike, WarningProgress

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ..core.example.study_area import StudyArea
    from ..core.extraction.points import PointSeries


@dataclass(frozen=True)
class Series:
    """A variable of a file along time.

    Attributes
    ----------
    dates : datetime64 array [time]
        Of the values.
    values : array [[member,] time, y, x]
        In `unit`; NaN is missing.
    lon, lat : array [y, x]
        Centres of the cells, degrees.
    unit : str
        Of the values.
    """

    dates: npt.NDArray[np.datetime64]
    values: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    unit: str


def create_example(folder: PathLike, preset: str = "small", seed: int | None = None, world: str = "large") -> StudyArea:
    """Make the synthetic study area with known truth (``createexample``).

    Parameters
    ----------
    folder : path
        New or empty.
    preset : str
        ``tiny``, ``small`` or ``paper``.
    seed : int, optional
        Of all random numbers.
    world : str
        What the land model gets wrong: ``large``, ``right``, ``small``, ``varied``, ``years``, ``trend``, ``rain``,
        ``stations``, ``ramp`` or ``catchment``.

    Returns
    -------
    StudyArea
        Paths of its files, place of the reference.
    """
    from ..core.example.create import create_example as step
    from ..core.example.presets import DEFAULT_SEED

    chosen = DEFAULT_SEED if seed is None else seed
    return step(Path(folder), preset, chosen, WarningProgress(), world_name=world)


def extract_series(
    path: PathLike, points: Sequence[tuple[str, float, float]], output: PathLike, unit: str = ""
) -> list[PointSeries]:
    """Extract the series of a file at points (``extractseries``).

    Parameters
    ----------
    path : path
        Any file of the chain with a time axis.
    points : sequence of (name, longitude, latitude)
        Degrees.
    output : path
        Table (.csv).
    unit : str
        Where the file has none.

    Returns
    -------
    list of PointSeries
        The main quantity at each point inside.
    """
    from ..core.extraction.points import extract_series as step

    return step(Path(path), list(points), Path(output), WarningProgress(), unit)


def read_series(path: PathLike, variable: str, unit: str = "") -> Series:
    """Read a variable of a file of the chain as arrays.

    Parameters
    ----------
    path : path
        Series, gridded displacement, storage, GRACE or analysis.
    variable : str
        Such as ``tws_analysis``.
    unit : str
        Where the file has none.

    Returns
    -------
    Series
        Dates, values in the unit of the chain (mm), places.
    """
    from ..core.dates import to_datetime64
    from ..core.files import netcdf

    with netcdf.open_chain_file(Path(path), [variable], unit, WarningProgress().warn) as dataset:
        lon, lat = netcdf.read_grid(dataset).lon_lat()
        values = netcdf.read_float(dataset, variable)
        return Series(to_datetime64(netcdf.read_days(dataset)), values, lon, lat, str(dataset[variable].units))
