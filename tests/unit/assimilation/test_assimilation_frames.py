"""Several frames of displacement, each with a reference of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.assimilation.analysis import update_cells
from groundswell.core.assimilation.build import choose_scheme, neighbours
from groundswell.core.assimilation.errors.observation_error import UNKNOWN_OFFSET_MM, observation_error
from groundswell.core.assimilation.errors.prior_errors import ErrorField
from groundswell.core.assimilation.errors.shared_cells import SharedCells
from groundswell.core.assimilation.filter.epochs import Cycle
from groundswell.core.assimilation.frames import Frame, Frames
from groundswell.core.assimilation.information import gate
from groundswell.core.assimilation.information.expected import Information
from groundswell.core.assimilation.inputs.collocation import Problem, load_operator
from groundswell.core.assimilation.inputs.observations import Observations, StationPoints, merged
from groundswell.core.assimilation.inputs.station_points import joined
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.output import mean_of_frames
from groundswell.core.assimilation.priors.from_storage import spacing_km
from groundswell.core.errors import InputError
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.earth_choice import Earth

M25 = Grid("M25")
ROW0, COLUMN0, SIDE = 165, 1075, 12
USEFUL = Information(1.0, 60.0, 30.0, 30.0, 60.0, 40.0)


class Small:
    """25 cells with real loads; frame A sees rows 0-2, frame B rows 2-4; AR(1) storage with an exact ensemble."""

    epochs, cells, fade = 8, 25, float(np.exp(-12 / 60))

    def __init__(self, options, frames):
        rng = np.random.default_rng(5)
        grid = M25.window(ROW0, COLUMN0, 5, 5)
        rows = np.repeat([0, 1, 2, 2, 3, 4], 5)
        columns = np.tile(np.arange(5), 6)
        # In a cell of both, frame A comes first: points go row by row.
        order = np.lexsort((np.repeat([0, 0, 0, 1, 1, 1], 5), columns, rows))
        self.number = np.repeat([0, 0, 0, 1, 1, 1], 5)[order]
        lon, lat = grid.lon_lat()
        points = (5 * rows + columns)[order]
        observed = rng.normal(0, 4, (self.epochs, points.size)) + 30 * rng.standard_normal((self.epochs, 1))
        seen = np.array([[1, 0], [0, 1], [1, 1], [0, 0], [1, 1], [1, 0], [0, 1], [1, 1]], dtype=bool)
        observed[~seen[:, self.number]] = np.nan
        observed[rng.random(observed.shape) < 0.15] = np.nan
        self.problem = Problem(
            grid=grid, cells=np.ones((5, 5), bool), lon=lon.ravel(), lat=lat.ravel(),
            days=12.0 * np.arange(self.epochs), series=np.zeros((self.epochs, 25)),
            points=points, observed=observed, frames=Frames(frames, self.number),
        )  # fmt: skip
        self.options = options
        self.operator = 20 * load_operator(self.problem, Earth()).apply(np.eye(25)).T
        distance = np.hypot(*(np.subtract.outer(part, part) for part in np.divmod(np.arange(25), 5)))
        self.spread = 3600 * np.exp(-distance / 6)
        size = self.epochs * self.cells
        basis = np.linalg.qr(np.column_stack([np.ones(size + 1), np.eye(size + 1)[:, :size]]))[0][:, 1:]
        self.scores = (np.sqrt(size) * basis).reshape(size + 1, self.epochs, self.cells).swapaxes(0, 1)

    def prior(self):
        roots = [np.linalg.cholesky(self.spread)] + [np.linalg.cholesky((1 - self.fade**2) * self.spread)] * self.epochs
        state = np.zeros(self.scores.shape[1:])
        for score, root in zip(self.scores, roots):
            state = self.fade * state + score @ root.T
            yield state

    def filtered(self):
        """Mean and variance of the plugin's filter, [epoch, cell]."""
        scheme, error, cells = choose_scheme(self.problem, self.options, USEFUL)
        cycle = Cycle(scheme, lambda s: s @ self.operator.T, cells, error, 60.0)
        for day, prior, observed in zip(self.problem.days, self.prior(), self.problem.observed):
            cycle.step(day, prior, np.zeros(observed.size), observed)
        states = np.array([epoch.states for epoch in cycle.finished(last=True)])
        return states.mean(axis=1), states.var(axis=1, ddof=1)

    def exact(self, covariance):
        """The Kalman filter on matrices: each frame's offset is taken away by differences, the covariance with it."""
        mean, spread = np.zeros(25), self.spread
        means, variances = [], []
        for epoch, observed in enumerate(self.problem.observed):
            if epoch:
                mean, spread = self.fade * mean, self.fade**2 * spread + (1 - self.fade**2) * self.spread
            parts = []
            for number, frame in enumerate(self.problem.frames.every):
                places = np.flatnonzero(np.isfinite(observed) & (self.number == number))
                rows = np.eye(observed.size)[places]
                parts.append(rows[:-1] - rows[-1] if frame.reference == "unknown" and places.size else rows)
            difference = np.concatenate(parts)
            if len(difference):
                matrix = difference @ self.operator
                noise = difference @ covariance @ difference.T
                gain = np.linalg.solve(matrix @ spread @ matrix.T + noise, matrix @ spread).T
                mean = mean + gain @ (difference @ np.nan_to_num(observed) - matrix @ mean)
                spread = spread - gain @ matrix @ spread
            means.append(mean)
            variances.append(np.diag(spread))
        return np.array(means), np.array(variances)


