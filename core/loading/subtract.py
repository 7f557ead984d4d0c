"""Taking the displacement by a load out of observations: the atmosphere, the ocean, a lake, or modelled storage."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import LOS_UP, VERTICAL_DISPLACEMENT
from ..files.netcdf import ReferenceArea
from ..files.outputs import check_room, whole_file
from ..work.progress import Progress, SilentProgress, stop_if_cancelled
from .background import between_times
from .cells import authalic_latitude
from .displacement_grid import DisplacementGrid, is_displacement
from .forward import ForwardOptions, LoadTerms
from .load_file import LoadFile, open_load
from .relative import RelativeProjection

_DATES_AT_ONCE = 8
_MOST_CELLS = 40_000
_PLANES = ("bilinear", "plane", "linear")


def subtract_load(
    observations_path: Path,
    load_path: Path,
    output_path: Path,
    options: ForwardOptions | None = None,
    progress: Progress | None = None,
) -> None:
    """Write observations of vertical displacement less what a load moves the ground.

    The load's displacement is taken at the cells and dates of the observations (linear in time) and made
    relative as they are: to the first date, to the reference area where they have one and are not absolute, and less
    the ramp that was taken out of them.

    Parameters
    ----------
    observations_path : Path
        File with ``vertical_displacement`` [time, y, x] (mm).
    load_path : Path
        Storage or pressure without members, or a product's grid of displacement, at times that reach over the
        observations.
    output_path : Path
        A copy of the observations in which ``vertical_displacement`` is what remains.
    options : ForwardOptions, optional
        As for :func:`.forward.forward_model`, without points.
    progress : Progress, optional
        Of the caller.

    Raises
    ------
    InputError
        Where an input cannot be used, or the load does not reach over the observations in time.
    """
    options = options or ForwardOptions()
    progress = SilentProgress() if progress is None else progress
    with ExitStack() as files:
        observed = files.enter_context(
            netcdf.open_chain_file(Path(observations_path), (VERTICAL_DISPLACEMENT,), options.unit, progress.warn)
        )
        grid, days = netcdf.read_grid(observed), netcdf.read_days(observed)
        if grid.rows * grid.columns > _MOST_CELLS:
            raise InputError(
                f"{observations_path} has {grid.rows * grid.columns:,} pixels: a load is subtracted from gridded "
                "displacement. Run 'Mask and downsample' first."
            )
        values = netcdf.read_float(observed, VERTICAL_DISPLACEMENT)
        valid = np.isfinite(values).reshape(days.size, -1)
        history = str(getattr(observed, "history", ""))
        moved = _as_observed(files, observed, (load_path, options), valid, progress)
    with whole_file(Path(output_path)) as temporary:
        netcdf.copy_in_order(Path(observations_path), temporary, options.unit)
        with netcdf.append(temporary) as target:
            line = netcdf.history_line("forwardmodel", f"subtracted the displacement by {Path(load_path).name}")
            target.history = f"{line}\n{history}" if history else line
            target.subtracted_load = Path(load_path).name
            _write(target, values - moved.reshape(days.size, *grid.shape))


def _as_observed(
    files: ExitStack, observed: Dataset, load_of: tuple[Path, ForwardOptions], valid: BoolArray, progress: Progress
) -> FloatArray:
    """Return the load's displacement [date, cell] as relative as the observations are."""
    load_path, options = load_of
    grid, days = netcdf.read_grid(observed), netcdf.read_days(observed)
    ramp = _ramp(observed, progress)
    tied = str(getattr(observed, "vertical_frame", "")).startswith("absolute")
    product = is_displacement(load_path)
    area = netcdf.read_reference_area(observed)
    if area is not None and tied and ramp == "none":
        area = None  # absolute: nothing was taken out
    if area is not None and not product:
        area = _on_authalic_sphere(area)
    lon, lat = (np.ravel(part) for part in grid.lon_lat())
    look, reference_look = _looks(observed, grid.shape)
    projection = RelativeProjection(
        lon, lat if product else authalic_latitude(lat), area, ramp=ramp, look=look, reference_look=reference_look
    )
    if product:
        opened = DisplacementGrid(files.enter_context(netcdf.open_dataset(Path(load_path))))
        moved = opened.at(days, projection.lon, projection.lat, progress)
    else:
        moved = _load_displacement(files, load_of, projection, days, progress)
    result = projection.apply(moved, _weights(observed, valid))
    if tied and area is not None:
        # The ramp went with the reference's own motion, which the tie has put back.
        back = projection.of_reference(moved)
        result = result + projection.of_tie(back - back[0])
    return result


