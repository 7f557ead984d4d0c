"""The cycle against the exact Kalman filter and smoother of the reference problem."""

from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.assimilation.errors.observation_error import ObservationError
from groundswell.core.assimilation.filter.epochs import Cycle
from groundswell.core.assimilation.filter.schemes import LocalTransform, ThreeDimensional, error_root

EPOCHS, CELLS = 20, 25
FADE = np.exp(-12 / 60)


class Problem:
    """25 cells, AR(1) storage, disk loads, gaps and one empty epoch."""

    def __init__(self, folder):
        self.load = lambda name: np.loadtxt(folder / f"{name}.csv", delimiter=",")
        self.operator, self.observations = self.load("H"), self.load("obs")
        self.spread, self.model_error = self.load("P0"), self.load("Q")

    def prior(self, scores):
        """AR(1) members [epoch, member, cell] from standard normal scores [epoch, member, cell]."""
        roots = [np.linalg.cholesky(self.spread)] + [np.linalg.cholesky(self.model_error)] * (EPOCHS - 1)
        state = np.zeros(scores.shape[1:])
        for score, root in zip(scores, roots):
            state = FADE * state + score @ root.T
            yield state

    def run(self, scheme, error, scores, lag):
        cycle = Cycle(scheme, lambda s: s @ self.operator.T, np.arange(CELLS), error, 60.0, lag_days=lag)
        steps, analysed = [], []
        for epoch, prior in enumerate(self.prior(scores)):
            steps.append(cycle.step(12.0 * epoch, prior, np.zeros(CELLS), self.observations[epoch]))
            analysed += cycle.finished(last=epoch == EPOCHS - 1)
        assert [epoch.number for epoch in analysed] == list(range(EPOCHS))
        return steps, np.array([epoch.states for epoch in analysed])


@pytest.fixture(scope="module")
def problem(reference):
    return Problem(reference / "assimilation" / "oracle_kf")


@pytest.fixture(scope="module")
def exact_scores():
    """501 members whose sample covariance over all cells and epochs is exactly one: no sampling noise."""
    size = EPOCHS * CELLS
    basis = np.linalg.qr(np.column_stack([np.ones(size + 1), np.eye(size + 1)[:, :size]]))[0][:, 1:]
    return (np.sqrt(size) * basis).reshape(size + 1, EPOCHS, CELLS).swapaxes(0, 1)


@pytest.fixture(scope="module")
def exact_runs(problem, exact_scores):
    """Runs of the local transform without localization, which has no draws, by case and lag; each is done once."""
    done = {}

    def run(case, lag):
        if (case, lag) not in done:
            noise = problem.load(f"R_{case}")
            error = ObservationError(np.diag(noise), noise)
            done[case, lag] = problem.run(LocalTransform(error, None), error, exact_scores, lag)
        return done[case, lag]

    return run


CASES = [("white", 1e-10), ("corr", 1e-10), ("offset", 1e-9)]


@pytest.mark.parametrize(("case", "tolerance"), CASES)
def test_filter_is_the_exact_one_for_an_exact_ensemble(problem, exact_runs, case, tolerance):
    steps, analysed = exact_runs(case, 0.0)
    # Products of 501 members of up to 1400 mm each: a tenth of the digits that the filter on matrices keeps.
    np.testing.assert_allclose(analysed.mean(axis=1), problem.load(f"kf_{case}_xa"), atol=tolerance)
    np.testing.assert_allclose(analysed.var(axis=1, ddof=1), problem.load(f"kf_{case}_Pa_diag"), atol=100 * tolerance)
    np.testing.assert_allclose(
        [step.innovations.normalized for step in steps], problem.load(f"kf_{case}_NI"), atol=tolerance
    )


@pytest.mark.parametrize(("case", "tolerance"), CASES)
def test_smoother_is_the_exact_one_for_an_exact_ensemble(problem, exact_runs, case, tolerance):
    _, analysed = exact_runs(case, 1e6)
    np.testing.assert_allclose(analysed.mean(axis=1), problem.load(f"rts_{case}_xs"), atol=tolerance)
    np.testing.assert_allclose(analysed.var(axis=1, ddof=1), problem.load(f"rts_{case}_Ps_diag"), atol=100 * tolerance)


def test_fixed_lag_lies_between_filter_and_smoother(exact_runs):
    spreads = [exact_runs("corr", lag)[1][5].std(axis=0, ddof=1).mean() for lag in (0.0, 25.0, 1e6)]
    assert spreads[0] > spreads[1] > spreads[2]


