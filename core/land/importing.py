"""Land-model output to the storage file: total and components in millimetres on the EASE-Grid 2.0."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.outputs import check_room
from ..grid.ease2 import grid_of_cells
from ..work.blocks import report_each
from ..work.progress import PartOf, Progress
from .containers import ARCHIVES, GRIB_SUFFIXES, SUFFIXES, unpacked
from .fields import FieldReader, Group, groups_of
from .placing import Extent, Placement, placement_of
from .product_terms import Recipe
from .products import COMPONENTS, MEMBERS, TOTAL, recipe_of
from .separate_files import by_content, joined, side_by_side, used_sets
from .time_axis import Step, files_in, in_order, steps_of, within

# Storage of any model's soil, snow and groundwater lies within these; glaciers of ERA5-Land hold 10 m of snow.
_LARGEST_MM = 50_000.0
_SUSPICIOUSLY_SMALL_MM = 1.0
_INDEXED = 0.15  # of the work, when all files have been looked through
_HANDED_ON = ("anomaly_baseline", "synthetic", "seed", "model")


@dataclass(frozen=True)
class StorageOptions:
    """What to import.

    Attributes
    ----------
    variable : str
        Name of the storage variable; '' to find it by the product's conventions.
    extent : (west, east, south, north) or None
        In degrees; None for all.
    start, end : date or None
        First and last date, both included; None for no limit.
    grid : {"M25", "M36", "M09"}
        EASE-Grid 2.0.
    daily : bool
        Average the fields of each day; else every one is kept.
    unit : str
        Of a variable that has none in its file.
    """

    variable: str = ""
    extent: Extent | None = None
    start: date | None = None
    end: date | None = None
    grid: str = "M25"
    daily: bool = False
    unit: str = ""


@dataclass(frozen=True)
class StorageResult:
    """What came out.

    Attributes
    ----------
    n_times : int
        Dates.
    product : str
        What the files were taken for.
    components : tuple of str
        Stores beside the total.
    """

    n_times: int
    product: str
    components: tuple[str, ...]


@dataclass
class _Range:
    """Smallest and largest total so far."""

    low: float = np.inf
    high: float = -np.inf

    @property
    def largest(self) -> float:
        """Largest absolute total."""
        return max(abs(self.low), abs(self.high))

    def add(self, values: FloatArray) -> None:
        """Take in another field."""
        finite = values[np.isfinite(values)]
        if finite.size:
            self.low, self.high = min(self.low, float(finite.min())), max(self.high, float(finite.max()))


def import_storage(paths: list[Path], output: Path, options: StorageOptions, progress: Progress) -> StorageResult:
    """Write the storage file (`docs/files.md`) of a land model's output.

    Fields are averaged over the cells with their exact overlap, so that mass is kept; memory holds one field at a time.

    Parameters
    ----------
    paths : list of Path
        Files, or folders whose NetCDF files are read in the order of time. Known: GLDAS (Catchment, Noah, VIC),
        MERRA-2 land, ERA5-Land, our own storage files, and any file with time, latitude and longitude.
    output : Path
        Storage file.
    options : StorageOptions
        Variable, extent, period and grid.
    progress : Progress
        Called after every date; warned of what the product lacks or holds too much.

    Raises
    ------
    InputError
        Where there is nothing to read, files do not fit together, a unit is unknown or the values are no storage.
    """
    with ExitStack() as stack:
        found = files_in([Path(path) for path in paths], (*SUFFIXES, *GRIB_SUFFIXES, *ARCHIVES))
        return _import_files([*unpacked(found, stack)], paths, output, options, progress)


def _import_files(
    files: list[Path], paths: list[Path], output: Path, options: StorageOptions, progress: Progress
) -> StorageResult:
    """Write the storage of NetCDF files."""
    sets = by_content(files)
    with joined(sets) as first:
        recipe = recipe_of(first, files[0], options.variable, options.unit)
        sets = used_sets(sets, {term.variable for term in recipe.terms})
        placement = placement_of(first, options.grid, options.extent)
        members = _members(first, recipe.terms[0].variable)
        handed_on = {name: first.getncattr(name) for name in _HANDED_ON if name in first.ncattrs()}
        history = str(getattr(first, "history", "")) if recipe.is_ours else ""
    steps, repeated = _steps(sets, recipe, placement, options, progress)
    groups = groups_of(steps, options.daily)
    _tell_of_reach(placement, options, progress)
    for text in recipe.warnings:
        progress.warn(text)
    source = ", ".join(path.name for path in paths)
    with netcdf.create(output, "Terrestrial water storage", "importstorage", _parameters(options), source) as target:
        if history:
            target.history = f"{target.history}\n{history}"
        variables = _write_head(target, placement, recipe, [group.day for group in groups], members)
        target.setncatts({"product": recipe.product, "contains_grace": int(recipe.contains_grace), **handed_on})
        with FieldReader(recipe, placement, members[0]) as reader:
            _check_repeated(repeated, reader, progress)
            extremes = _write_fields(
                variables, groups, reader, members[1], recipe, progress=PartOf(progress, _INDEXED, 1.0)
            )
            if reader.undeclared:
                listed = ", ".join(f"{value:g}" for value in sorted(reader.undeclared)[:3])
                progress.warn(
                    f"{recipe.variables} holds {listed} without declaring it as _FillValue: taken as missing."
                )
        _check_values(extremes, recipe, options, progress)
    components = tuple(name for name in variables if name != TOTAL)
    return StorageResult(len(groups), recipe.product, components)


def _parameters(options: StorageOptions) -> str:
    parts = [f"GRID={options.grid}"]
    if options.variable:
        parts.append(f"VARIABLE={options.variable}")
    if options.unit:
        parts.append(f"UNIT={options.unit}")
    if options.extent is not None:
        parts.append("EXTENT=" + ",".join(f"{edge:g}" for edge in options.extent))
    parts += [f"{name}={value}" for name, value in (("START", options.start), ("END", options.end)) if value]
    if options.daily:
        parts.append("DAILY=true")
    return ", ".join(parts)


def _members(dataset: Dataset, name: str) -> tuple[str, int]:
    """Return the member dimension of a variable and its size; '' and 0 where it has none."""
    for dimension in dataset.variables[name].dimensions:
        if dimension.lower() in MEMBERS and len(dataset.dimensions[dimension]) > 1:
            return dimension, len(dataset.dimensions[dimension])
    return "", 0


def _steps(
    sets: list[list[Path]], recipe: Recipe, placement: Placement, options: StorageOptions, progress: Progress
) -> tuple[list[Step], list[tuple[Step, Step]]]:
    """Return the fields that lie in the period, in the order of time, and those whose time is another's."""
    columns, repeated = [], []
    for number, files in enumerate(sets):
        part = PartOf(progress, _INDEXED * number / len(sets), _INDEXED * (number + 1) / len(sets))
        ordered, again = in_order(_times_of(files, sets, recipe, placement, progress, part=part), recipe.monthly)
        columns.append(ordered)
        repeated += again
    steps = columns[0] if len(columns) == 1 else side_by_side(columns, sets)
    return within(steps, options.start, options.end), repeated


