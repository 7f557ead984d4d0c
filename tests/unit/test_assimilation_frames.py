"""Several frames of displacement, each with a reference of its own."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from groundswell.core import netcdf
from groundswell.core.assimilation import gate
from groundswell.core.assimilation.analysis import update_cells
from groundswell.core.assimilation.build import choose_scheme, neighbours
from groundswell.core.assimilation.cycle import Cycle
from groundswell.core.assimilation.frames import Frame, FrameFile, Frames, frame_files
from groundswell.core.assimilation.information import Information
from groundswell.core.assimilation.observation_error import UNKNOWN_OFFSET_MM, observation_error
from groundswell.core.assimilation.observations import Observations, StationPoints
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.output import mean_of_frames
from groundswell.core.assimilation.problem import Problem, load_operator
from groundswell.core.assimilation.run import assimilate
from groundswell.core.assimilation.shared_cells import SharedCells
from groundswell.core.assimilation.station_points import joined
from groundswell.core.errors import InputError
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.progress import SilentProgress

M25 = Grid("M25")
ROW0, COLUMN0, SIDE = 165, 1075, 12
DAYS = np.arange(6505.0, 6690.0, 12.0)
USEFUL = Information(1.0, 60.0, 30.0, 30.0, 60.0, 40.0)


# ------------------------------------------------------------------ the exact filter


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
        self.operator = 20 * load_operator(self.problem, "PREM").apply(np.eye(25)).T
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
    radians = np.radians([lon, lat])
    cosine = np.sin(radians[1][:, None]) * np.sin(radians[1]) + np.cos(radians[1][:, None]) * np.cos(
        radians[1]
    ) * np.cos(radians[0][:, None] - radians[0])
    distance = 6371.0 * np.arccos(np.clip(cosine, -1, 1))
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
    # Distances by the arc cosine are good to 1e-7 of a cell, by the chord to 1e-15: 1e-6 of what the air shares.
    np.testing.assert_allclose(small.problem.errors(OPTIONS).covariance, covariance, atol=1e-5)
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


# ------------------------------------------------------------------ cells that several frames see, 1-D


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


# ------------------------------------------------------------------ from file to file


def season(days, side=SIDE):
    pattern = 1 + 0.3 * np.sin(np.arange(side)[:, None] / 2.0) * np.cos(np.arange(side) / 3.0)
    return 150 * np.sin(2 * np.pi * days / 365.25)[:, None, None] * pattern


def write(path, name, values, days, row, column, grid="M25", **attributes):
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, Grid(grid).window(row, column, *values.shape[-2:]))
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, "f8")[:] = values
        dataset.setncatts(attributes)
    return path


@pytest.fixture(scope="module")
def ground():
    """Displacement [epoch, row, column] of all cells by a season 1.5 times the model's."""
    cells = grid_cells(M25.window(ROW0, COLUMN0, SIDE, SIDE))
    days = np.arange(6505.0, 6690.0, 1.0)
    up = LoadOperator.of_cells(cells, cells.lon, cells.lat).apply(1.5 * season(days).reshape(days.size, -1))
    return lambda wanted: up.reshape(-1, SIDE, SIDE)[(np.asarray(wanted) - days[0]).astype(int)]


@pytest.fixture
def storage(tmp_path):
    days = np.arange(6500.0, 6700.0, 10.0)
    return write(tmp_path / "storage.nc", "tws", season(days), days, ROW0, COLUMN0)


def frame(path, ground, rows, columns, days=DAYS, seed=0, offset=0.0, noise=0.5, **attributes):
    """A file of a frame's displacement with white noise and an offset of `offset` mm at each epoch."""
    rng = np.random.default_rng(seed)
    values = ground(days)[:, rows, columns]
    values = values + noise * rng.normal(size=values.shape) + offset * rng.standard_normal((len(days), 1, 1))
    values[rng.random(values.shape) < 0.1] = np.nan
    return write(path, "vertical_displacement", values, days, ROW0 + rows.start, COLUMN0 + columns.start, **attributes)