def test_perturbed_filter_in_time_converges_with_the_root_of_the_members(problem):
    noise = problem.load("R_corr")
    error = ObservationError(np.diag(noise), noise)
    exact = problem.load("kf_corr_xa")
    rng = np.random.default_rng(20210120)
    sizes, errors = np.array([48, 192, 768]), []
    for members in sizes:
        squares = []
        for repeat in range(1536 // members):
            scheme = ThreeDimensional(error, error_root(error), repeat, np.arange(CELLS), None)
            scores = rng.standard_normal((EPOCHS, members, CELLS))
            squares.append(np.mean((problem.run(scheme, error, scores, 0.0)[1].mean(axis=1) - exact) ** 2))
        errors.append(np.sqrt(np.mean(squares)))
    # 48 runs at the smallest size and 3 at the largest, of 500 values that are correlated: 4 % on each error.
    assert np.polyfit(np.log(sizes), np.log(errors), 1)[0] == pytest.approx(-0.5, abs=0.05)


def relative(problem, treatment, size, shift):
    """The prior and the difference that a treatment of a relative observation makes of it, for one epoch."""
    noise = problem.load("R_corr")
    scores = np.random.default_rng(3).standard_normal((1, size, CELLS))
    members = next(problem.prior(scores))
    observed = problem.observations[0] + shift
    used = np.isfinite(observed)
    error = treatment(noise)
    done = LocalTransform(error, None).analyse(0.0, members, members @ problem.operator.T, observed).states
    return members, observed, used, noise, done


class TestRelativeObservations:
    @pytest.mark.parametrize("scheme", ["transform", "3-D"])
    def test_a_free_offset_is_the_difference_operator(self, problem, scheme):
        members, observed, used, noise, free = relative(
            problem, lambda noise: ObservationError(np.diag(noise), noise, np.ones((CELLS, 1))), 400, 40.0
        )
        error = ObservationError(np.diag(noise), noise, np.ones((CELLS, 1)))
        if scheme == "3-D":
            one = ThreeDimensional(error, error_root(error), 1, np.arange(CELLS), None)
            free = one.analyse(0.0, members, members @ problem.operator.T, observed).states
        count = used.sum()
        difference = np.column_stack([np.eye(count - 1), -np.ones(count - 1)])
        operator = difference @ problem.operator[used]
        covariance = difference @ noise[np.ix_(used, used)] @ difference.T
        sampled = np.cov(members, rowvar=False)
        gain = sampled @ operator.T @ np.linalg.inv(operator @ sampled @ operator.T + covariance)
        mean = members.mean(axis=0)
        expected = mean + gain @ (difference @ observed[used] - operator @ mean)
        np.testing.assert_allclose(free.mean(axis=0), expected, atol=1e-9)

    def test_a_large_offset_variance_and_an_augmented_offset_come_close(self, problem):
        sigma = 1e3
        _, _, _, _, free = relative(
            problem, lambda noise: ObservationError(np.diag(noise), noise, np.ones((CELLS, 1))), 400, 0.0
        )
        members, observed, used, noise, large = relative(
            problem, lambda noise: ObservationError(np.diag(noise) + sigma**2, noise + sigma**2), 400, 0.0
        )
        np.testing.assert_allclose(large.mean(axis=0), free.mean(axis=0), atol=1e-4)
        sampled = np.zeros((CELLS + 1, CELLS + 1))
        sampled[:CELLS, :CELLS], sampled[CELLS, CELLS] = np.cov(members, rowvar=False), sigma**2
        operator = np.column_stack([problem.operator, np.ones(CELLS)])[used]
        total = operator @ sampled @ operator.T + noise[np.ix_(used, used)]
        mean = np.append(members.mean(axis=0), 0.0)
        augmented = mean + sampled @ operator.T @ np.linalg.solve(total, observed[used] - operator @ mean)
        np.testing.assert_allclose(augmented[:CELLS], free.mean(axis=0), atol=1e-4)

    def test_the_constant_of_an_epoch_changes_nothing(self, problem):
        error = ObservationError(np.ones(CELLS), None, np.ones((CELLS, 1)))
        members = next(problem.prior(np.random.default_rng(4).standard_normal((1, 24, CELLS))))
        predicted, observed = members @ problem.operator.T, problem.observations[0]
        for scheme in (
            LocalTransform(error, None),
            LocalTransform(error, np.ones((CELLS, CELLS))),
            ThreeDimensional(error, error_root(error), 1, np.arange(CELLS), None),
        ):
            one, other = (scheme.analyse(0.0, members, predicted, observed + shift).states for shift in (0.0, 100.0))
            np.testing.assert_allclose(other, one, atol=1e-9)
            assert np.abs(one - members).max() > 1

    def test_a_plane_that_was_taken_out_is_free_too(self, problem):
        grid = problem.load("grid_xy")
        plane = np.column_stack([np.ones(CELLS), grid[:, -2:] / 50.0])
        error = ObservationError(np.ones(CELLS), None, plane)
        members = next(problem.prior(np.random.default_rng(4).standard_normal((1, 24, CELLS))))
        predicted, observed = members @ problem.operator.T, problem.observations[0]
        scheme = ThreeDimensional(error, error_root(error), 1, np.arange(CELLS), None)
        one, other = (
            scheme.analyse(0.0, members, predicted, observed + shift).states
            for shift in (0.0, plane @ np.array([30.0, -5.0, 8.0]))
        )
        np.testing.assert_allclose(other, one, atol=1e-9)
