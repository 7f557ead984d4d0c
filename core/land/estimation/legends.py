"""Legends of land-cover maps and orders of soil classes: from their numbers to the model's.

Mosaic's classes: 1 broadleaf evergreen, 2 broadleaf deciduous, 3 needleleaf, 4 grass and crops, 5 shrubs, 6 tundra,
7 bare soil, 8 desert; 0 here is water, ice or no data. Legends are those of the products' user guides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError

AUTO = "auto"
MOSAIC = "mosaic"
# Land-cover classes by number, as Mosaic's: the classes of this model that come closest.
_UMD = (3, 1, 3, 2, 2, 2, 4, 5, 5, 4, 4, 7, 7)
_IGBP = (3, 1, 3, 2, 2, 5, 5, 2, 4, 4, 4, 4, 7, 4, 0, 7, 0, 6, 6, 7)
_TREES = -1  # of no kind: by latitude
_TROPIC, _BOREAL = 23.5, 50.0  # degrees of latitude
LEGENDS: dict[str, dict[int, int]] = {
    MOSAIC: {number: number for number in range(1, 9)},
    "igbp": {0: 0, **dict(zip(range(1, 21), _IGBP))},
    "umd": {0: 0, **dict(zip(range(1, 14), _UMD))},
    # MCD12Q1 LC_Type2: UMD with its own tail.
    "modis_umd": {
        0: 0, 1: 3, 2: 1, 3: 3, 4: 2, 5: 2, 6: 5, 7: 5, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 13: 7, 14: 4, 15: 7,
    },
    "worldcover": {10: _TREES, 20: 5, 30: 4, 40: 4, 50: 7, 60: 7, 70: 0, 80: 0, 90: 4, 95: 1, 100: 6},
    "cci": {
        10: 4, 11: 4, 12: 4, 20: 4, 30: 4, 40: 4, 50: 1, 60: 2, 61: 2, 62: 2, 70: 3, 71: 3, 72: 3, 80: 3, 81: 3, 82: 3,
        90: 2, 100: 5, 110: 4, 120: 5, 121: 5, 122: 5, 130: 4, 140: 6, 150: 7, 151: 7, 152: 7, 153: 7, 160: 1, 170: 1,
        180: 4, 190: 7, 200: 8, 201: 8, 202: 8, 210: 0, 220: 0,
    },
}  # fmt: skip
_NAMED = (
    ("worldcover", r"world[ _-]?cover"),
    ("cci", r"esacci|esa[ _-]?cci|c3s[ _-]?lc|cci[ _-]?lc"),
    ("modis_umd", r"lc[ _-]?type2"),
    ("igbp", r"igbp|lc[ _-]?type1"),
    ("umd", r"\bumd|_umd"),
    (MOSAIC, r"mosaic"),
)
# Numbers that legends not offered here have too, with another meaning: USGS (1 to 24; 16 is water), Copernicus Global
# Land Cover (121 to 126 open forest, 200 sea) and maps numbered by tens (GlobeLand30).
_ELSEWHERE = frozenset((*range(1, 17), *range(20, 101, 10), 121, 122, 200))
_USGS_ALSO = frozenset((18, 19))  # wetlands and bare ground there, tundra in Noah's IGBP: 17 proves nothing beside them
_OTHER = (0, 254, 255)  # nothing, and what 8-bit maps have for it

# Order of soil classes -> our numbers (1 sand ... 12 clay, those of STATSGO and of Noah).
SOIL_ORDERS: dict[str, tuple[int, ...]] = {
    "statsgo": tuple(range(1, 13)),
    # Clay first: SoilGrids (TEXMHT) and most GIS layers of the USDA's triangle.
    "usda": (12, 11, 10, 9, 8, 7, 6, 4, 3, 5, 2, 1),
    # HWSD: heavy clay, silty clay, light clay, silty clay loam, clay loam, silt, silt loam, sandy clay, loam, ...
    "hwsd": (12, 11, 12, 8, 9, 5, 4, 10, 6, 7, 3, 2, 1),
}
_SOIL_NAMED = (("hwsd", r"hwsd"), ("usda", r"texmht|usda|soilgrids"), ("statsgo", r"statsgo|noah"))
_FIRST_NAMES = {"clay": "usda", "sand": "statsgo", "clay (heavy)": "hwsd", "heavy clay": "hwsd"}


@dataclass(frozen=True)
class Read:
    """Classes of the model out of a map.

    Attributes
    ----------
    classes : array [pixel]
        Of the model; NaN where there is none (water, ice, no data, numbers that the legend does not have).
    legend : str
        That was used.
    note : str
        How it was found, for the user; '' where it was said.
    """

    classes: FloatArray
    legend: str
    note: str


def mosaic_classes(values: FloatArray, lat: FloatArray, legend: str, texts: str, where: str) -> Read:
    """Return Mosaic's classes of a land-cover map.

    Parameters
    ----------
    values : array [pixel]
        As in the map.
    lat : array [pixel]
        Degrees: trees of no kind (WorldCover) are evergreen in the tropics, needleleaf beyond 50 degrees, deciduous
        between.
    legend : str
        One of :data:`LEGENDS`, or ``auto``.
    texts : str
        Name of the file and what is written in it.
    where : str
        File, for messages.

    Raises
    ------
    InputError
        Where the legend cannot be recognized, or does not have most of the numbers.
    """
    numbers = np.unique(values[np.isfinite(values)]).astype(int)
    numbers = numbers[~np.isin(numbers, _OTHER)]
    note = ""
    if legend == AUTO:
        legend, note = _legend_of(numbers, texts, where)
    table = LEGENDS[legend]
    foreign = [number for number in numbers if int(number) not in table]
    if len(foreign) > 0.5 * max(numbers.size, 1):
        raise InputError(
            f"{where}: the legend {legend} has no class {', '.join(str(number) for number in foreign[:8])}: say "
            f"VEGETATION_LEGEND ({', '.join(LEGENDS)})."
        )
    if foreign:
        note += (
            f" Classes {', '.join(str(number) for number in foreign[:8])} are none of it: their pixels count as water."
        )
    made = np.full(values.shape, np.nan)
    for number, found in table.items():
        if found == _TREES:
            here = values == number
            high = np.abs(lat[here])
            made[here] = np.where(high < _TROPIC, 1.0, np.where(high > _BOREAL, 3.0, 2.0))
        elif found:
            made[values == number] = found
    return Read(made, legend, note.strip())


def _legend_of(numbers: np.ndarray[tuple[int, ...], np.dtype[np.int64]], texts: str, where: str) -> tuple[str, str]:
    """Return a legend and how it was found: by name, or by numbers that only one legend has."""
    lower = texts.lower()
    for name, pattern in _NAMED:
        if re.search(pattern, lower):
            return name, f"{where}: read with the legend {name}, which the file names."
    known = set(numbers.tolist())
    holding = [name for name, table in LEGENDS.items() if known <= set(table)]
    if not known:  # outside the map or without data: what is missing is said of the cells
        return MOSAIC, ""
    if len(holding) == 1 and known - _ELSEWHERE and not known & _USGS_ALSO:
        return holding[0], f"{where}: read with the legend {holding[0]}, which alone has all its classes."
    raise InputError(
        f"{where}: its classes {', '.join(str(number) for number in numbers[:12])} may be of several legends, and "
        f"nothing in it names one: say VEGETATION_LEGEND ({', '.join(LEGENDS)})."
    )


def soil_classes(values: FloatArray, order: str, texts: str, names: list[str], where: str) -> Read:
    """Return our soil classes (1 sand to 12 clay) of a map of classes.

    Parameters
    ----------
    values : array [pixel]
        As in the map.
    order : str
        One of :data:`SOIL_ORDERS`, or ``auto``.
    texts : str
        Name of the file and what is written in it.
    names : list of str
        Names of its categories, by number; empty where it has none.
    where : str
        File, for messages.

    Raises
    ------
    InputError
        Where nothing in the file names the order and none is given.
    """
    note = ""
    if order == AUTO:
        order, note = _order_of(values, texts, names, where)
    table = SOIL_ORDERS[order]
    made = np.full(values.shape, np.nan)
    for number, ours in enumerate(table, start=1):
        made[values == number] = ours
    left = np.unique(values[np.isfinite(values) & np.isnan(made)]).astype(int)
    left = left[~np.isin(left, _OTHER)]
    if left.size:
        listed = ", ".join(str(number) for number in left[:8])
        note += f" {where}: classes {listed} are none of the order {order}: their pixels have no soil."
    return Read(made, order, note.strip())


def _order_of(values: FloatArray, texts: str, names: list[str], where: str) -> tuple[str, str]:
    first = next((name.strip().lower() for name in names[:2] if name.strip()), "")
    if first in _FIRST_NAMES:
        return _FIRST_NAMES[first], f"{where}: soil classes in the order {_FIRST_NAMES[first]}, by its category names."
    for order, pattern in _SOIL_NAMED:
        if re.search(pattern, texts.lower()):
            return order, f"{where}: soil classes in the order {order}, which the file names."
    numbers = np.unique(values[np.isfinite(values) & (values >= 1.0)]).astype(int)
    numbers = numbers[~np.isin(numbers, _OTHER)]
    if not numbers.size:  # outside the map or without data: what is missing is said of the cells
        return "statsgo", ""
    raise InputError(
        f"{where}: nothing in it names the order of its soil classes ({', '.join(str(one) for one in numbers[:12])}): "
        "say SOIL_ORDER: statsgo where 1 is sand and 12 clay, usda where 1 is clay and 12 sand (SoilGrids), hwsd where "
        "1 is heavy clay and 13 sand."
    )


def texture_class(sand: FloatArray, clay: FloatArray) -> FloatArray:
    """Return our soil classes of sand and clay in per cent, by the USDA's texture triangle [..].

    References
    ----------
    Soil Survey Manual, USDA Handbook 18 (2017), chapter 3.
    """
    silt = 100.0 - sand - clay
    rules = (
        (1, silt + 1.5 * clay < 15.0),
        (2, (silt + 1.5 * clay >= 15.0) & (silt + 2.0 * clay < 30.0)),
        (12, (clay >= 40.0) & (sand <= 45.0) & (silt < 40.0)),
        (11, (clay >= 40.0) & (silt >= 40.0)),
        (10, (clay >= 35.0) & (sand > 45.0)),
        (8, (clay >= 27.0) & (clay < 40.0) & (sand <= 20.0)),
        (9, (clay >= 27.0) & (clay < 40.0) & (sand > 20.0) & (sand <= 45.0)),
        (7, (clay >= 20.0) & (clay < 35.0) & (silt < 28.0) & (sand > 45.0)),
        (5, (silt >= 80.0) & (clay < 12.0)),
        (4, (silt >= 50.0) & (clay < 27.0)),
        (3, ((clay < 20.0) & (sand > 52.0)) | ((clay < 7.0) & (silt < 50.0))),
    )
    made = np.full(np.broadcast(sand, clay).shape, 6.0)
    done = np.zeros(made.shape, dtype=bool)
    for number, rule in rules:
        made[rule & ~done] = number
        done |= rule
    made[~np.isfinite(sand + clay)] = np.nan
    return made
