"""A frame is tied by all stations inside it; what contradicts is left out or refused."""

import numpy as np
import pytest
from groundswell.core.displacement.station_tie import StationSamples, tie_by_stations
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.work.progress import SilentProgress

DAYS = 6000.0 + 12 * np.arange(80)
GRID = RasterGrid(GEOGRAPHIC, 100.0, 26.0, 0.02, 0.02, 50, 50)
LON, LAT = np.meshgrid(GRID.x, GRID.y)
SEASON = 10 * np.cos(2 * np.pi * DAYS / 365.25)
UP = 0.78
PLACES = np.array([[100.1, 25.9], [100.9, 25.9], [100.1, 25.1], [100.9, 25.1], [100.5, 25.5], [100.3, 25.7]])


def truth(lon, lat):
    """Vertical motion [date, ..] in mm: a season that grows to the east."""
    return SEASON.reshape(-1, *(1,) * np.ndim(lon)) * (1 + (lon - 100.5) * 0.5)


def write_frame(path, tilt=0.0, sign=1.0, seed=1):
    rng = np.random.default_rng(seed)
    common = rng.normal(0, 8, DAYS.size)[:, None, None]
    slope = tilt * rng.normal(0, 1, DAYS.size)[:, None, None] * (LON - 100.5)
    values = sign * UP * truth(LON, LAT) + common + slope
    values -= values[0]
    with netcdf.create(path, "test", "test") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS)
        netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "line-of-sight")[:] = values
        netcdf.add_variable(dataset, "los_up", ("y", "x"), "1", "up")[:] = np.full(GRID.shape, UP)
        netcdf.add_variable(dataset, "error_std", ("y", "x"), "mm", "error")[:] = np.full(GRID.shape, 2.0)
        dataset.error_std_mm = 2.0
    return path


def write_network(path, places=PLACES, noise=2.0, wrong=()):
    rng = np.random.default_rng(3)
    days = np.arange(DAYS[0] - 5, DAYS[-1] + 6)
    up = []
    for number, (lon, _) in enumerate(places):
        season = 10 * np.cos(2 * np.pi * days / 365.25) * (1 + (lon - 100.5) * 0.5)
        up.append((-4 if number in wrong else 1) * season + rng.normal(0, noise, days.size))
    up = np.array(up) - np.mean(up, axis=1)[:, None]
    names = tuple(f"S{number}" for number in range(len(places)))
    with netcdf.create(path, "stations", "test") as dataset:
        stations = Stations(names, places[:, 0], places[:, 1], days, up, np.full(up.shape, noise))
        write_stations(dataset, stations)
    return path


def convert(tmp_path, frame, network):
    progress = SilentProgress()
    los_to_vertical(frame, tmp_path / "vertical.nc", VerticalOptions(stations=network), progress)
    with netcdf.open_dataset(tmp_path / "vertical.nc") as dataset:
        attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
        arrays = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
    return arrays, attributes, progress.warnings


@pytest.mark.parametrize(("tilt", "n_stations", "n_terms"), [(0.0, 3, 1), (15.0, 6, 3)])
def test_the_absolute_motion_comes_back(tmp_path, tilt, n_stations, n_terms):
    frame, network = write_frame(tmp_path / "f.nc", tilt), write_network(tmp_path / "s.nc", PLACES[:n_stations])
    arrays, attributes, warnings = convert(tmp_path, frame, network)
    expected = truth(LON, LAT)
    error = arrays["vertical_displacement"] - expected
    error -= error.mean(axis=0)
    assert np.sqrt(np.mean(error**2)) < 2.5  # untied 10 mm and more; means of seven days of 2 mm, and of stations
    assert attributes["vertical_frame"] == "absolute by STATIONS"
    assert attributes["tie_stations"].split() == [f"S{number}" for number in range(n_stations)]
    assert arrays["tie_covariance"].shape == (DAYS.size, n_terms, n_terms)
    assert arrays["tie_constant"][0] == 0
    assert attributes["tie_table"].count("\n") == n_stations
    assert arrays["error_std"][0, 0] == pytest.approx(2.0 / UP)
    assert attributes["error_std_mm"] == pytest.approx(2.0 / UP)
    assert any("tied by a" in warning for warning in warnings)


def test_one_station_that_contradicts_is_left_out(tmp_path):
    frame, network = write_frame(tmp_path / "f.nc"), write_network(tmp_path / "s.nc", PLACES[:4], wrong=(2,))
    _, attributes, warnings = convert(tmp_path, frame, network)
    assert attributes["tie_stations"].split() == ["S0", "S1", "S3"]
    assert sum("S2 contradicts" in warning for warning in warnings) == 1


def test_stations_that_contradict_each_other_are_refused(tmp_path):
    frame, network = write_frame(tmp_path / "f.nc"), write_network(tmp_path / "s.nc", PLACES[:2], wrong=(1,))
    with pytest.raises(InputError, match="contradict each other"):
        convert(tmp_path, frame, network)


def test_stations_outside_and_two_ties_are_refused(tmp_path):
    frame, network = write_frame(tmp_path / "f.nc"), write_network(tmp_path / "s.nc", PLACES + 5)
    with pytest.raises(InputError, match="lies inside the frame"):
        convert(tmp_path, frame, network)
    both = VerticalOptions(stations=network, reference_series=network)
    with pytest.raises(InputError, match="one of them"):
        los_to_vertical(frame, tmp_path / "v.nc", both, SilentProgress())


def test_a_date_without_any_station_is_refused():
    frame = np.zeros((2, DAYS.size))
    station = np.tile(SEASON, (2, 1))
    station[:, 7] = np.nan
    samples = StationSamples(("A", "B"), np.zeros(2), np.zeros(2), np.ones(2), station, frame, np.full(2, 5.0))
    with pytest.raises(InputError, match="no station"):
        tie_by_stations(samples, DAYS)


def test_figures_tell_sign_scale_and_lag():
    rng = np.random.default_rng(5)
    common = rng.normal(0, 5, DAYS.size)
    station = np.tile(SEASON, (3, 1))
    late = 10 * np.cos(2 * np.pi * (DAYS - 36) / 365.25)
    frame = np.stack([SEASON - common, SEASON - common, 0.5 * late - common])
    samples = StationSamples(("A", "B", "C"), np.zeros(3), np.zeros(3), np.ones(3), station, frame, np.full(3, 9.0))
    figures = tie_by_stations(samples, DAYS).figures
    assert figures[2].lag_days == 36
    assert figures[2].scale == pytest.approx(0.5 * np.cos(2 * np.pi * 36 / 365.25), abs=0.05)
    assert figures[0].correlation > 0.9
