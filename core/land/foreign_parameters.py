"""Parameters as NASA's own tools write them: GEOS ``catch_params`` and LDT ``lis_input`` files.

Read after their documented layout: no real file of either was at hand.
"""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from .catchment import Parameters
from .estimation.legends import LEGENDS
from .tiles import Tiles, tiles_at

_SHARED = (
    *("ars1", "ars2", "ars3", "ara1", "ara2", "ara3", "ara4", "arw1", "arw2", "arw3", "arw4"),
    *("bf1", "bf2", "bf3", "tsa1", "tsa2", "tsb1", "tsb2"),
)
_GEOS = {
    **{name: name.upper() for name in (*_SHARED, "atau", "btau", "bee", "cond", "gnu", "poros", "psis", "wpwet")},
    "dpth": "DP2BR",
}
_LIS = {
    **{name: f"{name.upper()}CLSM" for name in (*_SHARED, "atau", "btau", "gnu")},
    "bee": "BEXP",
    "psis": "PSISAT",
    "cond": "KSAT",
    "wpwet": "WPWET",
    "dpth": "BEDROCKDEPTH",
    "poros": "POROSITY",
}
_MONTHLY = {"lai": ("lai", "LAI"), "grn": ("grn", "GRN", "GREEN", "GREENNESS"), "albedo": ("albedo", "ALBEDO")}
_VEGETATION = ("vegcls", "ITY", "OLD_ITY", "VEGCLS")
_PLACES = (("lon", "lat"), ("longitude", "latitude"), ("com_lon", "com_lat"))


def is_foreign(dataset: Dataset) -> bool:
    """Return whether an open file has the names of GEOS or LDT."""
    return "ARS1" in dataset.variables or "ARS1CLSM" in dataset.variables


def foreign_tiles(dataset: Dataset, ease_grid: str) -> Tiles:
    """Return the columns of such a file, at the cells of the EASE-Grid 2.0 that their places fall in.

    GEOS files carry neither places nor vegetation: ``lon``, ``lat``, ``vegcls`` (or ``ITY``), ``lai`` and ``grn`` must
    have been added to them from the tile file and the vegetation climatology of the same domain.

    Raises
    ------
    InputError
        Where something is lacking.
    """
    path = dataset.filepath()
    names = _GEOS if "ARS1" in dataset.variables else _LIS
    missing = [there for there in names.values() if there not in dataset.variables]
    if missing:
        raise InputError(f"{path} lacks {', '.join(missing)}: it is no complete set of parameters.")
    lon, lat = _places(dataset)
    flat = {name: netcdf.read_float(dataset, there).reshape(-1) for name, there in names.items()}
    flat["vegcls"] = _classes(dataset)
    monthly = {name: _months(dataset, name, there) for name, there in _MONTHLY.items()}
    if monthly["lai"] is None or monthly["grn"] is None:
        raise InputError(f"{path} has no monthly leaf area (LAI) and greenness: add them, twelve months each.")
    if names is _LIS and "units" in dataset.variables["BEDROCKDEPTH"].ncattrs():
        metres = dataset.variables["BEDROCKDEPTH"].units.strip().lower() in ("m", "meter", "metre")
        flat["dpth"] = flat["dpth"] * (1000.0 if metres else 1.0)
    # -9999 marks water in both; lakes and ice are no columns of this model.
    land = (
        (flat["poros"] > 0)
        & (flat["poros"] < 1)
        & (flat["ars1"] > -9990)
        & (flat["vegcls"] >= 1)
        & (flat["vegcls"] <= 8)
    )
    if not land.any():
        raise InputError(f"{path} has no land column with a vegetation class of 1 to 8.")
    values = {name: value[land] for name, value in flat.items()}
    values.update({name: value[:, land] for name, value in monthly.items() if value is not None})
    return tiles_at(Parameters(**values), lon[land], lat[land], np.ones(int(land.sum())), ease_grid, source=path)


def _places(dataset: Dataset) -> tuple[FloatArray, FloatArray]:
    for lon_name, lat_name in _PLACES:
        if lon_name in dataset.variables and lat_name in dataset.variables:
            lon, lat = netcdf.read_float(dataset, lon_name), netcdf.read_float(dataset, lat_name)
            shape = dataset.variables["ARS1" if "ARS1" in dataset.variables else "ARS1CLSM"].shape
            if lon.ndim == 1 and len(shape) == 2:
                lon, lat = np.meshgrid(lon, lat)
            return lon.reshape(-1), lat.reshape(-1)
    raise InputError(f"{dataset.filepath()} has no lon and lat of its columns: add them from the tile file.")


def _months(dataset: Dataset, name: str, candidates: tuple[str, ...]) -> FloatArray | None:
    for there in candidates:
        if there in dataset.variables:
            values = netcdf.read_float(dataset, there)
            if values.shape[0] != 12:
                raise InputError(f"{dataset.filepath()}: '{there}' must have the twelve months as its first dimension.")
            return values.reshape(12, -1)
    return None


def _classes(dataset: Dataset) -> FloatArray:
    for name in _VEGETATION:
        if name in dataset.variables:
            return netcdf.read_float(dataset, name).reshape(-1)
    if "LANDCOVER" not in dataset.variables:
        raise InputError(f"{dataset.filepath()} has no vegetation class: add 'vegcls' (1 to 8).")
    fractions = netcdf.read_float(dataset, "LANDCOVER")
    scheme = str(getattr(dataset, "LANDCOVER_SCHEME", "UMD")).upper()
    legend = next((LEGENDS[key.lower()] for key in ("UMD", "IGBP", "MOSAIC") if scheme.startswith(key)), None)
    # Fractions of the classes in their order, from 1 on.
    table = None if legend is None else tuple(legend[number] for number in sorted(legend) if number)
    if table is None or fractions.ndim < 2:
        raise InputError(
            f"{dataset.filepath()}: land cover '{scheme}' is not known; add 'vegcls' (1 to 8), or use UMD or IGBP."
        )
    known = fractions[: len(table)].reshape(min(len(table), fractions.shape[0]), -1)
    dominant = np.argmax(np.nan_to_num(known), axis=0)
    some = np.nan_to_num(known).max(axis=0) > 0
    return np.where(some, np.array(table, dtype=np.float64)[dominant], 0.0)
