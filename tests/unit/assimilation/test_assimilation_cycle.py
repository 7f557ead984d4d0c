"""The filter in time, on arrays."""

from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.assimilation.analysis import update_cells
from groundswell.core.assimilation.diagnostics.innovation_record import InnovationRecord
from groundswell.core.assimilation.errors.observation_error import ObservationError
from groundswell.core.assimilation.errors.perturbations import seasonal_biases
from groundswell.core.assimilation.filter.epochs import Cycle
from groundswell.core.assimilation.filter.innovations import Innovations
from groundswell.core.assimilation.filter.schemes import Correction, OneDimensional, OpenLoop
from groundswell.core.assimilation.inputs.anomalies import common_level


class Shift:
    """Adds fixed increments: makes the fading visible by hand."""

    def __init__(self, increments):
        self.increments = iter(increments)

    def analyse(self, day, states, predicted, observed):
        return Correction(states + next(self.increments), np.zeros(predicted.shape[1]))


def independent(points, std):
    return ObservationError(np.full(points, std**2))


def one_dimensional(points, std, response, memory=60.0, seed=3, perturbed=True):
    """Return the paper's filter of cells that see their own load only."""
    scheme = OneDimensional(np.full(points, std), seed, perturbed)
    return Cycle(scheme, lambda s: response * s, np.arange(points), independent(points, std), memory)


def test_an_increment_persists_fades_and_adds_up():
    cycle = Cycle(Shift([10.0, 0.0, 5.0]), lambda s: -0.1 * s, np.arange(1), independent(1, 1.0), 60.0)
    priors = np.array([[[1.0], [3.0]], [[2.0], [4.0]], [[0.0], [9.0]]])
    steps = [cycle.step(day, prior, np.zeros(1), np.zeros(1)) for day, prior in zip((0.0, 12.0, 36.0), priors)]
    first, second, third = (epoch.states for epoch in cycle.finished(last=True))
    fade = np.exp(-12 / 60)
    np.testing.assert_allclose(first, priors[0] + 10, rtol=1e-14)
    np.testing.assert_allclose(second, priors[1] + 10 * fade, rtol=1e-14)
    np.testing.assert_allclose(third, priors[2] + 10 * fade * np.exp(-24 / 60) + 5, rtol=1e-14)
    # The innovation is that of the forecast, which carries the faded increment.
    np.testing.assert_allclose(steps[1].innovations.innovation, 0.1 * (3.0 + 10 * fade), rtol=1e-14)


def test_each_member_may_fade_in_its_own_time():
    memory = np.array([[30.0], [90.0]])
    cycle = Cycle(Shift([10.0, 0.0]), lambda s: s, np.arange(1), independent(1, 1.0), memory)
    prior = np.array([[0.0], [1.0]])
    for day in (0.0, 30.0):
        cycle.step(day, prior, np.zeros(1), np.zeros(1))
    last = cycle.finished()[-1]
    np.testing.assert_allclose(last.states, prior + 10 * np.exp(-30 / memory), rtol=1e-14)


def test_equal_parts_on_the_days_since_the_last_epoch_fade_from_each_day_on():
    scheme, prior = Shift([10.0, 6.0]), np.array([[0.0], [1.0]])
    cycle = Cycle(scheme, lambda s: s, np.arange(1), independent(1, 1.0), 60.0, equal_days=True)
    for day in (0.0, 12.0):
        cycle.step(day, prior, np.zeros(1), np.zeros(1))
    first, second = (epoch.states for epoch in cycle.finished(last=True))
    np.testing.assert_allclose(first, prior + 10, rtol=1e-14)  # nothing before it
    by_hand = 10 * np.exp(-12 / 60)
    for day in range(1, 13):
        by_hand += 6 / 12 * np.exp(-(12 - day) / 60)
    np.testing.assert_allclose(second, prior + by_hand, rtol=1e-14)


