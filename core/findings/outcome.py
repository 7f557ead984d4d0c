"""What a study found, how sure that is and what it rests on: figures for its headline, from the files that it wrote."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import DISPLACEMENT, TWS, TWS_ANALYSIS, VERTICAL_DISPLACEMENT
from ..grace import seasonal

ANALYSIS, INVERSION, STORAGE = "analysis", "inversion", "storage"
GRACE, STATIONS = "grace", "stations"
PLACEBO_MARGIN = 0.05
"""By which the misfit's ratio must be below that of every placebo, as in the verdict of the assimilation."""
_HELPS = 0.95


@dataclass(frozen=True)
class Outcome:
    """Figures of a study; NaN where a file does not tell one.

    Attributes
    ----------
    kind : str
        :data:`ANALYSIS`, :data:`INVERSION`, :data:`STORAGE` or :data:`DISPLACEMENT`: the last that the study made.
    amplitude_mm, peak_day, trend_mm_yr : float
        Yearly wave (half its range, days after the turn of the year of its maximum) and trend of the mean storage of
        the region, or of the mean displacement of the cells.
    before_mm, after_mm : float
        Standard deviation of the region's mean before and after the data were used.
    corrected : bool
        Whether the data changed anything: False where they cannot tell.
    evidence : str
        What was left out to judge by: :data:`GRACE` (months), :data:`STATIONS`, or '' where nothing was.
    misfit, best_placebo : float
        Misfit to what was left out over that of the open loop; the least that displacement without a signal reaches.
    n_stations : int
        Stations that were left out one by one.
    grace_before_mm, grace_after_mm : float
        Unbiased RMSD to GRACE, open loop and analysis, over all months.
    resolved_km : float
        Scale from which on differences within the region are determined.
    """

    kind: str
    amplitude_mm: float = math.nan
    peak_day: float = math.nan
    trend_mm_yr: float = math.nan
    before_mm: float = math.nan
    after_mm: float = math.nan
    corrected: bool = True
    evidence: str = ""
    misfit: float = math.nan
    best_placebo: float = math.nan
    n_stations: int = 0
    grace_before_mm: float = math.nan
    grace_after_mm: float = math.nan
    resolved_km: float = math.nan

    @property
    def helped(self) -> bool | None:
        """Whether the data helped, by what was left out; None where nothing says so."""
        if not self.corrected or not self.evidence or math.isnan(self.misfit):
            return None
        return self.misfit <= _HELPS and self.misfit < self.best_placebo - PLACEBO_MARGIN


def read_outcome(folder: Path) -> Outcome:
    """Return what a study's folder holds: the analysis, else the inversion, else displacement.

    Parameters
    ----------
    folder : Path
        Of the study's results.

    Returns
    -------
    Outcome
        Season and trend, and how sure they are.

    Raises
    ------
    InputError
        Where there is none of them, or one cannot be read.
    """
    names = ("analysis", "inversion", "vertical", "gridded")
    paths = {name: folder / f"{name}.nc" for name in names}
    there = {name: path for name, path in paths.items() if path.is_file()}
    if not there:
        there["gridded"] = paths["gridded"]  # the error names the file
    displacement = there.get("vertical", there.get("gridded"))
    return outcome_of(there.get("analysis"), there.get("inversion"), displacement, folder / "comparison.csv")


def outcome_of(
    analysis: Path | None = None,
    inversion: Path | None = None,
    displacement: Path | None = None,
    comparison: Path | None = None,
) -> Outcome:
    """Return what a study's files hold: the analysis, else the inversion, else displacement.

    Parameters
    ----------
    analysis, inversion, displacement : Path, optional
        NetCDF files of these steps; the first that is given tells.
    comparison : Path, optional
        Table of the comparison with GRACE.

    Raises
    ------
    InputError
        Where none of them is given, or one cannot be read.
    """
    if analysis is not None:
        return _of_analysis(analysis, comparison)
    if inversion is not None:
        return _of_inversion(inversion)
    if displacement is None:
        raise InputError("Give an analysis, an inversion or gridded displacement: nothing else tells what was found.")
    return _of_displacement(displacement)


def outcome_of_series(days: FloatArray, storage_mm: FloatArray) -> Outcome:
    """Return what a mean storage [time] of a land model shows, at days since 2000-01-01.

    Parameters
    ----------
    days : array [time]
        Days since 2000-01-01.
    storage_mm : array [time]
        Mean over the area.

    Returns
    -------
    Outcome
        Without any statement of how sure it is.
    """
    return Outcome(STORAGE, *_wave(days, storage_mm))


