"""What interferograms determine and what a gap model makes up are told apart, from the series to the cells."""

import numpy as np
import pytest
from groundswell.core.displacement.tied_means import TiedMeans, parts_of
from groundswell.core.insar.network_inversion import NetworkSolver
from groundswell.core.insar.series.seasons import _Planes
from groundswell.core.insar.solver.motion import motion_model

DAYS = 6000.0 + 12.0 * np.arange(110)
YEARS = DAYS / 365.25
PAIRS = np.array([(i, j) for i in range(110) for j in range(i + 1, min(110, i + 5))])
SEASON = 15 * np.cos(2 * np.pi * YEARS)
MODEL = motion_model(DAYS, seasonal=True)


def solved(lost, noise=0.5, n_pixels=40, **options):
    rng = np.random.default_rng(3)
    data = (SEASON[PAIRS[:, 1]] - SEASON[PAIRS[:, 0]])[:, None] + rng.normal(0, noise, (len(PAIRS), n_pixels))
    data[lost] = np.nan
    return NetworkSolver(PAIRS, DAYS, **options).solve(data, motion=MODEL)


@pytest.mark.parametrize("gap_model", ["linear", "seasonal"])
def test_a_late_start_does_not_turn_the_season_into_a_trend(gap_model):
    """The whole linear series has -7 mm/yr here; from 50 dates the true 0 follows within its error."""
    result = solved(PAIRS[:, 0] < 60, gap_model=gap_model)
    assert not result.motion.part[:60].any()
    assert (result.motion.part[60:] == 1).all()
    error = result.motion.coefficients[0] / np.sqrt(result.motion.covariance[0, 0])
    assert 0.7 < np.sqrt(np.mean(error**2)) < 1.3  # 40 draws: 11 %
    assert np.sqrt(np.mean(result.motion.covariance[0, 0])) < 6


def test_winters_without_data_leave_parts_with_constants_of_their_own():
    winter = np.isin((YEARS * 12).astype(int) % 12, (0, 1, 10, 11))
    result = solved(winter[PAIRS].any(axis=1))
    part = result.motion.part[:, 0]
    assert not part[winter].any()
    assert list(dict.fromkeys(part[~winter].tolist())) == [1, 2, 3, 4]
    amplitude = np.hypot(*result.motion.coefficients[1:3])
    assert amplitude.mean() == pytest.approx(15, abs=1.5)


def test_nothing_missing_is_one_part_and_the_plain_fit():
    result = solved(np.zeros(len(PAIRS), bool))
    assert (result.motion.part == 1).all()
    design = np.column_stack([np.ones(110), MODEL.terms])
    expected = np.linalg.lstsq(design, result.displacement, rcond=None)[0][1:]
    np.testing.assert_allclose(result.motion.coefficients, expected, atol=1e-9)


@pytest.mark.parametrize(("air", "missing"), [(0.0, 0.0), (2.0, 0.0), (5.0, 0.0), (5.0, 0.3)])
def test_stated_errors_are_the_true_ones(air, missing):
    """Decorrelation alone, with air, with gaps: true over stated error of velocity, season and dates."""
    rng = np.random.default_rng(11)
    n_pixels = 400
    truth = SEASON[:, None] + rng.normal(0, air, (110, n_pixels))
    data = truth[PAIRS[:, 1]] - truth[PAIRS[:, 0]] + rng.normal(0, 1.5, (len(PAIRS), n_pixels))
    data[rng.random(data.shape) < missing] = np.nan
    result = NetworkSolver(PAIRS, DAYS).solve(data, motion=MODEL, date_std=True)
    found, covariance = result.motion.coefficients, result.motion.covariance
    for k, true in enumerate((0.0, 15.0, 0.0)):
        ratio = np.sqrt(np.mean((found[k] - true) ** 2) / np.mean(covariance[k, k]))
        assert 0.85 < ratio < 1.15, k  # 400 draws: 3.5 %, and the estimate of the errors itself
    whole = (result.motion.part == 1).all(axis=0)
    error = result.displacement[:, whole] - SEASON[:, None]
    error -= error.mean(axis=0)
    ratio = np.sqrt(np.mean(error**2, axis=1) / np.mean(result.displacement_std[:, whole] ** 2, axis=1))
    assert ratio.min() > 0.8
    assert ratio.max() < 1.2


