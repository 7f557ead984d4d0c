"""NISAR's geocoded unwrapped interferograms (GUNW): HDF5 files, one a pair."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...dates import parse_date
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.hdf5 import read_texts
from ...files.raster import RasterGrid
from ...wording import number_of
from .layers import Array, ArrayLayer, FixedLayer, Source, grid_of_centres
from .metadata import SPEED_OF_LIGHT
from .mosaic import joined
from .pairs import Frame, PairFiles

NAME = re.compile(
    r"NISAR_L2_\w\w_GUNW_\d+_(?P<track>\d+)_(?P<direction>[AD])_(?P<frame>\d+)_.*?"
    r"_(?P<first>\d{8}T\d{6})_\d{8}T\d{6}_(?P<second>\d{8}T\d{6})_\d{8}T\d{6}_(?P<rest>.*)\.h5"
)
_GRIDS = "science/LSAR/GUNW/grids/frequencyA"
_CUBES = "science/LSAR/GUNW/metadata/radarGrid"
_FILL_COMPONENT = 65535
_LEAST_INCIDENCE = 0.05


@dataclass
class Screens:
    """How large the delays of the ionosphere were that were subtracted, by pair.

    Attributes
    ----------
    subtract : bool
        Whether they are subtracted.
    deviations : dict
        Largest standard deviation over a window that was read, in rad, by the name of the file.
    lacking : set of str
        Files without a screen.
    """

    subtract: bool = True
    deviations: dict[str, float] = field(default_factory=dict)
    lacking: set[str] = field(default_factory=set)

    def sentences(self) -> list[str]:
        """Return what the user should know after reading."""
        found = []
        if self.deviations:
            sizes = np.array(list(self.deviations.values()))
            found.append(
                f"The delay of the ionosphere, as NISAR estimates it, was subtracted from "
                f"{number_of(sizes.size, 'interferogram')}: its standard deviation over the frame is "
                f"{np.median(sizes):.2f} rad in the middle and {sizes.max():.2f} rad at most. "
                "SUBTRACT_IONOSPHERE leaves it."
            )
        if self.lacking:
            found.append(
                f"{number_of(len(self.lacking), 'interferogram has', 'interferograms have')} no screen of the "
                "ionosphere, whose delay is larger than the motion by water at this wavelength."
            )
        return found


def _remarks(pairs: list[PairFiles]) -> tuple[str, ...]:
    """Return what is to be known of pairs of neighbouring dates alone, as NISAR's standard products are."""
    branches = any(len({getattr(pair, end) for pair in pairs}) < len(pairs) for end in ("reference", "secondary"))
    if branches:
        return ()
    return (
        "NISAR's products are of pairs of neighbouring dates: they form a chain without loops, so that errors of the "
        "unwrapping cannot be found by closure.",
    )


def find_nisar(folder: Path, subtract_ionosphere: bool = True) -> Frame | None:
    """Return the frame that NISAR's products in a folder form, or None where there are none.

    Parameters
    ----------
    folder : Path
        Holds ``NISAR_L2_PR_GUNW_*.h5``, also in folders.
    subtract_ionosphere : bool
        Whether the ionosphere's phase screen is subtracted.

    Raises
    ------
    InputError
        Where they are of several tracks, or cannot be read.
    """
    named = [(path, known) for path in sorted(folder.rglob("*.h5")) if (known := identity_of(path)) is not None]
    if not named:
        return None
    frames = sorted({known.frame for _, known in named})
    tracks = sorted({frame.partition("_")[0] for frame in frames})
    if len(tracks) > 1:
        raise InputError(
            f"{folder} holds products of several tracks ({', '.join(tracks)}): put each in its own folder."
        )
    screens, skipped = Screens(subtract_ionosphere), []
    seen: set[str] = set()
    candidates: list[tuple[str, PairFiles]] = []
    geometry: list[dict[str, Source]] = []
    wavelength = math.nan
    for path, known in named:
        try:
            pair, found = _pair(path, known.first, known.second, screens)
        except InputError as error:
            skipped.append((path.name, str(error)))
            continue
        candidates.append((path.name, pair))
        wavelength = found.wavelength if math.isnan(wavelength) else wavelength
        if found.looks and known.frame not in seen:
            geometry.append(found.looks)
            seen.add(known.frame)
    if not candidates:
        raise InputError(f"None of the products in {folder} can be read ({skipped[0][0]}: {skipped[0][1]}).")
    pairs, seams = joined(candidates, skipped)
    return Frame(
        f"NISAR_{'+'.join(frames)}",
        tuple(pairs),
        tuple(skipped),
        tuple(geometry),
        partial=True,
        acquisition_time=named[0][1].seconds,
        wavelength=wavelength,
        remarks=_remarks(pairs),
        after=lambda: [*screens.sentences(), *seams.sentences()],
    )


