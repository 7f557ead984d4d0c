"""GRACE as it would see the true storage: real windows and gaps, coarse in space, with noise; in the CSR layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..files import netcdf
from ..files.handles import Dataset
from ..files.raster import RasterGrid
from ..geodesy import distance_km
from ..grace.months import Solution, gaps, known_solutions, label
from ..grace.windows import average
from .randomness import generator
from .smooth_fields import NodeBasis
from .storage_field import Storage

_EPOCH_2002 = day_number(parse_date("2002-01-01"))
MASCON_DEG = 1.0
"""Size of a mascon; its edges lie on whole degrees."""
_STEP_DEG = 0.25


@dataclass(frozen=True)
class GraceParameters:
    """How GRACE sees storage.

    Attributes
    ----------
    half_width_km : float
        Distance at which its footprint, a Gaussian, has fallen to one half.
    noise_mm, noise_length_km : float
        Noise of a month: standard deviation and correlation length.
    """

    half_width_km: float = 180.0
    noise_mm: float = 15.0
    noise_length_km: float = 400.0


def solutions_between(first_day: float, last_day: float) -> list[Solution]:
    """Return CSR's solutions that lie within days (both included), in the order of time."""
    return [
        each
        for each in known_solutions()
        if each.centre == "CSR" and first_day <= each.start and each.end <= last_day + 1
    ]


def observe(
    storage: Storage, solutions: list[Solution], mascons: RasterGrid, seed: int, parameters: GraceParameters
) -> FloatArray:
    """Return what GRACE sees of the true storage [solution, row, column] in mm, on a grid of mascons.

    The mean over the days that each solution used, through GRACE's footprint, with noise.
    """
    lon, lat = (part.ravel() for part in mascons.lon_lat())
    first, last = solutions[0].start, max(each.end for each in solutions)
    days = np.arange(first, last, dtype=np.float64)
    means = average(
        days,
        storage.series(days).T,
        [(each.start, each.end) for each in solutions],
        [each.unused for each in solutions],
    )
    seen = means @ storage.patterns(lon, lat) @ _footprint(lon, lat, parameters.half_width_km)
    basis = NodeBasis(parameters.noise_length_km)
    noise = np.stack([generator(seed, "GRACE", each.month).standard_normal(basis.count) for each in solutions])
    seen = seen + parameters.noise_mm * (noise @ basis.weights(lon, lat))
    return np.asarray(seen.reshape(len(solutions), *mascons.shape))


def _footprint(lon: FloatArray, lat: FloatArray, half_width_km: float) -> FloatArray:
    """Return the weight of every mascon [seen mascon, mascon seen by]; each column sums to 1."""
    distance = distance_km(lon, lat, lon, lat)
    weight = np.exp(-np.log(2.0) * (distance / half_width_km) ** 2) * np.cos(np.radians(lat))[:, None]
    return np.asarray(weight / weight.sum(axis=0))


def write_csr_layout(
    path: Path, seen_mm: FloatArray, solutions: list[Solution], mascons: RasterGrid, note: str
) -> None:
    """Write mascons [solution, row, column] (mm) as CSR writes its mascon file.

    A quarter of a degree, south to north, 0-360 degrees east, centimetres, and ``Units`` with a capital where CSR has
    it so.
    """
    factor = round(mascons.dx / _STEP_DEG)
    grid = RasterGrid(
        mascons.crs,
        mascons.x_min,
        mascons.y_max,
        _STEP_DEG,
        _STEP_DEG,
        columns=factor * mascons.columns,
        rows=factor * mascons.rows,
    )
    fine = np.repeat(np.repeat(seen_mm, factor, axis=1), factor, axis=2)[:, ::-1] / 10.0
    bounds = np.array([(each.start, each.end) for each in solutions], dtype=np.float64) - _EPOCH_2002
    with netcdf.create(path, "Synthetic mascons in the layout of CSR RL06", "createexample", note) as dataset:
        dataset.setncatts(
            {
                "synthetic": np.int32(1),
                "time_epoch": "2002-01-01T00:00:00Z",
                "time_mean_removed": "none: anomalies about no particular level",
                "months_missing": ";".join(label(month) for month in gaps([each.month for each in solutions])),
                "comment": "SYNTHETIC, not a product of CSR: the truth of an example study area as GRACE would see it",
            }
        )
        for name, size in (("lon", grid.columns), ("lat", grid.rows), ("time", len(solutions)), ("timebound", 2)):
            dataset.createDimension(name, size)
        time = {"Units": "days since 2002-01-01T00:00:00Z", "calendar": "gregorian", "bounds": "time_bounds"}
        _put(dataset, "time", ("time",), bounds.mean(axis=1), {**time, "long_name": "time"})
        _put(dataset, "time_bounds", ("time", "timebound"), bounds, {})
        _put(dataset, "lat", ("lat",), grid.y[::-1], {"Units": "degrees_north", "standard_name": "latitude"})
        _put(dataset, "lon", ("lon",), grid.x % 360.0, {"Units": "degrees_east", "standard_name": "longitude"})
        attributes = {"units": "cm", "long_name": "Liquid_Water_Equivalent_Thickness", "grid_mapping": "WGS84"}
        _put(dataset, "lwe_thickness", ("time", "lat", "lon"), fine, attributes)


def _put(
    dataset: Dataset, name: str, dimensions: tuple[str, ...], values: FloatArray, attributes: dict[str, str]
) -> None:
    variable = dataset.createVariable(name, "f4", dimensions, zlib=len(dimensions) == 3, complevel=1)
    variable.setncatts(attributes)
    variable[:] = values
