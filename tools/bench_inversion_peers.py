"""Run one other program's inversion on a case and print its figures: called by bench_inversion.py, in build/peers."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from unittest.mock import MagicMock

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import numpy as np  # noqa: E402 (the number of threads is read when NumPy is loaded)

Case = dict[str, np.ndarray]


def design_of(case: Case) -> np.ndarray:
    """Return the incidence matrix [pair, date - 1]: displacement at all dates but the first."""
    pairs = case["pairs"]
    design = np.zeros((len(pairs), case["days"].size), dtype="f4")
    rows = np.arange(len(pairs))
    design[rows, pairs[:, 1]], design[rows, pairs[:, 0]] = 1, -1
    return design[:, 1:]


def mintpy(case: Case) -> Callable[[], np.ndarray]:
    """Inversion of displacement by MintPy: minimum-norm velocity, as its default."""
    from mintpy.ifgram_inversion import estimate_timeseries

    years = np.diff(case["days"])[:, None].astype("f4") / 365.25
    increments = np.zeros((len(case["pairs"]), case["days"].size - 1), dtype="f4")
    for number, (first, second) in enumerate(case["pairs"]):
        increments[number, first:second] = years[first:second, 0]
    design, data = design_of(case), case["displacement"]

    complete = np.isfinite(data).all(axis=0)

    def run() -> np.ndarray:
        """Pixels with nothing missing at once, the others one by one, as MintPy's own loop calls it."""
        series = np.zeros((case["days"].size, data.shape[1]), dtype="f4")
        if complete.any():
            series[:, complete] = estimate_timeseries(design, increments, data[:, complete], years, print_msg=False)[0]
        for pixel in np.flatnonzero(~complete):
            series[:, pixel] = estimate_timeseries(design, increments, data[:, pixel], years, print_msg=False)[
                0
            ].ravel()
        return series

    return run


def insar_rs(case: Case) -> Callable[[], np.ndarray]:
    """Inversion of phase by insar-rs; its result is in metres."""
    import insar_rs as program

    phase = (case["displacement"] / case["mm_per_radian"]).astype("f4")[:, None, :]
    first, second = (case["pairs"][:, side].tolist() for side in (0, 1))
    days = case["days"].astype(int).tolist()

    def run() -> np.ndarray:
        return 1000 * np.asarray(program.invert_sbas(np.ascontiguousarray(phase), first, second, days))[:, 0]

    return run


def dolphin(case: Case, censored: bool = False) -> Callable[[], np.ndarray]:
    """Inversion of displacement by dolphin; missing pairs have weight 0, or are censored."""
    for name in ("osgeo", "osgeo.gdal", "osgeo.osr", "osgeo.ogr", "osgeo.gdal_array"):
        sys.modules.setdefault(name, MagicMock())  # its wheel lacks GDAL, which the inversion does not need
    from dolphin.timeseries import invert_stack

    design, data = design_of(case), case["displacement"][:, None, :]
    missing = np.isnan(data)
    filled = np.where(missing, 0, data).astype("f4")
    extra = {}
    if missing.any() or censored:
        extra["weights"] = (~missing).astype("f4")
    if censored:
        extra["missing_data_flags"] = ~missing

    def run() -> np.ndarray:
        solution = np.asarray(invert_stack(design, filled, **extra)[0])[:, 0]
        return np.concatenate([np.zeros((1, solution.shape[1])), solution])

    return run


def dolphin_censored(case: Case) -> Callable[[], np.ndarray]:
    """Inversion of displacement by dolphin, its normal equations pixel by pixel."""
    return dolphin(case, censored=True)


def main() -> int:
    """Print one line of JSON."""
    with np.load(sys.argv[2]) as file:
        case = {name: file[name] for name in file.files}
    run = {"mintpy": mintpy, "insar_rs": insar_rs, "dolphin": dolphin, "dolphin_censored": dolphin_censored}[
        sys.argv[1]
    ](case)
    seconds = []
    for _ in range(3):  # the first run of a program that compiles is not the best
        start = time.process_time()
        series = run()
        seconds.append(time.process_time() - start)
        if sum(seconds) > 60:
            break
    solved = np.isfinite(series).all(axis=0) & (np.abs(series).max(axis=0) > 0)
    series = series - series[0]
    error = (series - case["truth"])[:, solved]
    figures = {
        "rate": series.shape[1] / min(seconds),
        "solved": float(solved.mean()),
        "rms": float(np.sqrt(np.mean(error**2))),
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
