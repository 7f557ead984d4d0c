"""The geodetic inversion's kernels against exact answers (34 digits) of the reference problems."""

from __future__ import annotations

import json

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.inversion.collocation import epochs_by_data, explained_contrast, solve
from groundswell.core.inversion.covariance import Prior, chord_km
from groundswell.core.inversion.laplacian import curves, whitened
from groundswell.core.inversion.memory import Coordinates, smooth
from groundswell.core.inversion.point_constants import EpochGroup, find_constants, log_likelihood
from groundswell.core.inversion.system import DataSystem, leave_block_out

CASES = ("gnss", "insar_offset", "joint_plane", "frames_tied_grace")


@pytest.fixture(scope="module")
def problem(reference):
    def load(name):
        return dict(np.load(reference / "inversion" / f"{name}.npz"))

    return load


def off(found, exact):
    """Largest difference over the largest value."""
    return np.abs(np.asarray(found) - exact).max() / np.abs(exact).max()


def solved(p):
    return solve(p["in_H"], p["in_R"], p["in_Z"], p["in_C"], p["in_data"])


@pytest.mark.parametrize("name", CASES)
def test_mean_and_covariance_are_exact(problem, name):
    p = problem(name)
    found = solved(p)
    assert off(found.mean, p["out_mean"]) < 1e-9
    assert off(found.covariance, p["out_cov"]) < 1e-9
    assert off(found.log_likelihood, p["out_loglik"]) < 1e-9
    assert off(found.chi2, p["out_chi2"]) < 1e-9
    weights = p["in_area_weights"]
    assert off(weights @ found.mean, p["out_area_mean"]) < 1e-9
    assert np.sqrt(weights @ found.covariance @ weights) == pytest.approx(p["out_area_std"], rel=1e-9)
    if p["in_Z"].shape[1]:
        assert off(found.free, p["out_free"]) < 1e-9


@pytest.mark.parametrize("name", CASES)
def test_resolution_and_leave_one_out_are_exact(problem, name):
    p = problem(name)
    found = solved(p)
    assert off(found.resolution, p["out_resolution_diag"]) < 1e-8
    assert found.resolution.sum() == pytest.approx(p["out_dof"], rel=1e-8)
    assert off(found.leave_one_out_residual, p["out_loo_residual"]) < 1e-8
    assert off(found.leave_one_out_variance, p["out_loo_variance"][:, np.newaxis]) < 1e-8
    g = p["in_contrast_weights"]
    contrast = explained_contrast(g @ p["in_C"] @ g, g @ found.covariance @ g)
    assert contrast == pytest.approx(p["out_contrast_explained"], rel=1e-8)


def test_a_missing_datum_leaves_the_equations_of_its_epoch(problem):
    p = problem("joint_plane")
    data = p["in_data"].copy()
    data[3, 1], data[:, 2] = np.nan, np.nan
    found = solve(p["in_H"], p["in_R"], p["in_Z"], p["in_C"], data)
    used = np.arange(data.shape[0]) != 3
    rest = solve(p["in_H"][used], p["in_R"][np.ix_(used, used)], p["in_Z"][used], p["in_C"], data[used])
    assert off(found.mean[:, 1], rest.mean[:, 1]) < 1e-12
    assert found.log_likelihood[1] == pytest.approx(rest.log_likelihood[1], rel=1e-12)
    assert np.isnan(found.leave_one_out_residual[3, 1])
    # An epoch without data is missing, not the prior's zero.
    assert np.isnan(found.mean[:, 2]).all()
    assert np.isnan(found.chi2[2])
    assert found.log_likelihood[2] == 0
    assert off(found.covariance, p["out_cov"]) < 1e-9


def groups_of(signal, error, free, data):
    total = signal + error
    return [
        EpochGroup(DataSystem(total[np.ix_(used, used)], free[used]), used, epochs)
        for used, epochs in epochs_by_data(np.isfinite(data))
    ]


def test_constants_of_points_with_gaps_are_those_of_all_epochs_together(problem):
    p = problem("gaps_constants")
    h, data = p["in_H"], p["in_data"]
    loaded = p["in_C"] @ h.T
    groups = groups_of(h @ loaded, p["in_R"], p["in_Z"], data)
    constants = find_constants(groups, data)
    assert off(constants.values, p["out_constants"]) < 1e-9
    mean = np.full(p["out_mean"].shape, np.nan)
    for group in groups:
        rest = data[np.ix_(group.used, group.epochs)] - constants.values[group.used, np.newaxis]
        mean[:, group.epochs] = loaded[:, group.used] @ group.system.project(rest)
    assert off(mean, p["out_mean"]) < 1e-9


