"""Vertical displacement is the line of sight divided by its upward part, tied to the reference where there is one."""

import numpy as np
import pytest
from groundswell.core.displacement import vertical
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.gnss.reference_series import read_reference_series
from groundswell.core.work.progress import SilentProgress

SHAPE = (50, 60)
DAYS = 6000.0 + 12 * np.arange(5)  # from 2016-06-05
AREA = {
    "reference_lon_min": 100.0,
    "reference_lon_max": 100.1,
    "reference_lat_min": 25.6,
    "reference_lat_max": 25.7,
    "reference_los_up": 0.75,
}


@pytest.fixture
def up():
    return np.broadcast_to(np.linspace(0.70, 0.85, SHAPE[1]), SHAPE).astype("f4")


@pytest.fixture
def motion():
    return np.random.default_rng(4).normal(0, 10, (5, *SHAPE)).astype("f4")


def table(path, text):
    path.write_text(text)
    return path


def run(path, progress=None, **options):
    output = path.with_name("vertical.nc")
    los_to_vertical(path, output, VerticalOptions(**options), progress or SilentProgress())
    with netcdf.open_dataset(output) as dataset:
        arrays = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        assert dataset["vertical_displacement"].comment.startswith("positive up")
        assert "line-of-sight" not in dataset["vertical_displacement"].long_name
        return arrays, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


def test_divides_by_each_pixels_own_angle(write_series, motion, up, monkeypatch):
    monkeypatch.setattr(vertical, "_BLOCK_MB", 0.1)
    velocity = np.full(SHAPE, 3.0)
    path = write_series(motion, los_up=up, velocity=velocity, frame="099A", **AREA)
    progress = SilentProgress()
    arrays, attributes = run(path, progress)
    assert "displacement" not in arrays
    # float32 in the file
    assert arrays["vertical_displacement"] == pytest.approx(motion / up.astype("f8"), rel=1e-6)
    assert (arrays["velocity"] == 3).all()
    assert (arrays["los_up"] == up).all()
    assert attributes["vertical_frame"] == "relative to the reference area"
    assert attributes["reference_los_up"] == 0.75
    assert attributes["frame"] == "099A"
    assert "lostovertical" in attributes["history"].splitlines()[0]
    assert "Groundswell test" in attributes["history"].splitlines()[1]
    assert any("Without REFERENCE_SERIES" in text for text in progress.warnings)


def test_reference_series_restores_the_motion_of_everything(write_series, up, tmp_path):
    """Truth: a vertical motion of every pixel. Its line of sight relative to the reference gives it back whole."""
    rng = np.random.default_rng(7)
    true = np.cumsum(rng.normal(0, 5, (5, *SHAPE)), axis=0)
    true -= true[0]
    at_reference = np.array([0.0, 4.0, -3.0, 8.0, 2.0])
    seen = true * up - 0.75 * at_reference[:, None, None]
    series = table(
        tmp_path / "up.csv",
        "date,up_mm\n" + "\n".join(f"{date},{value + 100}" for date, value in zip(dates_of(DAYS), at_reference)),
    )
    arrays, attributes = run(write_series(seen, los_up=up, days=DAYS, **AREA), reference_series=series)
    assert arrays["vertical_displacement"] == pytest.approx(true, abs=1e-4)
    assert attributes["vertical_frame"] == "absolute by REFERENCE_SERIES"


def dates_of(days):
    from groundswell.core.dates import date_of

    return [str(date_of(day)) for day in days]


def test_reference_series_is_interpolated(write_series, up, tmp_path):
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-01,0\n2016-08-20,80\n")
    arrays, _ = run(write_series(np.zeros((5, *SHAPE)), los_up=up, days=DAYS, **AREA), reference_series=series)
    expected = 0.75 * np.arange(0, 60, 12)[:, None, None] / up
    assert arrays["vertical_displacement"] == pytest.approx(expected, rel=1e-5)


