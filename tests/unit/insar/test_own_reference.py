"""A stack that came with a reference of its own keeps it, where another window is as complete."""

import numpy as np
import pytest
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.checking import check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 99.0, 27.0, 0.01, 0.01, 12, 12)
DAYS = 6575 + 24 * np.arange(24)
DATES = [str(np.datetime64("2000-01-01") + int(day)).replace("-", "") for day in DAYS]
MM = -299792458 / 5405000500.0 / (4 * np.pi) * 1000
OTHER = (slice(6, 9), slice(4, 7))


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("still", [True, False])
def test_the_still_corner_is_the_reference(licsar_frame, tmp_path, seed, still):
    rng = np.random.default_rng(seed)
    season = 15 * np.cos(2 * np.pi * DAYS / 365.25)
    moves = np.ones(GRID.shape)
    moves[:3, :3] = 0.0 if still else 0.9
    gone = rng.random(GRID.shape) < 0.5
    gone[:3, :3] = gone[OTHER] = False
    pairs = {}
    for i in range(len(DAYS)):
        for j in range(i + 1, min(len(DAYS), i + 4)):
            phase = (season[j] - season[i]) * moves / MM + rng.normal(0, 0.2, GRID.shape)
            phase[gone & (i < 10)] = 0
            pairs[f"{DATES[i]}_{DATES[j]}"] = (phase, np.full(GRID.shape, 180, "u1"))
    import_interferograms(licsar_frame(pairs, grid=GRID), tmp_path / "stack.nc")
    progress = SilentProgress()
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", progress=progress)
    with netcdf.open_dataset(tmp_path / "checked.nc") as dataset:
        area = netcdf.read_float(dataset, "reference_area") > 0
    inside = np.zeros(GRID.shape, bool)
    inside[:3, :3] = True
    if still:
        np.testing.assert_array_equal(area, inside)
    assert any("relative to the reference area as they come" in text for text in progress.warnings) == still
