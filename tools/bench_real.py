"""Real stations of western North America and GRACE's storage: ``make bench-real``, where the reference data are.

Usage: bench_real.py [--folder FOLDER]

GRACE's storage (CSR's harmonics, destriped, Gaussian of 300 km) is the open loop, the stations' heights (means over 30
days at GRACE's months) are the data. Each station is predicted by all others, without its own heights.
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

import numpy as np
from checkout import ROOT, import_groundswell

EXTENT, START, END = (-175.0, -50.0, 5.0, 80.0), date(2002, 4, 1), date(2015, 6, 30)


def main() -> None:
    """Import, assimilate, print what each station is predicted by."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    import_groundswell()
    reference = Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference"))
    if not (reference / "gnss").is_dir():
        raise SystemExit(f"There are no reference data in {reference}: set GROUNDSWELL_REFERENCE.")
    with tempfile.TemporaryDirectory() as temporary:
        run(reference, options.folder or Path(temporary))


def run(reference: Path, folder: Path) -> None:
    """Assimilate the stations into GRACE's storage."""
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.run import assimilate
    from groundswell.core.files import netcdf
    from groundswell.core.gnss.importing import GnssOptions, import_gnss
    from groundswell.core.grace.importing import GraceOptions, import_grace
    from groundswell.core.work.progress import Recorded, SilentProgress

    storage, stations, table = folder / "storage.nc", folder / "stations.nc", folder / "heights.csv"
    start, progress = time.process_time(), Recorded(SilentProgress())
    if not storage.is_file():
        options = GraceOptions(extent=EXTENT, start=START, end=END)
        import_grace(reference / "grace" / "csr_rl06_bb01", storage, options, progress)
    if not stations.is_file():
        with gzip.open(reference / "gnss" / "wnam_up.csv.gz") as packed:
            table.write_bytes(packed.read())
        import_gnss([table], stations, GnssOptions(mean_days=30, epochs=storage), progress)
    analysis = folder / "analysis.nc"
    assimilate(storage, None, analysis, AssimilationOptions(method="auto"), progress, stations=stations)
    with netcdf.open_dataset(analysis) as dataset:
        print(dataset.verdict)
        rows = json.loads(dataset.withheld_stations)
    print("station  open loop  by all others (mm)")
    for name, row in rows.items():
        print(f"{name:8} {row['open_loop_mm']:9.2f} {row['left_out_mm']:10.2f}")
    explained = [1 - (row["left_out_mm"] / row["open_loop_mm"]) ** 2 for row in rows.values()]
    print(f"Part of the open loop's misfit that all others explain, median: {np.median(explained):.2f}")
    for warning in progress.warnings:
        if "left out" in warning:
            print(warning)
    seconds, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.0f} s of CPU, {memory:.0f} MB at most.")


if __name__ == "__main__":
    main()
