"""Which variables of a land model's output make up its storage, by the conventions of each product."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import InputError
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..files.units import is_volumetric
from .other_models import layered, lis_history, water_balance_model
from .product_terms import Recipe, Term, found, is_monthly, missing_parts, snow_and_canopy, term
from .time_axis import time_variable

TOTAL = TWS
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
_GENERIC = (TWS, "twsa", "tws_tavg", "total_water_storage", "terrestrial_water_storage", "lwe_thickness", "storage")


def recipe_of(dataset: Dataset, path: Path, variable: str = "", unit: str = "") -> Recipe:
    """Return how to read storage from an open file.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Open file.
    path : Path
        Its name, which tells GLDAS-2.2's streams apart.
    variable : str
        Name of the storage variable; '' to find it by the product's conventions.
    unit : str
        Of a variable without one.

    Raises
    ------
    InputError
        Where there is no storage in it, or a unit is unknown.
    """
    if variable:
        return _one_variable(dataset, path, variable, unit)
    readers = (
        *(lis_history, _gldas_clsm, _gldas_layers, layered, _merra2, _era5_land, _groundswell),
        water_balance_model,
    )
    for reader in readers:
        recipe = reader(dataset, path)
        if recipe is not None:
            return recipe
    return _one_variable(dataset, path, _generic_name(dataset, path), unit)


def _gldas_clsm(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of GLDAS's Catchment model: total storage where it is stored, else its parts.

    Its groundwater is the total without root zone, snow and canopy, so that beside it the soil is the root zone only.
    """
    total, profile = found(dataset, "TWS"), found(dataset, "SoilMoist_P")
    root_zone, groundwater = found(dataset, "SoilMoist_RZ"), found(dataset, "GWS")
    if groundwater and not total and not profile:
        raise InputError(
            f"{path} holds groundwater ('{groundwater}'), which is a part of storage only: download TWS_tavg with it, "
            f"or choose VARIABLE={groundwater} to import groundwater alone."
        )
    other = re.search(r"NLDAS|FLDAS", _said(dataset, path))
    if not profile and (total in ("", "TWS") or other):
        return None
    terms = [term(dataset, path, total, "", True)] if total else []
    if total and groundwater:
        terms.append(term(dataset, path, groundwater, "groundwater", False))
    soil = root_zone if total and groundwater and root_zone else profile
    if soil:
        terms.append(term(dataset, path, soil, "soil_moisture", not total))
    terms += snow_and_canopy(dataset, path, in_total=not total)
    product, with_grace, notes = _grace_in_gldas(dataset, path, bool(groundwater or total))
    if not total:
        notes += missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    return Recipe(product, tuple(terms), with_grace, tuple(notes), is_monthly(path))


def _grace_in_gldas(dataset: Dataset, path: Path, stores_total: bool) -> tuple[str, bool, list[str]]:
    """Return the name of a file of GLDAS's Catchment model, whether GRACE is in it, and what to say of that."""
    is_22, version = _is_gldas22(dataset, path), _version(dataset, path)
    # Only 2.2 has assimilated GRACE. Renamed files tell by their groundwater and total, which few others hold, at best.
    nameless = not is_22 and version == "2" and stores_total
    with_grace = (is_22 or nameless) and not _is_early(dataset, path)
    notes = []
    if nameless and with_grace:
        notes.append(
            f"{path.name} does not say which GLDAS it is. It may be GLDAS-2.2, which has GRACE assimilated into it, "
            "and is treated so: give the files their original names (such as GLDAS_CLSM025_D.A20180101.020.nc4)."
        )
    elif with_grace:
        notes.append(
            "GLDAS-2.2's main stream has GRACE assimilated into it: comparing it with GRACE shows nothing. Use "
            "GLDAS-2.0, 2.1 or the early product (_EP) as an open loop."
        )
    return f"GLDAS-{'2.2' if is_22 else version} CLSM", with_grace, notes


