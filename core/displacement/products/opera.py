"""OPERA's displacement from Sentinel-1: a folder of DISP-S1 granules, chained over their moving reference dates."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...dates import day_number, parse_date
from ...errors import InputError
from ...files import netcdf
from ...files.canonical import check_packing
from ...files.handles import Dataset
from ...files.hdf5_lock import guarded
from ...files.line_of_sight import TOWARDS
from ...files.raster import RasterGrid
from ...files.trial import open_for_trial
from ...wording import number_of
from .meaning import Wanted, check_component, factor_to_mm
from .model import LINE_OF_SIGHT, Attribute, Float32, ProductReference, RasterProduct
from .opera_chain import Chain
from .windows import chunk_of

NAME = re.compile(
    r"OPERA_L3_DISP-S1_IW_F(?P<frame>\d{5})_(?P<polarisation>VV|HH)_(?P<first>\d{8}T\d{6})Z?_(?P<second>\d{8}T\d{6})Z?"
    r"_v(?P<version>\d+(?:\.\d+)*)_(?P<made>\d{8}T\d{6})Z?.*\.nc"
)
DISPLACEMENT, SHORT = "displacement", "short_wavelength_displacement"
WAVELENGTH_M = 0.05546576
"""Wavelength of Sentinel-1, m: 299792458 m/s over 5.405 GHz."""
_TIDE, _IONOSPHERE = "solid_earth_tide", "ionospheric_delay"
_MOST_OPEN = 300
"""Files kept open at a time; systems allow 1024."""


@dataclass(frozen=True)
class Granule:
    """One file: displacement from a reference date to a later one."""

    path: Path
    frame: str
    polarisation: str
    first: date
    second: date
    version: tuple[int, ...]
    made: str
    seconds: float


@dataclass(frozen=True)
class OperaOptions:
    """How granules are read.

    Attributes
    ----------
    subtract_tide, subtract_ionosphere : bool
        Whether the tide of the solid Earth and the delay of the ionosphere that the granules carry are subtracted.
    gap_model : str
        See :class:`~.opera_chain.Chain`.
    """

    subtract_tide: bool = True
    subtract_ionosphere: bool = False
    gap_model: str = "linear"


def granule_of(path: Path) -> Granule | None:
    """Return what a file's name says of it, or None where it is not named like a granule."""
    match = NAME.fullmatch(path.name)
    if match is None:
        return None
    at = match["second"]
    return Granule(
        path,
        match["frame"],
        match["polarisation"],
        parse_date(match["first"][:8]),
        parse_date(match["second"][:8]),
        version=tuple(int(part) for part in match["version"].split(".")),
        made=match["made"],
        seconds=3600.0 * int(at[9:11]) + 60.0 * int(at[11:13]) + int(at[13:15]),
    )


def find_granules(place: Path) -> tuple[list[Granule], list[str]]:
    """Return the granules of a folder (or of a file's folder), the newest of each pair of dates, and what to know.

    Raises
    ------
    InputError
        Where they are of several frames or polarisations.
    """
    folder = place if place.is_dir() else place.parent
    every = [granule for path in sorted(folder.rglob("*.nc")) if (granule := granule_of(path)) is not None]
    for what, values in (
        ("frames", sorted({f"F{one.frame}" for one in every})),
        ("polarisations", sorted({one.polarisation for one in every})),
    ):
        if len(values) > 1:
            raise InputError(
                f"{folder} holds granules of several {what} ({', '.join(values)}): put those of one in a folder of "
                "their own and give it as INPUT."
            )
    newest: dict[tuple[date, date], Granule] = {}
    for one in every:
        known = newest.get((one.first, one.second))
        if known is None or (one.version, one.made) > (known.version, known.made):
            newest[one.first, one.second] = one
    warnings = []
    if len(newest) < len(every):
        warnings.append(
            f"{number_of(len(every) - len(newest), 'granule is', 'granules are')} of an older version or generation "
            "than another one of the same dates, and not used."
        )
    versions = sorted({one.version[:2] for one in newest.values()})
    if len(versions) > 1:
        names = ", ".join(".".join(map(str, version)) for version in versions)
        warnings.append(f"The granules are of several versions ({names}), which may differ in more than digits.")
    return sorted(newest.values(), key=lambda one: (one.first, one.second)), warnings