def _times_of(
    files: list[Path],
    sets: list[list[Path]],
    recipe: Recipe,
    placement: Placement,
    progress: Progress,
    *,
    part: Progress,
) -> list[Step]:
    """Return the fields of files of the same variables."""
    steps: list[Step] = []
    first = sets[0][0]
    for path in report_each(files, part, "Looking through the files"):
        with netcdf.open_dataset(path) as dataset:
            missing = [term.variable for term in recipe.terms if term.variable not in dataset.variables]
            if missing and len(sets) == 1:
                raise InputError(
                    f"{path} has no variable {', '.join(missing)} as {first.name} has: keep files of one product in "
                    "the folder."
                )
            if not placement.same_layout(dataset):
                raise InputError(f"{path} has other cells than {first.name}: import them one by one.")
            steps += steps_of(dataset, path)
    for before, after in zip(steps, steps[1:]):
        if before.path == after.path and after.day < before.day:
            progress.warn(f"The times of {after.path} are not in order: they were sorted.")
            break
    return steps


def _check_repeated(repeated: list[tuple[Step, Step]], reader: FieldReader, progress: Progress) -> None:
    """Say that fields with the time of another one are left out; refuse them where they are not the same."""
    for again, first in repeated:
        if not reader.same(again, first):
            raise InputError(
                f"{again.path} and {first.path} hold {date_of(first.day)} with different values: keep one of them."
                if again.path != first.path
                else f"{again.path} holds {date_of(first.day)} twice with different values: keep one of them."
            )
    if repeated:
        progress.warn(f"{len(repeated)} fields have the time of another one and its values: they were left out.")