def test_only_the_chosen_cells_carry_increments_but_all_carry_load():
    cycle = Cycle(Shift([4.0, 0.0]), lambda s: s.sum(axis=-1, keepdims=True), np.array([2]), independent(1, 1.0), 60.0)
    prior = np.arange(6.0).reshape(2, 3)
    assert cycle.step(0.0, prior, np.array([1.0]), np.zeros(1)).innovations.innovation == -(
        prior.sum(axis=1).mean() - 1
    )
    step = cycle.step(60.0, prior, np.zeros(1), np.zeros(1))
    np.testing.assert_allclose(step.predicted[:, 0], prior.sum(axis=1) + 4 * np.exp(-1), rtol=1e-14)
    np.testing.assert_allclose(cycle.finished()[0].states, prior[:, 2:] + 4, rtol=1e-14)


class TestOneDimensional:
    @pytest.fixture
    def fields(self):
        rng = np.random.default_rng(4)
        prior = rng.normal(0, 60, (24, 10))
        return prior, -0.05 * prior, rng.normal(0, 5, 10)

    def test_is_the_papers_update_with_the_epochs_own_draws(self, fields):
        prior, predicted, observed = fields
        error = np.full(10, 9.0)
        scheme = OneDimensional(error, 3, perturbed=True)
        first = scheme.analyse(100.0, prior, predicted, observed).states
        np.testing.assert_array_equal(first, scheme.analyse(100.0, prior, predicted, observed).states)
        assert not np.array_equal(first, scheme.analyse(112.0, prior, predicted, observed).states)
        deterministic = OneDimensional(error, 3, perturbed=False).analyse(100.0, prior, predicted, observed).states
        # Draws have zero mean over the members: both give the same mean.
        np.testing.assert_allclose(first.mean(axis=0), deterministic.mean(axis=0), rtol=1e-10)

    def test_an_empty_epoch_changes_nothing(self, fields):
        prior, _, _ = fields
        cycle = one_dimensional(10, 9.0, -0.05)
        step = cycle.step(0.0, prior, np.zeros(10), np.full(10, np.nan))
        np.testing.assert_array_equal(cycle.finished()[0].states, prior)
        for values in (step.innovations.innovation, step.innovations.residual, step.innovations.normalized, step.gain):
            assert np.isnan(values).all()
        assert np.isnan(step.innovations.expected_area_mean)

    def test_normalized_innovation_is_equation_9(self, fields):
        prior, predicted, observed = fields
        cycle = one_dimensional(10, 9.0, -0.05)
        step = cycle.step(0.0, prior, np.zeros(10), observed)
        after = -0.05 * cycle.finished()[0].states.mean(axis=0)
        np.testing.assert_allclose(step.innovations.residual, observed - after, rtol=1e-12)
        expected = (observed - predicted.mean(axis=0)) / np.sqrt(81 + predicted.var(axis=0, ddof=1))
        np.testing.assert_allclose(step.innovations.normalized, expected, rtol=1e-12)
        covariance = np.cov(predicted, rowvar=False) + 81 * np.eye(10)
        scaled = covariance / np.sqrt(np.outer(np.diag(covariance), np.diag(covariance)))
        assert step.innovations.expected_area_mean == pytest.approx(np.sqrt(scaled.mean()), rel=1e-12)


def test_a_seasonal_bias_that_may_be_there_makes_the_filter_careful():
    """The exact consider filter: one cell, one year of epochs, a bias that is never corrected."""
    rng = np.random.default_rng(11)
    size, response, std, error, bias = 4000, -0.1, 60.0, 2.0, 3.0
    fade = np.exp(-12 / 60)
    amplitudes = seasonal_biases(5, size, bias)
    scheme = OneDimensional(np.array([error]), 1, perturbed=False)
    cycle = Cycle(scheme, lambda s: response * s, np.arange(1), independent(1, error), 60.0, seasonal_bias=amplitudes)
    state = rng.normal(0, std, (size, 1))
    # Joint covariance of storage and the two amplitudes.
    joint = np.diag([std**2, bias**2, bias**2])
    for epoch in range(20):
        if epoch:
            state = fade * state + np.sqrt(1 - fade**2) * rng.normal(0, std, state.shape)
            keep = np.diag([fade, 1.0, 1.0])
            joint = keep @ joint @ keep + np.diag([(1 - fade**2) * std**2, 0.0, 0.0])
        angle = 2 * np.pi * 12.0 * epoch / 365.25
        seen = np.array([response, np.cos(angle), np.sin(angle)])
        total = seen @ joint @ seen + error**2
        gain = np.array([(joint @ seen)[0] / total, 0.0, 0.0])  # the bias is considered, not corrected
        step = cycle.step(12.0 * epoch, state, np.zeros(1), np.zeros(1))
        change = np.eye(3) - np.outer(gain, seen)
        joint = change @ joint @ change.T + error**2 * np.outer(gain, gain)
        # 4000 members: 1.1 % standard error of a standard deviation, and what the gains add to it.
        assert cycle.finished()[0].states.std() == pytest.approx(np.sqrt(joint[0, 0]), rel=0.06)
        assert step.gain[0] == pytest.approx(gain[0], rel=0.08)
    without = one_dimensional(1, error, response)
    without.step(0.0, state, np.zeros(1), np.zeros(1))
    assert without.finished()[0].states.std() < 0.8 * np.sqrt(joint[0, 0])


