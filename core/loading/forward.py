"""Storage files to files of vertical displacement."""

from __future__ import annotations

import math
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import EAST_DISPLACEMENT, VERTICAL_DISPLACEMENT
from ..files.outputs import check_room
from ..geodesy import EARTH_RADIUS, half_chord_squared, unit_vectors
from ..work.progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from .background import BackgroundLoad
from .cells import GridCells, authalic_latitude, grid_cells
from .disk import vertical_response
from .displacement_grid import is_displacement
from .earth_choice import Earth
from .horizontal import HorizontalOperator
from .lakes import LakeLoad
from .load_file import LoadFile, open_load
from .love_numbers import LoveNumbers
from .operator import LoadOperator

CELL_SHAPES = ("exact", "equal_area_disk", "paper_disk")
"""``exact``: near cells with their edges; ``equal_area_disk``: all cells as disks; ``paper_disk``: of 14 km."""
PAPER_RADIUS = 14_000.0
_COPIED = ("ease_grid", "ease_row0", "ease_col0", "synthetic", "product")
_HORIZONTAL = (EAST_DISPLACEMENT, "north_displacement")
_LARGE_LOAD = 2_000_000.0
_CRUST_PART = 0.3
"""Part of the progress: Love numbers of a crustal column."""


@dataclass(frozen=True)
class ForwardOptions:
    """How displacement is computed.

    Attributes
    ----------
    earth : Earth
        Behind the load Love numbers.
    cutoff_km : float, optional
        Cells further away than this do not count; None: all count.
    cells : str
        One of :data:`CELL_SHAPES`.
    frame : str
        Origin of degree 1: CE (centre of mass of the solid Earth), CM (of Earth and load), CF (of figure), CH or CL.
    background : Path, optional
        Storage around the area of the input, on any grid.
    lakes, lake_levels : Path, optional
        Polygons of lakes that rise and fall together, and their level along time (:mod:`.lakes`).
    land, coast : Path, optional
        For pressure of the air: mask or polygons of land; polygons where there is neither that nor the file's own.
    horizontal : bool
        Write the eastward and northward displacement too (of the load itself and what is around it).
    points : tuple of (name, longitude, latitude)
        Where the displacement is wanted, degrees; the cells' centres where empty.
    unit : str
        The parameter `UNIT`: of the storage (and displacement) where a file does not say it.
    """

    earth: Earth = field(default_factory=Earth)
    cutoff_km: float | None = None
    cells: str = "exact"
    frame: str = "CE"
    background: Path | None = None
    lakes: Path | None = None
    lake_levels: Path | None = None
    points: tuple[tuple[str, float, float], ...] = ()
    unit: str = ""
    land: Path | None = None
    coast: Path | None = None
    horizontal: bool = False

    def __post_init__(self) -> None:
        """Check what belongs together."""
        if self.cells not in CELL_SHAPES:
            raise InputError(f"CELLS must be one of {', '.join(CELL_SHAPES)}; it is '{self.cells}'.")
        if (self.lakes is None) != (self.lake_levels is None):
            raise InputError("LAKES needs LAKE_LEVELS (a table of date,level_m), and the other way round.")


