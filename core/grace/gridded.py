"""Products on longitude-latitude grids: mascons as NetCDF, Tellus and GravIS grids, single months or many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from ..files import netcdf
from ..files.raster import RasterGrid
from ..grid.regridding import Regridder
from .grid_files import GridFile, layout_of
from .level2_header import release_words
from .months import label
from .product import Area, Month, Product, check_sane, make_solutions

_IDENTIFYING = ("title", "institution", "source", "id", "filename", "creator_institution", "summary")
_HANDED_ON = ("synthetic", "comment", "time_mean_removed", "months_missing", "water_density", "postprocess_1", "filter")
_CODES = {"UTCSR": "CSR", "JPLEM": "JPL", "GFZOP": "GFZ", "COSTG": "COST-G", "CNESG": "CNES"}
_TELLUS_RADIUS_KM = 300.0  # destriped, then a Gaussian of 300 km (JPL's page of the land grids, 2021)


class GriddedProduct(Product):
    """Monthly grids of storage in one file or in many of the same grid.

    Parameters
    ----------
    files : sequence of GridFile
        Open files.
    folder : str
        What they lie in, for messages.
    use_scale_factors : bool
        Multiply by ``scale_factor`` where the file has it.
    land_only : bool
        Leave the ocean out of the means, by the mask in the file.
    land_mask : Path, optional
        Another file with the mask (1 = land), for products without; implies `land_only`.

    Raises
    ------
    InputError
        Where the files are not of one product and grid, or a month is there twice.
    """

    def __init__(
        self,
        files: Sequence[GridFile],
        folder: str,
        use_scale_factors: bool = False,
        land_only: bool = False,
        land_mask: Path | None = None,
    ) -> None:
        self._files = list(files)
        first = self._files[0]
        self._source = first.name if len(files) == 1 else folder
        self._grid = first.grid
        for other in self._files[1:]:
            if not other.grid.matches(self._grid):
                raise InputError(f"{other.name} has another grid than {first.name}: keep files of one product only.")
        self.name, centre = identify(first)
        _check_one_product(self._files, self._source)
        self._where = [(file, step) for file in self._files for step in range(len(file.windows))]
        windows = np.concatenate([file.windows for file in self._files])
        names = [file.name for file, _ in self._where]
        self.solutions = make_solutions(windows, centre, self._source, names=names)
        grid = self._grid
        self.area: Area = (
            grid.x_min,
            grid.x_min + grid.columns * grid.dx,
            max(-90.0, grid.y_max - grid.rows * grid.dy),
            min(90.0, grid.y_max),
        )
        self.baseline = first.said.get("time_mean_removed") or _baseline_of(self.name)
        self.has_uncertainty = all(file.has_uncertainty for file in self._files)
        self.has_leakage = all(file.has_leakage for file in self._files)
        self.attributes = {name: first.said[name] for name in _HANDED_ON if name in first.said}
        if "synthetic" in self.attributes:
            self.attributes["synthetic"] = int(float(self.attributes["synthetic"]))
        self._scales = first.has("scale_factor") if use_scale_factors else False
        if use_scale_factors and not self._scales:
            raise InputError(f"{self._source} has no scale factors (only JPL's mascon files have): leave them out.")
        self.attributes["scale_factors_applied"] = int(self._scales)
        self.attributes.update(_described(self._files, self.name, centre))
        self._land = read_land(land_mask, first) if land_mask is not None or land_only else None

    def with_values(self, indices: IntArray) -> tuple[IntArray, list[str]]:
        """Return the solutions that have a value anywhere, and the months of the others."""
        kept, empty = [], []
        whole = slice(0, self._grid.rows), slice(0, self._grid.columns)
        for index in indices:
            file, step = self._where[index]
            row = self._grid.rows // 2
            some = file.storage(step, slice(row, row + 1), whole[1])
            if np.isfinite(some).any() or np.isfinite(file.storage(step, *whole)).any():
                kept.append(index)
            else:
                empty.append(label(int(self.solutions.months[index])))
        return np.array(kept, dtype=np.int64), empty

    def storage(self, target: RasterGrid, indices: IntArray) -> Iterator[Month]:
        """Yield solutions as area-weighted means over the target's cells, reading only the part needed."""
        regridder = Regridder(self._grid, target)
        rows, runs = regridder.source_window
        factor = None
        if self._scales:
            factor = np.concatenate([self._files[0].field("scale_factor", rows, run) for run in runs], axis=-1)
        ocean = None if self._land is None else np.asarray(regridder.cut(self._land), dtype=np.float64) < 0.5
        for index in indices:
            file, step = self._where[index]
            values = np.concatenate([file.storage(step, rows, run) for run in runs], axis=-1)
            check_sane(values, int(self.solutions.months[index]), file.name, file.unit)
            sigma = None
            if self.has_uncertainty:
                parts = [file.uncertainty(step, rows, run) for run in runs]
                there = [part for part in parts if part is not None]
                sigma = np.concatenate(there, axis=-1) if len(there) == len(runs) else np.full(values.shape, np.nan)
            if factor is not None:
                values = values * factor
            if ocean is not None:
                values = np.where(ocean, np.nan, values)
            leaked = None
            if self.has_leakage:
                leaked = regridder.apply(np.concatenate([file.leakage(step, rows, run) for run in runs], axis=-1))
            yield Month(regridder.apply(values), None if sigma is None else regridder.apply(sigma), leakage=leaked)

    def mascons(self, target: RasterGrid) -> IntArray | None:
        """Return the mascon at each cell's centre; -1 outside the file."""
        first = self._files[0]
        if not first.has("mascon_ID"):
            return None
        grid = self._grid
        numbers = first.field("mascon_ID", slice(0, grid.rows), slice(0, grid.columns))
        lon, lat = target.lon_lat()
        row, column = grid.index(grid.x_min + (lon - grid.x_min) % 360.0, lat)
        inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
        found = np.full(target.shape, -1, dtype=np.int64)
        found[inside] = np.nan_to_num(numbers[row[inside], column[inside]], nan=-1.0)
        return found