def linear_twin(assumed, seed, true=9.0, memory=60.0, cells=60, epochs=65):
    """Cells that do not see each other, with prior, truth and observations of the same statistics."""
    rng = np.random.default_rng(seed)
    fade, response, std = np.exp(-12 / memory), -0.1, 60.0
    state = rng.normal(0, std, (25, cells))
    cycle = one_dimensional(cells, assumed, response, memory, seed)
    normalized, squares = [], []
    for epoch in range(epochs):
        members, truth = state[:24], state[24]
        observed = response * truth + rng.normal(0, true, cells)
        step = cycle.step(12.0 * epoch, members, np.zeros(cells), observed)
        after = cycle.finished()[0].states.mean(axis=0)
        normalized.append(step.innovations.normalized)
        squares.append([(members.mean(0) - truth) ** 2, (after - truth) ** 2])
        state = fade * state + np.sqrt(1 - fade**2) * rng.normal(0, std, state.shape)
    return np.array(normalized), np.sqrt(np.mean(squares, axis=(0, 2)))


def test_twin_with_the_right_error_has_unit_innovations_and_gains():
    normalized, (open_loop, analysis) = linear_twin(9.0, 1)
    # 65 x 60 innovations, about 25 epochs of which are independent of each other: 2 % standard error.
    assert normalized.std() == pytest.approx(1.0, abs=0.06)
    # Kalman filter of AR(1), sd 60 mm, memory 60 d, h = -0.1, r = 9 mm: the steady state has 47.1 mm.
    variance = 3600.0
    for _ in range(200):
        forecast = np.exp(-24 / 60) * variance + (1 - np.exp(-24 / 60)) * 3600
        variance = forecast * 81 / (0.01 * forecast + 81)
    # 24 members: their mean errs by sqrt(1 + 1/24) more, and their gains are noisy.
    assert analysis == pytest.approx(np.sqrt(variance), rel=0.08)
    assert analysis < 0.9 * open_loop


@pytest.mark.parametrize(("assumed", "low", "high"), [(7.0, 1.1, 1.4), (12.0, 0.7, 0.9)])
def test_innovations_betray_a_wrong_error(assumed, low, high):
    normalized, _ = linear_twin(assumed, 1)
    assert low < normalized.std() < high


class TestCommonLevel:
    def test_takes_the_mean_over_the_common_epochs_of_both(self):
        days = np.array([0.0, 10.0, 30.0, 40.0])
        observed = np.array([[1.0, np.nan], [2.0, 5.0], [6.0, np.nan], [np.nan, np.nan]])
        predicted = np.array([[10.0, 7.0], [20.0, 7.0], [30.0, 7.0], [99.0, 7.0]])
        removed = common_level(days, observed, predicted, trend=False)
        assert removed.observed_at(1e4)[0] == 3.0
        assert removed.predicted_at(-1e4)[0] == 20.0
        # One epoch alone is zero by construction and says nothing.
        assert np.isnan(removed.observed_at(0.0)[1])

    def test_takes_out_a_line_where_asked_to(self):
        days = np.arange(0.0, 400.0, 12.0)
        observed = np.stack([3 + 0.02 * days, -1 - 0.01 * days], axis=1)
        observed[::3, 1] = np.nan
        removed = common_level(days, observed, 2 * observed, trend=True)
        left = observed - np.stack([removed.observed_at(day) for day in days])
        np.testing.assert_allclose(left[np.isfinite(left)], 0, atol=1e-12)
        np.testing.assert_allclose(removed.observed[1], [0.02 * 365.25, -0.01 * 365.25], rtol=1e-12)
        np.testing.assert_allclose(removed.predicted[1], 2 * removed.observed[1], rtol=1e-12)

    def test_needs_three_epochs_for_a_line(self):
        removed = common_level(np.array([0.0, 1.0]), np.ones((2, 1)), np.ones((2, 1)), trend=True)
        assert np.isnan(removed.observed).all()


