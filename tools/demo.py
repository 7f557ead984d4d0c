"""The demonstration behind ``make demo``: the example study area through the whole chain, by ``qgis_process``.

Usage: demo.py FOLDER [--preset small]
"""

from __future__ import annotations

import argparse
import csv
import resource
import shutil
import subprocess
import time
from pathlib import Path

from checkout import ROOT, import_groundswell

PERIODS = "2018-12-02..2019-12-31, 2019-12-01..2021-01-20"


def qgis_process(algorithm: str, parameters: dict[str, object]) -> str:
    """Run one algorithm as a user would on the command line; return what it prints."""
    arguments = [f"{key}={value}" for key, value in parameters.items()]
    command = [str(ROOT / "tools" / "qgis_process.sh"), "run", f"groundswell:{algorithm}", "--", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{algorithm} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def result(printed: str, name: str) -> str:
    """Return the value of an output from what ``qgis_process`` printed."""
    lines = [line for line in printed.splitlines() if line.startswith(f"{name}:")]
    return lines[-1].partition(":")[2].strip()


def print_table(results: Path, truth: Path, region: Path) -> None:
    """Print open loop and analysis against the truth and against GRACE, whatever came out."""
    from groundswell.core.example.evaluation import compare_with_truth

    print(f"\n{'Mean over the study region (synthetic data)':<58}{'R':>8}{'ubRMSD (mm)':>14}")
    titles = {
        "open_loop": "Open loop",
        "analysis": "Analysis",
        "open_loop_smoothed": "Open loop, smoothed,",
        "analysis_smoothed": "Analysis, smoothed,",
    }
    for row in compare_with_truth(results / "analysis.nc", truth, region):
        print(f"{titles[row.series] + ' against the truth':<58}{row.r:>8.3f}{row.ubrmsd_mm:>14.1f}")
    with (results / "comparison.csv").open(encoding="utf-8") as table:
        for line in csv.DictReader(table):
            name = f"{titles[line['series']]} against GRACE, {line['period']}"
            print(f"{name:<58}{float(line['r']):>8.3f}{float(line['ubrmsd_mm']):>14.1f}")


def main() -> None:
    """Create the study area, run the chain, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="small")
    options = parser.parse_args()
    folder = options.folder.resolve()
    if folder.exists():
        shutil.rmtree(folder)
    results = folder / "results"
    results.mkdir(parents=True)
    started = time.monotonic()

    print("1/2 Creating the synthetic example study area (createexample) ...", flush=True)
    printed = qgis_process("createexample", {"PRESET": options.preset, "OUTPUT": folder / "study_area"})
    print(f"    {time.monotonic() - started:.0f} s", flush=True)
    print("   Importing the GNSS stations (importgnss) ...", flush=True)
    stations = results / "stations.nc"
    qgis_process("importgnss", {"INPUT": result(printed, "STATIONS"), "OUTPUT": stations})
    print("2/2 Running the whole chain (model los_to_tws: nine steps) ...", flush=True)
    qgis_process(
        "los_to_tws",
        {
            "FRAME": result(printed, "FRAME"),
            "GACOS": result(printed, "GACOS"),
            "REFERENCE": result(printed, "REFERENCE") + " [EPSG:4326]",
            "REFERENCE_SERIES": result(printed, "REFERENCE_SERIES"),
            "STORAGE": result(printed, "STORAGE"),
            "STATIONS": stations,
            "GRACE": result(printed, "GRACE"),
            "REGION": result(printed, "REGION"),
            "PERIODS": PERIODS,
            "importinterferograms:Import report": results / "import.html",
            "checkinterferograms:Check report": results / "check.html",
            "invertinterferograms:Displacement series": results / "displacement.nc",
            "invertinterferograms:Velocity": results / "velocity.tif",
            "lostovertical:Vertical displacement": results / "vertical.nc",
            "assimilate:Analysis": results / "analysis.nc",
            "assimilate:Analysis report": results / "analysis.html",
            "comparegrace:Maps": results / "comparison.nc",
            "comparegrace:Table": results / "comparison.csv",
            "comparegrace:Comparison report": results / "comparison.html",
        },
    )
    import_groundswell()
    print_table(results, Path(result(printed, "TRUTH")), Path(result(printed, "REGION")))
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nSynthetic data. Took {seconds:.0f} s, {memory:.0f} MB at most.")
    print(f"Maps, series and reports: {results}")
    print("Open analysis.html and comparison.html in a browser, velocity.tif and analysis.nc in QGIS.")


if __name__ == "__main__":
    main()
