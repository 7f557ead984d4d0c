from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.assimilation.algebra.localization import Localization, gaspari_cohn
from groundswell.core.assimilation.analysis import update, update_cells, update_cells_with_gains
from groundswell.core.assimilation.errors.perturbations import centred, generator, observation_perturbations
from groundswell.core.errors import InputError

EXACT = 1e-10  # the reference problems are written to 17 digits


@pytest.fixture(scope="module")
def step(reference):
    folder = reference / "assimilation" / "oracle_step"
    names = ("E_prior", "Yhat_prior", "D_obs_pert", "y", "Ea_pertobs", "Ea_etkf", "Ea_ensrf_serial", "Ea_1d_pertobs")
    return {name: np.loadtxt(folder / f"{name}.csv", delimiter=",") for name in names}


@pytest.fixture
def problem():
    rng = np.random.default_rng(5)
    ensemble = rng.normal(0, 60, (24, 12))
    operator = -0.01 * np.exp(-np.abs(np.subtract.outer(np.arange(7), np.arange(12))) / 3)
    predicted = ensemble @ operator.T
    observations = rng.normal(0, 1, 7)
    correlated = np.exp(-np.abs(np.subtract.outer(np.arange(7), np.arange(7))) / 2)
    return ensemble, predicted, observations, correlated


class TestReferenceStep:
    def test_perturbed_observations(self, step):
        got = update(
            step["E_prior"], step["Yhat_prior"], step["y"], np.eye(25), "enkf", perturbations=step["D_obs_pert"]
        )
        np.testing.assert_allclose(got, step["Ea_pertobs"], atol=EXACT, rtol=0)

    def test_symmetric_transform(self, step):
        got = update(step["E_prior"], step["Yhat_prior"], step["y"], np.eye(25), "etkf")
        np.testing.assert_allclose(got, step["Ea_etkf"], atol=EXACT, rtol=0)

    def test_serial_square_root(self, step):
        got = update(step["E_prior"], step["Yhat_prior"], step["y"], np.eye(25), "ensrf")
        np.testing.assert_allclose(got, step["Ea_ensrf_serial"], atol=EXACT, rtol=0)

    def test_cell_by_cell(self, step):
        got = update_cells(step["E_prior"], step["Yhat_prior"], step["y"], 1.0, "enkf", step["D_obs_pert"])
        np.testing.assert_allclose(got, step["Ea_1d_pertobs"], atol=EXACT, rtol=0)

    def test_cell_by_cell_equals_a_loop_of_single_updates(self, step):
        ensemble, predicted, y = step["E_prior"], step["Yhat_prior"], step["y"]
        for method in ("enkf", "ensrf"):
            noise = step["D_obs_pert"] if method == "enkf" else None
            got = update_cells(ensemble, predicted, y, 3.0, method, noise)
            for cell in range(25):
                one = slice(cell, cell + 1)
                alone = update(
                    ensemble[:, one],
                    predicted[:, one],
                    y[one],
                    9.0,
                    method,
                    perturbations=None if noise is None else noise[:, one],
                )
                np.testing.assert_allclose(got[:, one], alone, atol=1e-11, rtol=0)


def ensemble_with(mean, covariance):
    """Members whose sample mean and covariance are exactly these: no sampling noise."""
    size = mean.size
    root = np.linalg.cholesky(covariance)
    basis = np.linalg.qr(np.column_stack([np.ones(size + 1), np.eye(size + 1)[:, :size]]))[0][:, 1:]
    return mean + np.sqrt(size) * basis @ root.T


@pytest.mark.parametrize(("case", "tolerance"), [("white", 1e-10), ("corr", 1e-10), ("offset", 1e-9)])
@pytest.mark.parametrize("method", ["etkf", "ensrf"])
def test_square_roots_reproduce_the_exact_filter_when_the_ensemble_is_exact(reference, case, tolerance, method):
    folder = reference / "assimilation" / "oracle_kf"

    def load(name):
        return np.loadtxt(folder / f"{name}.csv", delimiter=",")

    operator, noise, spread, model_error = load("H"), load(f"R_{case}"), load("P0"), load("Q")
    phi = np.exp(-12 / 60)
    observations, expected, variances = load("obs"), load(f"kf_{case}_xa"), load(f"kf_{case}_Pa_diag")
    mean = np.zeros(25)
    for epoch, y in enumerate(observations):
        if epoch:
            mean, spread = phi * mean, phi**2 * spread + model_error
        members = ensemble_with(mean, (spread + spread.T) / 2)
        after = update(members, members @ operator.T, y, noise, method)
        mean, spread = after.mean(axis=0), np.cov(after, rowvar=False)
        np.testing.assert_allclose(mean, expected[epoch], atol=tolerance, rtol=0)
        # Variances reach 3600 mm2: the same relative precision.
        np.testing.assert_allclose(np.diag(spread), variances[epoch], atol=100 * tolerance, rtol=0)


