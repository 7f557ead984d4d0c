"""DAPPER's analysis and cycle on a case, for bench_assimilation.py, which runs this in build/dapper.

Usage: bench_assimilation_peers.py CASE.npz RESULT.npz
"""

from __future__ import annotations

import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["MPLBACKEND"] = "agg"

import dapper as dpr  # noqa: E402 (the number of threads is read when NumPy is loaded)
import dapper.da_methods as methods  # noqa: E402
import dapper.mods as modelling  # noqa: E402
import numpy as np  # noqa: E402
from dapper.da_methods.ensemble import EnKF_analysis  # noqa: E402


class Given:
    """Observation noise whose draws (of zero mean) are given; DAPPER rescales them, which is undone here."""

    def __init__(self, covariance: np.ndarray, draws: np.ndarray) -> None:
        self.C = modelling.GaussRV(C=covariance).C
        self._draws = draws

    def sample(self, count: int) -> np.ndarray:
        """Return the draws."""
        return self._draws[:count] / np.sqrt(count / (count - 1))


def analyses(case: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the corrected members by each of DAPPER's forms of the filter."""
    # DAPPER takes perturbations off the observations, Groundswell adds them.
    noise = Given(case["noise"], -case["draws"])
    return {
        form: EnKF_analysis(case["members"].copy(), case["predicted"], noise, case["observed"], form)
        for form in ("PertObs", "Sqrt")
    }


def cycle_seconds(case: dict[str, np.ndarray], form: str) -> float:
    """Return the processor time of a cycle of 200 epochs of the 25-cell problem, without its set-up."""
    operator, fade = case["operator"], float(case["fade"])
    size = operator.shape[1]
    dynamics = {
        "M": size,
        "model": lambda x, t, dt: fade * x,
        "linear": lambda x, t, dt: fade * np.eye(size),
        "noise": modelling.GaussRV(C=case["model_error"]),
    }
    observation = {
        "M": size,
        "model": lambda x: x @ operator.T,
        "linear": lambda x: operator,
        "noise": modelling.GaussRV(C=case["noise"]),
    }
    epochs = int(case["epochs"])
    sequence = modelling.Chronology(dt=1, dko=1, Ko=epochs - 1, BurnIn=0)
    model = modelling.HiddenMarkovModel(dynamics, observation, sequence, modelling.GaussRV(C=case["prior"]))
    dpr.set_seed(1)
    truth, observed = model.simulate()
    method = methods.EnKF(form, N=case["members"].shape[0])
    start = time.process_time()
    method.assimilate(model, truth, observed, liveplots=False)
    return time.process_time() - start


def main() -> None:
    """Read the case, write the results."""
    case = dict(np.load(sys.argv[1]))
    results = analyses(case)
    for form in ("PertObs", "Sqrt"):
        results[f"{form} seconds"] = np.array(min(cycle_seconds(case, form) for _ in range(3)))
    np.savez(sys.argv[2], **results)


if __name__ == "__main__":
    main()
