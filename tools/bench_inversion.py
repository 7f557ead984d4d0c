"""Time the network inversion against other programs' in the same run: tools/bench_inversion.py [--without-peers].

155 dates, 448 interferograms; nothing missing, 15 % missing, and 15 % missing with the network cut in two. Counted is
the processor time of the inversion call alone, on one core, the best of three: 40,000 pixels for Groundswell, 1,000
for the others (40,000 where nothing is missing: they too have a fast way there). MintPy, insar-rs and dolphin come
from PyPI into an environment of their own, build/peers, and run as processes of their own.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402 (the number of threads is read when NumPy is loaded)

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "build" / "peers"
PROGRAMS = {
    "MintPy estimate_timeseries": ("mintpy", "mintpy"),
    "insar-rs invert_sbas": ("insar-rs", "insar_rs"),
    "dolphin, weight 0": ("dolphin", "dolphin"),
    "dolphin, censored": ("dolphin", "dolphin_censored"),
}
CASES = {"full": (0.0, False), "miss15": (0.15, False), "gap": (0.15, True)}
MM_PER_RADIAN = -299792458 / 5.405e9 / (4 * np.pi) * 1000
N_DATES, N_PAIRS, N_PIXELS, N_PIXELS_SLOW = 155, 448, 40_000, 1_000
N_REPEATS, TARGET_WORKERS = 4, 1.6
TARGETS = (("miss15", "MintPy estimate_timeseries", 150.0), ("miss15", "", 50.0), ("full", "", 1.5))


def import_groundswell() -> None:
    """Import the checkout as the package ``groundswell``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("groundswell", ROOT / "__init__.py")
    package = importlib.util.module_from_spec(spec)
    package.__path__ = [str(ROOT)]
    sys.modules["groundswell"] = package


