"""Line-of-sight to vertical displacement, relative to the reference area or absolute by a series there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD, LOS_UP, VERTICAL_DISPLACEMENT
from ..files.outputs import check_room
from ..files.points import is_points
from ..gnss.formats.columns import TableReading
from ..gnss.reference_series import ReferenceSeries, nearest_station, read_reference_series
from ..grid.reference_pixels import read_reference_pixels
from ..work.blocks import RowBlock, report_each, row_blocks
from ..work.progress import Progress
from .copying import SERIES_DIMENSIONS, copy_variables, create_like
from .station_sampling import plane_of, sample_stations
from .station_tie import Tie, tie_by_stations
from .tie_writing import sentences_of, write_tie

VERTICAL = VERTICAL_DISPLACEMENT
LINE_OF_SIGHT = DISPLACEMENT
RELATIVE, ABSOLUTE = "relative to the reference area", "absolute by REFERENCE_SERIES"
BY_STATIONS = "absolute by STATIONS"
ANGLE_TOLERANCE_DEG = 3.0
"""The angle in LiCSAR's metadata is often that of the first sub-swath: further off than this, the user is warned."""

LONG_GAP_DAYS = 60.0
FAR_KM = 10.0
STATION_SUFFIXES = (".nc", ".nc4")

_BLOCK_MB = 256.0
_LEAST_UP = 1e-6


@dataclass(frozen=True)
class VerticalOptions:
    """How to convert.

    Attributes
    ----------
    incidence_deg : float, optional
        One mean angle for all pixels, as in Chen et al. (2022); None: each pixel's own ``los_up``.
    reference_series : Path, optional
        Table ``date,up_mm`` with the vertical motion of the reference area, or a file of stations (.nc), of which the
        nearest to the reference area is taken.
    stations : Path, optional
        File of stations, all of which inside the frame tie it (:mod:`~.station_tie`).
    reading : TableReading
        Unit and columns of the reference series where it is a table that does not say them.
    unit : str
        The parameter `UNIT`: of the displacement where the file does not say it.
    """

    incidence_deg: float | None = None
    reference_series: Path | None = None
    reading: TableReading = field(default_factory=TableReading)
    unit: str = ""
    stations: Path | None = None


@dataclass(frozen=True)
class _Conversion:
    """What one block needs.

    Attributes
    ----------
    up : array [row, column] or [point]
        Upward component of the unit vector to the satellite; NaN where it is unknown or not above 0.
    motion : array [time]
        Line-of-sight motion of the reference since the first date, in mm.
    series : ReferenceSeries or None
        Where the motion comes from.
    """

    up: FloatArray
    motion: FloatArray
    series: ReferenceSeries | None
    tie: Tie | None = None
    origin: FloatArray | None = None
    plane: tuple[FloatArray, FloatArray] | None = None

    def apply(self, line_of_sight: FloatArray, rows: slice) -> FloatArray:
        """Return vertical displacement [time, row, column] of some rows, or [time, point] of some points."""
        motion = self.motion.reshape(-1, *(1,) * self.up.ndim)
        if self.tie is not None and self.plane is not None:
            for number, place in enumerate(self.plane, start=1):
                slope = self.tie.terms[:, number].reshape(-1, *(1,) * self.up.ndim)
                motion = motion + slope * place[rows]
        return np.asarray((line_of_sight + motion) / self.up[rows])


def los_to_vertical(input_path: Path, output_path: Path, options: VerticalOptions, progress: Progress) -> None:
    """Write a file in which ``vertical_displacement`` stands instead of ``displacement``.

    ``(d_los + U_ref (up_ref(t) - up_ref(t0))) / U``: the line of sight is divided by its upward component U
    (Chen et al. 2022, eq. 1, with U = cos(incidence) of each pixel), after the motion of the reference area has been
    given back in the reference's own line of sight. Everything else is handed on; ``velocity`` stays that of the line
    of sight, ``displacement_std`` is divided by U too.

    Parameters
    ----------
    input_path : Path
        Displacement series or gridded displacement (`docs/files.md`).
    output_path : Path
        Result.
    options : VerticalOptions
        Angle and reference.
    progress : Progress
        Called after every block.

    Raises
    ------
    InputError
        Where the file is vertical already, has no angles and none is given, or the reference series does not fit.
    """
    with netcdf.open_chain_file(input_path, unit=options.unit, warn=progress.warn) as source:
        _refuse_others(source, input_path)
        conversion = _conversion(source, options, progress)
        with netcdf.create(output_path, "Vertical displacement", "lostovertical", _parameters(options)) as target:
            netcdf.extend_history(target, source)
            if not is_points(source):  # whose places are variables like others
                netcdf.write_grid(target, netcdf.read_grid(source))
            netcdf.write_time(target, netcdf.read_days(source))
            _copy_head(source, target, options, conversion.series)
            copy_variables(source, target, points=is_points(source))
            _write_reference(target, conversion.series, netcdf.read_days(source))
            if conversion.tie is not None and conversion.origin is not None:
                write_tie(target, conversion.tie, conversion.origin)
            _raise_errors(target, conversion.up)
            _convert(source, target, conversion, progress)