def covariance_by_hand(small, air_km, same_air, tie, same_tie):
    """Errors of 3 mm, 30 % a cell's own; air over `air_km`; ties of 2 mm."""
    lon, lat = small.problem.lon[small.problem.points], small.problem.lat[small.problem.points]
    east, north = np.radians([lon, lat])
    haversine = np.sin((north[:, None] - north) / 2) ** 2
    haversine = haversine + np.cos(north[:, None]) * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    distance = 2 * 6371.0 * np.arcsin(np.sqrt(haversine))
    same = small.number[:, None] == small.number
    covariance = np.where(same | same_air, 0.7 * 9.0 * np.exp(-distance / air_km), 0.0)
    covariance += np.where((same | same_tie) & tie[small.number][:, None] & tie[small.number], 4.0, 0.0)
    np.fill_diagonal(covariance, 9.0 + 4.0 * tie[small.number])
    return covariance


TRACKS = ("106D_05248_131313", "106D_05447_131313", "055A_00001_131313")


OPTIONS = AssimilationOptions(
    method="letkf", localization_km=0.0, observation_error_mm=3.0, error_correlation_length_km=60.0, error_nugget=0.3,
    tie_error_mm=2.0, seed=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("references", "tracks", "stations", "shares_air", "shares_tie"),
    [
        (("unknown", "unknown"), (0, 2), ("", ""), False, False),
        (("unknown", "unknown"), (0, 1), ("", ""), True, False),
        (("tied", "unknown"), (0, 2), ("YNXX", ""), False, False),
        (("tied", "tied"), (0, 2), ("YNXX", "YNXX"), False, True),
        (("tied", "tied"), (0, 2), ("YNXX", "YNYY"), False, False),
        (("absolute", "unknown"), (0, 1), ("", ""), True, False),
    ],
)
def test_is_the_exact_filter(references, tracks, stations, shares_air, shares_tie):
    frames = tuple(
        Frame(TRACKS[track], reference, TRACKS[track][:4], station)
        for track, reference, station in zip(tracks, references, stations)
    )
    small = Small(OPTIONS, frames)
    tie = np.array([reference == "tied" for reference in references])
    covariance = covariance_by_hand(small, 60.0, shares_air, tie, shares_tie)
    # Chords by products of unit vectors put one place 0.2 m (3e-8 radian) from itself: 4e-6 of what the air shares.
    np.testing.assert_allclose(small.problem.errors(OPTIONS).covariance, covariance, atol=5e-5)
    mean, variance = small.filtered()
    expected_mean, expected_variance = small.exact(small.problem.errors(OPTIONS).covariance)
    np.testing.assert_allclose(mean, expected_mean, atol=1e-10)
    np.testing.assert_allclose(variance, expected_variance, atol=1e-8)  # of 3600 mm2
    assert np.abs(mean).max() > 5
    if references == ("unknown", "unknown"):
        # What moves a frame as a whole at an epoch changes nothing.
        shifted = small.problem.observed + 100 * np.array([[1.0, -3.0]])[:, small.number]
        small.problem = replace(small.problem, observed=shifted)
        np.testing.assert_allclose(small.filtered()[0], expected_mean, atol=1e-9)


def test_perturbed_filter_has_the_exact_mean_at_an_epoch():
    frames = (Frame("A", "unknown", "A"), Frame("B", "tied", "B"))
    small = Small(replace(OPTIONS, method="enkf_3d"), frames)
    small.problem = replace(small.problem, observed=small.problem.observed[[2]], days=small.problem.days[:1])
    mean, _ = small.filtered()
    expected, _ = small.exact(small.problem.errors(OPTIONS).covariance)
    np.testing.assert_allclose(mean, expected, atol=1e-10)


