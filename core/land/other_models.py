"""Storage of other models: LIS history files, FLDAS, NLDAS, W3RA and AWRA.

Read after their documentation: no real file of them was at hand.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.units import is_volumetric, millimetres_of_water
from .product_terms import Recipe, Term, found, is_monthly, missing_parts, snow_and_canopy, term

_MM_PER_CM = 10.0
_LAYER = re.compile(r"^Soil(?:Moi|M_|MM)?(\d+)_(\d+)cm(?:_tavg|_inst)?$")
# Thicknesses in LIS's attribute are centimetres; a soil column is between half a metre and ten metres deep.
_COLUMN_CM = (50.0, 1000.0)
_TENTH = 1.0  # cm, to which borders of layers must agree
_W3RA = {
    "s0": ("soil_moisture", "top soil (S0)"),
    "ss": ("soil_moisture", "shallow soil (Ss)"),
    "sd": ("soil_moisture", "deep soil (Sd)"),
    "sg": ("groundwater", "groundwater (Sg)"),
    "sr": ("", "rivers (Sr)"),
    "snow": ("snow_water_equivalent", "snow"),
}


def depth_layers(dataset: Dataset) -> dict[str, tuple[float, float]]:
    """Return the soil layers named by their depths (cm): FLDAS and NLDAS, and GLDAS Noah."""
    layers: dict[str, tuple[float, float]] = {}
    for name in dataset.variables:
        match = _LAYER.match(name)
        if match:
            layers[name] = (float(match.group(1)), float(match.group(2)))
    return layers


def whole_column(layers: dict[str, tuple[float, float]]) -> list[str]:
    """Return the layers that fill the column once: those of the finest cut that leaves neither gap nor overlap.

    NLDAS gives layers and their sums (0-10, 10-40, 0-100, 0-200 cm) side by side.
    """
    bottom = max(stop for _, stop in layers.values())
    chosen, depth = [], 0.0
    while depth < bottom - _TENTH:
        following = [(stop, name) for name, (start, stop) in layers.items() if abs(start - depth) < _TENTH]
        if not following:
            whole = [name for name, (start, stop) in layers.items() if start < _TENTH and stop > bottom - _TENTH]
            return whole[:1] if whole else sorted(layers, key=lambda name: layers[name])
        depth, name = min(following)
        chosen.append(name)
    return chosen


def layer_term(dataset: Dataset, path: Path, name: str, layer: tuple[float, float]) -> Term:
    """Return the term of a soil layer, in mm or as a share of its volume."""
    if is_volumetric(netcdf.attribute(dataset.variables[name], "units")):
        return Term(name, "soil_moisture", (layer[1] - layer[0]) * _MM_PER_CM, True)
    return term(dataset, path, name, "soil_moisture")


def lis_history(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of a LIS history file (LIS_HIST): total storage where it is stored, else soil layers."""
    if not (path.name.startswith("LIS_HIST") or "SoilMoist_profiles" in dataset.dimensions):
        return None
    total, groundwater = found(dataset, "TWS"), found(dataset, "GWS")
    if total:
        terms = [term(dataset, path, total, "")]
        terms += [term(dataset, path, groundwater, "groundwater", False)] if groundwater else []
        return Recipe("LIS", tuple(terms + snow_and_canopy(dataset, path, in_total=False)), monthly="maybe")
    soil = found(dataset, "SoilMoist")
    thickness = _thicknesses(dataset)
    if not soil or not thickness:
        raise InputError(
            f"{path}: this LIS history file has neither TWS nor soil moisture by layers with their thicknesses "
            "(SOIL_LAYER_THICKNESSES): write TWS in the run's output list, or give VARIABLE."
        )
    soil_terms = _layers_of(dataset, path, soil, thickness)
    terms = soil_terms + snow_and_canopy(dataset, path, in_total=True)
    notes = missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    if groundwater:
        terms.append(term(dataset, path, groundwater, "groundwater"))
    else:
        notes.append(f"{path.name}: no groundwater; storage is soil, snow and canopy.")
    return Recipe("LIS", tuple(terms), warnings=tuple(notes), monthly="maybe")


