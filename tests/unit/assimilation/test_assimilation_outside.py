"""The load outside the land model's columns: it errs with the members inside, and is corrected with them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.assimilation.cycling.model_cycle import ModelCycle
from groundswell.core.assimilation.inputs.collocation import Problem
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.priors.outside_load import background_of, warn_of_missing_load
from groundswell.core.files import netcdf
from groundswell.core.geodesy import distance_km
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.earth_choice import Earth
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

ROW0, COLUMN0, SIZE, MARGIN = 160, 1079, 3, 6
DAYS = np.array([6910.0, 6922.0])
MEMBERS, LENGTH_KM = 600, 400.0
OPTIONS = AssimilationOptions(
    method="letkf", localization_km=0.0, members=MEMBERS, prior_error_mm=50.0, prior_correlation_length_km=LENGTH_KM
)


class Listener(SilentProgress):
    """Keeps the warnings."""

    def __init__(self):
        self.warnings = []

    def warn(self, message):
        self.warnings.append(message)


def a_problem():
    grid = Grid("M25").window(ROW0, COLUMN0, SIZE, SIZE)
    lon, lat = (values.ravel() for values in grid.lon_lat())
    cells = np.ones(grid.shape, dtype=bool)
    points = np.array([0, 4, 4])  # two of them in one cell
    return Problem(grid, cells, lon, lat, DAYS, np.zeros((2, 9)), points, np.zeros((2, 3)))


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """Return storage of a window that reaches six cells beyond the columns, and its cells outside them."""
    grid = Grid("M25").window(ROW0 - MARGIN, COLUMN0 - MARGIN, SIZE + 2 * MARGIN, SIZE + 2 * MARGIN)
    path = tmp_path_factory.mktemp("outside") / "storage.nc"
    with netcdf.create(path, "storage", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, DAYS)
        netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage", dtype="f8")[:] = np.zeros(
            (2, *grid.shape)
        )
    outside = np.ones(grid.shape, dtype=bool)
    outside[MARGIN:-MARGIN, MARGIN:-MARGIN] = False
    return SimpleNamespace(path=path, grid=grid, outside=outside)


def correlated_members(problem, seed=1):
    """Return members of the columns [epoch, member, cell] as the error model has them: 50 mm, 400 km."""
    distance = distance_km(problem.lon, problem.lat, problem.lon, problem.lat)
    root = np.linalg.cholesky(np.exp(-distance / LENGTH_KM))
    noise = np.random.default_rng(seed).standard_normal((2, MEMBERS, 9))
    return 300.0 + 50.0 * noise @ root.T


def deviations_of(wide, problem, members, **changes):
    options = AssimilationOptions(**{**vars(OPTIONS), **changes})
    with ThreadPoolExecutor(1) as pool:
        return background_of(wide.path, problem, options, pool, 1, members=members)


def load_of_the_outside(wide, problem):
    places = grid_cells(problem.grid).part(np.isin(np.arange(9), problem.points))
    return LoadOperator.of_cells(grid_cells(wide.grid).part(wide.outside.ravel()), places.lon, places.lat)


def test_inside_and_outside_err_as_one_field(wide):
    """Covariances with the storage inside, and of the displacement, are those of the error model over both."""
    problem = a_problem()
    members = correlated_members(problem)
    made = deviations_of(wide, problem, members)
    lon, lat = (values[wide.outside] for values in wide.grid.lon_lat())
    operator = load_of_the_outside(wide, problem)
    across = np.exp(-distance_km(problem.lon, problem.lat, lon, lat) / LENGTH_KM)
    expected = 50.0**2 * operator.apply(across)[:, 1]  # of the cell in the middle
    found = np.mean([members[k].T @ made.deviations[k][:, 1] for k in (0, 1)], axis=0) / (MEMBERS - 1)
    among = 50.0**2 * operator.apply(operator.apply(np.exp(-distance_km(lon, lat, lon, lat) / LENGTH_KM)).T)[1, 1]
    # 1200 draws: covariances are off by 3 % of the product of the standard deviations, one in a thousand by 10 %.
    np.testing.assert_allclose(found, expected, atol=0.1 * 50.0 * np.sqrt(among))
    assert np.abs(expected).min() > 0.6 * 50.0 * np.sqrt(among)
    assert made.deviations[:, :, 1].var() == pytest.approx(among, rel=0.12)
    assert np.abs(made.deviations.mean(axis=1)).max() < 1e-9
    np.testing.assert_array_equal(made.deviations[..., 1], made.deviations[..., 2])  # the same place


def test_members_that_all_agree_leave_the_rest_of_the_uncertainty(wide):
    """Where nothing is uncertain inside, less is outside: what the error model leaves of it given the inside."""
    problem = a_problem()
    known = deviations_of(wide, problem, np.full((2, MEMBERS, 9), 300.0)).deviations
    whole = deviations_of(wide, problem, correlated_members(problem)).deviations
    assert 0.1 < known.std() / whole.std() < 0.7


def test_independent_errors_do_not_reach_outside(wide):
    problem = a_problem()
    first, second = (
        deviations_of(wide, problem, correlated_members(problem, seed), prior_correlation_length_km=0.0).deviations
        for seed in (1, 2)
    )
    np.testing.assert_array_equal(first, second)


def test_the_outside_is_corrected_with_the_states(wide):
    """One epoch of the square root filter is the Kalman update of storage and outside by sampled covariances."""
    problem = a_problem()
    members = correlated_members(problem)
    outside = deviations_of(wide, problem, members).deviations[0]
    operator = LoadOperator.of_cells(grid_cells(problem.grid), problem.lon[[0, 4, 4]], problem.lat[[0, 4, 4]])
    options = AssimilationOptions(**{**vars(OPTIONS), "observation_error_mm": 0.5})
    cycle = ModelCycle.create(problem, operator.apply, options, SimpleNamespace(tells_nothing=False))
    cycle.outside = outside
    level, observed, stores = np.zeros(3), np.array([2.0, 2.5, 2.2]), np.zeros((MEMBERS, 9, 5))
    predicted = operator.apply(members[0]) + outside
    level = operator.apply(np.full(9, 300.0))
    requested, _ = cycle.analyse(DAYS[0], members[0], stores, level, observed)
    cycle.keep(DAYS[0], members[0], members[0] + requested.storage, level, observed, gain=np.zeros(3))
    both = np.concatenate([members[0], outside], axis=1)
    anomalies, response = both - both.mean(axis=0), predicted - predicted.mean(axis=0)
    total = response.T @ response / (MEMBERS - 1) + 0.25 * np.eye(3)
    gain = np.linalg.solve(total, response.T @ anomalies / (MEMBERS - 1)).T
    change = gain @ (observed + level - predicted.mean(axis=0))
    np.testing.assert_allclose(requested.storage.mean(axis=0), change[:9], rtol=1e-8)
    np.testing.assert_allclose(cycle.correction.mean(axis=0), change[9:], rtol=1e-8)
    after = outside + cycle.correction
    np.testing.assert_allclose(
        np.cov(after.T), np.cov(outside.T) - gain[9:] @ (response.T @ outside) / (MEMBERS - 1), rtol=1e-7
    )
    # Twelve days later a part of it is left, which the next prediction has.
    nothing = np.full(3, np.nan)
    before = cycle.correction.copy()
    cycle.outside = np.zeros_like(outside)
    cycle.analyse(DAYS[1], members[1], stores, level, nothing)
    left = np.exp(-12.0 / options.error_memory_days) * before
    np.testing.assert_allclose(
        cycle.displacement(DAYS[1], members[1]) - operator.apply(members[1]), left, rtol=1e-12, atol=1e-12
    )


def test_columns_that_hold_little_of_the_load_are_warned_of():
    """A window of a few cells is far from what moves it; cells over 1000 km and more are enough."""
    small, row, column = a_problem(), ROW0 - 40, COLUMN0 - 40
    cells = grid_cells(small.grid)
    progress = Listener()
    warn_of_missing_load(LoadOperator.of_cells(cells, cells.lon, cells.lat), Earth(), progress)
    (said,) = progress.warnings
    assert "The columns alone make 11%" in said
    assert "Give INPUT" in said
    wide = grid_cells(Grid("M25").window(row, column, 80, 80))
    warn_of_missing_load(LoadOperator.of_cells(wide, small.lon[4:5], small.lat[4:5]), Earth(), progress)
    assert len(progress.warnings) == 1
