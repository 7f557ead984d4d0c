"""Errors of heights in the inversion: what follows the baselines goes, the motion stays, gaps and refusals."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 99.0, 27.0, 0.01, 0.01, 12, 10)
DAYS = 6575.0 + 46 * np.arange(24)  # ALOS' repeat
DATES = [str(np.datetime64("2000-01-01") + int(day)).replace("-", "") for day in DAYS]
PAIRS = [(i, j) for i in range(len(DAYS)) for j in range(i + 1, min(len(DAYS), i + 4))]
MM = -299792458 / 5405000500.0 / (4 * np.pi) * 1000
BOX = (99.0, 99.03, 26.97, 27.0)
REFERENCE = (slice(0, 3), slice(0, 3))


def truth():
    """Baselines that drift as ALOS' did, the motion, and the errors of heights in mm per 100 m [row, column]."""
    rng = np.random.default_rng(4)
    years = (DAYS - DAYS[0]) / 365.25
    baselines = 400 * years + rng.normal(0, 300, DAYS.size)
    velocity = np.linspace(-8, 8, GRID.columns)[None, :] * np.ones((GRID.rows, 1))
    motion = years[:, None, None] * velocity + 5 * np.cos(2 * np.pi * years)[:, None, None] * (velocity / 8)
    return baselines - baselines[0], velocity, motion, rng.normal(0, 3, GRID.shape)


@pytest.fixture
def stack(licsar_frame, tmp_path):
    """Return a checked stack, all baselines known, with a hole of seven dates at a third of the pixels."""
    baselines, _, motion, error = truth()
    seen = motion + error * baselines[:, None, None] / 100
    pairs = {}
    for i, j in PAIRS:
        phase = (seen[j] - seen[i]) / MM
        if not {i, j}.isdisjoint(range(8, 15)):
            phase[:, 8:] = 0
        pairs[f"{DATES[i]}_{DATES[j]}"] = (phase, np.full(GRID.shape, 200, "u1"))
    import_interferograms(licsar_frame(pairs, grid=GRID), tmp_path / "stack.nc")
    with netcdf.append(tmp_path / "stack.nc") as dataset:
        order = {(DAYS[i], DAYS[j]): baselines[j] - baselines[i] for i, j in PAIRS}
        first, second = (netcdf.read_float(dataset, f"{name}_date") for name in ("reference", "secondary"))
        dataset["perpendicular_baseline"][:] = [order[pair] for pair in zip(first, second)]
    box = CheckOptions(reference=BOX)
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", box)
    return tmp_path / "checked.nc"


def run(path, output, **options):
    progress = SilentProgress()
    invert_stack(path, output, None, InversionOptions(**options), progress)
    with netcdf.open_dataset(output) as dataset:
        return {
            name: netcdf.read_float(dataset, name) for name in dataset.variables if dataset[name].ndim > 1
        }, progress


def test_what_follows_the_baselines_goes_and_the_motion_stays(stack, tmp_path):
    _, velocity, motion, error = truth()
    plain, _ = run(stack, tmp_path / "plain.nc")
    found, progress = run(stack, tmp_path / "series.nc", dem_error=True)

    def relative(values):
        return values - values[(..., *REFERENCE)].mean(axis=(-2, -1))[..., None, None]

    assert np.abs(plain["velocity"] - relative(velocity)).max() > 20  # mm/yr: 4 mm/yr for each mm per 100 m
    # No noise: what is left is the rounding of float32 (some 1e-5 mm).
    whole = (..., slice(0, 8))
    np.testing.assert_allclose(found["velocity"][whole], relative(velocity)[whole], atol=1e-4)
    np.testing.assert_allclose(found["dem_error"][whole], relative(error)[whole], atol=1e-4)
    np.testing.assert_allclose(found["displacement"][whole], relative(motion - motion[0])[whole], atol=1e-4)
    np.testing.assert_array_equal(found["velocity_std"], plain["velocity_std"])  # not that of independent dates
    # In parts: as they were, and told.
    np.testing.assert_allclose(found["displacement"][:, :, 8:], plain["displacement"][:, :, 8:], atol=1e-4)
    assert np.isnan(found["dem_error"][:, 8:]).all()
    assert any("From 40 pixels no error of the height was removed" in text for text in progress.warnings)


def test_what_cannot_be_told_is_refused(stack, tmp_path):
    with netcdf.append(stack) as dataset:
        known = netcdf.read_float(dataset, "perpendicular_baseline")
        dataset["perpendicular_baseline"][:] = 0.0
    with pytest.raises(InputError, match="alike: they say nothing of DEM_ERROR"):
        run(stack, tmp_path / "series.nc", dem_error=True)
    with netcdf.append(stack) as dataset:
        last = netcdf.read_float(dataset, "secondary_date") == DAYS[-1]
        dataset["perpendicular_baseline"][:] = np.where(last, np.nan, known)
    with pytest.raises(InputError, match="no perpendicular baseline at 1 of 24 dates, which DEM_ERROR needs"):
        run(stack, tmp_path / "series.nc", dem_error=True)


def test_baselines_that_change_as_the_motion_leave_the_series(stack, tmp_path):
    with netcdf.append(stack) as dataset:
        first, second = (netcdf.read_float(dataset, f"{name}_date") for name in ("reference", "secondary"))
        dataset["perpendicular_baseline"][:] = second - first
    plain, _ = run(stack, tmp_path / "plain.nc")
    found, progress = run(stack, tmp_path / "series.nc", dem_error=True)
    np.testing.assert_allclose(found["displacement"], plain["displacement"], atol=1e-4)
    assert any("From 120 pixels no error of the height was removed" in text for text in progress.warnings)