def test_planes_are_taken_out_of_each_frame():
    frames = (Frame("A", "absolute", "A"), Frame("B", "unknown", "B"))
    small = Small(replace(OPTIONS, deramped=True), frames)
    mean, _ = small.filtered()
    lon = small.problem.lon[small.problem.points]
    lat = small.problem.lat[small.problem.points]
    slopes = np.array([[5.0, -3.0, 40.0], [-8.0, 2.0, 10.0]])[small.number].T
    plane = slopes[0] * lon + slopes[1] * lat + slopes[2]
    small.problem = replace(small.problem, observed=small.problem.observed + plane)
    np.testing.assert_allclose(small.filtered()[0], mean, atol=1e-9)
    assert small.problem.errors(small.options).free.shape == (30, 6)


def test_neighbours_are_of_one_frame():
    small = Small(OPTIONS, (Frame("A", "absolute"), Frame("B", "absolute")))
    pairs = neighbours(small.problem)
    assert len(pairs) == 2 * (3 * 4 + 2 * 5)
    np.testing.assert_array_equal(small.number[pairs[:, 0]], small.number[pairs[:, 1]])


def test_one_after_the_other_is_the_best_mean():
    """Two independent observations of each cell, and three of some, used serially and as SharedCells' mean."""
    rng = np.random.default_rng(2)
    members, cells = rng.normal(0, 60, (30, 4)), 4
    points, number = np.array([0, 0, 1, 1, 2, 2, 2, 3]), np.array([0, 1, 0, 1, 0, 1, 2, 1])
    frames = Frames(tuple(Frame(name, "tied" if name == "b" else "absolute", name) for name in "abc"), number)
    options = AssimilationOptions(observation_error_mm=2.0, tie_error_mm=3.0)
    shared = SharedCells.of(points, frames, frames.in_one_cell(options, UNKNOWN_OFFSET_MM))
    observed = rng.normal(0, 3, points.size)
    observed[3] = np.nan
    predicted = -0.05 * members
    together = shared.together(observed)
    got = update_cells(members, predicted, together.values, together.std, "ensrf")
    serial = members.copy()
    for frame, std in enumerate((2.0, np.hypot(2, 3), 2.0)):
        values = np.full(cells, np.nan)
        values[points[number == frame]] = observed[number == frame]
        serial = update_cells(serial, -0.05 * serial, values, std, "ensrf")
    np.testing.assert_allclose(got, serial, atol=1e-10)
    assert together.weights[3] == 0
    np.testing.assert_allclose(np.bincount(points, together.weights), 1)


def test_errors_that_frames_share_in_a_cell():
    """Air of one track and a tie to one station: the scalar result with the full covariance."""
    options = AssimilationOptions(
        observation_error_mm=3.0, tie_error_mm=2.0, error_correlation_length_km=50.0, error_nugget=0.4
    )
    every = (Frame("a", "tied", "106D", "X"), Frame("b", "tied", "106D", "X"), Frame("c", "unknown", "055A"))
    frames = Frames(every, np.arange(3))
    covariance = frames.in_one_cell(options, 1e3)
    np.testing.assert_allclose(covariance, [[13, 9.4, 0], [9.4, 13, 0], [0, 0, 1e6 + 9]])
    shared = SharedCells.of(np.zeros(3, dtype=int), frames, covariance)
    observed = np.array([1.0, 5.0, -700.0])
    together = shared.together(observed)
    inverse = np.linalg.inv(covariance)
    assert together.std[0] ** 2 == pytest.approx(1 / inverse.sum(), rel=1e-12)
    assert together.values[0] == pytest.approx(inverse.sum(axis=0) @ observed / inverse.sum(), rel=1e-10)
    alone = shared.together(np.array([np.nan, 5.0, np.nan]))
    assert (alone.values[0], alone.std[0]) == (5.0, pytest.approx(np.sqrt(13)))
    assert np.isnan(shared.together(np.full(3, np.nan)).std[0])


def test_maps_hold_the_mean_of_the_frames_of_the_day():
    points = np.array([4, 4, 7, 9, 9])
    nothing = np.nan
    values = {
        "observation_error": np.array([1.0, 2.0, 3.0, nothing, nothing]),
        "innovation": np.array([5.0, 10.0, 1.0, nothing, nothing]),
        "predicted_displacement": np.array([1.0, 2.0, 3.0, 4.0, 8.0]),
        "gain": np.array([-3.0, -1.0, -2.0, nothing, nothing]),
        "gross_error": np.array([1.0, 1.0, 0.0, nothing, nothing]),
    }
    cells, means = mean_of_frames(points, values)
    np.testing.assert_array_equal(cells, [4, 7, 9])
    np.testing.assert_allclose(means["innovation"], [6.0, 1.0, nothing])
    np.testing.assert_allclose(means["predicted_displacement"], [1.2, 3.0, 6.0])
    np.testing.assert_allclose(means["gain"], [-4.0, -2.0, nothing])
    np.testing.assert_array_equal(means["gross_error"], [1.0, 0.0, nothing])
    np.testing.assert_allclose(means["observation_error"], [1 / np.sqrt(1.25), 3.0, nothing])