def test_gridded_file(write_series, motion, up, tmp_path):
    rng = np.random.default_rng(2)
    values = motion + rng.normal(0, 1, motion.shape)
    path = write_series(values, los_up=up, days=DAYS, **AREA)
    gridded = tmp_path / "gridded.nc"
    mask_and_downsample(path, gridded, DownsampleOptions(), SilentProgress())
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-01,0\n2016-08-20,80\n")
    arrays, attributes = run(gridded, reference_series=series)
    with netcdf.open_dataset(gridded) as dataset:
        before = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        row0 = dataset.ease_row0
    raised = 0.75 * np.arange(0, 60, 12)[:, None, None]
    expected = (before["displacement"].astype("f8") + raised) / before["los_up"]
    assert arrays["vertical_displacement"] == pytest.approx(expected, rel=1e-5, nan_ok=True)
    assert arrays["displacement_std"] == pytest.approx(
        before["displacement_std"] / before["los_up"], rel=1e-6, nan_ok=True
    )
    assert (arrays["n_pixels"] == before["n_pixels"]).all()
    assert arrays["valid_fraction"] == pytest.approx(before["valid_fraction"], nan_ok=True)
    assert attributes["ease_row0"] == row0
    assert arrays["lon"] == pytest.approx(before["lon"])


def test_one_mean_angle(write_series, motion, up):
    progress = SilentProgress()
    arrays, attributes = run(write_series(motion, los_up=up), progress, incidence_deg=33.9615)
    assert arrays["vertical_displacement"] == pytest.approx(motion / np.cos(np.radians(33.9615)), rel=1e-5)
    said = next(text for text in progress.warnings if "33.96 degrees, but the frame's geometry says" in text)
    percent = 100 * (np.cos(np.arccos(np.nanmean(up))) / np.cos(np.radians(33.9615)) - 1)
    assert percent < -5
    assert f"changes by {percent:+.1f} %" in said
    assert attributes["incidence"].startswith("33.9615")
    near = SilentProgress()
    run(write_series(motion, los_up=up), near, incidence_deg=39.5)
    assert not any("INCIDENCE" in text for text in near.warnings)


def test_wrong_metadata_angle_is_reported(write_series, motion, up):
    progress = SilentProgress()
    run(write_series(motion, los_up=up, metadata_incidence_angle=33.84), progress)
    assert any("33.84" in text for text in progress.warnings)
    progress = SilentProgress()
    run(write_series(motion, los_up=up, metadata_incidence_angle=39.5), progress)
    assert not any("metadata" in text for text in progress.warnings)


def test_pixels_without_a_usable_angle_are_missing(write_series, motion, up):
    up = up.copy()
    up[0, 0], up[0, 1], up[0, 2], up[0, 3] = 0.0, -0.5, np.nan, 4.0
    arrays, _ = run(write_series(motion, los_up=up))
    assert np.isnan(arrays["vertical_displacement"][:, 0, :4]).all()
    assert np.isfinite(arrays["vertical_displacement"][:, 0, 4:]).all()


def test_file_without_angles_needs_one(write_series, motion):
    with pytest.raises(InputError, match="mean angle as INCIDENCE"):
        run(write_series(motion))
    with pytest.raises(InputError, match="mean angle as INCIDENCE"):
        run(write_series(motion, los_up=np.full(SHAPE, np.nan)))
    arrays, _ = run(write_series(motion), incidence_deg=60.0)
    assert arrays["vertical_displacement"] == pytest.approx(motion * 2.0, rel=1e-5)


def test_unknown_view_of_the_reference(write_series, motion, up, tmp_path):
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-01,0\n2016-08-20,80\n")
    with pytest.raises(InputError, match="reference_los_up"):
        run(write_series(motion, los_up=up, days=DAYS), reference_series=series)
    area = {**AREA, "reference_los_up": np.nan}
    arrays, _ = run(write_series(np.zeros_like(motion), los_up=up, days=DAYS, **area), reference_series=series)
    inside = up[0, 20:30].mean(dtype="f8")
    assert arrays["vertical_displacement"][1] == pytest.approx(inside * 12 / up, rel=1e-5)


