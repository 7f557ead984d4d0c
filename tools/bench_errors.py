#!/usr/bin/env python3
"""Are stated errors the true ones? Monte Carlo over noise of five kinds, beside what LiCSBAS and MintPy state.

True over stated error of velocity, annual terms and dates, by the network inversion of synthetic stacks whose truth is
known: 1 is honest, 3 claims three times the accuracy that there is. LiCSBAS's error of a velocity is the bootstrap of
its dates (step 14), MintPy's the formal one of the fit to independent dates; both are computed here from the same
series by these published rules, not by running the programs.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]


def load() -> None:
    """Import the checkout as the package ``groundswell``."""
    spec = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["groundswell"] = module
    spec.loader.exec_module(module)


CASES = (  # name, decorrelation in mm a pair, air in mm a date, part missing, air differs from date to date
    ("decorrelation only", 1.5, 0.0, 0.0, False),
    ("air 2 mm + decorrelation", 1.5, 2.0, 0.0, False),
    ("air 5 mm + decorrelation", 1.5, 5.0, 0.0, False),
    ("air 5 mm + decorrelation, 30 % missing", 1.5, 5.0, 0.3, False),
    ("decorrelation, 30 % missing", 1.5, 0.0, 0.3, False),
    ("air of 2 to 10 mm by the date", 1.5, 5.0, 0.0, True),
    ("longer pairs are noisier (weights by coherence)", 1.5, 2.0, 0.0, False),
)


def ratios(case: tuple, n_pixels: int, rng: np.random.Generator) -> list[float]:
    """Return true over stated error: velocity, season, dates; velocity as LiCSBAS and as MintPy state it."""
    from groundswell.core.insar.network_inversion import NetworkSolver
    from groundswell.core.insar.solver.bootstrap import bootstrap_std, bootstrap_weights
    from groundswell.core.insar.solver.motion import fit_motion, motion_model

    name, noise, air, missing, uneven = case
    n = 110
    days = 5844.0 + 12.0 * np.arange(n)
    pairs = np.array([(i, j) for i in range(n) for j in range(i + 1, min(n, i + 5))])
    model = motion_model(days, seasonal=True)
    season = 15 * np.cos(2 * np.pi * days / 365.25)[:, None]
    by_date = rng.uniform(0.4, 2.0, n)[:, None] if uneven else np.ones((n, 1))
    series = season + rng.normal(0, 1, (n, n_pixels)) * air * by_date
    by_pair = (pairs[:, 1] - pairs[:, 0])[:, None] if "longer" in name else np.ones((len(pairs), 1))
    data = series[pairs[:, 1]] - series[pairs[:, 0]] + rng.normal(0, noise, (len(pairs), n_pixels)) * by_pair
    data[rng.random(data.shape) < missing] = np.nan
    weights = np.broadcast_to(1.0 / by_pair**2, data.shape).copy()
    result = NetworkSolver(pairs, days).solve(data, weights, motion=model, date_std=True)
    found, covariance = result.motion.coefficients, result.motion.covariance
    velocity = np.sqrt(np.mean(found[0] ** 2) / np.mean(covariance[0, 0]))
    errors = (found[1] - 15) ** 2 + found[2] ** 2
    annual = np.sqrt(np.mean(errors) / np.mean(covariance[1, 1] + covariance[2, 2]))
    whole = (result.motion.part == 1).all(axis=0)
    error = result.displacement[:, whole] - season
    error -= error.mean(axis=0)
    dates = np.sqrt(np.mean(error**2) / np.mean(result.displacement_std[:, whole] ** 2))
    fitted = fit_motion(result.displacement, model)
    formal = np.sqrt(np.mean(fitted.velocity**2) / np.mean(fitted.velocity_std**2))
    drawn = bootstrap_std(result.displacement, bootstrap_weights(model, 50))
    return [velocity, annual, dates, np.sqrt(np.mean(fitted.velocity**2) / np.nanmean(drawn**2)), formal]


def main() -> None:
    """Print the table; exit with 1 where an error of ours is stated wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pixels", type=int, default=2000, help="draws of each case")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    load()
    rng, begin, wrong = np.random.default_rng(arguments.seed), time.process_time(), 0
    print("true over stated error              velocity  season  dates | velocity: LiCSBAS  MintPy")
    for case in CASES:
        values = ratios(case, arguments.pixels, rng)
        wrong += any(not 0.8 <= value <= 1.25 for value in values[:3])
        print(f"{case[0]:36.36s}{values[0]:8.2f}{values[1]:8.2f}{values[2]:7.2f} |{values[3]:18.2f}{values[4]:8.2f}")
    print(f"{time.process_time() - begin:.1f} s of CPU, {arguments.pixels} draws each")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
