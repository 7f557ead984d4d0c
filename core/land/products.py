"""Which variables of a land model's output make up its storage, by the conventions of each product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import netcdf
from ..files.units import is_volumetric, millimetres_per_unit

TOTAL = "tws"
COMPONENTS = {
    "soil_moisture": "Soil moisture",
    "snow_water_equivalent": "Snow water equivalent",
    "canopy_storage": "Water on the canopy",
    "groundwater": "Groundwater",
    "catchment_deficit": "Catchment deficit",
    "root_zone_excess": "Root-zone excess",
    "surface_excess": "Surface excess",
    "uncertainty": "Standard error of the storage",
}
MEMBERS = ("member", "ensemble", "ens", "number", "realization")

# ERA5-Land's soil layers: 0-7, 7-28, 28-100 and 100-289 cm (Munoz-Sabater et al. 2021, doi 10.5194/essd-13-4349-2021).
_ERA5_LAYERS = {"swvl1": 70.0, "swvl2": 210.0, "swvl3": 720.0, "swvl4": 1890.0}
_NOAH_LAYERS = ("SoilMoi0_10cm", "SoilMoi10_40cm", "SoilMoi40_100cm", "SoilMoi100_200cm")
_GENERIC = ("tws", "twsa", "tws_tavg", "total_water_storage", "terrestrial_water_storage", "lwe_thickness", "storage")
_SUFFIXES = ("_tavg", "_inst", "_acc", "")


@dataclass(frozen=True)
class Term:
    """One variable that is read.

    Attributes
    ----------
    variable : str
        Name in the file.
    component : str
        Name in our file; several terms may add up to one component; '' where it is only part of the total.
    millimetres : float
        Per unit of the variable.
    in_total : bool
        Whether it is a part of ``tws``.
    """

    variable: str
    component: str
    millimetres: float
    in_total: bool


@dataclass(frozen=True)
class Recipe:
    """What a file is, and how its storage is put together.

    Attributes
    ----------
    product : str
        In words.
    terms : tuple of Term
        What to read.
    contains_grace : bool
        Whether GRACE has been assimilated into it.
    warnings : tuple of str
        What the user should know.
    monthly : str
        Whether the fields are monthly means that carry the first day of the month: ``yes`` (the name says so),
        ``maybe`` (then if they are a month apart), ``no``.
    is_ours : bool
        Whether it is a Groundswell storage file, whose history is handed on.
    """

    product: str
    terms: tuple[Term, ...]
    contains_grace: bool = False
    warnings: tuple[str, ...] = ()
    monthly: str = "no"
    is_ours: bool = False

    @property
    def variables(self) -> str:
        """Names of the variables that make up the total, for messages."""
        return ", ".join(term.variable for term in self.terms if term.in_total)


def recipe_of(dataset: Any, path: Path, variable: str = "") -> Recipe:
    """Return how to read storage from an open file.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    path : Path
        Its name, which tells GLDAS-2.2's streams apart.
    variable : str
        Name of the storage variable; '' to find it by the product's conventions.

    Raises
    ------
    InputError
        Where there is no storage in it, or a unit is unknown.
    """
    if variable:
        return _one_variable(dataset, path, variable)
    for reader in (_gldas_clsm, _gldas_layers, _merra2, _era5_land, _groundswell):
        recipe = reader(dataset, path)
        if recipe is not None:
            return recipe
    return _one_variable(dataset, path, _generic_name(dataset, path))


def _found(dataset: Any, stem: str) -> str:
    """Return the variable `stem` with GLDAS's suffix for means or instants, or ''."""
    return next((stem + suffix for suffix in _SUFFIXES if stem + suffix in dataset.variables), "")


def _term(dataset: Any, path: Path, name: str, component: str, in_total: bool = True) -> Term:
    unit = netcdf.attribute(dataset.variables[name], "units")
    return Term(name, component, millimetres_per_unit(unit, f"{path}: '{name}'"), in_total)


def _snow_and_canopy(dataset: Any, path: Path, in_total: bool) -> list[Term]:
    found = [(_found(dataset, "SWE"), "snow_water_equivalent"), (_found(dataset, "CanopInt"), "canopy_storage")]
    return [_term(dataset, path, name, component, in_total) for name, component in found if name]


