"""Report on a run of the land model: storage and its parts, fluxes, budgets, perturbations, parameters."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..charts import series, style
from ..files import attributes, netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..findings.outcome import outcome_of_series
from ..language import tr
from .headline import add_outcome
from .page import Page, plain_number
from .provenance import add_provenance, is_synthetic

_STORES = {
    "soil_moisture": "Root zone",
    "groundwater": "Below the root zone",
    "snow_water_equivalent": "Snow",
    "canopy_storage": "Leaves",
}
_FLUXES = {
    "precipitation": "Precipitation",
    "evaporation": "Evaporation",
    "runoff": "Runoff",
    "baseflow": "of which baseflow",
}
_MONTH_DAYS = 30
_DAYS_PER_YEAR = 365.25


def write_catchment_report(storage: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write the report of a storage file that the land model wrote.

    Parameters
    ----------
    storage : Path
        Of the run.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(storage, needs=(TWS, *_STORES, *_FLUXES)) as dataset:
        synthetic, days = is_synthetic(dataset), netcdf.read_days(dataset)
        members = len(dataset.dimensions["member"]) if "member" in dataset.dimensions else 1
        page = Page(
            tr("Land model"),
            f"Terrestrial water storage of {days.size} days by the Catchment model, {members} "
            f"{'members' if members > 1 else 'run'}, means over the area.",
            synthetic,
        )
        page.warn(warnings)
        add_outcome(page, outcome_of_series(days, _run(_area_mean(dataset, TWS))))
        page.heading(tr("Storage"))
        _add_storage(page, dataset, days, synthetic)
        _add_stores(page, dataset, days, synthetic)
        page.heading(tr("Fluxes and budgets"))
        _add_fluxes(page, dataset, days, synthetic)
        _add_budgets(page, dataset)
        page.heading(tr("Perturbations"))
        _add_perturbations(page, dataset)
        page.heading(tr("Parameters"))
        _add_parameters(page, dataset)
        add_provenance(page, dataset)
    page.write(report)


def _area_mean(dataset: Dataset, name: str) -> FloatArray:
    """Return the mean over the cells with columns, [.., time]; the cells of an EASE-Grid are equally large."""
    values = netcdf.read_float(dataset, name)
    land = np.isfinite(values).any(axis=tuple(range(values.ndim - 2)))
    return np.asarray(values[..., land].mean(axis=-1))


def _run(storage: FloatArray) -> FloatArray:
    """Return the mean of the members [time] of storage [.., time]."""
    return storage.mean(axis=0) if storage.ndim == 2 else storage


def _add_storage(page: Page, dataset: Dataset, days: FloatArray, synthetic: bool) -> None:
    tws = _area_mean(dataset, TWS)
    lines = []
    if tws.ndim == 2:
        mean, spread = tws.mean(axis=0), tws.std(axis=0, ddof=1)
        lines.append(series.Series("Mean of the members", days, mean, "open_loop", spread))
        lines.append(series.Series("Unperturbed run", days, _area_mean(dataset, "tws_unperturbed"), "truth"))
        text = f" The band is one standard deviation of the members: {spread.mean():.1f} mm on average."
    else:
        mean, text = tws, ""
        lines.append(series.Series("Storage", days, mean, "open_loop"))
    figure = style.new_figure(7.2, 2.8)
    series.draw_storage(figure.add_subplot(), lines, synthetic=synthetic, anomaly=False)
    page.figure(figure, f"Terrestrial water storage of the area, from {mean.min():.0f} to {mean.max():.0f} mm.{text}")


def _add_stores(page: Page, dataset: Dataset, days: FloatArray, synthetic: bool) -> None:
    means = {name: _area_mean(dataset, name) for name in _STORES}
    figure = style.new_figure(7.2, 2.8)
    lines = [series.Series(_STORES[name], days, values - values.mean()) for name, values in means.items()]
    series.draw_storage(figure.add_subplot(), lines, synthetic=synthetic)
    page.figure(figure, "The parts of the storage, each less its own mean.")
    rows = [
        (_STORES[name], *(plain_number(value, 1) for value in (values.mean(), values.min(), values.max())))
        for name, values in means.items()
    ]
    page.table("Parts of the storage, means of the members (mm).", ("Store", "Mean", "Least", "Largest"), rows)


def _add_fluxes(page: Page, dataset: Dataset, days: FloatArray, synthetic: bool) -> None:
    means = {name: _area_mean(dataset, name) for name in _FLUXES}
    window = min(_MONTH_DAYS, days.size)
    kernel = np.full(window, 1.0 / window)
    middle = np.convolve(days + 0.5, kernel, "valid")
    figure = style.new_figure(7.2, 2.6)
    lines = [
        series.Series(_FLUXES[name], middle, np.convolve(values, kernel, "valid")) for name, values in means.items()
    ]
    series.draw_series(figure.add_subplot(), lines, "Flux (mm/day)", synthetic=synthetic)
    page.figure(figure, f"Fluxes, running means of {window} days.")
    rows = [(_FLUXES[name], plain_number(values.mean() * _DAYS_PER_YEAR, 0)) for name, values in means.items()]
    page.table("Mean fluxes (mm a year).", ("Flux", "mm/yr"), rows)


def _add_budgets(page: Page, dataset: Dataset) -> None:
    loops, drift = attributes.whole_number(dataset, "spin_up_loops"), attributes.number(dataset, "spin_up_drift_mm")
    found = {name: attributes.number(dataset, name) for name in dataset.ncattrs() if "residual" in name}
    page.facts(
        {
            "Largest residual of water in a step": f"{found.get('largest_water_residual_mm', np.nan):.1e} mm",
            "Largest residual of energy in a step without snow": (
                f"{found.get('largest_energy_residual_without_snow', np.nan):.1e} W m-2"
            ),
            "Largest daily mean residual of energy with snow": (
                f"{found.get('largest_daily_mean_energy_residual_with_snow', np.nan):.1f} W m-2"
            ),
            "Spin-up": f"{loops} years" if loops else "none",
            "Change of storage in the last of them": f"{drift:.2f} mm" if loops else "",
        }
    )
    page.paragraph(
        "Water closes for every column and member. With snow the model's equations themselves lose and gain energy "
        "where layers are reset and the ground under snow is kept from overshooting: that residual is reported."
    )


def _add_perturbations(page: Page, dataset: Dataset) -> None:
    settings = json.loads(str(dataset.perturbations))
    if not settings["fields"]:
        page.paragraph("None: a single run.")
        return
    rows = [
        (field["variable"], field["kind"], field["std"], field["hours"], field["degrees"], field["clip"])
        for field in settings["fields"]
    ]
    heads = ("Variable", "Kind", "Standard deviation", "Hours", "Degrees", "Cut off at")
    page.table(
        f"Preset {settings['name']}; of states, the standard deviation is per hour (mm, or a factor).", heads, rows
    )
    shift = attributes.number(dataset, "mean_shift_mm")
    if settings["correlations"]:
        text = "; ".join(f"{first} and {second}: {value:g}" for first, second, value in settings["correlations"])
        page.paragraph(f"Correlations: {text}.")
    page.facts(
        {
            "Shift of the ensemble mean against the unperturbed run": f"{shift:+.1f} mm",
            "Shift removed": "yes" if attributes.whole_number(dataset, "shift_removed") else "no",
            "Seed": attributes.whole_number(dataset, "seed"),
        }
    )


def _add_parameters(page: Page, dataset: Dataset) -> None:
    ranges = json.loads(str(dataset.parameter_ranges))
    rows = [(name, *(f"{value:.4g}" for value in values)) for name, values in ranges.items()]
    page.table("Parameters of the columns.", ("Parameter", "Least", "Median", "Largest"), rows, fold=True)