def open_opera(place: Path, wanted: Wanted, options: OperaOptions) -> tuple[RasterProduct, OpenGranules]:
    """Return the series that the granules of a folder form, and the files, which the caller closes.

    Raises
    ------
    InputError
        Where the granules hold short wavelengths only, or do not form a series on one grid.
    """
    granules, warnings = find_granules(place)
    if not granules:
        raise InputError(f"{place} holds no OPERA DISP-S1 granule (OPERA_L3_DISP-S1_IW_F..._v...nc).")
    backwards = [one.path.name for one in granules if one.first >= one.second]
    if backwards:
        raise InputError(f"{backwards[0]}: its second date is not after its first.")
    files = OpenGranules([one.path for one in granules])
    try:
        grid, chunk, factor, more = _common(files, wanted)
        check_component(granules[0].path, "displacement in the line of sight", wanted, is_line_of_sight=True)
        dates = sorted({day for one in granules for day in (one.first, one.second)})
        number = {day: index for index, day in enumerate(dates)}
        chain = Chain(
            np.array([day_number(day) for day in dates], dtype=np.float64),
            np.array([(number[one.first], number[one.second]) for one in granules], dtype=np.intp),
            options.gap_model,
        )
        reader = _Reader(files, chain, factor, options)
        warnings += [*more, *_of_links(granules), *reader.of_corrections()]
    except BaseException:
        files.close()
        raise
    attributes: dict[str, Attribute] = {
        "frame": f"F{granules[0].frame}",
        "wavelength": WAVELENGTH_M,
        "acquisition_time": granules[0].seconds,
        "gap_model": options.gap_model,
        "granules": " ".join(one.path.name for one in granules),
        **reader.removed(),
    }
    product = RasterProduct(
        "OPERA DISP-S1",
        LINE_OF_SIGHT,
        grid,
        chain.days,
        reader.read,
        chunk=chunk,
        reference=ProductReference(median=True),
        attributes=attributes,
        warnings=tuple(warnings),
        gaps=reader.gaps,
        parts=reader.parts,
        refer=reader.refer,
    )
    return product, files