def _looks(observed: Dataset, shape: tuple[int, int]) -> tuple[FloatArray | None, float]:
    """Return how the satellite saw vertical motion [cell], and at the reference area; None where one angle served."""
    if LOS_UP not in observed.variables or str(getattr(observed, "incidence", "")) != "per pixel":
        return None, np.nan
    look = netcdf.read_float(observed, LOS_UP)
    known = np.isfinite(look) & (look > 0)
    if look.shape != shape or not known.any():
        return None, np.nan
    of_area = float(getattr(observed, "reference_los_up", np.nan))
    return np.where(known, look, look[known].mean()).ravel(), of_area if of_area > 0 else np.nan


def _weights(observed: Dataset, valid: BoolArray) -> FloatArray:
    """Return the pixels of each cell [date, cell]: a ramp was fitted to pixels, and the cells at an edge have few."""
    if "n_pixels" not in observed.variables or observed["n_pixels"].shape[0] != len(valid):
        return valid.astype(np.float64)
    count = netcdf.read_float(observed, "n_pixels").reshape(len(valid), -1)
    if count.shape != valid.shape:
        return valid.astype(np.float64)
    return np.asarray(np.where(valid, np.maximum(np.nan_to_num(count), 1.0), 0.0))


def _ramp(observed: Dataset, progress: Progress) -> str:
    """Return the ramp that was taken out of the observations, as :class:`.relative.RelativeProjection` names it."""
    words = str(getattr(observed, "ramp_removed", "none")).lower()
    if words in ("", "none", "0"):
        return "none"
    if "quadratic" in words:
        return "quadratic"
    if not any(known in words for known in _PLANES):
        progress.warn(
            f"A ramp was taken out of the observations ('{words}'), whose order is not said: a plane is taken out of "
            "the predicted displacement."
        )
    return "plane"


def _load_displacement(
    files: ExitStack,
    load_of: tuple[Path, ForwardOptions],
    projection: RelativeProjection,
    days: FloatArray,
    progress: Progress,
) -> FloatArray:
    """Return the displacement [date, place] by a load at the places of a projection."""
    load_path, options = load_of
    opened = files.enter_context(open_load(load_path, options.unit, progress))
    load = LoadFile(opened, progress, options.land, options.coast)
    if load.members:
        raise InputError(f"{load_path} has members: give one load to subtract, such as the members' mean.")
    around = None
    if options.background is not None:
        around = LoadFile(files.enter_context(open_load(options.background, options.unit, progress)), progress)
    terms = LoadTerms(load, around, projection.lon, projection.lat, options, progress=progress)
    return _displacement(terms, load, days, progress)


def _on_authalic_sphere(area: ReferenceArea) -> ReferenceArea:
    south, north = (float(authalic_latitude(value)) for value in (area.lat_min, area.lat_max))
    places = tuple((lon, float(authalic_latitude(lat)), weight) for lon, lat, weight in area.places)
    return replace(area, lat_min=south, lat_max=north, places=places)


def _displacement(terms: LoadTerms, load: LoadFile, days: FloatArray, progress: Progress) -> FloatArray:
    """Return the load's displacement [date, place] at the dates of the observations."""
    parts = []
    for start in range(0, days.size, _DATES_AT_ONCE):
        stop_if_cancelled(progress)
        some = days[start : start + _DATES_AT_ONCE]
        times, interpolate = between_times(load, some, "the load")
        parts.append(interpolate(terms.of_fields(load.read((times,)))) + terms.others(some, None))
        progress.report(min(1.0, (start + some.size) / days.size), "Displacement by the load")
    return np.concatenate(parts)


def _write(target: Dataset, values: FloatArray) -> None:
    """Put displacement in mm [time, row, column] in the place of the copied file's own."""
    variable = target.variables[VERTICAL_DISPLACEMENT]
    variable.units = "mm"
    for date in range(values.shape[0]):
        check_room(target.filepath())
        variable[date] = values[date]
