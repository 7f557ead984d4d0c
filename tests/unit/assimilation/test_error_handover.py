"""The errors that a file of displacement states reach the estimate of errors; stations that tied it count once."""

import numpy as np
import pytest
from groundswell.core.assimilation.exact_options import BestOptions
from groundswell.core.assimilation.exact_reading import read_all
from groundswell.core.assimilation.inputs.stated_errors import StatedErrors, first_sizes, read_stated_errors
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.preparation import Sources
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

DAYS = 6000.0 + 12.0 * np.arange(12)
WINDOW = Grid("M25").window(148, 1058, 10, 10)
STATED = {"error_std_mm": 5.0, "error_correlation_length_km": 40.0, "error_common_share": 0.36}


def write(path, name, tie=None, **attributes):
    values = np.cos(DAYS / 58)[:, None, None] * np.ones((10, 10))
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, WINDOW)
        netcdf.write_time(dataset, DAYS)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name)[:] = values
        netcdf.add_variable(dataset, "los_up", ("y", "x"), "1", "up")[:] = np.full((10, 10), 0.8)
        dataset.setncatts(attributes)
        if tie is not None:
            dataset.createDimension("tie_term", 3)
            covariance = dataset.createVariable("tie_covariance", "f8", ("time", "tie_term", "tie_term"))
            covariance[:] = np.diag(tie)
    return path


def test_air_is_split_into_what_fades_and_what_all_cells_share(tmp_path):
    """25 mm2: 9 common to all cells, 16 that fade, of which a quarter is taken as a cell's own."""
    path = write(
        tmp_path / "a.nc",
        "vertical_displacement",
        vertical_frame="absolute by REFERENCE_SERIES",
        **STATED,
        reference_up_std=4.0,
    )
    found = first_sizes((read_stated_errors(path),))
    expected = {"frame_own_mm": 2, "frame_air_mm": 12**0.5, "frame_length_km": 40, "frame_tie_mm": 5}
    assert found == pytest.approx(expected)


def test_the_tie_by_stations_is_vertical_and_knows_its_planes(tmp_path):
    frame = "absolute by STATIONS"
    path = write(
        tmp_path / "a.nc", "vertical_displacement", (4, 1e-4, 3e-4), vertical_frame=frame, tie_std_mm=2.0, **STATED
    )
    stated = read_stated_errors(path)
    assert stated.tie_mm == pytest.approx(2.5)  # the air at the reference area went with the constant
    assert stated.plane_mm == pytest.approx(100 * np.sqrt(2e-4) / 0.8)


def test_files_that_say_nothing_leave_the_sizes_as_believed(tmp_path):
    path = write(tmp_path / "a.nc", "vertical_displacement", vertical_frame="relative to the reference area")
    assert first_sizes((read_stated_errors(path),)) == {}
    nan = float("nan")
    both = first_sizes((StatedErrors(3, 6, 30, nan, nan), StatedErrors(1, 2, nan, nan, nan)))
    assert both == pytest.approx({"frame_own_mm": 5**0.5, "frame_air_mm": 20**0.5, "frame_length_km": 30})


@pytest.mark.parametrize(("names", "tied"), [("S1 S2", False), ("OTHER", True)])
def test_stations_that_tied_the_frame_count_once(tmp_path, names, tied):
    """With them among the data the frame's constants are free; without them they are known as the tie says."""
    storage = write(tmp_path / "storage.nc", "tws")
    frame = write(
        tmp_path / "frame.nc",
        "vertical_displacement",
        vertical_frame="absolute by STATIONS",
        tie_stations=names,
        tie_std_mm=1.6,
        **STATED,
    )
    lon, lat = (part[[2, 7], [3, 6]] for part in WINDOW.lon_lat())
    up = np.random.default_rng(1).normal(0, 2, (2, DAYS.size))
    with netcdf.create(tmp_path / "stations.nc", "stations", "test") as dataset:
        write_stations(dataset, Stations(("S1", "S2"), lon, lat, DAYS, up, np.full(up.shape, 1.5)))
    with netcdf.open_dataset(storage) as dataset:
        sources = Sources(frame, tmp_path / "stations.nc")
        gathered, _ = read_all(
            dataset, storage, sources, AssimilationOptions(method="auto"), BestOptions(), progress=SilentProgress()
        )
    assert gathered.tied.tolist() == [tied]
    assert gathered.first_sizes["frame_tie_mm"] == pytest.approx(2.0)
    assert gathered.first_sizes["frame_length_km"] == pytest.approx(40.0)
