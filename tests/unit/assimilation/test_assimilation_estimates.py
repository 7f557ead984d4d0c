"""What innovations say of the observations' errors."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from groundswell.core.assimilation.diagnostics.estimates import (
    best_error,
    desroziers,
    likely_error,
    log_likelihood,
    ranks,
)
from groundswell.core.assimilation.diagnostics.variogram import variogram
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.preparation import Sources
from groundswell.core.assimilation.tuning import tune_observation_error
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.report.tuning_report import write_tuning_report
from groundswell.core.work.progress import SilentProgress


def test_likelihood_is_that_of_a_gaussian():
    innovation = np.array([[3.0, np.nan], [-1.0, 2.0]])
    deviation = np.array([[2.0, 1.0], [1.0, 4.0]])
    used = np.isfinite(innovation)
    expected = np.sum(
        -0.5 * np.log(2 * np.pi * deviation[used] ** 2) - innovation[used] ** 2 / (2 * deviation[used] ** 2)
    )
    assert log_likelihood(innovation, innovation / deviation) == pytest.approx(expected, rel=1e-13)


def test_desroziers_finds_both_errors_where_the_gain_is_right():
    rng = np.random.default_rng(0)
    observation, forecast = rng.normal(0, 9, 200_000), rng.normal(0, 4, 200_000)
    innovation = observation - forecast
    residual = innovation * 81 / (81 + 16)
    # 200,000 draws: 0.5 % on the variance of the innovations.
    assert desroziers(innovation, residual) == pytest.approx((9.0, 4.0), rel=0.01)
    assert np.isnan(desroziers(np.array([1.0]), np.array([-1.0]))[0])
    assert np.isnan(desroziers(np.array([np.nan]), np.array([1.0]))).all()


def test_errors_are_found_between_the_runs():
    errors = np.array([7.0, 8.0, 9.0, 10.0])
    assert best_error(errors, np.array([1.3, 1.1, 0.9, 0.7])) == pytest.approx(8.5)
    assert np.isnan(best_error(errors, np.array([1.9, 1.8, 1.7, 1.6])))
    assert likely_error(errors, -((errors - 8.3) ** 2)) == pytest.approx(8.3)
    assert likely_error(errors, errors) == 10.0


@pytest.fixture(scope="module")
def distance():
    rows, columns = np.divmod(np.arange(400), 20)
    return 25.0 * np.hypot(rows[:, None] - rows, columns[:, None] - columns)


class TestVariogram:
    def test_finds_nugget_sill_and_length(self, distance):
        covariance = 20 * np.eye(400) + 60 * np.exp(-distance / 80.0)
        draws = np.random.default_rng(1).multivariate_normal(np.zeros(400), covariance, 300, method="cholesky")
        draws[np.random.default_rng(2).random(draws.shape) < 0.2] = np.nan
        found = variogram(draws + np.random.default_rng(3).normal(0, 30, (300, 1)), distance)
        # 300 epochs of 25 independent patches each: 2 % on a variance, more on the parts that trade off.
        assert found.length_km == pytest.approx(80.0, rel=0.15)
        assert found.nugget == pytest.approx(20.0, abs=6.0)
        assert found.sill == pytest.approx(60.0, rel=0.12)

    def test_of_independent_errors_is_flat(self, distance):
        found = variogram(np.random.default_rng(4).normal(0, 9, (65, 400)), distance)
        np.testing.assert_allclose(found.semivariance, 81.0, rtol=0.1)
        assert found.nugget + (found.sill if np.isfinite(found.length_km) else 0.0) == pytest.approx(81.0, rel=0.05)

    def test_of_one_point_is_nothing(self):
        assert np.isnan(variogram(np.ones((3, 1)), np.zeros((1, 1))).nugget)


def test_ranks_are_even_where_the_spread_is_right():
    rng = np.random.default_rng(5)
    counts = np.zeros(11)
    for day in range(60):
        members = rng.normal(0, 5, (11, 500))
        observed = members[10] + rng.normal(0, 3, 500)
        observed[::50] = np.nan
        mean = members[:10].mean(axis=0)
        used = np.isfinite(observed)
        deviations = (members[:10] - mean)[:, used]
        counts += ranks(deviations, (observed - mean)[used], np.full(490, 3.0), 1, float(day))
    assert counts.sum() == 60 * 490
    # Each of 11 ranks holds 2673 on average, with a standard error of 49.
    np.testing.assert_allclose(counts, counts.mean(), rtol=0.09)


def write_file(path, name, days, grid, values):
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name)[:] = values
    return path


@pytest.fixture
def files(tmp_path):
    """Storage without error and displacement that is noise of 5 mm."""
    grid, days = Grid("M25"), np.arange(6500.0, 7000.0, 12.0)
    noise = np.random.default_rng(6).normal(0, 5, (days.size, 6, 6))
    storage = write_file(tmp_path / "s.nc", "tws", days, grid.window(160, 1070, 10, 10), np.zeros((days.size, 10, 10)))
    observed = write_file(tmp_path / "o.nc", "vertical_displacement", days, grid.window(162, 1072, 6, 6), noise)
    return storage, Sources(observed)


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d"])
def test_sweep_picks_the_error_that_the_noise_has(files, tmp_path, method):
    options = AssimilationOptions(method=method, members=12, prior_error_mm=5.0)
    table, report = tmp_path / "table.csv", tmp_path / "report.html"
    result = tune_observation_error(*files, table, options, [3.0, 4.0, 5.0, 6.0, 7.0], progress=SilentProgress())
    # 42 x 36 values of 5 mm less their mean over 42 epochs: 4.94 mm, 2 % standard error.
    assert result.best_error_mm == pytest.approx(4.94, rel=0.06)
    assert result.likely_error_mm == pytest.approx(4.94, rel=0.06)
    assert not result.findings.innovations.coherent
    assert [row.pooled_std for row in result.rows] == sorted((row.pooled_std for row in result.rows), reverse=True)
    assert result.rows[2].desroziers_error_mm == pytest.approx(4.94, rel=0.06)
    assert result.findings.ranks.sum() == 42 * 36
    with table.open() as file:
        rows = list(csv.DictReader(file))
    assert [float(row["observation_error_mm"]) for row in rows] == [3.0, 4.0, 5.0, 6.0, 7.0]
    assert float(rows[0]["pooled_std"]) == result.rows[0].pooled_std
    write_tuning_report(result, report, ["something odd"])
    text = report.read_text()
    assert "something odd" in text
    assert "Fig. 8" in text


def test_a_sweep_row_is_the_run_itself(files, tmp_path):
    from groundswell.core.assimilation.run import assimilate

    options = AssimilationOptions(members=12, observation_error_mm=5.0)
    storage, sources = files
    alone = assimilate(storage, sources.displacement, tmp_path / "a.nc", options, SilentProgress())
    swept = tune_observation_error(*files, tmp_path / "t.csv", options, [4.0, 5.0], progress=SilentProgress())
    assert swept.rows[1].pooled_std == alone.pooled_innovation_std
    assert swept.rows[1].area_std == alone.innovations.area_std


@pytest.mark.parametrize(("errors", "way"), [([1.0, 2.0], "larger"), ([8.0, 9.0], "smaller"), ([3.0, 5.0, 7.0], "")])
def test_errors_beyond_those_tried_are_reported(files, tmp_path, errors, way):
    heard = SilentProgress()
    options = AssimilationOptions(members=12, prior_error_mm=5.0)
    tune_observation_error(*files, tmp_path / "t.csv", options, errors, progress=heard)
    told = [text for text in heard.warnings if "ERRORS" in text]
    assert len(told) == bool(way)
    assert all(f"try {way} ones" in text for text in told)


@pytest.mark.parametrize("errors", [[9.0], [9.0, 8.0], [9.0, 9.0]])
def test_errors_must_ascend(files, tmp_path, errors):
    with pytest.raises(InputError, match="ERRORS"):
        tune_observation_error(*files, tmp_path / "t.csv", AssimilationOptions(), errors, progress=SilentProgress())
