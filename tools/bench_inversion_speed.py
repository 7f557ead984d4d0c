"""CPU time and peak memory of the inversion of displacement to storage, and where the time goes.

Usage: python tools/bench_inversion_speed.py [--data 500] [--side 200] [--epochs 65] [--profile 25]

Stations at random places of a square of M25 cells, a season and noise in their heights; every hyperparameter is
estimated, resolution is found at all scales, all outputs are written.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from checkout import import_groundswell

import_groundswell()

BUFFER_KM = 300.0
CELL_KM = 25.0


def write_heights(path: Path, data: int, side: int, epochs: int) -> None:
    """Write the heights of `data` stations so that window and buffer have `side` x `side` cells."""
    from groundswell.core.files import netcdf
    from groundswell.core.files.stations import Stations, write_stations

    rng = np.random.default_rng(1)
    wide = side * CELL_KM - 2 * BUFFER_KM
    # Equal areas: the grid's cells are as wide as high at 30 degrees, and 111.2 cos(30) km to a degree of longitude.
    lon = 80.0 + wide / (111.2 * np.cos(np.radians(30.0))) * rng.random(data)
    middle = np.sin(np.radians(30.0))
    reach = wide / 6371.0 / 2 * np.cos(np.radians(30.0))
    lat = np.degrees(np.arcsin(middle + reach * (2 * rng.random(data) - 1)))
    days = 6575.0 + np.round(np.arange(epochs) * 365.25 / 12)
    wave = 4 * np.cos(2 * np.pi * days / 365.25 - lon[:, np.newaxis] / 20)
    up = wave + 2 * rng.standard_normal((data, epochs))
    names = tuple(f"S{number:04d}" for number in range(data))
    with netcdf.create(path, "heights of a benchmark", "createexample") as dataset:
        write_stations(dataset, Stations(names, lon, lat, days, up, np.full(up.shape, 1.5)))


def main() -> None:
    """Run the inversion once."""
    from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
    from groundswell.core.inversion.run import invert_displacement
    from groundswell.core.work.progress import SilentProgress

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=int, default=500)
    parser.add_argument("--side", type=int, default=200)
    parser.add_argument("--epochs", type=int, default=65)
    parser.add_argument("--profile", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        heights = Path(name) / "heights.nc"
        write_heights(heights, given.data, given.side, given.epochs)
        options = StorageInversionOptions(buffer_km=BUFFER_KM)
        profile = cProfile.Profile()
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        if given.profile:
            profile.enable()
        made = invert_displacement(InversionInputs(stations=heights), Path(name) / "out.nc", options, SilentProgress())
        profile.disable()
        cpu, peak = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{given.side} x {given.side} cells, {given.data} data, {given.epochs} epochs: {cpu:.1f} s of CPU")
    print(f"peak {peak / 1024:.0f} MB (before the run {before / 1024:.0f} MB); {made}")
    if given.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats("core|scipy|numpy", given.profile)


if __name__ == "__main__":
    main()
