"""Rasters that parameters are made from: opened with their scale, unit and names, tiles and large ones included."""

from __future__ import annotations

import re
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...arrays import FloatArray, IntArray
from ...errors import InputError
from ...files.handles import Dataset
from ...files.raster import RasterGrid, gdal, grid_of, open_raster
from ...files.raster_values import read_band

DEPTH_UNITS = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_UNIT_WORDS = {
    "millimeter": "mm", "millimetre": "mm", "millimeters": "mm", "millimetres": "mm",
    "centimeter": "cm", "centimetre": "cm", "centimeters": "cm", "centimetres": "cm",
    "meter": "m", "metre": "m", "meters": "m", "metres": "m",
}  # fmt: skip
_TILES = (".tif", ".tiff", ".vrt", ".hgt", ".img", ".asc")
# CCI and C3S; MCD12Q1 and MCD12C1.
_LAND_COVER_LAYER = re.compile(r":(lccs_class|LC_Type1|Majority_Land_Cover_Type_1)$")
_BLOCK_PIXELS = 8_000_000  # of a large model that are read at a time
_SHALLOW_MM = 600.0  # a region whose bedrock is nearer in the middle has hardly any soil: cm taken for mm


@dataclass
class Map:
    """An open raster.

    Attributes
    ----------
    path : Path
        File or folder of tiles.
    dataset : gdal.Dataset
        Open.
    grid : RasterGrid
        Of it.
    tiles : tuple of str
        Paths of the tiles of a folder; empty for a file.
    first_tile : gdal.Dataset, optional
        Open as long as the map is: a band does not outlive its data set.
    """

    path: Path
    dataset: Dataset
    grid: RasterGrid
    tiles: tuple[str, ...] = ()
    first_tile: Dataset | None = None

    @property
    def described(self) -> Dataset:
        """What holds the words of the raster: its first tile where it has some, for joined they keep none."""
        return self.dataset if self.first_tile is None else self.first_tile

    @property
    def texts(self) -> str:
        """Name of the file, or of a folder and its tiles, and what is written in it, one text to search."""
        dataset = self.described
        band = dataset.GetRasterBand(1)
        parts = [self.path.name, *(Path(tile).name for tile in self.tiles), band.GetDescription() or "", *self.names]
        for metadata in (dataset.GetMetadata(), band.GetMetadata()):
            parts += [f"{key}={value}" for key, value in metadata.items()]
        return " ".join(parts)

    @property
    def names(self) -> list[str]:
        """Names of the categories by number."""
        return list(self.described.GetRasterBand(1).GetCategoryNames() or [])

    @property
    def unit(self) -> str:
        """Unit that the file says: mm, cm or m; '' where it says none of them."""
        dataset = self.described
        band = dataset.GetRasterBand(1)
        said = [band.GetUnitType() or ""]
        for metadata in (band.GetMetadata(), dataset.GetMetadata()):
            said += [str(value) for key, value in metadata.items() if key.upper() in ("DATA_UNITS", "UNITS", "UNIT")]
        for text in (one.strip().lower() for one in said):
            if text in DEPTH_UNITS:
                return text
            if text in _UNIT_WORDS:
                return _UNIT_WORDS[text]
        # SoilGrids' depth to bedrock says its unit in its name only: BDTICM, BDRICM.
        names = (self.path.name, *(Path(tile).name for tile in self.tiles))
        return "cm" if any(re.search(r"BD(TI|RI)CM", name) for name in names) else ""

    def band(self, number: int = 1, rows: int = 0, columns: int = 0) -> FloatArray:
        """Return a band in its physical values, missing ones NaN; averaged to `rows` by `columns` where given."""
        if not rows:
            return read_band(self.dataset, self.path, number=number).as_float()
        height, width = self.grid.shape
        made = np.empty((rows, columns))
        step = max(1, _BLOCK_PIXELS // max(width, 1) * rows // height)
        for first in range(0, rows, step):
            last = min(first + step, rows)
            top, bottom = first * height // rows, last * height // rows
            part = read_band(self.dataset, self.path, slice(top, bottom), number=number).as_float()
            made[first:last] = _averaged(part, last - first, columns)
        return made

    def at(self, row: IntArray, column: IntArray, number: int = 1) -> FloatArray:
        """Return a band's values at pixels [pixel], NaN outside: by blocks of rows of the window that holds them.

        Global maps (land cover at 300 m has 8,000 million pixels) fit in no memory.
        """
        height, width = self.grid.shape
        found = np.full(row.size, np.nan)
        inside = np.flatnonzero((row >= 0) & (row < height) & (column >= 0) & (column < width))
        if not inside.size:
            return found
        inside = inside[np.argsort(row[inside], kind="stable")]
        rows, columns = row[inside], column[inside]
        left, right = int(columns.min()), int(columns.max()) + 1
        step = max(1, _BLOCK_PIXELS // (right - left))
        for top in range(int(rows[0]), int(rows[-1]) + 1, step):
            low, high = np.searchsorted(rows, (top, top + step))
            if low == high:
                continue
            window = slice(top, min(top + step, height)), slice(left, right)
            values = read_band(self.dataset, self.path, *window, number=number).as_float()
            found[inside[low:high]] = values[rows[low:high] - top, columns[low:high] - left]
        return found


def _averaged(values: FloatArray, rows: int, columns: int) -> FloatArray:
    """Return means of blocks of pixels [row, column], NaN where a block has none."""
    row = np.minimum(np.arange(values.shape[0]) * rows // values.shape[0], rows - 1)
    column = np.minimum(np.arange(values.shape[1]) * columns // values.shape[1], columns - 1)
    cell = (row[:, None] * columns + column[None, :]).ravel()
    known = np.isfinite(values.ravel())
    number = np.bincount(cell[known], minlength=rows * columns)
    total = np.bincount(cell[known], values.ravel()[known], minlength=rows * columns)
    return np.asarray(np.where(number > 0, total / np.maximum(number, 1), np.nan).reshape(rows, columns))


def open_map(path: Path, stack: ExitStack) -> Map:
    """Open a raster, or a folder of its tiles as one.

    Parameters
    ----------
    path : Path
        File, or folder of tiles in one reference system.
    stack : ExitStack
        Whose end removes the list of tiles.

    Raises
    ------
    InputError
        Where there is nothing to read, or the tiles do not fit together.
    """
    if not path.is_dir():
        dataset = _layer_of(open_raster(path), path)
        grid = grid_of(dataset)
        if grid.dy < 0.0:
            dataset = _north_up(dataset, path)
        return Map(path, dataset, grid_of(dataset))
    tiles = sorted(str(tile) for tile in path.rglob("*") if tile.suffix.lower() in _TILES)
    if not tiles:
        raise InputError(f"{path} holds no raster ({', '.join(_TILES)}): choose the folder of the tiles.")
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="groundswell-")))
    try:
        dataset = gdal().BuildVRT(str(folder / "tiles.vrt"), tiles)
        dataset.FlushCache()
    except RuntimeError as error:
        raise InputError(f"{path}: its tiles cannot be joined ({error}): give tiles of one product.") from error
    return Map(path, dataset, grid_of(dataset), tuple(tiles), first_tile=open_raster(Path(tiles[0])))


def _north_up(dataset: Dataset, path: Path) -> Any:
    """Return a raster whose rows run from the south with its rows from the north, the pixels as they are."""
    module = gdal()
    x_min, dx, _, y_min, _, dy = dataset.GetGeoTransform()
    rows, columns = dataset.RasterYSize, dataset.RasterXSize
    bounds = (x_min, y_min, x_min + dx * columns, y_min + dy * rows)
    try:
        return module.Warp(
            "", dataset, format="VRT", outputBounds=bounds, width=columns, height=rows, resampleAlg="near"
        )
    except RuntimeError as error:
        raise InputError(f"{path} has its rows from south to north and cannot be turned ({error}).") from error


def _layer_of(dataset: Dataset, path: Path) -> Any:
    """Return the land cover of a file with several layers (NetCDF, HDF), or the file itself."""
    layers = dataset.GetSubDatasets()
    if dataset.RasterCount or not layers:
        return dataset
    wanted = [name for name, _ in layers if _LAND_COVER_LAYER.search(name)]
    if len(wanted) != 1:
        listed = ", ".join(name.rsplit(":", 1)[-1] for name, _ in layers)
        raise InputError(
            f"{path} holds several layers ({listed}): save the one to use as GeoTIFF, by QGIS or gdal_translate."
        )
    try:
        return gdal().Open(wanted[0])
    except RuntimeError as error:
        raise InputError(f"{path}: its layer {wanted[0]} cannot be read ({error}): save it as GeoTIFF.") from error


def depth_factor(depth: Map, unit: str, values: FloatArray) -> tuple[float, str]:
    """Return millimetres per unit of a depth to bedrock, and how that is known.

    Parameters
    ----------
    depth : Map
        Raster.
    unit : {"auto", "mm", "cm", "m"}
        That the user says.
    values : array [pixel]
        Of it where the columns lie; NaN where missing.

    Raises
    ------
    InputError
        Where neither the file nor the user says the unit and the numbers are no plausible millimetres.
    """
    if unit != "auto":
        return DEPTH_UNITS[unit], ""
    said = depth.unit
    if said:
        return DEPTH_UNITS[said], f"{depth.path.name}: the depth to bedrock is in {said}, as the file says."
    middle = float(np.nanmedian(values)) if np.isfinite(values).any() else 0.0
    if np.nanmax(values, initial=0.0) < 100.0 or middle < _SHALLOW_MM:
        raise InputError(
            f"{depth.path}: the depth to bedrock is {middle:.0f} in the middle and the file does not say in which "
            "unit; give it in mm, or say DEPTH_UNIT (mm, cm or m)."
        )
    return 1.0, f"{depth.path.name} does not say its unit: the depth to bedrock was read in mm. If not, say DEPTH_UNIT."
