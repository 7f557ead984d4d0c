"""Three ensemble filters beside the exact answer.

Ten cells whose storage errors are correlated; five of them are observed. With many members the perturbed-observation
filter, the square-root filter and the transform filter come to the exact (Gaussian) mean; with 24 they scatter about
it.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import numpy as np
from groundswell.core.assimilation.analysis import update
from matplotlib import pyplot as plt

rng = np.random.default_rng(4)
cells = np.arange(10)
prior = 60.0**2 * np.exp(-np.abs(cells[:, None] - cells) / 4.0)
observed, error = cells[::2], 20.0
truth = np.linalg.cholesky(prior) @ rng.normal(size=10)
data = truth[observed] + error * rng.normal(size=observed.size)
R = error**2 * np.eye(observed.size)
gain = prior[:, observed] @ np.linalg.inv(prior[np.ix_(observed, observed)] + R)
exact = gain @ data

figure, panels = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True, layout="constrained")
for axes, members in zip(panels, (24, 1000)):
    ensemble = (np.linalg.cholesky(prior) @ rng.normal(size=(10, members))).T
    axes.plot(cells, truth, "k:", label="truth")
    axes.plot(cells, exact, "k", label="exact")
    for method in ("enkf", "ensrf", "etkf"):
        analysis = update(ensemble, ensemble[:, observed], data, R, method=method, rng=np.random.default_rng(1))
        axes.plot(cells, analysis.mean(axis=0), "o", ms=4, label=method)
        print(f"{members} members, {method}: {np.abs(analysis.mean(axis=0) - exact).max():.1f} mm from the exact mean")
    axes.set(title=f"{members} members", xlabel="cell")
panels[0].set_ylabel("storage (mm)")
panels[1].legend()
figure.savefig(Path(__file__).with_suffix(".png").name)