def _gldas_clsm(dataset: Any, path: Path) -> Recipe | None:
    """Return the recipe of GLDAS's Catchment model: total storage where it is stored, else its parts.

    Its groundwater is the total without root zone, snow and canopy, so that beside it the soil is the root zone only.
    """
    total, profile = _found(dataset, "TWS"), _found(dataset, "SoilMoist_P")
    root_zone, groundwater = _found(dataset, "SoilMoist_RZ"), _found(dataset, "GWS")
    if not profile and total in ("", "TWS"):
        return None
    terms = [_term(dataset, path, total, "", True)] if total else []
    if total and groundwater:
        terms.append(_term(dataset, path, groundwater, "groundwater", False))
    soil = root_zone if total and groundwater and root_zone else profile
    if soil:
        terms.append(_term(dataset, path, soil, "soil_moisture", not total))
    terms += _snow_and_canopy(dataset, path, in_total=not total)
    is_22, version = _is_gldas22(dataset, path), _version(dataset, path)
    # Only 2.2 has assimilated GRACE. Renamed files tell by their groundwater, which few others hold, at best.
    untold = not is_22 and version == "2" and bool(groundwater)
    with_grace = (is_22 or untold) and not _is_early(dataset, path)
    notes = []
    if untold and with_grace:
        notes.append(
            f"{path.name} does not say which GLDAS it is. It may be GLDAS-2.2, which has GRACE assimilated into it, "
            "and is treated so: give the files their original names (such as GLDAS_CLSM025_D.A20180101.020.nc4)."
        )
    elif with_grace:
        notes.append(
            "GLDAS-2.2's main stream has GRACE assimilated into it: comparing it with GRACE shows nothing. Use "
            "GLDAS-2.0, 2.1 or the early product (_EP) as an open loop."
        )
    if not total:
        notes += _missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    return Recipe(
        f"GLDAS-{'2.2' if is_22 else version} CLSM", tuple(terms), with_grace, tuple(notes), _is_monthly(path)
    )


def _gldas_layers(dataset: Any, path: Path) -> Recipe | None:
    """Return the recipe of GLDAS's Noah and VIC: all soil layers, snow and canopy; these models have no groundwater."""
    layers = [name for name in dataset.variables if re.match(r"SoilMoi(\d|_depth)", name)]
    if not layers:
        return None
    terms = [_term(dataset, path, name, "soil_moisture") for name in layers]
    terms += _snow_and_canopy(dataset, path, in_total=True)
    notes = _missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    is_noah = any(_found(dataset, name) for name in _NOAH_LAYERS)
    missing = [name for name in _NOAH_LAYERS if not _found(dataset, name)] if is_noah else []
    if missing:
        notes.append(f"{path.name} lacks the soil layers {', '.join(missing)}: storage is that of the others only.")
    notes.append(f"{path.name}: the model has no groundwater; storage is soil, snow and canopy.")
    return Recipe(
        f"GLDAS-{_version(dataset, path)} {'Noah' if is_noah else 'VIC'}", tuple(terms), warnings=tuple(notes)
    )


def _merra2(dataset: Any, path: Path) -> Recipe | None:
    """Return the recipe of MERRA-2's land collection: ``TWLAND``, the Catchment model's total."""
    if "TWLAND" not in dataset.variables:
        return None
    terms = [_term(dataset, path, "TWLAND", "")]
    if "SNOMAS" in dataset.variables:
        terms.append(_term(dataset, path, "SNOMAS", "snow_water_equivalent", False))
    return Recipe("MERRA-2 land", tuple(terms), monthly=_is_monthly(path))