def _refuse_others(source: Dataset, path: Path) -> None:
    if VERTICAL in source.variables:
        raise InputError(f"{path} is vertical already ('{VERTICAL}'): go on to the next step with it.")
    if LINE_OF_SIGHT not in source.variables:
        raise InputError(
            f"{path} has no variable '{LINE_OF_SIGHT}': choose a displacement series or gridded displacement."
        )


def _parameters(options: VerticalOptions) -> str:
    angle = "per pixel" if options.incidence_deg is None else f"{options.incidence_deg:g}"
    series = options.reference_series.name if options.reference_series else "none"
    stations = f", STATIONS={options.stations.name}" if options.stations else ""
    return f"INCIDENCE={angle}, REFERENCE_SERIES={series}{stations}"


def _conversion(source: Dataset, options: VerticalOptions, progress: Progress) -> _Conversion:
    up = _upward_component(source, options, progress)
    days = netcdf.read_days(source)
    motion, series = np.zeros(days.size), None
    if options.stations is not None:
        if options.reference_series is not None:
            raise InputError("STATIONS and REFERENCE_SERIES both tie the frame: give one of them.")
        samples, origin = sample_stations(source, options.stations, up, days)
        tie = tie_by_stations(samples, days)
        for sentence in sentences_of(tie):
            progress.warn(sentence)
        plane = plane_of(source, origin) if tie.terms.shape[1] > 1 else None
        return _Conversion(up, tie.terms[:, 0], None, tie, origin, plane=plane)
    if options.reference_series is None:
        progress.warn(
            "Without REFERENCE_SERIES or STATIONS the displacement stays relative to the reference area: motion that "
            "the whole frame has in common, most of what water load does, is missing."
        )
    else:
        series = _reference(source, options, days, progress)
        raised = series.at(days)
        gap = series.longest_gap(days)
        if gap is not None and gap[1] - gap[0] > LONG_GAP_DAYS:
            progress.warn(
                f"{series.source} has nothing between {date_of(gap[0])} and {date_of(gap[1])}: the motion there is "
                "interpolated."
            )
        motion = _reference_up(source, options, up) * (raised - raised[0])
    return _Conversion(up, motion, series)


def _reference(source: Dataset, options: VerticalOptions, days: FloatArray, progress: Progress) -> ReferenceSeries:
    """Return the motion of the reference: a table, or the station of a file of stations that is nearest to it."""
    path = options.reference_series
    assert path is not None
    if path.suffix.lower() not in STATION_SUFFIXES:
        return read_reference_series(path, options.reading)
    area = netcdf.read_reference_area(source)
    if area is None:
        raise InputError(
            f"{source.filepath()} does not say where its reference area lies, so that no station can be chosen: give a "
            "table date,up_mm as REFERENCE_SERIES."
        )
    series, distance = nearest_station(path, *area.centre, days)
    if np.isnan(distance):
        progress.warn(f"{series.source} has no place: see that it lies in the reference area.")
    elif distance > FAR_KM:
        progress.warn(
            f"{series.source} is {distance:.0f} km from the reference area: the ground may move otherwise there. "
            "Choose a reference area at a station, or a station nearer to it."
        )
    return series


def _upward_component(source: Dataset, options: VerticalOptions, progress: Progress) -> FloatArray:
    """Return U [row, column] or [point], NaN where it is unknown or not above 0."""
    shape = source.variables[LINE_OF_SIGHT].shape[1:]
    per_pixel = None
    if LOS_UP in source.variables:
        per_pixel = netcdf.read_float(source, LOS_UP)
        per_pixel = np.where((per_pixel > _LEAST_UP) & (per_pixel <= 1.0 + 1e-3), per_pixel, np.nan)
        if np.isfinite(per_pixel).any():
            _compare_angles(source, per_pixel, options, progress)
        else:
            per_pixel = None
    if options.incidence_deg is not None:
        up = np.cos(np.radians(options.incidence_deg))
        if not up > _LEAST_UP:
            raise InputError(f"INCIDENCE must lie between 0 and 90 degrees, not {options.incidence_deg:g}.")
        return np.full(shape, up)
    if per_pixel is None:
        raise InputError(
            f"{source.filepath()} does not know from where the satellite looked ('los_up' is missing or empty): give "
            "the mean angle as INCIDENCE, or import the frame with its E, N and U files."
        )
    return per_pixel