def _tell_of_reach(placement: Placement, options: StorageOptions, progress: Progress) -> None:
    if options.extent is not None and placement.empty_part > 0:
        progress.warn(
            f"The data do not reach all of the EXTENT: {placement.empty_part:.0%} of its cells are not there."
        )


def _write_head(
    target: Dataset, placement: Placement, recipe: Recipe, days: list[float], members: tuple[str, int]
) -> dict[str, Any]:
    """Write coordinates and return the new variables by name."""
    netcdf.write_grid(target, placement.target)
    netcdf.write_time(target, days)
    grid, row0, column0 = grid_of_cells(placement.target)
    target.setncatts({"ease_grid": grid.name, "ease_row0": row0, "ease_col0": column0})
    dimensions: tuple[str, ...] = ("time", "y", "x")
    if members[1]:
        target.createDimension("member", members[1])
        dimensions = ("member", *dimensions)
    chunks = (*([1] * (len(dimensions) - 2)), *placement.target.shape)
    wanted = {TOTAL: "Terrestrial water storage"}
    wanted.update({term.component: COMPONENTS[term.component] for term in recipe.terms if term.component})
    return {
        name: netcdf.add_variable(target, name, dimensions, "mm", long_name, chunks=chunks)
        for name, long_name in wanted.items()
    }


def _write_fields(
    variables: dict[str, Any],
    groups: list[Group],
    reader: FieldReader,
    n_members: int,
    recipe: Recipe,
    *,
    progress: Progress,
) -> _Range:
    """Read, average and write every field; return the range of the total."""
    extremes = _Range()
    for number, group in enumerate(report_each(groups, progress, "Importing storage")):
        check_room(variables[TOTAL].group().filepath())
        for member in range(max(n_members, 1)):
            fields = reader.mean(group, member)
            extremes.add(fields[TOTAL])
            _refuse_absurd(extremes, recipe)
            at: tuple[int, ...] = (member, number) if n_members else (number,)
            for name, values in fields.items():
                variables[name][at] = values
    return extremes


def _check_values(extremes: _Range, recipe: Recipe, options: StorageOptions, progress: Progress) -> None:
    if extremes.high < extremes.low:
        where = "in the EXTENT" if options.extent is not None else "anywhere"
        raise InputError(f"The data have no value {where}: choose a place on land that the model covers.")
    if extremes.largest < _SUSPICIOUSLY_SMALL_MM:
        progress.warn(
            f"Storage from {recipe.variables} never exceeds {extremes.largest:g} mm: check the unit in the file "
            "(metres written as mm?)."
        )


def _refuse_absurd(extremes: _Range, recipe: Recipe) -> None:
    if extremes.high >= extremes.low and extremes.largest > _LARGEST_MM:
        raise InputError(
            f"Storage from {recipe.variables} runs from {extremes.low:g} to {extremes.high:g} mm, more than any land "
            "model holds: the unit in the file is wrong, or missing values are not marked."
        )