def test_gate_of_one_dimensional_filters_with_two_observations_a_cell():
    """Two frames with the same cells and days are one with errors smaller by the root of two."""
    grid = M25.window(ROW0, COLUMN0, 5, 5)
    lon, lat = (part.ravel() for part in grid.lon_lat())
    cells, epochs = np.arange(25), 40
    twice = Frames((Frame("a", "absolute", "a"), Frame("b", "absolute", "b")), np.tile([0, 1], 25))
    common = {
        "grid": grid, "cells": np.ones((5, 5), bool), "lon": lon, "lat": lat, "days": 12.0 * np.arange(epochs),
        "series": np.zeros((epochs, 25)),
    }  # fmt: skip
    one = Problem(**common, points=cells, observed=np.zeros((epochs, 25)))
    two = Problem(**common, points=np.repeat(cells, 2), observed=np.zeros((epochs, 50)), frames=twice)
    for method in ("ensrf_1d", "enkf_3d"):
        single, double = (
            gate.drawn_information(
                problem, load_operator(problem, Earth()), AssimilationOptions(method=method, observation_error_mm=error)
            )
            for problem, error in ((one, 3.0 / np.sqrt(2)), (two, 3.0))
        )
        assert double.posterior_std == pytest.approx(single.posterior_std, rel=1e-5)
        assert double.cell_posterior_std == pytest.approx(single.cell_posterior_std, rel=1e-5)
        assert double.prior_std == pytest.approx(single.prior_std, rel=1e-12)


def test_a_station_in_an_observed_cell_counts_it_once():
    grid = M25.window(ROW0, COLUMN0, 3, 3)
    lon, lat = (part.ravel() for part in grid.lon_lat())
    common = {
        "grid": grid, "cells": np.ones((3, 3), bool), "lon": lon, "lat": lat, "days": 12.0 * np.arange(5),
        "series": np.zeros((5, 9)),
    }  # fmt: skip
    cells = np.array([0, 1])
    stations = StationPoints(("YNXX",), lon[:1], lat[:1], np.array([1e6]))
    without = Problem(**common, points=cells, observed=np.zeros((5, 2)))
    beside = Problem(**common, points=np.array([0, 1, 0]), observed=np.zeros((5, 3)), stations=stations)
    made = [
        gate.drawn_information(problem, load_operator(problem, Earth()), AssimilationOptions(method="enkf_3d"))
        for problem in (without, beside)
    ]
    assert made[1].prior_std == pytest.approx(made[0].prior_std, rel=1e-12)
    assert made[1].posterior_std == pytest.approx(made[0].posterior_std, rel=1e-6)


def test_heights_of_stations_are_used_once():
    """With epochs of two tracks a few days apart a height belongs to the nearest."""
    cell = np.zeros(1, dtype=int)
    points = StationPoints(("YNXX",), np.zeros(1), np.zeros(1), np.ones(1))
    days = np.array([0.0, 3.0, 6.0, 9.0, 12.0, 19.0])
    stations = Observations(days, days[:, None], cell, cell, False, None, points)
    gridded = Observations(np.array([0.0, 5.0, 12.0]), np.zeros((3, 1)), cell, cell, False)
    np.testing.assert_allclose(joined(gridded, stations).values[:, 1], [0.0, 4.5, 10.5])


def test_errors_without_frames_are_those_of_one():
    lon, lat = np.array([100.0, 100.3, 100.1]), np.array([25.0, 25.0, 25.1])
    options = AssimilationOptions(reference="tied", error_correlation_length_km=50.0)
    plain = observation_error(lon, lat, options)
    same = observation_error(lon, lat, options, None, Frames((Frame("", "tied"),), np.zeros(3, dtype=int)))
    np.testing.assert_array_equal(plain.covariance, same.covariance)
    assert plain.free is None