def test_projected_series(write_series, up, tmp_path):
    """Interferograms on UTM: the reference area is found by longitude and latitude."""
    grid = RasterGrid("EPSG:32647", 580_000.0, 2_860_000.0, 900.0, 900.0, 60, 50)
    lon, lat = grid.lon_lat()
    box = {"reference_lon_min": lon[20, 30], "reference_lon_max": lon[20, 33], "reference_los_up": np.nan}
    box.update({"reference_lat_min": lat[22, 31], "reference_lat_max": lat[19, 31]})
    inside = (lon >= lon[20, 30]) & (lon <= lon[20, 33]) & (lat >= lat[22, 31]) & (lat <= lat[19, 31])
    assert 9 <= inside.sum() <= 16
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-01,0\n2016-08-20,80\n")
    path = write_series(np.zeros((5, *SHAPE)), grid, days=DAYS, los_up=up, **box)
    arrays, _ = run(path, reference_series=series)
    assert arrays["vertical_displacement"][1] == pytest.approx(up[inside].mean(dtype="f8") * 12 / up, rel=1e-5)
    assert arrays["lon"] == pytest.approx(lon)


def test_refuses_what_is_vertical_already(write_series, motion, up):
    with pytest.raises(InputError, match="vertical already"):
        run(write_series(motion, los_up=up, quantity="vertical_displacement"))
    with pytest.raises(InputError, match="no variable 'displacement'"):
        run(write_series(motion, los_up=up, quantity="tws"))


def test_reference_series_must_reach(write_series, motion, up, tmp_path):
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-08,0\n2016-08-20,80\n")
    with pytest.raises(InputError, match="covers 2016-06-08 to 2016-08-20, but the displacement needs 2016-06-05"):
        run(write_series(motion, los_up=up, days=DAYS, **AREA), reference_series=series)
    assert not (tmp_path / "vertical.nc").exists()


def write_points(path, names, lon, lat, up, days=DAYS):
    with netcdf.create(path, "stations", "test") as dataset:
        up = np.asarray(up, float)
        write_stations(dataset, Stations(names, np.array(lon), np.array(lat), np.asarray(days), up, np.ones_like(up)))
    return path


def test_nearest_station_that_reaches(write_series, up, tmp_path):
    """The reference area is at 100.05 E, 25.65 N; the nearest station lacks the first date."""
    motion = np.array([0.0, 4.0, -3.0, 8.0, 2.0])
    short = motion + 50
    short[0] = np.nan
    points = write_points(
        tmp_path / "p.nc",
        ("FAR", "SHORT", "NEAR", "LOST"),
        [103.0, 100.05, 100.1, np.nan],
        [25.0, 25.65, 25.7, np.nan],
        [motion * 9, short, motion + 100, motion],
    )
    progress = SilentProgress()
    path = write_series(np.zeros((5, *SHAPE)), los_up=up, days=DAYS, **AREA)
    arrays, attributes = run(path, progress, reference_series=points)
    assert arrays["vertical_displacement"] == pytest.approx(0.75 * motion[:, None, None] / up, abs=1e-4)
    assert attributes["vertical_frame"] == "absolute by REFERENCE_SERIES"
    assert (attributes["reference_station"], attributes["reference_up_std"]) == ("NEAR", 1.0)
    assert not any("km from" in text for text in progress.warnings)
    far = write_points(tmp_path / "f.nc", ("FAR",), [100.5], [25.65], [motion])
    run(path, progress, reference_series=far)
    assert any("Station FAR" in text and "45 km from the reference area" in text for text in progress.warnings)
    lost = write_points(tmp_path / "l.nc", ("LOST",), [np.nan], [np.nan], [motion])
    arrays, _ = run(path, progress, reference_series=lost)
    assert arrays["vertical_displacement"] == pytest.approx(0.75 * motion[:, None, None] / up, abs=1e-4)
    assert any("LOST" in text and "has no place" in text for text in progress.warnings)
    with pytest.raises(InputError, match="none of its stations"):
        run(path, reference_series=write_points(tmp_path / "s.nc", ("SHORT",), [100.05], [25.65], [short]))
    with pytest.raises(InputError, match="no variable station_name"):
        run(path, reference_series=path)
    plain = write_series(np.zeros((5, *SHAPE)), los_up=up, days=DAYS, name="plain.nc")
    with pytest.raises(InputError, match="where its reference area lies"):
        run(plain, reference_series=points)


