"""Soil of mapping units: HWSD's raster of unit numbers, and the table that says what the units are made of.

HWSD 1.2 (table ``HWSD_DATA``) has topsoil to 30 cm and subsoil to 1 m, HWSD 2 (``HWSD2_LAYERS``) seven layers to 2 m;
the table is exported from their Access file as CSV. Read after their documentation: no real table was at hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files.tables import Table, read_table
from .legends import texture_class

_UNITS = ("MU_GLOBAL", "HWSD2_SMU_ID", "HWSD1_SMU_ID", "SMU_ID")
_SHARE = "SHARE"
# Weight of a horizon by its thickness within the first metre, cm; HWSD 2's layers below 1 m do not count.
_HORIZONS = {"T_": 30.0, "S_": 70.0}
_LAYERS = {"D1": 20.0, "D2": 20.0, "D3": 20.0, "D4": 20.0, "D5": 20.0, "D6": 0.0, "D7": 0.0}


@dataclass(frozen=True)
class MapUnits:
    """Texture of mapping units, means over their soils by share and over the first metre by thickness.

    Attributes
    ----------
    numbers : array [unit]
        Of the units, rising.
    soil : array [unit]
        Our soil class; NaN where the unit is no soil (water, rock, ice, towns).
    """

    numbers: FloatArray
    soil: FloatArray

    def of(self, values: FloatArray) -> tuple[FloatArray, list[int]]:
        """Return soil classes of the pixels of a map of units, and units that the table does not have."""
        at = np.minimum(np.searchsorted(self.numbers, values), self.numbers.size - 1)
        known = np.isfinite(values) & (self.numbers[at] == values)
        unknown = np.unique(values[np.isfinite(values) & (values > 0) & ~known])
        return np.where(known, self.soil[at], np.nan), [int(number) for number in unknown]


def read_map_units(path: Path) -> MapUnits:
    """Return the texture of HWSD's mapping units.

    Parameters
    ----------
    path : Path
        Table as CSV, with its header: ``MU_GLOBAL, SHARE, T_SAND, T_CLAY, S_SAND, S_CLAY`` (HWSD 1) or
        ``HWSD2_SMU_ID, SHARE, LAYER, SAND, CLAY`` (HWSD 2); shares and contents in per cent.

    Raises
    ------
    InputError
        Where a column is missing, or no unit has a texture.
    """
    table = read_table(path, "HWSD's table of mapping units as CSV")
    names = {name.strip().strip('"').upper(): index for index, name in enumerate(table.header)}
    unit = next((name for name in _UNITS if name in names), "")
    layered = "LAYER" in names
    prefixes = [""] if layered else [prefix for prefix in _HORIZONS if f"{prefix}SAND" in names]
    wanted = [f"{prefix}{part}" for prefix in prefixes or ["T_"] for part in ("SAND", "CLAY")]
    missing = [name for name in (*wanted, _SHARE) if name not in names] + ([] if unit else [" or ".join(_UNITS)])
    if missing:
        raise InputError(
            f"{path} has no column {', '.join(missing)}: export HWSD_DATA (HWSD 1) or HWSD2_LAYERS (HWSD 2) as CSV "
            "with its header."
        )
    rows = _columns(table, [names[name] for name in (unit, _SHARE, *wanted)])
    thickness = _thickness(table, names["LAYER"]) if layered else np.zeros(rows.shape[0])
    numbers, at = np.unique(rows[:, 0], return_inverse=True)
    weights, sands, clays = (np.zeros(numbers.size) for _ in range(3))
    for number, prefix in enumerate(prefixes):
        sand, clay = rows[:, 2 + 2 * number], rows[:, 3 + 2 * number]
        # Negative contents (-9) stand for none, as for rock and water.
        known = (sand >= 0.0) & (clay >= 0.0) & (sand + clay <= 101.0) & (sand + clay > 0.0) & (rows[:, 1] > 0.0)
        weight = np.where(known, rows[:, 1] * (thickness if layered else _HORIZONS[prefix]), 0.0)
        weights += np.bincount(at, weight, numbers.size)
        sands += np.bincount(at, weight * np.where(known, sand, 0.0), numbers.size)
        clays += np.bincount(at, weight * np.where(known, clay, 0.0), numbers.size)
    if not (weights > 0.0).any():
        raise InputError(f"{path}: no mapping unit has sand and clay in per cent: export the table with its numbers.")
    some = np.where(weights > 0.0, weights, np.nan)
    return MapUnits(numbers, texture_class(sands / some, clays / some))


def _columns(table: Table, columns: list[int]) -> FloatArray:
    """Return columns of a table as numbers [row, column]; NaN where empty."""
    made = np.full((len(table.rows), len(columns)), np.nan)
    for row, (line, cells) in enumerate(table.rows):
        for place, column in enumerate(columns):
            if column < len(cells):
                made[row, place] = table.number(cells[column].strip('"'), line)
    if not np.isfinite(made[:, 0]).all():
        raise InputError(f"{table.path} has rows without the number of their mapping unit: export it again.")
    return made


def _thickness(table: Table, column: int) -> FloatArray:
    """Return what a row's layer counts for by its thickness, cm."""
    return np.array([_LAYERS.get(cells[column].strip().strip('"').upper(), 0.0) for _, cells in table.rows])
