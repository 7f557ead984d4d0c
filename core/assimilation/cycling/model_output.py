"""What the analysis file of a run with the land model holds besides: increments of the stores, and the water budget."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...arrays import FloatArray, IntArray
from ...files.handles import Dataset
from ...files.netcdf import add_variable
from ..inputs.collocation import Problem
from ..options import AssimilationOptions
from ..output import AnalysisFile
from ..priors.land_ensemble import Budget, LandEnsemble
from ..priors.land_model import Land, LandModel
from ..run import rounded

_BUDGET = {
    "increment_requested": "change of storage that the analysis asked for, mean of the members",
    "increment_moved": "water that the bounds of a store refused and that others took, mean of the members",
    "increment_catchment_deficit": "change of the catchment deficit by the analysis, mean of the members",
    "increment_root_zone_excess": "change of the root-zone excess by the analysis, mean of the members",
    "increment_surface_excess": "change of the surface excess by the analysis, mean of the members",
    "increment_snow_water_equivalent": "change of the snow's water by the analysis, mean of the members",
    "precipitation": "precipitation since the epoch before, mean of the members",
    "evaporation": "evaporation since the epoch before, mean of the analysis' members",
    "runoff": "runoff since the epoch before, baseflow in it, mean of the analysis' members",
    "baseflow": "baseflow since the epoch before, mean of the analysis' members",
    "perturbation_water": "water that perturbations of the states added since the epoch before, mean of the members",
    "evaporation_open_loop": "evaporation since the epoch before, mean of the open loop's members",
    "runoff_open_loop": "runoff since the epoch before, baseflow in it, mean of the open loop's members",
    "baseflow_open_loop": "baseflow since the epoch before, mean of the open loop's members",
    "perturbation_water_open_loop": "the same as perturbation_water, of the open loop",
}


def model_file(output: Dataset, problem: Problem, used: IntArray, options: AssimilationOptions) -> AnalysisFile:
    """Return a new file for the `used` epochs."""
    kept = options.members if options.save_members else 0
    file = AnalysisFile(output, problem, problem.days[used], kept)
    output.earth_model = options.earth.title
    for name, text in _BUDGET.items():
        add_variable(output, name, ("time", "y", "x"), "mm", text, chunks=(1, *problem.grid.shape))
    return file


def _increments(budget: Budget) -> dict[str, FloatArray]:
    named = {"requested": budget.requested, "applied": budget.applied, "moved": budget.moved, **budget.stores}
    return {f"increment_{name}": values for name, values in named.items()}


def _water(ensemble: LandEnsemble) -> dict[str, FloatArray]:
    """Return the water budget since the epoch before."""
    budget = ensemble.budget
    return {
        **budget.fluxes,
        "perturbation_water": budget.perturbed.mean(axis=0),
        "water_budget_residual": rounded(budget.residual(ensemble.storage())),
    }


def water_of_open_loop(ensemble: LandEnsemble) -> dict[str, FloatArray]:
    """Return the open loop's water [cell] since the epoch before by the names of the file's variables.

    Its precipitation is that of the analysis: both have the same draws.
    """
    budget = ensemble.budget
    water = {name: values for name, values in budget.fluxes.items() if name != "precipitation"}
    water["perturbation_water"] = budget.perturbed.mean(axis=0)
    return {f"{name}_open_loop": values for name, values in water.items()}


def total_of(budgets: list[Budget]) -> Budget:
    """Return what several increments on the way to an epoch make together."""

    def total(values: list[FloatArray]) -> FloatArray:
        return np.sum(values, axis=0)

    return Budget(
        total([one.requested for one in budgets]),
        total([one.applied for one in budgets]),
        total([one.moved for one in budgets]),
        {name: total([one.stores[name] for one in budgets]) for name in budgets[0].stores},
    )


def budget_by_name(budget: Budget, ensemble: LandEnsemble) -> dict[str, FloatArray]:
    """Return increments and water budget [cell] of an epoch by the names of the file's variables."""
    return {**_increments(budget), **_water(ensemble)}


def attributes_of(land: Land, model: LandModel) -> dict[str, Any]:
    """Return how the land model was run, for the attributes of the file.

    Parameters
    ----------
    land : Land
        Its weather and settings.
    model : LandModel
        Its choices.
    """
    return {
        "prior": "Catchment land model, cycled",
        "forcing": land.source,
        "parameters": model.parameters.name,
        "model_variant": model.variant,
        "time_step_seconds": land.weather.dt,
        "perturbations": land.settings.described(),
        "disaggregation": model.disaggregation,
        "background": model.background.name if model.background else "none",
    }