def run(storage, files, output, progress=None, references=(), restart=None, save=None, **options):
    chosen = AssimilationOptions(**{"members": 8, "seed": 3, "observation_error_mm": 1.0, **options})
    more = frame_files(files[1:], references)
    result = assimilate(storage, files[0], output, chosen, progress or SilentProgress(), restart, save, more=more)
    with netcdf.open_dataset(output) as dataset:
        values = {name: netcdf.read(dataset, name) for name in dataset.variables if name != "crs"}
        return result, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


WAYS = [
    {"method": "enkf_1d"},
    {"method": "ensrf_1d"},
    {"method": "enkf_3d"},
    {"method": "enkf_3d", "reference": "tied", "error_correlation_length_km": 50.0, "window": "enks"},
    {"method": "letkf", "error_correlation_length_km": 50.0},
]


@pytest.mark.parametrize("options", WAYS)
def test_two_halves_are_the_whole_frame(tmp_path, storage, ground, options):
    """Halves of one frame, tied to the same station where tied, give the same members to the last bit."""
    station = {"reference_station": "YNXX"}
    whole = frame(tmp_path / "whole.nc", ground, slice(3, 9), slice(4, 8), **station)
    halves = []
    with netcdf.open_dataset(whole) as dataset:
        values = netcdf.read_float(dataset, "vertical_displacement")
    for name, part in (("south", slice(3, 6)), ("north", slice(0, 3))):
        some = values[:, part]
        halves.append(
            write(
                tmp_path / f"{name}.nc",
                "vertical_displacement",
                some,
                DAYS,
                ROW0 + 3 + part.start,
                COLUMN0 + 4,
                **station,
            )
        )
    one = run(storage, [whole], tmp_path / "one.nc", **options)
    two = run(storage, halves, tmp_path / "two.nc", **options)
    for name, values in one[1].items():
        if not name.startswith("group_"):
            np.testing.assert_array_equal(two[1][name], values, err_msg=name)
    assert one[0].n_observations == two[0].n_observations
    assert one[0].n_cells == two[0].n_cells
    # The gate goes through the epochs one by one and takes the mean of the later half, not the settled state.
    assert two[0].information.posterior_std == pytest.approx(one[0].information.posterior_std, rel=0.03)
    assert two[0].information.prior_std == pytest.approx(one[0].information.prior_std, rel=1e-9)


def two_tracks(tmp_path, ground, **changes):
    """Overlapping frames of two tracks, four of the second's days on days of the first."""
    later = np.sort(np.concatenate([DAYS[3::4], DAYS[:-1] + 5]))
    choices = {"offset": 20.0, **changes}
    return [
        frame(tmp_path / "a.nc", ground, slice(2, 7), slice(3, 9), frame="106D_05248_131313", **choices),
        frame(tmp_path / "b.nc", ground, slice(5, 10), slice(4, 10), later, 1, frame="055A_00001_131313", **choices),
    ], later


@pytest.mark.parametrize("options", [{"method": "enkf_1d"}, {"method": "enkf_3d"}, {"method": "letkf"}])
def test_the_order_of_the_files_is_of_no_account(tmp_path, storage, ground, options):
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    one = run(storage, files, tmp_path / "1.nc", references=("tied",), **options)
    two = run(storage, files[::-1], tmp_path / "2.nc", references=("absolute",), **{**options, "reference": "tied"})
    for name, values in one[1].items():
        np.testing.assert_array_equal(two[1][name], values, err_msg=name)
    np.testing.assert_array_equal(one[1]["time"], np.union1d(DAYS, later))
    facts = json.loads(one[2]["frames"])
    assert [(fact["frame"][:4], fact["reference"]) for fact in facts] == [("055A", "tied"), ("106D", "absolute")]
    assert [fact["epochs"] for fact in facts] == [later.size, DAYS.size]
    assert sum(fact["observations"] for fact in facts) == one[0].n_observations == one[1]["n_observations"].sum()
    assert one[0].n_cells == 5 * 6 + 5 * 6 - 2 * 5
    assert one[0].n_cells == (one[1]["n_observations"] > 0).sum()


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d"])
def test_in_two_parts(tmp_path, storage, ground, method):
    files, later = two_tracks(tmp_path, ground)
    options = {"references": ("unknown",), "method": method, "save_members": True}
    whole = run(storage, files, tmp_path / "whole.nc", **options)[1]
    state = tmp_path / "state.nc"
    first = run(storage, files, tmp_path / "1.nc", save=state, end="2017-12-31", **options)[1]
    rest = run(storage, files[:1] + files[1:], tmp_path / "2.nc", restart=state, **options)[1]
    assert 5 < first["time"].size < whole["time"].size - 5
    for name, axis in (("time", 0), ("tws_analysis_members", 1), ("normalized_innovation", 0)):
        np.testing.assert_array_equal(np.concatenate([first[name], rest[name]], axis=axis), whole[name], err_msg=name)
    with pytest.raises(InputError, match=r"other choices \(frames\)"):
        run(storage, files, tmp_path / "3.nc", restart=state, **{**options, "references": ("tied",)})


