"""Storage of western North America from GNSS heights: ``make bench-inversion-real``, where the reference data are.

Usage: bench_inversion_real.py [--folder FOLDER] [--land LAND] [--draws 10] [--figure FIGURE.png]

Heights (means over 30 days at GRACE's months, trends removed) alone; with GRACE's storage (CSR's harmonics, destriped,
Gaussian of 300 km) around the window as known load; and with GRACE within it as datum, too. Every network is judged by
stations that it does not see: each by all others, and draws of ten. LAND: polygons of land; QGIS's world map.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from checkout import ROOT, import_groundswell

import_groundswell()

EXTENT, START, END = (-175.0, -50.0, 5.0, 80.0), date(2002, 4, 1), date(2015, 6, 30)
WEST = -126.0  # stations west of it are Alaska's: another network
WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")
# Outlines to a tenth of a degree.
REGIONS = {
    "California": [
        (-124.3, 42.0),
        (-120.0, 42.0),
        (-120.0, 39.0),
        (-114.6, 35.0),
        (-114.5, 32.7),
        (-117.2, 32.5),
        (-120.6, 34.5),
        (-122.5, 37.3),
        (-124.4, 40.4),
        (-124.3, 42.0),
    ],
    "Pacific Northwest": [(-124.7, 48.4), (-117.0, 49.0), (-117.0, 42.0), (-124.4, 42.0), (-124.7, 48.4)],
}
RUNS = ("heights alone", "GRACE around", "GRACE around and within")


def main() -> None:
    """Import, invert, print the tables of the documentation and draw its figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--land", type=Path, default=WORLD)
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--figure", type=Path)
    options = parser.parse_args()
    reference = Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference"))
    if not (reference / "gnss").is_dir():
        raise SystemExit(f"There are no reference data in {reference}: set GROUNDSWELL_REFERENCE.")
    start = time.process_time()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        files = made_files(reference, folder, options.land)
        series = {}
        for name in RUNS:
            judge(name, files, options.draws)
            for region in REGIONS:
                series[region, name] = storage_of(name, region, files, folder)
    if options.figure is not None:
        draw(series, options.figure)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.process_time() - start:.0f} s of CPU, {memory:.0f} MB at most.")


def made_files(reference: Path, folder: Path, land: Path) -> dict[str, Path]:
    """Import GRACE and heights, and take the sea out of GRACE's storage."""
    from groundswell.core.files import netcdf
    from groundswell.core.gnss.importing import GnssOptions, import_gnss
    from groundswell.core.grace.importing import GraceOptions, import_grace
    from groundswell.core.grid.regions import cell_fractions, read_polygons
    from groundswell.core.work.progress import SilentProgress

    files = {"grace": folder / "storage.nc", "stations": folder / "stations.nc", "on_land": folder / "on_land.nc"}
    if not files["grace"].is_file():
        options = GraceOptions(extent=EXTENT, start=START, end=END)
        import_grace(reference / "grace" / "csr_rl06_bb01", files["grace"], options, SilentProgress())
    if not files["stations"].is_file():
        table = folder / "heights.csv"
        with gzip.open(reference / "gnss" / "wnam_up.csv.gz") as packed:
            table.write_bytes(packed.read())
        import_gnss([table], files["stations"], GnssOptions(mean_days=30, epochs=files["grace"]), SilentProgress())
    if not files["on_land"].is_file():
        with netcdf.open_dataset(files["grace"]) as dataset:
            grid, days, tws = (
                netcdf.read_grid(dataset),
                netcdf.read_days(dataset),
                netcdf.read_float(dataset, "tws"),
            )
        dry = cell_fractions(read_polygons(land), grid) >= 0.5
        with netcdf.create(files["on_land"], "storage by GRACE on land", "importgrace") as dataset:
            netcdf.write_grid(dataset, grid)
            netcdf.write_time(dataset, days)
            variable = netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "terrestrial water storage")
            variable[:] = np.where(dry, tws, np.nan)
            dataset.contains_grace = 1
    files["land"] = land
    for name, outline in REGIONS.items():
        files[name] = folder / f"{name.replace(' ', '_')}.geojson"
        geometry = {"type": "Polygon", "coordinates": [outline]}
        feature = {"type": "Feature", "properties": {}, "geometry": geometry}
        files[name].write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return files


