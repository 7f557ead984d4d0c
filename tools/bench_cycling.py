"""Cycling with the land model on the example study area ``catchment``, compared with its truth; synthetic.

Usage: bench_cycling.py FOLDER [--cases both stations ...] [--seed 1]

What lies in FOLDER is used again: the study area, its displacement and stations, the state to begin with. Making them
takes some 500 s of CPU, each case 450 s.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from bench_assimilation_example import displacement
from checkout import import_groundswell

REGIONAL = "catdef.degrees=3, catdef.std=0.08"
TOGETHER = {
    "method": "enkf_3d",
    "localization_km": 1200.0,
    "observation_error_mm": 4.0,
    "error_correlation_length_km": 50.0,
    "reference": "tied",
    "tie_error_mm": 6.0,
}
CASES = {
    "paper": ("1-D, as in the paper", {"perturbations": ""}),
    "insar": ("displacement", {"choices": TOGETHER}),
    "stations": ("stations", {"choices": TOGETHER, "displacement": False, "stations": True}),
    "both": ("displacement and stations", {"choices": TOGETHER, "stations": True}),
    "bare": ("the same, no load outside", {"choices": TOGETHER, "stations": True, "outside": False}),
}
_BEFORE = date(2018, 12, 1)  # the day before the first epoch


def prepare(folder: Path) -> SimpleNamespace:
    """Return the files of the example and of the steps before the assimilation, made where they are missing."""
    from groundswell.core.gnss.importing import GnssOptions, import_gnss
    from groundswell.core.work.progress import SilentProgress

    made, vertical, storage = displacement(folder, "catchment")
    stations = folder / "stations.nc"
    if not stations.is_file():
        import_gnss([made.stations], stations, GnssOptions(mean_days=12, epochs=vertical), SilentProgress())
    return SimpleNamespace(folder=folder, area=made, vertical=vertical, storage=storage, stations=stations)


def state_before(files: SimpleNamespace, perturbations: str, seed: int) -> Path:
    """Return the land model's state before the first epoch: spun up, eleven months with members."""
    from groundswell.core.land.run import CatchmentOptions, run_catchment
    from groundswell.core.work.progress import SilentProgress

    name = "".join(letter for letter in perturbations if letter.isalnum()) or "paper"
    path = files.folder / f"state_{name}_{seed}.nc"
    if not path.is_file():
        options = CatchmentOptions(changes=perturbations, seed=seed, end=_BEFORE)
        scratch = files.folder / "before.nc"
        run_catchment(files.area.forcing, files.area.columns, scratch, options, SilentProgress(), restart_output=path)
    return path


def run_case(files: SimpleNamespace, name: str, seed: int) -> str:
    """Run a case and return its row of the table."""
    from groundswell.core.assimilation.cycling.model_run import assimilate_with_model
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.priors.land_model import LandModel
    from groundswell.core.example.evaluation import compare_with_truth
    from groundswell.core.work.progress import SilentProgress

    title, case = CASES[name]
    perturbations = case.get("perturbations", REGIONAL)
    model = LandModel(
        files.area.forcing,
        files.area.columns,
        files.storage if case.get("outside", True) else None,
        changes=perturbations,
    )
    output = files.folder / f"analysis_{name}_{seed}.nc"
    before = state_before(files, perturbations, seed)
    start = time.process_time()
    result = assimilate_with_model(
        model,
        files.vertical if case.get("displacement", True) else None,
        output,
        AssimilationOptions(seed=seed, **case.get("choices", {})),
        SilentProgress(),
        restart=before,
        stations=files.stations if case.get("stations") else None,
    )
    seconds = time.process_time() - start
    rows = compare_with_truth(output, files.area.truth, files.area.region)
    return table_row(f"{title}, seed {seed}", *rows, result, output) + f"; {seconds:.0f} s"


def table_row(title: str, open_loop, analysis, result, output: Path) -> str:  # noqa: ANN001 (imported late)
    """Return errors against the truth beside what was expected, spread, and innovations."""
    from groundswell.core.files import netcdf

    with netcdf.open_dataset(output) as dataset:
        spread = [float(np.nanmean(netcdf.read_float(dataset, f"tws_{run}_std"))) for run in ("open_loop", "analysis")]
        unmade = netcdf.read_float(dataset, "increment_requested") - netcdf.read_float(dataset, "increment_applied")
    cells = analysis.cell_ubrmsd_mm / open_loop.cell_ubrmsd_mm
    information, found = result.information, result.innovations
    expected = information.cell_posterior_std / information.cell_prior_std
    return (
        f"{title:34} {open_loop.ubrmsd_mm:5.1f} {analysis.ubrmsd_mm:5.1f} "
        f"{analysis.ubrmsd_mm / open_loop.ubrmsd_mm:5.2f} {information.ratio:5.2f}  "
        f"{open_loop.cell_ubrmsd_mm:5.1f} {analysis.cell_ubrmsd_mm:5.1f} {cells:5.2f} {expected:5.2f}  "
        f"{open_loop.r:.3f} {analysis.r:.3f}  {spread[0]:4.0f} {spread[1]:4.0f}  "
        f"innovations {found.pooled_std:.2f}, area {found.area_std:.2f} ({found.expected_area_std:.2f}); "
        f"requested less applied at most {np.abs(unmade).max():.1e} mm"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", nargs="+", default=list(CASES), choices=list(CASES))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    import_groundswell()
    options.folder.mkdir(parents=True, exist_ok=True)
    files = prepare(options.folder)
    print("Error of the mean of the region, of a cell (mm): open loop, analysis, ratio, expected; R; spread")
    for name in options.cases:
        print(run_case(files, name, options.seed), flush=True)


if __name__ == "__main__":
    main()