def regional_error(values):
    """Error of the mean anomaly of the cells of either frame, root mean square (mm)."""
    truth = 1.5 * season(values["time"])
    seen = values["n_observations"] > 0
    return float(np.std((values["tws_analysis"] - truth)[:, seen].mean(axis=1)))


def test_a_frame_of_unknown_reference_beside_a_tied_one(tmp_path, storage, ground):
    """Two unknown frames tell nothing and leave the open loop; the tied one gains, and more with the other's days."""
    files, _ = two_tracks(tmp_path, ground)
    tied = frame(tmp_path / "tied.nc", ground, slice(2, 7), slice(3, 9), frame="106D_05248_131313")
    options = {"method": "enkf_3d", "members": 40, "localization_km": 0.0}
    progress = SilentProgress()
    alone = {**options, "reference": "unknown", "observation_error_mm": 5.0}
    _, values, attributes = run(storage, files, tmp_path / "u.nc", progress, **alone)
    assert attributes["information_constrains"] == 0
    assert any("cannot constrain" in text and "not used" in text for text in progress.warnings)
    np.testing.assert_array_equal(values["tws_analysis"], values["tws_open_loop"])
    progress = SilentProgress()
    found = run(
        storage,
        [tied, files[1]],
        tmp_path / "t.nc",
        progress,
        ("unknown",),
        reference="tied",
        tie_error_mm=0.5,
        **options,
    )
    assert found[2]["information_constrains"] == 1
    assert not any("cannot constrain" in text for text in progress.warnings)
    open_loop = regional_error({**found[1], "tws_analysis": found[1]["tws_open_loop"]})
    assert regional_error(found[1]) < 0.6 * open_loop
    # Innovations of the unknown frame are without its offset of 20 mm.
    assert np.nanstd(found[1]["innovation"][:, 8:, :]) < 3


def test_the_gate_counts_all_frames(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground, offset=0.0)
    options = {"method": "enkf_3d", "reference": "tied"}
    ratios = {}
    for name, some, words in (("one", files[:1], ()), ("both", files, ()), ("mixed", files, ("unknown",))):
        made = run(storage, some, tmp_path / f"{name}.nc", references=words, **options)[0].information
        ratios[name] = made.posterior_std / made.prior_std
    assert ratios["both"] < 0.97 * ratios["one"]
    assert ratios["both"] < ratios["mixed"]


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
                problem, load_operator(problem, "PREM"), AssimilationOptions(method=method, observation_error_mm=error)
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
        gate.drawn_information(problem, load_operator(problem, "PREM"), AssimilationOptions(method="enkf_3d"))
        for problem in (without, beside)
    ]
    assert made[1].prior_std == pytest.approx(made[0].prior_std, rel=1e-12)
    assert made[1].posterior_std == pytest.approx(made[0].posterior_std, rel=1e-6)