def choices(name: str, files: dict[str, Path], region: str | None = None) -> tuple[Any, Any]:
    """Return inputs and options of a run."""
    from groundswell.core.files.stations import read_stations
    from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions

    read = read_stations(files["stations"])
    far = tuple(one for one, lon in zip(read.names, read.lon) if lon < WEST)
    more: dict[str, Any] = {} if name == RUNS[0] else {"background": files["on_land"]}
    if name == RUNS[2]:
        more["grace"] = files["grace"]
    inputs = InversionInputs(
        stations=files["stations"], land=files["land"], region=None if region is None else files[region], **more
    )
    return inputs, StorageInversionOptions(grid="M36", exclude_stations=("auto", *far))


def judge(name: str, files: dict[str, Path], draws: int) -> None:
    """Print how stations are predicted by data that do not hold them."""
    from groundswell.core.inversion.hyperparameters import Evidence, estimate
    from groundswell.core.inversion.inputs import read_data
    from groundswell.core.inversion.maps import CellCovariance
    from groundswell.core.inversion.run import solve_displacement
    from groundswell.core.inversion.solution import EachEpoch
    from groundswell.core.work.progress import SilentProgress

    inputs, options = choices(name, files)
    progress = SilentProgress()
    data, domain = read_data(inputs, options, progress)
    whole = solve_displacement(data, domain, options, inputs, progress)
    part, prior = data.stations, whole.best.prior
    residual = whole.fit.residual[part]
    known = np.isfinite(residual).any(axis=1)
    heights = (data.values + data.outside)[part]
    alone = [explained(one, one - rest) for one, rest in zip(heights[known], residual[known])]
    print(f"\n{name}: {int(known.sum())} stations, {data.days.size} months")
    print(f"  left out: {', '.join(whole.dropped) or 'none'}")
    print(f"  {prior.length_km:.0f} km, {prior.std_mm:.0f} mm, common {prior.common_mm:.0f} mm; ", end="")
    print(f"dof {whole.freedom:.1f}, chi2 {whole.fit.chi2:.2f}, resolved scale {whole.findings.resolved_km:.0f} km")
    print(f"  {whole.findings.verdict}")
    rms = np.sqrt(np.nanmean(residual**2))
    print(f"  each by all others: rms {rms:.2f} mm, explained (median of stations) {np.median(alone):.2f}")
    if name == RUNS[1]:
        load = grace_load(data, domain, files)
        print(f"  GRACE's load alone explains {np.median([explained(*two) for two in zip(heights, load)]):.2f}")
    usable = part.start + np.flatnonzero(known)
    covariance = CellCovariance(domain, data.operator)
    found, with_common = [], []
    for draw_number in range(draws):
        chosen = np.random.default_rng(draw_number).choice(usable, 10, replace=False)
        mask = np.zeros(data.n_data, dtype=bool)
        mask[chosen] = True
        # Stations that are refuted were found with all of them: they stay out.
        mask[part.start + np.flatnonzero(~known)] = True
        seen = data.without(mask)
        hypers = estimate(Evidence(seen, domain, True), options, False, SilentProgress())
        best = max(hypers, key=lambda one: one.weight)
        predicted = EachEpoch(seen, covariance, best, True).fit().predicted + data.outside
        rest = data.values + data.outside - predicted
        seen_too = np.setdiff1d(usable, chosen)
        there = np.isfinite(rest[seen_too])
        common = np.where(there, rest[seen_too], 0.0).sum(axis=0) / np.maximum(there.sum(axis=0), 1)
        for scores, left in ((found, rest), (with_common, rest - common)):
            of_ten = [explained(heights[one - part.start], (heights[one - part.start] - left[one])) for one in chosen]
            scores.append(float(np.median(of_ten)))
    for what, scores in (("the load", found), ("the load and what all stations share", with_common)):
        if scores:
            text = ", ".join(f"{one:.2f}" for one in scores)
            print(f"  ten withheld stations by {what}, median explained: {text}; mean {np.mean(scores):.2f}")


def explained(observed: np.ndarray, predicted: np.ndarray) -> float:
    """Return the part of the variance of heights [epoch] that a prediction explains."""
    both = np.isfinite(observed) & np.isfinite(predicted)
    return float(1 - np.var((observed - predicted)[both]) / np.var(observed[both]))


def grace_load(data: Any, domain: Any, files: dict[str, Path]) -> np.ndarray:
    """Return the displacement [station, epoch] by GRACE's storage, around the window and within."""
    days, (row, column), tws = grace_at(files["on_land"], *(part[domain.land] for part in domain.grid.lon_lat()))
    within = np.nan_to_num(tws[:, row, column])
    own = data.operator[data.stations][:, domain.land] @ within.T
    month = np.argmin(np.abs(data.days[:, np.newaxis] - days), axis=1)
    return np.asarray(own[:, month] + data.outside[data.stations])


