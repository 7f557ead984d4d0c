"""Storage of western North America from GNSS heights alone, and with GRACE: figures for docs/inversion.md.

Usage: python tools/inversion_real_case.py STATIONS.csv UP.csv.gz FOLDER [GRACE.nc]

STATIONS.csv and UP.csv.gz: stations with `held_out`, and daily heights (station, lon, lat, date, up_mm, up_std_mm), of
which monthly means are made. GRACE.nc comes from Import GRACE: far field, datum, or both.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from checkout import import_groundswell

import_groundswell()

MONTHS = [(year, month) for year in range(2006, 2015) for month in range(1, 13)]
LEAST_MONTHS = 48
AREAS = {"California": (-124.0, -118.0, 35.0, 41.5), "Pacific Northwest": (-124.0, -117.0, 42.0, 49.0)}


def monthly(up_path: Path) -> tuple[dict[str, tuple[float, float]], dict[str, np.ndarray]]:
    """Return places, and monthly means [month, (up, std)] of every station."""
    sums: dict[str, np.ndarray] = {}
    places = {}
    with gzip.open(up_path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = (int(row["date"][:4]), int(row["date"][5:7]))
            if key not in MONTHS:
                continue
            one = sums.setdefault(row["station"], np.zeros((len(MONTHS), 2)))
            one[MONTHS.index(key)] += [float(row["up_mm"]), 1.0]
            places[row["station"]] = float(row["lon"]), float(row["lat"])
    return places, sums


def write(path: Path, up_path: Path, left_out: tuple[str, ...]) -> int:
    """Write the stations as Import GNSS does; return how many."""
    from groundswell.core.dates import day_number
    from groundswell.core.files import netcdf
    from groundswell.core.files.stations import Stations, write_stations

    places, sums = monthly(up_path)
    names = tuple(
        name for name, one in sorted(sums.items()) if (one[:, 1] >= 10).sum() >= LEAST_MONTHS and name not in left_out
    )
    up = np.array([np.where(sums[n][:, 1] >= 10, sums[n][:, 0] / np.maximum(sums[n][:, 1], 1), np.nan) for n in names])
    days = np.array([float(day_number(date(year, month, 15))) for year, month in MONTHS])
    lon, lat = np.array([places[n] for n in names]).T
    up = up - np.nanmean(up, axis=1, keepdims=True)
    with netcdf.create(path, "monthly heights", "importgnss") as dataset:
        write_stations(dataset, Stations(names, lon, lat, days, up, np.full(up.shape, 1.0)))
    return len(names)


def show(name: str, path: Path, made: Any) -> None:
    """Print what a run found."""
    from groundswell.core.dates import date_of
    from groundswell.core.files import netcdf

    with netcdf.open_dataset(path) as dataset:
        residual = netcdf.read_float(dataset, "station_leave_one_out_residual")
        observed = netcdf.read_float(dataset, "station_observed_displacement")
        known = np.isfinite(residual)
        explained = 1 - (residual[known] ** 2).sum() / (observed[known] ** 2).sum()
        prior = f"length {made.length_km:.0f} km, size {made.std_mm:.0f} mm, common {made.common_mm:.0f} mm"
        print(f"{name}: dof {made.freedom:.1f}, chi2 {made.chi2:.2f}, {prior}")
        print(f"  resolved scale {made.resolved_km:.0f} km, mean ratio {made.mean_ratio:.2f}")
        rms = np.sqrt((residual[known] ** 2).mean())
        print(f"  leave-one-out: rms {rms:.2f} mm, explains {explained:.2f} of the heights' variance")
        print("  left out:", getattr(dataset, "stations_left_out", "none"))
        tws, std = netcdf.read_float(dataset, "tws"), netcdf.read_float(dataset, "tws_std")
        lon, lat, days = netcdf.read_float(dataset, "lon"), netcdf.read_float(dataset, "lat"), netcdf.read_days(dataset)
        for area, (west, east, south, north) in AREAS.items():
            inside = (lon > west) & (lon < east) & (lat > south) & (lat < north) & np.isfinite(tws[0])
            if not inside.any():
                continue
            mean, band = tws[:, inside].mean(axis=1), 1.645 * std[:, inside].mean(axis=1)
            years = np.array([date_of(float(day)).year for day in days])
            text = ", ".join(f"{year} {mean[years == year].mean():.0f}" for year in range(2010, 2015))
            print(f"  {area}: yearly means (mm) {text}; 90 % of a cell +- {band.mean():.0f}")


def main() -> None:
    """Invert alone, with GRACE around, and with GRACE as datum."""
    from groundswell.core.errors import GroundswellError
    from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
    from groundswell.core.inversion.run import invert_displacement
    from groundswell.core.work.progress import SilentProgress

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stations", type=Path)
    parser.add_argument("up", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("grace", type=Path, nargs="?")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with given.stations.open(encoding="utf-8") as file:
        left_out = tuple(row["station"] for row in csv.DictReader(file) if row["held_out"] == "1")
    heights = given.folder / "heights.nc"
    print(write(heights, given.up, left_out), "stations")
    runs: dict[str, dict[str, Any]] = {"stations alone": {}}
    if given.grace:
        runs["GRACE around"] = {"background": given.grace}
        runs["GRACE as datum"] = {"grace": given.grace}
    for name, inputs in runs.items():
        progress = SilentProgress()
        options = StorageInversionOptions(grid="M36", exclude_stations=("auto",))
        output = given.folder / f"{name.replace(' ', '_')}.nc"
        try:
            made = invert_displacement(InversionInputs(stations=heights, **inputs), output, options, progress)
        except GroundswellError as error:  # such as a file of GRACE that does not reach: said, and the next run done
            print(f"{name}: {error}")
            continue
        show(name, output, made)
        for warning in progress.warnings:
            print("  !", warning)


if __name__ == "__main__":
    main()
