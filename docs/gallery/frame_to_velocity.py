"""From a frame of interferograms to a map of velocity.

The synthetic study area (tiny, with known truth) in the layout of a LiCSAR frame: read, checked, inverted.
"""

import tempfile
from pathlib import Path

import groundswell
import matplotlib

matplotlib.use("Agg")
import numpy as np
from groundswell.core.files.raster import read_raster
from matplotlib import pyplot as plt

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    area = groundswell.create_example(folder / "area", "tiny", seed=7)
    groundswell.import_interferograms(area.frame, folder / "stack.nc", corrections=area.gacos)
    reference = (area.reference_lon, area.reference_lat)
    groundswell.check_interferograms(folder / "stack.nc", folder / "checked.nc", reference=reference)
    groundswell.invert_interferograms(folder / "checked.nc", folder / "series.nc", folder / "velocity.tif", workers=1)
    velocity, grid = read_raster(folder / "velocity.tif")

figure, axes = plt.subplots(figsize=(6, 5), layout="constrained")
limit = np.nanpercentile(np.abs(velocity), 98)
extent = (grid.x.min(), grid.x.max(), grid.y.min(), grid.y.max())
image = axes.imshow(velocity, cmap="RdBu", vmin=-limit, vmax=limit, extent=extent)
axes.set(title="Synthetic data", xlabel="longitude", ylabel="latitude")
figure.colorbar(image, label="line-of-sight velocity (mm/yr)")
figure.savefig(Path(__file__).with_suffix(".png").name)
print(f"{np.isfinite(velocity).sum()} pixels, median {np.nanmedian(velocity):.1f} mm/yr")