def _baseline_of(name: str) -> str:
    """Return the months that a product takes its anomalies to, where its pages say so and its file does not."""
    known = "Tellus" in name or name.endswith("RL06 mascons")
    return "2004.000 to 2009.999" if known else "as the product has it (the file does not say)"


def _check_one_product(files: Sequence[GridFile], folder: str) -> None:
    """Refuse files of several centres, releases, versions or filters.

    Raises
    ------
    InputError
        With one of each by name.
    """
    kinds = {
        "processing centre": [identify(file)[1] for file in files],
        "product": [identify(file)[0] for file in files],
        "version": [_version(file) for file in files],
        "filter": [_filter(file) for file in files],
    }
    for mission in ("GRAC", "GRFO"):
        some = [file for file in files if f"_{mission}_" in file.name]
        _refuse_unlike(some, [_release(file) for file in some], "release", folder)
    for what, values in kinds.items():
        _refuse_unlike(files, values, what, folder)


def _refuse_unlike(files: Sequence[GridFile], values: Sequence[str], what: str, folder: str) -> None:
    counts = Counter(values)
    if len(counts) > 1:
        parts = [f"{value or 'not said'} ({files[values.index(value)].name})" for value in counts]
        raise InputError(
            f"{folder} holds grids that differ in their {what}: {', '.join(parts)}. Months of different kinds are no "
            "series: put each kind in a folder of its own."
        )


def _release(file: GridFile) -> str:
    """Return the release of a month by its name (``..._BA01_0601_LND_v04``) or its attributes; '' where unsaid."""
    match = re.search(r"_(?:UTCSR|JPLEM|GFZOP|COSTG)(?:_\w{4})?_(\d{4})_", file.name)
    if match:
        return release_words(match.group(1))
    said = " ".join(file.said.get(key, "") for key in ("product_version", "title"))
    match = re.search(r"RL\s*(\d{2}(?:\.\d{1,2})?)", said) or re.search(r"RL(\d{2}(?:\.?\d{1,2})?)", file.name)
    return release_words(match.group(1)) if match else ""


def _version(file: GridFile) -> str:
    match = re.search(r"_LND_v(\d+)", file.name)
    return match.group(1) if match else ""