def forward_model(
    storage_path: Path, output_path: Path, options: ForwardOptions | None = None, progress: Progress | None = None
) -> None:
    """Write the vertical displacement that the load of a file causes, on its grid or at points.

    Every member and time of ``tws`` [member, time, y, x] or [time, y, x] (mm), or of a pressure, becomes
    ``vertical_displacement`` (mm, up positive), degree 0 dropped. Cells that have no
    value at any time (sea, or beyond the model) are no load; a cell that misses some times only is an error.

    Parameters
    ----------
    storage_path, output_path : Path
        Storage (or pressure) file and result.
    options : ForwardOptions, optional
        Earth, cells, further loads, points.
    progress : Progress, optional
        Of the caller; receives the warnings on what is missing.

    Raises
    ------
    InputError
        Where an input cannot be read, is not in mm or misses values.
    """
    options = options or ForwardOptions()
    progress = SilentProgress() if progress is None else progress
    if is_displacement(storage_path):
        raise InputError(
            f"{storage_path} holds displacement, no load: give the observations that it is to be subtracted from as "
            "OBSERVATIONS."
        )
    with ExitStack() as files:
        opened = files.enter_context(open_load(storage_path, options.unit, progress))
        load = LoadFile(opened, progress, options.land, options.coast)
        around = None
        if options.background is not None:
            around = LoadFile(files.enter_context(open_load(options.background, options.unit, progress)), progress)
        lon, lat = _targets(grid_cells(load.grid), grid_cells((around or load).grid), options)
        terms = LoadTerms(load, around, lon, lat, options, progress=progress)
        target = files.enter_context(
            netcdf.create(
                output_path,
                f"Vertical displacement by the load of {_words(load)}",
                "forwardmodel",
                f"EARTH_MODEL={options.earth.title}, CUTOFF={options.cutoff_km or 'none'}, CELLS={options.cells}",
            )
        )
        _prepare(load, target, options)
        _fill(load, target, terms, PartOf(progress, _CRUST_PART if options.earth.crust else 0.0, 1.0), options)


class LoadTerms:
    """Everything that moves the points.

    Parameters
    ----------
    load : LoadFile
        Storage or pressure.
    around : LoadFile, optional
        Storage around it.
    lon, lat : array [point]
        Degrees on the authalic sphere.
    options : ForwardOptions
        Earth, cells, cut-off, lakes.
    progress : Progress
        Of the caller; is warned where the load ends near by.

    Attributes
    ----------
    missing, total : float
        Sums of squares of what the cut-off lost so far and of all displacement.
    """

    def __init__(
        self,
        load: LoadFile,
        around: LoadFile | None,
        lon: FloatArray,
        lat: FloatArray,
        options: ForwardOptions,
        *,
        progress: Progress,
    ) -> None:
        crust_part = PartOf(progress, 0.0, _CRUST_PART)
        love_numbers = options.earth.numbers(crust_part)
        love_numbers = love_numbers.in_frame(options.frame)
        cells = grid_cells(load.grid)
        if options.horizontal and options.lakes is not None:
            progress.warn("The horizontal displacement is that of the storage alone: lakes are not in it.")
        warn_of_edge(cells, grid_cells((around or load).grid), love_numbers, progress)
        loaded = cells.part(load.loaded)
        shapes = loaded if options.cells == "exact" else None
        radius = PAPER_RADIUS if options.cells == "paper_disk" else loaded.radius

        def build(cutoff: float | None) -> LoadOperator:
            return LoadOperator(
                loaded.lon, loaded.lat, radius, lon, lat, love_numbers=love_numbers, cutoff=cutoff, cell_shapes=shapes
            )

        self._full = build(None)
        self._cut = None if options.cutoff_km is None else build(1e3 * options.cutoff_km)
        self._around = None if around is None else BackgroundLoad(around, load, lon, lat, love_numbers)
        self._horizontal = self._around_horizontal = None
        if options.horizontal:
            self._horizontal = HorizontalOperator(loaded, lon, lat, love_numbers)
            if around is not None:
                self._around_horizontal = BackgroundLoad(
                    around, load, lon, lat, love_numbers, operator_of=HorizontalOperator
                )
        self._lakes = None
        if options.lakes is not None and options.lake_levels is not None:
            self._lakes = LakeLoad(options.lakes, options.lake_levels, lon, lat, love_numbers)
        self.missing = self.total = 0.0

    def of_fields(self, fields: FloatArray) -> FloatArray:
        """Return the displacement [.., point] by the load itself [.., cell]."""
        result = self._full.apply(fields)
        if self._cut is not None:
            near = self._cut.apply(fields)
            self.missing += float(np.sum((result - near) ** 2))
            self.total += float(np.sum(result**2))
            return near
        return result

    def horizontal(self, fields: FloatArray, days: FloatArray, members: slice | None) -> FloatArray:
        """Return the eastward, then northward displacement [.., time, 2 * point] by the load and what is around it."""
        assert self._horizontal is not None
        result = self._horizontal.apply(fields)
        if self._around_horizontal is not None:
            result = result + self._around_horizontal.displacement(days, members)
        return result

    def others(self, days: FloatArray, members: slice | None) -> FloatArray:
        """Return the displacement [.., time, point], or something of that shape, by what is around and lakes."""
        result = np.zeros((1, 1))
        if self._around is not None:
            result = result + self._around.displacement(days, members)
        if self._lakes is not None:
            result = result + self._lakes.displacement(days)
        return result


