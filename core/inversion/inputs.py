"""The data of an inversion: frames, stations and GRACE on one list, with what maps storage to them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from ..arrays import FloatArray
from ..assimilation.frames import FrameFile
from ..assimilation.inputs.observations import Observations, StationPoints, merged, read_observations
from ..assimilation.inputs.stated_errors import StatedErrors, read_stated_errors, stated_reference
from ..assimilation.inputs.station_points import joined, station_observations
from ..dates import in_periods
from ..errors import InputError
from ..files.netcdf import open_chain_file, read_grid
from ..files.raster import RasterGrid
from ..files.stations import read_stations
from ..loading.background import BackgroundLoad, covered_part
from ..loading.cells import authalic_latitude, grid_cells
from ..loading.load_file import LoadFile, open_load
from ..loading.love_numbers import LoveNumbers
from ..loading.operator import LoadOperator
from ..work.blocks import slices_in_order
from ..work.progress import Progress, stop_if_cancelled
from .cell_blocks import CellBlocks, blocks_of_cells
from .data import InversionData
from .data_checks import MOST_DATA, check_data, check_room_for, precision
from .data_errors import DataErrors, frame_errors, joined_errors, station_errors
from .domain import Domain, make_domain, window_around
from .grace_rows import GraceRows, grace_rows
from .options import InversionInputs, StorageInversionOptions

_POINTS_AT_ONCE = 64


def read_data(
    inputs: InversionInputs, options: StorageInversionOptions, progress: Progress
) -> tuple[InversionData, Domain]:
    """Read all files of an inversion.

    Parameters
    ----------
    inputs : InversionInputs
        Paths.
    options : StorageInversionOptions
        Choices.
    progress : Progress
        Hears warnings and how far the work is.

    Returns
    -------
    (InversionData, Domain)
        Data of all kinds on common epochs, and the window around them.

    Raises
    ------
    InputError
        Where a file cannot be used, or data are too few or too many.
    """
    frames = _frame_files(inputs, options, progress)
    lon, lat = _places(frames, inputs.stations, options)
    grid = window_around(lon, lat, options.buffer_km, options.grid)
    with ExitStack() as files:
        background = None
        if inputs.background is not None:
            background = LoadFile(files.enter_context(open_load(inputs.background, options.unit, progress)), progress)
        domain = make_domain(grid, lon, lat, inputs.region, inputs.land, background=background)
        observed, stated = _observations(frames, inputs, options, grid, progress)
        numbers = options.earth.numbers(progress).in_frame(options.frame)
        single = _points(observed, domain)
        blocks = blocks_of_cells(observed, MOST_DATA)
        if blocks is not None:
            observed = blocks.averaged(observed, progress)
        check_room_for(observed, domain, options.workers, progress)
        points = _points(observed, domain)
        outside = np.zeros((points[0].size, observed.days.size))
        if background is not None:
            outside = _outside(background, domain, points, observed.days, numbers).T
    values = observed.values.T - outside
    operator = _operator(domain, single, numbers, blocks, options.workers, progress=progress)
    count = observed.rows.size if observed.stations is None else observed.rows.size - len(observed.stations.names)
    names = _names(observed, count)
    parts, free = [], np.zeros((len(names), 0))
    if observed.frames is not None and count:
        errors, patterns = frame_errors(
            points[0][:count],
            observed_lat(observed, domain)[:count],
            observed.frames,
            options,
            stated,
        )
        parts.append(errors if blocks is None else blocks.errors(errors))
        free = np.zeros((len(names), patterns.shape[1]))
        free[:count] = patterns
    if observed.stations is not None:
        parts.append(station_errors(observed.stations.std, options))
    rows = None if inputs.grace is None else grace_rows(inputs.grace, domain, observed.days, options, progress)
    everything = _with_grace(values, outside, operator, names, parts, free=free, rows=rows)
    values, outside, operator, names, parts, free = everything
    latitude = observed_lat(observed, domain)
    lon, latitude = (
        (points[0], latitude)
        if rows is None
        else (
            np.concatenate([points[0], rows.lon]),
            np.concatenate([latitude, rows.lat]),
        )
    )
    data = InversionData(
        observed.days,
        values,
        outside,
        lon,
        latitude,
        names=names,
        operator=operator,
        free=free,
        errors=joined_errors(parts),
        frames=observed.frames,
        stations=slice(count, observed.rows.size),
        rows=observed.rows[:count],
        columns=observed.columns[:count],
        synthetic=observed.synthetic,
    )
    check_data(data, progress)
    return data, domain


def _frame_files(inputs: InversionInputs, options: StorageInversionOptions, progress: Progress) -> list[FrameFile]:
    """Return the frames with what each is relative to: as the user says, or else its file."""
    if inputs.observations is None:
        return []
    found = []
    for one in (FrameFile(inputs.observations), *inputs.more):
        reference = one.reference or options.reference
        if reference == "auto":
            reference = stated_reference(one.path, progress)
        found.append(replace(one, reference=reference))
    return found


def _read_frames(
    files: list[FrameFile], options: StorageInversionOptions, grid: RasterGrid, progress: Progress
) -> tuple[Observations, tuple[StatedErrors, ...]]:
    """Return the frames together, and what the file of each states of its errors."""
    read = [
        (
            read_observations(
                one.path, grid, "The window of the storage", one.reference, unit=options.unit, warn=progress.warn
            ),
            read_stated_errors(one.path),
        )
        for one in files
    ]
    # By name, so that the order in which files are given changes no bit.
    read.sort(key=lambda pair: "" if pair[0].frames is None else pair[0].frames.every[0].name)
    return merged([one for one, _ in read]), tuple(stated for _, stated in read)


def _places(
    frames: list[FrameFile], stations: Path | None, options: StorageInversionOptions
) -> tuple[FloatArray, FloatArray]:
    """Return where there are data (degrees): corners of the frames, and stations that are not left out by name."""
    lon, lat = [], []
    for frame in frames:
        with open_chain_file(frame.path, unit=options.unit) as dataset:
            east, north = read_grid(dataset).lon_lat()
        for corner in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
            lon.append(east[corner])
            lat.append(north[corner])
    if stations is not None:
        read = read_stations(stations)
        known = np.isfinite(read.up_mm).any(axis=1)
        if not known.any():
            raise InputError(f"{stations} has no heights: every value is missing. Import the GNSS series again.")
        missing = sorted({*options.exclude_stations} - {"auto", *read.names})
        if missing:
            raise InputError(f"EXCLUDE_STATIONS: {stations} has no station {', '.join(missing)}.")
        known &= ~np.isin(np.array(read.names), options.exclude_stations)
        if not known.any() and not frames:
            raise InputError(f"EXCLUDE_STATIONS leaves no station of {stations} with heights. Leave some names out.")
        lon.extend(read.lon[known])
        lat.extend(read.lat[known])
    return np.array(lon, dtype=np.float64), np.array(lat, dtype=np.float64)


def _observations(
    frames: list[FrameFile],
    inputs: InversionInputs,
    options: StorageInversionOptions,
    grid: RasterGrid,
    progress: Progress,
) -> tuple[Observations, tuple[StatedErrors, ...]]:
    """Return frames and stations together, without the excluded periods, and the errors that the frames state."""
    found: Observations | None = None
    stated: tuple[StatedErrors, ...] = ()
    if frames:
        found, stated = _read_frames(frames, options, grid, progress)
    if inputs.stations is not None:
        left_out = [name for name in options.exclude_stations if name != "auto"]
        points = station_observations(inputs.stations, grid, options.station_error_mm, progress, left_out)
        points = _by_name(points)
        if found is None:
            _warn_of_few_places(points, inputs.stations.name, progress)
        found = points if found is None else joined(found, points)
    assert found is not None  # InversionInputs holds it
    kept = ~in_periods(found.days, options.excluded_periods, "EXCLUDED_PERIODS")
    if not kept.any():
        raise InputError("EXCLUDED_PERIODS leaves no epoch: shorten the periods.")
    return found.at(kept), stated


def _warn_of_few_places(points: Observations, name: str, progress: Progress) -> None:
    """Warn where heights at fewer than three places are all that there is."""
    if points.stations is None:
        return
    count = points.rows.size
    places = np.unique(np.round(np.stack([points.stations.lon, points.stations.lat]), 2), axis=1).shape[1]
    if count < 3:
        progress.warn(
            f"{name} has {count} usable station(s) and there is no frame: two heights cannot tell a pattern; what they "
            "say is the mean only."
        )
    elif places < 3:
        progress.warn(
            f"The {count} stations of {name} stand at {places} place(s) and there is no frame: that cannot tell a "
            "pattern; what they say is the mean only. Check their coordinates."
        )


def _by_name(points: Observations) -> Observations:
    """Return stations in the order of their names, whatever the order in the file."""
    if points.stations is None:
        return points
    order = np.array(sorted(range(points.rows.size), key=points.stations.names.__getitem__), dtype=np.intp)
    return replace(
        points,
        values=points.values[:, order],
        rows=points.rows[order],
        columns=points.columns[order],
        stations=StationPoints(
            tuple(points.stations.names[number] for number in order),
            points.stations.lon[order],
            points.stations.lat[order],
            points.stations.std[order],
        ),
    )


def observed_lat(observed: Observations, domain: Domain) -> FloatArray:
    """Return the geodetic latitude [point] of the data.

    Parameters
    ----------
    observed : Observations
        As read.
    domain : Domain
        Window and land.

    Returns
    -------
    array [point]
        In degrees.
    """
    _, lat = domain.grid.lon_lat()
    found: FloatArray = lat[observed.rows, observed.columns]
    if observed.stations is not None:
        found[found.size - observed.stations.lat.size :] = observed.stations.lat
    return found


def _points(observed: Observations, domain: Domain) -> tuple[FloatArray, FloatArray]:
    """Return longitude and authalic latitude [point] of the data: centres of cells, places of stations."""
    number = observed.rows * domain.grid.columns + observed.columns
    lon, lat = domain.cells.lon[number], domain.cells.lat[number]
    if observed.stations is not None:
        count = observed.rows.size - len(observed.stations.names)
        lon[count:], lat[count:] = observed.stations.lon, authalic_latitude(observed.stations.lat)
    return lon, lat


def _names(observed: Observations, count: int) -> tuple[str, ...]:
    cells: list[str] = []
    if observed.frames is not None:
        of = [observed.frames.every[number].name for number in observed.frames.number]
        cells = [
            f"{name} row {row} column {column}"
            for name, row, column in zip(of, observed.rows[:count], observed.columns[:count])
        ]
    return (*cells, *(() if observed.stations is None else observed.stations.names))


def _operator(
    domain: Domain,
    points: tuple[FloatArray, FloatArray],
    numbers: LoveNumbers,
    blocks: CellBlocks | None,
    workers: int | None,
    *,
    progress: Progress,
) -> FloatArray:
    """Return the operator [datum, row, column], mm per mm of water; of blocks of points, the mean of theirs."""
    size, n_data = points[0].size, points[0].size if blocks is None else blocks.counts.size
    cells = domain.cells.part(domain.land.ravel())
    result: FloatArray = np.zeros((n_data, *domain.grid.shape), precision(n_data, int(domain.land.sum())))

    def rows(part: slice) -> FloatArray:
        stop_if_cancelled(progress)
        return LoadOperator.of_cells(cells, points[0][part], points[1][part], numbers).matrix() / 1000.0

    for part, found in slices_in_order(size, _POINTS_AT_ONCE, rows, workers):
        if blocks is None:
            result[part, domain.land] = found
        else:
            for number, row in zip(blocks.number[part], found):
                result[number, domain.land] += row / blocks.counts[number]
        progress.report(0.25 * part.stop / size, "Load response of the cells")
    return result


def _outside(
    file: LoadFile, domain: Domain, points: tuple[FloatArray, FloatArray], days: FloatArray, numbers: LoveNumbers
) -> FloatArray:
    """Return the displacement [epoch, point] by the background's storage outside the window's land."""
    cells = grid_cells(file.grid)
    own = SimpleNamespace(path="the window", members=0, grid=domain.grid, loaded=domain.land.ravel())
    whole = np.ones(domain.land.size, dtype=bool)
    inside = covered_part(cells, file.grid.shape, domain.cells, domain.grid.shape, whole)
    reached = covered_part(domain.cells, domain.grid.shape, cells, file.grid.shape, np.ones(file.loaded.size, bool))
    if reached.min() < 0.5:
        raise InputError(
            f"BACKGROUND {file.path} ends inside the window of the inversion (data and BUFFER). Give storage that "
            "reaches at least 1000 km beyond the data, or a smaller BUFFER."
        )
    if not (file.loaded & (inside < 1 - 1e-6)).any():
        raise InputError(
            f"BACKGROUND {file.path} has storage within the window only: it says nothing of the load around it. Give "
            "storage of a larger area."
        )
    if file.members:
        raise InputError(f"BACKGROUND {file.path} has members: give one storage, such as the members' mean.")
    return BackgroundLoad(file, own, points[0], points[1], numbers).displacement(days, None)


def _with_grace(
    values: FloatArray,
    outside: FloatArray,
    operator: FloatArray,
    names: tuple[str, ...],
    parts: list[DataErrors],
    *,
    free: FloatArray,
    rows: GraceRows | None,
) -> tuple[FloatArray, FloatArray, FloatArray, tuple[str, ...], list[DataErrors], FloatArray]:
    if rows is None:
        return values, outside, operator, names, parts, free
    count = rows.lon.size
    return (
        np.concatenate([values, rows.values]),
        np.concatenate([outside, np.zeros(rows.values.shape)]),
        np.concatenate([operator, rows.weights.astype(operator.dtype)]),
        (*names, *(f"GRACE {lat:.1f} N {lon:.1f} E" for lon, lat in zip(rows.lon, rows.lat))),
        [*parts, rows.errors],
        np.concatenate([free, np.zeros((count, free.shape[1]))]),
    )