@dataclass(frozen=True)
class Identity:
    """Frame, dates of reference and secondary acquisition, and the time of day of the first in s."""

    frame: str
    first: date
    second: date
    seconds: float


def identity_of(path: Path) -> Identity | None:
    """Return what a product's name says of it, else its own identification; None where it is no GUNW product."""
    match = NAME.fullmatch(path.name)
    if match is not None:
        frame, first, second = f"{match['track']}{match['direction']}_{match['frame']}", match["first"], match["second"]
    else:
        texts = []
        for name in ("referenceZeroDopplerStartTime", "secondaryZeroDopplerStartTime"):
            try:
                texts += read_texts(path, f"science/LSAR/identification/{name}")[:1]
            except InputError:
                return None
        frame, (first, second) = "unknown", (re.sub(r"[-:]", "", text) for text in texts)
    try:
        clock = first[9:15]
        seconds = 3600.0 * int(clock[:2]) + 60.0 * int(clock[2:4]) + int(clock[4:])
        return Identity(frame, parse_date(first[:8]), parse_date(second[:8]), seconds)
    except (InputError, ValueError):
        return None


@dataclass(frozen=True)
class _Found:
    """What a product says beside its phase."""

    wavelength: float
    looks: dict[str, Source]


def _pair(path: Path, first: date, second: date, screens: Screens) -> tuple[PairFiles, _Found]:
    """Return the files of a pair and what its product says of the frame; positive phase: the range increases."""
    with netcdf.open_dataset(path) as dataset:
        holder = _group(dataset, f"{_GRIDS}/unwrappedInterferogram")
        polarisation = next((name for name in ("HH", "VV", "HV", "VH") if name in holder.groups), "")
        if not polarisation:
            raise InputError("it has no unwrapped phase of any polarisation")
        inner = holder.groups[polarisation]
        place = f"{_GRIDS}/unwrappedInterferogram/{polarisation}"
        grid = _grid(inner, holder, path)
        beside = {
            ours: f"{place}/{name}"
            for ours, name in (("component", "connectedComponents"), ("screen", "ionospherePhaseScreen"))
            if name in inner.variables
        }
        for name, group, at in (("mask", inner, place), ("mask", holder, f"{_GRIDS}/unwrappedInterferogram")):
            if name in group.variables and "mask" not in beside:
                beside["mask"] = f"{at}/{name}"
        frequency = _group(dataset, _GRIDS).variables.get("centerFrequency")
        wavelength = SPEED_OF_LIGHT / float(np.asarray(frequency[...])) if frequency is not None else math.nan
        looks, baseline = _cubes(dataset)
        has_coherence = "coherenceMagnitude" in inner.variables
    if "screen" not in beside:
        screens.lacking.add(path.name)
    turned = second < first
    phase = ArrayLayer(path, f"{place}/unwrappedPhase", grid, (), _Change(path.name, screens, turned), beside=beside)
    coherence = ArrayLayer(path, f"{place}/coherenceMagnitude", grid) if has_coherence else None
    early, late = sorted((first, second))
    name = f"{early:%Y%m%d}_{late:%Y%m%d}"
    return PairFiles(
        name, early, late, phase, coherence, baseline=-baseline if turned else baseline, turned=turned
    ), _Found(wavelength, looks)


def _group(dataset: Dataset, name: str) -> Any:
    try:
        return dataset[name]
    except (IndexError, KeyError) as error:
        raise InputError(f"it has no group {name}: it is no GUNW product") from error


