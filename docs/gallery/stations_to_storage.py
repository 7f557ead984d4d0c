"""Storage from the heights of stations, without a land model.

Forty stations on a region of 4 by 4 degrees see a wet place of 120 mm. The inversion says what they determine, and
how well: its standard deviation falls where stations are.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import numpy as np
from groundswell.core.geodesy import distance_km
from groundswell.core.inversion import collocation
from groundswell.core.loading.operator import LoadOperator
from matplotlib import pyplot as plt

rng = np.random.default_rng(5)
lon, lat = (values.ravel() for values in np.meshgrid(np.arange(98.25, 102, 0.5), np.arange(27.75, 24, -0.5)))
stations = np.column_stack([rng.uniform(98.2, 101.8, 40), rng.uniform(24.2, 27.8, 40)])
operator = LoadOperator(lon, lat, np.full(lon.size, 28e3), stations[:, 0], stations[:, 1])
H = operator.apply(np.eye(lon.size)).T

away = distance_km(lon, lat, np.array([100.0]), np.array([26.0]))[:, 0]
truth = 120.0 * np.exp(-((away / 130.0) ** 2))
data = H @ truth + 0.3 * rng.normal(size=40)
prior = 80.0**2 * np.exp(-distance_km(lon, lat, lon, lat) / 150.0)
made = collocation.solve(H, 0.09 * np.eye(40), np.zeros((40, 0)), prior, data[:, None])

figure, panels = plt.subplots(1, 3, figsize=(10, 3.4), layout="constrained")
fields = {"truth": truth, "inversion": made.mean[:, 0], "standard deviation": np.sqrt(np.diag(made.covariance))}
for axes, (title, values) in zip(panels, fields.items()):
    image = axes.imshow(values.reshape(8, 8), extent=(98, 102, 24, 28), vmin=0, vmax=120, cmap="viridis")
    axes.plot(*stations.T, "w^", ms=4)
    axes.set_title(title)
figure.colorbar(image, ax=panels, label="mm of water")
figure.savefig(Path(__file__).with_suffix(".png").name)
error = np.sqrt(np.mean((made.mean[:, 0] - truth) ** 2))
print(f"rms of the error {error:.0f} mm, of the truth {np.sqrt(np.mean(truth**2)):.0f} mm")
