"""Time the chain from a frame folder to displacement series: tools/bench_frame.py FOLDER [--rows 1840 --everything].

Makes a synthetic frame in LiCSAR layout in FOLDER (unless it is there), block by block, half of it without data, and
runs import, check, inversion and reports on it in processes of their own. Prints processor time, wall time and the
largest resident memory of each. A whole frame needs some 20 GB of disk. With --everything the check mends single
pixels, and the inversion takes away plate motion, tides, a ramp and what the filter finds, and masks by noise indices.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np  # noqa: E402 (the number of threads is read when NumPy is loaded)

ROOT = Path(__file__).resolve().parents[1]
MM_PER_RADIAN = -299792458 / 5.405e9 / (4 * np.pi) * 1000
STEPS = ("import", "check", "invert", "reports")


def import_groundswell() -> None:
    """Import the checkout as the package ``groundswell``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("groundswell", ROOT / "__init__.py")
    package = importlib.util.module_from_spec(spec)
    package.__path__ = [str(ROOT)]
    sys.modules["groundswell"] = package
    if Path("/usr/share/proj/proj.db").is_file():
        os.environ.setdefault("PROJ_LIB", "/usr/share/proj")


def make_frame(folder: Path, rows: int, columns: int, n_dates: int, n_pairs: int, missing: float) -> None:
    """Write the frame: every pair by itself, so that memory holds a few rasters only."""
    from groundswell.core.files.raster import RasterGrid, write_geotiff

    rng = np.random.default_rng(1)
    grid = RasterGrid("EPSG:4326", 99.0, 27.0, 0.001, 0.001, columns, rows)
    days = 12 * np.sort(rng.choice(np.arange(173), n_dates, replace=False))
    dates = [str(day).replace("-", "") for day in np.datetime64("2015-07-03") + days]
    pairs = [(i, j) for i in range(n_dates) for j in range(i + 1, min(i + 4, n_dates))]
    longer = [number for number, (i, j) in enumerate(pairs) if j - i > 1]
    dropped = set(rng.permutation(longer)[: max(0, len(pairs) - n_pairs)].tolist())
    y, x = np.mgrid[:rows, :columns].astype("f4")
    outside = np.abs(x / columns - 0.5 + 0.4 * (y / rows - 0.5)) > 0.25  # a slanted strip, as frames are
    bulge = np.exp(-((y / rows - 0.4) ** 2 + (x / columns - 0.5) ** 2) / 0.02)
    parent = folder / "GEOC"
    for number, (i, j) in enumerate(pairs):
        if number in dropped:
            continue
        name = f"{dates[i]}_{dates[j]}"
        years = (days[j] - days[i]) / 365.25
        season = np.sin(2 * np.pi * days[j] / 365.25) - np.sin(2 * np.pi * days[i] / 365.25)
        phase = ((-10 * years * bulge + 12 * season * (1 + 0.3 * x / columns)) / MM_PER_RADIAN).astype("f4")
        phase += rng.standard_normal(phase.shape, dtype="f4") * np.float32(0.3)
        phase[outside | (rng.random(phase.shape, dtype="f4") < missing)] = 0
        coherence = np.where(phase == 0, 0, rng.integers(100, 220, phase.shape)).astype("u1")
        write_geotiff(parent / name / f"{name}.geo.unw.tif", phase, grid, None)
        write_geotiff(parent / name / f"{name}.geo.cc.tif", coherence, grid, None)
    for kind, value in (("E", -0.59), ("N", -0.11), ("U", 0.8), ("hgt", 2000.0)):
        write_geotiff(parent / f"099A_06414_131313.geo.{kind}.tif", np.full(grid.shape, value, "f4"), grid, None)
    (parent / "metadata.txt").write_text("heading=-10.5\navg_incidence_angle=36.87\ncenter_time=11:23:52.69\n")


