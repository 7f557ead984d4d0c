"""What the land model made of the increments of an analysis: by store, and what its bounds refused."""

from __future__ import annotations

from typing import Any

import numpy as np

from .. import netcdf
from ..arrays import FloatArray
from .page import Page

_STORES = {
    "catchment_deficit": "Catchment deficit (positive: drier)",
    "root_zone_excess": "Root-zone excess",
    "surface_excess": "Surface excess",
    "snow_water_equivalent": "Snow",
}


def add_increments(page: Page, dataset: Any) -> None:
    """Add the budget of the increments; nothing where the storage came from a file instead of the land model."""
    if "increment_requested" not in dataset.variables:
        return
    observed = netcdf.read_float(dataset, "n_observations") > 0
    values = {
        name: netcdf.read_float(dataset, f"increment_{name}")[:, observed]
        for name in ("requested", "applied", "moved", *_STORES)
    }
    page.heading("Increments of the land model's stores")
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


def _sizes(values: FloatArray) -> tuple[float, float, float]:
    """Return mean, root mean square and largest size."""
    return (
        round(float(np.mean(values)), 2),
        round(float(np.sqrt(np.mean(values**2))), 2),
        round(float(np.abs(values).max()), 2),
    )
