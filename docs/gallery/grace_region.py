"""GRACE over a region.

A mascon file (synthetic, in the layout of the CSR product) on the EASE-Grid, and the mean of its cells.
"""

import tempfile
from pathlib import Path

import groundswell
import matplotlib

matplotlib.use("Agg")
import numpy as np
from matplotlib import pyplot as plt

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    area = groundswell.create_example(folder / "area", "tiny", seed=7)
    groundswell.import_grace(area.grace, folder / "grace.nc", extent=(98.0, 102.0, 24.0, 28.0))
    grace = groundswell.read_series(folder / "grace.nc", "tws")

weights = np.ones_like(grace.lat)  # cells of equal area
series = np.nansum(grace.values * weights, axis=(1, 2)) / weights.sum()
figure, axes = plt.subplots(figsize=(7, 3.2), layout="constrained")
axes.plot(grace.dates.astype("datetime64[D]"), series, "o-")
axes.set(title="Synthetic data", ylabel=f"storage anomaly ({grace.unit})")
figure.savefig(Path(__file__).with_suffix(".png").name)
print(f"{series.size} months, amplitude {np.ptp(series) / 2:.0f} mm")