def _layers_of(dataset: Dataset, path: Path, soil: str, thickness: list[float]) -> list[Term]:
    """Return the terms of LIS's soil layers: shares of their volume, or water in kg m-2."""
    profiles = next((dim for dim in dataset.variables[soil].dimensions if "profiles" in dim), "")
    count = len(dataset.dimensions[profiles]) if profiles else 0
    unit = netcdf.attribute(dataset.variables[soil], "units")
    water = millimetres_of_water(unit)
    if count and water is not None and not is_volumetric(unit):
        return [Term(soil, "soil_moisture", water, True, ((profiles, number),)) for number in range(count)]
    if count != len(thickness) or not is_volumetric(unit):
        raise InputError(
            f"{path}: '{soil}' has {count} layers in '{unit}' for {len(thickness)} thicknesses: they cannot be added "
            "up. Write TWS in the run's output list."
        )
    return [
        Term(soil, "soil_moisture", size * _MM_PER_CM, True, ((profiles, number),))
        for number, size in enumerate(thickness)
    ]


def _thicknesses(dataset: Dataset) -> list[float]:
    name = next((name for name in dataset.ncattrs() if name.upper() == "SOIL_LAYER_THICKNESSES"), "")
    if not name:
        return []
    value = dataset.getncattr(name)
    numbers = [float(text) for text in re.findall(r"[\d.]+(?:[eE][-+]?\d+)?", value)] if isinstance(value, str) else []
    sizes = numbers or [float(number) for number in np.ravel(value)]
    low, high = _COLUMN_CM
    return sizes if low <= sum(sizes) <= high else []


def layered(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of FLDAS and NLDAS: soil layers named by their depths, snow and canopy."""
    layers = depth_layers(dataset)
    total = found(dataset, "SoilM_total")
    if not layers and not total:
        return None
    if found(dataset, "TWS"):
        # NLDAS-3 (Noah-MP) stores the total, with groundwater, beside its layers.
        groundwater = found(dataset, "GWS")
        whole = [term(dataset, path, found(dataset, "TWS"), "")]
        whole += [term(dataset, path, groundwater, "groundwater", False)] if groundwater else []
        whole += snow_and_canopy(dataset, path, in_total=False)
        return Recipe(_name_of_layered(dataset, path), tuple(whole), monthly=is_monthly(path))
    chosen = [] if total else whole_column(layers)
    terms = [term(dataset, path, total, "soil_moisture")] if total else []
    terms += [layer_term(dataset, path, name, layers[name]) for name in chosen]
    terms += snow_and_canopy(dataset, path, in_total=True)
    notes = missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    covered = [layers[name] for name in chosen]
    holes = [upper[1] for upper, lower in zip(covered, covered[1:]) if abs(upper[1] - lower[0]) > _TENTH]
    if holes or (covered and covered[0][0] > _TENTH):
        kept = ", ".join(chosen)
        notes.append(f"{path.name} lacks soil layers between those it has: storage is that of {kept} only.")
    notes.append(f"{path.name}: the model has no groundwater; storage is soil, snow and canopy.")
    return Recipe(_name_of_layered(dataset, path), tuple(terms), warnings=tuple(notes), monthly=is_monthly(path))


def _name_of_layered(dataset: Dataset, path: Path) -> str:
    text = f"{path.name} {getattr(dataset, 'title', '')}".upper()
    return next((name for name in ("FLDAS", "NLDAS", "GLDAS") if name in text), "Land model by layers")


def water_balance_model(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of W3RA and AWRA: the stores that the file has, in mm."""
    names = {name.lower().removesuffix("_avg"): name for name in dataset.variables}
    present = [stem for stem in _W3RA if stem in names and dataset.variables[names[stem]].ndim >= 2]
    if not {"s0", "ss", "sd"} & set(present):
        return None
    text = " ".join([path.name, str(getattr(dataset, "title", "")), str(getattr(dataset, "source", ""))]).upper()
    if not ("W3" in text or "AWRA" in text or {"s0", "ss", "sd"} <= set(present)):
        return None
    terms = tuple(term(dataset, path, names[stem], _W3RA[stem][0]) for stem in present)
    missing = [words for stem, (_, words) in _W3RA.items() if stem not in present]
    notes = (f"{path.name} has no {', no '.join(missing)}: storage is without.",) if missing else ()
    return Recipe("W3RA/AWRA", terms, warnings=notes, monthly="maybe")