def _targets(cells: GridCells, outer: GridCells, options: ForwardOptions) -> tuple[FloatArray, FloatArray]:
    """Return where the displacement is wanted, on the authalic sphere."""
    if not options.points:
        return cells.lon, cells.lat
    lon, lat = np.array([point[1:] for point in options.points], np.float64).T
    if not np.all(np.isfinite((lon, lat))) or np.abs(lat).max() > 90 or np.abs(lon).max() > 360:
        raise InputError("POINTS must be longitudes and latitudes in degrees.")
    lat = authalic_latitude(lat)
    west = float((outer.lon - outer.half_width).min())
    width = float((outer.lon + outer.half_width).max()) - west
    inside = (lat >= outer.south.min()) & (lat <= outer.north.max()) & (np.mod(lon - west, 360.0) <= width)
    if not inside.all():
        names = ", ".join(point[0] for point, found in zip(options.points, inside) if not found)
        raise InputError(
            f"Points outside the grid of the storage: {names}. The load around them is unknown: leave them out, or "
            "give a BACKGROUND that holds them."
        )
    return lon, lat


def _fill(load: LoadFile, target: Dataset, terms: LoadTerms, progress: Progress, options: ForwardOptions) -> None:
    """Fill the output block by block in time, and say what the cut-off loses."""
    variable = target.variables[VERTICAL_DISPLACEMENT]
    places = variable.shape[-1:] if options.points else variable.shape[-2:]
    for index, done in load.blocks():
        stop_if_cancelled(progress)
        members = index[0] if len(index) == 2 else None
        fields, days = load.read(index), load.days[index[-1]]
        displacement = terms.of_fields(fields) + terms.others(days, members)
        check_room(target.filepath())
        variable[index] = displacement.reshape(*displacement.shape[:-1], *places)
        if options.horizontal:
            parts = np.split(terms.horizontal(fields, days, members), 2, axis=-1)
            for name, part in zip(_HORIZONTAL, parts):
                target.variables[name][index] = part.reshape(*part.shape[:-1], *places)
        progress.report(done, "Storage to displacement")
    if terms.total > 0:
        lost = math.sqrt(terms.missing / terms.total)
        target.cutoff_lost_fraction = lost
        progress.warn(
            f"The cut-off at {options.cutoff_km:g} km loses {100 * lost:.0f} % of this load's displacement "
            "(root mean square over all places and dates)."
        )


def _words(load: LoadFile) -> str:
    return f"the pressure '{load.name}'" if load.is_pressure else "terrestrial water storage"


def _prepare(load: LoadFile, target: Dataset, options: ForwardOptions) -> None:
    """Write everything but the displacement."""
    source = load.dataset
    netcdf.copy_attributes(source, target, _COPIED if not options.points else ("synthetic", "product"))
    netcdf.extend_history(target, source)
    target.earth_model = options.earth.title
    target.setncatts({"love_number_frame": options.frame, "degree_zero": "dropped", "cell_shapes": options.cells})
    target.cutoff_km = math.nan if options.cutoff_km is None else float(options.cutoff_km)
    for name, path in (("background", options.background), ("lakes", options.lakes)):
        if path is not None:
            target.setncattr(name, Path(path).name)
    if load.is_pressure:
        target.removed_mean = "of every cell's pressure"
    if load.is_air:
        target.inverted_barometer = f"over sea by {load.land_from}" if load.land_from else "not applied"
    bounds = netcdf.read_float(source, "time_bnds") if "time_bnds" in source.variables else None
    if options.points:
        places: tuple[str, ...] = ("station",)
        _write_stations(target, options)
    else:
        places = ("y", "x")
        netcdf.write_grid(target, load.grid)
    netcdf.write_time(target, load.days, bounds)
    if load.members:
        target.createDimension("member", load.members)
    ahead = ("member", "time") if load.members else ("time",)
    chunks = (1,) * len(ahead) + load.grid.shape if not options.points else None
    words = f"vertical displacement by the load of {_words(load)}, up positive"
    variable = netcdf.add_variable(target, VERTICAL_DISPLACEMENT, (*ahead, *places), "mm", words, chunks=chunks)
    named = [variable]
    for name, direction in zip(_HORIZONTAL, ("eastward", "northward")) if options.horizontal else ():
        words = f"{direction} displacement by the load of {_words(load)}"
        named.append(netcdf.add_variable(target, name, (*ahead, *places), "mm", words, chunks=chunks))
    if options.points:
        for one in named:
            one.coordinates = "station_name lon lat"


