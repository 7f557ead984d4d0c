"""Two tracks to vertical and east: known motion, other grids and dates, a common reference, formal errors."""

import numpy as np
import pytest
from groundswell.core.displacement.decomposition import decompose, propagate_std, to_up_and_east
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
OTHER = raster.RasterGrid(
    "EPSG:4326", 100.0025, 26.0015, 0.002, 0.002, 8, 8
)  # cells twice as large, farther north-east
DAYS = 6575.0 + 12.0 * np.arange(40)
OTHER_DAYS = 6570.0 + 12.0 * np.arange(38)
ASCENDING, DESCENDING = (-0.62, -0.11, 0.777), (0.60, -0.11, 0.792)


def fields(grid, days):
    """Vertical and east displacement [time, row, column] in mm: linear in time and space, so interpolation is exact."""
    x, y = np.meshgrid(grid.x - 100, grid.y - 26)
    years = (np.asarray(days) - 6575.0)[:, None, None] / 365.25
    return years * (4 + 900 * x - 500 * y), years * (-3 + 400 * x + 700 * y)


def write_series(path, grid, days, look, area=None, std=None, hole=None, **attributes):
    up, east = fields(grid, days)
    displacement = look[0] * east + look[2] * up
    displacement = displacement - displacement[0]
    if area is not None:
        inside = np.ix_(
            np.ones(len(days), bool), (grid.y > area[2]) & (grid.y < area[3]), (grid.x > area[0]) & (grid.x < area[1])
        )
        displacement = displacement - displacement[inside].mean(axis=(1, 2))[:, None, None]
    if hole is not None:
        displacement[hole] = np.nan
    with netcdf.create(path, "series", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, "displacement", ("time", "y", "x"), "mm", "displacement", dtype="f8")[:] = (
            displacement
        )
        if std is not None:
            values = np.full(displacement.shape, std)
            netcdf.add_variable(dataset, "displacement_std", ("time", "y", "x"), "mm", "std", dtype="f8")[:] = values
        for name, value in zip(("los_east", "los_north", "los_up"), look):
            netcdf.add_variable(dataset, name, ("y", "x"), "1", name, dtype="f8")[:] = np.full(grid.shape, value)
        if area is not None:
            netcdf.ReferenceArea(*area, look[2]).write(dataset)
        dataset.setncatts(attributes)
    return path


def run(first, second, tmp_path, **options):
    progress = SilentProgress()
    summary = decompose(first, second, tmp_path / "out.nc", progress=progress, **options)
    with netcdf.open_dataset(tmp_path / "out.nc") as dataset:
        found = {name: netcdf.read_stored(dataset, name) for name in dataset.variables}
        attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
        grid = netcdf.read_grid(dataset)
    return summary, found, attributes, grid, progress.warnings


AREA = (100.005, 100.009, 25.993, 25.999)


def test_known_motion_is_found_on_other_grids_and_dates(tmp_path):
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA, frame="099A", synthetic=np.int32(1))
    second = write_series(
        tmp_path / "d.nc", OTHER, OTHER_DAYS, DESCENDING, (100.0105, 100.0145, 25.99, 25.996), frame="135D"
    )
    summary, found, attributes, grid, warnings = run(first, second, tmp_path)
    # The result lies where the second grid's centres enclose the first's: from 100.0035 E, to 25.9865 N.
    assert grid.matches(GRID.window(0, 3, 10, 9))
    inside = (OTHER_DAYS[0] <= DAYS) & (OTHER_DAYS[-1] >= DAYS)
    np.testing.assert_array_equal(found["time"], DAYS[inside])
    up, east = fields(grid, DAYS[inside])
    box = np.ix_(
        np.ones(len(up), bool), (grid.y > AREA[2]) & (grid.y < AREA[3]), (grid.x > AREA[0]) & (grid.x < AREA[1])
    )
    for name, truth in (("vertical_displacement", up), ("east_displacement", east)):
        expected = truth - truth[0] - (truth - truth[0])[box].mean(axis=(1, 2))[:, None, None]
        np.testing.assert_allclose(found[name], expected, atol=2e-5)  # stored as float32
    slope = 4 + 900 * (grid.x - 100)[None, :] - 500 * (grid.y - 26)[:, None]
    np.testing.assert_allclose(found["velocity"] - slope, (found["velocity"] - slope).mean(), atol=1e-3)
    assert np.all(found["mask"] == 1)
    assert (summary.n_pixels, summary.common_reference) == (90, True)
    assert attributes["reference_los_up"] == 1
    assert attributes["reference_lon_min"] == AREA[0]
    assert attributes["synthetic"] == 1
    assert np.all(found["los_up"] == 1)
    assert any("DATE_STD" in text for text in warnings)


def test_either_order_gives_the_same_on_one_grid(tmp_path):
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA)
    second = write_series(tmp_path / "d.nc", GRID, DAYS, DESCENDING, AREA)
    _, one, *_ = run(first, second, tmp_path)
    _, two, *_ = run(second, first, tmp_path)
    for name in ("vertical_displacement", "east_displacement"):
        np.testing.assert_allclose(one[name], two[name], atol=1e-5)