@pytest.mark.parametrize("deramped", [False, True])
@pytest.mark.parametrize("method", ["ensrf_1d", "enkf_3d", "letkf"])
def test_a_lone_cell_of_a_free_frame_says_nothing(method, deramped):
    """Its offset takes up all of it; with a plane the same holds of three cells. Both are as if they were missing."""
    frames = (Frame("A", "tied", "A"), Frame("B", "unknown", "B"))
    options = replace(OPTIONS, method=method, deramped=deramped)
    small = Small(options, frames)
    of_second = np.flatnonzero(small.number == 1)
    observed = np.where(small.number == 0, np.nan_to_num(small.problem.observed, nan=1.0), np.nan)
    made = []
    for few in ((), of_second[[0, 7, 9]] if deramped else of_second[:1]):
        some = observed.copy()
        some[:, few] = 3.0
        small.problem = replace(small.problem, observed=some)
        scheme, error, cells = choose_scheme(small.problem, options, USEFUL)
        cycle = Cycle(scheme, lambda s: s @ small.operator.T, cells, error, 60.0, pairs=neighbours(small.problem))
        steps = [
            cycle.step(day, prior[:30], np.zeros(30), values)
            for day, prior, values in zip(small.problem.days, small.prior(), some)
        ]
        made.append((steps, np.array([epoch.states for epoch in cycle.finished(last=True)])))
    np.testing.assert_allclose(made[1][1], made[0][1], atol=1e-9)
    for step in made[1][0]:
        assert np.isnan(step.innovations.normalized[of_second]).all()
        assert np.isfinite(step.innovations.normalized[small.number == 0]).all()


@pytest.mark.parametrize("references", [("tied", "absolute"), ("unknown", "tied"), ("unknown", "unknown")])
def test_the_gate_is_the_exact_filter(references):
    """Variance of the mean of the area, from epoch to epoch, with the frames' own dates."""
    options = replace(OPTIONS, method="enkf_3d", prior_error_mm=80.0, prior_correlation_length_km=100.0)
    small = Small(options, tuple(Frame(name, reference, name) for name, reference in zip("AB", references)))
    observed = np.where([[True], [False]], small.number == 0, small.number == 1)[np.arange(40) % 2]
    observed[::5] = True
    problem = replace(
        small.problem,
        observed=np.where(observed, 0.0, np.nan),
        days=np.cumsum(np.tile([5.0, 7.0], 20)),
        series=np.zeros((40, 25)),
    )
    operator = load_operator(problem, Earth())
    made = gate.drawn_information(problem, operator, options)
    field = ErrorField.create((5, 5), spacing_km(problem.grid), 100.0)
    prior = 80.0**2 * field.covary(np.eye(25).reshape(25, 5, 5)).reshape(25, 25)
    matrix = operator.apply(np.eye(25)).T
    error, spread, means = problem.errors(options), prior, []
    covariance = error.covariance + (0 if error.free is None else 1e8 * error.free @ error.free.T)
    for epoch, seen in enumerate(observed):
        if epoch:
            fade = np.exp(-(problem.days[epoch] - problem.days[epoch - 1]) / options.error_memory_days)
            spread = fade**2 * spread + (1 - fade**2) * prior
        seen_matrix = matrix[seen]
        total = seen_matrix @ spread @ seen_matrix.T + covariance[np.ix_(seen, seen)]
        spread = spread - spread @ seen_matrix.T @ np.linalg.solve(total, seen_matrix @ spread)
        means.append(spread.mean())
    # A variance of (1 m)^2 or (10 m)^2 stands for what is free: 1e-5 of the little that the observations say.
    assert made.posterior_std == pytest.approx(np.sqrt(np.mean(means[20:])), rel=1e-6)
    assert made.prior_std == pytest.approx(np.sqrt(prior.mean()), rel=1e-9)
    assert made.constrains == (references != ("unknown", "unknown"))


def test_local_transforms_with_a_wide_reach_are_the_exact_filter():
    """The precision of what is left of correlated errors, not of the errors: without it 1 mm and more apart."""
    options = replace(OPTIONS, localization_km=1e8)
    small = Small(options, (Frame("A", "unknown", "A"), Frame("B", "tied", "B")))
    mean, _ = small.filtered()
    expected, _ = small.exact(small.problem.errors(options).covariance)
    np.testing.assert_allclose(mean, expected, atol=1e-6)


def test_a_frame_given_twice_under_another_name_is_refused():
    values = np.arange(12.0).reshape(3, 4)
    days, rows, columns = 12.0 * np.arange(3), np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    first, second = (
        Observations(days, values, rows, columns, False, Frames((Frame(name, "tied"),), np.zeros(4, dtype=np.intp)))
        for name in ("099A", "copy of 099A")
    )
    with pytest.raises(InputError, match="099A and copy of 099A hold the same data"):
        merged([first, second])
    assert merged([first, replace(second, values=values + 1)]).values.shape == (3, 8)