def _of_analysis(path: Path, comparison: Path | None) -> Outcome:
    with netcdf.open_dataset(path) as dataset:
        evidence, misfit, placebo, stations = _evidence(dataset)
        grace = _against_grace(comparison) if comparison is not None else {}
        before, after = (
            float(getattr(dataset, f"information_{name}_std", math.nan)) for name in ("prior", "posterior")
        )
        return Outcome(
            ANALYSIS,
            *_wave(netcdf.read_days(dataset), _mean_series(dataset, "region_analysis", TWS_ANALYSIS)),
            before_mm=before,
            after_mm=after,
            corrected=bool(int(getattr(dataset, "information_constrains", 1))),
            evidence=evidence,
            misfit=misfit,
            best_placebo=placebo,
            n_stations=stations,
            grace_before_mm=grace.get("open_loop", math.nan),
            grace_after_mm=grace.get("analysis", math.nan),
        )


def _of_inversion(path: Path) -> Outcome:
    with netcdf.open_dataset(path) as dataset:
        known = bool(int(getattr(dataset, "mean_known", 1)))
        stds = [
            float(np.nanmedian(netcdf.read(dataset, name))) if known and name in dataset.variables else math.nan
            for name in ("area_mean_prior_std", "area_mean_std")
        ]
        wave = (math.nan, math.nan, math.nan)
        if known:
            wave = _wave(netcdf.read_days(dataset), _mean_series(dataset, "area_mean", TWS))
        return Outcome(
            INVERSION,
            *wave,
            before_mm=stds[0],
            after_mm=stds[1],
            corrected=known,
            resolved_km=float(getattr(dataset, "resolved_scale_km", math.nan)),
        )


def _of_displacement(path: Path) -> Outcome:
    with netcdf.open_dataset(path) as dataset:
        names = (VERTICAL_DISPLACEMENT, DISPLACEMENT)
        name = next((one for one in names if one in dataset.variables), names[0])
        return Outcome(DISPLACEMENT, *_wave(netcdf.read_days(dataset), _mean_series(dataset, "", name)))


def _evidence(dataset: Dataset) -> tuple[str, float, float, int]:
    """Return kind, misfit, best placebo and number of stations of what was left out."""
    if not hasattr(dataset, "placebo"):
        return "", math.nan, math.nan, 0
    columns: dict[str, dict[str, float | None]] = json.loads(dataset.placebo)
    stations = len(json.loads(dataset.withheld_stations))
    for kind, name in ((GRACE, "withheld_grace"), (STATIONS, "withheld_stations")):
        misfit, *placebos = (
            math.nan if column[name] is None else float(column[name] or 0.0) for column in columns.values()
        )
        if not math.isnan(misfit) and (kind == GRACE or stations > 1):
            known = [value for value in placebos if not math.isnan(value)]
            return kind, misfit, min(known) if known else math.nan, stations
    return "", math.nan, math.nan, stations


def _mean_series(dataset: Dataset, series: str, maps: str) -> FloatArray:
    """Return a series [time] of the file, or the mean of its maps over cells (those with observations)."""
    if series in dataset.variables:
        return np.asarray(netcdf.read_float(dataset, series), dtype=np.float64)
    values = np.asarray(netcdf.read_float(dataset, maps), dtype=np.float64)
    values = values.reshape(values.shape[0], -1)
    if "n_observations" in dataset.variables:
        seen = netcdf.read_float(dataset, "n_observations").ravel() > 0
        values = values[:, seen] if seen.any() else values
    number = np.isfinite(values).sum(axis=1)
    total = np.where(np.isfinite(values), values, 0.0).sum(axis=1)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def _wave(days: FloatArray, values: FloatArray) -> tuple[float, float, float]:
    """Return amplitude, day of the maximum and trend of a series; NaN where it is too short."""
    found = seasonal.fit(days, values)
    return found.annual_amplitude, found.annual_day, found.trend_per_year


def _against_grace(table: Path) -> dict[str, float]:
    """Return the unbiased RMSD to GRACE over all months by series; empty where there is no table."""
    if not table.is_file():
        return {}
    with table.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row.get("period") == "all"]
    return {row["series"]: float(row["ubrmsd_mm"] or "nan") for row in rows}