@pytest.mark.parametrize("name", ["laplacian_gnss", "laplacian_offset"])
def test_the_classic_laplacian_and_its_gcv_are_exact(problem, name):
    p = problem(name)
    h, data, z = p["in_H"], p["in_data"], p["in_Z"]
    # The Laplacian says nothing of a constant: it is a free pattern more, and its inverse a generalized one.
    inverse = np.linalg.pinv(p["in_laplacian"].T @ p["in_laplacian"], rcond=1e-12, hermitian=True)
    flat = h.sum(axis=1, keepdims=True)
    groups = whitened(h @ inverse @ h.T, p["in_R"], z, flat, epochs_by_data(np.isfinite(data)))
    found = curves(groups, data, p["in_lambda"])
    assert off(found.gcv, p["out_gcv"]) < 1e-8
    assert off(found.pooled, p["out_gcv_pooled"]) < 1e-8
    assert off(found.trace[:, 0], p["out_trace_hat"]) < 1e-8
    assert off(found.residual, p["out_residual_norm"]) < 1e-8
    assert off(found.roughness, p["out_roughness_norm"]) < 1e-8
    assert found.best == pytest.approx(p["out_lambda_pooled"])
    each = found.smoothing[np.argmin(found.gcv, axis=0)]
    assert each == pytest.approx(p["out_lambda_each"])
    for number in (0, 8, 16):
        part = solve(h, p["in_R"], np.concatenate([z, flat], axis=1), inverse / p["in_lambda"][number], data)
        assert off(part.mean + part.free[-1], p["out_x"][number]) < 1e-8


def space_time(p, constants):
    loaded = p["in_C"] @ p["in_H"].T
    coordinates = Coordinates.of(p["in_H"] @ loaded)
    memory = float(p["in_memory_days"])
    made = smooth(
        coordinates, p["in_R"], p["in_Z"], p["in_data"], p["in_days"], memory_days=memory, constants=constants
    )
    return made, loaded @ coordinates.inverse


def test_the_smoother_is_exact(problem):
    p = problem("space_time")
    made, back = space_time(p, constants=False)
    assert off(back @ made.mean.T, p["out_smoothed_mean"]) < 1e-8
    assert off(back @ made.filtered.T, p["out_filtered_mean"]) < 1e-8
    assert made.log_likelihood == pytest.approx(p["out_loglik"], rel=1e-8)
    less = made.covariance - np.eye(back.shape[1])
    assert off(p["in_C"] + back @ less @ back.T, p["out_smoothed_cov"]) < 1e-8


def test_constants_and_likelihood_with_memory_are_exact(problem):
    p = problem("space_time")
    made, back = space_time(p, constants=True)
    assert off(made.constants.values, p["out_constants"]) < 1e-8
    assert off(back @ made.mean.T, p["out_smoothed_mean_constants"]) < 1e-8
    assert made.log_likelihood == pytest.approx(p["out_loglik_constants"], rel=1e-8)


def test_a_station_is_predicted_by_the_others(problem):
    """All epochs of a station left out, of the stacked system of all epochs."""
    p = problem("space_time")
    data, signal = p["in_data"], p["in_H"] @ p["in_C"] @ p["in_H"].T
    stations, epochs = data.shape
    days = p["in_days"]
    fade = np.exp(-np.abs(days[:, np.newaxis] - days) / p["in_memory_days"])
    seen = np.isfinite(data).T.ravel()
    total = np.kron(fade, signal) + np.kron(np.eye(epochs), p["in_R"])
    constants = np.tile(np.eye(stations), (epochs, 1))
    system = DataSystem(total[np.ix_(seen, seen)], constants[seen])
    projected = system.project(data.T.ravel()[seen])
    station = np.tile(np.arange(stations), epochs)[seen]
    residual = np.full(data.shape, np.nan)
    for number in range(stations):
        own = np.flatnonzero(station == number)
        block = leave_block_out(system.matrix()[np.ix_(own, own)], projected[own])
        residual[number, np.isfinite(data[number])] = block
    exact = p["out_loso_residual"]
    known = np.isfinite(exact)
    assert np.array_equal(known, np.isfinite(residual))
    assert off(residual[known], exact[known]) < 1e-8


