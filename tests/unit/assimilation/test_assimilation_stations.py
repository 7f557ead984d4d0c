"""GNSS stations as observations of their own, alone and together with displacement of unknown reference."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.assimilation.errors.observation_error import observation_error
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.preparation import Sources
from groundswell.core.assimilation.run import assimilate
from groundswell.core.assimilation.tuning import tune_observation_error
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.cells import authalic_latitude, grid_cells
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

GRID = Grid("M25").window(160, 1070, 14, 14)
FRAME = (slice(5, 9), slice(5, 9))
DAYS = np.arange(6500.0, 6860.0, 12.0)
NAMES = ("YNAA", "YNBB", "YNCC", "YNDD", "YNEE", "YNFF")
PLACES = ((2.3, 3.6), (7.2, 6.9), (11.4, 4.1), (4.8, 10.7), (9.6, 9.2), (5.5, 5.5))  # row and column, within the grid


def season(factor):
    pattern = 1 + 0.2 * np.sin(np.arange(14)[:, None] / 4) * np.cos(np.arange(14) / 5)
    return factor * 120 * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None] * pattern


def write_grid_file(path, name, values, grid):
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, DAYS)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = values
    return path


def write_points(path, up, lon, lat, days=DAYS, std=1.0):
    heights = np.array([np.interp(days, DAYS, series) for series in up])
    with netcdf.create(path, "stations", "test") as dataset:
        write_stations(dataset, Stations(NAMES[: len(lon)], lon, lat, days, heights, np.full(heights.shape, std)))
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return storage with a season 1.6 times too large, stations, and a frame with an offset at each epoch."""
    folder, rng = tmp_path_factory.mktemp("stations"), np.random.default_rng(4)
    truth, cells = season(1.0), grid_cells(GRID)
    row, column = np.array(PLACES).T
    lon_grid, lat_grid = GRID.lon_lat()
    lon = np.interp(column, np.arange(14), lon_grid[0])
    lat = -np.interp(row, np.arange(14), -lat_grid[:, 0])
    operator = LoadOperator.of_cells(cells, lon, authalic_latitude(lat))
    up = operator.apply(truth.reshape(DAYS.size, -1)).T
    part = grid_cells(GRID.window(5, 5, 4, 4))
    frame = LoadOperator.of_cells(cells, part.lon, part.lat).apply(truth.reshape(DAYS.size, -1))
    noise = rng.normal(0, 0.5, up.shape)
    frame = frame + rng.normal(0, 30, (DAYS.size, 1)) + rng.normal(0, 0.3, frame.shape)
    return SimpleNamespace(
        folder=folder,
        truth=truth,
        operator=operator,
        lon=lon,
        lat=lat,
        up=up,
        storage=write_grid_file(folder / "storage.nc", "tws", season(1.6), GRID),
        stations=write_points(folder / "stations.nc", up + noise, lon, lat),
        # Heights of every third day, which the epochs of the frame take the means of.
        often=write_points(folder / "often.nc", up + noise, lon, lat, np.arange(DAYS[0], DAYS[-1], 3.0)),
        frame=write_grid_file(
            folder / "frame.nc", "vertical_displacement", frame.reshape(-1, 4, 4), GRID.window(5, 5, 4, 4)
        ),
    )


def run(files, displacement, stations, name="analysis", **options):
    chosen = {"method": "enkf_3d", "members": 40, "seed": 2, "station_error_mm": 0.3, "localization_km": 0, **options}
    path = files.folder / f"{name}.nc"
    result = assimilate(
        files.storage, displacement, path, AssimilationOptions(**chosen), SilentProgress(), stations=stations
    )
    with netcdf.open_dataset(path) as dataset:
        return result, {key: netcdf.read_stored(dataset, key) for key in dataset.variables if key != "crs"}


def regional_error(files, storage):
    """Return the error of the frame's mean anomaly, root mean square (mm)."""
    error = (storage - files.truth)[:, FRAME[0], FRAME[1]].mean(axis=(1, 2))
    return float(np.std(error))


@pytest.mark.parametrize("method", ["enkf_3d", "letkf"])
def test_stations_alone(files, method):
    result, values = run(files, None, files.stations, method=method)
    assert list(values["station_name"]) == list(NAMES)
    assert result.n_observations == DAYS.size * len(NAMES)
    assert values["n_observations"].sum() == result.n_observations
    assert np.isnan(values["innovation"]).all()
    expected = files.operator.apply(season(1.6).reshape(DAYS.size, -1))
    expected -= expected.mean(axis=0)
    np.testing.assert_allclose(values["station_predicted_displacement"], expected, atol=1e-5)
    np.testing.assert_allclose(values["station_observation_error"], np.hypot(1.0, 0.3), rtol=1e-6)
    before, after = (regional_error(files, values[f"tws_{name}"]) for name in ("open_loop", "analysis"))
    assert after < 0.8 * before
    assert 0.2 < np.nanstd(values["station_normalized_innovation"]) < 1.5


def test_stations_tie_a_frame_of_unknown_reference(files):
    """The frame alone says nothing of the mean; with the stations its offset is known and it adds to them."""
    _, lone = run(files, files.frame, None, "lone", reference="unknown", observation_error_mm=0.5)
    _, tied = run(files, files.frame, files.often, "tied", reference="unknown", observation_error_mm=0.5)
    open_loop = regional_error(files, lone["tws_open_loop"])
    assert regional_error(files, tied["tws_analysis"]) < 0.75 * regional_error(files, lone["tws_analysis"])
    assert regional_error(files, tied["tws_analysis"]) < 0.75 * open_loop
    # Innovations of the cells are of the frame without its offset; those of the stations are absolute.
    assert np.nanmax(np.abs(tied["innovation"])) < 10
    assert (tied["n_observations"][FRAME] >= DAYS.size).all()


