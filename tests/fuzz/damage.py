"""Ways in which files are damaged: bits, cuts, metadata, sizes, times, text, geometries. Each by a seed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

CALENDARS = ("noleap", "360_day", "all_leap", "julian", "lunar", "", 5)
UNITS = ("m", "cm", "mm/day", "K", "", "kg m-2 s-1", "µ", 7, "1")
TIME_UNITS = ("months since 2018-01-15", "days since yesterday", "fortnights", "days since 0000-00-00", 3.0, "seconds")
TEXTS = {
    "", ".csv", ".txt", ".tenv3", ".json", ".geojson", ".gfc", ".par", ".neu", ".pos", ".tenv", ".txyz2", ".series",
    ".xyz", ".tms",
}  # fmt: skip
FILLS = (-9999.0, -999.0, 1e20, 1e30, 32767.0, np.inf, -np.inf, np.nan, 1e300)
ODD_TEXT = ("", "abc", "é" * 300, "-", "0", 5, 2.5, np.array([1.0, 2.0]), "NaN", "[" * 60)


def damage(source: Path, target: Path, seed: int) -> str:
    """Write a damaged copy of a file and return in words what was done.

    Parameters
    ----------
    source : Path
        A whole file.
    target : Path
        Of the copy.
    seed : int
        Decides what is done.

    Returns
    -------
    str
        What was done.
    """
    rng = np.random.default_rng(seed)
    suffix = source.suffix.lower()
    ways: list[Callable[[Path, Path, np.random.Generator], str]] = [_flip, _cut, _stretch]
    if suffix == ".nc":
        ways += [_metadata] * 9
    elif suffix in TEXTS:
        ways += [_text] * 5
        if suffix in (".json", ".geojson"):
            ways += [_json] * 5
    elif suffix in (".tif", ".tiff"):
        ways += [_raster] * 4
    way = ways[int(rng.integers(len(ways)))]
    return way(source, target, rng)


def _flip(source: Path, target: Path, rng: np.random.Generator) -> str:
    data = np.frombuffer(source.read_bytes(), np.uint8).copy()
    count = int(rng.choice([1, 3, 20, 200]))
    if data.size:
        # Headers are where a bit counts: half of the flips lie in the first kilobytes.
        reach = data.size if rng.random() < 0.5 else min(data.size, 4096)
        places = rng.integers(0, reach, count)
        data[places] ^= (1 << rng.integers(0, 8, count)).astype(np.uint8)
    target.write_bytes(data.tobytes())
    return f"{count} bits turned"


def _cut(source: Path, target: Path, rng: np.random.Generator) -> str:
    data = source.read_bytes()
    kept = int(len(data) * rng.choice([0.0, 0.01, 0.3, 0.7, 0.99])) if data else 0
    target.write_bytes(data[:kept])
    return f"cut after {kept} of {len(data)} bytes"


def _stretch(source: Path, target: Path, rng: np.random.Generator) -> str:
    data = source.read_bytes()
    middle = len(data) // 2
    extra = [b"\0" * 500, bytes(rng.integers(0, 256, 300, dtype=np.uint8)), data[: min(middle, 2000)]]
    chosen = int(rng.integers(len(extra)))
    target.write_bytes(data[:middle] + extra[chosen] + data[middle:])
    return f"{len(extra[chosen])} bytes put in the middle"


def _text(source: Path, target: Path, rng: np.random.Generator) -> str:
    lines = source.read_text("utf-8", "replace").splitlines() or [""]
    place = int(rng.integers(len(lines)))
    cells = lines[place].replace(";", ",").split(",")
    cell = int(rng.integers(len(cells)))
    odd = ["abc", "", "1e400", "nan", "-9999", "99999999999999999999", "2018-13-45", "1,5", '"', "é", "\x00", "inf"]
    way = int(rng.integers(7))
    if way == 0:
        lines.pop(0)
    elif way == 1:
        cells[cell] = str(rng.choice(odd))
        lines[place] = ",".join(cells)
    elif way == 2:
        cells.pop(cell)
        lines[place] = ",".join(cells)
    elif way == 3:
        lines = [lines[index] for index in rng.permutation(len(lines))]
    elif way == 4:
        lines.insert(place, lines[place])
    elif way == 5:
        lines = lines[:1]
    else:
        lines = [line.replace(",", ";").replace(".", ",") for line in lines]
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return f"text, way {way}, line {place + 1}"


def _json(source: Path, target: Path, rng: np.random.Generator) -> str:
    try:
        content = json.loads(source.read_text("utf-8"))
    except ValueError:
        return _cut(source, target, rng)
    spots: list[tuple[Any, Any]] = []
    _collect(content, spots)
    holder, key = spots[int(rng.integers(len(spots)))]
    odd: list[Any] = [None, "abc", -1, 1e300, [], {}, True, [[0, 0]], float("nan")]
    way = int(rng.integers(3))
    if way == 0 and isinstance(holder, list) and len(holder) > 1:
        holder.pop()  # a ring is no longer closed
    elif way == 1 and isinstance(holder, dict):
        holder.pop(key)
    else:
        holder[key] = odd[int(rng.integers(len(odd)))]
    target.write_text(json.dumps(content), "utf-8")
    return f"json, way {way} at '{key}'"


def _collect(node: Any, spots: list[tuple[Any, Any]]) -> None:
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        spots.append((node, key))
        _collect(value, spots)


def _raster(source: Path, target: Path, rng: np.random.Generator) -> str:
    from osgeo import gdal

    gdal.UseExceptions()
    shutil.copy(source, target)
    dataset = gdal.Open(str(target), gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    ways = ["scale", "turned", "south up", "crs", "nodata", "sentinel", "tags", "no place", "infinite"]
    way = str(rng.choice(ways))
    west, dx, _, north, _, dy = dataset.GetGeoTransform()
    if way == "scale":
        band.SetScale(float(rng.choice([0.0, 0.001, np.nan])))
        band.SetOffset(float(rng.choice([0.0, 5.0])))
    elif way == "turned":
        dataset.SetGeoTransform((west, dx, dx / 3, north, dx / 5, dy))
    elif way == "south up":
        dataset.SetGeoTransform((west, dx, 0, north, 0, -dy))
    elif way == "crs":
        dataset.SetProjection('LOCAL_CS["nowhere",UNIT["metre",1]]')
    elif way == "nodata":
        band.SetNoDataValue(float(rng.choice([0.0, -9999.0, 1e30])))
    elif way in ("sentinel", "infinite"):
        values = band.ReadAsArray()
        values[: max(1, values.shape[0] // 3)] = _fitting(values.dtype, rng) if way == "sentinel" else values.max()
        band.WriteArray(values)
    elif way == "tags":
        dataset.SetMetadata({"DATA_UNITS": "furlong", "WAVELENGTH_METRES": "abc", "AREA_OR_POINT": "Point"})
    else:
        dataset.SetGeoTransform((np.nan, dx, 0, 1e300, 0, dy))
    dataset.FlushCache()
    return f"raster: {way}"


def _metadata(source: Path, target: Path, rng: np.random.Generator) -> str:
    """Copy a NetCDF file with one thing changed."""
    import netCDF4

    with netCDF4.Dataset(str(source)) as old, netCDF4.Dataset(str(target), "w") as new:
        old.set_auto_maskandscale(False)
        old.set_auto_chartostring(False)
        names = list(old.variables)
        victim = names[int(rng.integers(len(names)))]
        edit = str(rng.choice(_EDITS))
        new.setncatts({key: old.getncattr(key) for key in old.ncattrs()})
        for name, dimension in old.dimensions.items():
            new.createDimension(name, len(dimension))
        for name, variable in old.variables.items():
            if name == victim and edit == "dropped":
                continue
            _copy(new, name, variable, edit if name == victim else "", rng)
        done = _global(new, edit, rng)
    return f"'{victim}' {edit}{done}"


_EDITS = (
    "dropped", "no units", "units", "units", "calendar", "time units", "sentinel", "sentinel", "shuffled", "repeated",
    "text", "other dimensions", "turned round", "no attributes", "odd attribute", "integers", "missing", "attribute",
    "attribute", "huge", "empty", "scale",
)  # fmt: skip


def _copy(new: Any, name: str, variable: Any, edit: str, rng: np.random.Generator) -> None:
    dimensions, kind, values = variable.dimensions, variable.dtype, variable[...]
    attributes = {key: variable.getncattr(key) for key in variable.ncattrs() if key != "_FillValue"}
    fill = variable.getncattr("_FillValue") if "_FillValue" in variable.ncattrs() else None
    if edit == "text":
        kind, values, fill = str, np.full(np.shape(values), "abc", dtype=object), None
    elif edit == "integers" and np.issubdtype(kind, np.floating):
        with np.errstate(invalid="ignore"):
            kind, values, fill = np.dtype("i2"), np.nan_to_num(values).astype("i2"), None
    elif edit == "other dimensions" and len(dimensions) > 1:
        dimensions, values = dimensions[::-1], np.transpose(values)
    elif edit == "no attributes":
        attributes, fill = {}, None
    target = new.createVariable(name, kind, dimensions, fill_value=fill)
    target.set_auto_maskandscale(False)
    target.set_auto_chartostring(False)
    _change_attributes(attributes, edit, rng)
    target.setncatts(attributes)
    target[...] = _changed(values, edit, rng)


def _changed(values: Any, edit: str, rng: np.random.Generator) -> Any:
    if edit not in ("sentinel", "shuffled", "repeated", "turned round", "missing") or np.ndim(values) == 0:
        return values
    if not np.issubdtype(np.asarray(values).dtype, np.number) or np.size(values) == 0:
        return values
    values = np.array(values)
    if edit == "shuffled":
        return values[rng.permutation(values.shape[0])]
    if edit == "repeated":
        values[-1] = values[0]
    elif edit == "turned round":
        return values[::-1]
    elif edit == "missing":
        values[...] = _fitting(values.dtype, rng)
    else:
        flat = values.reshape(-1)
        flat[rng.integers(0, flat.size, max(1, flat.size // 10))] = _fitting(values.dtype, rng)
    return values


def _fitting(kind: np.dtype[Any], rng: np.random.Generator) -> Any:
    """Return a number that stands for missing, as a type can hold it."""
    value = float(rng.choice(FILLS))
    if np.issubdtype(kind, np.floating):
        with np.errstate(over="ignore"):
            return np.asarray(value).astype(kind)
    limits = np.iinfo(kind)
    return limits.max if not np.isfinite(value) else kind.type(min(max(value, limits.min), limits.max))


def _change_attributes(attributes: dict[str, Any], edit: str, rng: np.random.Generator) -> None:
    if edit == "no units":
        attributes.pop("units", None)
    elif edit == "units":
        attributes["units"] = UNITS[int(rng.integers(len(UNITS)))]
    elif edit == "calendar":
        attributes["calendar"] = CALENDARS[int(rng.integers(len(CALENDARS)))]
    elif edit == "time units":
        attributes["units"] = TIME_UNITS[int(rng.integers(len(TIME_UNITS)))]
    elif edit == "scale":
        attributes["scale_factor"], attributes["add_offset"] = "abc", 3.0
    elif edit == "odd attribute" and attributes:
        key = sorted(attributes)[int(rng.integers(len(attributes)))]
        attributes[key] = ODD_TEXT[int(rng.integers(len(ODD_TEXT)))]


def _global(new: Any, edit: str, rng: np.random.Generator) -> str:
    if edit == "attribute" and new.ncattrs():
        key = sorted(new.ncattrs())[int(rng.integers(len(new.ncattrs())))]
        if rng.random() < 0.3:
            new.delncattr(key)
            return f": global {key} gone"
        new.setncattr(key, ODD_TEXT[int(rng.integers(len(ODD_TEXT)))])
        return f": global {key}"
    if edit == "huge":
        new.createDimension("huge", 2_000_000_000)
        new.createVariable("huge", "f8", ("huge",), zlib=True, chunksizes=(1000,))
    return ""