def _grid(inner: Any, holder: Any, path: Path) -> RasterGrid:
    for group in (inner, holder):
        if "xCoordinates" in group.variables and "projection" in group.variables:
            x, y = (netcdf.read_float(group, name) for name in ("xCoordinates", "yCoordinates"))
            projection = group.variables["projection"]
            code = projection.getncattr("epsg_code") if "epsg_code" in projection.ncattrs() else projection[...]
            return grid_of_centres(x, y, f"EPSG:{int(np.asarray(code))}", path.name)
    raise InputError("it has no xCoordinates, yCoordinates and projection")


@dataclass
class _Change:
    """Turns the phase of a product into that of the stack: masked, less the ionosphere."""

    name: str
    screens: Screens
    turned: bool

    def __call__(self, values: FloatArray, others: Mapping[str, Array]) -> FloatArray:
        """Return phase in rad, positive where the range increases from the earlier to the later date."""
        good = values != 0
        if "component" in others:
            component = others["component"]
            good &= (component != 0) & (component != _FILL_COMPONENT)
        if "mask" in others:
            good &= _is_good(others["mask"])
        if "screen" in others and self.screens.subtract:
            screen = others["screen"].astype(np.float32)
            good &= np.isfinite(screen)
            values = values - np.where(good, screen, 0.0)
            if good.any():
                size = float(np.std(screen[good], dtype=np.float64))
                self.screens.deviations[self.name] = max(size, self.screens.deviations.get(self.name, 0.0))
        sign = np.float32(-1.0 if self.turned else 1.0)
        return np.asarray(np.where(good, sign * values, 0.0), dtype=np.float32)


def _is_good(mask: Array) -> npt.NDArray[np.bool_]:
    """Return where both acquisitions have data on land: digits water, reference and secondary sub-swath; 255: none."""
    code = mask.astype(np.int64)
    water, reference, secondary = code // 100 % 10, code // 10 % 10, code % 10
    return np.asarray((mask != 255) & (water == 0) & (reference > 0) & (secondary > 0))


def _cubes(dataset: Dataset) -> tuple[dict[str, Source], float]:
    """Return look vectors at the height nearest to the ellipsoid, and the mean perpendicular baseline in m.

    A kilometre of height changes the incidence by 0.04 degrees.
    """
    try:
        cubes = dataset[_CUBES]
    except (IndexError, KeyError):
        return {}, math.nan
    baseline = math.nan
    if "perpendicularBaseline" in cubes.variables:
        values = netcdf.read_float(cubes, "perpendicularBaseline")
        values = values[np.isfinite(values)]
        baseline = float(values.mean()) if values.size else math.nan
    needs = ("incidenceAngle", "xCoordinates", "yCoordinates", "heightAboveEllipsoid")
    if any(name not in cubes.variables for name in needs):
        return {}, baseline
    heights = np.atleast_1d(netcdf.read_float(cubes, "heightAboveEllipsoid"))
    level = int(np.argmin(np.abs(heights)))
    x, y = netcdf.read_float(cubes, "xCoordinates"), netcdf.read_float(cubes, "yCoordinates")
    projection = cubes.variables.get("projection")
    if projection is None:
        return {}, baseline
    code = projection.getncattr("epsg_code") if "epsg_code" in projection.ncattrs() else projection[...]
    grid = grid_of_centres(x, y, f"EPSG:{int(np.asarray(code))}", "radarGrid")
    incidence = np.radians(_level(cubes, "incidenceAngle", level))
    incidence = np.where(incidence > _LEAST_INCIDENCE, incidence, np.nan)
    looks: dict[str, Source] = {"U": FixedLayer(np.cos(incidence), grid, "incidenceAngle")}
    for kind, name in (("E", "losUnitVectorX"), ("N", "losUnitVectorY")):
        if name in cubes.variables:
            looks[kind] = FixedLayer(_level(cubes, name, level), grid, name)
    return looks, baseline


def _level(cubes: Any, name: str, level: int) -> FloatArray:
    values = netcdf.read_float(cubes, name)
    return values[min(level, values.shape[0] - 1)] if values.ndim == 3 else values