def test_errors_of_stations_are_their_own():
    lon, lat = np.array([100.0, 100.3, 100.1, 100.2]), np.array([25.0, 25.0, 25.1, 25.2])
    options = AssimilationOptions(error_correlation_length_km=50.0, reference="unknown", observation_error_mm=5.0)
    error = observation_error(lon, lat, options, np.array([2.0, 3.0]))
    np.testing.assert_allclose(error.variances, [25, 25, 4, 9])
    np.testing.assert_array_equal(error.covariance[2:], [[0, 0, 4, 0], [0, 0, 0, 9]])
    np.testing.assert_array_equal(error.free[:, 0], [1, 1, 0, 0])
    assert error.covariance[0, 1] == observation_error(lon[:2], lat[:2], options).covariance[0, 1]
    # An epoch at which only stations are there has nothing free.
    assert error.patterns(np.array([False, False, True, True])) is None


def test_in_two_parts(files):
    path, state = files.folder / "part.nc", files.folder / "state.nc"
    choices = {"method": "enkf_3d", "members": 6, "seed": 2}
    _, whole = run(files, None, files.stations, "whole", localization_km=600, station_error_mm=2.0, **choices)
    options = AssimilationOptions(**choices, end="2018-05-01")
    common = {"stations": files.stations}
    assimilate(files.storage, None, path, options, SilentProgress(), save_restart=state, **common)
    assimilate(files.storage, None, path, AssimilationOptions(**choices), SilentProgress(), restart=state, **common)
    with netcdf.open_dataset(path) as dataset:
        rest = netcdf.read(dataset, "tws_analysis")
    assert 0 < rest.shape[0] < DAYS.size
    np.testing.assert_array_equal(rest, whole["tws_analysis"][-rest.shape[0] :])


def test_bad_input_is_said(files):
    with pytest.raises(InputError, match="METHOD enkf_1d .* cannot use STATIONS"):
        run(files, None, files.stations, method="enkf_1d")
    with pytest.raises(InputError, match="give OBSERVATIONS, STATIONS, or both"):
        run(files, None, None)
    away = write_points(files.folder / "away.nc", files.up, files.lon + 60, files.lat)
    with pytest.raises(InputError, match="no station of .* lies on the storage's grid"):
        run(files, None, away)
    late = write_points(files.folder / "late.nc", files.up, files.lon, files.lat, DAYS + 900)
    with pytest.raises(InputError, match=r"no station of .*late\.nc has a height within six days"):
        run(files, files.frame, late)


def test_a_lone_cell_of_unknown_reference_does_not_tell_its_error(files, tmp_path):
    cell = write_grid_file(
        tmp_path / "cell.nc", "vertical_displacement", 0 * season(1.0)[:, 5:6, 5:6], GRID.window(5, 5, 1, 1)
    )
    storage = write_grid_file(tmp_path / "storage.nc", "tws", season(1.0), GRID)
    options = AssimilationOptions(method="letkf", members=6, reference="unknown")
    with pytest.raises(InputError, match="does not tell its error"):
        tune_observation_error(
            storage, Sources(cell, files.stations), tmp_path / "t.csv", options, [3.0, 5.0], progress=SilentProgress()
        )


@pytest.mark.parametrize("alone", [True, False])
def test_sweep_with_stations(files, tmp_path, alone):
    """Stations alone: their own error is swept, beside the formal one; with displacement, the displacement's is."""
    rng, cells = np.random.default_rng(11), grid_cells(GRID)
    predicted = files.operator.apply(season(1.0).reshape(DAYS.size, -1)).T
    stations = write_points(
        tmp_path / "stations.nc", predicted + rng.normal(0, np.hypot(1.0, 3.0), predicted.shape), files.lon, files.lat
    )
    part = grid_cells(GRID.window(5, 5, 4, 4))
    up = LoadOperator.of_cells(cells, part.lon, part.lat).apply(season(1.0).reshape(DAYS.size, -1))
    up = (up + rng.normal(0, 5.0, up.shape)).reshape(-1, 4, 4)
    frame = write_grid_file(tmp_path / "up.nc", "vertical_displacement", up, GRID.window(5, 5, 4, 4))
    storage = write_grid_file(tmp_path / "storage.nc", "tws", season(1.0), GRID)
    options = AssimilationOptions(
        method="enkf_3d", members=30, seed=2, localization_km=0, prior_error_mm=10.0, station_error_mm=3.0
    )
    errors = [2.0, 3.0, 4.0] if alone else [3.0, 4.0, 5.0, 6.0]
    found = tune_observation_error(
        storage,
        Sources(None if alone else frame, stations),
        tmp_path / "t.csv",
        options,
        errors,
        progress=SilentProgress(),
    )
    assert found.of_stations == alone
    names = [group.name for group in found.findings.groups]
    assert names == (["stations"] if alone else ["displacement", "stations"])
    # 30 epochs of 6 stations: 5 % on a standard deviation; of 16 cells: 3 %. Anomalies are to 30 epochs: 2 % less.
    assert found.best_error_mm == pytest.approx(3.0 if alone else 4.9, rel=0.15)
    assert found.rows[0].n_observations == DAYS.size * (6 if alone else 16)
    likely = [row.likely_error_mm for row in found.rows]
    np.testing.assert_allclose(likely, np.hypot(1.0, 3.0) if alone else 4.9, rtol=0.12)
    of_stations = found.findings.groups[-1]
    assert of_stations.std == pytest.approx(1.0, abs=0.2)