def test_cells_do_not_jump_where_pixels_come_and_go():
    """Two thirds of the pixels lack the winters and begin anywhere: the mean is the season all the same."""
    rng = np.random.default_rng(5)
    values = np.repeat(SEASON[:, None] - SEASON[0], 90, axis=1)
    winter = np.isin((YEARS * 12).astype(int) % 12, (0, 1, 10, 11))
    parts = np.ones(values.shape, np.uint16)
    for pixel in range(60):
        parts[winter, pixel] = 0
        values[winter, pixel] = 300  # whatever a model makes up
        parts[~winter, pixel] = 1 + np.cumsum(np.diff(np.flatnonzero(~winter), prepend=0) > 1)
        values[:, pixel] += rng.normal(0, 50, 10)[parts[:, pixel]]
    means = TiedMeans(DAYS, 2)
    means.add(np.zeros(90, int), values, parts)
    means.add(np.ones(30, int), values[:, 60:], parts[:, 60:])
    mean, part = means.solve()
    np.testing.assert_allclose(mean[:, 0] - mean[:, 0].mean(), SEASON - SEASON.mean(), atol=1e-9)
    np.testing.assert_allclose(mean[:, 1], values[:, 70], atol=1e-12)  # nothing is missing there: the plain mean
    assert (part == 1).all()
    assert means.incomplete.tolist() == [0]


def test_a_cell_without_any_winter_is_tied_by_trend_and_season():
    winter = np.isin((YEARS * 12).astype(int) % 12, (0, 1, 10, 11))
    numbers = np.where(winter, 0, 1 + np.cumsum(np.diff(~winter, prepend=False) & ~winter))
    values = np.repeat((SEASON + 3 * numbers)[:, None], 20, axis=1)  # constants that mean nothing
    means = TiedMeans(DAYS, 1)
    means.add(np.zeros(20, int), values, np.repeat(numbers[:, None], 20, axis=1).astype(np.uint16))
    mean, part = means.solve()
    assert np.isnan(mean[winter]).all()
    assert len(np.unique(part[~winter])) == 4
    left = mean[~winter, 0] - SEASON[~winter]
    assert np.ptp(left) < 0.01


def test_parts_of_a_file_count_from_one_where_determined():
    values = np.array([[1.0, np.nan, 2.0, 3.0]])
    determined = np.array([[True, True, False, True]])
    assert parts_of(values, determined, np.array([[0, 0, 0, 4]])).tolist() == [[1, 0, 0, 5]]
    assert parts_of(values, None, None).tolist() == [[1, 0, 1, 1]]


def neighbours_season(noise_mm, keep):
    """Return pixels' season by planes through the neighbours that are kept, its variance, and the truth."""
    row, column = np.mgrid[0:60, 0:80].astype(float)
    truth = np.stack([5 + 0.2 * row - 0.1 * column, -3 + 0.05 * column])
    season = truth + np.random.default_rng(4).normal(0, noise_mm, truth.shape)
    rows, columns = np.array([30, 5, 52]), np.array([40, 70, 3])
    value, variance = _Planes(keep(row, column), season.astype("f4")).at(rows, columns, (10, 15))
    return value, variance, truth[:, rows, columns]


def test_a_season_that_changes_over_the_frame_is_no_scatter():
    value, variance, truth = neighbours_season(0.3, lambda row, column: (row + 2 * column) % 3 == 0)
    # A box of 21 by 31 pixels has the slope's variance of 1.9 mm^2; every third pixel makes the plane sure to 0.03 mm.
    np.testing.assert_allclose(value, truth, atol=0.1)
    np.testing.assert_allclose(variance, 0.09, rtol=0.25)


def test_beyond_the_neighbours_a_plane_is_less_sure_and_beside_few_there_is_none():
    outside = neighbours_season(0.3, lambda row, column: column < 34)
    inside = neighbours_season(0.3, lambda row, column: column < 60)
    assert outside[1][0] > 1.01 * inside[1][0]
    assert np.isnan(outside[0][:, 1]).all()
    assert np.isnan(outside[1][1])
    # All neighbours in one column: no slope across, and the error of that is in the scatter along the column only.
    value, variance, truth = neighbours_season(0.3, lambda row, column: column == 41)
    np.testing.assert_allclose(value[:, 0], truth[:, 0], atol=0.4)
    assert np.isfinite(variance[0])
