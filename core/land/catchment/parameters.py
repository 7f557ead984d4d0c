"""Parameters of the Catchment model's columns, and what follows from them once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...errors import InputError
from .constants import BROADLEAF_HEAT_CAPACITY, MINIMUM_DEPTH, ROOT_ZONE_DEPTH, ROOT_ZONE_PART, SURFACE_LAYER
from .vegetation import SNOW_FREE_ALBEDO, look_up

MONTHLY = ("lai", "grn", "albedo")
# Name -> least and largest value that can be meant, and unit.
RANGES: dict[str, tuple[float, float, str]] = {
    "vegcls": (1, 8, "class 1 to 8; land ice (9) and lakes (10) are no columns of this model"),
    "poros": (0.05, 0.95, "1"),
    "bee": (1.01, 30.0, "1"),
    "psis": (-20.0, -1e-4, "m, negative"),
    "cond": (1e-12, 1.0, "m s-1"),
    "gnu": (1e-3, 20.0, "m-1"),
    "wpwet": (1e-3, 0.95, "degree of saturation"),
    "dpth": (1.0, 1e5, "mm"),
    "bf1": (1e-3, 1e5, "kg m-4"),
    "bf2": (1e-4, 1e3, "m"),
    "bf3": (-50.0, 100.0, "ln m"),
    "atau": (1e-8, 1e3, "h"),
    "btau": (1e-8, 1e3, "1"),
    "tsa1": (-50.0, 10.0, "1"),
    "tsa2": (-50.0, 10.0, "1"),
    "tsb1": (-1.0, 1.0, "mm-1"),
    "tsb2": (-1.0, 1.0, "mm-1"),
    "lai": (0.0, 15.0, "1"),
    "grn": (0.0, 1.0, "1"),
    "albedo": (0.01, 0.9, "1"),
}
_MONTHS = 12
_UNSOLVED = 9998.0  # parameter estimations mark columns without a solution by 9999


@dataclass(frozen=True)
class Parameters:
    """Parameters of columns [tile]; names as in the reference files.

    Attributes
    ----------
    vegcls : array
        Vegetation class, 1 to 8.
    poros, bee, psis, cond, gnu, wpwet, dpth : array
        Porosity; Clapp-Hornberger exponent and saturated matric potential (m); conductivity at the surface (m s-1) and
        its decay with depth (m-1); wilting point (degree of saturation); depth to bedrock (mm).
    ars1, ars2, ars3, ara1, ara2, ara3, ara4, arw1, arw2, arw3, arw4 : array
        Saturated area, shape and least wetness as functions of the deficit.
    bf1, bf2, bf3 : array
        Deficit and water table (kg m-4, m), mean topographic index.
    tsa1, tsa2, tsb1, tsb2, atau, btau : array
        Exchange of root zone and water table, of surface and root zone.
    lai, grn : array [12, tile]
        Leaf area index and greenness of each month.
    albedo : array [12, tile], optional
        Snow-free albedo of each month; by class where None.
    """

    vegcls: FloatArray
    poros: FloatArray
    bee: FloatArray
    psis: FloatArray
    cond: FloatArray
    gnu: FloatArray
    wpwet: FloatArray
    dpth: FloatArray
    ars1: FloatArray
    ars2: FloatArray
    ars3: FloatArray
    ara1: FloatArray
    ara2: FloatArray
    ara3: FloatArray
    ara4: FloatArray
    arw1: FloatArray
    arw2: FloatArray
    arw3: FloatArray
    arw4: FloatArray
    bf1: FloatArray
    bf2: FloatArray
    bf3: FloatArray
    tsa1: FloatArray
    tsa2: FloatArray
    tsb1: FloatArray
    tsb2: FloatArray
    atau: FloatArray
    btau: FloatArray
    lai: FloatArray
    grn: FloatArray
    albedo: FloatArray | None = None

    def __post_init__(self) -> None:
        """Turn what was given into arrays, monthly values given tile by tile [tile, 12] to [12, tile]."""
        for name, value in self.items():
            if value is None:
                continue
            array = np.asarray(value, dtype=np.float64)
            if name in MONTHLY and array.shape[0] != _MONTHS and array.shape[-1] == _MONTHS:
                array = np.ascontiguousarray(array.T)
            object.__setattr__(self, name, array)

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]]) -> Parameters:
        """Return the parameters of tiles given one by one, as in the reference's JSON files.

        Raises
        ------
        InputError
            Where a tile lacks a parameter.
        """
        tiles = list(records)
        columns: dict[str, FloatArray] = {}
        for name in NAMES:
            if name == "albedo" and not all(name in tile for tile in tiles):
                continue
            missing = [str(tile.get("name", number + 1)) for number, tile in enumerate(tiles) if name not in tile]
            if missing:
                raise InputError(f"Parameter '{name}' is missing for tile {missing[0]}: add it to the parameters.")
            try:
                columns[name] = np.array([tile[name] for tile in tiles], dtype=np.float64)
            except (TypeError, ValueError):
                raise InputError(f"Parameter '{name}' is no number for some tile: correct the parameters.") from None
            if name not in MONTHLY and columns[name].ndim != 1:
                raise InputError(f"Parameter '{name}' is a list for some tile: give one number.")
            if name in MONTHLY:
                if columns[name].shape[1:] != (12,):
                    raise InputError(f"Parameter '{name}' needs twelve months for every tile.")
                columns[name] = np.ascontiguousarray(columns[name].T)
        return cls(**columns)

    @property
    def tiles(self) -> int:
        """Number of columns."""
        return int(self.poros.shape[-1])

    def take(self, tiles: slice | npt.NDArray[np.generic]) -> Parameters:
        """Return the parameters of some of the tiles."""
        chosen = {name: None if value is None else value[..., tiles] for name, value in self.items()}
        return Parameters(**chosen)  # type: ignore[arg-type]

    def items(self) -> list[tuple[str, FloatArray | None]]:
        """Return names and values."""
        return [(name, getattr(self, name)) for name in NAMES]

    def check(self, source: str = "Parameters") -> None:
        """Raise InputError, naming `source`, where a value is missing or cannot be meant.

        Parameters
        ----------
        source : str
            File or other origin, for the message.
        """
        for name, value in self.items():
            if value is None:
                continue
            low, high, unit = RANGES.get(name, (-_UNSOLVED, _UNSOLVED, ""))
            bad = ~((value >= low) & (value <= high))
            if not np.any(bad):
                continue
            place = np.argwhere(bad)[0]
            month = f" in month {place[0] + 1}" if name in MONTHLY else ""
            found = value[tuple(place)]
            what = "is missing" if np.isnan(found) else f"is {found:g}"
            allowed = f"it must lie between {low:g} and {high:g}" + (f" ({unit})" if unit else "")
            raise InputError(f"{source}: '{name}' {what}{month} at tile {place[-1] + 1}; {allowed}.")

    @cached_property
    def dzpr(self) -> FloatArray:
        """Depth of the column, mm."""
        return np.maximum(MINIMUM_DEPTH, self.dpth)

    @cached_property
    def dzrz(self) -> FloatArray:
        """Depth of the root zone, mm."""
        return np.minimum(ROOT_ZONE_DEPTH, ROOT_ZONE_PART * self.dzpr)

    @cached_property
    def vgwmax(self) -> FloatArray:
        """Water that the root zone holds when full, mm."""
        return self.poros * self.dzrz

    @cached_property
    def cdcr1(self) -> FloatArray:
        """Deficit at which the water table meets bedrock, mm: the drained part of a profile in equilibrium."""
        depth, b = self.dzpr / 1000.0, self.bee
        drained = ((self.psis - depth) / self.psis) ** ((b - 1.0) / b) - 1.0
        return 1000.0 * self.poros * (depth + self.psis * b / (b - 1.0) * drained)

    @cached_property
    def cdcr2(self) -> FloatArray:
        """Largest deficit, the whole column at the wilting point, mm."""
        return (1.0 - self.wpwet) * self.poros * self.dzpr

    @cached_property
    def column_storage(self) -> FloatArray:
        """Water of the saturated column, mm."""
        return self.poros * self.dzpr

    @cached_property
    def surface_capacity(self) -> FloatArray:
        """Water that the surface layer holds when full, mm."""
        return SURFACE_LAYER * self.poros

    @cached_property
    def shape_break(self) -> FloatArray:
        """Deficit at which the two lines of the shape parameter meet, mm."""
        parallel = self.ara1 == self.ara3
        return np.where(parallel, 0.0, (self.ara4 - self.ara2) / np.where(parallel, 1.0, self.ara1 - self.ara3))

    @cached_property
    def wilting_surface_wetness(self) -> FloatArray:
        """Surface layer's degree of saturation over a root zone at the wilting point."""
        wetness = np.clip(self.wpwet, 0.01, 1.0)
        return (wetness ** (-self.bee) - 0.5 / self.psis) ** (-1.0 / self.bee)

    @cached_property
    def class_albedo(self) -> FloatArray:
        """Snow-free albedo of the vegetation class."""
        return look_up(SNOW_FREE_ALBEDO, self.vegcls)

    def heat_capacity(self, other: float) -> FloatArray:
        """Return the surface's heat capacity, J m-2 K-1: `other` but for broadleaf evergreen."""
        return np.where(self.vegcls == 1, BROADLEAF_HEAT_CAPACITY, other)


NAMES = tuple(field.name for field in fields(Parameters))