def test_long_gaps_are_reported(write_series, motion, up, tmp_path):
    series = table(tmp_path / "up.csv", "date,up_mm\n2016-06-05,0\n2016-06-17,1\n2016-10-01,2\n")
    progress = SilentProgress()
    run(write_series(motion, los_up=up, days=DAYS, **AREA), progress, reference_series=series)
    assert any("nothing between 2016-06-17 and 2016-10-01" in text for text in progress.warnings)
    daily = "".join(f"{date},0\n" for date in dates_of(np.arange(6000, 6060)))
    progress = SilentProgress()
    run(
        write_series(motion, los_up=up, days=DAYS, **AREA),
        progress,
        reference_series=table(tmp_path / "daily.csv", "date,up_mm\n" + daily),
    )
    assert progress.warnings == []


@pytest.mark.parametrize(
    "text",
    [
        "date,up_mm\n2018-01-01,1.5\n2018-01-13,-2.5\n",
        "Date;Up (mm)\n2018-01-13;-2,5\n2018-01-01;1,5\n",
        "# a remark\nstation\ttime\tup_m\nKMIN\t20180101\t0.0015\nKMIN\t20180113\t-0.0025\n",
        "# unit: mm\n2018-01-13T06:00:00,-2.5\n2018-01-01,1.5\n",
        "date,up_mm\n2018-01-13T06:00:00,-2.0\n2018-01-13T18:00:00,-3.0\n2018-01-01,1.5\n",
        "date,north_mm,up_std_mm,up_mm\n2018-01-01,9,1,1.5\n2018-01-07,9,1,\n2018-01-13,9,1,-2.5\n2018-01-13,9,2,-2.5\n",
        "\ufeffepoch  u_cm\n2018-01-01  0.15\n2018-01-13  -0.25\n",
    ],
)
def test_tables_of_others(tmp_path, text):
    path = tmp_path / "up.csv"
    path.write_text(text, encoding="utf-8")
    series = read_reference_series(path)
    assert series.days.tolist() == [6575.0, 6587.0]
    assert series.up_mm == pytest.approx([1.5, -2.5])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("date,up_mm\n", "holds no value"),
        ("date,east_mm\n2018-01-01,1\n", "date and up_mm are needed"),
        ("date,up_mm\n2018-01-01,high\n", "line 2: 'high' is no number"),
        ("date,up_mm\n2018-13-01,1\n", "line 2: '2018-13-01' is not a date"),
        ("date,up_mm\n2018-01-01,1\n2018-01-01,2\n", "two values for 2018-01-01"),
        ("date,up_mm\n2018-01-01\n", "too few columns"),
        ("date,height\n2018-01-01,1986.2\n", "does not say in which unit its column 'height' is: give UNIT"),
        ("2018-01-01,1.5\n", "give UNIT"),
        ("2018-01-01 2018.0 0.1 0.2 0.3\n", "as COLUMNS"),
    ],
)
def test_tables_that_cannot_be_used(tmp_path, text, message):
    with pytest.raises(InputError, match=message):
        read_reference_series(table(tmp_path / "up.csv", text))


def test_missing_or_binary_table(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        read_reference_series(tmp_path / "none.csv")
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(InputError, match="is no text"):
        read_reference_series(tmp_path / "b.csv")