def test_the_table_of_likelihoods_follows_from_coordinates(problem):
    p = problem("likelihood_table")
    places = p["in_cell_lon"], p["in_cell_lat_authalic"]
    chord = chord_km(*places, *places)
    h, data = p["in_H"], p["in_data"]
    table = np.empty(p["out_loglik"].shape)
    for i, length in enumerate(p["in_lengths_km"]):
        for j, std in enumerate(p["in_stds_mm"]):
            for k, common in enumerate(p["in_commons_mm"]):
                signal = h @ Prior(std, length, common, 1.5).of_chord(chord) @ h.T
                table[i, j, k] = DataSystem(signal + p["in_R"], p["in_Z"]).log_likelihood(data).sum()
    assert off(table, p["out_loglik"]) < 1e-9
    best = np.unravel_index(np.argmax(table), table.shape)
    assert [p[name][n] for name, n in zip(("in_lengths_km", "in_stds_mm", "in_commons_mm"), best)] == list(
        p["out_best"]
    )
    assert -2 * table.max() + 2 * 3 == pytest.approx(p["out_abic_best"], rel=1e-9)


@pytest.mark.parametrize("name", CASES)
def test_the_prior_is_that_of_the_coordinates(problem, name):
    p = problem(name)
    hyper = json.loads(str(p["in_hyper"]))
    prior = Prior(hyper["std_mm"], hyper["length_km"], hyper["common_std_mm"], hyper["nu"])
    places = p["in_cell_lon"], p["in_cell_lat_authalic"]
    # The reference's own distances are rounded by 0.1 m at zero, where exp(-d / l) has a cusp (7e-7 of the variance).
    tolerance = 1e-6 if prior.smoothness == 0.5 else 1e-9
    assert off(prior.of_chord(chord_km(*places, *places)), p["in_C"]) < tolerance


def test_the_likelihood_with_constants_is_that_of_one_system_of_all_epochs(problem):
    p = problem("gaps_constants")
    data, signal = p["in_data"], p["in_H"] @ p["in_C"] @ p["in_H"].T
    groups = groups_of(signal, p["in_R"], p["in_Z"], data)
    seen, epochs = np.isfinite(data).T.ravel(), data.shape[1]
    total = np.kron(np.eye(epochs), signal + p["in_R"])[np.ix_(seen, seen)]
    free = np.concatenate([np.kron(np.eye(epochs), p["in_Z"]), np.tile(np.eye(data.shape[0]), (epochs, 1))], axis=1)
    exact = DataSystem(total, free[seen]).log_likelihood(data.T.ravel()[seen])
    assert log_likelihood(groups, data, find_constants(groups, data)) == pytest.approx(float(exact), rel=1e-9)


def test_coincident_data_without_errors_are_named():
    operator, prior = np.array([[-0.01, -0.01], [-0.01, -0.01]]), np.eye(2)
    with pytest.raises(InputError, match="number 1 and number 2 say the same"):
        solve(operator, np.zeros((2, 2)), None, prior, np.ones((2, 1)))
    assert np.isfinite(solve(operator, np.eye(2), None, prior, np.ones((2, 1))).mean).all()


def test_shapes_that_do_not_fit_are_named():
    with pytest.raises(InputError, match=r"prior_covariance \[cell, cell\] has the shape \(3, 3\)"):
        solve(np.zeros((2, 4)), np.eye(2), None, np.eye(3), np.zeros((2, 1)))


def by_projection(h, r, z, c, d):
    """Return mean, likelihood, leave-one-out and chi2 of one epoch from data projected beside the free patterns."""
    u = np.isfinite(d)
    vectors, sizes, _ = np.linalg.svd(z[u] / np.maximum(np.abs(z[u]).max(axis=0, initial=0.0), 1e-300))
    beside = vectors[:, int((sizes > 1e-9).sum()) :]
    total = beside.T @ (h[u] @ c @ h[u].T + r[np.ix_(u, u)]) @ beside
    p = beside @ np.linalg.solve(total, beside.T)
    alone = (beside**2).sum(axis=1) > 1e-10
    residual, variance = np.full((2, d.size), np.nan)
    place = np.flatnonzero(u)[alone]
    variance[place] = 1 / np.diag(p)[alone]
    residual[place] = (p @ d[u])[alone] * variance[place]
    size, square = beside.shape[1], d[u] @ p @ d[u]
    likelihood = -0.5 * (size * np.log(2 * np.pi) + np.linalg.slogdet(total)[1] + square)
    return c @ h[u].T @ p @ d[u], likelihood, residual, variance, square / size


