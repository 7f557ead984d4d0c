"""The best estimate over worlds, seeds and data: ``make bench-best``.

Usage: bench_best.py [--worlds large,right] [--seeds 2022,1,2] [--folder FOLDER] [--paper]

Ratios are ubRMSD of the analysis over that of the open loop against the example's truth: region's mean, then cells.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from checkout import import_groundswell

DATA = ("all", "frame+reference", "stations", "all+GRACE", "frame unknown")


def study(folder: Path, world: str, seed: int) -> dict[str, Path]:
    """Return the files of a world; what is in the folder already is used again."""
    from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
    from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
    from groundswell.core.example.create import create_example, files_in
    from groundswell.core.gnss.importing import GnssOptions, import_gnss
    from groundswell.core.grace.importing import import_grace
    from groundswell.core.insar.checking import CheckOptions, check_interferograms
    from groundswell.core.insar.importing import ImportOptions, import_interferograms
    from groundswell.core.insar.inversion import invert_stack
    from groundswell.core.land.importing import StorageOptions, import_storage
    from groundswell.core.work.progress import SilentProgress

    quiet, area = SilentProgress(), folder / "example"
    names = ("stack", "checked", "series", "gridded", "tied", "relative", "storage", "stations", "GRACE")
    path = {name: folder / f"{name}.nc" for name in names}
    folder.mkdir(parents=True, exist_ok=True)
    made = files_in(area) if area.is_dir() else create_example(area, "small", seed, quiet, world_name=world)
    path.update(truth=made.truth, region=made.region)
    if path["GRACE"].is_file():
        return path
    import_interferograms(made.frame, path["stack"], ImportOptions(corrections=made.gacos), quiet)
    reference = (made.reference_lon, made.reference_lat)
    check_interferograms(path["stack"], path["checked"], CheckOptions(reference=reference), quiet)
    invert_stack(path["checked"], path["series"], progress=quiet)
    mask_and_downsample(path["series"], path["gridded"], DownsampleOptions(), quiet)
    los_to_vertical(path["gridded"], path["tied"], VerticalOptions(reference_series=made.reference_series), quiet)
    los_to_vertical(path["gridded"], path["relative"], VerticalOptions(), quiet)
    import_storage([made.land_model], path["storage"], StorageOptions(), quiet)
    import_gnss([made.stations], path["stations"], GnssOptions(epochs=path["tied"]), quiet)
    import_grace(made.grace, path["GRACE"], None, quiet)
    return path


def coverage(analysis: Path, truth: Path, region: Path) -> tuple[float, float]:
    """Return which part of the truth's departures 90 % bands of the region's mean and of its cells hold."""
    from groundswell.core.files import netcdf
    from groundswell.core.grid.regions import cell_fractions, read_polygons

    with netcdf.open_dataset(truth) as dataset:
        outer, days, values = netcdf.read_grid(dataset), netcdf.read_days(dataset), netcdf.read_float(dataset, "tws")
    with netcdf.open_dataset(analysis) as dataset:
        grid, epochs = netcdf.read_grid(dataset), netcdf.read_days(dataset)
        found, std, of_region = (
            netcdf.read_float(dataset, name) for name in ("tws_analysis", "tws_analysis_std", "region_analysis_std")
        )
    shares = cell_fractions(read_polygons(region), grid)
    rows, columns = np.nonzero(shares)
    down, right = round((outer.y_max - grid.y_max) / outer.dy), round((grid.x_min - outer.x_min) / outer.dx)
    error = found[:, rows, columns] - values[np.searchsorted(days, epochs)][:, rows + down, columns + right]
    error -= error.mean(axis=0)
    share = shares[rows, columns] / shares.sum()
    wide = 1.645  # 90 % of a Gaussian
    return float(np.mean(np.abs(error @ share) < wide * of_region)), float(
        np.mean(np.abs(error) < wide * std[:, rows, columns])
    )


def run(path: dict[str, Path], data: str, output: Path) -> str:
    """Assimilate and return a line of the table."""
    from groundswell.core.assimilation.exact_options import BestOptions
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.run import assimilate
    from groundswell.core.example.evaluation import compare_with_truth
    from groundswell.core.work.progress import SilentProgress

    frame = {"stations": None, "frame unknown": path["relative"]}.get(data, path["tied"])
    stations = path["stations"] if data in ("all", "stations", "all+GRACE") else None
    best = BestOptions(grace=path["GRACE"] if data == "all+GRACE" else None)
    method = "paper" if data == "paper" else "auto"
    start = time.process_time()
    quiet = SilentProgress()
    made = assimilate(
        path["storage"], frame, output, AssimilationOptions(method=method), quiet, stations=stations, best=best
    )
    seconds = time.process_time() - start
    before, after = compare_with_truth(output, path["truth"], path["region"])
    ratio, cells = after.ubrmsd_mm / before.ubrmsd_mm, after.cell_ubrmsd_mm / before.cell_ubrmsd_mm
    line = f"{data:16} {before.ubrmsd_mm:5.1f} {after.ubrmsd_mm:5.1f} {ratio:5.2f} {cells:5.2f}"
    if method == "auto":
        covered = coverage(output, path["truth"], path["region"])
        line += f" {made.verdict.expected_ratio:5.2f} {covered[0]:5.2f} {covered[1]:5.2f}"
    return f"{line} {seconds:6.1f} s"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", default="")
    parser.add_argument("--seeds", default="2022,1,2")
    parser.add_argument("--data", default=",".join((*DATA, "paper")))
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    import_groundswell()
    from groundswell.core.example.worlds import WORLDS

    names = [name for name in options.worlds.split(",") if name] or list(WORLDS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        print("world seed data             before after ratio cells  exp. region cells (90 % bands) CPU; synthetic")
        for world in names:
            for seed in map(int, options.seeds.split(",")):
                path = study(folder / f"{world}_{seed}", world, seed)
                for data in options.data.split(","):
                    print(f"{world:9} {seed:5} {run(path, data, folder / 'analysis.nc')}", flush=True)
    print(f"At most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")


if __name__ == "__main__":
    main()