def _era5_land(dataset: Any, path: Path) -> Recipe | None:
    """Return the recipe of ERA5-Land: four soil layers of known thickness, snow and skin reservoir."""
    layers = [name for name in _ERA5_LAYERS if name in dataset.variables]
    if not layers:
        return None
    if len(layers) < len(_ERA5_LAYERS):
        missing = [name for name in _ERA5_LAYERS if name not in layers]
        raise InputError(f"{path} lacks {', '.join(missing)}: storage needs all four soil layers (swvl1 to swvl4).")
    terms = []
    for name in layers:
        unit = netcdf.attribute(dataset.variables[name], "units")
        if not is_volumetric(unit):
            raise InputError(f"{path}: '{name}' has the unit '{unit}', not m3 m-3: it is no soil layer of ERA5-Land.")
        terms.append(Term(name, "soil_moisture", _ERA5_LAYERS[name], True))
    notes = []
    for name, component, words in (
        ("sd", "snow_water_equivalent", "snow"),
        ("src", "canopy_storage", "canopy water (skin reservoir)"),
    ):
        if name in dataset.variables:
            terms.append(_term(dataset, path, name, component))
        else:
            notes.append(f"{path.name} has no '{name}': storage is without {words}.")
    notes.append(f"{path.name}: the model has no groundwater; storage is soil to 2.89 m, snow and skin reservoir.")
    return Recipe("ERA5-Land", tuple(terms), warnings=tuple(notes), monthly="maybe")


def _groundswell(dataset: Any, path: Path) -> Recipe | None:
    """Return the recipe of our own storage file: it is handed on as it is."""
    if TOTAL not in dataset.variables or "crs" not in dataset.variables:
        return None
    terms = [_term(dataset, path, TOTAL, "")]
    terms += [_term(dataset, path, name, name, False) for name in COMPONENTS if name in dataset.variables]
    product = str(getattr(dataset, "product", "")) or str(getattr(dataset, "title", "")) or path.stem
    with_grace = bool(int(getattr(dataset, "contains_grace", 0)))
    return Recipe(product, tuple(terms), with_grace, is_ours=True)


def _one_variable(dataset: Any, path: Path, name: str) -> Recipe:
    if name not in dataset.variables:
        raise InputError(f"{path} has no variable '{name}' (VARIABLE). It has {', '.join(dataset.variables)}.")
    product = str(getattr(dataset, "title", "")).strip() or path.stem
    return Recipe(product, (_term(dataset, path, name, ""),))


def _generic_name(dataset: Any, path: Path) -> str:
    """Return the storage variable of a file that no product's convention fits."""
    names = {name.lower(): name for name in dataset.variables}
    known = next((names[name] for name in _GENERIC if name in names), "")
    if known:
        return known
    fields = [
        name
        for name, variable in dataset.variables.items()
        if len(variable.dimensions) >= 3 and getattr(variable.dtype, "kind", "") in "fiu"
    ]
    if len(fields) == 1:
        return fields[0]
    raise InputError(
        f"{path}: its storage variable is not known by name. Give VARIABLE, one of "
        f"{', '.join(fields) or ', '.join(dataset.variables)}."
    )


def _missing_parts(dataset: Any, parts: dict[str, str]) -> list[str]:
    missing = [words for stem, words in parts.items() if not _found(dataset, stem)]
    return [f"The file has no {' and no '.join(missing)}: storage is without."] if missing else []


def _is_gldas22(dataset: Any, path: Path) -> bool:
    title = str(getattr(dataset, "title", ""))
    return bool(re.search(r"_DA1_|\.022\.", path.name)) or bool(re.search(r"GLDAS[-_ ]?2\.2", title))


def _is_early(dataset: Any, path: Path) -> bool:
    title = str(getattr(dataset, "title", "")).lower()
    return bool(re.search(r"[_.]EP[_.]", path.name)) or "early product" in title


def _is_monthly(path: Path) -> str:
    """Return whether the name of a GLDAS or MERRA-2 file says that it holds a month: ``yes``, ``no`` or ``maybe``."""
    if re.search(r"_M\.A\d{6}\.|\.tavgM_", path.name):
        return "yes"
    return "no" if re.search(r"_(D|3H)(_EP)?\.A\d{8}|\.tavg[13]_", path.name) else "maybe"


def _version(dataset: Any, path: Path) -> str:
    match = re.search(r"GLDAS[-_ ]?(2\.\d)", str(getattr(dataset, "title", "")))
    if match:
        return match.group(1)
    match = re.search(r"\.02(\d)\.", path.name)
    return f"2.{match.group(1)}" if match else "2"
