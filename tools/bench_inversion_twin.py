"""Storage by inversion against synthetic truth: rms, error of the mean, coverage, skill; covariance and Laplacian.

Usage: python tools/bench_inversion_twin.py [--seeds 10] [--first-seed 1] [--stations 12 30 90] [--lengths 100 200 400]
                                            [--frames] [--rows ROWS.csv]

The twin is that of core/example/storage_twin.py: a season common to 1500 km and Matern fields of one length, 1.5 mm
of noise, the far field known. "bound" is the same inversion with the true sizes and length; smaller networks are the
first stations of larger ones. With --frames a relative frame of 10 x 10 cells is added to 30 stations: "white" with
errors of 3 mm, "shared" with 1 mm of a cell and 4 mm over 50 km, estimated. ROWS.csv collects the runs of several
calls; the table is that of all of its rows.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from checkout import import_groundswell

import_groundswell()

SCALES_KM = (100.0, 200.0, 400.0)
FIGURES = ("rms", "mean", "said", "cover", "cover200", "dof")
FIGURES += tuple(f"{word}{scale:.0f}" for scale in SCALES_KM for word in ("said", "truth", "error"))
FIGURES += ("scene", "cpu")
COLUMNS = ("case", "length", "method", "seed", *FIGURES)
PLAIN: dict[str, Any] = {"grid": "M36", "station_error_mm": 0.01, "common_mode_mm": 0.0}
FRAMES = {
    "white": ({"frame_own_mm": 3.0}, {"observation_error_mm": 3.0}),
    "shared": (
        {"frame_own_mm": 1.0, "frame_shared_mm": 4.0},
        {
            "observation_error_mm": 4.1,
            "error_correlation_length_km": 50.0,
            "error_nugget": 0.06,
            "estimate_errors": True,
        },
    ),
}


def main() -> None:
    """Run all cases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--stations", type=int, nargs="+", default=[12, 30, 90])
    parser.add_argument("--lengths", type=float, nargs="+", default=[100.0, 200.0, 400.0])
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--rows", type=Path)
    given = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for seed in range(given.first_seed, given.first_seed + given.seeds):
        for length in given.lengths:
            with tempfile.TemporaryDirectory() as name:
                if given.frames:
                    rows += with_frames(Path(name), length, seed)
                else:
                    rows += with_stations(Path(name), given.stations, length, seed)
    if given.rows is not None:
        known = given.rows.exists()
        with given.rows.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            if not known:
                writer.writeheader()
            writer.writerows(rows)
        with given.rows.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    table(rows)


def with_stations(folder: Path, counts: list[int], length: float, seed: int) -> list[dict[str, Any]]:
    """Return the figures of networks of several sizes over one truth."""
    from groundswell.core.example.storage_twin import TwinOptions, make_twin

    twin = make_twin(folder, TwinOptions(stations=max(counts), length_km=length, seed=seed))
    known = {"prior_error_mm": 60.0, "prior_length_km": length, "common_error_mm": 85.0, "smoothness": 1.5}
    rows = []
    for count in counts:
        heights = part_of(twin.stations, count, folder / f"stations_{count}.nc")
        for method, more in {"bound": known, "covariance": {}, "laplacian": {"method": "laplacian"}}.items():
            found = run(twin, folder, {"stations": heights}, more)
            rows.append(
                {"case": f"{count} stations", "length": f"{length:.0f}", "method": method, "seed": seed, **found}
            )
    return rows


def with_frames(folder: Path, length: float, seed: int) -> list[dict[str, Any]]:
    """Return the figures of 30 stations alone and beside a relative frame."""
    from groundswell.core.example.storage_twin import TwinOptions, make_twin

    rows = []
    for kind, (made, options) in FRAMES.items():
        twin = make_twin(
            folder / kind, TwinOptions(length_km=length, seed=seed, frame_cells=10, frame_grid="M36", **made)
        )
        known = {"prior_error_mm": 60.0, "prior_length_km": length, "common_error_mm": 85.0, "smoothness": 1.5}
        both = {"stations": twin.stations, "observations": twin.frame}
        plain = {"reference": "unknown", **options}
        for method, inputs, more in (
            ("stations alone", {"stations": twin.stations}, {}),
            ("bound", both, {**plain, **known, "estimate_errors": False}),
            ("covariance", both, plain),
            ("laplacian", both, {**plain, "method": "laplacian", "estimate_errors": False}),
        ):
            found = run(twin, folder / kind, inputs, more)
            case = f"30 stations, {kind} frame"
            rows.append({"case": case, "length": f"{length:.0f}", "method": method, "seed": seed, **found})
    return rows


def part_of(path: Path, count: int, output: Path) -> Path:
    """Write the first stations of a file."""
    from groundswell.core.files import netcdf
    from groundswell.core.files.stations import Stations, read_stations, write_stations

    read = read_stations(path)
    part = slice(0, count)
    few = Stations(read.names[part], read.lon[part], read.lat[part], read.days, read.up_mm[part], read.up_std_mm[part])
    with netcdf.create(output, "heights of a synthetic twin", "createexample") as dataset:
        write_stations(dataset, few)
        dataset.synthetic = 1
    return output


