"""Errors of gridded cells: air from neighbouring dates, decorrelation from the network of interferograms."""

import numpy as np
import pytest
from groundswell.core.displacement.cell_errors import CellErrors, WalkErrors, cell_errors, walk_errors, with_walk
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.insar.network_inversion import invert
from groundswell.core.insar.solver.network import network_of

GRID = RasterGrid(GEOGRAPHIC, 100.0, 26.0, 0.01, 0.01, 5, 4)
DAYS = 6000.0 + 12.0 * np.arange(40)
PAIRS = np.array([(i, j) for i in range(40) for j in range(i + 1, min(40, i + 4))])


def network(pairs=PAIRS):
    return network_of(DAYS[pairs[:, 0]], DAYS[pairs[:, 1]])


def test_the_walk_of_a_network_is_the_scatter_of_inverted_noise():
    noise = np.random.default_rng(2).normal(size=(len(PAIRS), 4000))
    series = invert(noise, PAIRS, DAYS).displacement
    simulated = np.mean((series - series.mean(axis=0)) ** 2)
    assert network().walk_variance() == pytest.approx(simulated, rel=0.05)  # 4000 walks: one in 60 of the variance


def test_parts_of_a_network_walk_each_by_itself():
    chain = np.array([(0, 1), (1, 2), (3, 4), (4, 5)])
    # The eigenvalues of three dates in a row are 0, 1 and 3.
    assert network(chain).walk_variance() == pytest.approx((1 + 1 / 3) * 2 / 6)


def series_file(path, noise=None, names=True, reference=((0, 0), (0, 1))):
    with netcdf.create(path, "series", "test") as dataset:
        netcdf.write_grid(dataset, GRID)
        if noise is not None:
            netcdf.add_variable(dataset, "noise_std", ("y", "x"), "mm", "noise")[:] = noise
        area = np.zeros(GRID.shape, dtype="u1")
        for place in reference:
            area[place] = 1
        netcdf.add_variable(dataset, "reference_area", ("y", "x"), "1", "reference", dtype="u1")[:] = area
        if names:
            dataset.interferograms = "20160105_20160117 20160117_20160129 20160105_20160129"
    return path


def test_cells_and_the_reference_area_walk_by_their_pixels(tmp_path):
    noise = np.full(GRID.shape, 2.0)
    noise[0, :2] = 4.0, np.nan
    walk = 2 / 9  # three dates, all pairs: eigenvalues 3 and 3
    with netcdf.open_dataset(series_file(tmp_path / "a.nc", noise)) as series:
        found = walk_errors(series, np.array([4.0, np.nan, 9.0]), np.array([10, 0, 1]))
    np.testing.assert_allclose(found.own, [walk * 0.4, 0.0, walk * 9.0])
    assert found.common == pytest.approx(walk * 16.0)  # one of the two pixels has no noise
    for number, options in enumerate(({"noise": noise, "names": False}, {"noise": None})):
        with netcdf.open_dataset(series_file(tmp_path / f"{number}.nc", **options)) as series:
            assert walk_errors(series, np.array([4.0]), np.array([10])) is None


def test_the_walk_of_the_reference_is_common_to_all_cells():
    rng = np.random.default_rng(6)
    air = rng.normal(0, 3, (40, 6))
    places = np.stack([50.0 * np.arange(6), np.zeros(6)], axis=1)
    found = cell_errors(air, np.ones((40, 6), dtype=np.uint16), DAYS, places)
    assert np.mean(found.std**2) == pytest.approx(9, rel=0.25)  # 240 values
    both = with_walk(found, WalkErrors(own=np.full(6, 1.0), common=4.0))
    np.testing.assert_allclose(both.std**2, found.std**2 + 5)
    before = np.mean(found.std**2)
    assert both.common_share == pytest.approx((found.common_share * before + 4) / (before + 5))
    assert both.correlation_length_km == found.correlation_length_km


def test_cells_without_an_error_have_none_with_the_walk():
    missing = CellErrors(np.full(2, np.nan), np.nan, np.nan)
    assert with_walk(missing, WalkErrors(own=np.ones(2), common=1.0)) is missing
