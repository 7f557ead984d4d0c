"""The spatio-temporal filter: against direct sums, LiCSBAS's step 16 on Mexico City, properties."""

import re

import numpy as np
import pytest
from groundswell.core.dates import day_number, parse_date
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.series import spatiotemporal_filter
from groundswell.core.insar.series.spatiotemporal_filter import SpatialLowPass, default_width, high_pass


@pytest.fixture
def field():
    """Values with gaps, and which of them count."""
    rng = np.random.default_rng(0)
    values = rng.normal(size=(23, 31))
    values[rng.random(values.shape) < 0.3] = np.nan
    return values, rng.random(values.shape) > 0.1


@pytest.mark.parametrize("together", [1 << 20, 50])
def test_space_against_direct_sums(field, monkeypatch, together):
    monkeypatch.setattr(spatiotemporal_filter, "_VALUES_TOGETHER", together)
    values, used = field
    tall, wide = 1.7, np.linspace(2.0, 2.6, 23)
    found = SpatialLowPass(23, 31, tall, wide).apply(values, used)
    there = np.isfinite(values) & used
    y, x = np.mgrid[:23, :31]
    for row, column in np.ndindex(values.shape):
        weight = np.exp(-((y - row) ** 2) / (2 * tall**2) - (x - column) ** 2 / (2 * wide[y] ** 2)) * there
        weight[(np.abs(y - row) > np.ceil(4 * tall)) | (np.abs(x - column) > np.ceil(4 * wide[y]))] = 0
        expected = np.sum(weight * np.where(there, values, 0)) / weight.sum()
        assert found[row, column] == pytest.approx(expected, abs=1e-12)


def test_space_keeps_constants_and_knows_its_reach(field):
    values, used = field
    low_pass = SpatialLowPass(23, 31, 1.0, np.full(23, 1.0))
    np.testing.assert_allclose(low_pass.apply(np.where(np.isnan(values), np.nan, 3.5), used), 3.5, atol=1e-10)
    lonely = np.full((23, 31), np.nan)
    lonely[3, 4] = 2.0
    found = low_pass.apply(lonely, np.ones((23, 31), bool))
    near = np.zeros((23, 31), bool)
    near[0:8, 0:9] = True  # four pixels in each direction
    np.testing.assert_allclose(found, np.where(near, 2.0, 0.0), atol=1e-4)
    np.testing.assert_array_equal(low_pass.apply(lonely, lonely == 0), 0.0)


def test_space_by_true_distances():
    grid = raster.RasterGrid("EPSG:4326", 10.0, 60.5, 0.01, 0.005, 41, 61)  # 552 m east by 557 m north in its middle
    impulse = np.zeros(grid.shape)
    impulse[30, 20] = 1.0
    found = SpatialLowPass.of_grid(grid, 2.0).apply(impulse, np.ones(grid.shape, bool))
    assert found[30, 24] / found[30, 20] == pytest.approx(np.exp(-0.5 * (4 * 0.5522 / 2.0) ** 2), rel=0.01)
    assert found[34, 20] / found[30, 20] == pytest.approx(np.exp(-0.5 * (4 * 0.5571 / 2.0) ** 2), rel=0.01)


def test_time_against_direct_sums():
    rng = np.random.default_rng(1)
    days = np.cumsum(rng.choice([6.0, 12.0, 24.0], 9))
    series = rng.normal(size=(9, 20))
    whole = high_pass(series, days, 20.0)
    holes = series.copy()
    holes[rng.random(holes.shape) < 0.3] = np.nan
    holes[:, 0] = np.nan
    found = high_pass(holes, days, 20.0)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(holes))
    for date in range(9):
        weight = np.exp(-0.5 * ((days - days[date]) / 20.0) ** 2)[:, None]
        np.testing.assert_allclose(whole[date], series[date] - (weight * series).sum(0) / weight.sum(), atol=1e-13)
        there = np.isfinite(holes[:, 1:])
        mean = np.nansum(weight * holes[:, 1:], axis=0) / (weight * there).sum(axis=0)
        np.testing.assert_allclose(found[date, 1:], holes[date, 1:] - mean, atol=1e-13)
    np.testing.assert_allclose(high_pass(np.full((9, 2), 4.0), days, 20.0), 0.0, atol=1e-14)
    assert default_width(np.array([0.0, 6.0, 24.0])) == 36.0


@pytest.mark.reference
def test_licsbas_step_16_on_mexico_city(reference):
    folder = reference / "insar" / "mexico_cropA" / "peer_licsbas2"
    with netcdf.open_dataset(folder / "cum.h5") as before, netcdf.open_dataset(folder / "cum_filt.h5") as after:
        series, expected = netcdf.read_float(before, "cum"), netcdf.read_float(after, "cum")
        used = netcdf.read_float(after, "mask") == 1
        days = np.array([day_number(parse_date(str(date))) for date in netcdf.read(before, "imdates")], float)
        column, row = (int(text) for text in re.findall(r"(\d+):", str(after["refarea"][...])))
        corner = netcdf.read_float(after, "corner_lat"), netcdf.read_float(after, "corner_lon")
        step = float(netcdf.read_float(after, "post_lon"))
        years = float(netcdf.read_float(after, "filtwidth_yr"))
    assert default_width(days) == pytest.approx(365.25 * years, abs=1e-4)
    # LiCSBAS makes the result relative to a pixel of the series before the filter.
    expected = expected + series[:, row, column][:, None, None]
    text = (folder / "info" / "13parameters.txt").read_text()
    width, height = (float(re.search(rf"pixel_spacing_{axis}:\s+([\d.]+)", text)[1]) for axis in "ra")
    grid = raster.RasterGrid("EPSG:4326", float(corner[1]) - step / 2, float(corner[0]) + step / 2, step, step, 100, 60)
    theirs = SpatialLowPass(60, 100, 2000 / height, np.full(60, 2000 / width))
    fast = high_pass(series.reshape(len(days), -1), days, default_width(days)).reshape(series.shape)
    # With its pixel spacing (a sphere) 0.001 mm of up to 60 mm: its kernel ends 3 pixels further. With ours 0.02 mm.
    for low_pass, tolerance in ((theirs, 0.002), (SpatialLowPass.of_grid(grid, 2.0), 0.03)):
        found = np.stack([values - low_pass.apply(part, used) for values, part in zip(series, fast)])
        np.testing.assert_array_equal(np.isnan(found), np.isnan(expected))
        np.testing.assert_allclose(found, expected, rtol=0, atol=tolerance)