def test_missing_values_are_no_observations(tmp_path, ground):
    """A frame of one epoch has no anomaly, an empty epoch nothing: both change nothing."""
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    days = np.arange(6500.0, 6700.0, 10.0)
    members = season(days) + 40 * np.random.default_rng(6).standard_normal((6, 1, 1, 1))
    storage = tmp_path / "members.nc"
    with netcdf.create(storage, "storage", "test") as dataset:
        netcdf.write_grid(dataset, M25.window(ROW0, COLUMN0, SIDE, SIDE))
        netcdf.write_time(dataset, days)
        dataset.createDimension("member", 6)
        netcdf.add_variable(dataset, "tws", ("member", "time", "y", "x"), "mm", "storage", "f8")[:] = members
    extra = frame(tmp_path / "c.nc", ground, slice(1, 4), slice(2, 5), DAYS[4:5], 2)
    empty = np.full((later.size, 5, 6), np.nan)
    with netcdf.open_dataset(files[1]) as dataset:
        empty[::2] = netcdf.read_float(dataset, "vertical_displacement")[::2]
    gaps = write(tmp_path / "gaps.nc", "vertical_displacement", empty, later, ROW0 + 5, COLUMN0 + 4, frame="055A_00001")
    some = write(
        tmp_path / "055A.nc", "vertical_displacement", empty[::2], later[::2], ROW0 + 5, COLUMN0 + 4, frame="055A_00001"
    )
    full = run(storage, [files[0], gaps], tmp_path / "1.nc", method="ensrf_1d")[1]
    less = run(storage, [files[0], some, extra], tmp_path / "2.nc", method="ensrf_1d")[1]
    common = np.isin(full["time"], less["time"])
    cells = full["n_observations"] > 0
    np.testing.assert_array_equal(less["n_observations"], full["n_observations"])
    # Epochs without any observation let increments fade in two steps instead of one: 1e-12 mm, in files of float32.
    np.testing.assert_allclose(less["tws_analysis"][:, cells], full["tws_analysis"][common][:, cells], atol=1e-4)


def test_heights_of_stations_are_used_once():
    """With epochs of two tracks a few days apart a height belongs to the nearest."""
    cell = np.zeros(1, dtype=int)
    points = StationPoints(("YNXX",), np.zeros(1), np.zeros(1), np.ones(1))
    days = np.array([0.0, 3.0, 6.0, 9.0, 12.0, 19.0])
    stations = Observations(days, days[:, None], cell, cell, False, None, points)
    gridded = Observations(np.array([0.0, 5.0, 12.0]), np.zeros((3, 1)), cell, cell, False)
    np.testing.assert_allclose(joined(gridded, stations).values[:, 1], [0.0, 4.5, 10.5])


# ------------------------------------------------------------------ wrong input


def test_words_and_files(tmp_path, storage, ground):
    assert frame_files([tmp_path / "a.nc"], ()) == (FrameFile(tmp_path / "a.nc"),)
    with pytest.raises(InputError, match="MORE_REFERENCES: 'sea level' is not offered"):
        frame_files([tmp_path / "a.nc"], ["sea level"])
    with pytest.raises(InputError, match="2 words for the 1 files"):
        frame_files([tmp_path / "a.nc"], ["tied", "tied"])
    files, _ = two_tracks(tmp_path, ground)
    with pytest.raises(InputError, match=r"a\.nc is given twice"):
        run(storage, [files[0], files[0]], tmp_path / "o.nc")
    with pytest.raises(InputError, match="give the first as OBSERVATIONS"):
        run(storage, [None, files[0]], tmp_path / "o.nc")
    with pytest.raises(InputError, match="none.nc"):
        run(storage, [files[0], tmp_path / "none.nc"], tmp_path / "o.nc")