def test_perturbed_filter_converges_to_the_exact_mean_with_the_root_of_the_members(problem):
    _, _, observations, correlated = problem
    rng = np.random.default_rng(1)
    prior = 60**2 * np.exp(-np.abs(np.subtract.outer(np.arange(12), np.arange(12))) / 4)
    operator = -0.05 * np.exp(-np.abs(np.subtract.outer(np.arange(7), np.arange(12))) / 3)
    gain = prior @ operator.T @ np.linalg.inv(operator @ prior @ operator.T + correlated)
    exact = gain @ observations
    sizes, errors = np.array([32, 128, 512, 2048]), []
    for members in sizes:
        squares = []
        for _ in range(3000 // members + 30):
            ensemble = rng.multivariate_normal(np.zeros(12), prior, members, method="cholesky")
            after = update(ensemble, ensemble @ operator.T, observations, correlated, "enkf", rng=rng)
            squares.append(np.mean((after.mean(axis=0) - exact) ** 2))
        errors.append(np.sqrt(np.mean(squares)))
    slope = np.polyfit(np.log(sizes), np.log(errors), 1)[0]
    assert slope == pytest.approx(-0.5, abs=0.05)


@pytest.mark.parametrize("method", ["enkf", "ensrf", "etkf"])
class TestEveryMethod:
    def test_missing_observations_are_exactly_as_if_not_there(self, problem, method):
        ensemble, predicted, y, covariance = problem
        noise = np.random.default_rng(0).normal(size=(24, 7))
        gappy = y.copy()
        gappy[[0, 4]] = np.nan
        keep = np.isfinite(gappy)
        got = update(ensemble, predicted, gappy, covariance, method, perturbations=noise)
        without = update(
            ensemble,
            predicted[:, keep],
            y[keep],
            covariance[np.ix_(keep, keep)],
            method,
            perturbations=noise[:, keep],
        )
        np.testing.assert_array_equal(got, without)

    def test_no_observation_at_all_changes_nothing(self, problem, method):
        ensemble, predicted, _, covariance = problem
        got = update(ensemble, predicted, np.full(7, np.nan), covariance, method)
        np.testing.assert_array_equal(got, ensemble)

    def test_members_that_are_all_alike_change_nothing(self, problem, method):
        ensemble, _, y, covariance = problem
        alike = np.repeat(ensemble[:1] + 0.1, 24, axis=0)
        predicted = np.repeat(np.linspace(0.1, 0.7, 7)[np.newaxis], 24, axis=0)
        np.testing.assert_array_equal(update(alike, predicted, y, covariance, method), alike)
        np.testing.assert_array_equal(update(ensemble, predicted, y, covariance, method), ensemble)

    def test_a_state_without_value_stays_and_disturbs_no_other(self, problem, method):
        ensemble, predicted, y, covariance = problem
        noise = np.zeros((24, 7))
        holed = ensemble.copy()
        holed[3, 5] = np.nan
        got = update(holed, predicted, y, covariance, method, perturbations=noise)
        whole = update(ensemble, predicted, y, covariance, method, perturbations=noise)
        np.testing.assert_array_equal(got[:, 5], holed[:, 5])
        others = np.arange(12) != 5
        np.testing.assert_allclose(got[:, others], whole[:, others], rtol=1e-12)

    def test_covariance_that_is_not_positive_definite_is_refused(self, problem, method):
        ensemble, predicted, y, covariance = problem
        for bad in (covariance - 2 * np.eye(7), np.zeros((7, 7)), np.triu(covariance), -1.0):
            with pytest.raises(InputError, match="positive definite"):
                update(ensemble, predicted, y, bad, method)

    def test_mean_is_that_of_the_kalman_filter(self, problem, method):
        ensemble, predicted, y, covariance = problem
        got = update(ensemble, predicted, y, covariance, method, rng=np.random.default_rng(2)).mean(axis=0)
        state, response = ensemble - ensemble.mean(0), predicted - predicted.mean(0)
        gain = state.T @ response / 23 @ np.linalg.inv(response.T @ response / 23 + covariance)
        expected = ensemble.mean(0) + gain @ (y - predicted.mean(0))
        # Draws have zero mean over the members, so that they do not shift the mean either.
        np.testing.assert_allclose(got, expected, atol=1e-9)


def test_localization_removes_what_is_beyond_its_support(problem):
    ensemble, predicted, y, _ = problem
    distance = np.abs(np.subtract.outer(np.arange(12.0), np.arange(7.0)))
    taper = Localization(gaspari_cohn(distance, 3.0), gaspari_cohn(distance[:7], 3.0))
    for method in ("enkf", "ensrf", "etkf"):
        got = update(ensemble, predicted, y, np.eye(7), method, taper, rng=np.random.default_rng(0))
        np.testing.assert_allclose(got[:, 9:], ensemble[:, 9:], atol=1e-12)
        assert np.abs(got[:, :9] - ensemble[:, :9]).max() > 0.1


def test_a_taper_of_ones_is_no_taper(problem):
    ensemble, predicted, y, _ = problem
    ones = Localization(np.ones((12, 7)), np.ones((7, 7)))
    for method in ("enkf", "ensrf", "etkf"):
        plain, tapered = (
            update(ensemble, predicted, y, np.eye(7), method, taper, perturbations=np.zeros((24, 7)))
            for taper in (None, ones)
        )
        np.testing.assert_allclose(tapered, plain, atol=1e-10)


def test_square_roots_refuse_to_localize_correlated_errors(problem):
    ensemble, predicted, y, covariance = problem
    ones = Localization(np.ones((12, 7)), np.ones((7, 7)))
    for method in ("ensrf", "etkf"):
        with pytest.raises(InputError, match="independent"):
            update(ensemble, predicted, y, covariance, method, ones)


def test_offset_of_unknown_size_equals_differences_to_a_reference_cell(problem):
    ensemble, predicted, y, covariance = problem
    difference = np.column_stack([np.eye(6), -np.ones(6)])
    noise = 1e4  # mm: so large that the offset tells nothing
    by_offset = update(ensemble, predicted, y, covariance + noise**2, "etkf").mean(axis=0)
    by_difference = update(
        ensemble, predicted @ difference.T, difference @ y, difference @ covariance @ difference.T, "etkf"
    ).mean(axis=0)
    np.testing.assert_allclose(by_offset, by_difference, atol=1e-4)


class TestCells:
    def test_each_variable_has_its_own_gain(self, problem):
        ensemble, _, y, _ = problem
        stores = np.stack([ensemble[:, :7], 0.3 * ensemble[:, 5:12]], axis=-1)
        predicted = -0.05 * stores.sum(axis=-1)
        both = update_cells(stores, predicted, y, 2.0, "ensrf")
        for variable in range(2):
            alone = update_cells(stores[..., variable], predicted, y, 2.0, "ensrf")
            np.testing.assert_allclose(both[..., variable], alone, atol=1e-11)

    def test_variance_shrinks_as_the_kalman_filter_says(self, problem):
        ensemble, _, y, _ = problem
        state = ensemble[:, :7]
        after = update_cells(state, -0.05 * state, y, 2.0, "ensrf")
        prior = state.var(axis=0, ddof=1)
        expected = prior * 4 / (0.05**2 * prior + 4)
        np.testing.assert_allclose(after.var(axis=0, ddof=1), expected, rtol=1e-12)

    def test_missing_cells_are_exact_no_ops(self, problem):
        ensemble, predicted, y, _ = problem
        state, y = ensemble[:, :7].copy(), y.copy()
        whole = update_cells(state, predicted, y, 1.0, "ensrf")
        y[1], state[4, 2] = np.nan, np.nan
        predicted = predicted.copy()
        predicted[0, 3] = np.nan
        errors = np.ones(7)
        errors[4] = np.nan
        got = update_cells(state, predicted, y, errors, "ensrf")
        np.testing.assert_array_equal(got[:, 1:5], state[:, 1:5])
        np.testing.assert_array_equal(got[:, [0, 5, 6]], whole[:, [0, 5, 6]])

    def test_many_cells_are_worked_in_blocks_with_the_same_result(self):
        rng = np.random.default_rng(3)
        ensemble = rng.normal(size=(6, 20_001))
        y = rng.normal(size=20_001)
        y[::7] = np.nan
        noise = rng.normal(size=ensemble.shape)
        whole = update_cells(ensemble, 0.5 * ensemble, y, 1.0, "enkf", noise)
        part = slice(8000, 9000)
        alone = update_cells(ensemble[:, part], 0.5 * ensemble[:, part], y[part], 1.0, "enkf", noise[:, part])
        np.testing.assert_allclose(whole[:, part], alone, rtol=1e-13, atol=1e-13)

    def test_gain_is_covariance_over_total_variance(self, problem):
        ensemble, predicted, y, _ = problem
        _, got = update_cells_with_gains(ensemble[:, :7], predicted, np.append(y[:6], np.nan), 2.0, "ensrf")
        expected = np.cov(ensemble[:, 2], predicted[:, 2])[0, 1] / (predicted[:, 2].var(ddof=1) + 4)
        assert got[2] == pytest.approx(expected, rel=1e-12)
        assert np.isnan(got[6])

    def test_wrong_shapes_and_errors_are_refused_in_a_sentence(self, problem):
        ensemble, predicted, y, _ = problem
        with pytest.raises(InputError, match="12 cells"):
            update_cells(ensemble, predicted, y, 1.0, "ensrf")
        with pytest.raises(InputError, match="above 0"):
            update_cells(ensemble[:, :7], predicted, y, 0.0, "ensrf")
        with pytest.raises(InputError, match="perturbations"):
            update_cells(ensemble[:, :7], predicted, y, 1.0, "enkf", np.zeros((24, 6)))
        with pytest.raises(InputError, match="unknown"):
            update_cells(ensemble[:, :7], predicted, y, 1.0, "etkf")
        with pytest.raises(InputError, match="one|1 member"):
            update(ensemble[:1], predicted[:1], y, 1.0)


class TestDraws:
    def test_have_zero_mean_and_the_variance_that_was_asked_for(self):
        draws = observation_perturbations(7, 100.0, 24, 40_000)
        np.testing.assert_allclose(draws.mean(axis=0), 0, atol=1e-14)
        # Sample variance of 24 x 40,000 draws: its standard error is 0.15 %.
        assert draws.var(axis=0, ddof=1).mean() == pytest.approx(24 / 23, rel=0.006)

    def test_centring_keeps_the_expected_square(self):
        rng = np.random.default_rng(0)
        assert np.mean(centred(rng.normal(size=(4, 100_000))) ** 2) == pytest.approx(1.0, rel=0.02)

    def test_depend_on_seed_stream_day_and_member_only(self):
        first = generator(1, 2, 7000.0, 3).standard_normal(5)
        np.testing.assert_array_equal(first, generator(1, 2, 7000.0, 3).standard_normal(5))
        for other in ((2, 2, 7000.0, 3), (1, 1, 7000.0, 3), (1, 2, 7012.0, 3), (1, 2, 7000.0, 4), (1, 2, -7000.0, 3)):
            assert not np.array_equal(first, generator(*other).standard_normal(5))

    def test_another_member_more_leaves_the_draws_of_the_others_before_centring(self):
        small, large = (observation_perturbations(1, 5.0, members, 3) for members in (4, 5))
        # Differences between members do not see the mean, only the scale.
        np.testing.assert_allclose(
            (small[1] - small[0]) / np.sqrt(4 / 3), (large[1] - large[0]) / np.sqrt(5 / 4), rtol=1e-12
        )


def test_gaspari_cohn_falls_from_one_to_zero_smoothly():
    distance = np.linspace(0, 900, 901)
    weight = gaspari_cohn(distance, 600.0)
    assert weight[0] == 1
    assert weight[300] == pytest.approx(5 / 24, abs=1e-12)  # at half the support, eq. 4.10
    assert np.all(weight[600:] == 0)
    assert np.all(np.diff(weight) <= 1e-15)