def make_case(missing: float, cut: bool, seed: int = 1) -> dict[str, np.ndarray]:
    """Return displacement [pair, pixel] in mm, pairs, days, and the truth [date, pixel].

    Dates every 12 days, some left out; each is joined with the next three, and pairs that are not the only link of
    a date are left out at random. The rate of missing pairs differs from pixel to pixel.
    """
    rng = np.random.default_rng(seed)
    slots = np.concatenate([[0], np.sort(rng.choice(np.arange(1, 172), N_DATES - 2, replace=False)), [172]])
    days = 5661.0 + 12.0 * slots
    pairs = [(i, j) for i in range(N_DATES) for j in range(i + 1, min(i + 4, N_DATES))]
    if cut:
        pairs = [(i, j) for i, j in pairs if not i < N_DATES // 3 <= j]
    longer = [number for number, (i, j) in enumerate(pairs) if j - i > 1]
    dropped = set(rng.permutation(longer)[: max(0, len(pairs) - N_PAIRS)].tolist())
    table = np.array([pair for number, pair in enumerate(pairs) if number not in dropped])
    years = (days - days[0])[:, None] / 365.25
    season = np.sin(2 * np.pi * (years - rng.normal(0.55, 0.05, N_PIXELS)))
    truth = years * rng.normal(0, 4, N_PIXELS) + rng.normal(15, 6, N_PIXELS) * season
    truth -= truth[0]
    data = (truth[table[:, 1]] - truth[table[:, 0]]).astype("f4")
    data += rng.normal(0, 1.5, data.shape).astype("f4")
    rate = np.clip(missing * (1 + 0.8 * rng.normal(size=N_PIXELS)), 0, 0.6)
    data[rng.random(data.shape, dtype="f4") < rate] = np.nan
    return {"displacement": data, "pairs": table, "days": days, "truth": truth}


def time_ours(case: dict[str, np.ndarray], weights: np.ndarray | None = None) -> dict[str, float]:
    """Return pixels a second, part of the pixels solved and error against the truth."""
    from groundswell.core.insar.network_inversion import invert

    data = case["displacement"]
    invert(data[:, :2000], case["pairs"], case["days"])
    seconds = []
    for _ in range(3):
        start = time.process_time()
        result = invert(data, case["pairs"], case["days"], weights)
        seconds.append(time.process_time() - start)
    solved = np.isfinite(result.displacement).all(axis=0)
    error = (result.displacement - case["truth"])[:, solved]
    return {
        "rate": data.shape[1] / min(seconds),
        "solved": float(solved.mean()),
        "rms": float(np.sqrt(np.mean(error**2))),
    }


def time_workers(case: dict[str, np.ndarray]) -> float:
    """Print the wall time of many blocks with one and with two workers; return the best ratio of a pair of runs."""
    from groundswell.core.insar import inversion_tasks
    from groundswell.core.insar.solver.motion import motion_model
    from groundswell.core.insar.solver.network import Network, triplets
    from groundswell.core.insar.solver.network_solver import NetworkSolver
    from groundswell.core.work.blocks import executor, map_in_order

    pairs, days = case["pairs"], case["days"]
    plan = inversion_tasks.Plan(
        network=Network(days, pairs, *days[pairs.T], np.full(len(pairs), np.nan)),
        numbers=np.arange(len(pairs)),
        solver=NetworkSolver(pairs, days),
        motion=motion_model(days, seasonal=True),
        step_names=(),
        bootstrap=np.empty((0, days.size)),
        names=("displacement", "velocity", "velocity_std", "residual_rms", "n_gaps", "mask"),
        offsets=np.zeros(len(pairs)),
        scale=MM_PER_RADIAN,
        weight_table=None,
        stand_in=None,
        loops=triplets(pairs),
    )
    data, size = (case["displacement"] / MM_PER_RADIAN).astype("f4"), inversion_tasks.TASK_PIXELS
    tasks = [inversion_tasks.Task(data[:, i : i + size], None, plan) for i in range(0, N_PIXELS, size)] * N_REPEATS
    best = (0.0, 0.0, 0.0)
    for _ in range(3):
        seconds = []
        for workers in (1, 2):
            with executor(workers, processes=True) as pool:
                list(map_in_order(inversion_tasks.invert_block, tasks[: workers + 1], pool, workers + 1))
                start = time.perf_counter()
                for _ in map_in_order(inversion_tasks.invert_block, iter(tasks), pool, workers + 1):
                    pass
                seconds.append(time.perf_counter() - start)
        best = max(best, (seconds[0] / seconds[1], *seconds))
    print(
        f"miss15   two workers {best[0]:.2f} times one: {best[1]:.2f} s and {best[2]:.2f} s of wall time for "
        f"{N_PIXELS * N_REPEATS:,} pixels (target {TARGET_WORKERS:g}): "
        f"{'reached' if best[0] >= TARGET_WORKERS else 'MISSED'}",
        flush=True,
    )
    return best[0]


def install_peers() -> Path:
    """Return the Python of the peers' environment; set it up first where it is not there."""
    python = PEERS / "bin" / "python"
    if not python.is_file():
        print(f"Setting up {PEERS} (MintPy, insar-rs and dolphin from PyPI; some minutes)", flush=True)
        venv.create(PEERS, with_pip=True)
    for package in sorted({package for package, _ in PROGRAMS.values()}):
        shown = subprocess.run([python, "-m", "pip", "show", "-q", package], capture_output=True)
        if shown.returncode:
            result = subprocess.run([python, "-m", "pip", "install", "-q", package], capture_output=True, text=True)
            if result.returncode:
                print(f"{package} does not install here: {result.stderr.strip().splitlines()[-1]}", flush=True)
    return python


def time_peer(python: Path, name: str, case: dict[str, np.ndarray], n_pixels: int) -> dict[str, float] | str:
    """Return the figures of one of the other programs, or why there are none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.npz"
        part = {key: case[key][:, :n_pixels] for key in ("displacement", "truth")}
        np.savez(path, pairs=case["pairs"], days=case["days"], mm_per_radian=MM_PER_RADIAN, **part)
        command = [python, Path(__file__).with_name("bench_inversion_peers.py"), PROGRAMS[name][1], path]
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=600)
        except subprocess.TimeoutExpired:
            return "more than 600 s"
    if result.returncode:
        return (result.stderr.strip().splitlines() or ["failed"])[-1][:90]
    return json.loads(result.stdout.strip().splitlines()[-1])


def show(name: str, case: str, found: dict[str, float] | str) -> None:
    """Print a line of the table."""
    if isinstance(found, str):
        print(f"{case:8} {name:28} {found}", flush=True)
        return
    print(
        f"{case:8} {name:28} {found['rate']:12,.0f} px/s   solved {found['solved']:5.1%}   "
        f"RMS against truth {found['rms']:6.2f} mm",
        flush=True,
    )


def main() -> int:
    """Print all figures and the ratios; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without-peers", action="store_true", help="time Groundswell alone")
    arguments = parser.parse_args()
    import_groundswell()
    python = None if arguments.without_peers else install_peers()
    rates: dict[tuple[str, str], float] = {}
    for case_name, (missing, cut) in CASES.items():
        case = make_case(missing, cut)
        found: dict[str, dict[str, float] | str] = {"Groundswell": time_ours(case)}
        weights = np.random.default_rng(2).uniform(0.1, 10, case["displacement"].shape)
        found["Groundswell, weighted"] = time_ours(case, weights)
        for name in PROGRAMS if python else ():
            found[name] = time_peer(python, name, case, N_PIXELS_SLOW if missing else N_PIXELS)
        for name, figures in found.items():
            show(name, case_name, figures)
            if not isinstance(figures, str):
                rates[case_name, name] = figures["rate"]
    missed = time_workers(make_case(*CASES["miss15"])) < TARGET_WORKERS
    return check_targets(rates) | missed if python else int(missed)


def check_targets(rates: dict[tuple[str, str], float]) -> int:
    """Print the ratios that were asked for; return 1 where one is missed."""
    missed = 0
    for case_name, name, target in TARGETS:
        others = {peer: rate for (case, peer), rate in rates.items() if case == case_name and peer in PROGRAMS}
        chosen = name or max(others, key=others.get, default="")
        if chosen not in others:
            print(f"{case_name:8} no ratio: {chosen or 'no other program'} gave no figure")
            missed = 1
            continue
        ratio = rates[case_name, "Groundswell"] / others[chosen]
        verdict = "reached" if ratio >= target else "MISSED"
        missed |= ratio < target
        print(
            f"{case_name:8} {ratio:7.1f} times {'' if name else 'the fastest, '}{chosen} (target {target:g}): {verdict}"
        )
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