def time_reading_and_writing() -> dict[str, float]:
    """Return a table that fills with the seconds that the inversion spends in reading and in writing."""
    from groundswell.core.insar import inversion_tasks
    from groundswell.core.insar.series.series_writer import SeriesWriter

    parts = {"read": 0.0, "write": 0.0}

    def timed(function: Callable[..., Any], part: str) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*arguments)
            finally:
                parts[part] += time.perf_counter() - start

        return run

    inversion_tasks.read_phase = timed(inversion_tasks.read_phase, "read")
    inversion_tasks.read_coherence_counts = timed(inversion_tasks.read_coherence_counts, "read")
    SeriesWriter.write = timed(SeriesWriter.write, "write")
    return parts


def run_step(step: str, folder: Path, memory: float, workers: int, everything: bool) -> None:
    """Run one step in this process and print its figures as JSON."""
    from groundswell.core.insar.checking import CheckOptions, check_interferograms
    from groundswell.core.insar.importing import import_interferograms
    from groundswell.core.insar.inversion import InversionOptions, invert_stack
    from groundswell.core.insar.series.series_filter import Filter
    from groundswell.core.insar.series.trends import Trend
    from groundswell.core.report.check_report import write_check_report
    from groundswell.core.report.inversion_report import write_inversion_report

    parts = time_reading_and_writing()
    wall = time.perf_counter()
    if step == "import":
        import_interferograms(folder, folder / "stack.nc")
    elif step == "check":
        mending = CheckOptions(correct_turns=everything, remove_unclosed=everything)
        check_interferograms(folder / "stack.nc", folder / "stack.nc", mending)
    elif step == "reports":
        write_check_report(folder / "stack.nc", folder / "check.html")
        write_inversion_report(folder / "series.nc", folder / "series.html", stack=folder / "stack.nc")
    else:
        options = InversionOptions(memory_mb=memory, workers=workers)
        if everything:
            removed = {"plate_motion": "eurasia", "solid_earth_tides": True, "filter": Filter(True)}
            options = replace(options, trend=Trend("bilinear"), noise_mask=True, **removed)
        invert_stack(folder / "stack.nc", folder / "series.nc", None, options)
    usage, workers_usage = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "cpu": sum(part.ru_utime + part.ru_stime for part in (usage, workers_usage)),
        "wall": time.perf_counter() - wall,
        "memory": usage.ru_maxrss / 1024,
        "worker": workers_usage.ru_maxrss / 1024,
        **parts,
    }
    print(json.dumps(figures))


def main() -> int:
    """Make the frame and time the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for name, default in (("rows", 1840), ("columns", 1900), ("dates", 155), ("pairs", 448), ("workers", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--missing", type=float, default=0.05)
    parser.add_argument("--memory", type=float, default=1024)
    parser.add_argument("--everything", action="store_true")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    import_groundswell()
    if given.step:
        run_step(given.step, given.folder, given.memory, given.workers, given.everything)
        return 0
    if not (given.folder / "GEOC").is_dir():
        start = time.perf_counter()
        make_frame(given.folder, given.rows, given.columns, given.dates, given.pairs, given.missing)
        print(f"made     {time.perf_counter() - start:8.1f} s", flush=True)
    for step in STEPS:
        command = [sys.executable, __file__, str(given.folder), "--step", step]
        command += ["--memory", str(given.memory), "--workers", str(given.workers)]
        command += ["--everything"] * given.everything
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode:
            print(f"{step}: {result.stderr.strip().splitlines()[-1]}")
            return 1
        found = json.loads(result.stdout.strip().splitlines()[-1])
        split = ""
        if step == "invert":
            split = (
                f"   read {found['read']:.1f} s, write {found['write']:.1f} s of it; a worker {found['worker']:.0f} MB"
            )
        print(
            f"{step:8} {found['cpu']:8.1f} s CPU   {found['wall']:8.1f} s wall   {found['memory']:8.0f} MB{split}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
