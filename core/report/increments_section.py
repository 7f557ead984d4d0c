"""What the analyses put into the storage: the increments' mean, the stores that took them, and the water budget."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..assimilation.diagnostics.increment_statistics import AreaIncrements
from ..charts import diagnostics, maps, style, tiles
from ..dates import DAYS_PER_YEAR
from ..files import netcdf
from ..files.handles import Dataset
from ..language import tr
from .area import window_around
from .page import Page, plain_number

_STORES = {
    "catchment_deficit": "Catchment deficit (positive: drier)",
    "root_zone_excess": "Root-zone excess",
    "surface_excess": "Surface excess",
    "snow_water_equivalent": "Snow",
}
_ROUNDED = 1e-9  # mm, to which residuals are written
_FLUXES = {
    "precipitation": ("Precipitation", 1.0),
    "evaporation": ("Evaporation", -1.0),
    "runoff": ("Runoff, with baseflow", -1.0),
    "perturbation_water": ("Perturbations of the states", 1.0),
    "increment_applied": ("Increments of the analyses", 1.0),
}


def add_increments(page: Page, dataset: Dataset, synthetic: bool = False) -> None:
    """Add the increments and the budget of the water, as far as the file has them."""
    observed = netcdf.read_float(dataset, "n_observations") > 0
    if "area_mean_increment" in dataset.variables:
        _add_mean(page, dataset, observed, synthetic)
    if "increment_requested" in dataset.variables:
        _add_stores(page, dataset, observed)
    if "precipitation" in dataset.variables:
        _add_land_budget(page, dataset, observed)
    elif "water_budget_residual" in dataset.variables:
        largest = _largest(netcdf.read_float(dataset, "water_budget_residual"))
        page.paragraph(
            f"Budget: analysis less open loop is what is left of the epoch before (it fades with ERROR_MEMORY) plus "
            f"the increment, in every cell and epoch to {max(largest, _ROUNDED):.0e} mm."
        )


def _add_mean(page: Page, dataset: Dataset, observed: BoolArray, synthetic: bool) -> None:
    days, increments = netcdf.read_days(dataset), netcdf.read_float(dataset, "area_mean_increment")
    found = AreaIncrements.of(days, increments)
    page.heading(tr("Increments"))
    figure = style.new_figure(7.2, 3.6)
    upper, lower = figure.subplots(2, 1, sharex=True)
    diagnostics.draw_increments(upper, lower, days, increments, found.half_width, synthetic=synthetic)
    page.figure(
        figure,
        "Water that the analysis of each epoch puts into the observed cells (mean), and its sum. Where model and "
        "observations are without bias, increments go up and down about 0 (shaded: 95 % interval of their mean) and "
        "their sum wanders; a sum that runs one way is a bias that the filter fights.",
    )
    page.paragraph(_mean_in_words(found))
    page.facts(
        {
            "Mean increment (mm an epoch)": plain_number(found.mean, 2),
            "Standard error (mm an epoch)": plain_number(found.error, 2),
            "Water put in, net (mm a year)": plain_number(found.added_a_year, 1),
            "Water moved, in or out (mm a year)": plain_number(found.moved_a_year, 1),
        }
    )
    page.paragraph(
        "No process of the model stands behind this water: by so much a year the analysis breaks the model's own "
        "balance of rain, evaporation and runoff."
    )
    _add_map(page, dataset, observed, synthetic)


def _mean_in_words(found: AreaIncrements) -> str:
    if not np.isfinite(found.half_width):
        return "There are too few epochs to tell whether the mean of the increments differs from 0."
    if found.biased:
        return (
            f"The mean of the increments, {found.mean:+.2f} mm an epoch, differs from 0: the filter fights a bias, "
            "which it cannot remove. Look for a trend, a step or a season that only model or observations have "
            "(REMOVE_TREND, SEASONAL_BIAS, EXCLUDED_PERIODS), or for forcing that is too wet or too dry."
        )
    return "The mean of the increments does not differ from 0 by more than chance allows: no bias shows."


def _add_map(page: Page, dataset: Dataset, observed: BoolArray, synthetic: bool) -> None:
    mean, error = (netcdf.read_float(dataset, name) for name in ("increment_mean", "increment_mean_error"))
    rows, columns = window_around(observed)
    part = netcdf.read_grid(dataset).window(
        rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start
    )
    index = rows, columns
    times = np.where(error > 0, mean / np.where(error > 0, error, 1.0), np.nan)
    if not np.isfinite(times[index]).any():
        return
    titles = "Mean increment (mm)", "In standard errors (1)"
    page.figure(
        tiles.tiles_figure(
            [
                tiles.Tile(maps.MapPanel(titles[0], mean[index], part, "increment_mean")),
                tiles.Tile(maps.MapPanel(titles[1], times[index], part, "increment_mean"), limits=(-4.0, 4.0)),
            ],
            2,
            synthetic,
        ),
        f"(a) Mean increment of each cell, an epoch. (b) The same in its standard errors: beyond 3 it is not chance, "
        f"and model or observations are biased there ({int((np.abs(times[index]) > 3).sum())} of "
        f"{int(np.isfinite(times[index]).sum())} cells).",
    )


def _add_stores(page: Page, dataset: Dataset, observed: BoolArray) -> None:
    values = {
        name: netcdf.read_float(dataset, f"increment_{name}")[:, observed]
        for name in ("requested", "applied", "moved", *_STORES)
    }
    page.heading(tr("Increments of the land model's stores"))
    page.paragraph(
        "The analysis changes the states of the land model, which carries the change on. What a store cannot take or "
        "give goes to the catchment deficit, the root zone and the surface; the rest is requested less applied. Means "
        "of the members, over the cells that had observations."
    )
    rows = [("Storage, requested", *_sizes(values["requested"])), ("Storage, applied", *_sizes(values["applied"]))]
    rows += [(words, *_sizes(values[name])) for name, words in _STORES.items()]
    page.table("Changes by the analyses (mm an epoch).", ("Store", "Mean", "RMS", "Largest"), rows)
    residual = values["requested"] - values["applied"]
    page.facts(
        {
            "Moved on between stores, mean of an epoch (mm)": round(float(np.mean(values["moved"])), 3),
            "Requested less applied, largest (mm)": round(float(np.abs(residual).max()), 4),
            "Disaggregation": str(getattr(dataset, "disaggregation", "")),
        }
    )


def _add_land_budget(page: Page, dataset: Dataset, observed: BoolArray) -> None:
    """Add the sums of the budgets over the run; the rows add up to the change of storage."""
    analysis = _sums(dataset, observed, "")
    open_loop = _sums(dataset, observed, "_open_loop")
    days = netcdf.read_days(dataset)
    span = float(days[-1]) - float(getattr(dataset, "budget_start_day", days[0]))
    years = span / DAYS_PER_YEAR if span > 0 else float("nan")
    residual = netcdf.read_float(dataset, "water_budget_residual")
    page.heading(tr("Water budget of the land model"))
    rows = [(_FLUXES[name][0], open_loop[name], analysis[name]) for name in _FLUXES]
    rows.append(("Change of storage", sum(open_loop.values()), sum(analysis.values())))
    page.table(
        f"Water that came (+) and went (-) in {span:.0f} days, from the beginning of the run to its last epoch, mean "
        "of members and observed cells.",
        ("Part", "Open loop (mm)", "Analysis (mm)", "Open loop (mm a year)", "Analysis (mm a year)"),
        [
            (name, *(plain_number(value, 1) for value in pair), *(plain_number(value / years, 0) for value in pair))
            for name, *pair in rows
        ],
    )
    page.paragraph(
        "Wetter or drier stores make the model evaporate and shed other amounts: what the analysis puts in does not "
        "all stay. Largest residual of any member and cell between two epochs: "
        f"{max(_largest(residual), _ROUNDED):.0e} mm (storage against the model's own fluxes, perturbations and "
        "increments)."
    )


def _sums(dataset: Dataset, observed: BoolArray, of: str) -> dict[str, float]:
    """Return what the parts of the budget add up to over the run, mean of the observed cells (mm)."""
    sums = {}
    for name, (_, sign) in _FLUXES.items():
        own = name if name == "precipitation" else f"{name}{of}"
        there = own in dataset.variables  # the open loop has no increments
        sums[name] = sign * float(netcdf.read_float(dataset, own)[:, observed].mean(axis=1).sum()) if there else 0.0
    return sums


def _largest(values: FloatArray) -> float:
    known = np.abs(values[np.isfinite(values)])
    return float(known.max()) if known.size else float("nan")


def _sizes(values: FloatArray) -> tuple[float, float, float]:
    """Return mean, root mean square and largest size."""
    return (
        round(float(np.mean(values)), 2),
        round(float(np.sqrt(np.mean(values**2))), 2),
        round(float(np.abs(values).max()), 2),
    )