def _filter(file: GridFile) -> str:
    """Return the filter that a file says, in its attributes or its name; '' where unsaid."""
    said = file.said.get("filter")
    if said:
        return said
    match = re.search(r"(?<![A-Z])(?:DDK|VDK) ?\d|GAUSSIAN \d+ ?KM", " ".join([*file.said.values(), file.name]).upper())
    return match.group(0) if match else ""


def _described(files: Sequence[GridFile], name: str, centre: str) -> dict[str, str | int | float]:
    """Return what the result says of the product's filter and centre."""
    releases = sorted({release for release in map(_release, files) if release})
    found: dict[str, str | int | float] = {
        "centre": centre or "not said",
        "release": ", ".join(releases) or "not said",
        "gia_source": "as the product has it",
        "degree_1_source": "as the product has it",
        "c20_source": "as the product has it",
    }
    if "Tellus" in name:
        words = f"destriped, Gaussian {_TELLUS_RADIUS_KM:g} km (applied by the product)"
        found.update(filter=words, filter_kind="destriped_gaussian", filter_radius_km=_TELLUS_RADIUS_KM)
        found["filter_max_degree"] = 60
    elif "mascon" in name:
        found.update(filter="mascons (regularised by the product)", filter_kind="mascon")
    else:
        words = _filter(files[0])
        found.update(filter=words or "as the product has it", filter_kind=words or "not said")
    return found


def identify(file: GridFile) -> tuple[str, str]:
    """Return the product's name and its processing centre (for the days that it used), by what the file holds."""
    words = " ".join([file.name.lower(), *(file.said.get(key, "").lower() for key in _IDENTIFYING)])
    code = next((centre for text, centre in _CODES.items() if text.lower() in words), "")
    if file.has("mascon_ID"):
        return "JPL RL06 mascons", "JPL"
    if "gravis" in words or file.has("std_tws"):
        centre = code or next((name for name in ("COST-G", "GFZ", "CSR", "JPL") if name.lower() in words), "")
        return f"GravIS land grids ({centre or 'centre not said'})", centre
    if "grd-3" in words or "tellus" in words:
        centre = code or next((name for name in ("JPL", "GFZ", "CSR") if f" {name.lower()}" in words), "")
        return f"GRACE Tellus land grids ({centre or 'centre not said'})", centre
    if "goddard" in words or "gsfc" in words:
        return "GSFC RL06 mascons", "GSFC"
    # CSR alone writes the unit of its times as `Units`.
    if "csr" in words or "center for space research" in words or _has_csrs_times(file):
        return "CSR RL06 mascons", "CSR"
    return file.said.get("title", "").lower() or "monthly storage grids", code


def _has_csrs_times(file: GridFile) -> bool:
    dataset = getattr(file, "dataset", None)
    return dataset is not None and "time" in dataset.variables and "Units" in dataset.variables["time"].ncattrs()


def read_land(path: Path | None, file: GridFile) -> FloatArray:
    """Return the land mask [row, column] (1 = land, north up) on the product's own grid.

    Parameters
    ----------
    path : Path, optional
        File with the mask; the product's own where None.
    file : GridFile
        Of the product.

    Raises
    ------
    InputError
        Where there is none, or it is on another grid.
    """
    names = ("LO_val", "land_mask", "land")
    whole = slice(0, file.grid.rows), slice(0, file.grid.columns)
    if path is None:
        name = next((each for each in names if file.has(each)), None)
        if name is None:
            raise InputError(f"{file.name} has no land mask (LO_val or land_mask): choose the mask of the product.")
        return file.field(name, *whole)
    with netcdf.open_chain_file(path) as dataset:
        name = next((each for each in names if each in dataset.variables), None)
        if name is None:
            raise InputError(f"{path} has no land mask (LO_val or land_mask): choose the mask of the product.")
        grid, south_first = layout_of(dataset)
        if not grid.matches(file.grid):
            raise InputError(f"{path} has another grid than the product: choose the mask that belongs to it.")
        values = netcdf.read_float(dataset, name)
    return values[::-1] if south_first else values
