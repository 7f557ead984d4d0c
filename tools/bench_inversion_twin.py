"""Storage by inversion against synthetic truth: rms, error of the mean, coverage, skill; covariance and Laplacian.

Usage: python tools/bench_inversion_twin.py [--seeds 10] [--stations 12 30 90] [--lengths 100 200 400]

The twin is that of core/example/storage_twin.py: a season common to 1500 km and Matern fields of one length, 1.5 mm
of noise, the far field known. "bound" is the same inversion with the true sizes and length.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
from checkout import import_groundswell

import_groundswell()


def main() -> None:
    """Run all cases and print one line for each."""
    from groundswell.core.example.storage_twin import TwinOptions, make_twin
    from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
    from groundswell.core.inversion.run import invert_displacement
    from groundswell.core.work.progress import SilentProgress

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--stations", type=int, nargs="+", default=[12, 30, 90])
    parser.add_argument("--lengths", type=float, nargs="+", default=[100.0, 200.0, 400.0])
    given = parser.parse_args()
    plain = {"grid": "M36", "station_error_mm": 0.01, "common_mode_mm": 0.0}
    print("stations length  method      rms   mean  said  cover   dof  contrast 200, 400 km: said, realized    CPU s")
    for stations in given.stations:
        for length in given.lengths:
            known = {"prior_error_mm": 60.0, "prior_length_km": length, "common_error_mm": 85.0, "smoothness": 1.5}
            methods = {"covariance": {}, "bound": known, "laplacian": {"method": "laplacian"}}
            for method, more in methods.items():
                options = StorageInversionOptions(**plain, **more)
                figures = []
                start = time.process_time()
                for seed in range(given.seeds):
                    with tempfile.TemporaryDirectory() as name:
                        twin = make_twin(Path(name), TwinOptions(stations=stations, length_km=length, seed=seed))
                        inputs = InversionInputs(stations=twin.stations, background=twin.storage)
                        made = invert_displacement(inputs, Path(name) / "out.nc", options, SilentProgress())
                        figures.append([made.freedom, *score(Path(name) / "out.nc", twin)])
                dof, rms, mean, said, cover, *skill = np.mean(figures, axis=0)
                cpu = (time.process_time() - start) / given.seeds
                text = f"{dof:5.1f}  " + "  ".join(f"{value:.2f}" for value in skill)
                print(
                    f"{stations:8} {length:6.0f}  {method:10} {rms:5.1f} {mean:6.1f} {said:5.1f} {cover:6.2f} "
                    f"{text}  {cpu:6.1f}",
                    flush=True,
                )


def score(path: Path, twin: object) -> list[float]:
    """Return rms, error of the mean and what is said of it, coverage, and explained contrast said and realized."""
    from groundswell.core.files import netcdf
    from groundswell.core.inversion.covariance import chord_km

    with netcdf.open_dataset(path) as dataset:
        read = {name: netcdf.read_float(dataset, name) for name in ("tws", "region", "lon", "lat", "area_mean")}
        std = netcdf.read_float(dataset, "tws_std") if "tws_std" in dataset.variables else read["tws"] * np.nan
        said = float(netcdf.read_float(dataset, "area_mean_std").mean())
        contrast, scales = netcdf.read_float(dataset, "contrast_explained"), netcdf.read_float(dataset, "scale")
    inside = read["region"] > 0
    truth = twin.at(read["lon"], read["lat"])[:, inside]  # type: ignore[attr-defined]
    error = read["tws"][:, inside] - truth
    weights = read["region"][inside] / read["region"].sum()
    mean = float(np.sqrt(np.mean((read["area_mean"] - truth @ weights) ** 2)))
    covered = np.abs(error) < 1.645 * std[:, inside]
    cover = float(covered.mean()) if np.isfinite(std).any() else float("nan")
    found = [float(np.sqrt((error**2).mean())), mean, said, cover]
    lon, lat = read["lon"][inside], read["lat"][inside]
    for scale in (200.0, 400.0):
        gauss = np.exp(-4 * np.log(2) * (chord_km(lon, lat, lon, lat) / scale) ** 2)
        gauss = gauss / gauss.sum(axis=1, keepdims=True) - weights
        left, whole = error @ gauss.T, truth @ gauss.T
        found += [
            float(np.median(contrast[list(scales).index(scale)][inside])),
            float(np.median(1 - (left**2).mean(axis=0) / (whole**2).mean(axis=0))),
        ]
    return found


if __name__ == "__main__":
    main()