class OpenGranules:
    """Files that are opened when they are needed, a limited number at a time.

    Parameters
    ----------
    paths : list of Path
        By number.
    """

    def __init__(self, paths: list[Path]) -> None:
        self.paths = paths
        self._open: OrderedDict[int, Any] = OrderedDict()

    def __getitem__(self, number: int) -> Any:
        """Return the open data set of a file."""
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        if len(self._open) >= _MOST_OPEN:
            self._open.popitem(last=False)[1].close()
        try:
            open_for_trial(self.paths[number], "netCDF4")
            dataset = guarded(netcdf.netcdf4().Dataset, str(self.paths[number]))
        except (OSError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputError(f"{self.paths[number]} cannot be read as NetCDF ({reason}): download it again.") from error
        self._open[number] = dataset
        check_packing(dataset, self.paths[number])
        return dataset

    def close(self) -> None:
        """Close all."""
        while self._open:
            self._open.popitem()[1].close()


def _common(files: OpenGranules, wanted: Wanted) -> tuple[RasterGrid, tuple[int, int], float, list[str]]:
    """Return grid, chunks and factor of all files, and what to know."""
    grid, chunk, factor = None, (256, 256), 1.0
    without_mask = 0
    for number, path in enumerate(files.paths):
        dataset = files[number]
        if DISPLACEMENT not in dataset.variables:
            if SHORT in dataset.variables:
                raise InputError(
                    f"{path} holds {SHORT} only, from which long wavelengths, and with them the load of water, were "
                    f"removed: fetch the granules with '{DISPLACEMENT}'."
                )
            raise InputError(f"{path} has no variable '{DISPLACEMENT}'.")
        variable = dataset[DISPLACEMENT]
        here = netcdf.read_grid(dataset)
        _check_layers(dataset, path, here.shape)
        if grid is None:
            grid, chunk = here, chunk_of(variable)
            factor = factor_to_mm(path, netcdf.attribute(variable, "units"), wanted, TOWARDS, WAVELENGTH_M)
        elif not here.matches(grid):
            raise InputError(f"{path} has another grid than {files.paths[0].name}: a series needs one grid.")
        without_mask += "recommended_mask" not in dataset.variables
    if grid is None:
        raise InputError("There is no granule.")
    warnings = []
    if without_mask:
        warnings.append(
            f"{number_of(without_mask, 'granule has', 'granules have')} no recommended_mask: all of its pixels count "
            "as good."
        )
    return grid, chunk, factor, warnings


def _check_layers(dataset: Dataset, path: Path, shape: tuple[int, int]) -> None:
    """See that the layers of a granule have its cells and are numbers.

    Raises
    ------
    InputError
        Where one does not.
    """
    corrections = dataset.groups.get("corrections")
    layers = [(dataset, name) for name in (DISPLACEMENT, "recommended_mask")]
    layers += [(corrections, name) for name in (_TIDE, _IONOSPHERE)] if corrections is not None else []
    for holder, name in layers:
        variable = holder.variables.get(name)
        if variable is None:
            continue
        kinds = "f" if name != "recommended_mask" else "iuf"
        if variable.dtype is str or variable.dtype.kind not in kinds or variable.shape[-2:] != shape:
            raise InputError(
                f"{path}: '{name}' does not hold a number for each of its {shape[0]} x {shape[1]} cells: download it "
                "again."
            )


def _of_links(granules: list[Granule]) -> list[str]:
    """Return what to know of reference dates that no granule ends at."""
    seconds = {one.second for one in granules}
    firsts = sorted({one.first for one in granules})
    missing = [day for day in firsts[1:] if day not in seconds]
    if not missing:
        return []
    return [
        f"No granule ends at the reference date {', '.join(map(str, missing))}: what comes after is a part of its own "
        "whose offset to the part before is unknown (GAP_MODEL says how it is tied). Fetch the missing granule."
    ]


@dataclass
class _Reader:
    """Reads and chains windows."""

    files: OpenGranules
    chain: Chain
    factor: float
    options: OperaOptions
    _offsets: FloatArray | None = None
    _gaps: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int32))
    _parts: npt.NDArray[np.uint16] = field(default_factory=lambda: np.zeros((0, 0, 0), dtype=np.uint16))

    def read(self, rows: slice, columns: slice) -> Float32:
        """Return the series [date, row, column] of a window in mm."""
        shape = rows.stop - rows.start, columns.stop - columns.start
        values = np.empty((len(self.files.paths), *shape), dtype=np.float32)
        for number in range(len(values)):
            values[number] = self._granule(number, rows, columns)
        if self._offsets is not None:
            first, second = self.chain.pairs.T
            values -= (self._offsets[second] - self._offsets[first]).astype(np.float32)[:, None, None]
        flat = values.reshape(len(values), -1)
        series = np.empty((self.chain.days.size, flat.shape[1]), dtype=np.float32)
        gaps = np.empty(flat.shape[1], dtype=np.int32)
        parts = np.empty(series.shape, dtype=np.uint16)
        step = max(1, 400_000 // len(values))  # in float64, of which ties need some twenty copies
        for start in range(0, flat.shape[1], step):
            part = slice(start, start + step)
            series[:, part], gaps[part], parts[:, part] = self.chain.series(flat[:, part].astype(np.float64))
        self._gaps, self._parts = gaps.reshape(shape), parts.reshape(-1, *shape)
        return series.reshape(-1, *shape)

    def refer(self, offsets: FloatArray) -> None:
        """Take offsets [date] in mm from every granule that is read later."""
        self._offsets = offsets

    def gaps(self) -> npt.NDArray[np.int32]:
        """Return the parts beyond the first of the window that was read last."""
        return self._gaps

    def parts(self) -> npt.NDArray[np.uint16]:
        """Return which part each date of the window that was read last belongs to [date, row, column]."""
        return self._parts

    def _granule(self, number: int, rows: slice, columns: slice) -> Float32:
        dataset = self.files[number]
        values = _window(dataset, DISPLACEMENT, rows, columns)
        if "recommended_mask" in dataset.variables:
            values[_window(dataset, "recommended_mask", rows, columns) != 1] = np.nan
        else:
            values[values == 0] = np.nan
        for name in self._subtracted():
            holder = dataset.groups.get("corrections")
            if holder is not None and name in holder.variables:
                values -= _window(holder, name, rows, columns)
        values *= np.float32(self.factor)
        return values

    def _subtracted(self) -> list[str]:
        wanted = ((_TIDE, self.options.subtract_tide), (_IONOSPHERE, self.options.subtract_ionosphere))
        return [name for name, switch in wanted if switch]

    def _count(self, name: str) -> int:
        """Return how many granules have a correction."""
        groups = (self.files[number].groups.get("corrections") for number in range(len(self.files.paths)))
        return sum(group is not None and name in group.variables for group in groups)

    def of_corrections(self) -> list[str]:
        """Return what to know of the corrections."""
        n_granules = len(self.files.paths)
        warnings = []
        for name in self._subtracted():
            found = self._count(name)
            if found < n_granules:
                warnings.append(
                    f"{n_granules - found} of {n_granules} granules have no {name} in their group corrections: it "
                    "stays in their displacement."
                )
        if not self.options.subtract_ionosphere and self._count(_IONOSPHERE):
            warnings.append(
                "The delay of the ionosphere that the granules carry was not subtracted, as by default in OPERA's own "
                "tools: it is estimated from maps of coarse resolution (SUBTRACT_IONOSPHERE subtracts it)."
            )
        return warnings

    def removed(self) -> dict[str, Attribute]:
        """Return attributes that say what was taken away."""
        found: dict[str, Attribute] = {}
        n_granules = len(self.files.paths)
        for name, ours in ((_TIDE, "solid_earth_tide_removed"), (_IONOSPHERE, "ionosphere_removed")):
            count = self._count(name) if name in self._subtracted() else 0
            if count:
                found[ours] = f"OPERA's {name}, of {count} of {n_granules} granules"
        return found


def _window(holder: Any, name: str, rows: slice, columns: slice) -> Any:
    variable = holder.variables[name]
    variable.set_var_chunk_cache(size=0)  # of hundreds of open files; to decode again costs less than to chain
    real = variable.dtype.kind == "f"
    variable.set_auto_mask(real)
    try:
        stored = variable[(..., rows, columns)]
    except (RuntimeError, OSError, IndexError) as error:
        raise InputError(
            f"{holder.filepath()} is cut off or corrupt: '{name}' cannot be read ({error}). Download it again."
        ) from error
    values = np.ma.filled(np.ma.asarray(stored), np.nan if real else 255)
    return np.array(values.reshape(values.shape[-2:]), dtype=np.float32 if real else values.dtype)