def run(twin: Any, folder: Path, inputs: dict[str, Any], more: dict[str, Any]) -> dict[str, float]:
    """Return the figures of one run."""
    from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
    from groundswell.core.inversion.run import invert_displacement
    from groundswell.core.work.progress import SilentProgress

    start = time.process_time()
    files, options = InversionInputs(background=twin.storage, **inputs), StorageInversionOptions(**PLAIN, **more)
    made = invert_displacement(files, folder / "out.nc", options, SilentProgress())
    cpu = time.process_time() - start
    return {**score(folder / "out.nc", twin), "dof": made.freedom, "cpu": cpu}


def score(path: Path, twin: Any) -> dict[str, float]:
    """Return rms, error of the mean and what is said of it, coverage, and explained contrast said and realized."""
    from groundswell.core.files import netcdf
    from groundswell.core.inversion.covariance import chord_km

    with netcdf.open_dataset(path) as dataset:
        read = {name: netcdf.read_float(dataset, name) for name in ("tws", "region", "lon", "lat", "area_mean")}
        deviations = {
            name: netcdf.read_float(dataset, name) if name in dataset.variables else read["tws"] * np.nan
            for name in ("tws_std", "tws_200km_std")
        }
        said = float(netcdf.read_float(dataset, "area_mean_std").mean())
        contrast, scales = netcdf.read_float(dataset, "contrast_explained"), netcdf.read_float(dataset, "scale")
        classic = "gcv" in dataset.variables
    inside = read["region"] > 0
    every_truth = twin.at(read["lon"], read["lat"])
    truth = every_truth[:, inside]
    error = read["tws"][:, inside] - truth
    weights = read["region"][inside] / read["region"].sum()
    found = {
        "rms": float(np.sqrt((error**2).mean())),
        "mean": float(np.sqrt(np.mean((read["area_mean"] - truth @ weights) ** 2))),
        "said": said,
    }
    found["cover"] = share(error, deviations["tws_std"][:, inside])
    lon, lat = read["lon"][inside], read["lat"][inside]
    # Of the whole window, as in the step: means at the rim of the region reach beyond it.
    land = np.isfinite(read["tws"]).all(axis=0)
    every_lon, every_lat = read["lon"][land], read["lat"][land]
    left, whole = read["tws"][:, land] - every_truth[:, land], every_truth[:, land]
    for scale in SCALES_KM:
        gauss = np.exp(-4 * np.log(2) * (chord_km(lon, lat, every_lon, every_lat) / scale) ** 2)
        gauss = gauss / gauss.sum(axis=1, keepdims=True)
        if scale == 200.0:
            # Means around cells whose surroundings lie in the region, whose errors alone are known here.
            middle = np.hypot((lon - lon.mean()) * np.cos(np.radians(lat)), lat - lat.mean()) < 2.0
            found["cover200"] = share((left @ gauss.T)[:, middle], deviations["tws_200km_std"][:, inside][:, middle])
        of_error = (left @ gauss.T - (error @ weights)[:, np.newaxis]) ** 2
        of_truth = (whole @ gauss.T - (truth @ weights)[:, np.newaxis]) ** 2
        promised = contrast[list(scales).index(scale)][inside]
        # Sums, so that the table's shares are those of all seeds and epochs together: the mean of the shares of a few
        # epochs each is too small by a tenth, because the truth's own variance is in the denominator.
        found[f"truth{scale:.0f}"] = float(of_truth.mean())
        found[f"error{scale:.0f}"] = float(of_error.mean())
        found[f"said{scale:.0f}"] = float("nan") if classic else float((promised * of_truth.mean(axis=0)).mean())
    scene = (np.abs(lon - 102.0) < 1.2) & (np.abs(lat - 25.25) < 1.2)
    found["scene"] = float(np.sqrt((error[:, scene] ** 2).mean()))
    return found


def share(error: np.ndarray, std: np.ndarray) -> float:
    """Return the share of errors within 90 % intervals; NaN where there are no deviations."""
    return float((np.abs(error) < 1.645 * std).mean()) if np.isfinite(std).any() else float("nan")


def table(rows: list[dict[str, Any]]) -> None:
    """Print the means over the seeds, one line for each case and method; of the ratio to the bound, too."""
    print(
        "case  length  method  seeds  rms  to bound  mean (said)  cover  cover 200 km  dof  contrast 100, 200, 400 km:"
    )
    print("said, realized  rms in the scene  CPU s")
    means: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in rows:
        means.setdefault((row["case"], str(row["length"]), row["method"]), {})
    for key, found in means.items():
        own = [row for row in rows if (row["case"], str(row["length"]), row["method"]) == key]
        found["seeds"] = len(own)
        for name in FIGURES:
            found[name] = float(np.mean([float(row[name]) for row in own]))
    for (case, length, method), f in means.items():
        bound = means.get((case, length, "bound"), f)["rms"]
        skill = "; ".join(
            f"{f[f'said{scale:.0f}'] / f[f'truth{scale:.0f}']:.2f}, "
            f"{1 - f[f'error{scale:.0f}'] / f[f'truth{scale:.0f}']:.2f}"
            for scale in SCALES_KM
        )
        print(
            f"| {case} | {length} | {method} | {f['seeds']:.0f} | {f['rms']:.1f} | {f['rms'] / bound:.3f} | "
            f"{f['mean']:.1f} ({f['said']:.1f}) | {f['cover']:.2f} | {f['cover200']:.2f} | {f['dof']:.1f} | {skill} | "
            f"{f['scene']:.1f} | {f['cpu']:.1f} |"
        )


if __name__ == "__main__":
    main()
