"""The ensemble of a single storage series."""

from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.assimilation.errors.prior_errors import (
    ErrorField,
    PriorErrors,
    additive,
    lognormal,
    relative_errors,
)
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.priors.from_storage import DrawnMembers, spacing_km
from groundswell.core.errors import InputError
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.blocks import executor


@pytest.fixture(scope="module")
def fields():
    """Draws of a field of 20 x 30 cells of 25 km x 30 km, correlated over 100 km."""
    field = ErrorField.create((20, 30), (25.0, 30.0), 100.0)
    rng = np.random.default_rng(0)
    return np.concatenate([field.pair(rng) for _ in range(1500)])


def correlation(fields, first, second):
    return np.mean(fields[:, first[0], first[1]] * fields[:, second[0], second[1]])


class TestErrorField:
    def test_has_unit_variance_everywhere(self, fields):
        # 3000 draws: 2.6 % standard error of a variance.
        np.testing.assert_allclose(fields.var(axis=0), 1.0, atol=0.12)

    @pytest.mark.parametrize(
        ("cell", "distance"), [((5, 6), 30.0), ((9, 5), 100.0), ((9, 10), np.hypot(100, 150)), ((19, 29), 793.0)]
    )
    def test_correlation_falls_exponentially_with_true_distance(self, fields, cell, distance):
        assert correlation(fields, (5, 5), cell) == pytest.approx(np.exp(-distance / 100.0), abs=0.07)

    def test_spectrum_holds_the_correlation_to_a_hundredth(self):
        got = ErrorField.create((40, 40), (25.0, 25.0), 400.0).correlation()
        distance = np.hypot(*np.mgrid[:40, :40]) * 25.0
        near = distance < 500
        np.testing.assert_allclose(got[near], np.exp(-distance[near] / 400.0), atol=0.06)

    def test_the_two_of_a_pair_are_independent(self, fields):
        assert abs(np.mean(fields[0::2] * fields[1::2])) < 0.01

    def test_length_zero_is_white(self):
        rng = np.random.default_rng(1)
        field = ErrorField.create((30, 30), (25.0, 25.0), 0.0)
        draws = np.concatenate([field.pair(rng) for _ in range(50)])
        assert abs(np.mean(draws[:, 1:] * draws[:, :-1])) < 0.02


class TestPriorErrors:
    @staticmethod
    def errors(workers=1, members=6, memory=60.0, seed=1):
        field = ErrorField.create((6, 5), (25.0, 25.0), 50.0)
        cells = np.ones((6, 5), dtype=bool)
        cells[0, 0] = False
        with executor(workers) as pool:
            prior = PriorErrors(field, cells, members, seed, memory, pool=pool)
            return np.array([prior.advance(day).copy() for day in np.arange(0.0, 1200.0, 12.0)])

    def test_have_zero_mean_over_the_members_and_unit_variance(self):
        errors = self.errors(members=24)
        np.testing.assert_allclose(errors.mean(axis=1), 0, atol=1e-14)
        assert errors.var(axis=1, ddof=1).mean() == pytest.approx(24 / 23, abs=0.06)

    def test_forget_with_the_memory(self):
        errors = self.errors(members=24)
        for lag in (1, 5):
            got = np.mean(errors[lag:] * errors[:-lag])
            assert got == pytest.approx(np.exp(-12 * lag / 60.0), abs=0.06)

    def test_do_not_depend_on_the_number_of_workers(self):
        np.testing.assert_array_equal(self.errors(1), self.errors(4))

    def test_depend_on_the_seed(self):
        assert not np.array_equal(self.errors(), self.errors(seed=2))

    def test_odd_numbers_of_members_are_possible(self):
        assert self.errors(members=5).shape == (100, 5, 29)


def test_members_keep_the_mean_of_the_storage():
    rng = np.random.default_rng(3)
    errors = rng.normal(size=(24, 50))
    errors -= errors.mean(axis=0)
    storage = rng.uniform(500, 900, 50)
    np.testing.assert_allclose(additive(storage, errors, 60.0).mean(axis=0), storage, rtol=1e-14)
    assert additive(storage, errors, 60.0).std() > 30
    members = lognormal(storage, errors, relative_errors(storage, 500.0, 60.0))
    np.testing.assert_allclose(members.mean(axis=0), storage, rtol=1e-13)
    assert members.min() > 0
    # The factors' standard deviation is that of the draws, 1 on average, times 60 mm, to second order.
    assert np.sqrt(np.mean(members.var(axis=0, ddof=1))) == pytest.approx(60.0, rel=0.1)


def test_lognormal_errors_need_positive_storage():
    options = AssimilationOptions(prior_error_model="lognormal")
    series = np.array([[100.0, -5.0], [120.0, 3.0]])
    with pytest.raises(InputError, match="Choose additive"):
        DrawnMembers(series, np.array([0.0, 12.0]), None, options)


@pytest.mark.parametrize("row", [292, 170, 60])
def test_cells_of_equal_area_are_flatter_away_from_the_equator(row):
    south_north, east_west = spacing_km(Grid("M25").window(row, 700, 4, 4))
    # The projection is true at 30 degrees; sphere for ellipsoid and the step from centre to centre leave 1 %.
    latitude = float(Grid("M25").center(row + 2, 702)[1])
    assert east_west == pytest.approx(25.02526 * np.cos(np.radians(latitude)) / np.cos(np.radians(30)), rel=0.01)
    assert south_north * east_west == pytest.approx(25.02526**2, rel=0.01)
