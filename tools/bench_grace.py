"""Time and memory of harmonics to storage, beside gravity-toolkit: tools/bench_grace.py [folder of Level-2 files].

Both read the same monthly files, take anomalies to their mean, smooth by a Gaussian of 300 km and put degree 60 on a
global grid of 1 degree, each in a process of its own and on one thread; gravity-toolkit in a virtual environment
under build/. Both results are compared before any figure is printed. Then the coverage of the comparison's intervals
(:mod:`grace_coverage`).
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / "build" / "bench-grace"
DEGREE, RADIUS_KM = 60, 300.0
LON, LAT = np.arange(360) + 0.5, 89.5 - np.arange(180)
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
TARGET = 5.0


def ours(paths: list[Path], output: Path) -> dict[str, float]:
    """Run Groundswell with gravity-toolkit's constants."""
    from checkout import import_groundswell

    import_groundswell()
    from groundswell.core.grace.filters import gaussian
    from groundswell.core.grace.harmonics import Coefficients, Convention, synthesize
    from groundswell.core.grace.level2 import read_level2

    peer = json.loads(output.with_suffix(".json").read_text())
    convention = Convention("gravity-toolkit", peer["radius"], peer["density"], np.array(peer["love_k"]))
    start = time.process_time()
    files = [read_level2(path, DEGREE).coefficients for path in paths]
    read = time.process_time()
    c, s = np.array([each.c for each in files]), np.array([each.s for each in files])
    anomalies = Coefficients(c - c.mean(axis=0), s - s.mean(axis=0))
    grids = synthesize(anomalies, LON, LAT, convention, weights=gaussian(RADIUS_KM, DEGREE))
    done = time.process_time()
    difference = float(np.abs(grids - np.load(output)).max())
    return {"read": read - start, "grids": done - read, "difference": difference, "memory": peak_mb()}


def theirs(paths: list[Path], output: Path) -> dict[str, float]:
    """Run gravity-toolkit as its own mapping scripts do; its result is kept for the comparison."""
    import gravity_toolkit as gravtk

    love = gravtk.load_love_numbers(DEGREE, LOVE_NUMBERS=0, REFERENCE="CF", FORMAT="class")
    units = gravtk.units(lmax=DEGREE).harmonic(*love)
    start = time.process_time()
    files = [gravtk.read_GRACE_harmonics(str(path), DEGREE) for path in paths]
    read = time.process_time()
    c, s = np.array([each["clm"] for each in files]), np.array([each["slm"] for each in files])
    c, s = c - c.mean(axis=0), s - s.mean(axis=0)
    weights = 2.0 * np.pi * gravtk.gauss_weights(RADIUS_KM, DEGREE)
    factor = (10.0 * units.cmwe * weights)[:, None]
    functions, _ = gravtk.plm_holmes(DEGREE, np.cos(np.radians(90.0 - LAT)))
    grids = np.empty((len(paths), LAT.size, LON.size))
    for month in range(len(paths)):
        arguments = (c[month] * factor, s[month] * factor, LON, LAT)
        grids[month] = gravtk.harmonic_summation(*arguments, LMIN=0, LMAX=DEGREE, PLM=functions).T
    done = time.process_time()
    memory = peak_mb()
    np.save(output, grids)
    constants = {"radius": units.rad_e / 100, "density": 1000 * units.rho_e, "love_k": np.asarray(love.kl).tolist()}
    output.with_suffix(".json").write_text(json.dumps(constants))
    return {"read": read - start, "grids": done - read, "memory": memory}


def peak_mb() -> float:
    """Return this process' largest memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(python: Path | str, which: str, folder: Path, output: Path) -> dict[str, float]:
    """Run one of the two in a process of its own."""
    command = [str(python), __file__, "--run", which, str(folder), str(output)]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{which} failed:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def make_environment() -> Path:
    """Make the peer's virtual environment where it is not there."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "gravity-toolkit"], check=True)
    return python


def main(arguments: list[str]) -> int:
    """Run both and print the figures."""
    default = (
        Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference")) / "grace/csr_rl06_bb01"
    )
    folder = Path(arguments[0]) if arguments else default
    if not folder.is_dir() or not any(folder.glob("GSM-2*")):
        print(f"{folder} holds no GSM-2 files: name a folder of Level-2 harmonics.")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "grids.npy"
        peer = run(make_environment(), "theirs", folder, output)
        own = run(sys.executable, "ours", folder, output)
    print(f"{'CPU seconds':24}{'read':>8}{'grids':>8}{'all':>8}{'MB':>8}")
    for name, figures in (("Groundswell", own), ("gravity-toolkit", peer)):
        total = figures["read"] + figures["grids"]
        print(f"{name:24}{figures['read']:8.2f}{figures['grids']:8.2f}{total:8.2f}{figures['memory']:8.0f}")
    from checkout import import_groundswell
    from grace_coverage import print_table

    import_groundswell()
    print_table()
    ratio = (peer["read"] + peer["grids"]) / (own["read"] + own["grids"])
    print(f"{ratio:.1f} times faster (target {TARGET:g}); largest difference of the grids {own['difference']:.1e} mm")
    return 0 if ratio >= TARGET and own["difference"] < 1e-6 else 1


def child(which: str, folder: str, output: str) -> None:
    """Run one of the two here and print its figures as JSON."""
    work: Any = {"ours": ours, "theirs": theirs}[which]
    print(json.dumps(work(sorted(Path(folder).glob("GSM-2*")), Path(output))))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        child(*sys.argv[2:])
    else:
        sys.exit(main(sys.argv[1:]))
