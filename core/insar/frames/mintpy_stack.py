"""MintPy's stack of interferograms: ``ifgramStack.h5``, geocoded, and the geometry file beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.hdf5 import read_flags, read_texts, text_attributes
from ...files.mintpy import geometry_layers, grid_of_attributes
from ...files.names import LOS_EAST, LOS_NORTH, LOS_UP
from .layers import Array, ArrayLayer, FixedLayer, Source
from .names import dates_of_pair
from .pairs import Frame, PairFiles

NAMES = ("ifgramStack.h5", "geo_ifgramStack.h5", "inputs/ifgramStack.h5", "geo/geo_ifgramStack.h5")
GEOMETRY = ("geometryGeo.h5", "geo_geometryRadar.h5", "../geo/geo_geometryRadar.h5", "../inputs/geometryGeo.h5")
_KINDS = {LOS_EAST: "E", LOS_NORTH: "N", LOS_UP: "U", "height": "hgt"}


def find_mintpy(place: Path) -> Frame | None:
    """Return the frame of MintPy's stack: a file, or the usual file in a folder; None where there is none.

    MintPy's phase is from the earlier to the later date, positive where the range increases.

    Raises
    ------
    InputError
        Where the stack is in radar coordinates, or something is missing.
    """
    path = place if place.is_file() else next((place / name for name in NAMES if (place / name).is_file()), None)
    if path is None:
        return None
    with netcdf.open_dataset(path) as dataset:
        attributes = text_attributes(dataset)
        if attributes.get("FILE_TYPE") != "ifgramStack" or "unwrapPhase" not in dataset.variables:
            raise InputError(f"{path} is no stack of interferograms of MintPy (FILE_TYPE ifgramStack, unwrapPhase).")
        grid = grid_of_attributes(attributes, dataset["unwrapPhase"].shape[-2:], path)
        n_pairs = dataset["unwrapPhase"].shape[0]
        baselines = _numbers(dataset, "bperp", n_pairs, math.nan)
        names = {*dataset.variables}
    keep = read_flags(path, "dropIfgram")
    keep = np.ones(n_pairs, dtype=bool) if keep is None or keep.shape != (n_pairs,) else keep
    texts = read_texts(path, "date")
    if len(texts) != 2 * n_pairs:
        raise InputError(f"{path} has {n_pairs} interferograms, but {len(texts)} dates: expected two each.")
    beside = {"component": "connectComponent"} if "connectComponent" in names else {}
    pairs: dict[str, PairFiles] = {}
    skipped: list[tuple[str, str]] = []
    for number in range(n_pairs):
        name = f"{texts[2 * number][:8]}_{texts[2 * number + 1][:8]}"
        dates = dates_of_pair(name)
        if isinstance(dates, str):
            skipped.append((name, dates))
        elif not keep[number]:
            skipped.append((dates.name, "MintPy has dropped it (dropIfgram)"))
        else:
            phase = ArrayLayer(path, "unwrapPhase", grid, (number,), _change(dates.turned), beside=beside)
            coherence = ArrayLayer(path, "coherence", grid, (number,)) if "coherence" in names else None
            pairs[dates.name] = PairFiles(
                dates.name,
                dates.first,
                dates.second,
                phase,
                coherence,
                baseline=float(baselines[number]),
                turned=dates.turned,
            )
    geometry = _geometry(path, grid.shape)
    return Frame(
        attributes.get("PROJECT_NAME") or path.resolve().parent.name,
        tuple(sorted(pairs.values(), key=lambda pair: (pair.reference, pair.secondary))),
        tuple(skipped),
        (geometry,) if geometry else (),
        heading=_number(attributes, "HEADING"),
        acquisition_time=_number(attributes, "CENTER_LINE_UTC"),
        wavelength=_number(attributes, "WAVELENGTH"),
    )


def _change(turned: bool) -> Any:
    def change(values: FloatArray, others: Mapping[str, Array]) -> FloatArray:
        good = values != 0
        if "component" in others:
            good &= others["component"] > 0
        return np.where(good, -values if turned else values, 0.0).astype(np.float32)

    return change


def _numbers(dataset: Dataset, name: str, size: int, default: float) -> FloatArray:
    if name not in dataset.variables or dataset[name].shape != (size,):
        return np.full(size, default)
    return netcdf.read_float(dataset, name)


def _number(attributes: Mapping[str, str], name: str) -> float:
    try:
        return float(attributes[name])
    except (KeyError, ValueError):
        return math.nan


def _geometry(stack: Path, shape: tuple[int, int]) -> dict[str, Source]:
    """Return the look vectors and heights of the geometry file beside a stack."""
    path = next((stack.parent / name for name in GEOMETRY if (stack.parent / name).is_file()), None)
    if path is None:
        return {}
    found: dict[str, Source] = {}
    whole = slice(0, shape[0]), slice(0, shape[1])
    with netcdf.open_dataset(path) as dataset:
        grid = grid_of_attributes(text_attributes(dataset), shape, path)
        for name, read in geometry_layers(dataset, shape).items():
            found[_KINDS[name]] = FixedLayer(read(*whole), grid, f"{path.name}: {name}")
    return found
