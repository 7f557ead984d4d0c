"""The ground under a disk of water.

A disk of one metre of water presses the ground below it down, and tilts it far beyond its edge. The response follows
from the load Love numbers of PREM; a wider disk sinks deeper, as more water lies on the same Earth.
"""

from pathlib import Path

import groundswell
import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot as plt

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for radius_km in (5.0, 14.0, 50.0):
    distance_km, displacement_mm = groundswell.load_response(radius_km)
    axes.plot(distance_km, displacement_mm, label=f"{radius_km:g} km")
    print(f"radius {radius_km:4.0f} km: {displacement_mm[0]:.2f} mm at the centre")
axes.set(xscale="symlog", xlabel="distance from the centre (km)", ylabel="vertical displacement (mm per m of water)")
axes.legend(title="radius of the disk")
figure.savefig(Path(__file__).with_suffix(".png").name)