def test_a_second_frame_that_does_not_fit_is_named(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground)
    values = ground(DAYS)[:, :2, :2]
    other = write(tmp_path / "m36.nc", "vertical_displacement", values, DAYS, 115, 750, "M36")
    with pytest.raises(InputError, match=r"observations of .*m36\.nc are on M36"):
        run(storage, [files[0], other], tmp_path / "o.nc")
    outside = write(tmp_path / "outside.nc", "vertical_displacement", values, DAYS, ROW0 - 1, COLUMN0)
    with pytest.raises(InputError, match=r"outside\.nc: 2 of their 4 cells"):
        run(storage, [files[0], outside], tmp_path / "o.nc")
    late = write(tmp_path / "late.nc", "vertical_displacement", values, DAYS + 3000, ROW0, COLUMN0)
    with pytest.raises(InputError, match=r"storage\.nc covers no epoch of the frame late"):
        run(storage, [files[0], late], tmp_path / "o.nc")
    empty = write(tmp_path / "empty.nc", "vertical_displacement", np.full_like(values, np.nan), DAYS, ROW0, COLUMN0)
    with pytest.raises(InputError, match=r"empty\.nc holds no displacement"):
        run(storage, [files[0], empty], tmp_path / "o.nc")


def test_a_frame_of_excluded_epochs_is_said(tmp_path, storage, ground):
    files, _ = two_tracks(tmp_path, ground, offset=0.0)
    few = frame(tmp_path / "few.nc", ground, slice(1, 4), slice(2, 5), DAYS[4:6], 2)
    progress = SilentProgress()
    run(storage, [files[0], few], tmp_path / "o.nc", progress, excluded_periods="2017-12-08..2017-12-24")
    assert any("frame few lie in EXCLUDED_PERIODS" in text for text in progress.warnings)


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d", "letkf"])
def test_one_error_twice_is_no_covariance(tmp_path, storage, ground, method):
    files, later = two_tracks(tmp_path, ground, offset=0.0)
    same = frame(tmp_path / "c.nc", ground, slice(5, 9), slice(4, 8), DAYS, 2, frame="106D_05447_131313")
    options = {"method": method, "error_correlation_length_km": 50.0, "error_nugget": 0.0}
    with pytest.raises(InputError, match="covariance of the observations is not positive definite"):
        run(storage, [files[0], same], tmp_path / "o.nc", **options)
    # Another track looks through other air.
    run(storage, files, tmp_path / "o.nc", **options)


def test_relative_displacement_is_named(tmp_path, storage, ground):
    relative = {"vertical_frame": "relative to the reference area"}
    files = [
        frame(tmp_path / f"{name}.nc", ground, slice(row, row + 4), slice(2, 6), seed=row, frame=name, **relative)
        for name, row in (("106D_1", 1), ("055A_2", 4))
    ]
    progress = SilentProgress()
    run(storage, files, tmp_path / "o.nc", progress, ("unknown",), reference="tied", method="enkf_3d")
    said = [text for text in progress.warnings if "relative to its reference area" in text]
    assert len(said) == 1
    assert "106D_1 is relative to its reference area, but is taken as tied" in said[0]


def test_frames_name_their_track_and_station(tmp_path):
    path = write(
        tmp_path / "a.nc", "vertical_displacement", np.zeros((1, 2, 2)), DAYS[:1], ROW0, COLUMN0,
        frame="106D_05248_131313", reference_station="YNXX", vertical_frame="relative to the reference area",
    )  # fmt: skip
    with netcdf.open_dataset(path) as dataset:
        assert Frame.of(dataset, path, "tied") == Frame("106D_05248_131313", "tied", "106D", "YNXX", True)
    plain = write(tmp_path / "b.nc", "vertical_displacement", np.zeros((1, 2, 2)), DAYS[:1], ROW0, COLUMN0)
    with netcdf.open_dataset(plain) as dataset:
        assert Frame.of(dataset, plain, "absolute") == Frame("b", "absolute")


def test_errors_without_frames_are_those_of_one():
    lon, lat = np.array([100.0, 100.3, 100.1]), np.array([25.0, 25.0, 25.1])
    options = AssimilationOptions(reference="tied", error_correlation_length_km=50.0)
    plain = observation_error(lon, lat, options)
    same = observation_error(lon, lat, options, None, Frames((Frame("", "tied"),), np.zeros(3, dtype=int)))
    np.testing.assert_array_equal(plain.covariance, same.covariance)
    assert plain.free is None
