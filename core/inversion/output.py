"""The file of an inversion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import TWS
from ..files.outputs import check_room
from ..work.progress import Progress
from .classic import Classic
from .data import InversionData
from .domain import Domain
from .findings import Findings
from .hyperparameters import Hyper
from .options import InversionInputs, StorageInversionOptions
from .resolution import SCALES_KM, Resolution
from .seasons import Seasons
from .solution import Estimates, Fit


@dataclass(frozen=True)
class Result:
    """Everything that an inversion finds.

    Attributes
    ----------
    data, domain, estimates, fit, resolution, seasons
        Of the run; `seasons` is None where the epochs are too few.
    hypers : tuple of Hyper
        By length, with their weights.
    best : Hyper
        The likeliest.
    findings : Findings
        Figures and verdict.
    memory_days : float or None
        Of the storage, where it has one.
    freedom, abic : float
        Degrees of freedom for signal at an epoch, and ABIC of the likeliest hyperparameters.
    dropped : tuple of str
        Stations that were left out, with their scores.
    classic : Classic or None
        The Laplacian's solution, where it was chosen.
    """

    data: InversionData
    domain: Domain
    estimates: Estimates
    fit: Fit
    resolution: Resolution
    seasons: Seasons | None
    hypers: tuple[Hyper, ...]
    best: Hyper
    findings: Findings
    memory_days: float | None
    freedom: float
    abic: float
    dropped: tuple[str, ...]
    classic: Classic | None


def write_result(
    path: Path, result: Result, options: StorageInversionOptions, inputs: InversionInputs, progress: Progress
) -> None:
    """Write maps, series, misfits and findings.

    Parameters
    ----------
    path : Path
        Written whole or not at all.
    result : Result
        Of the inversion.
    options : StorageInversionOptions
        Choices.
    inputs : InversionInputs
        For names in the file's history.
    progress : Progress
        Is asked whether to stop.
    """
    title = "Terrestrial water storage by inversion of displacement"
    with netcdf.create(path, title, "invertdisplacement", options.described()) as dataset:
        netcdf.write_grid(dataset, result.domain.grid)
        netcdf.write_time(dataset, result.data.days)
        _write_storage(dataset, result)
        _write_maps(dataset, result)
        _write_region(dataset, result)
        _write_stations(dataset, result)
        _write_frames(dataset, result)
        _write_likelihood(dataset, result)
        for name, value in _attributes(result, options, inputs):
            dataset.setncattr(name, value)
        progress.report(1.0, "Storage written")


def _write_storage(dataset: Dataset, result: Result) -> None:
    made, domain = result.estimates, result.domain
    chunks = (1, *domain.grid.shape)
    series = [(TWS, "terrestrial water storage, anomaly to the mean of the epochs", made.mean)]
    if result.classic is None:
        series += [
            ("tws_std", "standard deviation of the terrestrial water storage", made.std),
            ("tws_200km_std", "standard deviation of Gaussian means of 200 km of the storage", made.wide_std),
        ]
    for name, words, values in series:
        check_room(dataset.filepath())
        variable = netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", words, chunks=chunks)
        for epoch, row in enumerate(values):
            variable[epoch] = domain.on_grid(row)


def _write_maps(dataset: Dataset, result: Result) -> None:
    found, domain = result.resolution, result.domain
    dataset.createDimension("scale", len(SCALES_KM))
    scale = dataset.createVariable("scale", "f8", ("scale",))
    scale.setncatts({"units": "km", "long_name": "full width of Gaussian means, side of squares"})
    scale[:] = np.array(SCALES_KM)
    size = np.full(int(domain.land.sum()), result.estimates.prior_std)
    maps: list[tuple[str, str, str, FloatArray]] = [
        ("tws_prior_std", "mm", "standard deviation of the storage before the data", size),
        ("resolution", "1", "diagonal of the averaging kernels", found.diagonal),
        ("resolved_scale", "km", "least scale of which the data explain half of the contrast", found.resolved_km),
        ("contrast_explained", "1", "part of the contrast of Gaussian means that the data explain", found.contrast),
        ("checkerboard_gain", "1", "gain of squares of water in one epoch", found.checkerboard),
    ]
    if result.seasons is not None:
        wave = result.seasons
        maps += [
            ("annual_amplitude", "mm", "amplitude of the yearly wave", wave.amplitude),
            ("annual_phase", "days", "day of the year of the largest storage of the yearly wave", wave.phase),
            ("trend", "mm year-1", "trend of the storage", wave.trend),
        ]
        if result.classic is None:
            words = "standard deviation of the "
            maps += [
                ("annual_amplitude_std", "mm", words + "amplitude of the yearly wave", wave.amplitude_std),
                ("annual_phase_std", "days", words + "phase of the yearly wave", wave.phase_std),
                ("trend_std", "mm year-1", words + "trend", wave.trend_std),
            ]
    for name, units, text, values in maps:
        dimensions = ("scale", "y", "x") if values.ndim == 2 else ("y", "x")
        netcdf.add_variable(dataset, name, dimensions, units, text)[:] = domain.on_grid(values)
    dataset["checkerboard_gain"].noise_mm = found.noise_mm
    part = np.where(domain.land, domain.region, 0.0)
    netcdf.add_variable(dataset, "region", ("y", "x"), "1", "part of the cell in the region", fill=None)[:] = part


def _write_region(dataset: Dataset, result: Result) -> None:
    made = result.estimates
    prior = np.full(made.area_mean.size, made.area_prior_std)
    for name, words, values in (
        ("area_mean", "mean storage of the region", made.area_mean),
        ("area_mean_std", "standard deviation of the mean storage of the region", made.area_std),
        ("area_mean_prior_std", "standard deviation of the mean storage of the region before the data", prior),
    ):
        netcdf.add_variable(dataset, name, ("time",), "mm", words, dtype="f8")[:] = values


def _fields(result: Result) -> Iterator[tuple[str, str, FloatArray]]:
    """Yield name, words and values [datum, epoch] of the misfits."""
    data, fit = result.data, result.fit
    observed = data.values - fit.constants[:, np.newaxis]
    yield "observed_displacement", "observed displacement less its constant and the load around", observed
    yield "predicted_displacement", "displacement by the storage found", fit.predicted
    yield "leave_one_out_residual", "observed less what all other data of the epoch predict", fit.residual
    yield "leave_one_out_std", "standard deviation of that difference", fit.residual_std


def _write_stations(dataset: Dataset, result: Result) -> None:
    data, part = result.data, result.data.stations
    names = data.names[part]
    if not names:
        return
    dataset.createDimension("station", len(names))
    netcdf.add_names(dataset, "station_name", "station", names, "name of the station")
    for name, units, values in (("station_lon", "degrees_east", data.lon), ("station_lat", "degrees_north", data.lat)):
        words = "place of the station"
        netcdf.add_variable(dataset, name, ("station",), units, words, dtype="f8")[:] = values[part]
    for name, words, values in _fields(result):
        netcdf.add_variable(dataset, f"station_{name}", ("station", "time"), "mm", words)[:] = values[part]
    words = "free constant of the heights"
    netcdf.add_variable(dataset, "point_constant", ("station",), "mm", words, dtype="f8")[:] = result.fit.constants[
        part
    ]


def _write_frames(dataset: Dataset, result: Result) -> None:
    data = result.data
    if data.frames is None or not data.rows.size:
        return
    every, shape = data.frames.every, result.domain.grid.shape
    dataset.createDimension("frame", len(every))
    netcdf.add_names(dataset, "frame_name", "frame", [frame.name for frame in every], "name of the frame")
    count = data.rows.size
    for name, words, values in _fields(result):
        variable = netcdf.add_variable(dataset, name, ("frame", "time", "y", "x"), "mm", words)
        for number in range(len(every)):
            inside = np.flatnonzero(data.frames.number == number)
            field = np.full((data.days.size, *shape), np.nan)
            field[:, data.rows[inside], data.columns[inside]] = values[:count][inside].T
            variable[number] = field
    terms = np.full((3, len(every), data.days.size), np.nan)
    for number in range(len(every)):
        inside = np.flatnonzero(data.frames.number == number)
        columns = np.flatnonzero(np.any(data.free[inside] != 0, axis=0))
        terms[: columns.size, number] = result.fit.free[columns]
    for name, units, words, one in zip(
        ("frame_offset", "frame_slope_east", "frame_slope_north"),
        ("mm", "mm degree-1", "mm degree-1"),
        ("offset of the frame", "slope of the frame to the east", "slope of the frame to the north"),
        terms,
    ):
        netcdf.add_variable(dataset, name, ("frame", "time"), units, words, dtype="f8")[:] = one


def _write_likelihood(dataset: Dataset, result: Result) -> None:
    hypers = result.hypers
    dataset.createDimension("length", len(hypers))
    for name, units, words, values in (
        ("length", "km", "length of the prior", [h.prior.length_km for h in hypers]),
        ("likelihood", "1", "logarithm of the restricted likelihood", [h.log_likelihood for h in hypers]),
        ("length_weight", "1", "weight of the length", [h.weight for h in hypers]),
        ("length_std", "mm", "standard deviation of the prior at the length", [h.prior.std_mm for h in hypers]),
        ("length_common", "mm", "common error of the prior at the length", [h.prior.common_mm for h in hypers]),
    ):
        variable = dataset.createVariable(name, "f8", ("length",))
        variable.setncatts({"units": units, "long_name": words})
        variable[:] = np.array(values)
    _write_curves(dataset, result.classic)


def _write_curves(dataset: Dataset, old: Classic | None) -> None:
    if old is not None:
        dataset.createDimension("smoothing", old.found.smoothing.size)
        for name, values in (
            ("smoothing", old.found.smoothing),
            ("gcv", old.found.pooled),
            ("residual_norm", np.sqrt(np.nanmean(old.found.residual**2, axis=1))),
            ("roughness_norm", np.sqrt(np.nanmean(old.found.roughness**2, axis=1))),
        ):
            variable = dataset.createVariable(name, "f8", ("smoothing",))
            variable.setncatts({"units": "1", "long_name": f"{name} of the Laplacian solution"})
            variable[:] = values


def _attributes(result: Result, options: StorageInversionOptions, inputs: InversionInputs) -> Iterator[tuple[str, Any]]:
    """Yield the global attributes."""
    found, prior, fit = result.findings, result.best.prior, result.fit
    yield "from_displacement", 1
    yield "contains_grace", int(found.contains_grace)
    yield "far_field_removed", int(found.far_field_removed)
    yield "mean_known", int(found.mean_known)
    yield "synthetic", int(result.data.synthetic)
    yield "verdict", found.verdict
    yield "method", options.method
    yield "time_mode", options.time
    yield "options", options.described()
    yield "dof", result.freedom
    yield "abic", result.abic
    yield "mean_ratio", found.mean_ratio
    yield "resolved_scale_km", found.resolved_km
    yield "prior_length_km", prior.length_km
    yield "prior_std_mm", prior.std_mm
    yield "prior_common_mm", prior.common_mm
    yield "prior_smoothness", prior.smoothness
    yield "checkerboard_noise_mm", result.resolution.noise_mm
    yield "chi2", fit.chi2
    yield "chi2_storage", fit.chi2_storage
    for kind, chi2, factor in zip(result.data.errors.kinds, fit.chi2_kinds, result.best.factors):
        name = "".join(letter if letter.isalnum() else "_" for letter in kind)
        if np.isfinite(chi2):
            yield f"chi2_{name}", float(chi2)
        yield f"error_factor_{name}", float(factor)
    if result.memory_days is not None:
        yield "memory_days", result.memory_days
    if result.classic is not None:
        yield "smoothing_chosen", result.classic.smoothing
        yield "smoothing_corner", result.classic.corner
    if result.dropped:
        yield "stations_left_out", ", ".join(result.dropped)
    for name, path in (("observations", inputs.observations), ("stations", inputs.stations)):
        if path is not None:
            yield f"input_{name}", path.name
    for name, path in (("background", inputs.background), ("grace", inputs.grace)):
        if path is not None:
            yield f"input_{name}", path.name