def statistics_of(normalized, expected_area):
    """Return the statistics of normalized innovations [epoch, point] without neighbours."""
    record = InnovationRecord(*normalized.shape)
    for epoch, (values, expected) in enumerate(zip(normalized, expected_area)):
        record.keep(epoch, Innovations(values, values, values, values, values, expected, np.nan, np.nan))
    return record.statistics()


class TestStatistics:
    def test_of_epochs_and_of_all(self):
        normalized = np.array([[1.0, -1.0, np.nan], [3.0, 1.0, 2.0], [np.nan] * 3])
        found = statistics_of(normalized, np.array([0.3, 0.4, np.nan]))
        values = np.array([1.0, -1, 3, 1, 2])
        assert (found.pooled_mean, found.pooled_std) == pytest.approx((values.mean(), values.std()), rel=1e-14)
        assert (found.area_mean, found.area_std) == (1.0, 1.0)
        assert found.expected_area_std == pytest.approx(np.sqrt(0.125))

    def test_tell_common_errors_from_independent_ones(self):
        rng = np.random.default_rng(0)
        expected = np.full(65, 0.1)
        independent = statistics_of(rng.normal(size=(65, 100)), expected)
        common = statistics_of(rng.normal(size=(65, 1)) + 0.5 * rng.normal(size=(65, 100)), expected)
        assert not independent.coherent
        assert common.coherent

    @pytest.mark.parametrize("free", [None, np.ones((36, 1))])
    def test_tell_errors_that_neighbours_share(self, free):
        rng = np.random.default_rng(8)
        rows, columns = np.divmod(np.arange(36), 6)
        distance = 25.0 * np.hypot(rows[:, None] - rows, columns[:, None] - columns)
        pairs = np.argwhere(np.triu(distance == 25.0))
        correlated = 81.0 * np.exp(-distance / 50.0)
        noise = rng.multivariate_normal(np.zeros(36), correlated, 80, method="cholesky")
        noise[:, 5] = np.nan
        found = []
        for covariance in (None, correlated):
            error = ObservationError(np.full(36, 81.0), covariance, free)
            cycle = Cycle(OpenLoop(), lambda s: 0.03 * s, np.arange(36), error, 60.0, pairs=pairs)
            record = InnovationRecord(80, 36)
            for epoch, observed in enumerate(noise):
                prior = 20 * rng.standard_normal((24, 1)) + rng.standard_normal((24, 36))
                record.keep(epoch, cycle.step(12.0 * epoch, prior, np.zeros(36), observed).innovations)
            found.append(record.statistics())
        assert found[0].coherent
        assert not found[1].coherent
        # 4000 products of 0.6 on average, few of them independent of each other.
        for statistics in found:
            assert statistics.neighbour_correlation == pytest.approx(found[1].expected_neighbour_correlation, abs=0.06)

    def test_without_observations_are_missing(self):
        assert np.isnan(statistics_of(np.full((2, 3), np.nan), np.full(2, np.nan)).pooled_std)


def test_a_cell_corrected_alone_equals_the_cell_among_others():
    rng = np.random.default_rng(2)
    prior = rng.normal(size=(24, 5))
    noise = rng.normal(size=(24, 5))
    whole = update_cells(prior, 0.3 * prior, np.ones(5), 1.0, "enkf", noise)
    one = slice(2, 3)
    np.testing.assert_array_equal(
        whole[:, one], update_cells(prior[:, one], 0.3 * prior[:, one], np.ones(1), 1.0, "enkf", noise[:, one])
    )
