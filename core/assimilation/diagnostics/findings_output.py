"""What a run found of its errors, as small variables and attributes of the analysis file, and read back from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...arrays import BoolArray, FloatArray
from ...errors import InputError
from ...files import attributes
from ...files.handles import Dataset
from ...files.netcdf import add_names, add_variable, read, read_float
from .increment_statistics import IncrementStatistics
from .intervals import Estimate
from .run_diagnostics import Findings, GroupStatistics
from .spread_skill import SpreadSkill
from .variogram import Variogram

_ESTIMATES = ("value", "low", "high")
_OF_GROUPS = {
    "count": "observations used",
    "gross_errors": "observations beyond 4 expected standard deviations",
    "mean": "mean of the normalized innovations",
    "std": "standard deviation of the normalized innovations",
    "reliability": "variance of the innovations over the expected one",
    "assumed_error": "assumed error of an observation",
    "error_factor": "factor on the assumed error that the innovations speak for",
    "spread_factor": "factor on the spread of the predictions that the innovations speak for",
    "desroziers_error": "error of an observation by Desroziers et al. (2005)",
    "desroziers_forecast": "error of the predictions by Desroziers et al. (2005)",
}
_OF_BINS = {
    "prediction_std": ("mm", "spread of the predictions"),
    "expected": ("mm2", "expected variance of the innovations"),
    "observed": ("mm2", "variance of the innovations"),
    "low": ("mm2", "lower end of the 95 % interval of the variance"),
    "high": ("mm2", "upper end of the 95 % interval of the variance"),
    "count": ("1", "innovations in the bin"),
}
_OF_VARIOGRAM = {
    "distance_km": ("km", "mean distance of the pairs"),
    "semivariance": ("mm2", "half the mean squared difference of two innovations"),
    "of_forecast": ("mm2", "part of the semivariance by the members' predictions"),
    "assumed": ("mm2", "semivariance of the assumed errors of the observations"),
    "pairs": ("1", "pairs of cells, all epochs together"),
}


def write_findings(dataset: Dataset, cells: BoolArray, findings: Findings) -> None:
    """Write findings into a new analysis file.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        With its grid and times.
    cells : array [row, column] of bool
        Cells of the increments.
    findings : Findings
        Of the run.
    """
    _write_groups(dataset, findings.groups)
    dataset.createDimension("rank", findings.ranks.size)
    text = "observations that lie above so many members' predictions (with an observation's error)"
    add_variable(dataset, "rank_count", ("rank",), "1", text, dtype="i4", fill=None)[:] = findings.ranks
    for prefix, table, about in (
        ("spread", findings.spread_skill, _OF_BINS),
        ("variogram", findings.variogram, _OF_VARIOGRAM),
    ):
        size = getattr(table, next(iter(about))).size
        if size:
            dataset.createDimension(f"{prefix}_bin", size)
            for name, (units, long_name) in about.items():
                variable = add_variable(dataset, f"{prefix}_{name}", (f"{prefix}_bin",), units, long_name, dtype="f8")
                variable[:] = getattr(table, name)
    fit = findings.variogram
    dataset.setncatts(
        {
            "variogram_nugget": fit.nugget,
            "variogram_sill": fit.sill,
            "variogram_length_km": fit.length_km,
            **_flat("reliability", findings.reliability),
            **_flat("innovation_persistence", findings.persistence),
        }
    )
    if findings.increments is not None:
        _write_increments(dataset, cells, findings.increments)


def _write_groups(dataset: Dataset, groups: tuple[GroupStatistics, ...]) -> None:
    if not groups:
        return
    dataset.createDimension("group", len(groups))
    add_names(dataset, "group_name", "group", [group.name for group in groups], "kind of observations")
    for name, long_name in _OF_GROUPS.items():
        values = [getattr(group, name) for group in groups]
        units = "mm" if name == "assumed_error" or name.startswith("desroziers") else "1"
        columns = {f"group_{name}": values}
        if isinstance(values[0], Estimate):
            columns = {
                f"group_{name}" + ("" if part == "value" else f"_{part}"): [getattr(value, part) for value in values]
                for part in _ESTIMATES
            }
        for column, numbers in columns.items():
            add_variable(dataset, column, ("group",), units, long_name, dtype="f8")[:] = np.array(
                numbers, dtype=np.float64
            )


def _write_increments(dataset: Dataset, cells: BoolArray, increments: IncrementStatistics) -> None:
    for name, values, text in (
        ("increment_mean", increments.mean, "mean increment of storage an epoch"),
        ("increment_mean_error", increments.standard_error, "standard error of the mean increment"),
    ):
        grid = np.full(cells.shape, np.nan, dtype=np.float32)
        grid[cells] = values
        add_variable(dataset, name, ("y", "x"), "mm", text)[:] = grid
    area, text = increments.area, "mean increment of storage over the observed cells"
    add_variable(dataset, "area_mean_increment", ("time",), "mm", text, dtype="f8")[:] = area.series
    dataset.setncatts(
        {
            "increment_mean_of_area": area.mean,
            "increment_mean_of_area_error": area.error,
            "increment_biased": np.int32(area.biased),
            "water_added_a_year": area.added_a_year,
            "water_moved_a_year": area.moved_a_year,
        }
    )


def _flat(name: str, estimate: Estimate) -> dict[str, float]:
    return {name: estimate.value, f"{name}_low": estimate.low, f"{name}_high": estimate.high}


@dataclass(frozen=True)
class StoredFindings:
    """Findings as a report reads them from a file.

    Attributes
    ----------
    groups : tuple of GroupStatistics
        Of the kinds of observations.
    reliability : Estimate
        Variance of all innovations over the expected one.
    persistence : Estimate
        Correlation of innovations of one epoch and the next.
    ranks : array [member + 1]
        Counts.
    spread_skill : SpreadSkill, optional
        None where there were no innovations.
    variogram : Variogram, optional
        None where there were no pairs of cells.
    """

    groups: tuple[GroupStatistics, ...]
    reliability: Estimate
    persistence: Estimate
    ranks: FloatArray
    spread_skill: SpreadSkill | None
    variogram: Variogram | None


def read_findings(dataset: Dataset) -> StoredFindings | None:
    """Return the findings of an analysis file, or None where it has none (other programs', earlier versions')."""
    if "rank_count" not in dataset.variables or "group_name" not in dataset.variables:
        return None
    columns = {name: read_float(dataset, f"group_{name}") for name in _OF_GROUPS}
    ends = {
        name: np.stack([columns[name], *(read_float(dataset, f"group_{name}_{part}") for part in _ESTIMATES[1:])])
        for name in _OF_GROUPS
        if f"group_{name}_low" in dataset.variables
    }
    groups = []
    for number, name in enumerate(np.asarray(dataset.variables["group_name"][:])):
        values: dict[str, Any] = {key: float(column[number]) for key, column in columns.items()}
        values.update({key: Estimate(*map(float, table[:, number])) for key, table in ends.items()})
        counts = {key: values[key] for key in ("count", "gross_errors")}
        if not np.isfinite(list(counts.values())).all():
            raise InputError(f"{dataset.filepath()}: the counts of its groups are damaged. Make it again.")
        values.update({key: int(count) for key, count in counts.items()})
        groups.append(GroupStatistics(str(name), **values))
    spread = variogram = None
    if "spread_observed" in dataset.variables:
        spread = SpreadSkill(**{name: read(dataset, f"spread_{name}") for name in _OF_BINS})
    if "variogram_semivariance" in dataset.variables:
        nugget, sill, length = (
            attributes.number(dataset, f"variogram_{name}") for name in ("nugget", "sill", "length_km")
        )
        table = {name: read(dataset, f"variogram_{name}") for name in _OF_VARIOGRAM}
        variogram = Variogram(**table, nugget=nugget, sill=sill, length_km=length)
    found, persistence = (
        Estimate(*(attributes.number(dataset, f"{name}{part}") for part in ("", "_low", "_high")))
        for name in ("reliability", "innovation_persistence")
    )
    return StoredFindings(
        tuple(groups), found, persistence, read_float(dataset, "rank_count"), spread, variogram=variogram
    )