def test_missing_values_stay_missing(tmp_path):
    hole = (slice(None), slice(0, 3), slice(0, 2))
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA, hole=hole)
    second = write_series(tmp_path / "d.nc", GRID, DAYS, DESCENDING, AREA, hole=(5, 7, 7))
    summary, found, *_ = run(first, second, tmp_path)
    assert np.isnan(found["vertical_displacement"][:, :3, :2]).all()
    assert np.isnan(found["vertical_displacement"]).sum() == 6 * 40 + 1
    assert np.all(found["mask"][:3, :2] == 0)
    assert summary.n_pixels == 114


def test_formal_errors_against_a_random_experiment(tmp_path):
    rng = np.random.default_rng(1)
    noise = rng.normal(0, 1, (2, 100_000)) * np.array([[3.0], [2.0]])
    look = ASCENDING[0], ASCENDING[2], DESCENDING[0], DESCENDING[2]
    up, east = to_up_and_east(
        noise[:1], noise[1:], *(np.full(100_000, value) for value in look[:3]), up_2=np.full(100_000, look[3])
    )
    std_up, std_east = propagate_std(
        np.full(1, 3.0), np.full(1, 2.0), *(np.full(1, value) for value in look[:3]), up_2=np.full(1, look[3])
    )
    # 100,000 draws: half a percent.
    np.testing.assert_allclose([up.std(), east.std()], [std_up[0], std_east[0]], rtol=0.01)
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA, std=3.0)
    second = write_series(tmp_path / "d.nc", GRID, DAYS, DESCENDING, AREA, std=2.0)
    _, found, _, _, warnings = run(first, second, tmp_path)
    np.testing.assert_allclose(found["vertical_displacement_std"], std_up[0], rtol=1e-6)
    np.testing.assert_allclose(found["east_displacement_std"], std_east[0], rtol=1e-6)
    assert not warnings


def test_dates_far_from_the_other_track_are_left_out(tmp_path):
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA)
    days = np.delete(OTHER_DAYS, slice(10, 16))
    second = write_series(tmp_path / "d.nc", GRID, days, DESCENDING, AREA)
    _, found, _, _, warnings = run(first, second, tmp_path, max_gap_days=24.0)
    between = (days[9] < DAYS) & (days[10] > DAYS)
    assert between.sum() == 7
    assert found["time"].size == ((days[0] <= DAYS) & (days[-1] >= DAYS)).sum() - 7
    assert any("7 dates" in text for text in warnings)
    with pytest.raises(InputError, match="MAX_GAP"):
        run(first, second, tmp_path, max_gap_days=0.0)


def test_without_a_common_reference_it_is_reported(tmp_path):
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, (100.0, 100.002, 25.99, 26.0))
    second = write_series(tmp_path / "d.nc", OTHER, DAYS, DESCENDING, (100.0145, 100.0185, 25.99, 25.996))
    summary, _, attributes, _, warnings = run(first, second, tmp_path)
    assert not summary.common_reference
    assert "reference_lon_min" not in attributes
    assert any("Neither reference area" in text for text in warnings)


def test_series_that_cannot_be_decomposed(tmp_path):
    first = write_series(tmp_path / "a.nc", GRID, DAYS, ASCENDING, AREA)
    same = write_series(tmp_path / "b.nc", GRID, DAYS, (-0.55, -0.1, 0.83), AREA)
    far = write_series(tmp_path / "c.nc", GRID.window(100, 0, 10, 12), DAYS, DESCENDING)
    late = write_series(tmp_path / "d.nc", GRID, DAYS + 3000, DESCENDING, AREA)
    utm = write_series(
        tmp_path / "e.nc", raster.RasterGrid("EPSG:32647", 6e5, 2.9e6, 100, 100, 12, 10), DAYS, DESCENDING
    )
    for second, words in (
        (same, "same side"),
        (far, "do not overlap"),
        (late, "fewer than two dates"),
        (utm, "different reference systems"),
        (tmp_path / "none.nc", "does not exist"),
    ):
        with pytest.raises(InputError, match=words):
            run(first, second, tmp_path)
    assert not (tmp_path / "out.nc").exists()


def test_what_was_taken_from_the_tracks_is_handed_on_and_must_be_the_same(tmp_path):
    both = {"plate_motion_removed": "Eurasia", "ramp_removed": "none", "height_trend_removed": np.int32(0)}
    first = write_series(tmp_path / "1.nc", GRID, DAYS, ASCENDING, AREA, **both, solid_earth_tide_removed="at 11:00")
    second = write_series(tmp_path / "2.nc", GRID, DAYS, DESCENDING, AREA, **both, solid_earth_tide_removed="at 23:00")
    _, _, attributes, _, warnings = run(first, second, tmp_path)
    assert attributes["plate_motion_removed"] == "Eurasia"
    assert attributes["solid_earth_tide_removed"] == "first: at 11:00; second: at 23:00"
    assert "ramp_removed" not in attributes
    assert "height_trend_removed" not in attributes
    assert not any("Only one of the tracks" in text for text in warnings)
    plain = write_series(tmp_path / "3.nc", GRID, DAYS, DESCENDING, AREA, **both)
    _, _, attributes, _, warnings = run(first, plain, tmp_path)
    assert attributes["solid_earth_tide_removed"] == "first: at 11:00; second: nothing"
    assert any("Only one of the tracks has been corrected (solid_earth_tide_removed)" in text for text in warnings)
