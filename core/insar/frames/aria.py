"""ARIA's geocoded unwrapped interferograms of Sentinel-1 (GUNW): NetCDF files, one a pair and frame."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.raster import GEOGRAPHIC
from .layers import Array, ArrayLayer, FixedLayer, Source, grid_of_centres
from .metadata import SENTINEL1_FREQUENCY, SPEED_OF_LIGHT
from .mosaic import joined
from .names import dates_of_pair
from .pairs import Frame, PairFiles

NAME = re.compile(
    r"S1-GUNW-(?P<direction>[AD])-(?P<side>[RL])-(?P<track>\d{3})-\w+-(?P<dates>\d{8}_\d{8})-(?P<time>\d{6})-.*\.nc"
)
_DATA, _GEOMETRY = "science/grids/data", "science/grids/imagingGeometry"
_FROM_NORTH, _FROM_EAST = {"A": (95.0, 150.0), "D": (210.0, 265.0)}, {"A": (185.0, 240.0), "D": (300.0, 355.0)}
"""Directions from the ground to a right-looking Sentinel-1, anti-clockwise, in degrees.

Its track lies 8 to 50 degrees west of north (ascending) or of south (descending) wherever it images land. ISCE counts
from north; the files that ARIA serves count from east (-168.8 of track 87 ascending, -8.8 of one descending).
"""


def find_aria(folder: Path) -> Frame | None:
    """Return the frame that ARIA's products in a folder form, or None where there are none.

    The phase of these products is that of the reference, the first and later date of the name, times the conjugate of
    the secondary: positive where the range is smaller at the later date. The stack has the other sign.

    Raises
    ------
    InputError
        Where they are of several tracks, or cannot be read.
    """
    named = [(path, match) for path in sorted(folder.rglob("S1-GUNW-*.nc")) if (match := NAME.fullmatch(path.name))]
    if not named:
        return None
    tracks = sorted({f"{match['track']}{match['direction']}" for _, match in named})
    if len(tracks) > 1:
        raise InputError(
            f"{folder} holds products of several tracks ({', '.join(tracks)}): put each in its own folder."
        )
    found: list[tuple[str, PairFiles]] = []
    skipped: list[tuple[str, str]] = []
    geometry: list[dict[str, Source]] = []
    strange: list[str] = []
    for path, match in named:
        dates = dates_of_pair(match["dates"])
        if isinstance(dates, str):
            skipped.append((path.name, dates))
            continue
        try:
            pair, looks = _pair(path, dates.turned, match["direction"])
        except InputError as error:
            skipped.append((path.name, str(error)))
            continue
        unwrapped, coherence, baseline = pair
        files = PairFiles(
            dates.name, dates.first, dates.second, unwrapped, coherence, baseline=baseline, turned=dates.turned
        )
        found.append((path.name, files))
        if looks:
            geometry.append(looks)
            strange += [path.name] * ("E" not in looks)
    if not found:
        raise InputError(f"None of the products in {folder} can be read ({skipped[0][0]}: {skipped[0][1]}).")
    pairs, seams = joined(found, skipped)
    at = named[0][1]["time"]
    return Frame(
        f"ARIA_{tracks[0]}",
        tuple(pairs),
        tuple(skipped),
        tuple(geometry),
        partial=True,
        acquisition_time=3600.0 * int(at[:2]) + 60.0 * int(at[2:4]) + int(at[4:]),
        wavelength=SPEED_OF_LIGHT / SENTINEL1_FREQUENCY,
        remarks=(
            *_of_azimuth(strange, len(geometry)),
            "ARIA's phase is taken as the later date's times the conjugate of the earlier one's, as its names and "
            "tools have it: positive where the ground moves towards the satellite. It is turned to the stack's sign.",
        ),
        after=seams.sentences,
    )


def _of_azimuth(strange: list[str], number: int) -> tuple[str, ...]:
    if not strange:
        return ()
    which = "all products" if len(strange) == number else f"{len(strange)} of {number} products ({strange[0]}, ...)"
    effect = (
        "the horizontal part of the look vectors is missing, which Decompose line of sight and PLATE_MOTION need"
        if len(strange) == number
        else "their look vectors are those of the others"
    )
    return (f"The azimuthAngle of {which} does not point to where Sentinel-1 flies, or is missing: {effect}.",)


def _pair(
    path: Path, turned: bool, direction: str
) -> tuple[tuple[ArrayLayer, ArrayLayer | None, float], dict[str, Source]]:
    """Return phase, coherence and baseline of a product, and its look vectors."""
    with netcdf.open_dataset(path) as dataset:
        try:
            data = dataset[_DATA]
        except (IndexError, KeyError) as error:
            raise InputError(f"it has no group {_DATA}: it is no GUNW product") from error
        if "unwrappedPhase" not in data.variables:
            raise InputError("it has no unwrappedPhase")
        x, y = netcdf.read_float(data, "longitude"), netcdf.read_float(data, "latitude")
        grid = grid_of_centres(x, y, GEOGRAPHIC, path.name)
        beside = {"component": f"{_DATA}/connectedComponents"} if "connectedComponents" in data.variables else {}
        has_coherence = "coherence" in data.variables
        looks, baseline = _geometry(dataset, direction)

    def change(values: FloatArray, others: Mapping[str, Array]) -> FloatArray:
        good = values != 0
        if "component" in others:
            good &= others["component"] > 0
        sign = -1.0 if turned else 1.0  # the phase is from the second to the first date of the name
        return np.where(good, sign * values, 0.0).astype(np.float32)

    phase = ArrayLayer(path, f"{_DATA}/unwrappedPhase", grid, (), change, beside=beside)
    coherence = ArrayLayer(path, f"{_DATA}/coherence", grid) if has_coherence else None
    return (phase, coherence, baseline), looks


def _geometry(dataset: Dataset, direction: str) -> tuple[dict[str, Source], float]:
    """Return look vectors at the height nearest to the ellipsoid, and the mean perpendicular baseline in m."""
    try:
        cubes = dataset[_GEOMETRY]
    except (IndexError, KeyError):
        return {}, math.nan
    baseline = math.nan
    if "perpendicularBaseline" in cubes.variables:
        values = netcdf.read_float(cubes, "perpendicularBaseline")
        values = values[np.isfinite(values)]
        baseline = float(values.mean()) if values.size else math.nan
    names = {"x": "longitudeMeta", "y": "latitudeMeta", "z": "heightsMeta"}
    if "incidenceAngle" not in cubes.variables or any(name not in cubes.variables for name in names.values()):
        return {}, baseline
    x, y, z = (np.atleast_1d(netcdf.read_float(cubes, name)) for name in names.values())
    level = int(np.argmin(np.abs(z)))
    turn = slice(None, None, -1 if y[0] < y[-1] else 1)
    grid = grid_of_centres(x, y[turn], GEOGRAPHIC, "imagingGeometry")
    incidence = np.radians(netcdf.read_float(cubes, "incidenceAngle")[level][turn])
    incidence = np.where((incidence > 0.05) & (incidence < 1.5), incidence, np.nan)
    looks: dict[str, Source] = {"U": FixedLayer(np.cos(incidence), grid, "incidenceAngle")}
    if "azimuthAngle" in cubes.variables:
        angle = netcdf.read_float(cubes, "azimuthAngle")[level][turn]
        first = _first_direction(float(np.nanmedian(angle)), direction)
        if first is not None:
            azimuth = np.radians(angle - first)
            looks["E"] = FixedLayer(-np.sin(incidence) * np.sin(azimuth), grid, "azimuthAngle")
            looks["N"] = FixedLayer(np.sin(incidence) * np.cos(azimuth), grid, "azimuthAngle")
    return looks, baseline


def _first_direction(middle: float, direction: str) -> float | None:
    """Return the degrees from north to where an azimuth angle begins; None where the angle leads nowhere."""
    for first, ranges in ((0.0, _FROM_NORTH), (90.0, _FROM_EAST)):
        low, high = ranges[direction]
        if low <= middle % 360.0 <= high:
            return first
    return None