def _compare_angles(source: Dataset, up: FloatArray, options: VerticalOptions, progress: Progress) -> None:
    """Warn where the angle in the metadata, or the one given, is not that of the pixels."""
    mean = float(np.degrees(np.arccos(np.minimum(np.nanmean(up), 1.0))))
    stored = float(getattr(source, "metadata_incidence_angle", np.nan))
    if abs(stored - mean) > ANGLE_TOLERANCE_DEG and options.incidence_deg is None:
        progress.warn(
            f"The frame's metadata give an incidence of {stored:.2f} degrees, the geometry here is {mean:.2f} on "
            "average: the geometry of each pixel is used. (Many LiCSAR metadata hold the first sub-swath's angle.)"
        )
    if options.incidence_deg is not None and abs(options.incidence_deg - mean) > ANGLE_TOLERANCE_DEG:
        percent = 100 * (np.cos(np.radians(mean)) / np.cos(np.radians(options.incidence_deg)) - 1)
        progress.warn(
            f"INCIDENCE is {options.incidence_deg:.2f} degrees, but the frame's geometry says {mean:.2f} on average: "
            f"the vertical displacement changes by {percent:+.1f} %. Leave INCIDENCE empty to use each pixel's own."
        )


def _reference_up(source: Dataset, options: VerticalOptions, up: FloatArray) -> float:
    """Return the upward component of the line of sight at the reference area."""
    area = netcdf.read_reference_area(source)
    if area is not None and 0 < area.los_up <= 1 + 1e-3:
        return area.los_up
    if area is not None and LOS_UP in source.variables and options.incidence_deg is None and not is_points(source):
        pixels = read_reference_pixels(source, netcdf.read_grid(source))
        there = pixels.of(up[pixels.rows, pixels.columns]) if pixels else np.empty(0)
        if np.isfinite(there).any():
            return float(np.nanmean(there))
    if options.incidence_deg is not None:
        return float(np.cos(np.radians(options.incidence_deg)))
    raise InputError(
        f"{source.filepath()} does not say how its reference area is seen ('reference_los_up'): REFERENCE_SERIES needs "
        "it. Check and invert the interferograms again, or give the mean angle as INCIDENCE."
    )


def _copy_head(source: Dataset, target: Dataset, options: VerticalOptions, series: ReferenceSeries | None) -> None:
    own = {"Conventions", "title", "source", "history"}
    netcdf.copy_attributes(source, target, [name for name in source.ncattrs() if name not in own])
    target.vertical_frame = RELATIVE if options.reference_series is None else ABSOLUTE
    if options.stations is not None:
        target.vertical_frame = BY_STATIONS
    if series is not None and series.station:
        target.reference_station = series.station
        target.reference_up_std = series.typical_std_mm
    target.incidence = "per pixel" if options.incidence_deg is None else f"{options.incidence_deg:g} degrees everywhere"


def _write_reference(target: Dataset, series: ReferenceSeries | None, days: FloatArray) -> None:
    """Write the heights that tie the frame: a later step can use them as a station, once."""
    if series is not None:
        text = "vertical motion of the reference area that was given back"
        netcdf.add_variable(target, "reference_up", ("time",), "mm", text, dtype="f8")[:] = series.at(days)


def _raise_errors(target: Dataset, up: FloatArray) -> None:
    """Turn the errors of gridded displacement along the line of sight into vertical ones."""
    if "error_std" not in target.variables:
        return
    values = netcdf.read_float(target, "error_std") / up
    target["error_std"][:] = values
    known = values[np.isfinite(values)]
    if known.size:
        target.error_std_mm = float(np.sqrt(np.mean(known**2)))


def _convert(source: Dataset, target: Dataset, conversion: _Conversion, progress: Progress) -> None:
    """Write everything along time, block by block."""
    names = [name for name, variable in source.variables.items() if variable.dimensions in SERIES_DIMENSIONS]
    made = {name: create_like(source, target, name, VERTICAL if name == LINE_OF_SIGHT else None) for name in names}
    vertical = made[LINE_OF_SIGHT]
    words = netcdf.attribute(source[LINE_OF_SIGHT], "long_name") or "vertical displacement"
    vertical.long_name = words.replace("line-of-sight", "vertical").replace("Line-of-sight", "Vertical")
    vertical.comment = f"positive up, since the first date, {target.vertical_frame}"
    for block in report_each(list(_blocks(source)), progress, "Converting to vertical"):
        check_room(target.filepath())
        for name, variable in made.items():
            at = (slice(None), block.rows)
            if name == LINE_OF_SIGHT:
                variable[at] = conversion.apply(netcdf.read_float(source, name, at), block.rows)
            elif name == DISPLACEMENT_STD:
                variable[at] = netcdf.read_float(source, name, at) / conversion.up[block.rows]
            else:
                variable[at] = netcdf.read(source, name, at)


def _blocks(source: Dataset) -> Iterator[RowBlock]:
    variable = source.variables[LINE_OF_SIGHT]
    chunks = variable.chunking()
    rows_of_chunk = 1 if chunks == "contiguous" else int(chunks[1])
    n_times, rows, *columns = variable.shape
    yield from row_blocks(rows, 4.0 * 8 * n_times * math.prod(columns), _BLOCK_MB, rows_of_chunk)
