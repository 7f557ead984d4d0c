"""Step: a GRACE product to storage on the EASE-Grid 2.0, with the days that each solution used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import IntArray
from ..dates import date_of, day_number, parse_date
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..files.outputs import check_room
from ..files.raster import RasterGrid
from ..grid.ease2 import Grid
from ..work.progress import Progress, Recorded, SilentProgress, stop_if_cancelled
from .grid_files import LEAKAGE
from .months import gaps, label
from .operators import write_matrix
from .product import Area, Product
from .recognition import ReadOptions, open_product


@dataclass(frozen=True)
class GraceOptions:
    """What to take from a product.

    Attributes
    ----------
    extent : (lon_min, lon_max, lat_min, lat_max), optional
        In degrees; the product's own area where None.
    start, end : date, optional
        A solution's middle must lie between them (inclusive).
    grid : str
        EASE-Grid 2.0: ``M25``, ``M36`` or ``M09``.
    read : ReadOptions
        What only some products need: filters, technical notes, scale factors.
    """

    extent: Area | None = None
    start: date | None = None
    end: date | None = None
    grid: str = "M25"
    read: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True)
class GraceSummary:
    """What an import did.

    Attributes
    ----------
    n_months : int
        Solutions written.
    product : str
        What the input was recognised as.
    missing : tuple of str
        Months between the first and the last without a solution.
    warnings : tuple of str
        As given to the progress.
    """

    n_months: int
    product: str
    missing: tuple[str, ...]
    warnings: tuple[str, ...]


def import_grace(
    path: Path, output: Path, options: GraceOptions | None = None, progress: Progress | None = None
) -> GraceSummary:
    """Read a GRACE product, average it onto the EASE-Grid 2.0 in mm w.e., and write it month by month.

    Parameters
    ----------
    path : Path
        File or folder; recognised by what it holds.
    output : Path
        Storage file (NetCDF).
    options : GraceOptions, optional
        What to take.
    progress : Progress, optional
        Of the caller.

    Raises
    ------
    InputError
        Where the product is not recognised, cut off, holds a month twice, or nothing of it lies in the extent and
        the period.
    """
    options = GraceOptions() if options is None else options
    progress = Recorded(SilentProgress() if progress is None else progress)
    with open_product(Path(path), options.read, progress) as product:
        indices, empty = product.with_values(_chosen(product, options, Path(path)))
        if empty:
            progress.warn(f"Left out, because they have no value anywhere: {', '.join(empty)}. They are gaps.")
        if indices.size == 0:
            raise InputError(f"{Path(path).name} has no value in any month: make or download it again.")
        target, row0, column0 = _target(product, options)
        with _new_file(Path(path), Path(output), product, options, indices, target=target) as dataset:
            dataset.setncatts({"ease_grid": options.grid, "ease_row0": row0, "ease_col0": column0})
            months = product.storage(target, indices)
            for step, month in enumerate(months):
                stop_if_cancelled(progress)
                check_room(dataset.filepath())
                dataset.variables[TWS][step] = month.tws
                if month.uncertainty is not None:
                    dataset.variables["uncertainty"][step] = month.uncertainty
                if month.leakage is not None:
                    dataset.variables[LEAKAGE][step] = month.leakage
                for note in month.notes:
                    progress.warn(note)
                progress.report((step + 1) / indices.size, f"Reading {product.name}")
        numbers = product.solutions.months[indices]
        return GraceSummary(indices.size, product.name, tuple(map(label, gaps(numbers))), tuple(progress.warnings))


def _chosen(product: Product, options: GraceOptions, path: Path) -> IntArray:
    """Return the solutions of the period, in the order of time."""
    indices = product.solutions.chosen(options.start, options.end)
    if indices.size == 0:
        windows = product.solutions.windows
        raise InputError(
            f"{path.name} has no solution between {options.start or 'the beginning'} and {options.end or 'the end'}: "
            f"it has {date_of(windows[:, 0].min())} to {date_of(windows[:, 1].max() - 1)}. Change START or END."
        )
    return indices


def _target(product: Product, options: GraceOptions) -> tuple[RasterGrid, int, int]:
    """Return the window of the EASE-Grid that holds the extent, and its first cell."""
    whole = Grid(options.grid)
    window = whole.covering(*(options.extent or product.area))
    return whole.window(*window), window[0], window[1]


@contextmanager
def _new_file(
    path: Path, output: Path, product: Product, options: GraceOptions, indices: IntArray, *, target: RasterGrid
) -> Iterator[Any]:
    """Give a storage file with everything but the storage itself."""
    solutions = product.solutions
    windows = solutions.windows[indices]
    described = f"INPUT={path.name}, GRID={options.grid}" + "".join(
        f", {name}={value}"
        for name, value in (("EXTENT", options.extent), ("START", options.start), ("END", options.end))
        if value is not None
    )
    with netcdf.create(output, "GRACE storage", "importgrace", described, product.name) as new:
        netcdf.write_grid(new, target)
        netcdf.write_time(new, windows.mean(axis=1), windows)
        for name, values, text in (
            ("grace_month", solutions.months[indices], "GRACE month: 12 (year - 2002) + month"),
            ("days_used", solutions.days_used[indices], "days that the solution used"),
        ):
            netcdf.add_variable(new, name, ("time",), "1", text, dtype="i4", fill=None)[:] = values
        chunks = (1, target.rows, target.columns)
        text = "terrestrial water storage anomaly, mean of the cell"
        netcdf.add_variable(
            new, TWS, ("time", "y", "x"), "mm", text, dtype="f4", chunks=chunks, cell_methods="area: mean"
        )
        if product.has_uncertainty:
            text = "one standard deviation of the product's storage (of what it resolves, not of the cell)"
            netcdf.add_variable(new, "uncertainty", ("time", "y", "x"), "mm", text, dtype="f4", chunks=chunks)
            numbers = product.mascons(target)
            if numbers is not None:
                text = "mascon that holds the cell: its uncertainty is one value for all of them"
                netcdf.add_variable(new, "mascon", ("y", "x"), "1", text, dtype="i4")[:] = numbers
        if product.has_leakage:
            text = "storage that leaked in from around, as the product estimates it: part of tws, not taken off"
            netcdf.add_variable(new, LEAKAGE, ("time", "y", "x"), "mm", text, dtype="f4", chunks=chunks)
        ddk = getattr(product, "ddk", None)
        if ddk is not None:
            write_matrix(new, ddk, int(product.attributes["filter_max_degree"]))
        unused = {
            label(int(solutions.months[index])): [date_of(day).isoformat() for day in solutions.unused[index]]
            for index in indices
            if solutions.unused[index]
        }
        new.setncatts(
            {
                **product.attributes,
                "product": product.name,
                "anomaly_baseline": product.baseline,
                "unused_days": json.dumps(unused),
                "input": path.name,
            }
        )
        yield new


def read_unused_days(dataset: Dataset, months: IntArray) -> list[tuple[int, ...]]:
    """Return the days that each solution of a storage file left out, for its GRACE months [month].

    The attribute ``unused_days`` names months as ``2019-02`` or by their GRACE number.
    """
    try:
        stored = json.loads(netcdf.attribute(dataset, "unused_days") or "{}")
        named = {name: tuple(day_number(parse_date(day)) for day in days) for name, days in stored.items()}
    except (ValueError, AttributeError, TypeError):
        raise InputError(
            f"{dataset.filepath()}: the attribute unused_days cannot be read: import the product again."
        ) from None
    return [named.get(label(int(month)), named.get(str(int(month)), ())) for month in np.asarray(months)]