def _gldas_layers(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of GLDAS's Noah and VIC: all soil layers, snow and canopy; these models have no groundwater."""
    layers = [name for name in dataset.variables if re.match(r"SoilMoi(\d|_depth)", name)]
    if not layers or any(is_volumetric(netcdf.attribute(dataset.variables[name], "units")) for name in layers):
        return None  # FLDAS gives its layers as a share of their volume
    terms = [term(dataset, path, name, "soil_moisture") for name in layers]
    terms += snow_and_canopy(dataset, path, in_total=True)
    notes = missing_parts(dataset, {"SWE": "snow", "CanopInt": "canopy water"})
    is_noah = any(found(dataset, name) for name in _NOAH_LAYERS)
    missing = [name for name in _NOAH_LAYERS if not found(dataset, name)] if is_noah else []
    if missing:
        notes.append(f"{path.name} lacks the soil layers {', '.join(missing)}: storage is that of the others only.")
    notes.append(f"{path.name}: the model has no groundwater; storage is soil, snow and canopy.")
    return Recipe(
        f"GLDAS-{_version(dataset, path)} {'Noah' if is_noah else 'VIC'}", tuple(terms), warnings=tuple(notes)
    )


def _merra2(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of MERRA-2's land collection: ``TWLAND``, the Catchment model's total."""
    if "TWLAND" not in dataset.variables:
        return None
    terms = [term(dataset, path, "TWLAND", "")]
    if "SNOMAS" in dataset.variables:
        terms.append(term(dataset, path, "SNOMAS", "snow_water_equivalent", False))
    return Recipe("MERRA-2 land", tuple(terms), monthly=is_monthly(path))


def _era5_land(dataset: Dataset, path: Path) -> Recipe | None:
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
            terms.append(term(dataset, path, name, component))
        else:
            notes.append(f"{path.name} has no '{name}': storage is without {words}.")
    notes.append(f"{path.name}: the model has no groundwater; storage is soil to 2.89 m, snow and skin reservoir.")
    return Recipe("ERA5-Land", tuple(terms), warnings=tuple(notes), monthly="maybe")


def _groundswell(dataset: Dataset, path: Path) -> Recipe | None:
    """Return the recipe of our own storage file: it is handed on as it is."""
    if TOTAL not in dataset.variables or "crs" not in dataset.variables:
        return None
    terms = [term(dataset, path, TOTAL, "")]
    terms += [term(dataset, path, name, name, False) for name in COMPONENTS if name in dataset.variables]
    product = str(getattr(dataset, "product", "")) or str(getattr(dataset, "title", "")) or path.stem
    with_grace = "contains_grace" in dataset.ncattrs() and bool(attributes.number(dataset, "contains_grace"))
    return Recipe(product, tuple(terms), with_grace, is_ours=True)


_PARTS = {
    "GWS": "groundwater", "SoilMoist": "soil moisture", "SWE": "snow", "CanopInt": "water on the canopy",
    "mrso": "soil moisture", "snw": "snow", "swe": "snow", "groundwstor": "groundwater",
}  # fmt: skip


def _one_variable(dataset: Dataset, path: Path, name: str, unit: str = "") -> Recipe:
    """Return the recipe of a single variable, with the flags of the product that it comes from."""
    if name not in dataset.variables:
        raise InputError(f"{path} has no variable '{name}' (VARIABLE). It has {', '.join(dataset.variables)}.")
    product = str(getattr(dataset, "product", "") or getattr(dataset, "title", "")).strip() or path.stem
    with_grace = bool(int(getattr(dataset, "contains_grace", 0)))
    notes: list[str] = []
    gldas = _is_gldas22(dataset, path) or re.match(r"GLDAS_CLSM", path.name)
    if gldas or any(found(dataset, stem) for stem in ("GWS", "SoilMoist_P", "SoilMoist_RZ")):
        product, with_grace, notes = _grace_in_gldas(
            dataset, path, bool(found(dataset, "GWS") or found(dataset, "TWS"))
        )
    part = next((words for stem, words in _PARTS.items() if name.startswith(stem)), "")
    if part:
        notes.append(f"{path.name}: '{name}' is {part} only, a part of storage.")
    time = time_variable(dataset)
    by_months = time and netcdf.attribute(dataset.variables[time], "units").strip().lower().startswith("month")
    # ISIMIP and CMIP say it in the name; a day that begins a month may else be that day's.
    monthly = "maybe" if by_months or re.search(r"_monthly_|_Lmon_", path.name) else "no"
    return Recipe(product, (term(dataset, path, name, "", unit=unit),), with_grace, tuple(notes), monthly)


def _generic_name(dataset: Dataset, path: Path) -> str:
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


def _said(dataset: Dataset, path: Path) -> str:
    """Return what may tell a file of GLDAS: its name, title and, of files made from others by CDO or NCO, history."""
    return " ".join([path.name, *(str(getattr(dataset, name, "")) for name in ("title", "history"))])


def _is_gldas22(dataset: Dataset, path: Path) -> bool:
    return bool(re.search(r"_DA1_|\.022\.|GLDAS[-_ ]?2\.2", _said(dataset, path)))


def _is_early(dataset: Dataset, path: Path) -> bool:
    text = _said(dataset, path)
    return bool(re.search(r"[_.]EP[_.]", text)) or "early product" in text.lower()


def _version(dataset: Dataset, path: Path) -> str:
    match = re.search(r"GLDAS[-_ ]?2\.(\d)|GLDAS\S*\.02(\d)\.", _said(dataset, path))
    return f"2.{match.group(1) or match.group(2)}" if match else "2"