def grace_at(path: Path, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray], Any]:
    """Return GRACE's days, the cells of places, and its storage."""
    from groundswell.core.files import netcdf
    from groundswell.core.geodesy import transform_points

    with netcdf.open_dataset(path) as dataset:
        grid, days, tws = netcdf.read_grid(dataset), netcdf.read_days(dataset), netcdf.read_float(dataset, "tws")
    return days, grid.index(*transform_points(lon, lat, "EPSG:4326", grid.crs)), tws


def storage_of(name: str, region: str, files: dict[str, Path], folder: Path) -> dict[str, np.ndarray]:
    """Return the mean storage of a region with its deviation, beside GRACE's, and print its years."""
    from groundswell.core.dates import date_of
    from groundswell.core.files import netcdf
    from groundswell.core.inversion.run import invert_displacement
    from groundswell.core.work.progress import SilentProgress

    inputs, options = choices(name, files, region)
    output = folder / f"{name.replace(' ', '_')}_{region.replace(' ', '_')}.nc"
    made = invert_displacement(inputs, output, options, SilentProgress())
    with netcdf.open_dataset(output) as dataset:
        read = {one: netcdf.read_float(dataset, one) for one in ("area_mean", "area_mean_std", "region", "lon", "lat")}
        days = netcdf.read_days(dataset)
    weights = read["region"] / read["region"].sum()
    grace_days, (row, column), tws = grace_at(files["grace"], read["lon"], read["lat"])
    month = np.argmin(np.abs(days[:, np.newaxis] - grace_days), axis=1)
    grace = np.einsum("tyx,yx->t", tws[month][:, row, column], weights)
    years = np.array([date_of(float(day)).year for day in days])
    found = {"days": days, "mean": read["area_mean"], "std": read["area_mean_std"], "grace": grace - grace.mean()}
    known = np.isfinite(found["mean"])
    agreement = np.corrcoef(found["mean"][known], found["grace"][known])[0, 1]
    before, after = (np.isin(years, some) & known for some in ((2010, 2011), (2013, 2014)))
    change = [found[one][after].mean() - found[one][before].mean() for one in ("mean", "grace")]
    band = 1.645 * np.nanmedian(found["std"])
    print(f"  {region}: R with GRACE {agreement:.2f}, +- {band:.0f} mm (90 %), resolved {made.resolved_km:.0f} km;")
    print(
        f"    2013/14 less 2010/11: {change[0]:.0f} mm, GRACE {change[1]:.0f} mm; yearly means, GRACE's behind: ",
        end="",
    )
    every = {year: (years == year) & known for year in np.unique(years[(years >= 2010) & known])}
    text = [f"{year} {found['mean'][of].mean():.0f} ({found['grace'][of].mean():.0f})" for year, of in every.items()]
    print(", ".join(text))
    return found


def draw(series: dict[tuple[str, str], dict[str, np.ndarray]], path: Path) -> None:
    """Draw storage of the regions with 90 % bands beside GRACE."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from groundswell.core.dates import date_of

    figure, axes = plt.subplots(len(REGIONS), 1, figsize=(9, 6.4), sharex=True, layout="constrained")
    colours = dict(zip(RUNS, ("#d95f02", "#1b6ca8", "#1b9e77")))
    for axis, region in zip(axes, REGIONS):
        for name in RUNS:
            one = series[region, name]
            dates = [date_of(float(day)) for day in one["days"]]
            axis.plot(dates, one["mean"], color=colours[name], lw=1.2, label=name)
            if name != RUNS[0]:
                low, high = one["mean"] - 1.645 * one["std"], one["mean"] + 1.645 * one["std"]
                axis.fill_between(dates, low, high, color=colours[name], alpha=0.18, lw=0)
        axis.plot(dates, one["grace"], color="black", lw=1.2, ls="--", label="GRACE, 300 km")
        axis.axvspan(date(2012, 1, 1), date(2015, 6, 30), color="0.93", zorder=0)
        axis.set_title(region, loc="left", fontsize=10)
        axis.set_ylabel("storage (mm)")
        axis.grid(alpha=0.3)
    axes[0].legend(ncol=4, fontsize=8, loc="upper left")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