@pytest.mark.parametrize("seed", range(12))
def test_random_problems_are_those_of_data_projected_beside_the_patterns(seed):
    """Singular priors, gaps, patterns of unlike sizes, one of them twice there, one that is a single datum's."""
    rng = np.random.default_rng(seed)
    data, cells, epochs = (int(rng.integers(*span)) for span in ((7, 25), (1, 40), (1, 5)))
    h = -0.01 * rng.random((data, cells))
    root = rng.normal(0, 10, (cells, max(1, cells // 3)))
    c = root @ root.T
    own = rng.normal(size=(data, data))
    r = own @ own.T / data + 0.5 * np.eye(data)
    z = np.zeros((data, 4))
    z[:, 0], z[:, 1] = 1e-7, 1e6 * rng.normal(size=data)
    z[:, 2], z[2, 3] = z[:, 0] - 2 * z[:, 1], 1.0
    d = rng.normal(0, 5, (data, epochs)) + z[:, :1] * 1e9
    d[rng.random(d.shape) < 0.2] = np.nan
    d[:4] = 1.0
    found = solve(h, r, z, c, d)
    for epoch in range(epochs):
        mean, likelihood, residual, variance, chi2 = by_projection(h, r, z, c, d[:, epoch])
        assert off(found.mean[:, epoch], mean) < 1e-10
        assert found.log_likelihood[epoch] == pytest.approx(likelihood, rel=1e-10)
        assert found.chi2[epoch] == pytest.approx(chi2, rel=1e-10)
        assert found.leave_one_out_residual[:, epoch] == pytest.approx(residual, rel=1e-8, abs=1e-8, nan_ok=True)
        assert found.leave_one_out_variance[:, epoch] == pytest.approx(variance, rel=1e-8, nan_ok=True)
        assert np.isnan(residual[2])


def test_data_that_patterns_take_up_leave_nothing():
    """Two data and two patterns: no mean, no leave-one-out, a likelihood of one."""
    found = solve(-0.01 * np.ones((2, 3)), np.eye(2), [[1.0, 1.0], [0.0, 1.0]], np.eye(3), [[1.0], [2.0]])
    for nothing in (found.mean, found.leave_one_out_residual, found.leave_one_out_variance, found.chi2):
        assert np.isnan(nothing).all()
    assert found.log_likelihood[0] == 0.0
    assert found.free[:, 0] == pytest.approx([-1.0, 2.0])


def test_one_datum_no_epochs_single_precision_and_masks():
    one = solve(np.float32([[-0.01, -0.02]]), np.float32([[4.0]]), None, np.float32(np.eye(2) * 1e4), np.float32([3.0]))
    assert one.mean.dtype == np.float64
    assert one.mean[:, 0] == pytest.approx(np.array([-100.0, -200.0]) * 3 / (5.0 + 4.0), rel=1e-6)
    none = solve([[-0.01, -0.02]], [[4.0]], None, np.eye(2) * 1e4, np.zeros((1, 0)))
    assert none.mean.shape == (2, 0)
    assert none.covariance == pytest.approx(one.covariance, rel=1e-6)
    masked = np.ma.masked_values([[3.0, -9999.0]], -9999.0)
    assert np.isnan(solve([[-0.01]], [[4.0]], None, [[1e4]], masked).mean[0, 1])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"z": np.zeros((4, 1))}, r"free_patterns \[datum, term\] has the shape \(4, 1\)"),
        ({"z": np.zeros(3)}, r"free_patterns \[datum, term\] has the shape \(3, 1\)"),
        ({"r": np.array([[1.0, 0.5], [0.0, 1.0]])}, "error_covariance .* is not symmetric"),
        ({"c": np.diag([1.0, -1.0])}, "prior_covariance .* below 0"),
        ({"h": np.zeros(2)}, "operator .* needs two dimensions"),
        ({"d": np.array([[np.inf], [0.0]])}, "infinite"),
        ({"d": np.float64(1.0)}, "data .* has the shape"),
    ],
)
def test_what_is_no_problem_of_collocation_is_named(change, words):
    parts = {"h": np.zeros((2, 2)), "r": np.eye(2), "z": None, "c": np.eye(2), "d": np.zeros((2, 1)), **change}
    with pytest.raises(InputError, match=words):
        solve(*parts.values())