def _write_stations(target: Dataset, options: ForwardOptions) -> None:
    """Write names and places of points, as a CF collection of time series."""
    target.featureType = "timeSeries"
    target.createDimension("station", len(options.points))
    names = target.createVariable("station_name", str, ("station",))
    names.setncatts({"long_name": "name of the point", "cf_role": "timeseries_id"})
    names[:] = np.array([point[0] for point in options.points], dtype=object)
    for number, (name, units, words) in enumerate(
        (("lon", "degrees_east", "longitude"), ("lat", "degrees_north", "latitude")), 1
    ):
        variable = netcdf.add_variable(target, name, ("station",), units, words, dtype="f8")
        variable.standard_name = words
        variable[:] = np.array([point[number] for point in options.points])


def warn_of_edge(inner: GridCells, outer: GridCells, love_numbers: LoveNumbers, progress: Progress) -> None:
    """Warn where a load that goes on beyond all that is given would move the middle of the inner cells much.

    The measure is a uniform load: what a cap of 2000 km moves its centre, and the part of it that comes
    from beyond the nearest edge of the outer cells.
    """
    reach = min(edge_distance(inner, outer), _LARGE_LOAD)
    if reach <= 0:
        progress.warn("The background does not surround the study area: storage beyond its edge counts as none.")
        return
    within, whole = (float(vertical_response(0.0, radius, love_numbers)) for radius in (reach, _LARGE_LOAD))
    share = 1 - within / whole
    if share > 0.05:
        progress.warn(
            f"Storage beyond the file's edge counts as none, and the edge is {reach / 1e3:.0f} km from the middle: "
            f"were the load to go on to 2000 km, up to {100 * share:.0f} % of the displacement would be missing. "
            "Give storage over a larger area, at least 1000 km around the place of interest, or a BACKGROUND."
        )


def edge_distance(inner: GridCells, outer: GridCells) -> float:
    """Return the distance (m) from the middle of the inner cells to the nearest edge of the outer ones; 0 outside."""
    lon = (inner.lon.min() + inner.lon.max()) / 2
    lat = (inner.south.min() + inner.north.max()) / 2
    south, north = outer.south.min(), outer.north.max()
    west = float((outer.lon - outer.half_width).min())
    width = float((outer.lon + outer.half_width).max()) - west
    away = [lat - south if south > -89.9 else math.inf, north - lat if north < 89.9 else math.inf]
    if width < 359.9:
        east_of_west = (lon - west) % 360.0
        away += [east_of_west, width - east_of_west]
    if min(away) <= 0:
        return 0.0
    away = [math.radians(value) for value in away[:2]] + [_to_meridian(lat, value) for value in away[2:]]
    return min(away) * EARTH_RADIUS


def _to_meridian(lat: float, difference: float) -> float:
    """Return the angle from a place to a meridian `difference` degrees away, along the sphere."""
    here = unit_vectors(np.array([0.0]), np.array([lat]))
    there = unit_vectors(np.full(181, min(difference, 180.0)), np.linspace(-90, 90, 181))
    return 2 * math.asin(math.sqrt(float(half_chord_squared(here, there).min())))
